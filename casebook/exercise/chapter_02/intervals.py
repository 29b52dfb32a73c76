"""Intervals instead of days: what two columns can put in order, and what they leave open."""

import pandas as pd

from casebook.exercise.chapter_02.day_cells import row
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import ListOf
from casebook.exercise.kinds.cells import Scalar

PAIRS = (("E066", "E065"), ("E053", "E054"), ("E012", "E016"), ("E107", "E110"), ("E139", "E019"), ("E122", "E123"))
WORDS = ("before", "after", "open")


def _by(one: str, other: str) -> list[str]:
    """The word for each pair if the first is compared by one column, the second by another."""

    def word(first: pd.Series, second: pd.Series) -> str:
        if first[other] < second[one]:
            return "before"
        return "after" if first[one] > second[other] else "open"

    return [word(row(first), row(second)) for first, second in PAIRS]


def _vague_set_aside() -> list[str]:
    vague = [any(row(key)["date_precision"] != "day" for key in pair) for pair in PAIRS]
    return ["open" if each else word for each, word in zip(vague, _by("date", "date_end"), strict=True)]


def _agreeing(given: list[Scalar]) -> str:
    if len(given) != len(PAIRS):
        return f"One word for each of the {len(PAIRS)} pairs is wanted, in their order. You gave {len(given)}."
    if any(cell not in WORDS for cell in given):
        return 'Only three words are meant here, without capitals: "before", "after", "open".'
    odd = [str(n) for n, pair in enumerate(zip(given, _by("date", "date_end"), strict=True), 1) if len({*pair}) > 1]
    return (
        f"{len(given) - len(odd)} of {len(PAIRS)} agree. Not yet, counted from 1: {', '.join(odd)}. Write both "
        "intervals of each of these pairs on one line of paper, first day to last day: where the two touch, the "
        "columns do not say which came first."
    )


BEFORE_AFTER_OPEN = Exercise(
    key="before-after-or-open",
    asks="For six pairs of events, by `date` and `date_end` alone: before, after or open.",
    kind=ListOf(),
    answer=lambda: _by("date", "date_end"),
    misreadings=[
        Misreading(
            "first-day-as-date",
            lambda: _by("date", "date"),
            did="You compared the first days.",
            why="A row known to the month or year begins on its 1st, whatever happened when.",
            next="Bring `date_end` in: one of two must end before the other begins.",
        ),
        Misreading(
            "last-day-as-date",
            lambda: _by("date_end", "date_end"),
            did="You compared the last days.",
            why="For a row known to the month or year that is a day which nobody reported.",
            next="Ask of each pair whether its intervals touch: where they do, the columns cannot decide.",
        ),
        Misreading(
            "vague-never-sorts",
            _vague_set_aside,
            did="You set aside every row that is known only to a month or year.",
            why="Such a row can still be put in order when its interval does not touch the other.",
            next="Look again at the first pair: on which day does each of the two begin and end?",
        ),
        Misreading(
            "number-for-time",
            lambda: ["before" if first < second else "after" for first, second in PAIRS],
            did="You followed the numbers of the rows.",
            why="Ids are labels. They were given out by first day, and some rows were added later.",
            next="Compare dates, where two things can fall on one day.",
        ),
    ],
    gap=_agreeing,
    because="Where two intervals touch, the columns leave the order open. Notes say more on two pairs: E053 was about "
    "three weeks before 1 February, and the last day of E107 is only that of the latest report. A span can mean that "
    "something lasted, or that we do not know.",
    not_shown="Nothing here shows the hour within a day: E122 and E123 share one.",
    hints=[
        "Draw each of the two as a bar from its first day to its last. Do the bars touch?",
        "Worked on another pair: E098 runs from 18 to 19 January 2024, E103 is 19 January. The 19th is in both, so "
        "neither ended before the other began: the pair is open.",
    ],
    sources=[key for pair in PAIRS for key in pair],
    minutes=6,
)
