"""Eleven and twelve: figures for both strikes together, and which of them exclude each other."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Letter, holding
from casebook.lookup import find
from casebook.tables import facts

TWELVE = "F19"
ELEVENS = ("C214", "C213", "F18")


def _twelve() -> int:
    return int(find(TWELVE)[1]["value"])


def _leaves_room(key: str) -> bool:
    """Whether a figure of eleven, in either table, can be true together with the twelve."""
    if key.startswith("F"):
        return str(facts().set_index("fact_id").at[key, "value"]).startswith("at least")
    upper = find(key)[1]["count_high"]
    return bool(pd.isna(upper) or upper >= _twelve())


def _excluded() -> set[str]:
    return {key for key in ELEVENS if not _leaves_room(key)}


ELEVEN_AND_TWELVE = Exercise(
    key="eleven-and-twelve",
    asks="Which of three reports of eleven people killed, on both sides, cannot be true together with twelve.",
    kind=Letter(
        {
            "A": "All three: eleven is not twelve.",
            "B": "The newspaper that prints eleven without “at least” (C213), and no other.",
            "C": "None: one person more or less is the same toll, rounded.",
            "D": "The article's (C214), because its own later figures imply another number.",
        }
    ),
    answer=lambda: holding(
        A=_excluded() == set(ELEVENS), B=_excluded() == {"C213"}, C=not _excluded(), D=_excluded() == {"C214"}
    ),
    misreadings=[
        Misreading(
            "lower-bound-read-as-exact",
            lambda: "A",
            did="You read “at least eleven” as “eleven”.",
            why="A lower bound stays true when more have died.",
            next="Write each figure with its two ends: which of these leave room?",
        ),
        Misreading(
            "difference-rounded-away",
            lambda: "C",
            did="You called the gap rounding.",
            why="No report says that it rounds, and one person more is somebody.",
            next="Look for a figure that has an upper end.",
        ),
        Misreading(
            "unlike-is-untrue",
            lambda: "D",
            did="You took a figure that sits badly with others in its text for one that they exclude.",
            why="It has no upper end. That its writer seems to hold two counts is strange, and no contradiction.",
            next="Compare `count_high` in C213 and C214.",
        ),
    ],
    because="Two with nine fits the eleven of AP and Al Jazeera (F18) and of La Jornada (C213); two with ten fits the "
    "twelve of several Spanish-language reports (F19). So both have a history. The article's opening fits the one, "
    "its later sentences the other; our coder calls the opening imprecise (K03).",
    not_shown="It does not show which count its writer used, nor how many people were killed.",
    hints=[
        "Write them as ranges: “11 or more”, “11 to 11”, “12 to 12”. Which two have no number in common?",
        "Worked on Erbil (E078): “at least four” (C096) leaves room for the five of C101; exactly four (C094) does "
        "not. Both say four.",
    ],
    sources=["C214", "C213", "F18", "F19", "K03"],
    minutes=4,
)
