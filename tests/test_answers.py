"""What each kind of answer takes as it is, what it forgives, what it names, and what it cannot read."""

from datetime import date, datetime, timedelta

import altair as alt
import numpy as np
import pandas as pd
import pytest

from casebook.exercise import messages
from casebook.exercise.attempts import forget
from casebook.exercise.exercise import Exercise, Misreading, Nearly
from casebook.exercise.judging import judge
from casebook.exercise.kinds import (
    Chart,
    Coded,
    Column,
    Day,
    Frame,
    Letter,
    ListOf,
    Number,
    SetOf,
    Text,
    holding,
    sketch,
)
from casebook.exercise.kinds.drawn import drawn

TOLD = {"key": "asked", "asks": "", "hints": ["a hint"], "minutes": 1, "gap": "a gap", "because": "b", "not_shown": "n"}
ROWS = pd.DataFrame({"event_id": ["E067", "E092"], "low": [12, 10]})
MARKS = pd.DataFrame({"day": pd.to_datetime(["2024-01-16", "2024-01-18"]), "side": ["Iran", "Pakistan"]})


@pytest.fixture(autouse=True)
def fresh_kernel():
    forget()


def verdict(kind, right, answer, **more):
    return judge(Exercise(kind=kind, answer=lambda: right, **TOLD, **more), answer)


def told(kind, right, answer) -> str:
    return " ".join(part.words for part in verdict(kind, right, answer).parts)


IDS, LETTERS = SetOf("casualties.report_id"), Letter({"A": "one", "B": "two"})
BY_LABEL = Column(labels=["killed", "injured"], tolerance=0.01)

RIGHT = {
    "a number of any make": (Number(), 3, [3, 3.0, np.int64(3), np.uint8(3), np.float16(3), np.longdouble(3)]),
    "a number within its tolerance": (Number(tolerance=0.5), 5.2, [5, 5.7, np.float64(4.7)]),
    "a number that was rounded by the machine": (Number(), 0.3, [0.1 + 0.2]),
    "a text in any capitals": (Text(), "at least", ["at least", " At  Least\n", np.str_("AT LEAST")]),
    "a day however written": (
        Day(),
        "2024-01-18",
        [
            *("2024-01-18", "18 January 2024", "January 18, 2024", "18 Jan 2024", pd.Timestamp("2024-01-18")),
            *(date(2024, 1, 18), datetime(2024, 1, 18), np.datetime64("2024-01-18"), np.datetime64("2024-01-18", "ns")),
        ],
    ),
    "a letter": (LETTERS, "B", ["B", "b", " B. ", "(b)", np.str_("B")]),
    "a set": (IDS, {"C014", "C015"}, [{"C014", "C015"}, frozenset(["C015", "C014"]), {np.str_("C014"), "C015"}]),
    "a list": (
        ListOf(),
        ["a", 1],
        [["a", 1], ("a", 1), np.array(["a", 1], dtype=object), pd.Series(["a", 1], index=[7, 8])],
    ),
    "a list with a blank": (ListOf(), ["a", None], [["a", None], ["a", np.nan], ["a", pd.NA], ["a", pd.NaT]]),
    "a column of any type": (
        Column(),
        pd.Series([1, None], dtype="Int64"),
        [pd.Series([1, None]), pd.Series([1, pd.NA], index=["x", "y"]), np.array([1, np.nan]), pd.array([1, None])],
    ),
    "a column of codes": (
        Column(),
        pd.Series(["exact", "at_least"], dtype="category"),
        [pd.Series(["exact", "at_least"]), pd.Index(["exact", "at_least"]), pd.Categorical(["exact", "at_least"])],
    ),
    "a column of days": (Column(), MARKS["day"], [MARKS["day"].dt.date, MARKS["day"].to_numpy("M8[ns]")]),
    "a column by its labels": (
        BY_LABEL,
        pd.Series({"killed": 10, "injured": None}),
        [{"injured": None, "killed": 10.005}, pd.Series({"other": 1, "injured": np.nan, "killed": 10})],
    ),
    "a table in any order": (
        Frame(["event_id", "low"]),
        ROWS,
        [
            *(ROWS[["low", "event_id"]], ROWS[::-1], ROWS.set_index("event_id"), ROWS.set_axis([5, 5])),
            *(ROWS.assign(note="x"), ROWS.astype(object), ROWS.astype({"low": "Float64", "event_id": "category"})),
        ],
    ),
    "a table within its tolerance": (Frame(["low"], tolerance=1), ROWS, [pd.DataFrame({"low": [9, 12.5]})]),
}

