"""Which reports can be true together: those on some of the dead left out, those that leave no room named."""

import pandas as pd

from casebook.exercise.chapter_04.rows import SARAVAN, killed_in
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.exercise.sieve import ids, sieved
from casebook.tables import casualties


def _on_some() -> pd.DataFrame:
    rows = killed_in(SARAVAN)
    return rows[rows["scope"] == "subset"]


def _with_a_figure(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["count_low"].notna()]


def _described_in_part() -> pd.DataFrame:
    rows = killed_in(SARAVAN)
    return rows[rows["victims"].str.contains("including|among")]


SOME_OF_THE_DEAD = Exercise(
    key="some-of-the-dead",
    asks="The reports that give a figure and count only some of the dead near Saravan.",
    kind=SetOf("casualties.report_id"),
    answer=lambda: ids(_with_a_figure(_on_some())),
    misreadings=[
        Misreading(
            "only-the-nought",
            lambda: ids(killed_in(SARAVAN).query("count_high == 0")),
            did="You took out the zero.",
            why="The classmate's sentence now begins at another figure that counts one kind of people only.",
            next="Read `victims` and `scope` of the row with the next lowest figure.",
        ),
        Misreading(
            "silent-rows-too",
            lambda: ids(_on_some()),
            did="You added reports that give no figure.",
            why="They speak of one kind of people as well, but hold no number to keep out of a range.",
            next="Keep rows with a count.",
        ),
        Misreading(
            "described-in-part",
            lambda: ids(_described_in_part()),
            did="You took rows that *describe* some of the dead.",
            why="“Including four children” opens a list, and the figure beside it still counts all.",
            next="Ask what the number counts, not whom the words mention.",
        ),
        Misreading(
            "at-least-is-a-part",
            lambda: ids(killed_in(SARAVAN).query("qualifier == 'at_least'")),
            did="You took “at least” for a part of the dead.",
            why="It says that more may have died, and leaves out no kind of people.",
            next="Look for rows that count members of one group.",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "reports in the table": ids(casualties()),
            "of people killed near Saravan": ids(killed_in(SARAVAN)),
            "with a figure": ids(_with_a_figure(killed_in(SARAVAN))),
            "on one group only": ids(_on_some()),
        },
        "Read `victims` and `scope` in the rows with the lowest figures.",
    ),
    because="C163 counts at least five men named as members of the BLF, C168 none of the group's commanders or "
    "members: opposite answers to one narrow question, by sources of a newspaper and by a spokesperson of the group. "
    "Neither says how many people died.",
    not_shown="It does not show which of the two is right. What remains, seven to ten, is a range of reports and not "
    "of likelihood.",
    hints=[
        '`cb.about("casualties", "scope")` says what the column keeps apart.',
        "Worked on the injured of the other strike: C111 says that no Pakistani citizen was hurt, coded as zero. "
        "Beside three injured girls (C105) it denies something about one nationality; it is no lower end.",
    ],
    sources=["C163", "C168"],
    minutes=4,
)


def _whole() -> pd.DataFrame:
    rows = killed_in(SARAVAN)
    return rows[rows["scope"] == "total"]


def _highest_lower_end() -> int:
    return int(_whole()["count_low"].max())


def _below(rows: pd.DataFrame, column: str = "count_high") -> pd.DataFrame:
    """The rows whose upper (or other) end lies below the highest lower end; a blank is below nothing."""
    return rows[(rows[column] < _highest_lower_end()).fillna(False)]


WHAT_EMPTIES_THE_RANGE = Exercise(
    key="what-empties-the-range",
    asks="The reports on all the dead near Saravan that cannot be true together with “at least ten”.",
    kind=SetOf("casualties.report_id"),
    answer=lambda: ids(_below(_whole())),
    misreadings=[
        Misreading(
            "at-least-as-exactly",
            lambda: ids(_below(_whole(), "count_low")),
            did="You took every report with a lower figure.",
            why="“At least nine” has no upper end: it is true of ten people as well.",
            next="Compare the upper end, `count_high`: a blank there is no limit.",
        ),
        Misreading(
            "the-lowest-only",
            lambda: ids(_whole()[_whole()["count_high"] == _whole()["count_high"].min()]),
            did="You took the reports with the lowest upper end.",
            why="Without them the range would still be empty: others too stop short of it.",
            next="Ask of every upper end whether it is below the highest lower one.",
        ),
        Misreading(
            "some-of-the-dead-again",
            lambda: ids(_below(killed_in(SARAVAN))),
            did="You kept a report on one group among the dead.",
            why="It can be true together with any number for all: it answers another question.",
            next="Start from `whole`, not from `saravan`.",
        ),
        Misreading(
            "copies-dropped",
            lambda: ids(_below(_whole()).query("echo_of.isna()")),
            did="You left out rows that repeat another.",
            why="A copy is no second witness, but what it says is still on paper and still leaves no room.",
            next="Judge each row by its two ends alone.",
        ),
        Misreading(
            "every-exact-figure",
            lambda: ids(_whole().query("qualifier == 'exact'")),
            did="You took every exact figure.",
            why="An exact figure excludes a lower bound when it lies below it, and fits when it does not.",
            next="Compare `count_high` with the bound.",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "reports in the table": ids(casualties()),
            "of people killed near Saravan": ids(killed_in(SARAVAN)),
            "on all the dead": ids(_whole()),
            "with an upper end": ids(_whole()[_whole()["count_high"].notna()]),
            "below the bound": ids(_below(_whole())),
        },
        "Compare `count_high` row by row.",
    ),
    because="An exact seven or nine leaves no room for ten; “at least seven” and “at least nine” do. So these "
    "reports, some by one man who corrected himself (C134, C140), make the range empty, and it stays empty without "
    "the sevens: then the exact nines (C142) and the reports of ten (C159) exclude each other.",
    not_shown="It does not show that these reports are mistaken, nor that ten is right: each may be a count of "
    "another hour, or of other people.",
    hints=[
        "A report with both ends leaves room for every number between them; one without an upper end, for every "
        "number from its lower end on.",
        "Worked on Erbil (E078): “at least four” (C096) and five (C101) can both be true. Exactly four (C094) and five "
        "cannot, and two (C098) can be true with none of the others.",
    ],
    sources=["C134", "C140", "C142", "C148", "C159"],
    minutes=6,
)
