"""Whatever frame a chart is given, it draws it, says that it is empty, or says in one sentence what it lacks."""

import json
import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import casebook as cb
from casebook.charts.frames import MissingColumnsError, UnfitColumnError
from charted import CHARTS, as_in_a_notebook, drawn, every_chart, every_theme, of, table_of


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


EVERY = {**CHARTS, "accounts": "statements", "explore": "events"}


def _given(name: str, frame: pd.DataFrame) -> str:
    """What a chart, or the explorer, says of a frame in words."""
    chart = getattr(cb, name)(frame)
    return chart.table.value if name == "explore" else cb.as_table(chart).to_csv()


@pytest.mark.parametrize("name", EVERY)
def test_an_index_with_the_name_of_a_column_changes_nothing(name):
    frame = getattr(cb, EVERY[name])().head(20)
    named = [frame.set_index(list(frame.columns[:depth]), drop=False) for depth in (1, 2)]
    assert [_given(name, each) for each in named] == [_given(name, frame)] * 2


@pytest.mark.parametrize("name", EVERY)
def test_a_column_that_is_there_twice_is_named_with_a_way_out_that_leads_out(name):
    frame = getattr(cb, EVERY[name])().head(20)
    twice = pd.concat([frame, frame.iloc[:, :2]], axis=1)
    with pytest.raises(UnfitColumnError, match=rf"cb\.{name} .* has {frame.columns[0]} more than once") as caught:
        getattr(cb, name)(twice)
    way = re.search(r"frame\.loc\[.*\)\]", str(caught.value))[0]
    pd.testing.assert_frame_equal(eval(way, {"frame": twice}), frame)


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
        ("count_low", "nine", "numbers, 0 or more, in the column count_low; this frame has 'nine'"),
        ("count_low", -5, "numbers, 0 or more, in the column count_low; this frame has -5"),
        ("count_low", True, "numbers, 0 or more, in the column count_low; this frame has True"),
        ("count_low", 9.5, "numbers, 0 or more, in the column count_low; this frame has 9.5"),
        ("count_high", float("inf"), "numbers, 0 or more, in the column count_high; this frame has inf"),
        ("date_reported", "18 January", "days in the column date_reported; this frame has '18 January'"),
    ],
)
def test_a_report_that_cannot_be_placed_is_named_in_one_sentence(column, cell, said):
    frame = table_of("toll").head(2).astype({column: object})
    frame.loc[frame.index[0], column] = cell
    with pytest.raises(UnfitColumnError, match=re.escape(said)):
        drawn("toll", frame)


@every_chart
@pytest.mark.parametrize("given_instead", [[1, 2], "events", None, 7])
def test_something_other_than_a_table_is_answered_plainly(name, given_instead):
    with pytest.raises(TypeError, match=rf"cb\.{name} draws a table"):
        getattr(cb, name)(given_instead)


@every_chart
def test_an_unknown_theme_is_answered_with_those_that_there_are(name):
    with pytest.raises(ValueError, match="light, dark, projector"):
        drawn(name, theme="sepia")


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
