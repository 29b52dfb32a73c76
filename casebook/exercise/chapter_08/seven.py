"""Seven pieces of a paragraph about harm: what each becomes in a table."""

import pandas as pd

from casebook.exercise.chapter_08.practice import key, shots
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Column
from casebook.exercise.kinds.cells import Scalar

LETTERS = "abcdefg"
WORDS = {"none": "zero", "no_figure": "blank", "at_least": "bound"}
NO_ROW = "no-row"


def _becomes(report: pd.Series) -> str:
    return "echo" if pd.notna(report["echo_of"]) else WORDS[report["qualifier"]]


def _of(rows: pd.DataFrame, reporter: str, measure: str = "killed") -> str:
    mine = rows[(rows["reporter_id"] == reporter) & (rows["measure"] == measure)]
    return _becomes(mine.iloc[0]) if len(mine) else NO_ROW


def _cited(words: str) -> bool:
    """Whether a casualty row rests on the sentence with these words."""
    passages = key("passages")
    mine = passages.loc[passages["text"].str.contains(words), "passage_id"]
    return bool(key("evidence").query("table == 'casualties'")["passage_id"].isin(mine).any())


def _answer(**other: str) -> pd.Series:
    everywhere = key("casualties")
    right = {
        "a": _of(shots(), "dorn-aubrick"),
        "b": _of(shots(), "thistermark-coast-guard"),
        "c": _of(shots(), "rushlight"),
        "d": _of(everywhere, "high-sallow-fire-brigade"),
        "e": "row" if _cited("Six families") else NO_ROW,
        "f": _of(shots(), "ansel-quillfen"),
        "g": _of(shots(), "wester-quay-ledger"),
    }
    return pd.Series(right | other)


def _how_many(given: dict[str, Scalar]) -> str:
    right = _answer()
    met = sum(given[letter] == right[letter] for letter in LETTERS)
    odd = sorted({str(word) for word in given.values()} - {*WORDS.values(), "echo", NO_ROW})
    spelled = f" Not one of the five words: {', '.join(odd[:3])}." if odd else ""
    return (
        f"{met} of 7 agree.{spelled} For each of the others ask four things: who speaks; of harm, or of none; with "
        "which number; and whose number is it?"
    )


ZERO_BLANK_OR_NOTHING = Exercise(
    key="zero-blank-or-nothing",
    asks="Seven pieces of the text: zero, blank, bound, echo or no-row?",
    kind=Column(labels=[*LETTERS]),
    answer=_answer,
    misreadings=[
        Misreading(
            "silence-is-zero",
            lambda: _answer(b="zero"),
            did="You read silence as a zero.",
            why="The coast guard did not say nobody; it said nothing.",
            next="Ask of b whether anybody speaks of harm there.",
            matches=lambda given, wrong: given["b"] == wrong["b"],
        ),
        Misreading(
            "silence-is-blank",
            lambda: _answer(b="blank"),
            did="You made a row of silence.",
            why="Blank counts are for speakers who tell of harm without a number.",
            next="Ask of b whether its speaker tells of any.",
            matches=lambda given, wrong: given["b"] == wrong["b"],
        ),
        Misreading(
            "families-are-dead",
            lambda: _answer(e="bound"),
            did="You counted families as people killed.",
            why="They asked for help. How many died in each, and when, is not said.",
            next="Look in e for a giver and a figure of killed.",
            matches=lambda given, wrong: given["e"] in ("bound", "zero", "blank"),
        ),
        Misreading(
            "lost-is-zero",
            lambda: _answer(c="zero"),
            did="You coded a loss as nobody.",
            why="The speaker of c says that people were lost, and gives no number.",
            next="Which word is for harm without a number?",
            matches=lambda given, wrong: given["c"] == wrong["c"],
        ),
        Misreading(
            "copy-is-a-count",
            lambda: _answer(g="bound"),
            did="You took the newspaper's four for a count of its own.",
            why="It cites the office: one report, printed twice.",
            next="Ask of g whose number it is.",
            matches=lambda given, wrong: given["g"] in ("bound", "zero", "blank"),
        ),
    ],
    gap=_how_many,
    because="Nobody needs a speaker, a blank needs harm, an echo needs its source, and silence needs nothing. The real "
    "tables have the same kinds: a denial, losses without a number, a copy.",
    not_shown="It does not make the denial true.",
    hints=[
        "Sort the seven by speaker first. One of them has none.",
        "Worked on the real tables: C122 tells of people killed and gives no number, so both counts are blank; in C111 "
        "a ministry says that nobody of one kind was injured: 0 and 0.",
    ],
    sources=["C168", "C132", "C136"],
    minutes=5,
)
