"""The paragraph that replaces one number: who counted what, and when, and what nobody counted."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from casebook.exercise.chapter_04.counters import OUTSIDE
from casebook.exercise.chapter_04.rows import KOH_E_SABZ, SARAVAN
from casebook.exercise.exercise import Exercise
from casebook.exercise.form import (
    ADay,
    Avoids,
    BothSides,
    Cites,
    EachSentence,
    Figures,
    FormCheck,
    OnlyRows,
    Says,
    Soft,
)
from casebook.exercise.form.cited import holds
from casebook.exercise.form.draft import Draft
from casebook.exercise.kinds import Prose

THE_DAY = pd.Timestamp("2024-01-29")
SAYING = ("said", "says", "say", "according to", "gave", "gives", "reported", "reports", "wrote", "writes", "counted")
TOLLS = ("seven", "nine", "ten", "eleven", "twelve", "7", "9", "11", "12")
SETTLING = ("total", "average", "averaged", "confirmed", "roughly", "in fact")
SIDES = ("terrorist-", "martyr-", "separatist-", "militant-")


def _killed_in(event: str) -> Callable[[pd.Series], bool]:
    return lambda cells: cells["event_id"] == event and cells["measure"] == "killed"


@dataclass(frozen=True)
class FiguresDiffer(FormCheck):
    """The cited reports of people killed near Saravan do not all give one figure; a blank is a way of giving none."""

    says: str

    def __call__(self, draft: Draft) -> str | None:
        rows = [row.cells for row in draft.of("casualties") if holds(_killed_in(SARAVAN), row.cells)]
        given = pd.Series([cells["count_low"] for cells in rows], dtype=object)
        return self.says if len(given) > 1 and given.nunique(dropna=False) == 1 else None


def _known_by_then(cells: pd.Series) -> bool:
    return bool(pd.isna(cells["date_reported"]) or cells["date_reported"] <= THE_DAY)


def _baloch(cells: pd.Series) -> bool:
    return cells.get("reporter_id", cells.get("speaks_for_id")) in OUTSIDE


THE_PARAGRAPH_TO_PRINT = Exercise(
    key="the-paragraph-to-print",
    asks="A paragraph on how many people died in the two strikes, as known on 29 January 2024.",
    kind=Prose(
        words=(80, 130),
        checks=(
            Cites(
                1,
                "No report of people killed at Koh-e-Sabz is cited.",
                tables=("casualties",),
                when=_killed_in(KOH_E_SABZ),
            ),
            Cites(
                2,
                "Two reports of people killed near Saravan are wanted.",
                tables=("casualties",),
                when=_killed_in(SARAVAN),
            ),
            FiguresDiffer("Your reports from Saravan give one figure. Cite one that gives another, or none."),
            BothSides(),
            Cites(
                1,
                "No Baloch organisation speaks: `cb.casualties()` has reports by five, from Haalvsh to Paank.",
                tables=("casualties", "statements"),
                when=_baloch,
            ),
            OnlyRows(
                "casualties", _known_by_then, "Reported after 29 January 2024: {rows}. Nobody could cite it then."
            ),
            EachSentence(TOLLS, "CFK", "“{word}” stands in a sentence that cites nobody. Whose figure is it?"),
            Says(SAYING, "Too few verbs of saying: each figure needs somebody who said it.", least=2),
            Avoids(
                SETTLING,
                "Words that settle or add up, in your own voice: {words}. No row does either: leave them out, or quote "
                "whoever says so.",
            ),
            Avoids(SIDES),
            Soft(ADay()),
            Soft(Figures("Numbers in none of the rows that you cite: {words}. A description, or somebody's figure?")),
            Soft(
                OnlyRows(
                    "casualties",
                    lambda cells: pd.notna(cells["date_reported"]),
                    "Undated: {rows}. Say so, or cite a dated report as well.",
                )
            ),
            Soft(
                OnlyRows(
                    "casualties",
                    lambda cells: cells["scope"] != "subset",
                    "These speak of one group only: {rows}. Does your sentence say which?",
                )
            ),
        ),
        rubric={
            "R1": "a figure without its giver",
            "R2": "one official's corrections told as confusion, or their order lost",
            "R3": "“at least” turned into a number, or a number into “at least”",
            "R4": "people described in the writer's own voice where reports differ",
            "R5": "nothing on what is unknown: the injured, who the dead were, whether the counts are independent",
            "R6": "numbers before people; an adjective that counts; a private name",
        },
    ),
    because="The form is complete. Read your paragraph aloud once, as if a relative of one of the dead were in the "
    "room. Then change what you would not want to have said.",
    hints=[
        "Begin each sentence with who speaks, not with the figure.",
        "Worked on the killings of 27 January (E112): “Nine Pakistani workers were shot dead in Saravan, said "
        "Pakistan's ambassador [C177]; an Iranian deputy governor spoke of nine foreigners [C178] and three injured "
        "[C179], another report of four injured [C185].”",
    ],
    minutes=12,
)
