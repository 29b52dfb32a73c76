"""The marks and words of the toll chart: how the laid-out rows of reports are drawn."""

import altair as alt

from casebook.charts.frames import records
from casebook.charts.placing import COLUMN_GAP, DATES, GAP, HEADING, LANE, NOTE, PLOT, ROW, Placed
from casebook.charts.theme import DIMMED, Theme

ASK = "Choose a row to read it as a sentence."
ARROW, DOT, HEAD = 34, 85, 45
ONE = alt.InlineData([{}])


class Pen:
    """Draws one laid-out chart: the same scales under every mark, and all rows paler but the one that is chosen."""

    def __init__(self, placed: Placed, kind: Theme, measures: str, report: alt.Parameter) -> None:
        self.placed, self.kind, self.px = placed, kind, kind.scaled
        self.rows = alt.Chart(alt.NamedData("reports"))
        self.people = alt.Scale(domain=[0, placed.top], nice=False)
        self.axis = alt.Axis(title=f"people reported {measures}", values=placed.people, format="d", labelFlush=False)
        self.y = alt.Y("y:Q", scale=alt.Scale(domain=[0, placed.height], reverse=True, nice=False), axis=None)
        # Value objects and not alt.value: Altair looks up the class of each plain one, 9 ms a time.
        self.seen = alt.OpacityValue(DIMMED, condition={"param": report.name, "value": 1})
        # A copy is paler than the row that it repeats.
        copy = {"test": "datum.copy", "value": kind.border}
        self.paint, self.outline = alt.ColorValue(kind.ink, condition=copy), alt.StrokeValue(kind.ink, condition=copy)

    def x(self, field: str) -> alt.X:
        """A number of people."""
        return alt.X(f"{field}:Q", scale=self.people, axis=self.axis)

    def area(self, px: float) -> float:
        """The size of a symbol, whose side grows with the labels."""
        return self.px(1) ** 2 * px

    def threads(self, points: str, each: str, order: str, color: str) -> alt.Chart:
        """Thin lines through the points of a dataset, one for each value of `each`."""
        thread = alt.Chart(alt.NamedData(points)).mark_line(color=color, strokeWidth=self.px(1.2))
        return thread.encode(x=self.x("x"), y=self.y, detail=f"{each}:N", order=f"{order}:Q")

    def arrow(self, qualifier: str, field: str, shape: str, length: float) -> list[alt.Chart]:
        """A dashed arrow of fixed length: the figure is a bound, and nobody says how far beyond it."""
        bound = self.rows.transform_filter(alt.datum.qualifier == qualifier)
        shaft = bound.mark_rule(strokeDash=[3, 3], strokeWidth=self.px(1.6), x2Offset=length)
        head = bound.mark_point(shape=shape, filled=True, size=self.area(HEAD), xOffset=length)
        look = {"x": self.x(field), "y": self.y, "color": self.paint, "opacity": self.seen}
        return [shaft.encode(x2=field, **look), head.encode(**look)]

    def say(self, text: str, x: alt.X | alt.XValue, where: str | None = None, **mark) -> alt.Chart:
        """Words on each row, at a figure or in a column."""
        style = {"align": "left", "baseline": "middle", "color": self.kind.ink, "fontSize": self.kind.text, **mark}
        rows = self.rows.transform_filter(where) if where else self.rows
        return rows.mark_text(**style).encode(x=x, y=self.y, text=f"{text}:N", opacity=self.seen)

    def figure(self, x: alt.X | alt.XValue, where: str, dx: float, **mark) -> list[alt.Chart]:
        """The figure in words, on a clear ground, so that no line runs through it."""
        halo = {"stroke": self.kind.ground, "strokeWidth": self.px(4), "strokeJoin": "round"}
        return [self.say("words", x, where, dx=self.px(dx), **mark, **style) for style in (halo, {})]


def _figures(pen: Pen) -> list[alt.Chart]:
    """Range, bound and dots of each row."""
    kind, size = pen.kind, pen.area(DOT)
    low, high = "isValid(datum.lower)", "isValid(datum.upper)"
    between = pen.rows.transform_filter(f"{low} && {high}").mark_rule(color=kind.ink, strokeWidth=pen.px(4))
    filled = pen.rows.transform_filter(low).mark_point(filled=True, size=size, stroke=kind.ground, strokeWidth=1.5)
    hollow = pen.rows.transform_filter(high).mark_point(size=size, fill=kind.ground, strokeWidth=pen.px(2))
    return [
        between.encode(x=pen.x("lower"), x2="upper", y=pen.y, opacity=pen.seen),
        *pen.arrow("at_least", "lower", "triangle-right", pen.px(ARROW)),
        *pen.arrow("up_to", "upper", "triangle-left", -pen.px(ARROW)),
        hollow.encode(x=pen.x("upper"), y=pen.y, stroke=pen.outline, opacity=pen.seen),
        filled.encode(x=pen.x("lower"), y=pen.y, color=pen.paint, opacity=pen.seen),
    ]


