"""Every file that was handed in: what counts in it, and one line on what is odd about it."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from casebook.exercise.exercise import Exercise
from casebook.exercise.register import all_exercises
from casebook.report import collect, records, words
from casebook.report.notebook import NotANotebookError, code_cells
from casebook.report.records import Kept

UNANSWERED = "unanswered"
# What macOS keeps beside files.
PRIVATE_FILES = ("._", ".DS_Store")


@dataclass(frozen=True)
class Answer:
    """A verdict that counts: where it is from ("read" or "re-run"), and what was written if an instructor reads it."""

    state: str
    label: str | None
    origin: str
    text: str = ""


@dataclass
class File:
    """A file that was handed in: its remarks, and of a notebook of the casebook what counts in it.

    Attributes
    ----------
    path, modified : str, float
        Where, and when last changed.
    digest : str
        A hash of its bytes, where something was answered.
    remarks : list of str
        One sentence each.
    ours : bool
        Whether it is a notebook of the casebook.
    saved : bool
        Whether verdicts are saved in it.
    answers : dict of Answer
        By the key of the exercise.
    cells : list of str
        The code, where it is to be run again.
    """

    path: str
    modified: float = 0
    digest: str = ""
    remarks: list[str] = field(default_factory=list)
    ours: bool = False
    saved: bool = False
    answers: dict[str, Answer] = field(default_factory=dict)
    cells: list[str] = field(default_factory=list)


KNOWN: dict[str, Exercise] = {exercise.key: exercise for _, exercise in all_exercises()}
BY_HAND = {key for key, exercise in KNOWN.items() if exercise.by_hand}


def latest(kept: Iterable[Kept], origin: str, texts: dict[str, str]) -> dict[str, Answer]:
    """The verdict that counts on each exercise: the last, unless it says only that nothing was answered.

    Parameters
    ----------
    kept : iterable of Kept
        From the first to the last.
    origin : str
        "read" or "re-run".
    texts : dict of str
        What was written, by the key of the exercise.
    """
    found = {}
    for each in kept:
        if each.exercise in KNOWN and (each.state != UNANSWERED or each.exercise not in found):
            found[each.exercise] = Answer(each.state, each.label, origin, texts.get(each.exercise, ""))
    return found


def read_file(found: collect.Found, keep_cells: bool) -> File:
    """What a file holds; of one that cannot be read, why.

    Parameters
    ----------
    found : Found
        The file.
    keep_cells : bool
        Whether its code will be run again.
    """
    file = File(found.path, found.modified, remarks=[found.remark] if found.remark else [])
    if found.content is None:
        return file
    *folders, name = PurePosixPath(found.path).parts
    if any(each.startswith(collect.PRIVATE) for each in folders) or name.startswith(PRIVATE_FILES):
        file.remarks = [words.HIDDEN]
        return file
    try:
        cells = code_cells(found.content)
    except NotANotebookError as fault:
        file.remarks.append(str(fault))
        return file
    kept, asked = records.verdicts(cells), records.checked(cells)
    file.ours = bool(asked & KNOWN.keys() or {each.exercise for each in kept} & KNOWN.keys())
    if strange := sorted({each.exercise for each in kept} - KNOWN.keys()):
        file.remarks.append(words.UNKNOWN.format(keys=", ".join(strange[:5])))
    if not file.ours:
        file.remarks.append(words.OTHER_NOTEBOOK)
        return file
    file.saved = bool(kept)
    if not kept:
        file.remarks.append(words.NOT_RUN)
    file.answers = {key: Answer(UNANSWERED, None, "read") for key in KNOWN if key in asked}
    file.answers |= latest(kept, "read", records.answers(cells, BY_HAND))
    if any(answer.state != UNANSWERED for answer in file.answers.values()):
        file.digest = hashlib.sha256(found.content).hexdigest()
    file.cells = [cell.source for cell in cells] if keep_cells else []
    return file


def read_all(source: Path, keep_cells: bool = False, done: Callable[[], object] = lambda: None) -> list[File]:
    """Every file of a folder or zip, one at a time, in order.

    Parameters
    ----------
    source : Path
        A folder or a zip.
    keep_cells : bool
        Whether the code will be run again.
    done : callable, optional
        Called after each entry of the folder.

    Raises
    ------
    SourceError
        If the source is neither, or nothing is in it.
    """
    files = []
    for entry in collect.entries(source):
        files += [read_file(found, keep_cells) for found in collect.files(source, entry)]
        done()
    if not files:
        raise collect.SourceError(words.EMPTY.format(source=source))
    return files
