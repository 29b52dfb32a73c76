"""Every exercise: it stands in its notebook, its words teach and give nothing away, its help comes in time."""

import json
import re

import pytest

import casebook as cb
from answers import ALL, JUDGED, wrong_answers
from casebook.editions.cells import check_calls
from casebook.exercise import messages
from casebook.exercise.attempts import forget
from casebook.exercise.kinds.cells import elements
from casebook.exercise.register import all_exercises, chapters, of_chapter
from casebook.exercise.solved import solution_of
from casebook.exercise.verdict import RECORD
from casebook.folders import NOTEBOOKS
from casebook.lookup import find
from telling import a_real_attempt, gives_away, message, words_of

ROW = re.compile(r"\b(?:[ESC]\d{3}|[KF]\d{2}|s\d{2})\b")
PRAISE = re.compile(r"\b(?:well done|good (?:job|work)|great|excellent|bravo|perfect|nice)\b|!(?!=)", re.IGNORECASE)


def cells(number: str) -> list[dict]:
    """The cells of a chapter's notebook for instructors."""
    (path,) = (NOTEBOOKS / "instructor").glob(f"{number}-*.ipynb")
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def test_keys_are_unique_readable_slugs():
    keys = [exercise.key for _, exercise in all_exercises()]
    assert len(keys) == len(set(keys))
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", key)] == []
    assert list(cb.exercises()["key"]) == keys


@pytest.mark.parametrize("number", chapters())
def test_a_notebook_checks_exactly_the_exercises_of_its_chapter_in_their_order(number):
    sources = ["".join(cell["source"]) for cell in cells(number) if cell["cell_type"] == "code"]
    keys = [call.key for source in sources for call in check_calls(source)]
    assert list(dict.fromkeys(keys)) == [exercise.key for exercise in of_chapter(number)]


@pytest.mark.parametrize("number", chapters())
def test_the_solutions_earn_right_where_the_solved_notebook_was_run(number):
    outputs = [output for cell in cells(number) for output in cell.get("outputs", [])]
    records = [output["data"][RECORD] for output in outputs if RECORD in output.get("data", {})]
    earned = {record["exercise"]: record["state"] for record in records}
    assert earned == {each.key: "for_instructor" if each.by_hand else "right" for each in of_chapter(number)}


@pytest.mark.parametrize("key", ALL)
def test_there_is_a_solution_to_show(key, monkeypatch):
    monkeypatch.setenv("CASEBOOK_EDITION", "instructor")
    assert solution_of(key) in [part.code for part in cb.solution(key).parts]


@pytest.mark.parametrize("key", ALL)
def test_wrong_answers_that_have_a_name_differ_from_the_right_one_and_from_each_other(key):
    exercise = ALL[key]
    named = [*exercise.misreadings, *exercise.nearly]
    # One with a test of its own is held apart by it: that it is recognised is shown above.
    equal = [each for each in named if not getattr(each, "matches", None)]
    read = [exercise.kind.read(each.answer()).value for each in equal]
    if not exercise.by_hand:
        read.append(exercise.kind.read(exercise.answer()).value)
    same = [(one, two) for two in range(len(read)) for one in range(two) if exercise.kind.same(read[one], read[two])]
    assert same == []
    labels = [each.label for each in named]
    assert len(labels) == len(set(labels))
    assert [label for label in labels if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", label)] == []


@pytest.mark.parametrize("key", ALL)
def test_no_words_praise_anybody(key):
    assert [words for words in words_of(ALL[key]) if PRAISE.search(words)] == []


@pytest.mark.parametrize("key", ALL)
def test_every_row_that_is_named_exists(key):
    named = {row for words in words_of(ALL[key]) for row in ROW.findall(words)} | set(ALL[key].sources)
    assert {row: find(row)[1].iloc[0] for row in named} == {row: row for row in named}


@pytest.mark.parametrize("key", ALL)
def test_hints_lead_to_a_worked_step_on_rows_that_are_not_the_answer(key):
    exercise = ALL[key]
    assert len(exercise.hints) >= 2
    *_, worked = exercise.hints
    assert re.match("(?:A )?[Ww]orked ", worked)
    own = set(exercise.sources)
    if exercise.kind.name in ("set", "list"):
        own |= set(map(str, elements(exercise.answer())))
    named = set(ROW.findall(worked))
    assert not named or named - own


@pytest.mark.parametrize("key", JUDGED)
def test_hints_do_not_hold_the_answer(key):
    if ALL[key].kind.name != "number":  # a worked step on other rows may come to the same number
        assert [hint for hint in ALL[key].hints if gives_away(ALL[key], hint)] == []


@pytest.mark.parametrize("key", ALL)
def test_hints_come_one_by_one_and_the_last_stays(key):
    hints = ALL[key].hints
    shown = [cb.hint(key) for _ in range(len(hints) + 1)]
    assert [note.parts[0].words for note in shown] == [*hints, hints[-1]]
    assert message(shown[-1]).endswith(messages.LAST_HINT)
    assert messages.LAST_HINT not in message(shown[-2])


@pytest.mark.parametrize("key", ALL)
def test_the_second_same_wrong_answer_brings_the_first_hint(key):
    exercise = ALL[key]
    told = []
    for answer in wrong_answers(exercise):
        forget()
        first, second = cb.check(key, answer), cb.check(key, answer)
        if first.state in ("misreading", "not_yet"):
            assert exercise.hints[0] not in first.text
            assert second.parts == (*first.parts, *second.parts[-1:])
            told.append(second.parts[-1].words)
    assert set(told) == {exercise.hints[0]}


@pytest.mark.parametrize("key", ALL)
def test_a_solution_waits_for_one_real_attempt(key):
    cb.check(key, ...)
    assert not any(part.code for part in cb.solution(key).parts)
    cb.check(key, a_real_attempt(ALL[key]))
    assert [part.code for part in cb.solution(key).parts] == [solution_of(key)]
