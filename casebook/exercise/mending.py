"""Slips of form that answers of every kind can hold: a number in quotation marks, a missing value among others."""

from collections.abc import Callable

from casebook.exercise import messages
from casebook.exercise.kinds.cells import quoted_number
from casebook.exercise.kinds.description import is_a
from casebook.exercise.kinds.kind import Given, Reading


def _unquoted(value: Given) -> Given:
    """The same cells, each number in quotation marks as a number."""
    if is_a(value, dict):
        return {label: _as_number(cell) for label, cell in value.items()}
    return type(value)(_unquoted(cell) if is_a(cell, tuple) else _as_number(cell) for cell in value)


def _as_number(cell: object) -> object:
    number = quoted_number(cell) if is_a(cell, str) else None
    return cell if number is None else number


def _complete(value: Given) -> Given:
    """The same values without the missing ones; a cell with a label, or in a row, keeps its place."""
    return value if is_a(value, dict) else type(value)(cell for cell in value if cell is not None)


# A single value, a chart or a coded table is left to its kind.
SEVERAL = (dict, list, frozenset)
SLIPS: tuple[tuple[Callable[[Given], Given], str], ...] = (
    (_unquoted, messages.NUMBER_IN_QUOTES),
    (_complete, messages.MISSING_AMONG),
)


def mended(reading: Reading) -> list[Reading]:
    """An answer as it was read; after it, where there are several values, with each slip put right, and with both.

    Examples
    --------
    >>> [each.value for each in mended(Reading(["11", None]))]
    [['11', None], [11, None], ['11'], [11]]
    """
    found = [reading]
    if not is_a(reading.value, SEVERAL):
        return found
    for put_right, words in SLIPS:
        changed = [(each, put_right(each.value)) for each in found]
        found += [Reading(value, (*each.slips, words)) for each, value in changed if value != each.value]
    return found
