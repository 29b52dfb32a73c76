"""Advice of one evening: dated, with reasons that could be read by then, and with what speaks against it."""

import re
from dataclasses import dataclass

import pandas as pd

from casebook.decision.record import told_day, when
from casebook.exercise.exercise import Exercise
from casebook.exercise.form import Avoids, Begins, BothSides, Cites, Figures, FormCheck, Soft
from casebook.exercise.form.draft import Draft
from casebook.exercise.kinds import Prose

EVENING = pd.Timestamp("2024-01-17")
OPENING = 40
DATED = ("events", "statements", "casualties")
SIDES = ("terrorist-", "martyr-", "separatist-", "militant-")


@dataclass(frozen=True)
class OpensWithAdvice(FormCheck):
    """The first words name the day and say what is advised."""

    def __call__(self, draft: Draft) -> str | None:
        opening = " ".join(draft.plain.split()[:OPENING])
        lacking = [
            what
            for what, pattern in (
                ("the day", r"\b17 January\b|\bJanuary 17\b|\bWednesday\b"),
                ("the advice", r"\b(?:advise|recommend|propose|suggest)\w*|\badvice\b"),
                ("the capital", r"\b(?:Islamabad|Tehran|Pakistan|Iran)\b"),
            )
            if not re.search(pattern, opening, re.IGNORECASE)
        ]
        return f"Not in the first {OPENING} words: {', '.join(lacking)}." if lacking else None


@dataclass(frozen=True)
class ReadByThatEvening(FormCheck):
    """Every cited row could be read that evening: of a kind that was there, dated, and not dated later."""

    def __call__(self, draft: Draft) -> str | None:
        readable = [row.key for row in draft.rows if row.table in DATED]
        undated = [row.key for row in draft.rows if row.table in (*DATED, "facts") and when(row.key) is None]
        other = [row.key for row in draft.rows if row.table not in (*DATED, "facts")]
        late = [f"{key} of {told_day(day)}" for key in readable if (day := when(key)) and day > EVENING]
        told = {
            "Later than your hour: {}.": late,
            "Without a date, so nobody knows whether it could be read: {}.": undated,
            "Nobody had such a row that evening: {}. Cite events, statements or reports.": other,
        }
        words = [sentence.format(", ".join(keys[:4])) for sentence, keys in told.items() if keys]
        return " ".join(words) or None


ADVICE_MEMO = Exercise(
    key="advice-memo",
    asks="It is the evening of 17 January: advise one capital on one decision, by rows that could be read by then.",
    kind=Prose(
        words=(140, 240),
        checks=(
            OpensWithAdvice(),
            Cites(5, "Cite at least five rows, like [S072].", tables=DATED),
            ReadByThatEvening(),
            BothSides(),
            Begins("Against", "A paragraph that begins “Against”: the strongest reason against your advice."),
            Begins("Who could be hurt", "A line that begins “Who could be hurt”: and how would you know?"),
            Avoids(SIDES),
            Soft(Figures()),
        ),
        rubric={
            "R1": "no recommendation that is clear enough to be refused",
            "R2": "a reason without a row that does not say that it is an assumption",
            "R3": "the strongest reason against is named and not met",
            "R4": "hindsight in the tone: something that only the outcome teaches",
            "R5": "what is unknown is not named, or not how it could be learned by morning",
            "R6": "people who could be hurt are a number or a decoration, or details about them are invented",
        },
    ),
    because="The form is complete. Whether the advice is good, your instructor and your class discuss; what happened "
    "next does not decide it.",
    hints=[
        "Write the line on who could be hurt before the recommendation.",
        "Worked opening on another evening: “To the foreign ministry in Islamabad, 16 December 2023. I advise to offer "
        "a joint inquiry into the attack at Rask before anybody asks for one: Iran's interior minister expects strict "
        "control of the crossings [S052], and Pakistan made such an offer in 2019 [E041].”",
    ],
    minutes=15,
)
