"""What the check of a data folder says, as a card: the first messages, and how many are left."""

from pathlib import Path

from casebook.exercise.note import Note, Part
from casebook.integrity import examine

MOST = 4
HEAD = "First"
AGAIN = "Mend these and check again: one slip can hide another."
NOTHING = "The form holds, and no rule speaks. Whether a row says what its sentence says, a reader must judge."


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
        return Note("No faults", folder.name, (Part("What this says", NOTHING), Part("Examined", str(found))))
    lines = tuple(str(fault) for fault in found.faults[:MOST])
    count = f"{len(found.faults)} fault{'s' if len(found.faults) > 1 else ''}"
    return Note(count, folder.name, (Part(HEAD, points=lines), Part("Next step", AGAIN)))
