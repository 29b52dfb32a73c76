"""Who the dead are said to have been: children of one number, and words for where people belong."""

import pandas as pd

from casebook.exercise.chapter_04.rows import KOH_E_SABZ, SARAVAN, killed_in
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.exercise.sieve import ids, sieved
from casebook.tables import actors, casualties


def _described(pattern: str) -> set[str]:
    """The reports from Koh-e-Sabz that describe the dead in such words."""
    rows = killed_in(KOH_E_SABZ)
    return ids(rows[rows["victims"].str.contains(pattern)])


def _with_a_figure(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["count_low"].notna()]


def _described_otherwise() -> set[str]:
    return ids(_with_a_figure(killed_in(KOH_E_SABZ))) - _described("girl of six")


SAME_NUMBER_SAME_CHILDREN = Exercise(
    key="same-number-same-children",
    asks="The reports of two killed at Koh-e-Sabz that cannot be about a girl of six and a boy of 11 months.",
    kind=SetOf("casualties.report_id"),
    answer=lambda: _described("two girls|two boys"),
    misreadings=[
        Misreading(
            "the-number-agrees",
            set,
            did="You found no report that conflicts.",
            why="All give one number; but agreement in number is not agreement about people.",
            next="Ask of `victims`, row by row: who is described?",
        ),
        Misreading(
            "less-detail-is-conflict",
            _described_otherwise,
            did="You marked every other wording.",
            why="“Two children” says less than the row of the task, and does not contradict it.",
            next="Keep rows whose words exclude a girl, or exclude a boy.",
        ),
        Misreading(
            "unsaid-is-opposed",
            lambda: _described("girl|boy|aged") - _described("girl of six"),
            did="You included reports that give the same ages and say nothing of girls or boys.",
            why="What is left unsaid cannot conflict.",
            next="Keep rows that say something which these two children cannot be.",
        ),
        Misreading(
            "ages-only",
            lambda: _described("aged") - _described("six"),
            did="You found a conflict of ages.",
            why="Others give no age, and still exclude one of the two children.",
            next="Check what each row says about girls and boys.",
        ),
        Misreading(
            "the-girls-only",
            lambda: _described("two girls"),
            did="You found the reports of two girls.",
            why="They leave no room for the boy; another report leaves none for the girl.",
            next="Read the remaining descriptions once more for the other child.",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "reports in the table": ids(casualties()),
            "of people killed at Koh-e-Sabz": ids(killed_in(KOH_E_SABZ)),
            "in words that cannot fit both children": _described("two girls|two boys"),
        },
        "Ask of each row: could these words be said of the girl and the boy?",
    ),
    because="Two girls leave no room for the boy, two boys none for the girl. C110 is an unattributed rewrite that "
    "follows the armed group's claim; C118 is late and stands alone; C119 is undated and cites authorities of "
    "Balochistan, whom C106 cites too. C106 and C112 give the ages of C108.",
    not_shown="It does not show which description is right, nor that other children died.",
    hints=[
        "Print `report_id`, `victims` and `reporter_as_named`, and read each description to its end.",
        "Worked on the injured of that day: three girls (C105) and three women (C109, C117) share a number and "
        "exclude each other; a woman and her three daughters (C113) are four, and include what C105 says.",
    ],
    sources=["C108", "C110", "C118", "C119", "C106"],
    minutes=6,
)


def _called(*words: str) -> pd.DataFrame:
    rows = killed_in(SARAVAN)
    return rows[rows["nationality"].isin(words)]


def _reporters(rows: pd.DataFrame) -> set[str]:
    return set(rows["reporter_id"].dropna())


CALLED_PAKISTANI = Exercise(
    key="called-pakistani",
    asks="The reporters who gave a figure for 18 January near Saravan and called the dead Pakistani.",
    kind=SetOf("casualties.reporter_id"),
    answer=lambda: _reporters(_with_a_figure(_called("pakistani"))),
    misreadings=[
        Misreading(
            "not-iranian-is-pakistani",
            lambda: _reporters(_with_a_figure(_called("pakistani", "non_iranian"))),
            did="You read “non-Iranian” as “Pakistani”.",
            why="The first word excludes one state; it does not name another.",
            next="Keep those who used the second word.",
        ),
        Misreading(
            "people-and-nationality-merged",
            lambda: _reporters(_with_a_figure(_called("pakistani", "baloch"))),
            did="You merged “Baloch” with “Pakistani”.",
            why="One names a people who live on both sides of a border, the other a nationality.",
            next="Keep the word that each report used.",
        ),
        Misreading(
            "figure-not-given",
            lambda: _reporters(_called("pakistani")),
            did="You took in reporters who give no figure.",
            why="One speaks of members of armed groups and not of everybody; another is quoted on nationality alone.",
            next="Require a count.",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "actors in the table": ids(actors()),
            "reporters of this strike": _reporters(killed_in(SARAVAN)),
            "with a figure": _reporters(_with_a_figure(killed_in(SARAVAN))),
            "calling the dead Pakistani in the same row": _reporters(_with_a_figure(_called("pakistani"))),
        },
        "Both conditions must hold in one row.",
    ),
    because="C151 and C152, both of 18 January. The deputy governor's first toll has “non-Iranian” (C134), his last "
    "“Pakistani” (C151), and one outlet prints that same ten as non-Iranian. Fars gives no figure (C147). BHRG, Paank "
    "and a BNM spokesperson call the dead Baloch (C159, C172, C171).",
    not_shown="It does not show anybody's citizenship, which no row documents. These words may be true together.",
    hints=[
        "`nationality` holds our code, `nationality_as_reported` the words themselves. Two conditions, one column to "
        "read off.",
        "Worked on the workers shot in Saravan on 27 January (E112): for Mehr they are foreign nationals (C176), for "
        "the ambassador Pakistani (C177). The first is vaguer than the second, not opposed to it.",
    ],
    sources=["C151", "C152", "C134", "C147"],
    minutes=5,
)
