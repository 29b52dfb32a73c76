"""Who is said to have acted, and who says so."""

from casebook.exercise.chapter_08.practice import key
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Letter, holding

CODES = {"A": "acknowledged", "B": "claimed", "C": "attributed", "D": "disputed", "E": "unknown"}
OPTIONS = {
    "A": "acknowledged: whoever acted says so, or its own media do",
    "B": "claimed: an armed group says that it acted",
    "C": "attributed: others say who it was, and nothing is said against it",
    "D": "disputed: others say who it was, and that is denied",
    "E": "unknown: nobody says who it was",
}


def _letter(words: str) -> str:
    """The letter of the code of the event with these words in its title."""
    rows = key("events")
    code = rows.loc[rows["title"].str.contains(words), "responsibility"].iloc[0]
    return holding(**{letter: name == code for letter, name in CODES.items()})


WHO_SET_THE_FIRE = Exercise(
    key="who-set-the-fire",
    asks="How the responsibility for the fire at High Sallow is coded.",
    kind=Letter(OPTIONS),
    answer=lambda: _letter("shed"),
    misreadings=[
        Misreading(
            "first-half",
            lambda: _letter("ferry"),
            did="You saw the blame.",
            why="This code is for acts that others put on somebody while nothing stands against it.",
            next="Read the second half of the sentence about the newspapers.",
        ),
        Misreading(
            "blame-as-claim",
            lambda: "B",
            did="You took blame for a claim.",
            why="A claim comes from the one who is said to have acted.",
            next="Ask who speaks in this sentence, and of whom.",
        ),
        Misreading(
            "left-open",
            lambda: _letter("barge"),
            did="You left it open altogether.",
            why="That is for acts which nobody puts on anybody. Here a name is on record, and something against it.",
            next="Read both halves of the sentence.",
        ),
        Misreading(
            "confession",
            lambda: _letter("patrol boat"),
            did="You coded an acknowledgement.",
            why="To acknowledge is to say it of oneself, or through one's own media.",
            next="Look for the sentence in which anybody does that.",
        ),
    ],
    gap="Read the sentence about the newspapers and the group: there are two voices in it. Then take the one option "
    "that has room for both.",
    because="Named, denied, not established: the code keeps both voices. In the real tables one event is coded so, "
    "E122.",
    not_shown="It does not say who set the fire, nor that it was set at all: the text says that a shed burned down.",
    hints=[
        "Two voices in one sentence: what does each say?",
        "Worked on E089: first reports named nobody; later copies say that a group claimed to have done it. It speaks "
        "of itself, so the code is the one for claims.",
    ],
    sources=["E122"],
    minutes=3,
)
