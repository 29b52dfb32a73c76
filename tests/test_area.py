"""The map shows a place only as exactly as it is known, on ground that Vega draws right."""

import itertools
from functools import cache

import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st

import casebook as cb
from casebook.charts.area import HEIGHT, laid_out
from casebook.charts.area_beyond import CAPTION
from casebook.charts.area_ground import LAYERS
from casebook.charts.area_places import POINTS, located
from casebook.charts.area_sites import STEP, sites
from casebook.charts.area_view import VIEWS, Frame
from casebook.charts.basemap import area, features
from casebook.charts.frames import MissingColumnsError
from casebook.charts.packing import text_width
from casebook.charts.theme import DIMMED, SHAPES, THEMES, look
from casebook.charts.words import prepared

EVENTS = cb.events()
PRECISION = cb.places().set_index("place_id")["precision"].astype("string")
SUBSETS = {
    "all events": EVENTS,
    "the crisis": EVENTS[EVENTS["phase"].isin(["exchange", "de_escalation"])],
    "one event": EVENTS[EVENTS["event_id"] == "E092"],
    "no places": EVENTS[EVENTS["place_id"].isna()],
    "only provinces and countries": EVENTS[EVENTS["place_id"].map(PRECISION).isin(["province", "country"])],
    "one town, many events": EVENTS[EVENTS["place_id"] == "islamabad"],
}


@cache
def drawn(name: str, view: str = "close", theme: str = "light") -> dict:
    return cb.area_map(SUBSETS[name], view=view, theme=theme).to_dict()


def rings(layer: str, view: str) -> list:
    frame = Frame(VIEWS[view], 700, HEIGHT)
    shapes = features(layer, frame.box, frame.grain)
    return [polygon for shape in shapes for polygon in shape["geometry"]["coordinates"]]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("layer", ["countries", "provinces"])
def test_exterior_rings_run_clockwise_and_holes_the_other_way(layer, view):
    for exterior, *holes in rings(layer, view):
        assert exterior[0] == exterior[-1]
        assert area(exterior) < 0
        assert all(area(hole) > 0 for hole in holes)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("layer", LAYERS)
def test_nothing_of_the_ground_lies_far_outside_the_view(layer, view):
    frame = Frame(VIEWS[view], 700, HEIGHT)
    west, south, east, north = frame.box
    for shape in features(layer, frame.box, frame.grain):
        parts = shape["geometry"]["coordinates"]
        lines = [ring for polygon in parts for ring in polygon] if layer in ("countries", "provinces") else parts
        for x, y in itertools.chain.from_iterable(lines):
            assert west - 3 <= x <= east + 3
            assert south - 3 <= y <= north + 3


def test_no_disputed_line_is_in_the_close_view():
    frame = Frame(VIEWS["close"], 700, HEIGHT)
    lines = [
        line
        for each in features("borders_disputed", frame.box, frame.grain)
        for line in each["geometry"]["coordinates"]
    ]
    assert not any(frame.has(x, y, 0) for line in lines for x, y in line)
    assert features("borders_disputed", Frame(VIEWS["wide"], 700, HEIGHT).box, 0.03)


@pytest.mark.parametrize("view", VIEWS)
def test_marks_stand_where_the_projection_of_vega_puts_them(view):
    frame = Frame(VIEWS[view], 700, HEIGHT)
    spec = {
        "data": {"values": [{"lon": 62.33096, "lat": 27.37089}]},
        "projection": frame.projection,
        "width": 700,
        "height": HEIGHT,
        "padding": 0,
        "mark": "circle",
        "encoding": {
            "longitude": {"field": "lon", "type": "quantitative"},
            "latitude": {"field": "lat", "type": "quantitative"},
        },
    }
    scene = vl_convert.vegalite_to_scenegraph(spec, vl_version="5.8")["scenegraph"]
    mark = scene["items"][0]["items"][0]["items"][0]
    assert (mark["x"], mark["y"]) == pytest.approx(frame.at(62.33096, 27.37089), abs=0.1)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", SUBSETS)
def test_a_place_known_to_a_province_or_less_is_never_a_point_of_the_map(name, view):
    spec = drawn(name, view)
    shown = {row["event_id"] for row in spec["datasets"]["placed"]}
    allowed = SUBSETS[name][SUBSETS[name]["place_id"].map(PRECISION).isin(POINTS)]
    assert shown <= set(allowed["event_id"])


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", SUBSETS)
def test_every_event_has_one_mark_on_the_map_or_below_it(name, view):
    data = drawn(name, view)["datasets"]
    marks = [row["event_id"] for row in [*data["placed"], *data["beyond"]]]
    assert sorted(marks) == sorted(SUBSETS[name]["event_id"])


