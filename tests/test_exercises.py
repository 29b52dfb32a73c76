"""Every exercise: its answer is right, its misreadings are named, its words teach and give nothing away."""

import contextlib
import json
import re

import pandas as pd
import pytest

import casebook as cb
import casebook.exercise
from answers import ALL, BY_HAND, JUDGED, MISREADINGS, wrong_answers
from casebook.editions.cells import check_calls
from casebook.exercise import messages
from casebook.exercise.attempts import forget
from casebook.exercise.exercise import said
from casebook.exercise.kinds.cells import elements, scalar
from casebook.exercise.kinds.kind import UnreadableError
from casebook.exercise.register import all_exercises, chapters, of_chapter
from casebook.exercise.solved import solution_of
from casebook.exercise.verdict import RECORD
from casebook.folders import NOTEBOOKS
from casebook.lookup import find

ROW = re.compile(r"\b(?:[ESC]\d{3}|[KF]\d{2}|s\d{2})\b")
PRAISE = re.compile(r"\b(?:well done|good (?:job|work)|great|excellent|bravo|perfect|nice)\b|!(?!=)", re.IGNORECASE)
FIRST_STEPS = ("...", None, "", "   ", "\n\t", "…", [...], {...}, {"killed": ...})


def cells(number: str) -> list[dict]:
    """The cells of a chapter's notebook for instructors."""
    (path,) = (NOTEBOOKS / "instructor").glob(f"{number}-*.ipynb")
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def words_of(exercise) -> list[str]:
    """Everything that an exercise says to a student, whatever the answer; what is said of an answer left out."""
    told = [words for each in exercise.misreadings for words in (each.did, each.why, each.next)]
    told += [each.change for each in exercise.nearly]
    fixed = [words for words in (*told, exercise.gap) if isinstance(words, str)]
    options = getattr(exercise.kind, "options", {}).values()
    return [*fixed, exercise.asks, exercise.because, exercise.not_shown, *exercise.hints, *options]


def stands_in(value: object, words: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(str(value))}(?!\w|\.\d)", words) is not None


def gives_away(exercise, words: str) -> bool:
    """Whether words hold the right answer: the letter as a choice, the value, or every one of its values."""
    right, name = exercise.answer(), exercise.kind.name
    if name == "letter":
        return re.search(rf"\b(?:option|letter|answer) {right}\b|\b{right}[:)]", words) is not None
    if name == "number":
        return stands_in(f"{right:g}", words)
    if name in ("text", "day", "order"):
        return str(scalar(right)).casefold() in words.casefold()
    if name in ("set", "list", "series"):
        return all(stands_in(scalar(cell), words) for cell in elements(right))
    return False


def message(verdict) -> str:
    return " ".join(" ".join([part.words, *part.points]) for part in verdict.parts)


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


@pytest.mark.parametrize("key", [key for key in JUDGED if ALL[key].kind.name in ("letter", "number", "day", "text")])
def test_names_with_values_are_no_single_value(key):
    verdict = cb.check(key, {ALL[key].answer(): 1})
    assert verdict.state == "uncheckable"
    assert messages.PAIRS.format(given="a dict of 1") in verdict.text


@pytest.fixture
def a_broken_chapter(tmp_path, monkeypatch):
    """A chapter 001, read before all others but 00, whose module fails."""
    (tmp_path / "chapter_001.py").write_text("import a_library_that_is_not_here\n")
    monkeypatch.setattr(casebook.exercise, "__path__", [*casebook.exercise.__path__, str(tmp_path)])
    chapters.cache_clear()
    yield
    chapters.cache_clear()


@pytest.mark.usefixtures("a_broken_chapter")
def test_a_chapter_that_cannot_be_read_is_named_and_hinders_no_other():
    for verb in (cb.check, cb.hint, cb.solution, cb.ask):
        words = verb("of-the-broken-chapter").text
        assert "chapter 001 cannot be read" in words
        assert "a_library_that_is_not_here" in words
        assert messages.NO_SUCH_KEY not in words
    assert [key for key in ALL if cb.check(key).state != "unanswered"] == []


@pytest.mark.usefixtures("a_broken_chapter")
def test_a_chapter_that_cannot_be_read_has_a_row_among_the_exercises_of_the_others():
    listed = cb.exercises()
    assert set(listed["key"].dropna()) == {*ALL}
    (broken,) = listed[listed["key"].isna()].itertuples()
    assert broken.notebook == "001"
    assert "chapter 001 cannot be read" in broken.asks
    assert "a_library_that_is_not_here" in broken.asks


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


def a_real_attempt(exercise) -> object:
    """The first of the wrong answers that can be judged."""
    for answer in wrong_answers(exercise):
        with contextlib.suppress(UnreadableError):
            exercise.kind.read(answer)
            return answer
    return pytest.fail("none of the wrong answers can be judged")


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
