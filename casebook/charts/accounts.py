"""Who is reported to have made which move, when accounts are left out (chapter 05)."""

import altair as alt
import pandas as pd
from altair.typing import ChartType

from casebook import tellers, wording
from casebook.charts import sides
from casebook.charts.finish import nothing, themed
from casebook.charts.frames import needs
from casebook.charts.table import with_table
from casebook.charts.theme import SHAPES, Theme, look
from casebook.charts.words import listed, several
from casebook.datapackage import table

EVERY = "every account"
TITLE = "Who is reported to have made which move, by whose account"
HOW_TO_READ = [
    "A filled mark counts statements that we read in an account that is kept. The boxes below leave accounts out.",
    "A ring: told in what was left out, and on no other page that we read. That is not “never printed”.",
]


def columns() -> dict[str, str]:
    """The accounts that there are, and what a column of the table calls them.

    Examples
    --------
    >>> list(columns().values())
    ['Every account', "Iran's accounts", "Pakistan's accounts", 'Other accounts']
    """
    told = {each: "Other accounts" if each == tellers.OTHERS else f"{each}'s accounts" for each in tellers.names()}
    return {EVERY: "Every account"} | told


def _made(statements: pd.DataFrame) -> pd.DataFrame:
    """One row for each move of a statement that has a side: `who`, `side`, `move`, and whether each account has it."""
    names, side_of = table("actors").set_index("actor_id")["name"], sides.actor_sides()
    said = statements[["statement_id", "speaks_for_id"]].dropna().drop_duplicates()
    rows = said.merge(table("moves"), on="statement_id")
    order, documents = sides.names(), tellers.tellers()
    rows = rows.assign(
        who=rows["speaks_for_id"].map(names).fillna(rows["speaks_for_id"]).astype(str),
        side=[side_of.get(each, sides.THIRD) for each in rows["speaks_for_id"]],
        rank=[order.index(side_of.get(each, sides.THIRD)) for each in rows["speaks_for_id"]],
        **{EVERY: True},
    )
    for each in tellers.names():
        rows[each] = rows["statement_id"].isin(documents.loc[documents["teller"] == each, "statement_id"])
    return rows.sort_values(["rank", "who", "move", "statement_id"]).astype({"move": str}).reset_index(drop=True)


def _counted(rows: pd.DataFrame) -> pd.DataFrame:
    """One row for each who and move: how many statements each account has, and which."""
    cells = []
    for (who, move), part in rows.groupby(["who", "move"], sort=False):
        there = {account: list(part.loc[part[account], "statement_id"]) for account in columns()}
        cells.append({"who": who, "move": move, **{each: len(found) for each, found in there.items()}, "which": there})
    return pd.DataFrame(cells)


def _told(ids: list[str]) -> str:
    return f"{len(ids)}: {', '.join(ids)}" if ids else "none read"


def _words(found: pd.DataFrame) -> pd.DataFrame:
    """The cells in words, with a column for each account."""
    head = {"Who": found["who"], "Move": found["move"].map(wording.code)}
    return pd.DataFrame(
        head | {title: [_told(ids[account]) for ids in found["which"]] for account, title in columns().items()}
    )


def _boxes() -> list[str]:
    """What can be left out, in the words beside the boxes."""
    return ["other accounts" if each == tellers.OTHERS else f"accounts from {each}" for each in tellers.names()]


def _silent(found: pd.DataFrame, account: str) -> str:
    """What an account lacks, by who is said to have made the move: "of Iran, mourn; of Pakistan, accuse"."""
    none = found[found[account] == 0]
    return "; ".join(
        f"of {who}, {listed([wording.code(move) for move in none.loc[none['who'] == who, 'move']])}"
        for who in none["who"].unique()
    )


def _described(found: pd.DataFrame, statements: int) -> str:
    lacking = [
        f"{title}, as far as read, have nothing {silent}."
        for account, title in columns().items()
        if (silent := _silent(found, account))
    ]
    return " ".join(
        [
            f"Matrix of {several(found['who'].nunique(), 'row')} and {several(found['move'].nunique(), 'move')}, from "
            f"{several(statements, 'statement')}. Accounts can be left out: {listed(_boxes())}.",
            *lacking,
            "The same in words: cb.as_table(chart).",
        ]
    )


