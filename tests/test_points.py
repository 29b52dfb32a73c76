"""Whose point is it: the same rows in both views, borrowed points as rings, and every real place named."""

import itertools
import math

import pandas as pd
import pytest

import casebook as cb
from casebook import renderer
from casebook.charts.area_view import Frame
from casebook.charts.frames import MissingColumnsError
from casebook.charts.points import BORDER, HEIGHT, WIDTH, points
from casebook.charts.points_layout import MARK, OWN, PROVINCES, drawn, known, lines, on_the_map, seats
from casebook.charts.table import as_table
from casebook.charts.theme import THEMES

EVENTS = cb.events()
ROWS = on_the_map(EVENTS, Frame(BORDER, WIDTH, HEIGHT))


def test_places_that_share_a_point_agree_on_what_stands_there():
    places = cb.places().assign(seat=seats().to_numpy()).dropna(subset="latitude")
    assert (places.groupby(["latitude", "longitude"])["seat"].nunique() == 1).all()


def test_a_note_that_names_a_point_names_a_town_and_not_the_place_itself():
    places = cb.places().assign(seat=seats().to_numpy()).dropna(subset="latitude")
    borrowed = places[~places["precision"].isin(OWN) & (places["seat"] != places["name"])]
    assert all(f"point is {row.seat.split(' (')[0]}" in row.note for row in borrowed.itertuples())


def test_every_event_of_the_two_provinces_with_a_point_is_drawn_once():
    placed = EVENTS.merge(cb.places(), on="place_id")
    wanted = placed[placed["admin1"].isin(PROVINCES) & placed["latitude"].notna()]
    assert sorted(drawn(ROWS)["event_id"]) == sorted(wanted["event_id"])


def test_no_event_is_lost_between_the_views():
    own, rings = known(ROWS)
    assert len(own) + rings["count"].sum() == len(drawn(ROWS))
    assert set(own["precision"]) <= set(OWN)


def test_no_two_marks_of_a_view_lie_on_each_other():
    war = on_the_map(EVENTS[EVENTS["quad_class"] == "material_conflict"], Frame(BORDER, WIDTH, HEIGHT))
    own, rings = known(war)
    for marks in (drawn(war), own, rings):
        spots = list(zip(marks["x"], marks["y"], strict=True))
        assert all(math.dist(one, two) >= MARK * 0.9 for one, two in itertools.combinations(spots, 2))


def test_the_list_beside_the_map_names_every_place_on_a_borrowed_point():
    told = " ".join(lines(ROWS)["text"])
    assert all(name in told for name in ROWS.loc[~ROWS["own"], "name"])


@pytest.mark.parametrize("theme", THEMES)
def test_the_map_begins_as_most_maps_are_drawn_and_offers_what_is_known(theme):
    params = {each["name"]: each for each in renderer.specification(points(EVENTS, theme))["params"]}
    assert params["known"]["value"] is False
    assert params["known"]["bind"]["input"] == "checkbox"
    assert params["mark"]["select"]["fields"] == ["point"]


def test_the_table_has_every_event_with_its_place_and_its_point():
    beside = as_table(points(EVENTS)).set_index("Event")
    assert set(beside.index) == set(ROWS["event_id"])
    assert beside.loc["E081", ["Place", "Point drawn"]].tolist() == ["Koh-e-Sabz", "Panjgur"]


def test_what_is_not_drawn_is_counted_in_words():
    chart = renderer.specification(points(EVENTS))
    assert f"{len(EVENTS) - len(ROWS)} not drawn" in chart["description"]
    assert f"{len(EVENTS) - len(ROWS)} more" in chart["title"]["subtitle"][0]


def test_a_frame_without_such_events_says_so_and_a_missing_column_is_named():
    assert "No event" in points(EVENTS[EVENTS["place_id"] == "davos"]).to_dict()["description"]
    with pytest.raises(MissingColumnsError, match="place_id"):
        points(EVENTS.drop(columns="place_id"))
    with pytest.raises(TypeError, match=r"^cb\.charts\.points\.points draws a table"):
        points(7)


def test_an_empty_frame_says_so():
    assert "No event" in points(pd.DataFrame(EVENTS.head(0))).to_dict()["description"]


@pytest.mark.parametrize("theme", THEMES)
def test_the_list_beside_the_map_ends_where_the_map_ends(theme):
    spec = renderer.specification(points(EVENTS, theme))
    assert max(line["y"] for line in spec["datasets"]["lines"]) <= HEIGHT


def test_a_mark_of_the_other_view_is_gone_and_not_only_unseen():
    ground = renderer.specification(points(EVENTS))["vconcat"][0]["hconcat"][0]
    shown = {each["data"]["name"]: str(each.get("transform")) for each in ground["layer"]}
    assert "!known" in shown["marks"]
    assert all("known" in shown[name] and "!known" not in shown[name] for name in ("own", "rings"))


@pytest.mark.parametrize("theme", THEMES)
def test_the_map_is_valid_vega_lite(theme):
    assert points(EVENTS, theme).to_dict(validate=True)["params"]
