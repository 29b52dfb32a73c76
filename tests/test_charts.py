"""What holds for every chart: words, shapes, selections, days, sizes, and any part of its table."""

import json
import os
import re
import subprocess
import sys
from functools import cache

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import casebook as cb
from casebook import pictures, renderer
from casebook.charts.frames import MissingColumnsError, UnfitColumnError
from casebook.charts.theme import DIMMED, SHAPES, SIDES, THEMES, look
from casebook.exercise.kinds.drawn import drawn as read_back
from charted import CHARTS, as_in_a_notebook, drawn, encodings, inside, rows, table_of, units

every_chart = pytest.mark.parametrize("name", CHARTS)
every_theme = pytest.mark.parametrize("theme", THEMES)
ZONES = ("UTC", "Pacific/Honolulu", "Asia/Tehran", "Pacific/Auckland")


@cache
def shown(name: str, theme: str = "light") -> dict:
    """The specification of what a notebook draws."""
    return renderer.specification(drawn(name, theme=theme))


def of(name: str, frame: pd.DataFrame) -> dict:
    return renderer.specification(drawn(name, frame))


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
def test_days_carry_no_time_zone(name):
    written = json.dumps(shown(name)["datasets"])
    assert re.findall(r'"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"', written) or CHARTS[name] != "events" or name == "area_map"
    assert not re.findall(r'"\d{4}-\d\d-\d\d"|"\d{4}-\d\d-\d\dT[^"]*(?:Z|[+-]\d\d:?\d\d)"', written)


DRAW = """
import json, sys, vl_convert
specs = json.load(sys.stdin)
print(json.dumps([vl_convert.vegalite_to_svg(spec, vl_version="5.8") for spec in specs]))
"""


def svg(specs: list[dict], zone: str) -> list[str]:
    """Charts as they are drawn on a machine in a time zone."""
    told = {"input": json.dumps(specs), "capture_output": True, "text": True, "env": {**os.environ, "TZ": zone}}
    return json.loads(subprocess.run([sys.executable, "-c", DRAW], check=True, **told).stdout)


@pytest.fixture(scope="module")
def around_the_world() -> dict[str, list[str]]:
    """Every chart in every zone."""
    drawings = zip(*[svg([shown(name) for name in CHARTS], zone) for zone in ZONES], strict=True)
    return dict(zip(CHARTS, drawings, strict=True))


def _numbers_and_words(drawing: str) -> tuple[list[float], str]:
    number = r"-?\d+\.?\d*"
    return [float(each) for each in re.findall(number, drawing)], re.sub(number, "#", drawing)


@every_chart
def test_every_mark_stands_on_its_day_from_honolulu_to_auckland(name, around_the_world):
    here, *elsewhere = [_numbers_and_words(drawing) for drawing in around_the_world[name]]
    for numbers, words in elsewhere:
        assert words == here[1]
        # Summer time moves a month by an hour: less than a pixel.
        assert max(abs(a - b) for a, b in zip(numbers, here[0], strict=True)) < 1


def test_a_date_written_as_words_would_be_caught_on_the_wrong_day():
    spec = {
        "$schema": renderer.SCHEMA,
        "data": {"values": [{"at": "2024-01-16"}]},
        "mark": "text",
        "encoding": {"text": {"field": "at", "timeUnit": "date", "type": "temporal"}},
    }
    assert svg([spec], "Pacific/Honolulu") != svg([spec], "Pacific/Auckland")


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


@every_chart
def test_drawing_changes_nothing_in_the_frame(name):
    frame = as_in_a_notebook(name)
    before = frame.copy()
    drawn(name, frame).to_dict()
    pd.testing.assert_frame_equal(frame, before)


@every_chart
def test_the_same_rows_give_the_same_chart(name):
    frame = table_of(name).head(40)
    shuffled = frame.sample(frac=1, random_state=1)
    specs = [of(name, each) for each in (frame, frame.copy(), shuffled)]
    assert specs[0] == specs[1]
    assert specs[2]["datasets"] == specs[0]["datasets"]


@every_theme
@every_chart
def test_an_empty_frame_gives_a_chart_that_says_so(name, theme):
    chart = drawn(name, table_of(name).head(0), theme)
    assert chart.to_dict(validate=True)["description"].endswith("there is nothing to draw.")
    assert cb.as_table(chart).empty
    assert list(cb.as_table(chart).columns) == list(cb.as_table(drawn(name)).columns)


