"""Casualty reports in words, and in blocks: one block for each event and measure, one row for each report."""

from dataclasses import dataclass

import pandas as pd

from casebook.charts.yours import marked
from casebook.datapackage import table
from casebook.wording import day, figure, report

# What a report of scope `combined` counts, in any crisis: the row names no single event.
COMBINED = "Several events together"
UNDATED = "undated"


@dataclass(frozen=True)
class Block:
    """Reports of one measure for one event, in order of date: first those that count everybody, then the others.

    Attributes
    ----------
    heading : str
        The event in words, and whether it counts killed or injured.
    year : int or None
        The year of the event, where it is known.
    everybody, one_group : DataFrame
        Rows of `casualties`; `one_group` holds those of scope `subset`, never part of a count for the event.
    """

    heading: str
    year: int | None
    everybody: pd.DataFrame
    one_group: pd.DataFrame


def reporters(reports: pd.DataFrame) -> pd.Series:
    """Who gives each figure, "not named" where nobody is.

    Examples
    --------
    >>> import casebook as cb
    >>> reporters(cb.casualties().query("report_id == 'C175'")).item()
    'not named'
    """
    known = table("actors").set_index("actor_id")["name"]
    as_described = reports["reporter_as_named"].fillna(reports["reporter_id"])
    names = reports["reporter_id"].map(known).fillna(as_described)
    names = names.where(reports["reporter_id"].notna(), "not named").astype("string")
    return marked("casualties", reports["report_id"], names, "{} (yours)")


def short_date(said: pd.Timestamp, precision: str, year: int | None) -> str:
    """When a report was made, short; with its year where that is not the year of the event.

    Examples
    --------
    >>> import casebook as cb
    >>> report = cb.casualties().set_index("report_id").loc["C167"]
    >>> short_date(report["date_reported"], report["date_reported_precision"], 2024)
    '22 Jan 2025'
    """
    if pd.isna(said) or precision == "unknown":
        return UNDATED
    if precision == "year":
        return f"{said:%Y}"
    if precision == "month":
        return f"{said:%b %Y}"
    short = f"{said.day} {said:%b}" if said.year == year else f"{said.day} {said:%b} {said.year}"
    return f"{short}, inferred" if precision == "inferred" else short


def spoken(reports: pd.DataFrame) -> list[str]:
    """Each report as a sentence: its giver, its day, its figure, and in how many documents we saw it.

    Examples
    --------
    >>> import casebook as cb
    >>> spoken(cb.casualties().query("report_id == 'C151'"))
    ['Alireza Marhamati, 18 January 2024: 10 reported killed. Who, as told: people. Seen in 4 documents. [C151]']
    """
    links = table("evidence").query("table == 'casualties'").drop_duplicates(["row_id", "source_id"])
    seen = links["row_id"].value_counts()
    said = []
    for (_, row), reporter in zip(reports.iterrows(), reporters(reports), strict=True):
        parts = [f"{reporter}, {day(row['date_reported'], row['date_reported_precision'])}: {report(row)}."]
        if pd.notna(row["victims"]):
            parts.append(f"Who, as told: {row['victims']}.")
        if pd.notna(row["echo_of"]):
            parts.append(f"Repeats {row['echo_of']}.")
        if times := seen.get(row["report_id"]):
            parts.append(f"Seen in {times} document{'s' if times > 1 else ''}.")
        said.append(" ".join([*parts, f"[{row['report_id']}]"]))
    return said


def in_words(reports: pd.DataFrame) -> pd.DataFrame:
    """Casualty reports as text, one row each, in the order given: what a table beside the chart says."""
    titles = table("events").set_index("event_id")["title"]
    event = reports["event_id"].map(titles).fillna(reports["event_id"])
    words = {
        "Report": reports["report_id"],
        "Event": event.where(reports["scope"] != "combined", COMBINED),
        "Measure": reports["measure"],
        "Date": [day(*pair) for pair in zip(reports["date_reported"], reports["date_reported_precision"], strict=True)],
        "Reporter": reporters(reports),
        "As described": reports["reporter_as_named"],
        "Figure": [figure(row) for _, row in reports.iterrows()],
        "Who": reports["victims"],
        "Counts": reports["scope"].map({"total": "all", "subset": "one group only", "combined": "several events"}),
        "Repeats": reports["echo_of"],
    }
    return pd.DataFrame({name: pd.Series(cells, index=reports.index).astype("string") for name, cells in words.items()})


def blocks(reports: pd.DataFrame) -> list[Block]:
    """The reports by event and measure, in order of the events; counts for several events together come last.

    Killed and injured never share a block, and within one the rows stand in order of date, undated last.

    Examples
    --------
    >>> import casebook as cb
    >>> [block.heading for block in blocks(cb.casualties().query("scope == 'combined'"))]
    ['Several events together · reported killed']
    """
    events = table("events").set_index("event_id")
    combined = reports["scope"] == "combined"
    ordered = reports.assign(
        _event=reports["event_id"].mask(combined, COMBINED).fillna("Event not stated"),
        _when=reports["event_id"].map(events["date"]).mask(combined, pd.Timestamp.max),
        _measure=reports["measure"].astype("string"),
    ).sort_values(
        ["_when", "_event", "_measure", "date_reported", "report_id"], ascending=[True, True, False, True, True]
    )
    found = []
    for (event, measure), mine in ordered.groupby(["_event", "_measure"], sort=False):
        name, year = str(event), None
        if event in events.index:
            row = events.loc[[event]].iloc[0]
            year = row["date"].year
            name = f"{row['title']} ({event}), {day(row['date'], row['date_precision'], row['date_end'])}"
        one_group = mine["scope"] == "subset"
        rows = mine[reports.columns]
        found.append(Block(f"{name} · reported {measure}", year, rows[~one_group], rows[one_group]))
    return found
