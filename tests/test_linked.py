"""The linked chart shows each event in every part, and one selection ties the parts together."""

import re
import struct
from functools import cache

import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st

import casebook as cb
from casebook.charts.frames import MissingColumnsError
from casebook.charts.theme import DIMMED, THEMES, look
from casebook.pictures import FONT
from casebook.renderer import GRAMMAR, specification

EVENTS = cb.events()
CRISIS = EVENTS[EVENTS["phase"].isin(["exchange", "de_escalation"])]
SUBSETS = {"all events": EVENTS, "the crisis": CRISIS, "few events": CRISIS.head(6), "one event": CRISIS.tail(1)}
SUBSETS |= dict(list(EVENTS.groupby("phase", observed=True)))
MONTHS = EVENTS[EVENTS["date_precision"] != "day"]


@cache
def drawn(name: str) -> dict:
    return cb.linked(SUBSETS[name]).to_dict()


def units(spec: dict) -> list[dict]:
    """Every unit view of a chart."""
    for kind in ("vconcat", "hconcat", "layer"):
        if kind in spec:
            return [unit for part in spec[kind] for unit in units(part)]
    return [spec]


def parts(spec: dict) -> dict[str, list[str]]:
    """The events of each part of a linked chart, in the data that its marks are drawn from."""
    data = spec["datasets"]
    held = {name: [row["event_id"] for row in rows if "event_id" in row] for name, rows in data.items()}
    strips = [key for name, keys in held.items() if name.startswith("strip") for key in keys]
    return {
        "time": held["events"] + strips + held["alone"],
        "class": held["classed"] + strips + held["alone"],
        "place": held["placed"] + held["beyond"],
    }


def left_out(spec: dict) -> int:
    """How many events a chart says that it does not draw."""
    said = re.search(r"Not drawn, so that the map can be read: (\d+) event", spec["description"])
    return int(said[1]) if said else 0


@pytest.mark.parametrize("name", SUBSETS)
def test_every_event_stands_once_in_each_part_or_is_counted_among_those_that_are_not_drawn(name):
    given, spec = set(SUBSETS[name]["event_id"]), drawn(name)
    for keys in parts(spec).values():
        assert len(keys) == len(set(keys)) == len(given) - left_out(spec)
        assert set(keys) <= given


def test_only_what_is_furthest_from_the_crisis_is_left_out_and_only_where_there_is_no_room():
    told = {name: left_out(drawn(name)) for name in SUBSETS}
    assert {name for name, number in told.items() if number} == {"all events"}
    assert told["all events"] == (EVENTS["phase"] == "background").sum()
    wall = cb.linked(EVENTS, theme="projector").to_dict()
    assert sorted(parts(wall)["place"]) == sorted(CRISIS["event_id"])
    assert left_out(wall) == len(EVENTS) - len(CRISIS)
    assert len(cb.as_table(cb.linked(EVENTS))) == len(EVENTS)


@pytest.mark.parametrize("name", SUBSETS)
def test_one_named_selection_is_shared_by_all_parts_and_empty_at_first(name):
    spec = drawn(name)
    (selection,) = spec["params"]
    assert selection["name"] == "event"
    assert selection["select"]["fields"] == ["event_id"]
    assert "value" not in selection
    assert {"timeline", "classes", "map", "beyond"} <= {view.split("_")[0] for view in selection["views"]}


def test_what_is_not_selected_is_dimmed_and_not_lower():
    for unit in units(drawn("the crisis")):
        if unit.get("name"):
            assert unit["encoding"]["opacity"] == {"condition": {"param": "event", "value": 1}, "value": DIMMED}


# On a wall, years before the crisis are higher than a page where they stand alone.
PAGES = [(name, theme) for name in SUBSETS for theme in THEMES if (name, theme) != ("background", "projector")]


@pytest.mark.parametrize(("name", "theme"), PAGES)
def test_a_page_shows_the_whole_chart_at_once(name, theme):
    spec = specification(cb.linked(SUBSETS[name], theme=theme))
    spec["config"]["font"] = FONT
    width, height = struct.unpack(">II", vl_convert.vegalite_to_png(spec, vl_version=GRAMMAR, ppi=72)[16:24])
    assert height <= 900
    assert width <= (1400 if theme == "projector" else 900)


@pytest.mark.parametrize("theme", THEMES)
def test_the_chart_is_valid_and_says_what_it_shows(theme):
    chart = cb.linked(CRISIS, theme=theme)
    spec = chart.to_dict(validate=True)
    assert f"{len(CRISIS)} events" in spec["description"]
    assert spec["config"]["background"] == look(theme).ground
    assert len(cb.as_table(chart)) == len(CRISIS)


@pytest.mark.parametrize("name", SUBSETS)
def test_marks_on_one_level_of_a_lane_or_class_do_not_touch(name):
    data = drawn(name)["datasets"]
    for rows in (data["events"], data["classed"]):
        places = [(row["at"], row["y"]) for row in rows]
        assert len(set(places)) == len(places)


def test_a_mark_stays_on_its_day():
    data = drawn("the crisis")["datasets"]
    days = EVENTS.set_index("event_id")["date"].dt.strftime("%Y-%m-%d")
    for row in data["events"]:
        hours = (CRISIS["date"].dtype.type(row["at"]) - CRISIS["date"].dtype.type(days[row["event_id"]])) / 3.6e9
        assert abs(hours.astype(float)) < 12


@pytest.mark.parametrize("events", [MONTHS, EVENTS[EVENTS["place_id"].isna()], CRISIS[CRISIS["quad_class"].isna()]])
def test_rough_dates_missing_places_and_missing_classes_can_be_drawn(events):
    assert len(cb.as_table(cb.linked(events))) == len(events)


@settings(max_examples=25)
@given(st.sets(st.sampled_from(sorted(EVENTS["event_id"])), min_size=1))
def test_any_subset_keeps_all_its_events_or_counts_those_that_it_does_not_draw(chosen):
    spec = cb.linked(EVENTS[EVENTS["event_id"].isin(chosen)]).to_dict()
    for keys in parts(spec).values():
        assert set(keys) <= chosen
        assert len(set(keys)) == len(chosen) - left_out(spec)


def test_a_linked_chart_of_nothing_says_so():
    assert "nothing to draw" in cb.linked(EVENTS.iloc[:0]).to_dict()["description"]


def test_missing_columns_are_named():
    with pytest.raises(MissingColumnsError, match="quad_class, place_id"):
        cb.linked(EVENTS.drop(columns=["quad_class", "place_id"]))