@every_chart
def test_a_missing_column_is_named_with_the_way_out(name):
    frame = table_of(name)
    key = frame.columns[0]
    with pytest.raises(MissingColumnsError) as caught:
        drawn(name, frame.drop(columns=key))
    assert key in str(caught.value)
    assert f"cb.{CHARTS[name]}()" in str(caught.value)


@pytest.mark.parametrize("name", [name for name, table in CHARTS.items() if table == "events"])
def test_dates_that_are_text_or_have_a_zone_are_answered_with_the_way_out(name):
    frame = table_of(name).head(3)
    text = frame.assign(date=frame["date"].dt.strftime("%Y-%m-%d"))
    with pytest.raises(UnfitColumnError, match=r"days in the column date.*pd.to_datetime"):
        drawn(name, text)
    with pytest.raises(UnfitColumnError, match=r"tz_localize\(None\) drops the zone"):
        drawn(name, frame.assign(date=frame["date"].dt.tz_localize("Asia/Tehran")))


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("qualifier", "exactly", "'exactly', which is none of its codes: exact, at_least"),
        ("qualifier", None, "a blank cell"),
        ("measure", "hurt", "'hurt', which is none of its codes: killed, injured"),
        ("count_low", "nine", "numbers in the column count_low; this frame has 'nine'"),
        ("date_reported", "18 January", "days in the column date_reported; this frame has '18 January'"),
    ],
)
def test_a_report_that_cannot_be_placed_is_named_in_one_sentence(column, cell, said):
    frame = table_of("toll").head(2).astype({column: object})
    frame.loc[frame.index[0], column] = cell
    with pytest.raises(UnfitColumnError, match=re.escape(said)):
        drawn("toll", frame)


@pytest.mark.parametrize("name", ["timeline", "toll", "move_matrix"])
def test_an_exercise_can_read_back_a_chart_that_is_handed_in(name):
    rows_of_it = read_back(shown(name)).rows
    assert len(rows_of_it) >= min(30, len(cb.as_table(drawn(name))))


@every_chart
@pytest.mark.parametrize("given_instead", [[1, 2], "events", None, 7])
def test_something_other_than_a_table_is_answered_plainly(name, given_instead):
    with pytest.raises(TypeError, match=rf"cb\.{name} draws a table"):
        getattr(cb, name)(given_instead)


@every_chart
def test_an_unknown_theme_is_answered_with_those_that_there_are(name):
    with pytest.raises(ValueError, match="light, dark, projector"):
        drawn(name, theme="sepia")


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


def _some(name: str) -> st.SearchStrategy[pd.DataFrame]:
    frame = table_of(name)
    places = st.integers(0, len(frame) - 1)
    return st.lists(places, max_size=30, unique=True).map(lambda chosen: frame.iloc[chosen])


def _all_there(name: str, frame: pd.DataFrame, table: pd.DataFrame) -> bool:
    """Whether the table beside a chart has every row of the frame: by its key, or in the counts of a cell."""
    if name != "move_matrix":
        return sorted(table.iloc[:, 0]) == sorted(frame.iloc[:, 0])
    return table["Statements"].astype(int).sum() == len(frame.drop_duplicates(["statement_id", "move"]))


@every_chart
@settings(max_examples=12)
@given(data=st.data())
def test_any_part_of_a_table_can_be_drawn(name, data):
    frame = data.draw(_some(name))
    chart = drawn(name, frame)
    assert json.dumps(chart.to_dict(), allow_nan=False)
    assert _all_there(name, frame, cb.as_table(chart))


@every_chart
@settings(max_examples=12)
@given(data=st.data())
def test_blank_cells_do_not_stop_a_chart(name, data):
    frame = data.draw(_some(name)).copy()
    for column in frame.columns[1:]:
        blanks = data.draw(st.sampled_from(["none", "first", "all"]))
        if blanks != "none" and column not in {"qualifier", "scope", "measure"}:
            frame.loc[frame.index if blanks == "all" else frame.index[:1], column] = None
    assert json.dumps(of(name, frame), allow_nan=False)
