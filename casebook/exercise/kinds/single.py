"""Kinds of answer that are one value: a number, a text, a day, a letter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from casebook.exercise import messages
from casebook.exercise.kinds.cells import Scalar, elements, equal, quoted_number, scalar
from casebook.exercise.kinds.description import describe, given, is_a
from casebook.exercise.kinds.kind import Kind, Reading, UnreadableError

DAYS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%Y/%m/%d")


def _one(answer: object) -> tuple[Scalar, tuple[str, ...]]:
    """The single value in an answer, taken out of a list or column that holds nothing else."""
    if is_a(answer, dict):  # its keys alone are not what was given
        raise UnreadableError(messages.PAIRS.format(given=describe(answer)))
    try:
        return scalar(answer), ()
    except UnreadableError as error:
        try:
            held = elements(answer)
        except UnreadableError:
            raise error from None
        if len(held) != 1:
            raise UnreadableError(messages.ONE_WANTED.format(given=describe(answer))) from None
        return scalar(held[0]), (messages.INSIDE.format(given=describe(answer)),)


@dataclass(frozen=True)
class Number(Kind):
    """A number; `answer` returns an int or float. `tolerance` is how far off may still be right."""

    tolerance: float = 0
    name: ClassVar[str] = "number"
    wanted = messages.WANTED["number"]

    def read(self, answer: object) -> Reading:
        value, slips = _one(answer)
        if is_a(value, str):
            number = quoted_number(value)
            if number is None:
                raise UnreadableError(given(value))
            return Reading(number, (*slips, messages.NUMBER_IN_QUOTES))
        if value is None or is_a(value, bool):
            raise UnreadableError(given(value))
        return Reading(value, slips)

    def same(self, given: Scalar, other: Scalar) -> bool:
        return equal(given, other, self.tolerance)


@dataclass(frozen=True)
class Text(Kind):
    """A word or short text; `answer` returns a str. Capitals and extra spaces are forgiven."""

    name: ClassVar[str] = "text"
    wanted = messages.WANTED["text"]

    def read(self, answer: object) -> Reading:
        value, slips = _one(answer)
        if not is_a(value, str):
            raise UnreadableError(given(answer))
        return Reading(" ".join(value.split()), slips)

    def same(self, given: str, other: str) -> bool:
        return given.casefold() == other.casefold()


@dataclass(frozen=True)
class Day(Kind):
    """A day; `answer` returns text like "2024-01-18" or a Timestamp."""

    name: ClassVar[str] = "day"
    wanted = messages.WANTED["day"]

    def read(self, answer: object) -> Reading:
        value, slips = _one(answer)
        if is_a(value, str):
            for form in DAYS:
                try:
                    day = datetime.strptime(" ".join(value.split())[:40], form)
                except ValueError:
                    continue
                return Reading(day.date().isoformat(), slips)
        raise UnreadableError(given(answer))


@dataclass(frozen=True)
class Letter(Kind):
    """One of several options; `answer` returns its letter. `options` maps each letter to its words.

    Compute the answer with `holding`: the option whose test holds on the tables.
    """

    options: Mapping[str, str]
    name: ClassVar[str] = "letter"

    @property
    def wanted(self) -> str:
        letters = [*self.options]
        return messages.WANTED["letter"].format(first=letters[0], last=letters[-1])

    def read(self, answer: object) -> Reading:
        value, slips = _one(answer)
        text = value.strip() if is_a(value, str) and len(value) < 20 else ""
        found = text.strip(".)( \t\n").casefold()
        letter = next((each for each in self.options if each.casefold() == found), None)
        if letter is None:
            raise UnreadableError(messages.NO_SUCH_LETTER.format(given=text) if found else given(answer))
        return Reading(letter, slips)


def holding(**tests: object) -> str:
    """The letter of the one option whose test holds on the tables.

    Raises
    ------
    ValueError
        If none holds, or more than one.

    Examples
    --------
    >>> holding(A=2 > 3, B=3 > 2)
    'B'
    """
    (letter,) = [letter for letter, test in tests.items() if bool(test)]
    return letter
