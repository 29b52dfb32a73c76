"""The marks and words of the toll chart: how the laid-out rows of reports are drawn."""

from typing import Any

import altair as alt

from casebook.charts.grammar import layered, stacked, unit
from casebook.charts.lanes import down
from casebook.charts.placing import (
    ARROW,
    BESIDE,
    BEYOND,
    COLUMN_GAP,
    DATES,
    GAP,
    HEADING,
    LANE,
    NOTE,
    PLOT,
    ROW,
    Placed,
)
from casebook.charts.theme import DIMMED, Theme
from casebook.kept import Spec

ASK = "Choose a row to read it as a sentence."
DOT, HEAD = 85, 45
# The sentence is a part of the choice, so that one mark can say it.
REPORT = {"name": "report", "select": {"type": "point", "fields": ["report_id", "says"], "toggle": False}}
# All rows paler but the one that is chosen.
SEEN = {"condition": {"param": "report", "value": 1}, "value": DIMMED}
WITH_FIGURE = ("exact", "up_to", "range", "about", "none")


def _is(qualifier: str) -> Spec:
    return {"field": "qualifier", "equal": qualifier}


class Pen:
    """Draws one laid-out chart: the same scales under every mark."""

    def __init__(self, placed: Placed, kind: Theme, measures: str) -> None:
        self.placed, self.kind, self.px = placed, kind, kind.scaled
        self.left = -self.px(LANE + placed.names + DATES)
        self.right = self.px(PLOT + COLUMN_GAP + placed.victims)
        self.y = down(placed.height)
        axis = {"title": f"people reported {measures}", "values": placed.people, "format": "d", "labelFlush": False}
        self.people = {"type": "quantitative", "scale": {"domain": [0, placed.top], "nice": False}, "axis": axis}
        # A copy is paler than the row that it repeats.
        self.paint = {"condition": {"test": {"field": "copy", "equal": True}, "value": kind.border}, "value": kind.ink}

    def x(self, field: str) -> Spec:
        """A number of people."""
        return {"field": field, **self.people}

    def area(self, px: float) -> float:
        """The size of a symbol, whose side grows with the labels."""
        return self.px(1) ** 2 * px

    def threads(self, points: str, each: str, order: str, color: str) -> alt.Chart:
        """Thin lines through the points of a dataset, one for each value of `each`."""
        fading = {"expr": f"report.says ? {DIMMED} : 1"}
        line = {"type": "line", "color": color, "strokeWidth": self.px(1.2), "opacity": fading}
        detail, along = {"field": each, "type": "nominal"}, {"field": order, "type": "quantitative"}
        return unit(points, line, x=self.x("x"), y=self.y, detail=detail, order=along)

    def bounds(self) -> list[alt.Chart]:
        """At least: a dashed arrow of one length, for nobody says how far. Up to: dashes from nobody to the figure."""
        dashes = {"type": "rule", "strokeDash": [3, 3], "strokeWidth": self.px(1.6)}
        away = self.px(ARROW)
        head = {"type": "point", "shape": "triangle-right", "filled": True, "size": self.area(HEAD), "xOffset": away}
        look: Spec = {"y": self.y, "color": self.paint, "opacity": SEEN}
        least: Spec = {"where": _is("at_least"), "x": self.x("lower"), **look}
        most: Spec = {"where": _is("up_to"), "x": self.x("upper"), "x2": {"datum": 0}, **look}
        shaft = {**dashes, "x2Offset": away}
        return [
            unit("reports", shaft, x2={"field": "lower"}, **least),
            unit("reports", head, **least),
            unit("reports", dashes, **most),
        ]

    def write(self, text: str, x: Spec, where: Spec | None = None, **mark: Any) -> alt.Chart:
        """Words on each row, at a figure or in a column."""
        style = {"type": "text", "align": "left", "baseline": "middle", "color": self.kind.ink, **mark}
        return unit("reports", style, where=where, x=x, y=self.y, text={"field": text}, opacity=SEEN)


def _figures(pen: Pen) -> list[alt.Chart]:
    """Range, bound and dots of each row."""
    kind = pen.kind
    shown: Spec = {"y": pen.y, "opacity": SEEN}
    dot = {"type": "point", "size": pen.area(DOT)}
    filled = {**dot, "filled": True, "stroke": kind.ground, "strokeWidth": 1.5}
    hollow = {**dot, "filled": False, "fill": kind.ground, "strokeWidth": pen.px(2)}
    between = {"type": "rule", "color": kind.ink, "strokeWidth": pen.px(4)}
    low, high = pen.x("lower"), pen.x("upper")
    return [
        unit("reports", between, where=_is("range"), x=low, x2={"field": "upper"}, **shown),
        *pen.bounds(),
        unit("reports", hollow, where={"field": "upper", "valid": True}, x=high, stroke=pen.paint, **shown),
        unit("reports", filled, where={"field": "lower", "valid": True}, x=low, color=pen.paint, **shown),
    ]


