"""The harm that the shots did, as rows: one giver, one measure, one figure."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from casebook.exercise import messages
from casebook.exercise.chapter_08.practice import key, shots
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Frame
from casebook.exercise.kinds.cells import Scalar
from casebook.exercise.kinds.columns import Row
from casebook.exercise.kinds.description import is_a
from casebook.exercise.kinds.kind import Reading

COLUMNS = ("reporter_id", "measure", "scope", "count_low", "count_high", "qualifier", "echo_of")
GIVER, MEASURE, SCOPE, LOW, HIGH, QUALIFIER, ECHO = range(len(COLUMNS))
LEDGER, MINISTER, GROUP, DIRECTOR = "wester-quay-ledger", "dorn-aubrick", "rushlight", "ansel-quillfen"


@dataclass(frozen=True)
class Reports(Frame):
    """Rows of casualty reports. One that says which row it repeats may stand or not: it is left out here."""

    def read(self, answer: object) -> Reading:
        found = super().read(answer)
        rows = [tuple(map(_count, COLUMNS, row)) for row in found.value]
        slips = (messages.NUMBER_IN_QUOTES,) if rows != found.value else ()
        return Reading([row for row in rows if row[ECHO] is None], (*found.slips, *slips))


def _count(column: str, cell: Scalar) -> Scalar:
    """A count that was written as a text, as the number that it is."""
    counts = column in ("count_low", "count_high")
    return int(cell) if counts and is_a(cell, str) and re.fullmatch("[0-9]{1,3}", cell) else cell


def _own() -> pd.DataFrame:
    rows = shots()[[*COLUMNS]]
    return rows[rows["echo_of"].isna()]


def _any(test: Callable[[Row], object]) -> Callable[[list[Row], list[Row]], bool]:
    """Whether a row of the answer shows the misreading."""
    return lambda given, wrong: any(map(test, given))


def _counted(given: list[Row]) -> str:
    there = [tuple(None if pd.isna(cell) else cell for cell in row) for row in _own().to_numpy(dtype=object)]
    met = [row for row in there if any(_alike(row, each) for each in given)]
    odd = len(given) - sum(any(_alike(row, each) for row in there) for each in given)
    silent = sorted({_giver(row) for row in there if row not in met} & {_giver(each) for each in given})
    told = f"Rows: {len(given)}; in the key: {len(given) - odd}; not in it: {odd}; still to find: "
    told += f"{len(there) - len(met)}. "
    if strange := {str(row[GIVER]) for row in given} - {*key("actors")["actor_id"], "None"}:
        return told + f"Nobody in the folder has the key {min(strange)[:40]}; where nobody is named, write `None`."
    if len(met) == len(there) and not odd:
        return told + "One of yours stands twice, and one report is one row: `rows.drop_duplicates()`."
    if len(met) == len(there):
        extra = next(_giver(each) for each in given if not any(_alike(row, each) for row in there))
        return told + (
            f"None is missing. Look at your row for {extra} that is too many: does its sentence speak of the shots, "
            "and of people whom no other row of yours holds?"
        )
    if silent:
        return told + f"Look again at what you gave for {silent[0]}: measure, scope, both counts and the qualifier."
    return told + "List everybody who says something about harm, in the fourth paragraph and in the headline."


def _giver(row: Row) -> str:
    return str(row[GIVER] or "the headline")


def _alike(one: Row, two: Row) -> bool:
    return all(a == b for a, b in zip(one, two, strict=True))


ROWS_FOR_THE_SHOTS = Exercise(
    key="rows-for-the-shots",
    asks="The casualty rows for the shots: who gives which figure, of whom.",
    kind=Reports(COLUMNS),
    answer=_own,
    misreadings=[
        Misreading(
            "copy-as-witness",
            lambda: shots()[[*COLUMNS]].assign(echo_of=None),
            did="You made a row for the newspaper and left `echo_of` blank.",
            why="It cites the office: the same report, printed twice.",
            next="Say in `echo_of` whom it repeats, or leave the row out.",
            matches=_any(lambda row: row[GIVER] == LEDGER),
        ),
        Misreading(
            "silence-as-zero",
            lambda: _own().assign(reporter_id=_own()["reporter_id"].replace(MINISTER, "thistermark-coast-guard")),
            did="You made a row for the coast guard.",
            why="It gave no figure and told of no harm: silence is not a report.",
            next="Take the row out: who in that sentence does speak?",
            matches=_any(lambda row: row[GIVER] == "thistermark-coast-guard"),
        ),
        Misreading(
            "families-as-dead",
            lambda: pd.concat([_own(), _own().head(1).assign(reporter_id=None, count_low=6, count_high=6)]),
            did="You counted families.",
            why="Six families asked for help. How many each has lost, and when, nobody says.",
            next="Take the row out: a report needs a giver and people killed or injured.",
            matches=_any(lambda row: 6 in (row[LOW], row[HIGH])),
        ),
        Misreading(
            "part-as-whole",
            lambda: _own().assign(scope="total"),
            did="You let everybody speak of all the dead.",
            why="Some speak of one kind of people only: of civilians, of their own. A part never bounds the whole.",
            next="Let `scope` say of whom each one speaks.",
            matches=_any(lambda row: row[GIVER] in (MINISTER, GROUP) and row[SCOPE] == "total"),
        ),
        Misreading(
            "bound-as-exact",
            lambda: _own().assign(
                count_high=_own()["count_high"].fillna(_own()["count_low"]),
                qualifier=_own()["qualifier"].astype("string").replace("at_least", "exact"),
            ),
            did="You gave a lower bound an upper end.",
            why="“At least” is a lower bound: the speaker knows of no fewer, and says nothing of more.",
            next="Leave the upper count blank, as the qualifier for a lower bound wants it.",
            matches=_any(
                lambda row: row[GIVER] == DIRECTOR and row[LOW] == 5 and (row[HIGH] or row[QUALIFIER] == "exact")
            ),
        ),
        Misreading(
            "denial-left-out",
            lambda: _own()[_own()["qualifier"] != "none"],
            did="Somebody is missing who says that nobody of a kind was hurt.",
            why="That is a report too, and it is in dispute. Leaving it out settles the dispute for the reader.",
            next="Give it its rows: nobody is 0 and 0, and of one kind of people only.",
        ),
        Misreading(
            "no-number-left-out",
            lambda: _own()[_own()["qualifier"] != "no_figure"],
            did="You left out a speaker who tells of people lost and gives no number.",
            why="Harm without a number is a report; a blank is not a zero.",
            next="Give it a row with both counts blank.",
        ),
        Misreading(
            "killed-only",
            lambda: _own()[_own()["measure"] == "killed"],
            did="You left out the injured.",
            why="Harm has two measures, and two givers speak of both.",
            next="Give each measure its own row.",
        ),
    ],
    gap=_counted,
    because="Seven rows: four givers, and a headline without one; the newspaper's copy is an eighth, or is left out. "
    "They disagree, and the table keeps it so. The real tables hold each kind: a denial for one group, loss without a "
    "number, an echo, a lower bound.",
    not_shown="It does not show how many died.",
    hints=[
        "For each: first the giver, then the people spoken of, then the number and how it is worded.",
        "Worked on the fire: the brigade says that nobody was killed or injured. Two rows, one for each measure; 0 and "
        "0, qualifier none, scope total, because it speaks of everybody.",
    ],
    sources=["C168", "C130", "C136", "C148"],
    minutes=10,
)
