"""Whose file it is: from the names that learning platforms and people give to files and folders."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from casebook.exercise.register import chapters
from casebook.folders import NOTEBOOKS

# Moodle: "Full Name_123456_assignsubmission_file/00.ipynb", as a folder or in front of the file's name.
MOODLE = re.compile(r"(?P<name>.+?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)_?")
# Canvas: "lastfirst_LATE_12345_67890_00.ipynb": the student's number, then that of the upload. Weeks and days that
# people write in front of a name are shorter, and no student is called by a number alone.
CANVAS = re.compile(r"(?P<name>(?!\d+_)[^_]+)_(?:LATE_)?(?P<id>\d{3,})_\d{3,}_.+")
# What people and browsers add to a copy.
COPY = re.compile(r"[\s_-]*(?:\(\d+\)|copy\s*\d*|copy of|copia de|copy\(\d+\)|final|v\d+)$", re.IGNORECASE)
EDGES = " _-.,;+"


@dataclass(frozen=True)
class Student:
    """A student as a file names them.

    Attributes
    ----------
    name : str
        In the words of the file or folder.
    canvas, moodle : str
        The number in a file from Canvas; "Participant 123" in a folder from Moodle; empty otherwise.
    """

    name: str
    canvas: str = ""
    moodle: str = ""

    @property
    def key(self) -> str:
        """The same for two files of one student."""
        # A number beside a name may be a year: without the name it would make one student of a class.
        return self.moodle or self.canvas + (_letters(self.name) or self.name)


def _letters(name: str) -> str:
    """A name without what people put between its letters; marks on letters are part of it, however they are kept."""
    whole = unicodedata.normalize("NFC", name).casefold()
    return "".join(sign for sign in whole if unicodedata.category(sign)[0] in "LMN")


def _notebook_names() -> list[str]:
    known = [path.stem for path in NOTEBOOKS.glob("*.ipynb")]
    numbered = [rf"{number}(?=[\W_]|$)" for number in chapters()]
    return [re.escape(name) for name in sorted(known, key=len, reverse=True)] + numbered


def _without_the_notebook(stem: str) -> str:
    """A file's name without the notebook's, and without what was added to a copy."""
    left = stem.removesuffix(".ipynb")
    for name in _notebook_names():
        left, found = re.subn(rf"(?:^|(?<=[\W_])){name}", "", left, count=1, flags=re.IGNORECASE)
        if found:
            break
    while (shorter := COPY.sub("", left.strip(EDGES))) != left:
        left = shorter
    return " ".join(left.split())


def whose(path: str) -> Student:
    """The student who handed in a file.

    Parameters
    ----------
    path : str
        Where the file is in the folder or zip that was given.

    Examples
    --------
    >>> whose("Ana Ruiz_812_assignsubmission_file/00-start-here.ipynb")
    Student(name='Ana Ruiz', canvas='', moodle='Participant 812')
    >>> whose("ruizana_5012_99120_00-start-here-1.ipynb")
    Student(name='ruizana', canvas='5012', moodle='')
    >>> whose("ana-ruiz/first/00-start-here.ipynb").name, whose("00-start-here_Ana Ruiz (1).ipynb").name
    ('ana-ruiz', 'Ana Ruiz')
    """
    parts = PurePosixPath(path).parts
    for part in parts:
        if moodle := MOODLE.match(part):
            return Student(moodle["name"], moodle=f"Participant {moodle['id']}")
    if canvas := CANVAS.fullmatch(parts[-1]):
        return Student(canvas["name"], canvas=canvas["id"])
    folder = next((part for part in parts[:-1] if not part.lower().endswith(".zip")), "")
    inside = [PurePosixPath(part).stem for part in parts[:-1]]
    name = folder or _without_the_notebook(PurePosixPath(parts[-1]).stem) or next(iter(inside), "")
    return Student(name or PurePosixPath(parts[-1]).stem)
