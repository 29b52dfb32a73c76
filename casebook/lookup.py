"""Rows by their keys, found without searching: one index for each data folder in use."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from casebook.datapackage import UnknownRowError, descriptor_in, folder, home, kept_for_a_folder, resource, table
from casebook.folders import DATA
from casebook.language import say

KEYED = ("events", "statements", "casualties", "claims", "facts", "passages", "sources", "actors", "places")


class OtherTablesError(LookupError):
    """What is about the casebook's own tables was asked of another folder's."""


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


def of_the_casebook(call: str, keys: Iterable[str]) -> None:
    """Say plainly that a call is about rows of the casebook's own tables, where those of another folder are in use.

    Parameters
    ----------
    call : str
        What was called, for the message.
    keys : iterable of str
        The rows that it is about.

    Raises
    ------
    OtherTablesError
        If the tables in use are not the casebook's, or lack one of the rows; the message says how to turn back.

    Examples
    --------
    >>> of_the_casebook("clocks", ["E081", "E092"])
    """
    named = [descriptor_in(each).get("name") for each in (home(), DATA)]
    if named[0] != named[1] or not all(map(is_key, keys)):
        sentence = say("cb.{call} is about the casebook's own tables, and others are in use: `cb.use()` turns back.")
        raise OtherTablesError(sentence.format(call=call))


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