NEARLY = {
    "a number in quotation marks": (Number(), 1200, "1,200", messages.NUMBER_IN_QUOTES),
    "a number in a list": (Number(), 3, [3], "a list of 1"),
    "a letter in a column": (LETTERS, "B", pd.Series(["B"]), "a column (values: 1)"),
    "a list for a set": (IDS, {"C014"}, ["C014"], "`set(...)`"),
    "a column for a set": (IDS, {"C014"}, pd.Series(["C014", "C014"]), "`set(...)`"),
    "the keys of a dict for a set": (IDS, {"C014"}, {"C014": 1}.keys(), "`set(...)`"),
    "a text for a set": (IDS, {"C014", "C015"}, "C014, C015", messages.SET_FROM_TEXT),
    "capitals": (IDS, {"C014"}, {"c014"}, messages.CAPITALS),
    "spaces": (IDS, {"C014"}, {" C014"}, messages.SPACES),
    "a list turned round": (ListOf(), ["a", "b"], ["b", "a"], messages.REVERSED),
    "a list for a column": (Column(), pd.Series([1, 2]), [1, 2], "`pd.Series(...)`"),
    "words spelled otherwise": (Column(), pd.Series(["at_least"]), pd.Series(["At least"]), messages.SPELLING),
    "words spelled otherwise in a table": (
        Frame(["event_id"]),
        ROWS,
        pd.DataFrame({"event_id": ["e067", "e092"]}),
        messages.SPELLING,
    ),
    "a missing value in a set": (IDS, {"C014"}, {"C014", pd.NA}, messages.MISSING_AMONG),
    "a missing value in a set of numbers in quotation marks": (SetOf(), {2, 3}, {"2", "3", np.nan}, "`.dropna()`"),
    "a missing value in a list": (ListOf(), ["a", "b"], ["a", None, "b"], messages.MISSING_AMONG),
    "a missing value in a column": (Column(), pd.Series([1, 2]), pd.Series([1, 2, None]), messages.MISSING_AMONG),
    "numbers in quotation marks in a set": (SetOf(), {2, 3}, {"2", 3}, messages.NUMBER_IN_QUOTES),
    "numbers in quotation marks in a list": (ListOf(), [2, "a"], ["2", "a"], messages.NUMBER_IN_QUOTES),
    "numbers in quotation marks in a column": (
        Column(),
        pd.Series([0.5]),
        pd.Series(["0.5"]),
        messages.NUMBER_IN_QUOTES,
    ),
    "numbers in quotation marks by label": (
        BY_LABEL,
        pd.Series({"killed": 10, "injured": None}),
        {"killed": "10", "injured": None},
        messages.NUMBER_IN_QUOTES,
    ),
    "numbers in quotation marks in a table": (
        Frame(["low", "event_id"]),
        ROWS,
        ROWS.assign(low=["12", "10"]),
        messages.NUMBER_IN_QUOTES,
    ),
    "a column by another name": (Frame(["low"]), ROWS, pd.DataFrame({" Low": [12, 10]}), "`low`"),
}

