"""Whatever is given as an answer: a verdict comes back, soon and quietly, and it is right only if the answer is."""

import contextlib
import signal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays, scalar_dtypes
from hypothesis.extra.pandas import column, data_frames, series

import casebook as cb
from answers import ALL, JUDGED
from casebook.exercise.exercise import Exercise
from casebook.exercise.judging import judge
from casebook.exercise.kinds import Column, Day, Frame, Letter, ListOf, Number, SetOf, Text
from casebook.exercise.verdict import READY
from strange import STRANGE

LONGEST = 20
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.complex_numbers(),
    st.text(max_size=20),
    st.binary(max_size=5),
    st.dates(),
    st.datetimes(timezones=st.none() | st.timezones()),
    st.timedeltas(),
    st.decimals(),
    st.fractions(),
    st.uuids(),
    st.sampled_from([..., pd.NA, pd.NaT, np.nan, "C", "E092", "C130", 3, True]),
    scalar_dtypes().flatmap(lambda kind: arrays(kind, ()).map(lambda array: array[()])),
)
HELD = st.recursive(
    CELLS,
    lambda held: st.one_of(
        st.lists(held, max_size=5),
        st.lists(held, max_size=5).map(tuple),
        st.dictionaries(st.text(max_size=8) | st.integers(), held, max_size=4),
    ),
    max_leaves=12,
)
ANYTHING = st.one_of(
    HELD,
    st.frozensets(st.text(max_size=5) | st.integers() | st.booleans(), max_size=5),
    arrays(scalar_dtypes(), array_shapes(max_dims=3, max_side=4)),
    series(dtype=float),
    series(elements=st.text(max_size=5), dtype=object),
    data_frames([column("event_id", dtype=int), column("count_low", dtype=float)]),
)


@contextlib.contextmanager
def soon():
    """A check that hangs is stopped as a reader would: KeyboardInterrupt is the one exception that passes."""

    def stop(*_):
        raise KeyboardInterrupt(f"no verdict within {LONGEST} seconds")

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)


def shown(verdict) -> str:
    """The words of a verdict, after every way to show it."""
    bundle = verdict._repr_mimebundle_()
    assert bundle["text/plain"] == repr(verdict) == verdict.text
    assert verdict.points(1) == (verdict.score or 0)
    return bundle["text/html"]


@pytest.mark.parametrize("name", STRANGE)
def test_every_exercise_answers_a_strange_object_in_words(name, capfd, recwarn):
    for key in ALL:
        with soon():
            verdict = cb.check(key, STRANGE[name])
            assert shown(verdict)
        assert verdict.state not in (*READY, "nearly"), key
    assert capfd.readouterr() == ("", "")
    assert list(recwarn) == []


@pytest.mark.parametrize("name", STRANGE)
@pytest.mark.parametrize("verb", [cb.check, cb.hint, cb.solution, cb.ask], ids=lambda verb: verb.__name__)
def test_no_verb_stumbles_over_a_strange_key(verb, name, capfd):
    with soon():
        assert shown(verb(STRANGE[name]))
    assert capfd.readouterr() == ("", "")


@given(ANYTHING, st.sampled_from(sorted(ALL)))
def test_any_answer_gets_a_verdict_that_can_be_shown(answer, key):
    with soon():
        assert shown(cb.check(key, answer))


def asked(kind, right) -> Exercise:
    told = {"asks": "", "hints": ["a", "b"], "minutes": 1, "because": "b", "not_shown": "n", "gap": "g"}
    return Exercise(key=f"asked-{kind.name}", kind=kind, answer=lambda: right, **told)


def plainly(answer: object, right: object) -> bool:
    """Whether an answer is the right one to plain Python: same value, and a truth value is no number."""
    if isinstance(answer, (bool, np.bool)) or answer is pd.NA or answer is pd.NaT:
        return False
    if isinstance(answer, str) and isinstance(right, str):
        return answer.strip(" \t\n.)(").casefold() == right.casefold()
    return isinstance(answer, (int, float, np.number)) and not isinstance(answer, np.timedelta64) and answer == right


NUMBER, LETTER, SET = asked(Number(), 3), asked(Letter({"A": "a", "C": "c"}), "C"), asked(SetOf(), {"C130", "E092"})
FEW = st.lists(st.sampled_from(["C130", "E092", "c130", " E092", "", "C999", 3, True, None]), max_size=3)


@given(ANYTHING)
def test_only_the_number_is_the_number(answer):
    assert (judge(NUMBER, answer).state == "right") is plainly(answer, 3)


@given(ANYTHING)
def test_only_the_letter_is_the_letter(answer):
    assert (judge(LETTER, answer).state == "right") is plainly(answer, "C")


@given(FEW | FEW.map(set) | FEW.map(tuple) | FEW.map(pd.Series))
def test_only_the_set_is_the_set(answer):
    given = answer - {None} if isinstance(answer, set) else ()
    right = isinstance(answer, set) and {value.strip() if isinstance(value, str) else value for value in given}
    state = judge(SET, answer).state
    assert (state == "right") is (answer == {"C130", "E092"} if isinstance(answer, set) else False)
    assert state != "nearly" or right is False or right == {"C130", "E092"}


@given(st.lists(st.integers(0, 2) | st.sampled_from(["a", "B", None]), max_size=4))
def test_only_the_list_is_the_list_and_only_the_column_the_column(answer):
    right = answer == [1, "a", None] and not isinstance(answer[0], bool)
    assert (judge(asked(ListOf(), [1, "a", None]), answer).state == "right") is right
    column = judge(asked(Column(), pd.Series([1, "a", None], dtype=object)), pd.Series(answer, dtype=object))
    assert (column.state == "right") is right


@given(data_frames([column("day", elements=st.integers(1, 3), dtype=int), column("n", elements=st.integers(0, 2))]))
def test_only_the_table_is_the_table(answer):
    right = pd.DataFrame({"day": [1, 2], "n": [0, 1]})
    rows = sorted(answer.itertuples(index=False, name=None))
    assert (judge(asked(Frame(["day", "n"]), right), answer).state == "right") is (rows == [(1, 0), (2, 1)])


@given(st.text(max_size=12))
def test_only_the_text_is_the_text_and_only_the_day_the_day(answer):
    assert judge(asked(Text(), "at least"), answer).state != "right"
    assert judge(asked(Day(), "2024-01-18"), answer).state != "right"


@pytest.mark.parametrize("key", JUDGED)
def test_an_answer_is_escaped_wherever_it_is_said_again(key):
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    for answer in (attack, [attack], {attack}, pd.Series([attack]), {attack: attack}, type(attack, (), {})()):
        assert not {"<script", "<img"} & set(shown(cb.check(key, answer)).replace(">", " ").split())
    assert "<script" not in shown(cb.check(attack, attack))


def test_the_stop_button_stops(monkeypatch):
    def pressed(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("casebook.exercise.catalogue.judge", pressed)
    with pytest.raises(KeyboardInterrupt):
        cb.check("ten-and-ten", "C")
