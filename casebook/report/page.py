"""The report as one HTML page that asks nothing of a network."""

import hashlib
from collections import Counter
from dataclasses import dataclass

from casebook.exercise.register import all_exercises
from casebook.markup import pieces, render
from casebook.report import words
from casebook.report.board import Misread, OnBoard
from casebook.report.course import Person, tally
from casebook.report.files import File

MOST_COMMON = 5
# The first line of every report: a file that begins otherwise is never written over.
MARK = "<!DOCTYPE html><!-- casebook report -->"


@dataclass(frozen=True)
class Report:
    """What was handed in, and what came of it.

    Attributes
    ----------
    name : str
        Of the folder or zip.
    files : list of File
        Every file.
    persons : list of Person
        The class.
    how : str
        In words, whether code was run, and how it was held.
    """

    name: str
    files: list[File]
    persons: list[Person]
    how: str

    @property
    def exercises(self) -> list[OnBoard]:
        """The exercises of the chapters that somebody handed in."""
        counted = tally(self.persons)
        return [OnBoard(number, each, counted[each.key]) for number, each in all_exercises() if each.key in counted]

    @property
    def origins(self) -> dict[str, int]:
        """How many verdicts were read, and how many come from a new run."""
        counted = Counter(answer.origin for person in self.persons for answer in person.answers.values())
        return {words.ORIGINS[origin]: counted[origin] for origin in words.ORIGINS}

    @property
    def odd(self) -> list[File]:
        """The files that are no notebook of the casebook."""
        return [file for file in self.files if not file.ours]

    @property
    def remarked(self) -> list[File]:
        """Every file: first those that are no notebook of the casebook, then those with a remark."""
        return sorted(self.files, key=lambda file: (file.ours, not file.remarks, file.path))


def _aliases(persons: list[Person]) -> dict[int, str]:
    """A number for each student, in an order that says nothing of their names."""
    shuffled = sorted(persons, key=lambda person: hashlib.sha256(person.student.key.encode(errors="replace")).digest())
    width = len(str(len(persons)))
    return {id(person): f"{words.STUDENT} {place:0{width}}" for place, person in enumerate(shuffled, 1)}


def _commonest(exercises: list[OnBoard]) -> list[tuple[OnBoard, Misread]]:
    """The misreadings of most students, over all exercises."""
    found = [(exercise, misread) for exercise in exercises for misread in exercise.commonest]
    return sorted(found, key=lambda pair: -len(pair[1].people))[:MOST_COMMON]


def page(report: Report) -> str:
    """The page, with everything from students escaped and no script in it.

    Parameters
    ----------
    report : Report
        What to show.

    Examples
    --------
    >>> page(Report("first week", [], [], words.ONLY_READ)).startswith(MARK)
    True
    """
    exercises, aliases = report.exercises, _aliases(report.persons)
    return render(
        "report.html",
        mark=MARK,
        report=report,
        exercises=exercises,
        chapters=list(dict.fromkeys(each.number for each in exercises)),
        common=_commonest(exercises),
        mixed=all(report.origins.values()),
        alias=lambda person: aliases[id(person)],
        words=words,
        pieces=pieces,
    )
