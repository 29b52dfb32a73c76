"""What a chart asks of a frame before it draws."""

from collections.abc import Iterable

import pandas as pd


class MissingColumnsError(KeyError):
    """A frame lacks columns that a chart needs."""

    def __str__(self) -> str:
        return self.args[0]


def needs(frame: pd.DataFrame, columns: Iterable[str], chart: str, table: str) -> None:
    """Say plainly which columns a chart misses in a frame.

    Parameters
    ----------
    frame : DataFrame
        What the chart was given.
    columns : iterable of str
        What it draws from.
    chart, table : str
        Public names, for the message: the chart asked for, and the table that has all the columns.

    Raises
    ------
    MissingColumnsError
        If a column is missing; the message names each of them and the way out.
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
        raise TypeError(f"cb.{chart} draws a table (a DataFrame), not a {type(frame).__name__}. Try cb.{table}().")
    missing = [column for column in columns if column not in frame]
    if missing:
        plural = len(missing) > 1
        raise MissingColumnsError(
            f"cb.{chart} needs {'columns' if plural else 'a column'} that this frame does not have: "
            f"{', '.join(missing)}. Begin with cb.{table}() and keep its columns; filter rows only."
        )


def records(frame: pd.DataFrame) -> list[dict]:
    """Rows as a named dataset of a chart holds them: blank cells are null, whole numbers have no point.

    Layers that share a named dataset (`alt.NamedData`) are drawn from one copy, and Altair has nothing to infer.

    Examples
    --------
    >>> records(pd.DataFrame({"n": pd.array([7, None], dtype="Int64")}))
    [{'n': 7}, {'n': None}]
    """
    return frame.astype(object).where(frame.notna(), None).to_dict("records")
