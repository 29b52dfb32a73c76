"""Who did what with words: speakers, or those they speak for, against the moves of their statements."""

import textwrap

import altair as alt
import pandas as pd
from altair.typing import ChartType

from casebook import wording
from casebook.charts.event_marks import side_of
from casebook.charts.finish import nothing, themed
from casebook.charts.frames import needs
from casebook.charts.grammar import layered, stacked, unit
from casebook.charts.lanes import down
from casebook.charts.move_cells import cells, moves_of
from casebook.charts.packing import shortened
from casebook.charts.table import with_table
from casebook.charts.theme import DIMMED, Theme, look
from casebook.charts.words import listed, several
from casebook.charts.yours import named
from casebook.kept import Spec

TITLE = "Who is reported to have made which move, and how often"
HOW_TO_READ = [
    "A number counts statements in the table, and its mark grows with it. A statement can make several moves.",
    "Often here means often read, not often said. Click a mark to see which statements it counts.",
]
ROW, NAMES, SMALLEST, LARGEST = 26, 200, 9, 21
# What stands above and below the rows of the whole matrix.
AROUND = 225
# Letters in a line of the list of statements.
LINE = 130
CELL = {"name": "cell", "select": {"type": "point", "fields": ["who", "move", "says"], "clear": "dblclick"}}
ASK = "Choose a mark to see its statements here; cb.show(id) shows one of them."
BLANK_LINE = "\n "
LIT = {"condition": {"param": "cell", "value": 1}, "value": DIMMED}


def _width(kind: Theme) -> float:
    """The names of rows are wider than the gutter of other charts, and the plot narrower by as much."""
    return kind.width - kind.scaled(NAMES - 110)


def _row(kind: Theme, number: int) -> float:
    """The height of a row: less where many would make a page too long, and always more than the largest mark."""
    return kind.scaled(min(ROW, max(LARGEST + 1, kind.room(AROUND) / number)))


def _says(row: pd.Series) -> str:
    said = f"{row['who']}, {wording.code(row['move'])}, {several(row['count'], 'statement')}: {row['which']}"
    return "\n".join(textwrap.wrap(said, LINE))


def _placed(found: pd.DataFrame, moves: list[str], kind: Theme) -> dict[str, pd.DataFrame]:
    """Marks, row names and column names in pixels."""
    who = list(found["who"].unique())
    step, row = _width(kind) / len(moves), _row(kind, len(who))
    names = [shortened(name, kind.text, kind.scaled(NAMES)) for name in who]
    middles = [(place + 0.5) * row for place in range(len(who))]
    return {
        "cells": found.drop(columns="which").assign(
            x=[(moves.index(move) + 0.36) * step for move in found["move"]],
            y=[middles[who.index(name)] for name in found["who"]],
            says=[_says(row) for _, row in found.iterrows()],
            named=found["side"].notna(),
        ),
        "rows": pd.DataFrame({"name": names, "y": middles, "shaded": [place % 2 == 0 for place in range(len(who))]}),
        "columns": pd.DataFrame(
            {
                "name": [wording.code(move) for move in moves],
                "x": [(place + 0.36) * step for place in range(len(moves))],
            }
        ),
    }


def _cells(kind: Theme, x: Spec, y: Spec, most: int, sides: list[str]) -> list[alt.Chart]:
    """A mark and a number in each cell; where nobody is named, only the number."""
    px = kind.scaled
    area = {"domain": [1, max(most, 2)], "range": [px(SMALLEST) ** 2, px(LARGEST) ** 2]}
    size = {"field": "count", "type": "quantitative", "scale": area, "legend": None}
    look = {**side_of(kind, px(11), sides), "size": size}
    mark = {"type": "point", "filled": True, "stroke": kind.ground, "strokeWidth": 1, "cursor": "pointer"}
    number = {"type": "text", "baseline": "middle", "align": "left", "dx": px(15), "color": kind.ink}
    told = {"field": "says", "title": "Statements"}
    named = {"field": "named", "equal": True}
    return [
        unit("cells", mark, "matrix", where=named, x=x, y=y, opacity=LIT, tooltip=told, **look),
        unit("cells", number, x=x, y=y, opacity=LIT, text={"field": "count"}),
    ]


