"""Time, kind and place of the same events in one selection."""

from dataclasses import dataclass

import altair as alt
import pandas as pd
from altair.typing import ChartType

from casebook.charts import area, area_beyond, lanes, linked_classes, strips
from casebook.charts.area_view import Frame
from casebook.charts.event_marks import EVENT, LIT, SELECTED, SELECTION, TOLD
from casebook.charts.finish import nothing, themed
from casebook.charts.frames import needs
from casebook.charts.grammar import Drawn, beside, layered, stacked, unit
from casebook.charts.linked_room import narrowed
from casebook.charts.linked_swarm import compact
from casebook.charts.periods import split
from casebook.charts.stage import GAP, MARK, Stage, staged
from casebook.charts.table import with_table
from casebook.charts.theme import Theme, look
from casebook.charts.words import COLUMNS, listed, prepared, several, who_acted
from casebook.charts.yours import named
from casebook.kept import Spec

TITLE = "When, in which class and where: the same events three times"
HOW_TO_READ = [
    "An event has one mark in each part. Click a mark to follow it through all; shift-click adds, double-click clears.",
]
# In pixels: words and axes; a stage with labels; the map; between map and lines.
WORDS, ROOM_FOR_LABELS, LOWEST_MAP, HIGHEST_MAP, BESIDE = 210, 250, 210, 290, 16
# How much of the width the map may have, and its width to its height.
MAP_SHARES, SHAPE = (0.62, 0.54, 0.5, 0.46), 1.48


@dataclass(frozen=True)
class Pick:
    """How an event is picked out: what dims the others, which events then show their words, and the selections."""

    opacity: Spec
    shown: Spec | str
    params: tuple[Spec, ...]


BY_CLICK = Pick(LIT, {"param": SELECTED, "empty": False}, (SELECTION,))


def _words_of_picked(stage: Stage, kind: Theme, pick: Pick) -> list[alt.Chart]:
    """What is reported, beside the picked marks, on a clear ground."""
    away = kind.scaled(MARK + GAP)
    halo = {"stroke": kind.band, "strokeWidth": kind.scaled(7), "strokeJoin": "round"}
    units = []
    for left, field in ((False, "date_end"), (True, "at")):
        side = {"align": "right", "dx": -away} if left else {"align": "left", "dx": away}
        text = {"type": "text", "baseline": "middle", "color": kind.ink, "fontWeight": "bold", **side}
        shown: Spec = {"x": lanes.time_x(stage.axis, field), "y": lanes.down(stage.height), "text": {"field": "label"}}
        for style in (text | halo, text):
            drawn = unit("events", style, where=pick.shown, **shown)
            drawn.transform = [*drawn.transform, {"filter": "datum.left" if left else "!datum.left"}]
            units.append(drawn)
    return units


def _stage(rows: pd.DataFrame, kind: Theme, pick: Pick) -> tuple[Stage, alt.LayerChart]:
    """The lanes: with all labels where few events leave room for them, else with those of picked marks."""
    stage = staged(rows, kind, ROOM_FOR_LABELS)
    if stage.height <= kind.scaled(ROOM_FOR_LABELS):
        return stage, lanes.labelled(stage, kind, pick.opacity)
    stage = compact(stage, kind)
    units = [*lanes.ground(stage, kind), *lanes.marks(stage, kind, pick.opacity), *_words_of_picked(stage, kind, pick)]
    return stage, layered(units, kind.width, stage.height)


def _map(rows: pd.DataFrame, kind: Theme, room: float) -> area.AreaMap:
    """The map and the lines beside it: the widest map whose lines fit in the room, or the lowest of all."""
    tried = []
    for share in MAP_SHARES:
        width = min(share * kind.width, max(room, kind.scaled(LOWEST_MAP)) * SHAPE, kind.scaled(HIGHEST_MAP) * SHAPE)
        frame = Frame(area.view_for(rows), round(width), round(width / SHAPE))
        tried.append(area.laid_out(rows, frame, kind, kind.width - frame.width - kind.scaled(BESIDE)))
        if tried[-1].off.height <= room:
            return tried[-1]
    return min(tried, key=lambda each: max(each.frame.height, each.off.height))


@dataclass(frozen=True)
class Parts:
    """The parts of the chart before they are put together; `room` is the height that a page leaves for the map."""

    stage: Stage
    timeline: alt.LayerChart
    classes: alt.LayerChart
    found: list[strips.Strip]
    alone: pd.DataFrame
    places: area.AreaMap
    room: float

    @property
    def fit(self) -> bool:
        """Whether the map, and the lines beside it, are no higher than their room."""
        return max(self.places.frame.height, self.places.off.height) <= self.room


def laid_out(rows: pd.DataFrame, kind: Theme, pick: Pick) -> Parts:
    """The parts of the chart.

    Parameters
    ----------
    rows : DataFrame
        What `words.prepared` gives, at least one of them dated.
    kind : Theme
    pick : Pick
    """
    dated = rows[rows["date"].notna()]
    long_before = strips.lonely(dated)
    on_stage, rest = split(dated[~long_before])
    stage, timeline = _stage(on_stage, kind, pick)
    classes = linked_classes.drawn(stage, kind, pick.opacity)
    found = strips.strips(rest)
    alone = _alone(dated[long_before], kind)
    used = stage.height + classes.height + (strips.height(found, kind) + kind.scaled(62) if found else 0)
    room = kind.scaled(kind.room(WORDS)) - used - (alone["y"].max() if len(alone) else 0)
    return Parts(stage, timeline, classes, found, alone, _map(rows, kind, room), room)


