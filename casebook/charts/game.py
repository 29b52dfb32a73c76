"""Two sides with two acts each, and where they come to rest for the costs that a reader chooses (chapter 06)."""

from fractions import Fraction

import altair as alt
import pandas as pd
from altair.typing import ChartType

from casebook import chicken
from casebook.charts.finish import themed
from casebook.charts.table import with_table
from casebook.charts.theme import Theme, look
from casebook.kept import Spec

START, LEAST, MOST, STEP = 3, 0.5, 10, 0.5
# The pairs of costs that the table beside the chart spells out.
TOLD = [(cost, cost) for cost in (0.5, 1.5, 2, 3, 4, 10)] + [(6, 3), (3, 6)]
COLUMNS = ["If both strike", "Where neither gains by a change", "In the mix A holds", "In the mix B holds"]
TITLE = "What follows from what was assumed"
HOW_TO_READ = [
    # JupyterLab keeps the arrow keys for its cells, unless it has the settings of `casebook lab`.
    "A and B are no states, and no number is a life. A slider is what one side loses if both strike.",
    "By keyboard, arrow keys move it; where they go on to another cell, Page Up and Page Down do.",
    "Solid line: what is best for A, for each way in which B may act. Dashed: what is best for B. Where they meet, "
    "neither gains by a change.",
]
# How often the other must hold for a side to be indifferent, and what it does before that, in the chart's language.
TURN = {side: f"max(0, 1 - 1 / cost{side})" for side in "AB"}
BEFORE = {side: f"(cost{side} < 1 ? 0 : 1)" for side in "AB"}
# Where they may meet: how often B and A hold there, whether they do, and the words beside it.
MEETINGS = (
    ("0", "1", "costA >= 1", "'A holds, B strikes'"),
    ("1", "0", "costB >= 1", "'B holds, A strikes'"),
    ("0", "0", "costA <= 1 && costB <= 1", "'both strike'"),
    (
        *(TURN["A"], TURN["B"], "costA > 1 && costB > 1"),
        f"'mix: A ' + format({TURN['B']}, '.2f') + ', B ' + format({TURN['A']}, '.2f')",
    ),
)
MIX_FAR_RIGHT = "datum.meeting == 3 && datum.b > 0.55"


def _slider(side: str) -> alt.Parameter:
    bind = alt.binding_range(min=LEAST, max=MOST, step=STEP, name=f"{side} loses, if both strike: ")
    return alt.param(name=f"cost{side}", value=START, bind=bind)


def _share(chance: chicken.Cost) -> str:
    return f"{float(chance):.2f}"


def _words() -> pd.DataFrame:
    """Where both rest, for some pairs of costs."""
    rows = []
    for cost_a, cost_b in TOLD:
        mix = chicken.mixed(Fraction(cost_a), Fraction(cost_b))
        rest = "; ".join(f"A {a}, B {b}" for a, b in chicken.pure(cost_a, cost_b))
        rows.append([f"A loses {cost_a:g}, B loses {cost_b:g}", rest, *(map(_share, mix) if mix else ("", ""))])
    return pd.DataFrame(rows, columns=COLUMNS)


def _payoffs(kind: Theme) -> ChartType:
    """The four outcomes: what A gets, then what B gets."""
    cells = pd.DataFrame(
        [(f"A {a}", f"B {b}", *_gets(a, b)) for a in chicken.ACTS for b in chicken.ACTS],
        columns=["A", "B", "gets", "both"],
    )
    x = alt.X("B:N", sort=None, axis=alt.Axis(orient="top", title=None, labelAngle=0, ticks=False, domain=False))
    y = alt.Y("A:N", sort=None, axis=alt.Axis(title=None, ticks=False, domain=False))
    base = alt.Chart(cells).encode(x=x, y=y)
    minus = "'\u2212' + format({}, '.2~f')"
    words = f"datum.both ? {minus.format('costA')} + ', ' + {minus.format('costB')} : datum.gets"
    ground = base.mark_rect(color=kind.band, stroke=kind.axis)
    number = base.transform_calculate(words=words).mark_text(color=kind.ink, fontSize=kind.lane)
    side = kind.scaled(170)
    return alt.layer(ground, number.encode(text="words:N")).properties(width=side, height=kind.scaled(110))


def _gets(a: str, b: str) -> tuple[str, bool]:
    both = a == b == chicken.STRIKE
    gains = [chicken.payoff(a, b, START), chicken.payoff(b, a, START)]
    return ", ".join(f"{gain:d}".replace("-", "\u2212") for gain in gains), both


