"""Rows of a reader's own folder on the charts: said in words beside the mark, and named under the title."""

import pandas as pd

from casebook.datapackage import own_keys


def marked(table: str, keys: pd.Series, words: pd.Series, mark: str) -> pd.Series:
    """The words of each row, put into `mark` where the row is of the reader's own folder.

    Examples
    --------
    >>> marked("events", pd.Series(["E092"]), pd.Series(["A strike"]), "Yours: {}").item()
    'A strike'
    """
    mine = own_keys(table)
    return words.where(~keys.isin(mine), words.map(mark.format, na_action="ignore")) if mine else words


def named(table: str, keys: pd.Series, where: pd.Series | None = None) -> list[str]:
    """A line for the subtitle that names the reader's own rows, and where they stand; none where a chart has none.

    Parameters
    ----------
    table : str
    keys : Series
        The key of each row that is drawn.
    where : Series, optional
        In which place or column its mark is, for charts whose marks have no words of their own.

    Examples
    --------
    >>> named("events", pd.Series(["E092"]))
    []
    """
    mine = keys.isin(own_keys(table))
    if not mine.any():
        return []
    told = keys[mine] if where is None else keys[mine] + " (" + where.set_axis(keys.index)[mine].astype("string") + ")"
    rows = sorted(told.unique())
    return [f"Rows of your own folder: {', '.join(rows[:6])}{' and more' if len(rows) > 6 else ''}."]
