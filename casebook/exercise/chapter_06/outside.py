"""Voices from outside: who urged and who offered, and before which day."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.exercise.sieve import sieved
from casebook.lookup import find
from casebook.reciprocity import FIRST, LAST, STATES
from casebook.tables import actors, moves, statements

SECOND_STRIKE = "E092"
OUTSIDE = ("call_restraint", "offer_mediation")


def _day() -> pd.Timestamp:
    return pd.Timestamp(find(SECOND_STRIKE)[1]["date"])


def _making(*wanted: str) -> pd.DataFrame:
    rows = statements().merge(moves(), on="statement_id")
    countries = actors().set_index("actor_id")["country"]
    rows = rows.assign(side=rows["speaks_for_id"].astype("string").map(countries))
    return rows[rows["move"].isin(wanted)]


def _third_parties() -> pd.DataFrame:
    """What states and bodies other than the two said in the fortnight, with one of the two moves."""
    rows = _making(*OUTSIDE)
    return rows[~rows["side"].isin(STATES) & rows["date"].between(FIRST, LAST)]


def _ids(rows: pd.DataFrame) -> set[str]:
    return set(rows["statement_id"])


def _until(rows: pd.DataFrame, same_day: bool) -> set[str]:
    return _ids(rows[rows["date"] <= _day()] if same_day else rows[rows["date"] < _day()])


SAME_DAY = Exercise(
    key="same-day-is-not-before",
    asks="Third parties' calls for restraint or offers of help, from 16 January on, dated before the second strike.",
    kind=SetOf("statements.statement_id"),
    answer=lambda: _until(_third_parties(), same_day=False),
    misreadings=[
        Misreading(
            "same-day-counted",
            lambda: _until(_third_parties(), same_day=True),
            did="You let the day of the strike count as before.",
            why="The strike is placed at about four in the morning. These statements carry a date and no hour.",
            next="“Before” needs an earlier date here.",
        ),
        Misreading(
            "whole-fortnight",
            lambda: _ids(_third_parties()),
            did="You listed all of them.",
            why="The question is about order: which can have been heard before the second strike?",
            next="Compare each date with that of E092.",
        ),
        Misreading(
            "parties-too",
            lambda: _until(_making(*OUTSIDE), same_day=False),
            did="One of your statements was made for a party to the quarrel, in another year.",
            why="Third parties speak for neither of the two, and the question begins on 16 January.",
            next="Use `outside`, which has both filters.",
        ),
        Misreading(
            "on-the-day",
            lambda: _until(_third_parties(), same_day=True) - _until(_third_parties(), same_day=False),
            did="You gave the statements of the day of the strike itself.",
            why="They may have come after it: the strike fell before dawn, and no hour is coded for them.",
            next="Look for an earlier date.",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "statements": set(statements()["statement_id"]),
            "with one of the two moves": _ids(_making(*OUTSIDE)),
            "by third parties, from 16 January on": _ids(_third_parties()),
            "dated before E092": _until(_third_parties(), same_day=False),
        },
        "Sort `outside` by `date`, and draw a line at the day of E092.",
    ),
    because="One voice is dated between the two strikes, and the second strike came the next day all the same. "
    "Pakistan's spokesperson said that she knew of no mediation (S093).",
    not_shown="It does not show that outside voices did nothing: whether those of 18 January helped to stop a third "
    "strike, dates alone cannot say. Nor does it count what was said in private.",
    hints=[
        "Sort by date and draw a line at the day of E092.",
        "Worked on Rask: S048 condemns, and is dated 15 December 2023, the day of E067. By date alone it stands "
        "neither before nor after; only its words, which speak of the attack, put it after.",
    ],
    sources=["S082", "E092", "S093"],
    minutes=5,
)
