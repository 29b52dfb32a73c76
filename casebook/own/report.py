"""What the check of a data folder says, as a card: the first messages, and how many are left."""

from pathlib import Path

from casebook.exercise import messages
from casebook.exercise.note import Note, Part
from casebook.integrity import examine
from casebook.language import counted, say

MOST = 4
HEAD = say("First")
AGAIN = say("Mend these and check again: one slip can hide another.")
NOTHING = say("The form holds, and no rule speaks. Whether a row says what its sentence says, a reader must judge.")


def checked(folder: Path) -> Note:
    """The check of a folder; the same lines as `casebook data check`.

    Examples
    --------
    >>> from casebook.folders import PRACTICE
    >>> checked(PRACTICE).heading
    'No faults'
    """
    found = examine(folder)
    if not found.faults:
        return Note(
            say("No faults"), folder.name, (Part(say("What this says"), NOTHING), Part(say("Examined"), str(found)))
        )
    lines = tuple(str(fault) for fault in found.faults[:MOST])
    count = counted("{number} fault", "{number} faults", len(found.faults))
    return Note(count, folder.name, (Part(HEAD, points=lines), Part(messages.NEXT, AGAIN)))
