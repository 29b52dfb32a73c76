"""Single values and containers of any origin as plain Python, without calling a method of an unknown object.

An answer can be anything: an object whose `==` or `repr` fails, an endless generator, a list that holds itself. So
only types that are known are opened, by the methods of their own base class, and only so far as is safe.
"""

import math
import types
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd

from casebook.exercise import messages
from casebook.exercise.kinds.kind import UnreadableError

LONGEST = 20_000
CONTAINERS = (list, tuple, set, frozenset, dict)
COLUMNS = (pd.Series, pd.Index, np.ndarray, pd.api.extensions.ExtensionArray)
VIEWS = (type({}.keys()), type({}.values()), range)
LAZY = (types.GeneratorType, map, filter, zip, enumerate, reversed)
CALLABLE = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.BuiltinMethodType, type)


def is_a(answer: object, kinds: type | tuple[type, ...]) -> bool:
    """`isinstance`, by the object's real type: a made-up `__class__` is not asked."""
    return issubclass(type(answer), kinds)


def type_name(answer: object) -> str:
    """The name of an object's type, at most 40 characters."""
    return str(type.__dict__["__name__"].__get__(type(answer)))[:40]


def scalar(cell: object) -> None | bool | int | float | str:
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
    if is_a(cell, str) and not is_a(cell, np.generic):
        return str.__str__(cell)
    if type(cell) in (bool, int):
        return cell
    if type(cell) is float:
        return None if math.isnan(cell) else cell
    if is_a(cell, np.datetime64):
        return scalar(pd.Timestamp(cell))
    if is_a(cell, np.generic):
        return scalar(np.generic.item(cell))
    if type(cell) in (pd.Timestamp, datetime):
        return cell.date().isoformat() if cell.time() == datetime.min.time() else cell.isoformat(sep=" ")
    if type(cell) is date:
        return cell.isoformat()
    if type(cell) in (Decimal, Fraction):
        return float(cell)
    raise UnreadableError(messages.GIVEN.format(given=describe(cell)))


def elements(answer: object) -> list:
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
    if is_a(answer, COLUMNS):
        if getattr(answer, "ndim", 1) != 1:
            raise UnreadableError(messages.GIVEN.format(given=describe(answer)))
        _refuse_too_long(len(answer))
        return list(answer.tolist())
    if is_a(answer, VIEWS):
        _refuse_too_long(len(answer))
        return list(answer)
    raise UnreadableError(messages.GIVEN.format(given=describe(answer)))


def _refuse_too_long(length: int) -> None:
    if length > LONGEST:
        raise UnreadableError(messages.TOO_LONG.format(length=length))


def describe(answer: object) -> str:
    """What was given, in words that need no method of it: "a list of 3", "a generator", "a table of 39 rows"."""
    if is_a(answer, pd.DataFrame):
        return messages.A_TABLE.format(rows=answer.shape[0], columns=answer.shape[1])
    if is_a(answer, pd.Series):
        truths = messages.TRUTHS if answer.dtype == bool or str(answer.dtype) == "boolean" else messages.A_COLUMN
        return truths.format(length=len(answer))
    for base in CONTAINERS:
        if is_a(answer, base):
            return messages.A_CONTAINER.format(name=base.__name__, length=base.__len__(answer))
    if is_a(answer, str):
        return messages.A_TEXT
    if is_a(answer, bool):
        return messages.A_TRUTH.format(value=answer)
    if type(answer) in (int, float):
        return messages.A_NUMBER
    if is_a(answer, LAZY):
        return messages.LAZY
    if is_a(answer, CALLABLE):
        return messages.A_FUNCTION
    if is_a(answer, pd.Timedelta):
        return messages.A_DURATION
    return messages.AN_OBJECT.format(name=type_name(answer))


def equal(one: object, two: object, tolerance: float = 0) -> bool:
    """Whether two plain values are the same: 2 is 2.0, True is not 1, missing is missing.

    Examples
    --------
    >>> equal(2, 2.0), equal(True, 1), equal(None, 0), equal(0.671, 0.67, tolerance=0.002)
    (True, False, False, True)
    """
    if one is None or two is None or bool in (type(one), type(two)):
        return type(one) is type(two) and one == two
    if str in (type(one), type(two)):
        return type(one) is type(two) and one == two
    try:
        return one == two or abs(one - two) <= tolerance
    except OverflowError:
        return False


def is_blank(answer: object) -> bool:
    """Whether nothing has been answered: three dots, None, or text without a letter or figure in it."""
    if answer is None or answer is Ellipsis:
        return True
    if is_a(answer, str):
        return str.strip(answer, " \t\r\n\v\f.…\u00a0\u200b") == ""
    try:
        held = elements(answer)
    except UnreadableError:
        return False
    return any(cell is Ellipsis or (is_a(cell, str) and str.strip(cell) in ("...", "…")) for cell in held)