def test_a_borrowed_point_is_open_and_a_town_is_filled():
    for row in drawn("all events")["datasets"]["placed"]:
        place = EVENTS.set_index("event_id")["place_id"][row["event_id"]]
        assert row["exact"] == (PRECISION[place] != "district")


def test_events_known_to_a_province_are_counted_at_its_name():
    words = [row["text"] for row in drawn("all events")["datasets"]["names"]]
    places = cb.places().set_index("place_id")
    there = EVENTS["place_id"].map(PRECISION) == "province"
    expected = (EVENTS.loc[there, "place_id"].map(places["admin1"]) == "Sistan and Baluchestan").sum()
    assert words[words.index("Baluchestan") + 1] == f"{expected} events"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", SUBSETS)
def test_marks_of_one_view_never_lie_on_each_other(name, view, theme):
    data, step = drawn(name, view, theme)["datasets"], look(theme).scaled(STEP) - 0.2
    for part in ("placed", "beyond"):
        at = [(row["x"], row["y"]) for row in data[part]]
        for (x1, y1), (x2, y2) in itertools.combinations(at, 2):
            assert max(abs(x1 - x2), abs(y1 - y2)) >= step


@settings(max_examples=25)
@given(st.sets(st.sampled_from(sorted(EVENTS["event_id"]))))
def test_any_subset_can_be_drawn_and_loses_no_event(chosen):
    events = EVENTS[EVENTS["event_id"].isin(chosen)]
    chart = cb.area_map(events)
    assert len(cb.as_table(chart)) == len(events)
    assert chart.to_dict()["description"]


def test_a_map_of_nothing_says_so():
    assert "nothing to draw" in cb.area_map(EVENTS.iloc[:0]).to_dict()["description"]


def test_a_missing_column_is_named():
    with pytest.raises(MissingColumnsError, match="place_id"):
        cb.area_map(EVENTS.drop(columns="place_id"))


def test_an_unknown_view_is_answered_with_those_that_there_are():
    with pytest.raises(ValueError, match="close, wide"):
        cb.area_map(EVENTS, view="near")


@pytest.mark.parametrize("view", VIEWS)
def test_the_caption_is_there_and_no_sea_is_named(view):
    spec = drawn("all events", view)
    assert CAPTION in [unit["mark"].get("text") for part in spec["vconcat"] for unit in part["layer"]]
    words = [row["text"].upper() for row in spec["datasets"]["names"]]
    assert not [word for word in words if "SEA" in word or "GULF" in word]


def test_shape_repeats_colour_and_unselected_marks_stay_visible():
    chart = cb.area_map(SUBSETS["the crisis"])
    marks = [unit for view in chart.to_dict()["vconcat"] for unit in view["layer"] if "shape" in unit["encoding"]]
    assert len(marks) == 3
    for unit in marks:
        assert unit["encoding"]["color"]["field"] == unit["encoding"]["shape"]["field"] == "side"
        assert unit["encoding"]["shape"]["scale"]["range"] == list(SHAPES.values())
        assert unit["encoding"]["opacity"]["value"] == DIMMED


def test_no_mark_is_sized_by_anything_but_its_shape():
    for view in drawn("all events")["vconcat"]:
        assert all(unit["encoding"].get("size", {}).get("field", "side") == "side" for unit in view["layer"])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("view", VIEWS)
def test_words_on_the_map_lie_on_no_mark(view, theme):
    kind = look(theme)
    layout = laid_out(prepared(EVENTS), Frame(VIEWS[view], 700, HEIGHT), kind, 700)
    half = kind.scaled(STEP) / 2
    for label in layout.points.dropna(subset=["label_x"]).itertuples():
        for mark in layout.marks.itertuples():
            level = abs(mark.y - label.label_y) < half
            assert not (level and label.label_x < mark.x < label.label_x + kind.text)


def _label(lines: list[tuple[float, float]]) -> tuple[float, float, float]:
    """Where the words of one place begin and end, on a map with these points of a border; and where the place is."""
    frame, saravan = Frame(VIEWS["close"], 700, HEIGHT), EVENTS[EVENTS["place_id"] == "saravan"].head(1)
    _, points = sites(located(prepared(saravan)), frame, 12, [], lines)
    (point,) = points.itertuples()
    return point.label_x, point.label_x + text_width(point.label, 12), point.x


def test_words_on_the_map_stand_on_the_side_of_their_place_where_there_is_room():
    begin, _, x = _label([])
    assert begin > x
    wall = [(x + 15, y) for y in range(0, HEIGHT, 4)]
    _, end, _ = _label(wall)
    assert end < x
    assert _label([*wall, *((x - 15, y) for y in range(0, HEIGHT, 4))])[0] == begin
