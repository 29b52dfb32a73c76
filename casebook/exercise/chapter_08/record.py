"""The real record: where it is thin, and what a copy changes in it."""

import pandas as pd

from casebook.charts.periods import in_crisis
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Column, SetOf
from casebook.exercise.kinds.cells import Scalar
from casebook.registers import evidence, sources
from casebook.tables import casualties, events

STRIKE, COPIED = "E092", "C134"
LABELS = ["rows", "echoes", "givers", "lowest", "highest"]


def _links() -> pd.DataFrame:
    return evidence().query("table == 'events'").merge(sources(), on="source_id")


def _fortnight() -> pd.Series:
    return events().loc[in_crisis]["event_id"]


def _few(column: str, most: int, least: int = 1) -> set[str]:
    """Events of the fortnight whose documents have so few different values in a column."""
    counts = _fortnight().map(_links().groupby("row_id")[column].nunique())
    return set(_fortnight()[counts.between(least, most)])


def _all_years() -> set[str]:
    counts = _links().groupby("row_id")["source_id"].nunique()
    return set(counts.index[counts == 1])


def _shared(given: frozenset[str]) -> str:
    known, fortnight, sought = frozenset(events()["event_id"]), set(_fortnight()), _few("source_id", 1)
    counts = {
        "in no row of `events`": len(given - known),
        "outside 16 to 29 January": len((given & known) - fortnight),
        "with more than one document": len((given & fortnight) - sought),
        "not in your set yet": len(sought - given),
    }
    told = "; ".join(f"{words}: {count}" for words, count in counts.items() if count)
    if given and not given & known:
        return (
            f"You gave {len(given)}. To mend: {told}. After `groupby` the ids of events stand in the index: `.index`."
        )
    return (
        f"You gave {len(given)}. To mend: {told}. In the rows of evidence about events, count the different "
        "`source_id` of each `row_id`."
    )


THIN_ICE = Exercise(
    key="thin-ice",
    asks="The events from 16 to 29 January 2024 that rest on a single document.",
    kind=SetOf("events.event_id"),
    answer=lambda: _few("source_id", 1),
    misreadings=[
        Misreading(
            "whole-table",
            _all_years,
            did="You counted all years.",
            why="Old incidents often rest on one report; the question is about the fortnight.",
            next="Filter the events by `phase` first.",
        ),
        Misreading(
            "one-country",
            lambda: _few("publisher_country", 1),
            did="You asked for one country.",
            why="Several papers of one country are still several documents, if not always several witnesses.",
            next="Count `source_id` instead.",
        ),
        Misreading(
            "two-or-fewer",
            lambda: _few("source_id", 2),
            did="You set the bar at two.",
            why="Two may be thin as well, and a memo can say so. The question asks for one.",
            next="Change the comparison.",
        ),
        Misreading(
            "undated",
            lambda: _few("date_published", 0, least=0),
            did="Your set is that of the events whose documents carry no date.",
            why="That is another weakness: a single document may well have a date.",
            next="Count the different `source_id` of each event.",
        ),
    ],
    gap=_shared,
    because="Look first for a source on these two. A second document for one of them would weigh more than another for "
    "E092, which has most.",
    not_shown="It does not show that they are doubtful, nor that rows with many documents are safe: many may copy one.",
    hints=[
        "Group the evidence by row, and count different documents: `nunique`.",
        "Worked on 2023: of the events of that year E066 and E070 rest on one document each.",
    ],
    sources=["E108", "E109"],
    minutes=5,
)


def _with_the_copy(**cells: str | None) -> pd.DataFrame:
    """The reports of killed near Saravan and a made-up page that cites one of them."""
    rows = casualties()
    before = rows[(rows["event_id"] == STRIKE) & (rows["measure"] == "killed")]
    page = before[before["report_id"] == COPIED].assign(report_id="mine", reporter_id="my-page", echo_of=COPIED)
    return pd.concat([before, page.assign(**cells)], ignore_index=True)


def _moved(rows: pd.DataFrame, **other: int) -> pd.Series:
    originals, everybody = rows[rows["echo_of"].isna()], rows[rows["scope"] == "total"]
    counted = {
        "rows": len(rows),
        "echoes": int(rows["echo_of"].notna().sum()),
        "givers": originals["reporter_id"].nunique(),
        "lowest": int(everybody["count_low"].min()),
        "highest": int(everybody["count_low"].max()),
    }
    return pd.Series(counted | other)


def _which_agree(given: dict[str, Scalar]) -> str:
    right = _moved(_with_the_copy())
    odd = [label for label in LABELS if given[label] != right[label]]
    return (
        f"Not as in the tables: {', '.join(odd)}. Echoes have a cell in `echo_of`; givers are the different "
        "`reporter_id` among the other rows; lowest and highest are of `count_low`, in rows of scope total."
    )


WHAT_A_COPY_MOVES = Exercise(
    key="what-a-copy-moves",
    asks="What changes near Saravan when a page is added that cites C134, and is marked as its echo.",
    kind=Column(labels=LABELS),
    answer=lambda: _moved(_with_the_copy()),
    misreadings=[
        Misreading(
            "copy-as-witness",
            lambda: _moved(_with_the_copy(echo_of=None)),
            did="You added the page as a report of its own.",
            why="It cites a man who is in the tables already: one report, seen on one page more.",
            next="Fill `echo_of` for the new row.",
        ),
        Misreading(
            "page-as-giver",
            lambda: _moved(_with_the_copy(), givers=_with_the_copy()["reporter_id"].nunique()),
            did="You counted givers in all rows, echoes among them.",
            why="An echo gives nothing of its own: whoever prints it is a printer.",
            next="Leave rows with a cell in `echo_of` out before you count givers.",
        ),
        Misreading(
            "denial-as-lowest",
            lambda: _moved(_with_the_copy(), lowest=int(_with_the_copy()["count_low"].min())),
            did="Your lowest figure speaks of one group only.",
            why="Somebody says that nobody of theirs was killed. A part never bounds the whole.",
            next="Keep rows of scope total before you take the lowest and the highest.",
        ),
        Misreading(
            "copy-left-out",
            lambda: _moved(_with_the_copy().iloc[:-1]),
            did="You counted without the new row.",
            why="A copy is a row as well: that a page repeats a figure openly is worth keeping.",
            next="Count in `after`, which has the row.",
        ),
    ],
    gap=_which_agree,
    because="One row more and one echo more; givers, lowest and highest stay. A copy that is marked as a copy moves no "
    "figure. If it does, the coding or the chart is wrong.",
    not_shown="It does not show that the page is worth little: to repeat openly is honest.",
    hints=[
        '`after[after["echo_of"].isna()]` are the rows that repeat nobody.',
        "Worked on the strike of the 16th: at Koh-e-Sabz the lowest figure in rows of scope total is found the same "
        "way, and the denial for one group, C111, is not among them.",
    ],
    sources=[COPIED, "C136", "C168"],
    minutes=4,
)
