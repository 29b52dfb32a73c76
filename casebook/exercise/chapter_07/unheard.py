"""Who is acted upon and never speaks."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.tables import actors, events, statements

FIRST, LAST = "2024-01-16", "2024-01-29"
STATES = {"IRN": "iran", "PAK": "pakistan"}


def _in_those_days(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["date"].between(FIRST, LAST)]


def _ids(column: pd.Series) -> set[str]:
    return set(column.dropna().astype(str))


def _targets() -> set[str]:
    return _ids(_in_those_days(events())["target_id"])


def _speakers(*columns: str) -> set[str]:
    said = _in_those_days(statements())
    return set().union(*(_ids(said[column]) for column in columns))


def _as_states(ids: set[str]) -> set[str]:
    """Bodies and persons as the state whose country they have."""
    country = dict(zip(actors()["actor_id"], actors()["country"], strict=True))
    return {STATES.get(country.get(each, ""), each) for each in ids}


def _unheard() -> set[str]:
    return _as_states(_targets()) - _as_states(_speakers("speaker_id", "speaks_for_id"))


def _of_the_strikes() -> set[str]:
    rows = events()
    return _ids(rows.loc[rows["event_id"].isin(["E081", "E092"]), "target_id"])


def _which_speak(ids: frozenset[str]) -> str:
    targets = ids & _as_states(_targets())
    speak = ids & _as_states(_speakers("speaker_id", "speaks_for_id"))
    told = (
        f"Ids given: {len(ids)}. Acted upon in those days: {len(targets)}. Of yours, heard in those days: {len(speak)}."
    )
    if not ids:
        return f"{told} An empty set says that everybody who was acted upon was heard. Which steps led there?"
    if len(targets) < len(ids):
        return f"{told} Begin with who was acted upon: the `target_id` of `acts`, mapped with `up`."
    return f"{told} Three sets: who was acted upon, who spoke, for whom somebody spoke. Map all three with `up`."


NOT_IN_THE_ROOM = Exercise(
    key="not-in-the-room",
    asks="From 16 to 29 January: who is acted upon and never speaks, if bodies count as their state.",
    kind=SetOf("actors.actor_id"),
    answer=_unheard,
    misreadings=[
        Misreading(
            "no-mapping",
            lambda: _targets() - _speakers("speaker_id"),
            did="You looked for the names of states among the speakers.",
            why="A state speaks through persons, and none of the rows has a country itself as speaker.",
            next="Take off `speaks_for_id` as well, all ids mapped with `up`.",
        ),
        Misreading(
            "organs-apart",
            lambda: _targets() - _speakers("speaker_id", "speaks_for_id"),
            did="You kept the bodies of states apart.",
            why="An army is spoken for by its state, which was heard on most of those days.",
            next="Map the ids with `up`: those who were acted upon, too.",
        ),
        Misreading(
            "strikes-only",
            _of_the_strikes,
            did="You looked at the two strikes only.",
            why="By our rule the target of a strike is the state that was hit, and states were heard.",
            next="Take all events of the days, not the strikes alone.",
        ),
    ],
    gap=_which_speak,
    because="They are acted upon, and nobody is coded as speaking for them. And even they appear for E112 alone: at "
    "Koh-e-Sabz and near Saravan the coded target is a state.",
    not_shown="It does not show that nobody asked these people. Their names are left out on purpose; their words are "
    "hardly in the sources.",
    hints=[
        "A state is heard through its ministries. Who is heard through nobody?",
        "Worked on E075, a few days before: its target is iran-police. With `up` it becomes iran, officials spoke for "
        "iran, and so it leaves the set.",
    ],
    sources=["E112", "E081", "E092"],
    minutes=4,
)
