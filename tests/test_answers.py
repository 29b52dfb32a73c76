"""What each kind of answer takes as it is, what it forgives, what it names, and what it cannot read."""

from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from asked import told, verdict
from casebook.exercise import messages
from casebook.exercise.exercise import Misreading, Nearly
from casebook.exercise.kinds import Column, Day, Frame, Letter, ListOf, Number, SetOf, Text, holding
from casebook.exercise.kinds.description import describe

ROWS = pd.DataFrame({"event_id": ["E067", "E092"], "low": [12, 10]})
MARKS = pd.DataFrame({"day": pd.to_datetime(["2024-01-16", "2024-01-18"]), "side": ["Iran", "Pakistan"]})


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


@pytest.mark.parametrize("missing", [None, pd.NA, pd.NaT, np.nan, float("nan")], ids=repr)
def test_whatever_is_missing_is_called_missing(missing):
    assert describe(missing) == messages.A_MISSING


def test_a_letter_is_wanted_from_the_first_option_to_the_last():
    assert Letter({"A": "one", "B": "two", "C": "three"}).wanted == "One letter, A to C."
