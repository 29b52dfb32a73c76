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


def named(table: str, keys: pd.Series) -> list[str]:
    """A line for the subtitle that names the reader's own rows; none where a chart has none.

    Examples
    --------
    >>> named("events", pd.Series(["E092"]))
    []
    """
    mine = sorted(own_keys(table) & set(keys))
    return [f"Rows of your own folder: {', '.join(mine[:8])}{' and more' if len(mine) > 8 else ''}."] if mine else []
