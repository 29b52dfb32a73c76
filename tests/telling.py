"""What an exercise tells: all its words, those of one verdict, and whether they give the answer away."""

import contextlib
import re

import pytest

from answers import wrong_answers
from casebook.exercise.kinds.cells import elements, scalar
from casebook.exercise.kinds.kind import UnreadableError


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


def a_real_attempt(exercise) -> object:
    """The first of the wrong answers that can be judged."""
    for answer in wrong_answers(exercise):
        with contextlib.suppress(UnreadableError):
            exercise.kind.read(answer)
            return answer
    return pytest.fail("none of the wrong answers can be judged")