def _columns(pen: Pen) -> list[alt.Chart]:
    """What stands in words on each row: date, reporter, figure, who."""
    px, quiet, end = pen.px, pen.kind.quiet, pen.x("end")
    # A clear ground under the figures that a thin line would run through.
    crossed = sorted(set(pen.placed.rows["crossed"]) - {0})
    halo: Spec = {"stroke": pen.kind.ground, "strokeWidth": px(4), "strokeJoin": "round"}
    return [
        pen.write("date", {"value": pen.left}, color=quiet),
        pen.write("reporter", {"value": px(-LANE)}, align="right"),
        *[pen.write("words", end, {"field": "crossed", "equal": away}, dx=px(away), **halo) for away in crossed],
        pen.write("words", end, {"field": "qualifier", "oneOf": list(WITH_FIGURE)}, dx=px(BESIDE)),
        pen.write("words", end, _is("at_least"), dx=px(BEYOND)),
        pen.write("words", {"value": 0}, _is("no_figure"), dx=px(8), fontStyle="italic"),
        pen.write("who", {"value": px(PLOT + COLUMN_GAP)}, color=quiet),
    ]


def _headings(pen: Pen) -> list[alt.Chart]:
    """The event of each block, and the note above counts of one group."""
    kind = pen.kind
    word = {"type": "text", "align": "left", "baseline": "middle"}
    title = {**word, "fontSize": kind.lane, "fontWeight": "bold", "color": kind.ink}
    note = {**word, "fontStyle": "italic", "color": kind.quiet}
    at: Spec = {"x": {"value": pen.left}, "y": pen.y, "text": {"field": "text"}}
    return [
        unit("headings", style, where={"field": "heading", "equal": heading}, **at)
        for heading, style in ((True, title), (False, note))
    ]


def _heads(pen: Pen) -> list[alt.Chart]:
    """What each column holds."""
    px = pen.px
    columns = [("reported", pen.left, "left"), ("by", px(-LANE), "right"), ("figure", 0, "left")]
    if pen.placed.victims:
        columns.append(("who, as told", px(PLOT + COLUMN_GAP), "left"))
    style = {"type": "text", "baseline": "middle", "color": pen.kind.quiet, "y": px(NOTE / 2)}
    return [unit(None, {**style, "text": head, "x": x, "align": align}) for head, x, align in columns]


def _aloud(pen: Pen) -> alt.Chart:
    """The chosen row as a sentence under the axis, or how to choose one."""
    word = {"type": "text", "align": "left", "baseline": "top", "x": pen.left, "y": pen.px(pen.placed.height + 58)}
    says = {"expr": f"report.says ? report.says[0] : {ASK!r}"}
    shade = {"expr": f"report.says ? '{pen.kind.ink}' : '{pen.kind.quiet}'"}
    return unit(None, {**word, "text": says, "color": shade})


def drawn(placed: Placed, kind: Theme, measures: str) -> alt.VConcatChart:
    """Laid-out reports as a chart, without its title: one named selection, `report`, empty at first.

    A chosen row keeps its strength while the others fade, and is written out as a sentence under the axis.
    """
    pen = Pen(placed, kind, measures)
    px = kind.scaled
    bar = {"type": "bar", "orient": "horizontal"}
    strip = {**bar, "size": px(ROW), "cursor": "pointer"}
    across: Spec = {"x": {"value": pen.left}, "x2": {"value": pen.right}, "y": pen.y}
    plot: Spec = {"x2": {"value": px(PLOT)}, "y": pen.y}
    chosen = {"condition": {"param": "report", "empty": False, "value": kind.band}, "value": "transparent"}
    told = {"field": "says", "title": "Report"}
    # The line of a row leads to its figure and not through it.
    lead = {"type": "rule", "color": kind.grid}
    layers = [
        # Headings stand on a clear ground: the lines of the scale belong to the rows.
        unit("headings", {**bar, "size": px(HEADING + GAP), "color": kind.ground}, x={"value": -1}, **plot),
        unit("reports", strip, **across, color=chosen),
        unit("reports", lead, where={"field": "end", "valid": True}, x=pen.x("end"), x2={"datum": 0}, y=pen.y),
        pen.threads("corrected", "line", "y", kind.quiet),
        pen.threads("copies", "bracket", "order", kind.border),
        *_figures(pen),
        *_columns(pen),
        *_headings(pen),
        *_heads(pen),
        _aloud(pen),
        unit("reports", strip, "rows", **across, color={"value": "transparent"}, tooltip=told),
    ]
    data = {"reports": placed.rows, "headings": placed.words, "copies": placed.copies, "corrected": placed.corrected}
    return stacked([layered(layers, px(PLOT), px(placed.height))], data, [REPORT], spacing=0)
