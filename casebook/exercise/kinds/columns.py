"""Kinds of answer that are pandas objects with a key: a column of values, a table of rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

import pandas as pd

from casebook.exercise import messages
from casebook.exercise.kinds.cells import LONGEST, Scalar, elements, equal, is_number, scalar
from casebook.exercise.kinds.description import describe, given, is_a, is_column, is_table
from casebook.exercise.kinds.kind import Kind, Reading, UnreadableError
from casebook.language import thousands

Row: TypeAlias = tuple[Scalar, ...]
# A column as it was read: cells by label, or in their order.
Cells: TypeAlias = dict[str, Scalar] | list[Scalar]


def _loosely(cell: Scalar) -> Scalar:
    return " ".join(cell.replace("_", " ").split()).casefold() if is_a(cell, str) else cell


@dataclass(frozen=True)
class Column(Kind):
    """A Series; `answer` returns one. With `labels` its cells are compared by label, else in their order.

    An answer is read into a dict of label to cell, or a list of cells.
    """

    labels: Sequence[str] = ()
    tolerance: float = 0
    name: ClassVar[str] = "series"

    @property
    def wanted(self) -> str:
        if self.labels:
            return messages.WANTED["labelled series"].format(labels=", ".join(f"`{each}`" for each in self.labels))
        return messages.WANTED["series"]

    def read(self, answer: object) -> Reading:
        if self.labels:
            return Reading(self._by_label(answer))
        if not (is_a(answer, (list, tuple)) or is_column(answer)):
            raise UnreadableError(given(answer))
        slips = () if is_column(answer) else (messages.SERIES_FROM.format(given=describe(answer)),)
        return Reading([scalar(cell) for cell in elements(answer)], slips)

    def _by_label(self, answer: object) -> dict[str, Scalar]:
        cells: Iterable[tuple[object, object]]
        if is_a(answer, dict):
            cells = dict.items(answer)
        elif type(answer) is pd.Series:
            cells = zip(elements(answer.index), elements(answer), strict=True)
        else:
            raise UnreadableError(given(answer))
        found = {str.strip(label): cell for label, cell in cells if is_a(label, str)}
        if lacking := [label for label in self.labels if label not in found]:
            raise UnreadableError(messages.LABELS_LACKING.format(labels=", ".join(f"`{each}`" for each in lacking)))
        return {label: scalar(found[label]) for label in self.labels}

    def same(self, given: Cells, other: Cells) -> bool:
        one, two = _cells(given), _cells(other)
        return len(one) == len(two) and all(equal(a, b, self.tolerance) for a, b in zip(one, two, strict=True))

    def almost(self, given: Cells, answer: Cells) -> str | None:
        one, two = [_loosely(cell) for cell in _cells(given)], [_loosely(cell) for cell in _cells(answer)]
        return messages.SPELLING if self.same(one, two) else None


def _cells(value: Cells) -> list[Scalar]:
    return [*value.values()] if is_a(value, dict) else value


def plain_frame(answer: object, columns: Sequence[str]) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """A table of plain values with the named columns, in their order; what had to be put right to find them.

    Column order, row order, index and types are forgiven; capitals and spaces in a column's name are named.

    Raises
    ------
    UnreadableError
        If the answer is no table, is too large, or a column is not there.
    """
    if not is_table(answer):
        raise UnreadableError(given(answer))
    if answer.shape[0] * max(answer.shape[1], 1) > LONGEST * 10:
        raise UnreadableError(messages.TOO_LONG.format(length=thousands(answer.shape[0] * answer.shape[1])))
    if not set(columns) <= set(elements(answer.columns)) and set(columns) & set(answer.index.names):
        answer = answer.reset_index()
    names = elements(answer.columns)
    spelled = {_loosely(name): place for place, name in reversed(list(enumerate(names))) if is_a(name, str)}
    if lacking := [column for column in columns if _loosely(column) not in spelled]:
        raise UnreadableError(messages.COLUMNS_LACKING.format(columns=", ".join(f"`{each}`" for each in lacking)))
    places = {column: spelled[_loosely(column)] for column in columns}
    cells = {column: [scalar(cell) for cell in elements(answer.iloc[:, place])] for column, place in places.items()}
    slips = tuple(messages.COLUMN_NAME.format(column=each) for each, place in places.items() if names[place] != each)
    return pd.DataFrame(cells, columns=list(columns), dtype=object), slips


@dataclass(frozen=True)
class Frame(Kind):
    """A table of rows whose order says nothing; `answer` returns a DataFrame with at least these columns.

    An answer is read into a list of rows, each a tuple of plain cells in the order of `columns`.
    """

    columns: Sequence[str]
    tolerance: float = 0
    name: ClassVar[str] = "table"

    @property
    def wanted(self) -> str:
        return messages.WANTED["table"].format(columns=", ".join(f"`{each}`" for each in self.columns))

    def read(self, answer: object) -> Reading:
        frame, slips = plain_frame(answer, self.columns)
        return Reading(list(frame.itertuples(index=False, name=None)), slips)

    def same(self, given: list[Row], other: list[Row]) -> bool:
        one, two = (sorted(rows, key=_sorting) for rows in (given, other))
        return len(one) == len(two) and all(map(self._same_row, one, two))

    def _same_row(self, one: Row, two: Row) -> bool:
        return all(equal(a, b, self.tolerance) for a, b in zip(one, two, strict=True))

    def almost(self, given: list[Row], answer: list[Row]) -> str | None:
        loose = [[tuple(map(_loosely, row)) for row in rows] for rows in (given, answer)]
        return messages.SPELLING if self.same(*loose) else None


def _sorting(row: Row) -> tuple[list[tuple[bool, str]], list[float]]:
    """By the texts, and only then by the numbers, which may be a little off."""
    texts = [(is_a(cell, str), cell if is_a(cell, str) else "") for cell in row]
    return texts, [cell if is_number(cell) else -1.0 for cell in row]
