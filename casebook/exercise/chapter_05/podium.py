"""One podium, many rows: rows are not speech acts."""

import pandas as pd

from casebook.exercise.chapter_05.spoken import spoken
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Number


def _reassuring() -> pd.DataFrame:
    rows = spoken()
    days = rows["date"].between("2024-01-19", "2024-01-29")
    return rows[(rows["move"] == "reassure") & (rows["speaks_for_id"] == "iran") & days]


def _acts() -> int:
    return int(_reassuring()["repeats"].isna().sum())


def _different(*columns: str) -> int:
    """How many different cells the columns have together."""
    return len(_reassuring().drop_duplicates(list(columns)))


def _more_or_less(given: float) -> str:
    return (
        f"{given:g} is too {'many' if given > _acts() else 'few'}. From the rows of the table above, those of Iran "
        "that reassure, leave out each that repeats another: what is left is counted once, whoever speaks and whatever "
        "the day."
    )


ONE_PODIUM = Exercise(
    key="one-podium-many-rows",
    asks="How many speech acts by which Iran reassured, from 19 to 29 January.",
    kind=Number(),
    answer=_acts,
    misreadings=[
        Misreading(
            "rows-as-acts",
            lambda: len(_reassuring()),
            did="You counted rows.",
            why="One press conference was coded once from reports, and again sentence by sentence from the article.",
            next="Read the column `repeats`: what does it name?",
        ),
        Misreading(
            "medium-as-occasion",
            lambda: _different("speaker_id", "date", "medium"),
            did="You counted speaker, day and medium once each.",
            why="The article does not say where all its quotations were spoken, so one podium fell into two media.",
            next="Use the column that knows: `repeats`.",
        ),
        Misreading(
            "speakers-as-acts",
            lambda: _different("speaker_id"),
            did="You counted persons.",
            why="Somebody who reassures on three days does it three times.",
            next="Count rows again, without those that repeat another.",
        ),
        Misreading(
            "days-as-acts",
            lambda: _different("date"),
            did="You counted days.",
            why="A day can hold several voices on several matters.",
            next="Count rows again, without those that repeat another.",
        ),
        Misreading(
            "the-repeated-rows",
            lambda: int(_reassuring()["repeats"].notna().sum()),
            did="You counted the rows that repeat another.",
            why="Those are what one podium was counted for too often. What remains is asked for.",
            next="Turn the condition round: `.isna()` instead of `.notna()`.",
        ),
    ],
    gap=_more_or_less,
    because="S151, S153 and S154 give again what S146 has: one podium. Even so the count may be generous: S144 is so "
    "like S142 that its gist warns of a mix-up.",
    not_shown="It does not show how much Iran reassured, only how much of it we read. S152 reassures too, is credited "
    "to both sides, and belongs to neither in the table.",
    hints=[
        'A blank in `repeats` means: the row repeats no other. `reassuring["repeats"].isna()` is True there.',
        "Worked on Pakistan: S149 and S150 repeat S145, one press conference of Jilani; S147 and S148 of the same day "
        "have other speakers, and stay. Five rows, three acts.",
    ],
    sources=["S146", "S151", "S153", "S154"],
    minutes=6,
)