def _drawn(rows: pd.DataFrame, kind: Theme) -> ChartType:
    """A mark and a number for what the accounts that are kept have, and a ring for what only the others have."""
    px, moves = kind.scaled, [wording.code(each) for each in table("moves")["move"].cat.categories]
    without = [f"without_{number}" for number in range(len(tellers.names()))]
    told = [f"told_{number}" for number in range(len(without))]
    # Boxes, because JupyterLab keeps the arrow keys, which choose in a menu, for its cells.
    boxes = [
        alt.param(name=name, value=False, bind=alt.binding_checkbox(name=f"Leave out: {words} "))
        for name, words in zip(without, _boxes(), strict=True)
    ]
    kept = " || ".join(f"(datum.{has} && !{left_out})" for has, left_out in zip(told, without, strict=True))
    drawn = rows.rename(columns=dict(zip(tellers.names(), told, strict=True)))
    drawn = drawn[["who", "side", "move", *told]].assign(move=rows["move"].map(wording.code))
    axis = alt.Axis(orient="top", title=None, labelAngle=-40, labelAlign="left", labelOverlap=False, ticks=False)
    names = alt.Axis(title=None, ticks=False, domain=False, labelLimit=px(200))
    base = alt.Chart(drawn).transform_calculate(kept=f"{kept} ? 1 : 0")
    base = base.transform_aggregate(count="sum(kept)", groupby=["who", "side", "move"]).encode(
        x=alt.X("move:N", sort=None, scale=alt.Scale(domain=moves), axis=axis),
        y=alt.Y("who:N", sort=list(drawn["who"].unique()), axis=names),
    )
    most = max(int(drawn.groupby(["who", "move"]).size().max()), 2)
    size = alt.Size("count:Q", scale=alt.Scale(domain=[1, most], range=[px(10) ** 2, px(19) ** 2]), legend=None)
    there = base.transform_filter("datum.count > 0")
    ring = base.transform_filter("datum.count == 0").mark_point(filled=False, size=px(10) ** 2, strokeWidth=1.5)
    colours, shapes = list(kind.sides.values()), list(SHAPES.values())
    mark = there.mark_point(filled=True, opacity=1).encode(
        size=size,
        color=alt.Color("side:N", scale=alt.Scale(domain=list(kind.sides), range=colours), legend=None),
        shape=alt.Shape("side:N", scale=alt.Scale(domain=list(kind.sides), range=shapes), legend=None),
    )
    number = there.mark_text(dx=px(15), align="left", color=kind.ink, fontSize=kind.text).encode(text="count:Q")
    chart = alt.layer(ring.encode(color=alt.value(kind.quiet), opacity=alt.value(1)), mark, number).add_params(*boxes)
    return chart.properties(width=kind.width - px(100), height=px(46) * drawn["who"].nunique())


def accounts(statements: pd.DataFrame, theme: str = "light") -> ChartType:
    """Moves by the side that speaks, with a box under the chart for each account that can be left out.

    Whose account it is, is read from the documents: the publisher's country, or the outlet or ministry that a page says
    it copies. The rows are those who speak, and they stay; the marks are what the accounts that are kept have of them.
    A document stands for the whole statement, also where its page has only a part of it.

    Parameters
    ----------
    statements : DataFrame
        Rows of `statements`, all or some. Those for whom nobody is named have no side and are not drawn.
    theme : {"light", "dark", "projector"}, default "light"
        The look.

    Returns
    -------
    Altair chart
        With a parameter for each box: `without_0` and so on; at first every account is kept.

    Raises
    ------
    TypeError
        If it is given something other than a table.
    MissingColumnsError
        If a column is missing; the message names it.
    UnfitColumnError
        If a column is there twice; the message names it.
    ValueError
        If there is no such theme.

    Examples
    --------
    >>> import casebook as cb
    >>> call = cb.statements().query("statement_id in ['S076', 'S077', 'S078']")
    >>> cb.as_table(cb.accounts(call)).set_index(["Who", "Move"]).loc[("Pakistan", "cooperate"), "Iran's accounts"]
    '1: S078'
    """
    statements = needs(statements, ("statement_id", "speaks_for_id"), "accounts", "statements")
    kind, rows = look(theme), _made(statements)
    if rows.empty:
        empty = pd.DataFrame(columns=["Who", "Move", *columns().values()])
        return with_table(nothing(TITLE, "No moves were given, so there is nothing to draw.", theme), empty)
    found = _counted(rows)
    chart = with_table(_drawn(rows, kind), _words(found))
    return themed(chart, theme, TITLE, HOW_TO_READ, _described(found, rows["statement_id"].nunique()))
