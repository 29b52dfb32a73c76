"""The map: where events are reported to have happened, and how exactly that is known."""

from dataclasses import dataclass

import altair as alt
import pandas as pd
from altair.typing import ChartType

from casebook.charts import area_beyond, area_ground
from casebook.charts.area_beyond import Beyond
from casebook.charts.area_places import POINTS, located
from casebook.charts.area_sites import EDGE, sites
from casebook.charts.area_view import Frame, View, around, has_ground, viewed
from casebook.charts.event_marks import EVENT, LIT, SELECTION, TOLD, side_of
from casebook.charts.finish import nothing, themed
from casebook.charts.frames import needs
from casebook.charts.grammar import layered, stacked, unit
from casebook.charts.lanes import down
from casebook.charts.table import with_table
from casebook.charts.theme import Theme, look
from casebook.charts.words import COLUMNS, as_words, listed, prepared, several, who_acted
from casebook.charts.yours import named
from casebook.kept import Spec

VIEW = "map"
HEIGHT = 400
TITLE = "Where it is reported to have happened, and how exactly that is known"
HOW_TO_READ = [
    "One mark is one event; marks of one place stand side by side. Open: known to the district, drawn at its seat.",
    "Known to a province or country only: counted at its name and listed below. Click a mark to single it out.",
]
CARRIED = [*EVENT, "place", "known", "x", "y"]
WHERE = [
    {"field": "place", "type": "nominal", "title": "Place"},
    {"field": "known", "type": "nominal", "title": "Place known"},
]


@dataclass(frozen=True)
class AreaMap:
    """A map laid out: `marks` and `points` on it, `words` on its ground, and the lines of what is not on it."""

    frame: Frame
    marks: pd.DataFrame
    points: pd.DataFrame
    words: pd.DataFrame
    off: Beyond


def view_for(rows: pd.DataFrame, name: str = "close") -> View:
    """The view of the casebook's map by its name; for another data folder, a sheet around the places of its events."""
    chosen, known = viewed(name), located(rows)
    return chosen if has_ground() else around(known["longitude"], known["latitude"])


def laid_out(rows: pd.DataFrame, frame: Frame, kind: Theme, room: float) -> AreaMap:
    """Events in their places: on the map, or in the lines of what is not on it.

    Parameters
    ----------
    rows : DataFrame
        What `words.prepared` gives.
    frame : Frame
    kind : Theme
    room : float
        Width of the lines, in pixels.
    """
    rows = located(rows)
    rows = rows.iloc[rows["side"].map(list(kind.sides).index).argsort(kind="stable")]
    on_map = [
        code in POINTS and frame.has(longitude, latitude, kind.scaled(EDGE))
        for code, longitude, latitude in zip(rows["precision"], rows["longitude"], rows["latitude"], strict=True)
    ]
    words = area_ground.names(rows, frame, kind)
    obstacles, lines = area_ground.obstacles(words, kind), area_ground.lines(frame)
    marks, points = sites(rows[on_map], frame, kind.text, obstacles, lines)
    return AreaMap(frame, marks, points, words, area_beyond.beyond(rows[[not each for each in on_map]], kind, room))


def datasets(area: AreaMap) -> Spec:
    """What the map and its lines are drawn from."""
    exact = area.marks["precision"] != "district"
    return {
        **area_ground.datasets(area.words, area.frame),
        "sites": area.points,
        "placed": area.marks[CARRIED].assign(exact=exact),
        "beyond": area.off.marks[CARRIED],
        "beyond_words": area.off.words,
    }


def views(area: AreaMap, kind: Theme, opacity: Spec = LIT) -> list[alt.LayerChart]:
    """The map and the lines of what is not on it; the views that select are named `map` and `beyond`."""
    frame = area.frame
    x = {"type": "quantitative", "scale": {"domain": [0, frame.width], "nice": False}, "axis": None}
    here: Spec = {"x": {**x, "field": "x"}, "y": down(frame.height)}
    there: Spec = {"x2": {"field": "to_x"}, "y2": {"field": "to_y"}}
    at_words: Spec = {"x": {**x, "field": "label_x"}, "y": down(frame.height, "label_y")}
    word = {"type": "text", "align": "left", "baseline": "middle", "color": kind.ink, "fontSize": kind.text}
    shown: Spec = {**here, "opacity": opacity, "tooltip": [*TOLD, *WHERE]}
    full = {"type": "point", "filled": True, "stroke": kind.ground, "strokeWidth": 1}
    hollow = {"type": "point", "filled": False, "fill": kind.ground, "strokeWidth": 2}
    units = [
        *area_ground.drawn(frame, kind),
        unit("sites", {"type": "rule", "color": kind.border}, where="datum.moved", **here, **there),
        unit(
            "sites",
            {"type": "point", "shape": "cross", "filled": True, "size": 20, "color": kind.border},
            where="datum.moved",
            **here,
        ),
        unit("sites", word, where="isValid(datum.label_x)", **at_words, text={"field": "label"}),
        unit("placed", full, VIEW, where="datum.exact", **shown, **side_of(kind, kind.scaled(11))),
        unit("placed", hollow, where="!datum.exact", **shown, **side_of(kind, kind.scaled(9.5))),
    ]
    ground = {"fill": kind.sea if has_ground() else kind.band, "stroke": kind.grid}
    land = layered(units, frame.width, frame.height, projection=frame.projection, view=ground)
    return [land, area_beyond.drawn(area.off, kind, opacity)]


