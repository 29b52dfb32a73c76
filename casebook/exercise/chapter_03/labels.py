"""Labels have owners: who lists whom, since when, and what an empty filter does not say."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.exercise.sieve import ids, sieved
from casebook.tables import events, facts

THE_DAY = "2024-01-18"
TWO_GROUPS = ("bla", "blf")


def _listings(groups: tuple[str, ...] = TWO_GROUPS) -> pd.DataFrame:
    rows = events()
    return rows[(rows["event_type"] == "listing") & rows["target_id"].isin(groups)]


def _all_listings() -> pd.DataFrame:
    rows = events()
    return rows[rows["event_type"] == "listing"]


def _by_the_day(rows: pd.DataFrame) -> set[str]:
    return ids(rows[rows["date"] <= THE_DAY])


LISTED_IN_JANUARY = Exercise(
    key="listed-in-january",
    asks="The listings of the BLA and the BLF, by any state, that are dated on or before 18 January 2024.",
    kind=SetOf("events.event_id"),
    answer=lambda: _by_the_day(_listings()),
    misreadings=[
        Misreading(
            "no-calendar",
            lambda: ids(_listings()),
            did="You took every listing of the two groups that we know today.",
            why="One came after these events; nobody could rely on it in January 2024.",
            next="Add a condition on the date.",
        ),
        Misreading(
            "one-group-for-two",
            lambda: _by_the_day(_listings(("bla",))),
            did="You followed one of the two groups.",
            why="The military named two (S092). A listing of one says nothing about the other.",
            next="Put both into the condition on the target.",
        ),
        Misreading(
            "the-striking-state-only",
            lambda: _by_the_day(_all_listings().query("initiator_id == 'pakistan'")),
            did="You kept listings by the state that struck.",
            why="Others list as well, for their own reasons and on their own dates. The question says: by any state.",
            next="Drop the condition on the initiator.",
        ),
        Misreading(
            "any-group-at-all",
            lambda: _by_the_day(_all_listings()),
            did="You took in a listing of another group.",
            why="A label does not travel from one group to its neighbour.",
            next="Filter the target before the date.",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "events in the table": ids(events()),
            "listings": ids(_all_listings()),
            "of one of the two groups": ids(_listings()),
            "dated by 18 January 2024": _by_the_day(events()),
        },
        "Read target, initiator and date in each row of `listings`.",
    ),
    because="Three states, and for the BLF only one of them: E046 says that no BLF listing was mentioned. The United "
    "States raised its listing of the BLA in 2025 (E138). For two of the four, reports disagree about the day (E003, "
    "E004); none of these days is near 2024.",
    not_shown="It shows decisions of states, not that those hit on 18 January belonged to a group: a BLF spokesman, "
    "the BNM and Paank reject that (S103, S176, S177).",
    hints=[
        'Two conditions: `listings["target_id"].isin([...])` with both keys, and a date. Join them with `&`.',
        "Worked on Jundallah: one row, E006, of 3 November 2010, by the United States. What happened to that listing "
        "in 2019 is told in a row whose target is another group.",
    ],
    sources=["E003", "E004", "E005", "E046", "E138"],
    minutes=5,
)


def _facts() -> pd.DataFrame:
    rows = facts()
    return rows[rows["topic"] == "listing"]


def _naming(pattern: str) -> pd.DataFrame:
    rows = _facts()
    return rows[rows["fact"].str.contains(pattern)]


NO_ROWS_IS_NOT_NEVER = Exercise(
    key="no-rows-is-not-never",
    asks="The rows of `facts` that speak against “When the strikes fell, no state had listed Jaish al-Adl.”",
    kind=SetOf("facts.fact_id"),
    answer=lambda: ids(_naming("Jaish|Jaysh")),
    misreadings=[
        Misreading(
            "one-spelling",
            lambda: ids(_naming("Jaish")),
            did="You found the row with our spelling.",
            why="Another authority writes the name in its own way.",
            next="Read the column `fact` from top to bottom, with what you know about one letter.",
        ),
        Misreading(
            "parent-counts",
            lambda: ids(_naming("Jaish|Jaysh|Jundallah")),
            did="You added the listing of Jundallah.",
            why="Whether it is the same group is disputed, and that listing is older than the year for which Jaish "
            "al-Adl is reported (E007).",
            next="Keep the rows that name this group.",
        ),
        Misreading(
            "dated-only",
            lambda: ids(_naming("Jaish|Jaysh").dropna(subset="value")),
            did="You left out a row that gives no date.",
            why="Its source is of 17 January 2024 and speaks of the listing as in force; since when, it does not say.",
            next="`cb.show` names the source of each fact, and its day: look whether the listing stood by then.",
        ),
        Misreading(
            "all-listings",
            lambda: ids(_facts()),
            did="You gave every row on listings.",
            why="Most are about other groups, and the classmate's sentence is about one.",
            next="Read whom each row names.",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "facts in the table": ids(facts()),
            "on listings": ids(_facts()),
            "naming this group in some spelling": ids(_naming("Jaish|Jaysh")),
        },
        "Read every `fact` on listings to its end.",
    ),
    because="F66 amends a listing of another name, and the event that tells of it, E046, has the BLA as its target: "
    "one column cannot hold two groups. F71 gives no date; its source, an agency text of 17 January 2024, speaks of "
    "it as in force, and gives no beginning.",
    not_shown="It does not show that these are all, or that all agree: a wiki copy adds five states, while The Nation "
    "of April 2024 says that Iran and Pakistan were still considering mutual bans (E007).",
    hints=[
        "The target column cannot help you here. The text of `fact` can: read it, or search it with `str.contains`.",
        "Worked on the BLF: F70 gives a listing by Pakistan. The same question for the United States finds no row; but "
        "the summary of E046 says in words that no BLF listing was mentioned. Words like these are a source for an "
        "absence; an empty filter is not.",
    ],
    sources=["F66", "F71", "E046", "E007"],
    minutes=4,
)
