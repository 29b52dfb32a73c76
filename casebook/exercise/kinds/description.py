"""What was given, in words for a student, without asking the object anything that could fail."""

import math
import types
from collections.abc import Callable, Collection
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar, cast

import numpy as np
import pandas as pd

from casebook.exercise import messages

if TYPE_CHECKING:
    from typing_extensions import TypeIs

_Kind = TypeVar("_Kind")

LAZY = (types.GeneratorType, map, filter, zip, enumerate, reversed)
CALLABLE = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, type)
# The libraries' own classes and no subclass of them, which could do anything when it is asked for its length.
COLUMNS = frozenset(
    each
    for library in (pd, pd.arrays, np)
    for each in vars(library).values()
    if isinstance(each, type) and issubclass(each, (pd.Series, pd.Index, pd.api.extensions.ExtensionArray, np.ndarray))
)


def is_a(answer: object, kinds: type[_Kind] | tuple[type[_Kind], ...]) -> "TypeIs[_Kind]":
    """`isinstance`, by the object's real type: a made-up `__class__` is not asked."""
    return issubclass(type(answer), kinds)


def is_column(answer: object) -> "TypeGuard[pd.Series]":
    """Whether it is a column of pandas or numpy: cells in one dimension."""
    return type(answer) in COLUMNS and cast(pd.Series, answer).ndim == 1


def is_table(answer: object) -> "TypeGuard[pd.DataFrame]":
    """Whether it is a DataFrame of pandas."""
    return type(answer) is pd.DataFrame


def _container(base: type[Collection[object]]) -> Callable[[Collection[object]], str]:
    return lambda answer: messages.A_CONTAINER.format(name=base.__name__, length=base.__len__(answer))


def _table(answer: pd.DataFrame) -> str:
    return messages.A_TABLE.format(rows=answer.shape[0], columns=answer.shape[1])


def _column(answer: pd.Series) -> str:
    truths = str(answer.dtype) in ("bool", "boolean")
    return (messages.TRUTHS if truths else messages.A_COLUMN).format(length=len(answer))


def _other(answer: object) -> str:
    name = type.__dict__["__name__"].__get__(type(answer))
    return messages.AN_OBJECT.format(name=name[:40])


CONTAINERS: tuple[type[Collection[Any]], ...] = (list, tuple, set, frozenset, dict)
WORDS: tuple[tuple[type | tuple[type, ...], Callable[[Any], str]], ...] = (
    *((base, _container(base)) for base in CONTAINERS),
    (str, lambda answer: messages.A_TEXT),
    (bool, lambda answer: messages.TRUE if answer else messages.FALSE),
    ((int, float), lambda answer: messages.A_NUMBER),
    (LAZY, lambda answer: messages.LAZY),
    (CALLABLE, lambda answer: messages.A_FUNCTION),
    ((timedelta, np.timedelta64), lambda answer: messages.A_DURATION),
    (np.number, lambda answer: messages.A_NUMBER),
    (object, _other),
)


def describe(answer: object) -> str:
    """What an answer is, in a few words.

    Examples
    --------
    >>> describe(["C014", "C015"]), describe(len)
    ('a list of 2', 'a function; brackets after its name call it')
    """
    if answer is None or answer is pd.NA or answer is pd.NaT or (type(answer) is float and math.isnan(answer)):
        return messages.A_MISSING
    if is_table(answer):
        return _table(answer)
    if is_column(answer):
        return _column(answer)
    return next(words(answer) for kind, words in WORDS if is_a(answer, kind))


def given(answer: object) -> str:
    """The sentence that says what was given.

    Examples
    --------
    >>> given(3)
    'You gave a number.'
    """
    return messages.GIVEN.format(given=describe(answer))