def in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """The table beside the map."""
    place = located(rows)
    return as_words(rows).assign(**{"Place": place["place"].to_numpy(), "Place known": place["known"].to_numpy()})


def area_map(events: pd.DataFrame, view: str = "close", theme: str = "light") -> ChartType:
    """Events on a map of the border region, each drawn only as exactly as its place is known.

    A filled mark is known to the town, an open one to the district, at whose seat it is drawn. Events that are known
    to a province or a country only are counted at its name; they, and events outside the view or without a place,
    stand in lines below the map.

    Parameters
    ----------
    events : DataFrame
        Rows of `events`, all or some.
    view : {"close", "wide"}, default "close"
        The two provinces along the border, where no border on the map is disputed; or the two countries. Another data
        folder has no map: its places stand on a plain sheet, north up.
    theme : {"light", "dark", "projector"}, default "light"
        The look.

    Returns
    -------
    Altair chart
        With one selection, named `event`. `as_table` gives its rows.

    Raises
    ------
    TypeError
        If it is given something other than a table.
    MissingColumnsError
        If a column is missing; the message names it.
    UnfitColumnError
        If dates are no days, or a column is there twice; the message shows which, and the way out.
    ValueError
        If there is no such view or theme.

    Notes
    -----
    Precision follows the idea of UCDP GED: a place carries how exactly it is known, and no map may hide it.

    Examples
    --------
    >>> import casebook as cb
    >>> events = cb.events()
    >>> cb.area_map(events[events["place_id"] == "koh-e-sabz"]).to_dict()["description"].split(". ")[1]
    '1 mark at 1 point, 1 of them open because only the district is known'
    """
    events = needs(events, (*COLUMNS, "title", "place_id"), "area_map", "events")
    kind = look(theme)
    rows = prepared(events)
    frame = Frame(view_for(rows, view), kind.width, kind.scaled(HEIGHT))
    if rows.empty:
        return with_table(nothing(TITLE, "No events were given, so there is nothing to draw.", theme), in_words(rows))
    area = laid_out(rows, frame, kind, kind.width)
    parts = [*views(area, kind), area_beyond.caption(kind)]
    chart = stacked(parts, datasets(area), [SELECTION], spacing=kind.scaled(8))
    how = [*HOW_TO_READ, *named("events", rows["event_id"], located(rows)["place"])]
    return with_table(themed(chart, theme, TITLE, how, describe(rows, area)), in_words(rows))


def describe(rows: pd.DataFrame, area: AreaMap) -> str:
    """The map in words."""
    marks, below = area.marks, area.off.marks
    open_marks = int((marks["precision"] == "district").sum())
    counts = marks.groupby(["latitude", "longitude"]).size()
    said = [f"Map of {several(len(rows))}, {who_acted(rows)}, in the {area.frame.view.name} view"]
    said.append(
        f"{several(len(marks), 'mark')} at {several(len(counts), 'point')}, "
        f"{open_marks} of them open because only the district is known"
        if len(marks)
        else "None has a point in this view"
    )
    if len(counts) and counts.max() > 1 and (counts == counts.max()).sum() == 1:
        said.append(f"Most at one point: {counts.max()}, {area.points['label'].iloc[0]}")
    heads = below["precision"].map(area_beyond.heading).value_counts()
    phrases = {
        area_beyond.OFF: "outside the view",
        area_beyond.REGION: "known to a province or country only",
        area_beyond.NOWHERE: "without a point",
    }
    told = [f"{heads[head]} {words}" for head, words in phrases.items() if head in heads]
    said += [f"Below the map: {listed(told)}"] if told else []
    return ". ".join([*said, "The same rows in words: cb.as_table(chart)."])
