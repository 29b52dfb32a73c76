"""A class: every student with the verdict that counts on each exercise."""

import os.path
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from casebook.exercise.register import all_exercises
from casebook.report import words
from casebook.report.files import UNANSWERED, Answer, File
from casebook.report.students import Student, whose


@dataclass
class Person:
    """A student with all their files and answers."""

    student: Student
    files: list[File] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)


def _inside(files: list[File]) -> int:
    """How many leading parts of every path are one folder around the whole class."""
    folders = [os.path.dirname(file.path) for file in files]
    common = PurePosixPath(os.path.commonpath(folders)).parts if folders and all(folders) else ()
    left = ["/".join(PurePosixPath(file.path).parts[len(common) :]) for file in files]
    named = [whose(path).name != PurePosixPath(path).stem for path in left]
    return len(common) if any("/" in path for path in left) or all(named) else 0


def people(files: list[File]) -> list[Person]:
    """The students, in order of their names, with the answers that count.

    A later file of a student goes before an earlier one, and any answer before none.

    Parameters
    ----------
    files : list of File
        All that were handed in; those that are no notebook of the casebook make nobody a student.
    """
    ours = [file for file in files if file.ours]
    around = _inside(ours)
    found: dict[str, Person] = {}
    for file in sorted(ours, key=lambda file: (file.modified, file.path)):
        student = whose("/".join(PurePosixPath(file.path).parts[around:]))
        person = found.setdefault(student.key, Person(student))
        person.files.append(file)
        answered = {key: each for key, each in file.answers.items() if each.state != UNANSWERED}
        person.answers = {**file.answers, **person.answers, **answered}
    for person in found.values():
        for file in person.files:
            others = {key for other in person.files if other is not file for key in other.answers}
            if others & file.answers.keys():
                file.remarks.append(words.SECOND_FILE)
    return sorted(found.values(), key=lambda person: (person.student.name.casefold(), person.student.key))


def tally(persons: list[Person]) -> dict[str, dict[str, list[Person]]]:
    """Who is where on each exercise: by its key, then by the state of the answer.

    Only exercises of chapters that somebody handed in are there; a student without a verdict has not answered.

    Parameters
    ----------
    persons : list of Person
        The class.
    """
    handed_in = {key for person in persons for key in person.answers}
    open_chapters = {number for number, exercise in all_exercises() if exercise.key in handed_in}
    counted: dict[str, dict[str, list[Person]]] = {}
    for number, exercise in all_exercises():
        if number in open_chapters:
            states: defaultdict[str, list[Person]] = defaultdict(list)
            for person in persons:
                answer = person.answers.get(exercise.key)
                states[answer.state if answer else UNANSWERED].append(person)
            counted[exercise.key] = states
    return counted