def _listed(kind: Theme, height: float, said: pd.Series) -> alt.Chart:
    """The statements of the chosen cell under the matrix, or how to choose one."""
    px = kind.scaled
    word = {
        "type": "text",
        "align": "left",
        "baseline": "top",
        "lineBreak": "\n",
        "x": -px(NAMES),
        "y": height + px(14),
    }
    # As many lines as the longest list, so that the page does not jump.
    ask = ASK + BLANK_LINE * said.str.count("\n").max()
    says = {"expr": f"cell.says ? cell.says[0] : {ask!r}"}
    shade = {"expr": f"cell.says ? '{kind.ink}' : '{kind.quiet}'"}
    return unit(None, {**word, "text": says, "color": shade})


def _drawn(placed: dict[str, pd.DataFrame], kind: Theme) -> alt.LayerChart:
    px, found = kind.scaled, placed["cells"]
    row = _row(kind, len(placed["rows"]))
    width, height = _width(kind), len(placed["rows"]) * row
    x = {"field": "x", "type": "quantitative", "scale": {"domain": [0, width], "nice": False}, "axis": None}
    y = down(height)
    across: Spec = {"x": {"value": 0}, "x2": {"value": width}}
    word = {"type": "text", "baseline": "middle", "color": kind.ink, "fontSize": kind.text}
    slanted = {**word, "align": "left", "angle": 320, "y": -px(8)}
    band = {"type": "bar", "orient": "horizontal", "size": row, "color": kind.band}
    sides = [side for side in kind.sides if (found["side"] == side).any()]
    return layered(
        [
            unit("rows", band, where={"field": "shaded", "equal": True}, y=y, **across),
            unit("columns", {"type": "rule", "color": kind.grid}, x=x, y={"value": 0}, y2={"value": height}),
            unit("rows", {**word, "align": "right"}, x={"value": -px(10)}, y=y, text={"field": "name"}),
            unit("columns", slanted, x=x, text={"field": "name"}),
            *_cells(kind, x, y, int(found["count"].max()), sides),
            _listed(kind, height, found["says"]),
        ],
        width,
        height,
    )


def _described(found: pd.DataFrame, statements: int) -> str:
    """The matrix in words, from its cells."""
    top = found.sort_values("count", ascending=False, kind="stable").head(3)
    told = zip(top["who"], top["move"], top["count"], strict=True)
    most = [f"{who}, {wording.code(move)} ({count})" for who, move, count in told]
    absent = sorted(set(moves_of(found)) - set(found["move"]))
    return " ".join(
        [
            f"Matrix of {several(found['who'].nunique(), 'row')}, one for each who speaks or is spoken for, and "
            f"{several(found['move'].nunique(), 'move')} of {several(statements, 'statement')}.",
            f"Most frequent: {listed(most)}.",
            *([f"Nobody here: {listed([wording.code(move) for move in absent])}."] if absent else []),
            "The same in words: cb.as_table(chart).",
        ]
    )


def move_matrix(moves: pd.DataFrame, theme: str = "light") -> ChartType:
    """Who is reported to have made which move, with the number of statements in every cell.

    Rows are the speakers, up to twelve of them; of more, the states, bodies and groups that they speak for. Columns are
    the moves of the codebook, also those that nobody here makes.

    Parameters
    ----------
    moves : DataFrame
        Rows of `moves`, all or some, also merged with `statements`. A statement that is not in the table needs its
        `speaker_id` and `speaks_for_id` in the frame.
    theme : {"light", "dark", "projector"}, default "light"
        The look.

    Returns
    -------
    Altair chart
        With one named selection, `cell`, empty at first: the statements of a chosen cell are named below.

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
    >>> call = cb.moves().query("statement_id in ['S076', 'S077', 'S078']")
    >>> list(cb.as_table(cb.move_matrix(call))["Statements"].unique())
    ['1']
    """
    moves = needs(moves, ("statement_id", "move"), "move_matrix", "moves")
    kind = look(theme)
    found = cells(moves.dropna(subset=["statement_id", "move"]))
    words = pd.DataFrame(
        {
            "Who": found["who"],
            "Side": found["side"],
            "Move": [wording.code(move) for move in found["move"]],
            "Statements": found["count"],
            "Which": found["which"],
        }
    )
    if found.empty:
        return with_table(nothing(TITLE, "No moves were given, so there is nothing to draw.", theme), words)
    placed = _placed(found, moves_of(moves), kind)
    chart = stacked([_drawn(placed, kind)], placed, [CELL], spacing=0)
    where = moves["move"].map(wording.code, na_action="ignore")
    how = [*HOW_TO_READ, *named("statements", moves["statement_id"], where)]
    described = _described(found, moves["statement_id"].nunique())
    return with_table(themed(chart, theme, TITLE, how, described), words)
