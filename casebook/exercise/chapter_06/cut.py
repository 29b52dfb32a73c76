"""A sequence cut out of the table by a rule: who, towards whom, and in which class."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.exercise.sieve import ids, sieved
from casebook.reciprocity import CONFLICT, DEEDS, FIRST, LAST, STATES, acts, with_countries

NAMES = ("iran", "pakistan")


def _fortnight() -> pd.DataFrame:
    rows = with_countries()
    return rows[rows["date"].between(FIRST, LAST)]


def _conflict() -> pd.DataFrame:
    rows = _fortnight()
    return rows[rows["quad_class"].isin(CONFLICT)]


def _by_a_state() -> pd.DataFrame:
    rows = _conflict()
    return rows[rows["by"].isin(STATES)]


def _called_so() -> pd.DataFrame:
    rows = _conflict()
    return rows[rows["initiator_id"].isin(NAMES) & rows["target_id"].isin(NAMES)]


ACTS_BETWEEN = Exercise(
    key="acts-between-the-two",
    asks="The acts of conflict, 16 to 29 January 2024, by one of the two states towards the other.",
    kind=SetOf("events.event_id"),
    answer=lambda: ids(acts()),
    misreadings=[
        Misreading(
            "exact-names",
            lambda: ids(_called_so()),
            did="You kept rows whose actor is called exactly `iran` or `pakistan`.",
            why="States act through bodies: guards, ministries, forces. Each of these has an id of its own.",
            next="Filter `by` and `to`, the countries of the two actors, instead of their names.",
        ),
        Misreading(
            "every-conflict-row",
            lambda: ids(_conflict()),
            did="You kept every row coded as conflict.",
            why="Armed groups, gunmen, families and third states are among them. A rule about two states cannot be "
            "tested on these.",
            next="Ask of each row: who, and towards whom?",
        ),
        Misreading(
            "any-target",
            lambda: ids(_by_a_state()),
            did="You asked who acted, and not towards whom.",
            why="A clash with an armed group is an act of a state, and not one towards the other state. A drill has "
            "no target at all.",
            next="Filter `to` as well.",
        ),
        Misreading(
            "deeds-only",
            lambda: ids(acts().query("quad_class == @DEEDS", local_dict={"DEEDS": DEEDS})),
            did="You kept deeds, and dropped words.",
            why="A protest is conflict too, as the codebook uses the word; without the words no rule about them can "
            "be tested.",
            next='Include both classes of conflict that `cb.about("events", "quad_class")` names.',
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "events": ids(with_countries()),
            "of 16 to 29 January": ids(_fortnight()),
            "coded as conflict": ids(_conflict()),
            "by one of the two states": ids(_by_a_state()),
            "towards the other": ids(acts()),
        },
        "A state's bodies count as the state.",
    ),
    because="Each is acknowledged by the side that acted: what is open here is not who, but what the acts count as. "
    "Left out on purpose: armed groups and unknown gunmen (E089, E097, E112), a third state (E091), a clash with a "
    "group (E088), a drill without target (E098), families (E114).",
    not_shown="It does not show that nothing else happened between the two: it shows what was reported and coded.",
    hints=[
        "Four conditions: two about countries, one that the countries differ, one about the class.",
        "Worked on 2017: E029 is by Iran's armed forces towards Pakistan, so it is in. E027 is by a group, which has "
        "no country here, so it is out. E030 is by Pakistan towards Iran: in.",
    ],
    sources=["E081", "E083", "E084", "E085", "E086", "E092", "E093", "E094", "E095"],
    minutes=6,
)
