"""Events in words, for the tables and descriptions of charts."""

import pandas as pd

from casebook import wording
from casebook.charts.frames import days
from casebook.charts.sides import BOTH, THIRD, lanes, names, with_sides
from casebook.charts.yours import marked
from casebook.datapackage import table

COLUMNS = ("event_id", "date", "date_end", "date_precision", "initiator_id", "target_id", "event_type", "quad_class")
NAMES = ("Event", "Date", "Side", "Lane", "Type", "Quad class", "Place", "What is reported", "Who acted is")
ACTED = {BOTH: "by both together", THIRD: "by third parties"}


def prepared(events: pd.DataFrame) -> pd.DataFrame:
    """Events in order of time with `side`, `lane`, an end where it is blank, and words: `when`, `kind`, `class`."""
    days(events, "date", "date_end")
    rows = with_sides(events).sort_values(["date", "event_id"], kind="stable").reset_index(drop=True)
    rows["date_end"] = rows["date_end"].fillna(rows["date"])
    if "title" in rows:
        rows["title"] = marked("events", rows["event_id"], rows["title"], "Yours: {}")
    dated = zip(rows["date"], rows["date_precision"].astype("string").fillna("day"), rows["date_end"], strict=True)
    rows["when"] = pd.array([wording.day(*each) for each in dated], dtype="string")
    rows["kind"] = _codes(rows["event_type"])
    rows["class"] = _codes(rows["quad_class"])
    return rows


def _codes(column: pd.Series) -> pd.Series:
    return column.map(lambda code: "" if pd.isna(code) else wording.code(code)).astype("string")


def place_names(rows: pd.DataFrame) -> pd.Series:
    """The name of each event's place, blank where none is given."""
    places = table("places").set_index("place_id")["name"]
    return rows["place_id"].map(places).astype("string").fillna("") if "place_id" in rows else pd.Series("", rows.index)


def as_words(rows: pd.DataFrame) -> pd.DataFrame:
    """The table beside a chart of events: one row for each, in order of time, all in words.

    Parameters
    ----------
    rows : DataFrame
        What `prepared` gives.
    """
    sure = _codes(rows["responsibility"]) if "responsibility" in rows else ""
    cells = [rows[name] for name in ("event_id", "when", "side", "lane", "kind", "class")]
    return pd.DataFrame(dict(zip(NAMES, [*cells, place_names(rows), rows["title"], sure], strict=True)))


def several(count: int, noun: str = "event") -> str:
    """A count with its noun.

    Examples
    --------
    >>> several(1), several(3)
    ('1 event', '3 events')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def listed(parts: list[str]) -> str:
    """A list as a sentence has it.

    Examples
    --------
    >>> listed(["Tehran", "Lahore", "Turbat"])
    'Tehran, Lahore and Turbat'
    """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def who_acted(rows: pd.DataFrame) -> str:
    """How many events by whom, in a phrase: "8 by Iran, 10 by Pakistan and 12 by both together"."""
    counts = rows["side"].value_counts()
    return listed([f"{counts[side]} {ACTED.get(side, f'by {side}')}" for side in names() if side in counts])


def busiest(rows: pd.DataFrame) -> str:
    """The day with most events that are dated to the day, as a sentence; blank where none stands out."""
    counts = rows.loc[rows["date_precision"] == "day", "date"].value_counts()
    if counts.empty or counts.iloc[0] == 1 or (counts == counts.iloc[0]).sum() > 1:
        return ""
    return f"Most on one day: {counts.iloc[0]} on {wording.day(counts.index[0], 'day')}."


def lanes_of(rows: pd.DataFrame) -> list[str]:
    """The lanes that some events need, from the top."""
    return [lane for lane in lanes() if (rows["lane"] == lane).any()]