def _replies(kind: Theme) -> ChartType:
    """The two lines of best replies, and the points where they meet."""
    corners = pd.DataFrame([(side, corner) for side in "AB" for corner in range(4)], columns=["side", "corner"])
    turn, before = (f"(datum.side == 'A' ? {each['A']} : {each['B']})" for each in (TURN, BEFORE))
    lines = alt.Chart(corners).transform_calculate(
        own=f"datum.corner < 2 ? {before} : 0", other=f"datum.corner == 0 ? 0 : datum.corner == 3 ? 1 : {turn}"
    )
    lines = lines.transform_calculate(
        b="datum.side == 'A' ? datum.other : datum.own", a="datum.side == 'A' ? datum.own : datum.other"
    )
    scale = alt.Scale(domain=[-0.04, 1.04], nice=False)
    axis: Spec = {"values": [0, 0.25, 0.5, 0.75, 1], "format": ".2~f"}
    x = alt.X("b:Q", scale=scale, axis=alt.Axis(title="how often B holds", **axis))
    y = alt.Y("a:Q", scale=scale, axis=alt.Axis(title="how often A holds", **axis))
    dash = alt.StrokeDash("side:N", scale=alt.Scale(domain=["A", "B"], range=[[1, 0], [7, 5]]), legend=None)
    steps = lines.mark_line(color=kind.ink, strokeWidth=2).encode(x=x, y=y, order="corner:Q", strokeDash=dash)
    points = alt.Chart(pd.DataFrame({"meeting": range(len(MEETINGS))}))
    for name, place in (("b", 0), ("a", 1), ("there", 2), ("words", 3)):
        chosen = " : ".join(f"datum.meeting == {n} ? {each[place]}" for n, each in enumerate(MEETINGS[:-1]))
        points = points.transform_calculate(**{name: f"{chosen} : ({MEETINGS[-1][place]})"})
    points = points.transform_filter("datum.there").encode(x=x, y=y)
    dots = points.mark_point(filled=True, size=kind.scaled(110), color=kind.ink, opacity=1)
    label = points.encode(text="words:N")
    style: Spec = {"color": kind.ink, "fontSize": kind.text}
    # To the left of a mix that is far right, where no line runs; to the right of everything else.
    left = label.transform_filter(MIX_FAR_RIGHT).mark_text(
        align="right", dx=-kind.scaled(9), dy=kind.scaled(14), **style
    )
    right = label.transform_filter(f"!({MIX_FAR_RIGHT})").mark_text(
        align="left", dx=kind.scaled(9), dy=-kind.scaled(10), **style
    )
    side = kind.scaled(300)
    return alt.layer(steps, dots, left, right).properties(width=side, height=side)


def _described() -> str:
    (a, b), mix = chicken.pure(START, START), _share(chicken.holding_that_balances(Fraction(START)))
    return (
        "A game of two sides, A and B, that each hold or strike, with two sliders from "
        f"{LEAST:g} to {MOST:g} for what each loses if both strike. With {START} for both, neither gains by a change "
        f"where A {a[0]} and B {a[1]}, where A {b[0]} and B {b[1]}, and in a mix where each holds {mix} of the time. "
        "Other costs, in words: cb.as_table(chart)."
    )


def game(theme: str = "light") -> ChartType:
    """Two sides that each hold or strike, and where neither gains by a change, for costs chosen with two sliders.

    A side that strikes alone gains 1, and the other loses 1; if both hold, nothing changes; if both strike, each loses
    what its slider says. The shape is called chicken while both costs are above 1. The numbers are assumptions, in
    units of what striking alone gains: none was measured.

    Parameters
    ----------
    theme : {"light", "dark", "projector"}, default "light"
        The look.

    Returns
    -------
    Altair chart
        With parameters `costA` and `costB`; `cb.as_table` has the outcome for some pairs of costs.

    Raises
    ------
    ValueError
        If there is no such theme.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.as_table(cb.game()).set_index("If both strike").loc["A loses 6, B loses 3", "In the mix B holds"]
    '0.83'
    """
    kind = look(theme)
    lines = _replies(kind).add_params(_slider("A"), _slider("B"))
    chart = alt.hconcat(_payoffs(kind), lines, spacing=round(kind.scaled(40)))
    return themed(with_table(chart, _words()), theme, TITLE, HOW_TO_READ, _described())
