"""Rows by their keys, found without searching: one index for each data folder in use."""

from pathlib import Path

import pandas as pd

from casebook.datapackage import UnknownRowError, folder, kept_for_a_folder, resource, table
from casebook.language import say

KEYED = ("events", "statements", "casualties", "claims", "facts", "passages", "sources", "actors", "places")


@kept_for_a_folder
def _index(_folder: Path) -> dict[str, tuple[str, int]]:
    """Where each key is: its table and its position there."""
    return {
        key: (name, position)
        for name in reversed(KEYED)
        for position, key in enumerate(table(name)[resource(name)["schema"]["fields"][0]["name"]])
    }


@kept_for_a_folder
def _links(_folder: Path) -> dict[tuple[str, str], list[int]]:
    """Where the evidence of each row is."""
    links = table("evidence")
    found: dict[tuple[str, str], list[int]] = {}
    for position, row in enumerate(zip(links["table"], links["row_id"], strict=True)):
        found.setdefault(row, []).append(position)
    return found


def is_key(key: str) -> bool:
    """Whether a row of any table has this key.

    Examples
    --------
    >>> is_key("C151"), is_key("C999")
    (True, False)
    """
    return key in _index(folder())


def find(key: str) -> tuple[str, pd.Series]:
    """The table and the row that a key belongs to.

    Raises
    ------
    UnknownRowError
        If no table has a row with this key; the message names the nearest keys.

    Examples
    --------
    >>> name, row = find("C151")
    >>> name, row["event_id"]
    ('casualties', 'E092')
    """
    index = _index(folder())
    wanted = key.strip() if isinstance(key, str) else key
    if not isinstance(wanted, str) or wanted not in index:
        raise UnknownRowError(say("the key of a row"), key, index)
    name, position = index[wanted]
    return name, table(name).iloc[position]


def evidence_of(name: str, key: str) -> pd.DataFrame:
    """The links from one row to its documents, each with the columns of `sources`.

    Examples
    --------
    >>> len(evidence_of("casualties", "C151"))
    4
    """
    links = table("evidence").iloc[_links(folder()).get((name, key), [])]
    rows = [_index(folder())[source][1] for source in links["source_id"]]
    documents = table("sources").drop(columns="source_id").iloc[rows].set_axis(links.index)
    return pd.concat([links, documents], axis=1)
