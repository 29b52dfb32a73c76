"""Who acted, and who says so: organs of a state, and claims in a group's own words."""

from collections.abc import Iterable

import pandas as pd

from casebook.charts.sides import root
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.exercise.sieve import ids, sieved
from casebook.tables import actors, events, moves, statements


def _exchange() -> pd.DataFrame:
    rows = events()
    return rows[(rows["phase"] == "exchange") & rows["initiator_id"].notna()]


def _by(initiators: Iterable[str]) -> set[str]:
    rows = _exchange()
    return ids(rows[rows["initiator_id"].isin(set(initiators))])


def _bodies(column: str, value: str) -> set[str]:
    rows = actors()
    return ids(rows[rows[column] == value])


def _of_iran() -> set[str]:
    return _by(actor for actor in actors()["actor_id"] if root(actor) == "iran")


ACTS_OF_A_STATE = Exercise(
    key="acts-of-a-state",
    asks="The events of the exchange whose initiator is Iran or a body that belongs to it by `part_of`.",
    kind=SetOf("events.event_id"),
    answer=_of_iran,
    misreadings=[
        Misreading(
            "state-name-only",
            lambda: _by({"iran"}),
            did="You kept the rows whose initiator is the word for the state.",
            why="States act through bodies, and the strike itself is not in your set.",
            next="Filter by where `top` arrives from each initiator.",
        ),
        Misreading(
            "one-step-up",
            lambda: _by({"iran"} | _bodies("part_of", "iran")),
            did="You climbed one step.",
            why="A body of a body belongs to the state too, and one row of 17 January is two steps down.",
            next="Repeat the step until nothing has a parent.",
        ),
        Misreading(
            "country-is-the-state",
            lambda: _by(_bodies("country", "IRN")),
            did="You used the country of the actor.",
            why="It says where a body sits, not for whom it acts. One of your rows has as its initiator media that "
            "named no official.",
            next="Use `part_of` in place of `country`.",
        ),
        Misreading(
            "target-for-initiator",
            lambda: ids(_exchange().query("target_id == 'iran'")),
            did="You chose what was done towards Iran.",
            why="`initiator_id` is who is reported to have acted; `target_id` is towards whom.",
            next="Read one of your rows aloud: who is its initiator, who its target?",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "events in the table": ids(events()),
            "of the exchange, with an initiator": ids(_exchange()),
            "climbing by `part_of` to Iran": _of_iran(),
        },
        "List the different initiators of the exchange and climb from each.",
    ),
    because="Five rows have the state itself as initiator; the others its Guards, the Guards' ground forces, its "
    "foreign ministry and its armed forces. E082 stays out: `actors` makes no outlet part of a state, and no official "
    "was named.",
    not_shown="It does not show that Iran began all of these: E079, E080, E087 and E102 are joint acts, where the "
    "column holds the party that is named first.",
    hints=[
        '`exchange["initiator_id"].map(top)` climbs from every initiator at once. Compare what comes back with '
        '`"iran"`.',
        "Worked on Pakistan, after the exchange: E105 has the initiator `pakistan-nsc`, a committee. It is part of "
        "`pakistan`, and that is part of nothing. So E105 counts as an act of Pakistan.",
    ],
    sources=["E081", "E082", "E088", "E094", "E098", "E102"],
    minutes=7,
)


def _attacks() -> pd.DataFrame:
    rows = events()
    return rows[(rows["date"] >= "2023-01-01") & rows["event_type"].isin(["armed_attack", "assassination"])]


def _claimed() -> pd.DataFrame:
    rows = _attacks()
    return rows[rows["responsibility"] == "claimed"]


def _in_own_words() -> set[str]:
    """Events with a statement in which the initiator claims them."""
    claims = statements().merge(moves().query("move == 'claim_responsibility'"), on="statement_id")
    claims = claims.merge(events()[["event_id", "initiator_id"]], on="event_id")
    return set(claims.loc[claims["speaker_id"] == claims["initiator_id"], "event_id"])


WHO_SAYS_THEY_DID_IT = Exercise(
    key="who-says-they-did-it",
    asks="The attacks since 2023 that are reported as claimed, where no row holds the claim in the group's own words.",
    kind=SetOf("events.event_id"),
    answer=lambda: ids(_claimed()) - _in_own_words(),
    misreadings=[
        Misreading(
            "column-is-the-claim",
            lambda: ids(_claimed()),
            did="You listed every row that is marked as claimed.",
            why="The word says that a claim is reported. It is not the claim.",
            next="Keep the events for which `claimed` has no statement by the group itself.",
        ),
        Misreading(
            "unclaimed-for-unquoted",
            lambda: ids(_attacks()) - ids(_claimed()),
            did="You listed attacks that nobody is reported to have claimed.",
            why="The question is about the others: a claim is reported, and we ask whether we hold it.",
            next="Filter `responsibility` first.",
        ),
        Misreading(
            "any-voice-will-do",
            lambda: ids(_claimed()) - set(statements()["event_id"].dropna()),
            did="You struck out every event on which anybody spoke.",
            why="Often the other side speaks, and a government's word about a claim is not the claim.",
            next="Compare who speaks with who is said to have acted.",
        ),
        Misreading(
            "the-best-known-group",
            lambda: ids(_claimed().query("initiator_id == 'jaish-al-adl'")) - _in_own_words(),
            did="You followed one group.",
            why="Other groups claim attacks as well, on soldiers on the other side of the border.",
            next="Drop the condition on the name.",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "events in the table": ids(events()),
            "attacks since January 2023": ids(_attacks()),
            "reported as claimed": ids(_claimed()),
            "no claim of its own in `claimed`": ids(events()) - _in_own_words(),
        },
        "Go through the attacks reported as claimed, one by one.",
    ),
    because="For E054 (BLF), E055 (BLA), E075 and E126 (Jaish al-Adl) pages report a claim, and no row holds it in the "
    "group's words. For E126 an official doubts the claim (S162). A claim that we do hold can be second-hand too: "
    "S081 is relayed by IRNA and names nobody.",
    not_shown="That no row holds a claim is our silence, not the group's. And a claim is an interested statement, not "
    "evidence of the act.",
    hints=[
        "Two sets: the events that are reported as claimed, and the events in `claimed` where `speaker_id` equals "
        "`initiator_id`. A minus sign between two sets takes the second from the first.",
        "Worked on earlier years: E015 is claimed, and S004 is the group's own text. E048 is claimed by the BLA, and "
        "no statement carries it: E048 would be in your set, E015 would not.",
    ],
    sources=["E054", "E055", "E075", "E126", "S081", "S162"],
    minutes=6,
)
