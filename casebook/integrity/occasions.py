"""Which event a row is about, against what else its documents bear on.

News recalls what is long past: a document that tells of something older has a line of evidence for it, as `mentions`.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from casebook.integrity.contents import Contents, Row
from casebook.integrity.rule import Finding, rule

ABOUT = {"statements": "statement_id", "casualties": "report_id"}
# A document of one week tells of things that happen within another.
DAYS = 7
# What so many documents report is told again in documents about anything later.
TOLD_AGAIN = 20


@rule(
    "event-document",
    evidence="table row_id source_id",
    events="event_id date date_end",
    statements="statement_id event_id",
    casualties="report_id event_id",
)
def event_document(contents: Contents) -> Iterator[Finding]:
    """A statement or report is about an event that its documents bear on, or about one within a week of those."""
    events = {row["event_id"]: row for row in contents.rows("events")}
    documents = _documents(contents)
    bearing = _bearing(contents, documents)
    told = Counter(event for rows in bearing.values() for event in rows)
    for table, key in ABOUT.items():
        for row in contents.rows(table):
            own = events.get(row["event_id"])
            if own is None or told[row["event_id"]] >= TOLD_AGAIN:
                continue
            mine = [bearing.get(each, {}) for each in documents.get((table, row[key]), ())]
            near = {event for rows in mine for event, those in rows.items() if those - {row[key]}}
            if near and all(_days_between(own, events[event]) > DAYS for event in near):
                others = ", ".join(sorted(near))
                words = (
                    f"its documents bear on {others}, not in the same week; one that tells of this event mentions it"
                )
                yield row, "event_id", f"{words} in evidence.csv"


def _documents(contents: Contents) -> dict[tuple[str, str], set[str]]:
    """The documents behind each row."""
    found: dict[tuple[str, str], set[str]] = {}
    for line in contents.rows("evidence"):
        found.setdefault((line["table"], line["row_id"]), set()).add(line["source_id"])
    return found


def _bearing(contents: Contents, documents: dict[tuple[str, str], set[str]]) -> dict[str, dict[str, set[str]]]:
    """For each document the events that it bears on, each with the rows through which: its own, and those about it."""
    events = contents.rows("events")
    rows = [("events", row["event_id"], row["event_id"]) for row in events]
    for table, key in ABOUT.items():
        rows += [(table, row[key], row["event_id"]) for row in contents.rows(table)]
    there = {row["event_id"] for row in events}
    found: dict[str, dict[str, set[str]]] = {}
    for table, key, event in rows:
        for source in documents.get((table, key), ()) if event in there else ():
            found.setdefault(source, {}).setdefault(event, set()).add(key)
    return found


def _days_between(one: Row, other: Row) -> int:
    """How many days lie between two events; less than nothing if they overlap."""
    first, last = sorted((one, other), key=lambda row: row["date"])
    return (date.fromisoformat(last["date"]) - date.fromisoformat(first["date_end"])).days


RULES = [event_document]
