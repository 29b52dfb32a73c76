"""From an answer to a verdict: the easiest question first, and the first that settles it ends the check."""

import warnings
from dataclasses import dataclass, replace
from pathlib import Path

from casebook.datapackage import folder, kept_for_a_folder
from casebook.exercise import messages
from casebook.exercise.attempts import attempts
from casebook.exercise.exercise import Exercise, Misreading, Nearly, said
from casebook.exercise.kinds.cells import is_blank
from casebook.exercise.kinds.kind import Reading, UnreadableError
from casebook.exercise.mending import mended
from casebook.exercise.note import Part
from casebook.exercise.verdict import READY, Verdict
from casebook.language import joined


class NotComputedError(Exception):
    """The tables in use give no answer to an exercise."""


@dataclass(frozen=True)
class Key:
    """The right answer and the wrong ones that have a reason, as read, for one data folder."""

    answer: object
    misreadings: list[tuple[Misreading, object]]
    nearly: list[tuple[Nearly, object]]


@kept_for_a_folder
def _computed(exercise: Exercise, _folder: Path) -> Key:
    read = exercise.kind.read
    try:
        return Key(
            read(exercise.answer()).value if exercise.answer else None,
            [(each, read(each.answer()).value) for each in exercise.misreadings],
            [(each, read(each.answer()).value) for each in exercise.nearly],
        )
    except Exception as error:
        raise NotComputedError from error


def judge(exercise: Exercise, answer: object) -> Verdict:
    """The verdict on an answer; a real attempt is remembered in this kernel."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if is_blank(answer):
            return _unanswered(exercise)
        try:
            reading = exercise.kind.read(answer)
        except UnreadableError as error:
            return uncheckable(exercise, error.words)
        try:
            verdict = _verdict(exercise, reading, _computed(exercise, folder()))
        except NotComputedError:
            return Verdict(exercise.key, (Part(messages.GAP, messages.NOT_COMPUTED),), state="uncheckable")
        return _remembered(exercise, reading.value, verdict)


def _unanswered(exercise: Exercise) -> Verdict:
    again = messages.RUN_AGAIN.format(key=exercise.key)
    parts = Part(messages.GIVEN_HEAD, messages.NOTHING_GIVEN), Part(messages.NEXT, again, lead=exercise.kind.wanted)
    return Verdict(exercise.key, parts, state="unanswered")


def uncheckable(exercise: Exercise, words: str) -> Verdict:
    """The verdict on an answer that is not of the wanted kind."""
    parts = (Part(messages.GIVEN_HEAD, words), Part(messages.WANTED_HEAD, exercise.kind.wanted))
    return Verdict(exercise.key, parts, state="uncheckable")


def _verdict(exercise: Exercise, reading: Reading, key: Key) -> Verdict:
    kind, given, readings = exercise.kind, reading.value, mended(reading)
    lacking = kind.missing(given)
    if not exercise.by_hand and not lacking:
        for each in readings:
            if kind.same(each.value, key.answer):
                return _right(exercise, each)
    for misreading, wrong in key.misreadings:
        for each in readings:
            if (misreading.matches or kind.same)(each.value, wrong):
                return _misread(exercise, misreading, each.value)
    if exercise.by_hand:
        return _read_by_hand(exercise, given, [*lacking, *reading.slips])
    almost = filter(None, (_nearly(exercise, each.value, key) for each in readings))
    return next(almost, None) or _not_yet(exercise, given, key, lacking)


def _right(exercise: Exercise, reading: Reading) -> Verdict:
    if reading.slips:
        return Verdict(exercise.key, (Part(messages.CHANGE, joined(*reading.slips)),), state="nearly")
    parts = (Part(messages.BECAUSE, exercise.because), Part(messages.NOT_SHOWN, exercise.not_shown))
    return Verdict(exercise.key, parts, rows=tuple(exercise.sources), state="right")


def _misread(exercise: Exercise, misreading: Misreading, given: object) -> Verdict:
    told = {messages.DID: misreading.did, messages.WHY: misreading.why, messages.NEXT: misreading.next}
    parts = tuple(Part(head, said(words, given)) for head, words in told.items())
    return Verdict(exercise.key, parts, state="misreading", label=misreading.label)


def _nearly(exercise: Exercise, given: object, key: Key) -> Verdict | None:
    for almost, value in key.nearly:
        if exercise.kind.same(given, value):
            parts = (Part(messages.CHANGE, said(almost.change, given)),)
            return Verdict(exercise.key, parts, state="nearly", label=almost.label)
    if change := exercise.kind.almost(given, key.answer):
        return Verdict(exercise.key, (Part(messages.CHANGE, change),), state="nearly")
    return None


def _not_yet(exercise: Exercise, given: object, key: Key, lacking: list[str]) -> Verdict:
    """The gap, and what the form lacks; of an answer that lacks nothing but form, only that."""
    parts = [] if exercise.kind.same(given, key.answer) else [Part(messages.GAP, said(exercise.gap, given))]
    parts += [Part(messages.MISSING_HEAD, points=tuple(lacking))] if lacking else []
    return Verdict(exercise.key, tuple(parts), state="not_yet")


def _read_by_hand(exercise: Exercise, given: object, lacking: list[str]) -> Verdict:
    """The form of an answer that an instructor reads, with the rubric and the rows that it cites."""
    kind = exercise.kind
    if lacking:
        parts = [Part(messages.MISSING_HEAD, points=tuple(lacking))]
    else:
        parts = [
            Part(messages.BECAUSE_COMPLETE, exercise.because or messages.COMPLETE),
            Part(messages.NOT_SHOWN, exercise.not_shown or messages.FORM_ONLY),
        ]
    if remarks := kind.remarks(given):
        parts.append(Part(messages.REMARKS_HEAD, points=tuple(remarks)))
    if kind.rubric:
        codes = tuple(f"{code}: {words}" for code, words in kind.rubric.items())
        parts.append(Part(messages.RUBRIC_HEAD, points=codes))
    state = "not_yet" if lacking else "for_instructor"
    return Verdict(exercise.key, tuple(parts), rows=tuple(kind.rows(given)), rows_head=messages.CITED_HEAD, state=state)


def _remembered(exercise: Exercise, given: object, verdict: Verdict) -> Verdict:
    """The same verdict; with the first hint beneath when the same wrong answer comes a second time."""
    tried = attempts(exercise.key)
    tried.real += 1
    if verdict.state in (*READY, "nearly"):
        return verdict
    again = tried.last_wrong is not None and exercise.kind.same(given, tried.last_wrong)
    tried.last_wrong = given
    if not again:
        return verdict
    tried.hints_seen = max(tried.hints_seen, 1)
    return replace(verdict, parts=(*verdict.parts, Part(messages.HINT_HEAD, exercise.hints[0])))
