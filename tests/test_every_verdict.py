"""Every answer has its verdict: the right one, each misreading, what is nearly right, five wrong ones, none at all."""

import re

import numpy as np
import pandas as pd
import pytest

import casebook as cb
from answers import ALL, BY_HAND, JUDGED, MISREADINGS, wrong_answers
from casebook.exercise import messages
from casebook.exercise.attempts import forget
from casebook.exercise.exercise import said
from casebook.exercise.kinds.cells import scalar
from casebook.exercise.verdict import RECORD
from telling import a_real_attempt, gives_away, message

FIRST_STEPS = ("...", None, "", "   ", "\n\t", "…", [...], {...}, {"killed": ...})


@pytest.mark.parametrize("key", JUDGED)
def test_the_computed_answer_is_right_and_says_why_and_what_it_does_not_show(key):
    verdict = cb.check(key, ALL[key].answer())
    assert (verdict.state, verdict.label, verdict.score) == ("right", None, 1.0)
    assert [part.head for part in verdict.parts] == [messages.BECAUSE, messages.NOT_SHOWN]
    assert all(part.words.strip() for part in verdict.parts)


@pytest.mark.parametrize("key", JUDGED)
def test_a_right_answer_shows_the_rows_behind_it(key):
    assert ALL[key].sources
    shown = cb.check(key, ALL[key].answer()).text
    assert [row for row in ALL[key].sources if not re.search(rf"^- {re.escape(row)}: \S", shown, re.MULTILINE)] == []


@pytest.mark.parametrize("key", ALL)
@pytest.mark.parametrize("nothing", [..., *FIRST_STEPS], ids=repr)
def test_three_dots_and_blanks_are_not_answered_yet(key, nothing):
    verdict = cb.check(key, nothing)
    assert (verdict.state, verdict.score) == ("unanswered", 0.0)
    assert ALL[key].kind.wanted in verdict.text


def is_one_step(words: str) -> bool:
    """Whether it is one sentence; what stands in code is none."""
    return len(re.findall(r"[.?](?=\s|$)", re.sub(r"`[^`]*`", "code", words))) == 1


@pytest.mark.parametrize(("key", "label"), MISREADINGS)
def test_a_misreading_is_recognised_and_told_in_three_parts(key, label):
    exercise = ALL[key]
    (misreading,) = [each for each in exercise.misreadings if each.label == label]
    verdict = cb.check(key, misreading.answer())
    assert (verdict.state, verdict.label, verdict.score) == ("misreading", label, 0.0)
    assert [part.head for part in verdict.parts] == [messages.DID, messages.WHY, messages.NEXT]
    assert all(part.words.strip() for part in verdict.parts)
    assert len(message(verdict).split()) <= 70
    assert is_one_step(verdict.parts[-1].words)
    assert exercise.by_hand or not gives_away(exercise, message(verdict))


@pytest.mark.parametrize("key", JUDGED)
def test_an_answer_that_is_nearly_right_is_told_what_to_change(key):
    for each in ALL[key].nearly:
        verdict = cb.check(key, each.answer())
        assert (verdict.state, verdict.label, verdict.score) == ("nearly", each.label, 0.5)
        assert said(each.change, ALL[key].kind.read(each.answer()).value) == message(verdict)


def slips_of_form(right: object) -> list:
    """An answer of several values with its numbers in quotation marks, and with a missing value among the others."""
    if isinstance(right, set):
        return [{*right, pd.NA}]
    if not isinstance(right, (list, pd.Series)):
        return []
    cells = [str(each) if type(scalar(each)) in (int, float) else each for each in right]
    quoted = pd.Series(cells, index=right.index, dtype=object) if isinstance(right, pd.Series) else cells
    return [quoted, *([[*right, None]] if isinstance(right, list) and None not in right else [])]


@pytest.mark.parametrize("key", JUDGED)
def test_an_answer_that_is_right_but_for_its_form_is_told_so(key):
    right = ALL[key].answer()
    for answer in slips_of_form(right):
        assert cb.check(key, answer).state == ("right" if list(answer) == list(right) else "nearly")


@pytest.mark.parametrize("key", ALL)
def test_five_other_wrong_answers_are_each_told_something_that_helps_and_gives_nothing_away(key):
    exercise = ALL[key]
    answers = wrong_answers(exercise)
    assert len(answers) == 5
    for answer in answers:
        forget()
        verdict = cb.check(key, answer)
        assert verdict.state in ("not_yet", "misreading", "nearly", "uncheckable", "unanswered")
        assert messages.NOT_READ not in verdict.text
        assert len(message(verdict).split()) >= 6
        if not exercise.by_hand and verdict.state != "nearly":
            for part in verdict.parts:
                assert max(len(words.split()) for words in (part.words, " ".join(part.points))) <= 70, part
            assert not gives_away(exercise, message(verdict)), message(verdict)


@pytest.mark.parametrize("key", [key for key in JUDGED if ALL[key].kind.name in ("letter", "number", "day", "text")])
def test_names_with_values_are_no_single_value(key):
    verdict = cb.check(key, {ALL[key].answer(): 1})
    assert verdict.state == "uncheckable"
    assert messages.PAIRS.format(given="a dict of 1") in verdict.text


@pytest.mark.parametrize("key", BY_HAND)
def test_what_an_instructor_reads_is_told_with_the_codes_that_come_back(key):
    exercise = ALL[key]
    assert len(exercise.kind.rubric) >= 2
    shown = cb.check(key, a_real_attempt(exercise)).text
    assert [code for code, words in exercise.kind.rubric.items() if f"{code}: {words}" not in shown] == []


@pytest.mark.parametrize("key", JUDGED)
def test_points_are_shares_of_the_most_and_the_record_holds_what_was_earned(key):
    verdict = cb.check(key, ALL[key].answer())
    assert (float(verdict.points(3)), cb.check(key, ...).points(3)) == (3.0, 0.0)
    assert verdict.require() is verdict
    record = {"exercise": key, "state": "right", "label": None, "score": 1.0, "edition": "student"}
    assert verdict._repr_mimebundle_()[RECORD] == record
    with pytest.raises(AssertionError, match=re.escape(messages.STATES["unanswered"])):
        cb.check(key, ...).require()


@pytest.mark.parametrize("most", [None, "3", [1], True, float("nan"), float("inf"), -1, "x" * 500])
@pytest.mark.parametrize("answer", [..., "C"])
def test_points_out_of_what_is_no_number_are_told_in_one_sentence(most, answer):
    with pytest.raises(TypeError, match=r"^points takes [^\n]{,200}\.$"):
        cb.check("ten-and-ten", answer).points(most)


@pytest.mark.parametrize("most", [0, 2, 2.5, np.int64(2)])
def test_points_are_a_number_out_of_any_number(most):
    assert cb.check("ten-and-ten", "C").points(most) == most