NOT_YET = {
    "another number": (Number(tolerance=0.5), 5, [5.6, -5, float("inf"), 10**400]),
    "another text": (Text(), "exact", ["exactly", "no"]),
    "another day": (Day(), "2024-01-18", ["2024-01-17", pd.Timestamp("2024-01-19 10:00").normalize()]),
    "another letter": (LETTERS, "B", ["A"]),
    "another set": (IDS, {"C014"}, [set(), {"C014", "C015"}, {"C015"}]),
    "another order": (ListOf(), ["a", "b", "c"], [["b", "a", "c"], ["a", "b"], ["a", "b", "c", "c"]]),
    "a truth for a number": (ListOf(), [1, 0], [[True, False]]),
    "a zero for a blank": (Column(), pd.Series([None, 1]), [pd.Series([0, 1])]),
    "another column": (Column(), pd.Series([1, 2]), [pd.Series([2, 1]), pd.Series([1]), pd.Series([1, 2, 2])]),
    "other rows": (Frame(["low"]), ROWS, [ROWS.head(1), pd.concat([ROWS, ROWS]), ROWS.assign(low=[1, 2])]),
}

UNREADABLE = {
    "a word for a number": (Number(), 3, "three", "a text"),
    "a truth for a number": (Number(), 1, True, "True"),
    "a blank for a number": (Number(), 0, np.nan, "a missing value"),
    "a time for a number": (Number(), 3, timedelta(hours=3), ".total_seconds()"),
    "numpy's time for a number": (Number(), 3, np.timedelta64(3), ".total_seconds()"),
    "two numbers for one": (Number(), 3, [3, 4], "one value is wanted"),
    "a number for a text": (Text(), "a", 3, "a number"),
    "a text for a day": (Day(), "2024-01-18", "Thursday", "a text"),
    "a letter that is not there": (LETTERS, "B", "E", "“E”"),
    "a text for a letter": (LETTERS, "B", "the second of them, I think", "a text"),
    "a filter for ids": (IDS, {"C014"}, pd.Series([True, False]), "Use them as a filter"),
    "a table for ids": (IDS, {"C014"}, ROWS, "Take one column"),
    "a generator for ids": (IDS, {"C014"}, (each for each in ["C014"]), "`list(...)`"),
    "a method without brackets": (IDS, {"C014"}, ROWS["event_id"].unique, "brackets"),
    "a number for a column": (Column(), pd.Series([1]), 1, "a number"),
    "a number for cells by label": (BY_LABEL, {"killed": 1, "injured": 2}, 1, "a number"),
    "a set for a list": (ListOf(), ["a"], {"a"}, "no order"),
    "far too much": (IDS, {"C014"}, range(10**6), "1,000,000"),
    "a column without a label": (BY_LABEL, {"killed": 1, "injured": 2}, pd.Series({"killed": 1}), "`injured`"),
    "a list for a table": (Frame(["low"]), ROWS, [12, 10], "a list of 2"),
    "a table without a column": (Frame(["low"]), ROWS, ROWS[["event_id"]], "`low`"),
    "an array for a number": (Number(), 3, np.eye(2), "`ndarray`"),
}


def each(cases: dict) -> list:
    return [
        pytest.param(kind, right, answer, id=f"{name} {number}")
        for name, (kind, right, answers) in cases.items()
        for number, answer in enumerate(answers, 1)
    ]


@pytest.mark.parametrize(("kind", "right", "answer"), each(RIGHT))
def test_the_same_answer_in_another_dress_is_right(kind, right, answer):
    assert verdict(kind, right, answer).state == "right"


@pytest.mark.parametrize(("kind", "right", "answer", "words"), NEARLY.values(), ids=NEARLY)
def test_a_slip_of_form_is_named(kind, right, answer, words):
    assert (verdict(kind, right, answer).state, verdict(kind, right, answer).score) == ("nearly", 0.5)
    assert words in told(kind, right, answer)


@pytest.mark.parametrize(("kind", "right", "answer"), each(NOT_YET))
def test_another_answer_is_not_yet_right(kind, right, answer):
    assert (verdict(kind, right, answer).state, verdict(kind, right, answer).score) == ("not_yet", 0.0)


