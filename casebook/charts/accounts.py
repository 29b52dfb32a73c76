"""Who is reported to have made which move, by an account that the reader chooses (chapter 05)."""

import altair as alt
import pandas as pd

from casebook import tellers, wording
from casebook.charts import sides
from casebook.charts.frames import needs
from casebook.charts.table import with_table
from casebook.charts.theme import Theme, by_side, look, nothing, themed
from casebook.charts.words import listed, several
from casebook.datapackage import table

EVERY = "every account"
TITLE = "Who is reported to have made which move, by whose account"
HOW_TO_READ = [
    "A filled mark counts the statements that we read in the account chosen in the menu.",
    "A ring: told somewhere else, and on no page of this account that we read. That is not “never printed”.",
]


def columns() -> dict[str, str]:
    """The accounts that there are to choose from, and what a column of the table calls them.

    Examples
    --------
    >>> list(columns().values())
    ['Every account', "Iran's accounts", "Pakistan's accounts", 'Other accounts']
    """
    told = {each: "Other accounts" if each == tellers.OTHERS else f"{each}'s accounts" for each in tellers.names()}
    return {EVERY: "Every account"} | told


def menu() -> dict[str, str]:
    """The same, as the menu calls them."""
    told = {each: "other accounts" if each == tellers.OTHERS else f"accounts from {each}" for each in tellers.names()}
    return {EVERY: EVERY} | told


def _made(statements: pd.DataFrame) -> pd.DataFrame:
    """The moves of the statements that have a side, with the name of the side."""
    names = table("actors").set_index("actor_id")["name"]
    side_of = sides.actor_sides()
    said = statements[["statement_id", "speaks_for_id"]].dropna().drop_duplicates()
    rows = said.merge(table("moves"), on="statement_id")
    return rows.assign(
        who=rows["speaks_for_id"].map(names).fillna(rows["speaks_for_id"]).astype(str),
        side=[side_of.get(each, sides.THIRD) for each in rows["speaks_for_id"]],
        move=rows["move"].astype(str),
    )


def _counted(rows: pd.DataFrame) -> pd.DataFrame:
    """One row for each who and move: how many statements each account has, and which."""
    documents = tellers.tellers()
    heard = {EVERY: set(rows["statement_id"])}
    heard |= {each: set(documents.loc[documents["teller"] == each, "statement_id"]) for each in tellers.names()}
    cells = []
    for (who, side, move), part in rows.groupby(["who", "side", "move"], sort=True):
        ids = sorted(part["statement_id"])
        there = {account: [each for each in ids if each in heard[account]] for account in heard}
        counts = {account: len(found) for account, found in there.items()}
        cells.append({"who": who, "side": side, "move": move, **counts, "which": there})
    order = sides.names()
    return pd.DataFrame(sorted(cells, key=lambda cell: (order.index(cell["side"]), cell["who"])))


def _told(ids: list[str]) -> str:
    return f"{len(ids)}: {', '.join(ids)}" if ids else "none read"


def _words(found: pd.DataFrame) -> pd.DataFrame:
    """The cells in words, with a column for each account."""
    head = {"Who": found["who"], "Move": found["move"].map(wording.code)}
    return pd.DataFrame(
        head | {title: [_told(ids[account]) for ids in found["which"]] for account, title in columns().items()}
    )


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
            f"{several(statements, 'statement')}, for an account chosen from: {listed([*menu().values()])}.",
            *lacking,
            "The same in words: cb.as_table(chart).",
        ]
    )


def _drawn(found: pd.DataFrame, kind: Theme, theme: str) -> alt.LayerChart:
    px, moves = kind.scaled, [wording.code(each) for each in table("moves")["move"].cat.categories]
    account = alt.param(
        name="account",
        value=EVERY,
        bind=alt.binding_select(options=[*menu()], labels=[*menu().values()], name="Whose account: "),
    )
    rows = found.drop(columns="which").assign(move=found["move"].map(wording.code))
    base = alt.Chart(rows).transform_calculate(count="datum[account]")
    axis = alt.Axis(orient="top", title=None, labelAngle=-40, labelAlign="left", labelOverlap=False, ticks=False)
    x = alt.X("move:N", sort=None, scale=alt.Scale(domain=moves), axis=axis)
    names = alt.Axis(title=None, ticks=False, domain=False, labelLimit=px(200))
    base = base.encode(x=x, y=alt.Y("who:N", sort=None, axis=names))
    most = max(int(found[EVERY].max()), 2)
    size = alt.Size("count:Q", scale=alt.Scale(domain=[1, most], range=[px(10) ** 2, px(19) ** 2]), legend=None)
    ring = base.mark_point(filled=False, size=px(10) ** 2, color=kind.quiet, opacity=1, strokeWidth=1.5)
    mark = base.transform_filter("datum.count > 0").mark_point(filled=True, opacity=1)
    number = base.transform_filter("datum.count > 0").mark_text(
        dx=px(15), align="left", color=kind.ink, fontSize=kind.text
    )
    layers = alt.layer(
        ring.transform_filter("datum.count == 0"),
        mark.encode(size=size, **by_side(theme, legend=False)),
        number.encode(text="count:Q"),
    )
    return layers.add_params(account).properties(width=kind.width - px(100), height=px(46) * found["who"].nunique())


def accounts(statements: pd.DataFrame, theme: str = "light") -> alt.LayerChart:
    """Moves by the side that speaks, in the account that is chosen in the menu under the chart.

    Whose account it is, is read from the documents: the publisher's country, or the outlet or ministry that a page says
    it copies. The rows are those who speak, and they stay; the marks are what the chosen account has of them. A
    document stands for the whole statement, also where its page has only a part of it.

    Parameters
    ----------
    statements : DataFrame
        Rows of `statements`, all or some. Those for whom nobody is named have no side and are not drawn.
    theme : {"light", "dark", "projector"}
        The look.

    Returns
    -------
    LayerChart
        With a parameter `account`, at first every account.

    Raises
    ------
    MissingColumnsError
        If a column is missing; the message names it.

    Examples
    --------
    >>> import casebook as cb
    >>> call = cb.statements().query("statement_id in ['S076', 'S077', 'S078']")
    >>> cb.as_table(cb.accounts(call)).set_index(["Who", "Move"]).loc[("Pakistan", "cooperate"), "Iran's accounts"]
    '1: S078'
    """
    needs(statements, ("statement_id", "speaks_for_id"), "accounts", "statements")
    kind, rows = look(theme), _made(statements)
    if rows.empty:
        empty = pd.DataFrame(columns=["Who", "Move", *columns().values()])
        return with_table(nothing(TITLE, "No moves were given, so there is nothing to draw.", theme), empty)
    found = _counted(rows)
    chart = with_table(_drawn(found, kind, theme), _words(found))
    return themed(chart, theme, TITLE, HOW_TO_READ, _described(found, rows["statement_id"].nunique()))
