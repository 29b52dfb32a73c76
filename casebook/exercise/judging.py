"""From an answer to a verdict: the easiest question first, the first that settles it ends the check."""

import functools
import warnings
from dataclasses import dataclass
from pathlib import Path

from casebook.datapackage import folder
from casebook.exercise import messages
from casebook.exercise.attempts import Attempts, attempts
from casebook.exercise.exercise import Exercise, Misreading, Nearly, said
from casebook.exercise.kinds.cells import is_blank
from casebook.exercise.kinds.kind import Reading, UnreadableError
from casebook.exercise.verdict import Part, Verdict


@dataclass(frozen=True)
class Key:
    """The right answer and the wrong ones with a reason, computed from one data folder."""

    answer: object
    misreadings: tuple[tuple[Misreading, object], ...]
    nearly: tuple[tuple[Nearly, object], ...]


@functools.cache
def _key(_folder: Path, exercise_key: str, exercise: "_Hashable") -> Key:
    definition = exercise.definition
    read = definition.kind.read
    return Key(
        None if definition.answer is None else read(definition.answer()).value,
        tuple((each, read(each.answer()).value) for each in definition.misreadings),
        tuple((each, read(each.answer()).value) for each in definition.nearly),
    )


class _Hashable:
    """An exercise as a cache can hold it: by identity."""

    def __init__(self, definition: Exercise) -> None:
        self.definition = definition

    def __hash__(self) -> int:
        return id(self.definition)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashable) and self.definition is other.definition


def judge(exercise: Exercise, answer: object) -> Verdict:
    """The verdict on an answer; the attempt is remembered in this kernel."""
    verdict = functools.partial(Verdict, exercise=exercise.key)
    if is_blank(answer):
        again = messages.RUN_AGAIN.format(wanted=exercise.kind.wanted, key=exercise.key)
        parts = (Part(messages.GIVEN_HEAD, messages.NOTHING_GIVEN), Part(messages.NEXT, again))
        return verdict("unanswered", None, 0.0, parts=parts)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            reading = exercise.kind.read(answer)
        except UnreadableError as error:
            wanted = Part(messages.WANTED_HEAD, exercise.kind.wanted)
            return verdict("uncheckable", None, 0.0, parts=(Part(messages.GIVEN_HEAD, error.words), wanted))
        state, label, score, parts, rows = _judged(exercise, reading, _key(folder(), exercise.key, _Hashable(exercise)))
    tried = attempts(exercise.key)
    tried.real += 1
    if state not in ("right", "for_instructor"):
        parts += _hint_after_a_second_time(exercise, tried, reading.value)
    return verdict(state, label, score, parts=parts, rows=rows)


def _judged(exercise: Exercise, reading: Reading, key: Key) -> tuple:
    kind, given = exercise.kind, reading.value
    missing = kind.missing(given)
    right = not exercise.by_hand and kind.same(given, key.answer)
    if right and not missing:
        if reading.slips:
            return "nearly", None, 0.5, (Part(messages.CHANGE, " ".join(reading.slips)),), ()
        parts = (Part(messages.BECAUSE, exercise.because), Part(messages.NOT_SHOWN, exercise.not_shown))
        return "right", None, 1.0, parts, tuple(exercise.sources)
    for misreading, wrong in key.misreadings:
        matches = misreading.matches or kind.same
        if matches(given, wrong):
            heads = (messages.DID, messages.WHY, messages.NEXT)
            words = (misreading.did, misreading.why, misreading.next)
            parts = tuple(Part(head, said(each, given)) for head, each in zip(heads, words, strict=True))
            return "misreading", misreading.label, 0.0, parts, ()
    for almost, value in key.nearly:
        if kind.same(given, value):
            return "nearly", almost.label, 0.5, (Part(messages.CHANGE, said(almost.change, given)),), ()
    if not exercise.by_hand and (change := kind.almost(given, key.answer)):
        return "nearly", None, 0.5, (Part(messages.CHANGE, change),), ()
    return "not_yet", None, 0.0, (Part(messages.GAP, said(exercise.gap, given)),), ()


def _hint_after_a_second_time(exercise: Exercise, tried: Attempts, given: object) -> tuple[Part, ...]:
    again = tried.last_wrong is not None and exercise.kind.same(given, tried.last_wrong)
    tried.last_wrong = given
    if not again:
        return ()
    tried.hints_seen = max(tried.hints_seen, 1)
    return (Part(messages.HINT_HEAD, exercise.hints[0]),)