@pytest.mark.parametrize(("kind", "right", "answer", "words"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_answer_of_another_kind_is_told_what_was_given_and_what_is_wanted(kind, right, answer, words):
    assert verdict(kind, right, answer).state == "uncheckable"
    assert words in told(kind, right, answer)
    assert kind.wanted in told(kind, right, answer)


DOTS = (
    *(..., None, " ", "…", [..., "C014"], {"killed": ...}, pd.Series([..., 1]), np.array([...]), ("...",)),
    *(ROWS.assign(low=["...", 1]), {"rows": ROWS.assign(low=[..., 1])}),
)


@pytest.mark.parametrize("answer", DOTS, ids=repr)
def test_three_dots_among_values_are_not_answered_yet(answer):
    assert verdict(IDS, {"C014"}, answer).state == "unanswered"


def test_an_answer_is_not_changed_by_being_checked():
    table, held = ROWS.copy(), ["C014", " c015"]
    verdict(Frame(["event_id", "low"]), ROWS[::-1], table.set_index("event_id"))
    verdict(IDS, {"C014"}, held)
    pd.testing.assert_frame_equal(table, ROWS)
    assert held == ["C014", " c015"]


def test_the_first_misreading_that_fits_is_named_and_the_right_answer_never_is():
    wrong = Misreading("one-too-many", lambda: 4, did="d", why=lambda given: f"{given} is one more.", next="n")
    larger = Misreading("too-large", lambda: 9, "d", "w", "n", matches=lambda given, wrong: given > 3)
    nearly = Nearly("in-tens", lambda: 30, change=lambda given: f"{given} in ones.")
    more = {"misreadings": [wrong, larger], "nearly": [nearly]}
    assert [verdict(Number(), 3, given, **more).label for given in (3, 4, 5, 30, 2)] == [
        None,
        "one-too-many",
        "too-large",
        "too-large",
        None,
    ]
    assert "4 is one more." in verdict(Number(), 3, 4, **more).text
    assert verdict(Number(), 3, 30, nearly=[nearly]).text.endswith("30 in ones.")


def test_a_letter_is_computed_from_the_one_test_that_holds():
    assert holding(A=False, B=pd.Series([1]).eq(1).all()) == "B"
    for tests in ({"A": False}, {"A": True, "B": True}):
        with pytest.raises(ValueError, match="values to unpack"):
            holding(**tests)


# Charts are judged by what they encode.


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
    assert chart.aggregates == {"count"}
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


# Tables that students code are read for their form.


def no_blanks(table):
    return None if table["code"].notna().all() else "Some rows have no code."


CODED = Coded(["key", "code"], [no_blanks], {"T1": "a code that the text does not bear"})
FILLED = pd.DataFrame({"code": ["a", "b"], "key": ["C014", "C015"]})


def test_a_coded_table_goes_to_the_instructor_once_its_form_is_complete():
    exercise = Exercise(kind=CODED, **TOLD)
    lacking = judge(exercise, FILLED.assign(code=["a", None]))
    assert (lacking.state, lacking.score) == ("not_yet", 0.0)
    assert "Some rows have no code." in lacking.text
    complete = judge(exercise, FILLED)
    assert (complete.state, complete.score, complete.points(2)) == ("for_instructor", None, 0)
    assert complete.require() is complete
    assert "T1: a code that the text does not bear" in complete.text


def test_a_coded_table_with_a_key_is_judged_by_it():
    assert verdict(CODED, FILLED, FILLED[["key", "code"]]).state == "right"
    assert verdict(CODED, FILLED, FILLED.assign(code=["a", "c"])).state == "not_yet"


def test_several_coded_tables_come_by_name():
    kind = Coded({"rows": ["key"], "links": ["code"]}, [lambda tables: None if len(tables["rows"]) else "No rows."])
    exercise = Exercise(kind=kind, **TOLD)
    assert judge(exercise, {"rows": FILLED, "links": FILLED}).state == "for_instructor"
    assert judge(exercise, {"rows": FILLED.head(0), "links": FILLED}).state == "not_yet"
    assert "`links`" in judge(exercise, {"rows": FILLED}).text
    assert judge(exercise, FILLED).state == "uncheckable"
