"""Charts as answers are judged by what they encode, whatever they look like."""

import altair as alt
import pandas as pd
import pytest

from asked import told, verdict
from casebook.exercise import messages
from casebook.exercise.kinds import Chart, sketch
from casebook.exercise.kinds.drawn import drawn

MARKS = pd.DataFrame({"day": pd.to_datetime(["2024-01-16", "2024-01-18"]), "side": ["Iran", "Pakistan"]})


def reads(drawn):
    return {"mark": drawn.marks, "x": drawn.channel("x").field, "days": sorted(drawn.column("day"))}


SKETCH = sketch(MARKS, "point", x="day:T", y="side:N")
PICKED = alt.selection_point(name="picked")
POINTS = alt.Chart(MARKS).mark_point().encode(x="day", y="side")


@pytest.mark.parametrize(
    "answer",
    [
        SKETCH,
        POINTS,
        alt.Chart(MARKS[::-1], title="Days").mark_point(size=80).encode(x=alt.X("day:T", title="Day"), color="side"),
        alt.layer(POINTS),
        POINTS | POINTS,
        POINTS.facet("side"),
        POINTS.add_params(PICKED).transform_filter(PICKED),
        alt.layer(POINTS, POINTS.transform_filter({"param": "picked", "empty": False})).add_params(PICKED),
        alt.Chart(pd.concat([MARKS, MARKS.assign(side="third")]))
        .mark_point()
        .encode(x="day")
        .transform_filter(alt.FieldOneOfPredicate(field="side", oneOf=["Iran", "Pakistan"])),
    ],
    ids=[
        "sketch",
        "chart",
        "restyled",
        "layered",
        "side by side",
        "faceted",
        "to select from",
        "to light up",
        "filtered",
    ],
)
def test_charts_that_show_the_same_are_the_same(answer):
    assert verdict(Chart(reads), SKETCH, answer).state == "right"


@pytest.mark.parametrize(
    "answer",
    [
        POINTS.mark_bar(),
        POINTS.encode(x="side", y="day"),
        alt.Chart(MARKS.head(1)).mark_point().encode(x="day"),
        alt.Chart(MARKS.rename(columns={"day": "date"})).mark_point().encode(x="date"),
        alt.Chart(alt.sphere()).mark_geoshape(),
    ],
    ids=["another mark", "another channel", "fewer rows", "another column", "a globe alone"],
)
def test_charts_that_show_something_else_are_not(answer):
    assert verdict(Chart(reads), SKETCH, answer).state == "not_yet"


def test_what_is_looked_for_and_not_there_makes_no_two_charts_alike():
    def first_share(drawn):
        return drawn.column("share")[0] + 1

    assert (
        verdict(Chart(first_share), sketch(pd.DataFrame({"share": [1]}), "bar", x="share:Q"), POINTS).state == "not_yet"
    )


def test_the_same_chart_twice_is_the_same_wrong_answer_even_where_nothing_could_be_read():
    def nothing(drawn):
        raise LookupError

    assert "a hint" not in verdict(Chart(nothing), SKETCH, POINTS.mark_bar()).text
    assert "a hint" in verdict(Chart(nothing), SKETCH, POINTS.mark_bar()).text


def test_a_chart_says_what_it_computes_itself_and_where_a_field_is_shown():
    chart = drawn(alt.Chart(MARKS).mark_bar().encode(x="count()", y="side", tooltip=["day", "side"]).to_dict())
    assert chart.channel("x").aggregate == "count"
    assert chart.carried_by("side") == {"y", "tooltip side"}
    assert chart.channel("color").field is None


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (alt.Chart("rows.csv").mark_point(), messages.NO_ROWS),
        (alt.Chart(MARKS), messages.NO_MARKS),
        (POINTS.transform_filter("datum.side == 'Iran'"), messages.FILTER_IN_CHART),
        (alt.Chart(pd.DataFrame()).mark_point().encode(x="day"), messages.CHART_NOT_DRAWN),
        (MARKS, "a table (rows: 2, columns: 2)"),
        (lambda: POINTS, "brackets"),
    ],
    ids=["an address", "no mark", "an expression", "no type", "a table", "a function"],
)
def test_a_chart_that_cannot_be_read_is_told_why(answer, words):
    assert verdict(Chart(reads), SKETCH, answer).state == "uncheckable"
    assert words in told(Chart(reads), SKETCH, answer)


def test_a_chart_of_the_right_rows_is_told_what_its_form_still_lacks():
    kind = Chart(reads, needs=[lambda drawn: None if "Days" in drawn.words else "A title is missing."])
    lacking = verdict(kind, SKETCH, POINTS)
    assert lacking.state == "not_yet"
    assert [part.points for part in lacking.parts] == [("A title is missing.",)]
    assert verdict(kind, SKETCH, POINTS.properties(title="Days")).state == "right"


KEPT = {
    "equal": (2, [2]),
    "oneOf": ([1, 3], [1, 3]),
    "lt": (2, [1]),
    "lte": (2, [1, 2]),
    "gt": (2, [3, 4]),
    "gte": (2, [2, 3, 4]),
    "range": ([2, 3], [2, 3]),
}


@pytest.mark.parametrize("condition", ["lt", "lte", "gt", "gte", "range"])
def test_a_filter_leaves_out_what_cannot_be_compared(condition):
    wanted, kept = KEPT[condition]
    rows = [{"number": number} for number in (1, 2, 3, 4, "five", None)]
    spec = {"data": {"values": rows}, "mark": "point", "encoding": {"x": {"field": "number", "type": "quantitative"}}}
    shown = drawn(spec | {"transform": [{"filter": {"field": "number", condition: wanted}}]})
    assert sorted(shown.column("number")) == kept


@pytest.mark.parametrize(("condition", "asked"), KEPT.items(), ids=KEPT)
def test_a_filter_leaves_the_rows_that_meet_its_condition(condition, asked):
    wanted, kept = asked
    numbers = alt.Chart(pd.DataFrame({"number": [1, 2, 3, 4]})).mark_point().encode(x="number:Q")
    shown = drawn(numbers.transform_filter({"field": "number", condition: wanted}).to_dict())
    assert sorted(shown.column("number")) == kept
