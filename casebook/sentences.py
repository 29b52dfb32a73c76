"""A row in words, and what it is called where another row refers to it."""

import pandas as pd

from casebook.language import later
from casebook.lookup import find
from casebook.wording import Spoken, day, reference, report

NAMED_BY = ("name", "title", "gist", "claim", "fact", "text")


def _name(name: str, key: str) -> str:
    _, row = find(key)
    return report(row) if name == "casualties" else row[next(column for column in NAMED_BY if column in row)]


def label(name: str, key: str) -> str:
    """What a row of a table is called, with its key.

    Examples
    --------
    >>> label("actors", "irna")
    'IRNA (irna)'
    """
    return f"{_name(name, key)} ({key})"


def when(row: pd.Series, column: str, spoken: Spoken = later) -> str:
    """A date of a row, as exactly as the row says that it is known.

    Examples
    --------
    >>> import casebook as cb
    >>> when(cb.events().set_index("event_id").loc["E053"], "date")
    'January 2023'
    """
    precision = next((row[each] for each in (f"{column}_precision", "date_precision") if each in row), "day")
    return day(row[column], precision, row.get("date_end") if column == "date" else None, spoken)


def _casualty_report(row: pd.Series) -> str:
    reporter = row["reporter_as_named"] if pd.isna(row["reporter_id"]) else _name("actors", row["reporter_id"])
    event = "Several events together" if pd.isna(row["event_id"]) else label("events", row["event_id"])
    return f"{reporter}, {when(row, 'date_reported')}: {report(row)}. {event}."


def _event(row: pd.Series) -> str:
    return f"{row['title']}, {when(row, 'date')}."


def _statement(row: pd.Series) -> str:
    speaker = "Speaker not named" if pd.isna(row["speaker_id"]) else _name("actors", row["speaker_id"])
    return f"{speaker}, {when(row, 'date')}: {row['gist']}"


def _claim(row: pd.Series) -> str:
    return f"The article claims: {row['claim']}"


# Units that say what a value is and are not read out with it: "1958-59", not "1958-59 years".
SAYS_ITSELF = {"date", "month", "year", "years", "name", "place"}


def _fact(row: pd.Series) -> str:
    read_with_it = [] if row["unit"] in SAYS_ITSELF else ["unit"]
    given = " ".join(str(row[each]) for each in ("value", *read_with_it) if pd.notna(row[each]))
    return f"{row['fact']}: {given}." if given else row["fact"]


SENTENCES = {
    "casualties": _casualty_report,
    "events": _event,
    "statements": _statement,
    "claims": _claim,
    "facts": _fact,
    "sources": reference,
}


def sentence(name: str, row: pd.Series) -> str:
    """A row of a table in words.

    Examples
    --------
    >>> import casebook as cb
    >>> sentence("events", cb.events().iloc[0])
    'Balochistan Liberation Front is founded, 1964.'
    """
    if name in SENTENCES:
        return SENTENCES[name](row)
    return str(row[next(column for column in NAMED_BY if column in row)])