def _columns(pen: Pen, left: float) -> list[alt.Chart]:
    """What stands in words on each row: date, reporter, figure, who."""
    px, placed, quiet = pen.px, pen.placed, pen.kind.quiet
    bound, blank = "datum.qualifier == 'at_least'", "datum.qualifier == 'no_figure'"
    return [
        pen.say("date", alt.XValue(left), color=quiet),
        pen.say("reporter", alt.XValue(px(-LANE)), align="right", limit=px(placed.names)),
        *pen.figure(pen.x("end"), f"!({bound}) && !({blank})", 10),
        *pen.figure(pen.x("end"), bound, ARROW + 10),
        *pen.figure(alt.XValue(0), blank, 8, fontStyle="italic"),
        pen.say("who", alt.XValue(px(PLOT + COLUMN_GAP)), color=quiet, limit=px(placed.victims)),
    ]


def _headings(pen: Pen, left: float) -> list[alt.Chart]:
    """The event of each block, and the note above counts of one group."""
    kind, words = pen.kind, alt.Chart(alt.NamedData("headings"))
    title = {"fontSize": kind.lane, "fontWeight": "bold", "color": kind.ink}
    note = {"fontSize": kind.text, "fontStyle": "italic", "color": kind.quiet}
    lines = []
    for which, style in (("datum.heading", title), ("!datum.heading", note)):
        said = words.transform_filter(which).mark_text(align="left", baseline="middle", **style)
        lines.append(said.encode(x=alt.XValue(left), y=pen.y, text="text:N"))
    return lines


def _heads(pen: Pen, left: float) -> list[alt.Chart]:
    """What each column holds."""
    px = pen.px
    columns = [("reported", left, "left"), ("by", px(-LANE), "right"), ("figure", 0, "left")]
    if pen.placed.victims:
        columns.append(("who, as told", px(PLOT + COLUMN_GAP), "left"))
    heads = []
    for head, x, align in columns:
        style = {"align": align, "baseline": "middle", "color": pen.kind.quiet, "fontSize": pen.kind.text}
        said = alt.Chart(ONE).mark_text(text=head, **style)
        heads.append(said.encode(x=alt.XValue(x), y=alt.YValue(px(NOTE / 2))))
    return heads


def drawn(placed: Placed, kind: Theme, measures: str) -> alt.LayerChart:
    """Laid-out reports as a chart, without its title: one named selection, `report`, empty at first.

    A chosen row keeps its strength while the others fade, and is written out as a sentence under the axis.
    """
    report = alt.selection_point(name="report", fields=["report_id"], toggle=False)
    pen = Pen(placed, kind, measures, report)
    px = kind.scaled
    left, right = -px(LANE + placed.names + DATES), px(PLOT + COLUMN_GAP + placed.victims)
    strip = pen.rows.mark_bar(orient="horizontal", size=px(ROW), cursor="pointer")
    across = {"x": alt.XValue(left), "x2": alt.X2Value(right), "y": pen.y}
    chosen = alt.ColorValue("transparent", condition={"param": "report", "empty": False, "value": kind.band})
    foot = {"x": alt.XValue(left), "y": alt.YValue(px(placed.height + 58))}
    aloud = {"align": "left", "baseline": "top", "fontSize": kind.text}
    ask = alt.ExprRef(f"report.report_id ? '' : '{ASK}'")
    # Headings stand on a clear ground: the lines of the scale belong to the rows.
    headings = alt.Chart(alt.NamedData("headings"))
    clear = headings.mark_bar(orient="horizontal", size=px(HEADING + GAP), color=kind.ground)
    layers = [
        clear.encode(x=alt.XValue(-1), x2=alt.X2Value(px(PLOT)), y=pen.y),
        strip.encode(**across, color=chosen),
        pen.rows.mark_rule(color=kind.grid).encode(x=alt.XValue(0), x2=alt.X2Value(px(PLOT)), y=pen.y),
        pen.threads("corrected", "line", "y", kind.quiet),
        pen.threads("copies", "bracket", "order", kind.border),
        *_figures(pen),
        *_columns(pen, left),
        *_headings(pen, left),
        *_heads(pen, left),
        alt.Chart(ONE).mark_text(**aloud, text=ask, color=kind.quiet).encode(**foot),
        pen.rows.transform_filter({"param": "report", "empty": False})
        .mark_text(**aloud, color=kind.ink)
        .encode(**foot, text="says:N"),
        strip.encode(
            **across, color=alt.ColorValue("transparent"), tooltip=alt.Tooltip("says:N", title="Report")
        ).add_params(report),
    ]
    datasets = {
        "reports": records(placed.rows),
        "headings": records(placed.words),
        "copies": records(placed.copies),
        "corrected": records(placed.corrected),
    }
    return alt.layer(*layers, datasets=datasets, width=px(PLOT), height=px(placed.height))
