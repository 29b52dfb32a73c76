"""What holds for every chart: words, shapes, selections, sizes, and the table beside it."""

import json
import re

import pytest

import casebook as cb
from casebook import pictures, renderer
from casebook.charts.theme import DIMMED, SHAPES, SIDES, THEMES, look
from casebook.exercise.kinds.drawn import drawn as read_back
from charted import CHARTS, as_in_a_notebook, drawn, encodings, every_chart, every_theme, inside, of, rows, shown, units


@every_theme
@every_chart
def test_a_chart_is_valid_vega_lite(name, theme):
    drawn(name, theme=theme).to_dict(validate=True)


def test_every_chart_that_the_face_lists_is_covered_by_these_tests():
    listed = cb.__doc__.split("Charts")[1].split("Exercises")[0]
    assert dict(re.findall(r"cb\.(\w+)\((events|casualties|moves)\)", listed)) == CHARTS


@every_chart
def test_a_description_stands_at_the_top_and_nowhere_else(name):
    spec = shown(name)
    assert spec["description"].endswith("cb.as_table(chart).")
    assert sum("description" in part for part in inside(spec)) == 1


@every_chart
def test_a_description_is_computed_from_the_rows(name):
    frame = as_in_a_notebook(name)
    assert of(name, frame.iloc[: len(frame) // 2])["description"] != shown(name)["description"]


@every_chart
def test_a_title_says_what_is_compared_and_a_subtitle_how_to_read_it(name):
    title = shown(name)["title"]
    assert title["text"]
    assert "".join(title["subtitle"])


@every_theme
@every_chart
def test_shape_repeats_colour(name, theme):
    spec = shown(name, theme)
    shapes = encodings(spec, "shape")
    for shape in shapes:
        assert shape["scale"]["domain"] == list(SIDES)
        assert shape["scale"]["range"] == list(SHAPES.values())
    for colour in encodings(spec, "color"):
        if "field" in colour:
            assert colour["scale"]["domain"] == list(SIDES)
            assert colour["scale"]["range"] == [look(theme).sides[side] for side in SIDES]
            assert {shape["field"] for shape in shapes} == {colour["field"]}
    points = [view for view in units(spec) if view["mark"].get("type") == "point"]
    for view in points:
        channels = view["encoding"]
        assert ("field" in channels.get("color", {})) == ("shape" in channels)


@every_chart
def test_selections_are_named_and_empty_at_first(name):
    selections = [param for part in inside(shown(name)) for param in part.get("params", []) if "select" in param]
    assert selections
    for param in selections:
        assert re.fullmatch("[a-z]+", param["name"])
        assert "value" not in param


@every_chart
def test_what_is_not_selected_stays_visible(name):
    conditions = [part for part in inside(shown(name)) if "param" in part.get("condition", [])]
    paler = [part["value"] for part in conditions if isinstance(part.get("value"), float)]
    assert paler
    assert min(paler) >= DIMMED


@every_chart
def test_no_fact_stands_only_in_a_tooltip(name):
    spec = shown(name)
    in_table = set(cb.as_table(drawn(name)).to_numpy().ravel())
    in_words = {part.get("field") for text in encodings(spec, "text") for part in inside(text)}
    for param in spec.get("params", []):
        spoken = [part["expr"] for part in inside(spec) if "expr" in part]
        in_words |= {
            field
            for field in param["select"]["fields"]
            if any(f"{param['name']}.{field}[0]" in each for each in spoken)
        }
    for view in units(spec):
        told = view.get("encoding", {}).get("tooltip", [])
        for field in [each["field"] for each in (told if isinstance(told, list) else [told])]:
            said = {row[field] for row in rows(spec, view) if row.get(field)}
            assert field in in_words or said <= in_table, field


@every_chart
def test_no_text_is_smaller_than_eleven_pixels(name):
    for theme in THEMES:
        for part in inside(shown(name, theme)):
            sizes = [value for key, value in part.items() if key.lower().endswith("fontsize")]
            assert all(size >= 11 for size in sizes if isinstance(size, int | float))


@every_chart
def test_a_chart_names_no_address_but_its_grammar(name):
    assert set(re.findall(r"https?://[^\"]*", json.dumps(shown(name)))) == {renderer.SCHEMA}


@every_chart
def test_the_table_beside_a_chart_is_all_words(name):
    table = cb.as_table(drawn(name))
    assert len(table)
    assert all(isinstance(cell, str) for cell in table.to_numpy().ravel())
    assert table.caption == shown(name)["description"]


@every_chart
def test_a_student_may_restyle_a_chart_and_keeps_its_table(name):
    chart = drawn(name)
    mine = chart.properties(title="Mine").configure_axis(labelFontSize=14)
    assert renderer.specification(mine)["title"] == "Mine"
    assert cb.as_table(mine).equals(cb.as_table(chart))


@pytest.mark.parametrize("name", ["timeline", "toll", "move_matrix"])
def test_an_exercise_can_read_back_a_chart_that_is_handed_in(name):
    rows_of_it = read_back(shown(name)).rows
    assert len(rows_of_it) >= min(30, len(cb.as_table(drawn(name))))


@every_theme
@every_chart
def test_a_chart_is_light_enough_for_a_notebook(name, theme):
    spec = shown(name, theme)
    png, size = pictures.picture(spec)
    assert len(json.dumps(spec).encode()) < 150_000
    assert len(png) < 90_000
    if theme == "light":
        assert size["height"] <= 900
        assert size["width"] <= 960