def composed(parts: Parts, kind: Theme, pick: Pick) -> Drawn:
    """The parts as one chart, not yet titled."""
    stage, found, alone, places = parts.stage, parts.found, parts.alone, parts.places
    # The days stand once, under the strip of classes.
    for part in parts.timeline.layer:
        part.encoding["x"] = _without_axis(part.encoding["x"])
    views: list[ChartType] = [
        parts.timeline,
        parts.classes,
        *([strips.drawn(found, kind, pick.opacity)] if found else []),
        *([_told(alone, kind, pick)] if len(alone) else []),
        beside(area.views(places, kind, pick.opacity), kind.scaled(BESIDE)),
        area_beyond.caption(kind),
    ]
    data = lanes.datasets(stage) | linked_classes.datasets(stage, kind) | strips.datasets(found) | area.datasets(places)
    return stacked(views, data | {"alone": alone}, list(pick.params), spacing=kind.scaled(10))


def _alone(rows: pd.DataFrame, kind: Theme) -> pd.DataFrame:
    """Events long before the others, in words: they would leave an axis empty."""
    says = ("Long before: " + rows["when"] + ", " + rows["title"]).to_numpy()
    return rows[[*EVENT]].assign(says=says, y=[kind.scaled(16) * (place + 0.5) for place in range(len(rows))])


def _told(alone: pd.DataFrame, kind: Theme, pick: Pick) -> alt.LayerChart:
    height = len(alone) * kind.scaled(16)
    words = {"type": "text", "align": "left", "baseline": "middle", "color": kind.ink, "x": 0}
    said = unit(
        "alone", words, "alone", y=lanes.down(height), text={"field": "says"}, opacity=pick.opacity, tooltip=TOLD
    )
    return layered([said], kind.width, height)


def _without_axis(x: Spec) -> Spec:
    return {**x, "axis": None} if "field" in x else x


def linked(events: pd.DataFrame, theme: str = "light") -> ChartType:
    """Events in lanes over time, by quad class, and on the map, tied together by one selection.

    A click on a mark in any part lights the same event in all others and dims the rest. Where there are too many events
    for labels, a lit event shows its own. Where a page has no room for all, those furthest from the crisis are left
    out: the chart says how many, and the table has them.

    Parameters
    ----------
    events : DataFrame
        Rows of `events`, all or some.
    theme : {"light", "dark", "projector"}, default "light"
        The look.

    Returns
    -------
    Altair chart
        At most 900 pixels high on a page. Its selection is named `event`; `as_table` gives its rows.

    Raises
    ------
    TypeError
        If it is given something other than a table.
    MissingColumnsError
        If a column is missing; the message names it.
    UnfitColumnError
        If dates are no days, or a column is there twice; the message shows which, and the way out.
    ValueError
        If there is no such theme.

    Notes
    -----
    Quad classes are those of PLOVER 2.0; they say what kind of act it was, not who is to blame nor how grave it was.

    Examples
    --------
    >>> import casebook as cb
    >>> events = cb.events()
    >>> linked(events[events["phase"] == "exchange"]).to_dict()["params"][0]["name"]
    'event'
    """
    events = needs(events, (*COLUMNS, "title", "place_id"), "linked", "events")
    kind = look(theme)
    rows = prepared(events)
    if rows["date"].notna().sum() == 0:
        sentence = "No dated events were given, so there is nothing to draw."
        return with_table(nothing(TITLE, sentence, theme), area.in_words(rows))
    parts, shown, not_drawn = _most(rows, kind)
    how = [*HOW_TO_READ, *filter(None, [not_drawn]), *named("events", shown["event_id"])]
    chart = themed(composed(parts, kind, BY_CLICK), theme, TITLE, how, describe(shown, not_drawn))
    return with_table(chart, area.in_words(rows))


def _most(rows: pd.DataFrame, kind: Theme) -> tuple[Parts, pd.DataFrame, str]:
    """The parts of as many events as a page has room for, these events, and what is said of the others."""
    for shown, not_drawn in narrowed(rows):
        found = laid_out(shown, kind, BY_CLICK), shown, not_drawn
        if found[0].fit:
            break
    return found


def describe(rows: pd.DataFrame, not_drawn: str = "") -> str:
    """The linked chart in words, from its rows, and from what is said of those that are not drawn."""
    counts = rows["class"].value_counts()
    kinds = [f"{counts[name]} {name}" for name in linked_classes.CLASSES if name in counts]
    kinds += [f"{counts['']} of no class"] if "" in counts else []
    sentences = [
        f"Timeline, strip of quad classes and map of the same {several(len(rows))}, {who_acted(rows)}, in one "
        f"selection: {listed(kinds)}.",
        *filter(None, [not_drawn]),
        "The same rows in words: cb.as_table(chart).",
    ]
    return " ".join(sentences)
