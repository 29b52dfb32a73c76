"""The practice case as its exercises ask about it: read from its own folder, whichever folder is in use."""

import pandas as pd

from casebook.datapackage import table_in
from casebook.folders import PRACTICE


def text() -> str:
    """The practice text."""
    return (PRACTICE / "practice.txt").read_bytes().decode("utf-8")


def key(name: str) -> pd.DataFrame:
    """A table of the practice case, coded by the book."""
    return table_in(PRACTICE, name)


def event(kind: str) -> pd.Series:
    """The one event of a type."""
    rows = key("events")
    return rows[rows["event_type"] == kind].iloc[0]


def shots() -> pd.DataFrame:
    """The reports of harm by the shots, the echo among them."""
    rows = key("casualties")
    mine: pd.DataFrame = rows[rows["event_id"] == event("strike")["event_id"]]
    return mine


def passage_of(table: str, row: str) -> pd.Series:
    """The first passage that supports a row."""
    links = key("evidence")
    mine = links[(links["table"] == table) & (links["row_id"] == row) & (links["relation"] == "supports")]
    return key("passages").set_index("passage_id").loc[[mine["passage_id"].iloc[0]]].iloc[0]
