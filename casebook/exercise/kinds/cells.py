"""Single values and containers of any origin as plain Python, without calling a method of an unknown object.

An answer can be anything: an object whose `==` or `repr` fails, an endless generator, a list that holds itself. So
only types that are known are opened, by the methods of their own base class, and only so far as is safe.
"""

import math
import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import Any, NoReturn, TypeAlias, TypeGuard

import numpy as np
import pandas as pd

from casebook.exercise import messages
from casebook.exercise.kinds.description import CONTAINERS, given, is_a, is_column, is_table
from casebook.exercise.kinds.kind import UnreadableError
from casebook.language import thousands

Scalar: TypeAlias = bool | int | float | str | None

LONGEST = 20_000
# numpy and pandas round the last bits of a fraction; nobody reported them.
ROUNDING = 1e-12
VIEWS: tuple[type[Collection[object]], ...] = (type({0: 0}.keys()), type({0: 0}.values()), range)
QUOTED_NUMBER = re.compile(r"[-+]?\d{1,15}(\.\d{1,20})?")
BLANK = " \t\r\n\v\f.…\u00a0\u200b"


def _number(cell: float) -> float | None:
    value = float.__float__(cell)
    return None if math.isnan(value) else value


def _no_value(cell: object) -> NoReturn:
    raise UnreadableError(given(cell))


def _moment(cell: datetime) -> str:
    """A day without an hour where there is none: "2024-01-18", "2024-01-18 04:30:00"."""
    return datetime.isoformat(cell, sep=" ").removesuffix(" 00:00:00")


# Subclasses before their bases: numpy's numbers and texts are also Python's, True is also an int.
PLAIN: tuple[tuple[type | tuple[type, ...], Callable[[Any], Scalar]], ...] = (
    (np.datetime64, lambda cell: scalar(pd.Timestamp(cell))),
    (np.timedelta64, _no_value),
    (np.floating, lambda cell: _number(np.generic.__float__(cell))),
    ((np.integer, np.bool, np.str_), np.generic.item),
    (bool, bool),
    (int, int.__int__),
    (float, _number),
    (str, str.__str__),
    (datetime, _moment),
    (date, date.isoformat),
)


def scalar(cell: object) -> Scalar:
    """One value as plain Python: every kind of missing value is None, a date is text like "2024-01-18".

    Raises
    ------
    UnreadableError
        For anything that is not a single value.

    Examples
    --------
    >>> scalar(pd.NA), scalar(np.int64(3)), scalar(pd.Timestamp("2024-01-18"))
    (None, 3, '2024-01-18')
    """
    if cell is None or cell is pd.NA or cell is pd.NaT:
        return None
    for kind, plain in PLAIN:
        if is_a(cell, kind):
            return plain(cell)
    _no_value(cell)


def quoted_number(text: str) -> float | None:
    """The number that a text is, with or without commas in it, or None.

    Examples
    --------
    >>> quoted_number(" 1,200"), quoted_number("0.5"), quoted_number("C014")
    (1200, 0.5, None)
    """
    plain = text.strip().replace(",", "")
    if not QUOTED_NUMBER.fullmatch(plain):
        return None
    return float(plain) if "." in plain else int(plain)


def elements(answer: object) -> list[object]:
    """What a finite container holds, as it is: the keys of a dict, the cells of a column.

    Raises
    ------
    UnreadableError
        If the answer is no container, is lazy, or is too long to be an answer.
    """
    for base in CONTAINERS:
        if is_a(answer, base):
            _refuse_too_long(base.__len__(answer))
            return [*base.__iter__(answer)]
    if is_column(answer) or is_a(answer, VIEWS):
        _refuse_too_long(len(answer))
        return list(answer)
    raise UnreadableError(given(answer))


def _refuse_too_long(length: int) -> None:
    if length > LONGEST:
        raise UnreadableError(messages.TOO_LONG.format(length=thousands(length)))


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a plain value is a number; True and False are none."""
    return type(value) in (int, float)


def equal(one: object, two: object, tolerance: float = 0) -> bool:
    """Whether two plain values are the same: 2 is 2.0, True is not 1, missing is missing.

    Examples
    --------
    >>> equal(2, 2.0), equal(True, 1), equal(None, 0), equal(0.671, 0.67, tolerance=0.002)
    (True, False, False, True)
    """
    if not (is_number(one) and is_number(two)):
        return type(one) is type(two) and bool(one == two)
    try:
        return one == two or abs(one - two) <= max(tolerance, ROUNDING * abs(two))
    except OverflowError:
        return False


def _held(answer: object) -> list[object]:
    """Everything in which dots can be left to stand: elements, cells, what a dict holds under its keys."""
    if is_table(answer):
        return answer.to_numpy(dtype=object).ravel().tolist() if answer.size <= LONGEST else []
    try:
        held = elements(answer)
    except UnreadableError:
        return []
    values = list(dict.values(answer)) if is_a(answer, dict) else []
    return [*held, *values, *(cell for value in values if is_table(value) for cell in _held(value))]


def is_blank(answer: object) -> bool:
    """Whether nothing has been answered: three dots, None, text without a letter or figure, dots among values.

    Examples
    --------
    >>> is_blank(...), is_blank("  "), is_blank({"C014", ...}), is_blank(set())
    (True, True, True, False)
    """
    if answer is None or answer is Ellipsis:
        return True
    if is_a(answer, str):
        return str.strip(answer, BLANK) == ""
    return any(cell is Ellipsis or (is_a(cell, str) and str.strip(cell) in ("...", "…")) for cell in _held(answer))
