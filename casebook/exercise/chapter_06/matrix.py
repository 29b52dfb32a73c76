"""Rows and rival explanations: which rows can choose between none of them."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.tables import explanations

TEXTS = ["shows", "does_not_show"]


def _marks() -> pd.DataFrame:
    return explanations().set_index("row_id").drop(columns=TEXTS).astype("string")


def _one_mark() -> set[str]:
    marks = _marks()
    return set(marks.index[marks.nunique(axis=1) == 1])


def _silent() -> set[str]:
    marks = _marks()
    return set(marks.index[(marks == "silent").all(axis=1)])


def _never_against() -> set[str]:
    marks = _marks()
    return set(marks.index[~(marks == "against").any(axis=1)])


def _fits_most() -> set[str]:
    return {str((_marks() == "fits").sum(axis=1).idxmax())}


def _separating(ids: frozenset[str]) -> str:
    known = ids & set(_marks().index)
    told = f"Ids given: {len(ids)}; rows of the matrix: {len(known)}; with one and the same mark seven times: "
    told += f"{len(known & _one_mark())}."
    if len(known) < len(ids):
        return (
            f"{told} Row ids, such as E110, are the index of `marks`: take `.index` of the rows that your filter keeps."
        )
    if known - _one_mark():
        return f"{told} Take one of the others, and find two of its cells that differ: between these two it chooses."
    return f"{told} Go through the remaining rows, and count the different marks in each line."


CANNOT_CHOOSE = Exercise(
    key="rows-that-cannot-choose",
    asks="The rows of the matrix that cannot choose between any two of the seven explanations.",
    kind=SetOf("explanations.row_id"),
    answer=_one_mark,
    misreadings=[
        Misreading(
            "silent-only",
            _silent,
            did="You found the rows that say nothing to anybody.",
            why="A row can also say the same to everybody in another way, and then it chooses as little.",
            next="Look for rows with one mark only, whichever it is.",
        ),
        Misreading(
            "never-against",
            _never_against,
            did="You took the rows that are against nothing.",
            why="Some of these still separate: where one column says `fits` and the next `silent`, the row favours the "
            "first.",
            next="Count the different marks along each row.",
        ),
        Misreading(
            "fits-most",
            _fits_most,
            did="You chose the row that fits most explanations.",
            why="It may look like the strongest evidence. But what every story leads to favours none of them; and "
            "other rows choose as little.",
            next="Count the different marks along each row, silence included.",
        ),
    ],
    gap=_separating,
    because="An announcement to which every story leads, an estimate that did not change, and a reading that somebody "
    "offers: none moves a careful reader from one explanation to another.",
    not_shown="It does not make these rows useless: E110 dates the way back, K58 tells who holds which view. And the "
    "marks are one coder's. Another coder may find other rows.",
    hints=[
        "Look along the rows, not down the columns: `.nunique(axis=1)` counts different values in each row.",
        "Worked on S107: it fits three explanations and is silent on four. Two different marks: it can choose between "
        "some.",
    ],
    sources=["E110", "F56", "K58"],
    minutes=5,
)
