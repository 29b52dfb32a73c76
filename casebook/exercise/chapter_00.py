"""Chapter 00, start here: a blank, two equal figures, a sentence that says who says."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.form import ADay, Avoids, Cites, Differ, Figures, Independent, OnlyRows, Soft
from casebook.exercise.kinds import Letter, Prose, SetOf, holding
from casebook.lookup import find
from casebook.tables import casualties


def _near_saravan() -> pd.DataFrame:
    rows = casualties()
    return rows[rows["event_id"] == "E092"]


def _killed() -> pd.DataFrame:
    rows = _near_saravan()
    return rows[rows["measure"] == "killed"]


def _ids(rows: pd.DataFrame) -> set[str]:
    return set(rows["report_id"])


def _silent(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["count_low"].isna() & rows["count_high"].isna()]


def _with_blanks_as_zero(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["count_low"].fillna(0).eq(0) & rows["count_high"].fillna(0).eq(0)]


def _conditions_met(ids: frozenset[str]) -> str:
    """How many of the ids meet each condition, never which."""
    rows = casualties()
    rows = rows[rows["report_id"].isin(ids)]
    here = rows[rows["event_id"] == "E092"]
    killed = here[here["measure"] == "killed"]
    silent = _silent(killed)
    counted = (
        f"Ids given: {len(ids)}. In the table: {len(rows)}. Of this strike: {len(here)}. Of people killed as well: "
        f"{len(killed)}. With both ends of the count empty as well: {len(silent)}."
    )
    if len(rows) < len(ids):
        return f"{counted} Take ids from the column `report_id` of the table above."
    if len(silent) < len(ids):
        return f"{counted} All of these must hold at once: drop those of your rows in which one fails."
    return f"{counted} Other rows meet all of these. Go through those that you passed over."


NO_NUMBER = Exercise(
    key="no-number-given",
    asks="The reports of people killed near Saravan (E092) that give no number at all.",
    kind=SetOf("casualties.report_id"),
    answer=lambda: _ids(_silent(_killed())),
    misreadings=[
        Misreading(
            "zero-is-a-number",
            lambda: _ids(_with_blanks_as_zero(_killed())),
            did="You took a denial for a report without a number.",
            why="Its author did give a number for one group: none. Turning blanks into zeros makes a denial and a "
            "silence look alike.",
            next="Read `qualifier` and `scope` in each row that you chose.",
            matches=lambda given, wrong: given <= wrong and not given <= _ids(_silent(_killed())),
        ),
        Misreading(
            "injured-too",
            lambda: _ids(_silent(_near_saravan())),
            did="One of your reports is about people injured.",
            why="Deaths and injuries are separate accounts; someone may number one and not the other.",
            next="Drop the row whose `measure` is not *killed*.",
        ),
        Misreading(
            "another-speakers-number",
            lambda: _ids(_silent(_killed()).query("scope == 'subset'")),
            did="You left out a row whose pages do print a number.",
            why="That number is somebody else's. A row holds what its own reporter gave.",
            next="Read the notes of the rows that you passed over, with `cb.show`: who said what?",
        ),
        Misreading(
            "at-least-is-a-number",
            lambda: _ids(_killed().query("count_high.isna()")),
            did="You took every row whose upper figure is empty.",
            why="“At least” leaves the upper end open, yet it gives a number.",
            next="Keep the rows in which neither end is filled.",
        ),
    ],
    gap=_conditions_met,
    because="All four speak of people killed and leave both ends blank: a foreign ministry (C130), two armed groups, "
    "one of them in a statement whose authorship is disputed (C131, C132), and an agency quoted on nationality only "
    "(C147). "
    "C168 is not among them: “none” is a figure.",
    not_shown="It does not show that they knew no number, nor whom they meant.",
    hints=[
        'One column has a word for how a number was given. Look at its values: `saravan["qualifier"].unique()`.',
        'Worked on another strike: with `first = reports[reports["event_id"] == "E081"]`, the filter '
        '`first[first["qualifier"] == "no_figure"]` leaves C122, in which people are reported killed and no figure is '
        "given.",
    ],
    sources=["C130", "C131", "C132", "C147", "C168"],
    minutes=3,
)


def _pair() -> tuple[pd.Series, pd.Series]:
    return find("C151")[1], find("C175")[1]


def _what_the_pair_shows() -> str:
    one, two = _pair()
    counters = {one["reporter_id"], two["reporter_id"]}
    figures = _killed()["count_low"].dropna()
    return holding(
        A=one["event_id"] != two["event_id"],
        B=counters == set(pd.Series([*counters]).dropna()) and len(counters) == 2,
        C=one["count_low"] == two["count_low"] and pd.isna(two["reporter_id"]) and pd.isna(two["echo_of"]),
        D=figures.nunique() == 1,
        E=pd.notna(two["echo_of"]) and two["echo_of"] == "C151",
    )


TEN_AND_TEN = Exercise(
    key="ten-and-ten",
    asks="What rows C151 and C175, which both say ten, let you say together.",
    kind=Letter(
        {
            "A": "Reports of twenty people killed, ten in each.",
            "B": "Two named counters, independently, reached ten.",
            "C": "Ten was given by one named official and stands as well in a text that names no counter; whether the "
            "second had another source is not shown.",
            "D": "All sources that give a figure agree on ten.",
            "E": "The second text took its ten from the first.",
        }
    ),
    answer=_what_the_pair_shows,
    misreadings=[
        Misreading(
            "reports-added",
            lambda: "A",
            did="You added two reports of one strike.",
            why="Both rows carry the same `event_id`: they are two tellings, not two groups of people.",
            next="Compare “Event” in the two cards.",
        ),
        Misreading(
            "page-for-witness",
            lambda: "B",
            did="You counted two witnesses.",
            why="One of the rows names nobody who counted; a page that repeats a figure may have taken it from the "
            "other.",
            next="Compare “Given by” in the two cards.",
        ),
        Misreading(
            "two-for-all",
            lambda: "D",
            did="You went from two rows to all of them.",
            why="Many more reports speak of people killed in this strike, and they give several figures.",
            next="Look at `count_low` in the table above.",
        ),
        Misreading(
            "copy-assumed",
            lambda: "E",
            did="You decided where the second text found its figure.",
            why="That may be so; no row shows it. Where it was shown, the card has a line “Echo of”, as for C157.",
            next="Look for that line in the two cards.",
        ),
    ],
    because="C151 has a named official; C175, the newspaper article, names no source. That the figures match is no "
    "second witness: the article may rest on the same words, and its `echo_of` is blank because nothing seen shows it.",
    not_shown="It does not show that the article copied, nor that ten is wrong or right.",
    hints=[
        "What would you have to know about C175 to call it a second witness?",
        "Worked on another event: C066 and C068 both give twelve for Rask (E067). C068 comes from a prosecutor; for "
        "C066 only a page is named. Twelve was given by one named official; the page is no second one.",
    ],
    sources=["C151", "C175"],
    minutes=2,
)


def _of_this_strike(cells: pd.Series) -> bool:
    return str(cells["event_id"]) == "E092"


def _of_people_killed(cells: pd.Series) -> bool:
    return str(cells["measure"]) == "killed"


SAY_WHO_SAYS = Exercise(
    key="say-who-says",
    asks="A sentence on the dead near Saravan (E092) that says who gives which figure, and when.",
    kind=Prose(
        words=(20, 60),
        checks=[
            Cites(
                2,
                "Two reports of people killed near Saravan (E092) are wanted, cited like [C151].",
                tables=["casualties"],
                when=lambda cells: _of_this_strike(cells) and _of_people_killed(cells),
            ),
            OnlyRows("casualties", _of_this_strike, "About another strike: {rows}. `cb.show(...)` says which."),
            OnlyRows("casualties", _of_people_killed, "About people injured, not killed: {rows}."),
            Differ("casualties", "count_low", "Your rows give one figure. Cite a row that gives another, or none."),
            Independent(2),
            ADay(),
            Soft(
                OnlyRows(
                    "casualties",
                    lambda cells: cells["scope"] != "subset",
                    "These count one group of the dead only: {rows}. Does your sentence say which?",
                )
            ),
            Soft(Figures()),
            Soft(Avoids(["terrorist-", "martyr-", "separatist-"])),
        ],
        rubric={
            "R1": "a figure without its reporter",
            "R2": "a reporter without a date",
            "R3": "one figure left as settled",
            "R4": "two reports merged into one: “seven to ten”, an average",
            "R5": "the page that printed taken for the person who counted",
            "R6": "a word that judges, or a private name",
        },
    ),
    hints=[
        "Begin with the reporter, then the verb “said”, then the figure.",
        "Worked on another event: “On 8 July 2023 a deputy governor said that two policemen had been killed in Zahedan "
        "[C058]; a prosecutor, the same day, gave one [C060].”",
    ],
    minutes=3,
)

EXERCISES = [NO_NUMBER, TEN_AND_TEN, SAY_WHO_SAYS]
