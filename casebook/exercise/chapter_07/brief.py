"""Words by their dates and by their grip: hindsight in a brief, and a sentence that binds its speaker."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading, Nearly
from casebook.exercise.kinds import Letter, SetOf, holding
from casebook.lookup import find
from casebook.tables import events, statements

END = "2024-01-17"
# Lines of the draft brief in the notebook, and the statement that each rests on.
LINES = {"a": "S071", "b": "S074", "c": "S106", "d": "S145", "e": "S082", "f": "S087", "g": "S052"}


def _brief() -> pd.DataFrame:
    lines = pd.DataFrame({"letter": [*LINES], "statement_id": [*LINES.values()]})
    about = events()[["event_id", "date", "phase"]].rename(columns={"date": "event_date"})
    return lines.merge(statements(), on="statement_id").merge(about, on="event_id")


def _letters(kept: pd.Series) -> set[str]:
    return set(_brief().loc[kept, "letter"])


def _too_late() -> set[str]:
    return _letters(_brief()["date"] > END)


def _how_many_hold(ids: frozenset[str]) -> str:
    known = ids & LINES.keys()
    told = (
        f"Letters given: {len(ids)}. Of the seven lines: {len(known)}. Dated after the hour: {len(ids & _too_late())}."
    )
    if len(known) < len(ids):
        return f"{told} Letters are wanted, a to g, each in quotation marks."
    if ids and ids < _too_late():
        return f"{told} None has to leave your set, and it is not all. Put beside each other line the date of its row."
    return f"{told} For each line, put the date of its row beside it: when was it said, and not what is it about?"


HINDSIGHT_IN_THE_BRIEF = Exercise(
    key="hindsight-in-the-brief",
    asks="Lines of a draft brief for the end of 17 January that may not stand in it.",
    kind=SetOf(),
    answer=_too_late,
    misreadings=[
        Misreading(
            "by-event",
            lambda: _letters(_brief()["event_date"] > END),
            did="You dated the words by the event that they speak of.",
            why="One line tells of the 16th and was said two days after it: old news in a later mouth.",
            next="Use the date of the statement.",
        ),
        Misreading(
            "by-phase",
            lambda: _letters(~_brief()["phase"].isin(["prelude", "exchange"])),
            did="You used the phase of the event.",
            why="A phase is a label over many days, and one of them holds both strikes.",
            next="Use the date of the statement.",
        ),
        Misreading(
            "too-strict",
            lambda: _letters(_brief()["date"] > "2024-01-16"),
            did="You closed the day too early.",
            why="The brief is for the end of the 17th: words of that day may stand in it, with a note that their hour "
            "is unknown.",
            next="Compare with the evening of the 17th.",
        ),
        Misreading(
            "lines-that-may-stand",
            lambda: set(LINES) - _too_late(),
            did="You gave lines whose words are dated by that evening.",
            why="These could be read at the hour of the brief; the question asks for those that could not.",
            next="Turn the comparison round.",
        ),
    ],
    nearly=[Nearly("capitals", lambda: {each.upper() for each in _too_late()}, "Small letters, as in the brief.")],
    gap=_how_many_hold,
    because="Line f is the easiest to miss: it speaks of people injured on the 16th, in words of the 18th. A brief "
    "with it has read ahead.",
    not_shown="It does not show that the fact was unknown, only that these words came later.",
    hints=[
        "Ask when it was said, and not what it is about.",
        "Worked on two statements about one event, E092: S089 is of 18 January and may stand in a brief of that "
        "evening; S121, of the 19th, may not.",
    ],
    sources=["S106", "S145", "S087"],
    minutes=5,
)

HEAVY, RESERVED, BOUND, CALMING = "S072", "S073", "S014", "S093"


def _names_act_and_condition(key: str) -> bool:
    """Whether our words for a statement put an act after a condition: "otherwise Iran will hit"."""
    return "otherwise" in find(key)[1]["gist"]


BINDING_WORDS = Exercise(
    key="binding-words",
    asks="Which of four sentences binds its speaker to a named act under a named condition?",
    kind=Letter(
        {
            "A": "Iran is held responsible for what follows (S072).",
            "B": "The right to respond is reserved (S073).",
            "C": "If the neighbour does not control its border and close the bases, the hideouts will be hit (S014).",
            "D": "No escalation is sought; talks go on (S093).",
        }
    ),
    answer=lambda: holding(
        A=_names_act_and_condition(HEAVY),
        B=_names_act_and_condition(RESERVED),
        C=_names_act_and_condition(BOUND),
        D=_names_act_and_condition(CALMING),
    ),
    misreadings=[
        Misreading(
            "heavy-words",
            lambda: "A",
            did="You chose the sentence that lays responsibility on somebody.",
            why="It sounds heavy and names no act. What must the speaker do if nothing changes?",
            next="Put each line into the form: if X, then we do Y.",
        ),
        Misreading(
            "right-reserved",
            lambda: "B",
            did="You took a right for a promise.",
            why="A right that is reserved is kept open. It warns, and binds nobody: doing nothing would not break it.",
            next="Look for a sentence that would be broken by doing nothing.",
        ),
        Misreading(
            "calming",
            lambda: "D",
            did="You chose a sentence that calms.",
            why="It binds, if at all, to not acting, and it names no condition.",
            next="Look for an if and a then.",
        ),
    ],
    gap="Give one letter.",
    because="An act and a condition are named: doing nothing would have shown the words to be empty. More than six "
    "years passed between them and the strike.",
    not_shown="It does not show that the strike of 2024 carried out the words of 2017.",
    hints=[
        "Put each line into the form: if X, then we do Y. Which fits without a word added?",
        "Worked on S121: if there is any new breach of sovereignty, then full force. A condition and an act; what the "
        "act is stays open.",
    ],
    sources=["S014", "S072", "S073", "S093"],
    minutes=4,
)
