"""Kinds of answer that are several values: a set, where order says nothing, and a list, where it does."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

import pandas as pd

from casebook.datapackage import table
from casebook.exercise import messages
from casebook.exercise.kinds.cells import Scalar, elements, equal, scalar
from casebook.exercise.kinds.description import describe, given, is_a, is_column, is_table
from casebook.exercise.kinds.kind import Kind, Reading, UnreadableError


def _column(of: str | None) -> pd.Series:
    """The values of a column named as "table.column"."""
    if of is None:
        return pd.Series(dtype="string")
    name, column = of.split(".")
    return table(name)[column].dropna()


def _as_in_the_tables(values: Iterable[Scalar], of: str | None) -> tuple[list[Scalar], tuple[str, ...]]:
    """Each text spelled as in its column: spaces and capitals are put right, and named."""
    known = {str(value).casefold(): str(value) for value in _column(of).unique()}
    found: list[Scalar] = []
    slips: set[str] = set()
    for value in values:
        text = value.strip() if is_a(value, str) else value
        spelled = known.get(text.casefold(), text) if is_a(text, str) else text
        if is_a(value, str) and spelled != value:
            slips.add(messages.SPACES if spelled == text else messages.CAPITALS)
        found.append(spelled)
    return found, tuple(sorted(slips))


@dataclass(frozen=True)
class SetOf(Kind):
    """A set of ids or words; `answer` returns a set of str. `of` names their column, like "casualties.report_id"."""

    of: str | None = None
    name: ClassVar[str] = "set"

    @property
    def wanted(self) -> str:
        if self.of is None:
            return messages.WANTED["set"]
        return messages.WANTED["set of ids"].format(column=self.of.split(".")[1])

    def read(self, answer: object) -> Reading:
        held: list[Scalar]
        slips: tuple[str, ...]
        if is_a(answer, str):
            held, slips = [*str.replace(answer, ",", " ").split()], (messages.SET_FROM_TEXT,)
        elif is_table(answer):
            raise UnreadableError(messages.IDS_FROM_TABLE.format(given=describe(answer)))
        else:
            held = [scalar(cell) for cell in elements(answer)]
            slips = () if is_a(answer, (set, frozenset)) else (messages.SET_FROM.format(given=describe(answer)),)
        if any(is_a(value, bool) for value in held):
            raise UnreadableError(messages.TRUTHS_FOR_IDS)
        values, spelling = _as_in_the_tables(held, self.of)
        return Reading(frozenset(values), slips + spelling)

    def same(self, given: frozenset[Scalar], other: frozenset[Scalar]) -> bool:
        return given == other


@dataclass(frozen=True)
class ListOf(Kind):
    """Values in an order; `answer` returns a list. `of` names their column, `tolerance` is for numbers."""

    of: str | None = None
    tolerance: float = 0
    name: ClassVar[str] = "list"
    wanted = messages.WANTED["list"]

    def read(self, answer: object) -> Reading:
        if is_a(answer, (set, frozenset)):
            raise UnreadableError(messages.SET_HAS_NO_ORDER)
        if not (is_a(answer, (list, tuple)) or is_column(answer)):
            raise UnreadableError(given(answer))
        values, slips = _as_in_the_tables([scalar(cell) for cell in elements(answer)], self.of)
        return Reading(values, slips)

    def same(self, given: list[Scalar], other: list[Scalar]) -> bool:
        return len(given) == len(other) and all(map(self._equal, given, other))

    def _equal(self, one: Scalar, two: Scalar) -> bool:
        return equal(one, two, self.tolerance)

    def almost(self, given: list[Scalar], answer: list[Scalar]) -> str | None:
        return messages.REVERSED if len(answer) > 1 and self.same(given[::-1], answer) else None
