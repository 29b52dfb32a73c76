"""One call, two readouts: what one side's text gives the other side's minister."""

from casebook.exercise.chapter_05.guidance import next_step
from casebook.exercise.chapter_05.spoken import moves_of
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.tables import statements

CALL, JILANI = "E087", "jalil-abbas-jilani"
IRANIAN, PAKISTANI = "Iranian readout", "Pakistani readout"


def _readout(account: str, speaker: str | None = None) -> list[str]:
    """The statements of the call that one account tells; of one speaker, if one is named."""
    rows = statements()
    rows = rows[(rows["event_id"] == CALL) & rows["audience"].str.contains(account)]
    return list(rows.loc[rows["speaker_id"] == speaker if speaker else rows.index == rows.index, "statement_id"])


IN_TEHRANS_WORDS = Exercise(
    key="jilani-in-tehrans-words",
    asks="Which moves somebody can give Jilani who has only the Iranian account of the call.",
    kind=SetOf("moves.move"),
    answer=lambda: moves_of(*_readout(IRANIAN, JILANI)),
    misreadings=[
        Misreading(
            "both-accounts-poured-together",
            lambda: moves_of(*_readout(IRANIAN, JILANI), *_readout(PAKISTANI, JILANI)),
            did="You joined what two texts give the same man.",
            why="Poured together they make a speech that neither text contains.",
            next="Choose one account by its `audience` before you look up moves.",
        ),
        Misreading(
            "the-other-account",
            lambda: moves_of(*_readout(PAKISTANI, JILANI)),
            did="You used the account that his own side published.",
            why="The editor in Tehran does not have it.",
            next="Read the words in brackets in `audience`, for each row of the call.",
        ),
        Misreading(
            "everyone-on-the-line",
            lambda: moves_of(*_readout(IRANIAN)),
            did="You took every move of that account.",
            why="Most of them are made by its own minister.",
            next="Choose the speaker as well as the account.",
        ),
    ],
    gap=lambda given: next_step(
        given,
        moves_of(*_readout(IRANIAN, JILANI)),
        "moves.move",
        odd="Keep the moves of the row of the call that has the right speaker **and** the right account.",
        more="Look up the moves of the row of the call that has the right speaker and the right account.",
    ),
    because="One move in S078, four in S076, none shared. A readout is a selection: each side publishes the part that "
    "it can live with.",
    not_shown="It does not show what Jilani said, nor that either text is false. S078 reaches us through a page that "
    "translates a post of Iran's foreign ministry: a second hand is in it.",
    hints=[
        "First find the row: its speaker, and the words in brackets in its `audience`. Then its moves: "
        '`moves[moves["statement_id"] == ...]`.',
        "Worked on S077: speaker Amir-Abdollahian, Iranian readout; its moves are deny, justify and reassure. They are "
        "his, so they are not meant.",
    ],
    sources=["S076", "S078"],
    minutes=5,
)
