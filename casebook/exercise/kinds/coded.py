"""Tables that students code themselves: checked for form, and read by an instructor where there is no key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

import pandas as pd

from casebook.exercise import messages
from casebook.exercise.kinds.columns import plain_frame
from casebook.exercise.kinds.description import given, is_a
from casebook.exercise.kinds.kind import Given, Kind, Reading, UnreadableError

# More things that are missing would be read by nobody at a time.
MOST_TOLD = 4


@dataclass(frozen=True)
class Coded(Kind):
    """One table, or several by name, that a student coded.

    An answer is read into a DataFrame of plain cells (None where blank), or a dict of them.

    Attributes
    ----------
    columns : list of str, or dict of lists
        The columns that are wanted; for several tables, by the name of the table.
    checks : list of callable
        Each gets what was read and returns what is missing, or None.
    rubric : dict
        Codes that an instructor can write back, and their words.
    """

    columns: Sequence[str] | Mapping[str, Sequence[str]]
    checks: Sequence[Callable[[Given], str | None]]
    rubric: Mapping[str, str] = field(default_factory=dict)
    name: ClassVar[str] = "coded"

    @property
    def wanted(self) -> str:
        names = ", ".join(f"`{each}`" for each in self.columns)
        return messages.WANTED["tables" if isinstance(self.columns, Mapping) else "table"].format(columns=names)

    def read(self, answer: object) -> Reading:
        if not isinstance(self.columns, Mapping):
            return Reading(*plain_frame(answer, self.columns))
        if not is_a(answer, dict):
            raise UnreadableError(given(answer))
        tables = dict(dict.items(answer))
        if lacking := [name for name in self.columns if name not in tables]:
            raise UnreadableError(messages.TABLES_LACKING.format(names=", ".join(f"`{each}`" for each in lacking)))
        read = {name: plain_frame(tables[name], columns) for name, columns in self.columns.items()}
        slips = tuple(slip for _, slips in read.values() for slip in slips)
        return Reading({name: frame for name, (frame, _) in read.items()}, slips)

    def same(self, given: Given, other: Given) -> bool:
        if isinstance(self.columns, Mapping):
            return all(_same(given[name], other[name]) for name in self.columns)
        return _same(given, other)

    def missing(self, given: Given) -> list[str]:
        found = [words for check in self.checks if (words := check(given))]
        return found[:MOST_TOLD]


def _same(one: pd.DataFrame, two: pd.DataFrame) -> bool:
    return one.shape == two.shape and one.to_numpy().tolist() == two.to_numpy().tolist()
