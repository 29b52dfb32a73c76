"""Whom the words mourn: a move has an address."""

import pandas as pd

from casebook.exercise.chapter_05.guidance import next_step
from casebook.exercise.chapter_05.spoken import spoken
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf

KILLED_NEAR_SARAVAN = "E092"


def _made(*kinds: str, event: str = KILLED_NEAR_SARAVAN) -> pd.DataFrame:
    rows = spoken()
    return rows[rows["move"].isin(kinds) & (rows["event_id"] == event)]


def _sides(rows: pd.DataFrame) -> set[str]:
    return set(rows["speaks_for_id"].dropna())


def _any_grief() -> pd.DataFrame:
    rows = spoken()
    return rows[(rows["move"] == "mourn") & rows["date"].between("2024-01-16", "2024-01-29")]


WHO_MOURNED = Exercise(
    key="who-mourned",
    asks="Which sides are coded as mourning the people killed near Saravan.",
    kind=SetOf("statements.speaks_for_id"),
    answer=lambda: _sides(_made("mourn")),
    misreadings=[
        Misreading(
            "any-grief-in-the-fortnight",
            lambda: _sides(_any_grief()),
            did="You searched by date.",
            why="Those days hold other deaths, and grief has an address.",
            next="Filter the event.",
        ),
        Misreading(
            "condemning-is-mourning",
            lambda: _sides(_made("mourn", "condemn")),
            did="You let condemning stand for mourning.",
            why="One speaks about an act, the other about people.",
            next="Keep the move that the task names.",
        ),
        Misreading(
            "people-not-sides",
            lambda: set(_made("mourn")["speaker_id"]),
            did="You listed the speakers.",
            why="The task asks for whom they speak.",
            next="Take the column beside it: `speaks_for_id`.",
        ),
        Misreading(
            "dated-only",
            lambda: _sides(_made("mourn").loc[lambda rows: rows["date"].notna()]),
            did="You lost statements that have no date.",
            why="Their pages are undated; their event is not in doubt.",
            next="Filter by event alone, without a condition on dates.",
        ),
        Misreading(
            "the-other-event",
            lambda: _sides(_made("mourn", event="E112")),
            did="Those are the sides that mourn the nine workers of 27 January.",
            why="It is another event, with another address.",
            next="Filter for E092.",
        ),
    ],
    gap=lambda given: next_step(
        given,
        _sides(_made("mourn")),
        "statements.speaks_for_id",
        odd="One move, `mourn`; one event, E092; then the column `speaks_for_id`.",
        more="Look for the move `mourn` and the event E092, without a condition on dates.",
    ),
    because="A party and an organisation (S127, S176, S177), and no state. For the nine workers of 27 January both "
    "states mourn (E112). Iran condemned the strike and called the villagers non-Iranian (S099, S100); Pakistan spoke "
    "of militants (S091).",
    not_shown="It does not show who grieved. One coder read mostly excerpts, and private grief leaves no row.",
    hints=[
        '`spoken = moves.merge(statements, on="statement_id")` has move, event and side in one table.',
        "Worked on Kerman, E071: iran, pakistan and un-security-council mourn in the table; Pakistan does in S059 and "
        "S060.",
    ],
    sources=["S127", "S176", "S177"],
    minutes=5,
)
