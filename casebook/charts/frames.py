"""What a chart asks of a frame before it draws."""

from collections.abc import Iterable, Mapping
from numbers import Real
from typing import TypeVar

import pandas as pd

from casebook.given import shown
from casebook.language import joined, later, plural, say

NO_DAYS = later(
    "A chart needs days in the column {column}; this frame has {shown!r} there. "
    'pd.to_datetime(frame["{column}"]) makes days of text.'
)
ZONED = later(
    "A chart needs days in the column {column}; this frame has days with a time zone. "
    'frame["{column}"].dt.tz_localize(None) drops the zone.'
)
_Known = TypeVar("_Known")


class MissingColumnsError(KeyError):
    """A frame lacks columns that a chart needs."""

    def __str__(self) -> str:
        return str(self.args[0])


class UnfitColumnError(ValueError):
    """A column holds something that a chart cannot place."""


def needs(frame: pd.DataFrame, columns: Iterable[str], chart: str, table: str) -> pd.DataFrame:
    """The rows of a frame that has the columns of a chart, without its index; or which columns stand in the way.

    A chart goes by columns alone. What the index of a frame is called must not stand between it and them.

    Parameters
    ----------
    frame : DataFrame
        What the chart was given.
    columns : iterable of str
        What it draws from.
    chart, table : str
        Public names, for the message: the chart asked for, and the table that has all the columns.

    Returns
    -------
    DataFrame
        The same columns and rows, in their order, numbered from 0.

    Raises
    ------
    MissingColumnsError
        If a column is missing; the message names each of them and the way out.
    UnfitColumnError
        If the frame has a column more than once; the message names it and the way out.
    TypeError
        If it was given something other than a frame.

    Examples
    --------
    >>> needs(pd.DataFrame({"move": []}), ["statement_id", "move"], "move_matrix", "moves")
    Traceback (most recent call last):
    casebook.charts.frames.MissingColumnsError: cb.move_matrix needs a column that this frame does not have: \
statement_id. Begin with cb.moves() and keep its columns; filter rows only.
    """
    if not isinstance(frame, pd.DataFrame):
        sentence = say("cb.{chart} draws a table (a DataFrame), not a {kind}. Try cb.{table}().")
        raise TypeError(sentence.format(chart=chart, kind=type(frame).__name__, table=table))
    missing = [column for column in columns if column not in frame]
    if missing:
        lacking = plural(
            "cb.{chart} needs a column that this frame does not have: {columns}.",
            "cb.{chart} needs columns that this frame does not have: {columns}.",
            len(missing),
        )
        way = say("Begin with cb.{table}() and keep its columns; filter rows only.")
        sentences = lacking.format(chart=chart, columns=", ".join(missing)), way.format(table=table)
        raise MissingColumnsError(joined(*sentences))
    if not frame.columns.is_unique:
        sentence = say(
            "cb.{chart} takes columns by their names, and this frame has {column} more than once. "
            "frame.loc[:, ~frame.columns.duplicated()] keeps the first of each."
        )
        twice = frame.columns[frame.columns.duplicated()][0]
        raise UnfitColumnError(sentence.format(chart=chart, column=twice))
    return frame.reset_index(drop=True)


def days(frame: pd.DataFrame, *columns: str) -> None:
    """Say plainly that a column holds no days.

    Raises
    ------
    UnfitColumnError
        If a column is not `datetime64` without a time zone; the message shows a cell and the way out.

    Examples
    --------
    >>> days(pd.DataFrame({"date": ["2024-01-18"]}), "date")
    Traceback (most recent call last):
    casebook.charts.frames.UnfitColumnError: A chart needs days in the column date; this frame has '2024-01-18' there. \
pd.to_datetime(frame["date"]) makes days of text.
    """
    for column in columns:
        cells = frame[column]
        if pd.api.types.is_datetime64_dtype(cells) or cells.empty:
            continue
        shown = next(iter(cells.dropna()), "nothing but blanks")
        sentence = ZONED if isinstance(cells.dtype, pd.DatetimeTZDtype) else NO_DAYS
        raise UnfitColumnError(say(sentence).format(column=column, shown=shown))


def codes(frame: pd.DataFrame, column: str, allowed: Iterable[str]) -> None:
    """Say plainly that a cell is none of the codes that a chart can draw.

    Raises
    ------
    UnfitColumnError
        If a cell is blank or strange; the message names it and the codes.

    Examples
    --------
    >>> codes(pd.DataFrame({"measure": ["hurt"]}), "measure", ["killed", "injured"])
    Traceback (most recent call last):
    casebook.charts.frames.UnfitColumnError: The column measure has 'hurt', which is none of its codes: killed, injured.
    """
    known = list(allowed)
    for cell in frame[column]:
        if pd.isna(cell) or cell not in known:
            shown = say("a blank cell") if pd.isna(cell) else repr(cell)
            sentence = say("The column {column} has {shown}, which is none of its codes: {codes}.")
            raise UnfitColumnError(sentence.format(column=column, shown=shown, codes=", ".join(known)))


def counts(frame: pd.DataFrame, *columns: str) -> None:
    """Say plainly that a cell of a column is no number of people.

    Raises
    ------
    UnfitColumnError
        If a cell is neither blank nor a whole number from 0 on; the message shows it.

    Examples
    --------
    >>> counts(pd.DataFrame({"count_low": [9, "nine"]}), "count_low")
    Traceback (most recent call last):
    casebook.charts.frames.UnfitColumnError: A chart needs whole numbers, 0 or more, in the column count_low; \
this frame has 'nine' there.
    """
    for column in columns:
        for cell in frame[column].dropna():
            # Of infinity, no remainder is known: it is no whole number either.
            if isinstance(cell, bool) or not isinstance(cell, Real) or cell < 0 or cell % 1 != 0:
                sentence = say(
                    "A chart needs whole numbers, 0 or more, in the column {column}; this frame has {cell!r} there."
                )
                raise UnfitColumnError(sentence.format(column=column, cell=cell))


def one_of(what: str, known: Mapping[str, _Known], given: object) -> _Known:
    """What has the name that a chart was given: a theme, a view.

    Raises
    ------
    ValueError
        If nothing has it; the message names what there is.

    Examples
    --------
    >>> one_of("view", {"close": 1, "wide": 2}, "near")
    Traceback (most recent call last):
    ValueError: there is no view 'near'; the views are close, wide
    """
    if not isinstance(given, str) or given not in known:
        sentence = say("there is no {what} {given}; the {what}s are {names}")
        raise ValueError(sentence.format(what=say(what), given=shown(given), names=", ".join(known)))
    return known[given]
