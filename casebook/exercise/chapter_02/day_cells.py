"""Days as students write them, and as the tables have them."""

import re
from dataclasses import dataclass

import pandas as pd

from casebook.exercise.kinds import Day, ListOf
from casebook.exercise.kinds.description import is_a
from casebook.exercise.kinds.kind import Reading, UnreadableError
from casebook.lookup import find


def row(key: str) -> pd.Series:
    """One row of the tables."""
    return find(key)[1]


def day(moment: pd.Timestamp) -> str | None:
    """A day as a student writes it; None where there is none."""
    return None if pd.isna(moment) else moment.strftime("%Y-%m-%d")


@dataclass(frozen=True)
class Days(ListOf):
    """Days in an order, None among them; a day may be written in any of the forms that are read elsewhere."""

    wanted = 'A list of days, each like "2023-12-15", in order of time.'

    def read(self, answer: object) -> Reading:
        reading = super().read(answer)
        return Reading([_as_day(cell) for cell in reading.value], reading.slips)


def _as_day(cell: object) -> object:
    try:
        return Day().read(cell).value
    except UnreadableError:
        return cell


def is_day(cell: object) -> bool:
    """Whether a cell of an answer, as it was read, is a day."""
    return is_a(cell, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", cell) is not None
