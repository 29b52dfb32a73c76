"""The stage of a timeline drawn: lanes, days, marks with their labels."""

import altair as alt
import pandas as pd

from casebook import wording
from casebook.charts.event_marks import EVENT, LIT, TOLD, colour_of, side_of
from casebook.charts.grammar import layered, moment, unit
from casebook.charts.periods import DAY, Axis, crisis, phases
from casebook.charts.stage import GAP, MARK, Stage
from casebook.charts.theme import Theme
from casebook.kept import Spec

CARRIED = [*EVENT, "label", "at", "date", "date_end", "y", "left", "exact"]
VIEW = "timeline"
# A bar is an event of several days, or the month or year in which its day must lie.
LASTS, WITHIN = "lasts", "within"


def time_x(axis: Axis, field: str) -> Spec:
    """A field of dates on the axis, ticked where the axis says."""
    drawn = {
        "values": [moment(tick) for tick in axis.ticks],
        "format": axis.format,
        "title": axis.title or None,
        "grid": False,
        "labelFlush": False,
        "labelPadding": 4,
    }
    scale = {"domain": [moment(axis.start), moment(axis.end)], "nice": False}
    return {"field": field, "type": "temporal", "scale": scale, "axis": drawn}


def on_axis(field: str) -> Spec:
    """A field of dates in a view that has its axis already: another mark of it says it once, with `time_x`."""
    return {"field": field, "type": "temporal"}


def down(height: float, field: str = "y") -> Spec:
    """Pixels from the top."""
    scale = {"domain": [0, height], "reverse": True, "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def shows_turn(axis: Axis) -> bool:
    """Whether an axis is long and fine enough to mark where the exchange of strikes ends."""
    first, last = crisis()
    return axis.start < first and axis.end > last and axis.end - axis.start < 40 * DAY


def _spans(rows: pd.DataFrame) -> list[str]:
    """What the bar of each event stands for; blank where it has none."""
    long = rows["date_end"] > rows["date"]
    return [(LASTS if exact else WITHIN) if bar else "" for bar, exact in zip(long, rows["exact"], strict=True)]


def datasets(stage: Stage) -> dict[str, pd.DataFrame]:
    """What the stage is drawn from."""
    lanes = stage.lanes.assign(middle=(stage.lanes["top"] + stage.lanes["bottom"]) / 2)
    # Between the exchange and the talks, as the phases of the codebook have it.
    calm_from, says = phases()["de_escalation"][0] - DAY / 2, [_phase(name) for name in ("exchange", "de_escalation")]
    turn = pd.DataFrame({"at": [calm_from] * 2, "says": says, "before": [True, False]})
    events = stage.rows[CARRIED].assign(span=_spans(stage.rows))
    data = {"events": events, "lanes": lanes, "ticks": pd.DataFrame({"at": stage.axis.ticks})}
    return data | {"turn": turn} if shows_turn(stage.axis) else data


def _phase(name: str) -> str:
    """A phase and its days: "exchange, 16 to 18 Jan"."""
    first, last = phases()[name]
    begins = f"{first.day}" if first.month == last.month else f"{first.day} {first:%b}"
    return f"{wording.code(name)}, {begins} to {last.day} {last:%b}"


def ground(stage: Stage, kind: Theme) -> list[alt.Chart]:
    """Shaded lanes with their names in the gutter, a thin line at every tick, and where the talks begin."""
    name = {"type": "text", "align": "right", "baseline": "middle", "fontSize": kind.lane, "fontWeight": "bold"}
    top, bottom = {"value": 0}, {"value": stage.height}
    x = time_x(stage.axis, "at")
    units = [
        unit(
            "lanes",
            {"type": "rect", "color": kind.band},
            x={"value": 0},
            x2={"value": kind.width},
            y=down(stage.height, "top"),
            y2={"field": "bottom"},
        ),
        unit(
            "lanes",
            {**name, "color": kind.ink},
            x={"value": -kind.scaled(12)},
            y=down(stage.height, "middle"),
            text={"field": "lane"},
        ),
        unit("ticks", {"type": "rule", "color": kind.grid}, x=x, y=top, y2=bottom),
    ]
    return [*units, *_turn(stage, kind)] if shows_turn(stage.axis) else units


def _turn(stage: Stage, kind: Theme) -> list[alt.Chart]:
    x = on_axis("at")
    text = {"type": "text", "baseline": "bottom", "color": kind.quiet, "fontSize": kind.scaled(11), "y": -4}
    line = {"type": "rule", "color": kind.axis, "strokeDash": [1, 4]}
    before, after = {**text, "align": "right", "dx": -6}, {**text, "align": "left", "dx": 6}
    return [
        unit("turn", line, x=x, y={"value": -kind.scaled(16)}, y2={"value": stage.height}),
        unit("turn", before, where={"field": "before", "equal": True}, x=x, text={"field": "says"}),
        unit("turn", after, where={"field": "before", "equal": False}, x=x, text={"field": "says"}),
    ]


def marks(stage: Stage, kind: Theme, opacity: Spec) -> list[alt.Chart]:
    """Marks filled where the day is known and open where only the month or year is, and bars over several days."""
    shown: Spec = {"y": down(stage.height), "opacity": opacity, "tooltip": TOLD}
    present = set(_spans(stage.rows))
    look = side_of(kind, kind.scaled(11))
    units = []
    ends: Spec = {"x": on_axis("date"), "x2": {"field": "date_end"}, "color": colour_of(kind)}
    for span, mark in ((LASTS, {"strokeWidth": kind.scaled(3)}), (WITHIN, {"strokeWidth": 1.5, "strokeDash": [4, 3]})):
        if span in present:
            bar = {"type": "rule", **mark}
            units.append(unit("events", bar, where={"field": "span", "equal": span}, **ends, **shown))
    x = on_axis("at")
    full = {"type": "point", "filled": True, "stroke": kind.ground, "strokeWidth": 1}
    units.append(unit("events", full, VIEW, where={"field": "exact", "equal": True}, x=x, **look, **shown))
    if not stage.rows["exact"].all():
        hollow = {"type": "point", "filled": False, "fill": kind.ground, "strokeWidth": 2}
        units.append(unit("events", hollow, where={"field": "exact", "equal": False}, x=x, **look, **shown))
    return units


def labels(stage: Stage, kind: Theme, opacity: Spec) -> list[alt.Chart]:
    """What is reported, beside its mark."""
    away = kind.scaled(MARK + GAP)
    units = []
    for left, field in ((False, "date_end"), (True, "date")):
        if (stage.rows["left"] == left).any():
            side = {"align": "right", "dx": -away} if left else {"align": "left", "dx": away}
            text = {"type": "text", "baseline": "middle", "color": kind.ink, **side}
            shown: Spec = {"y": down(stage.height), "text": {"field": "label"}, "opacity": opacity, "tooltip": TOLD}
            where = {"field": "left", "equal": left}
            units.append(unit("events", text, where=where, x=on_axis(field), **shown))
    return units


def labelled(stage: Stage, kind: Theme, opacity: Spec = LIT) -> alt.LayerChart:
    """The whole stage, every mark with its label. Uses `datasets(stage)`; the view that selects is named `timeline`."""
    units = [*ground(stage, kind), *marks(stage, kind, opacity), *labels(stage, kind, opacity)]
    return layered(units, kind.width, stage.height)
