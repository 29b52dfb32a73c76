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


def _around(files: list[File]) -> tuple[str, ...]:
    """The leading parts of paths that are one folder around the class; files beside it have no say in that."""
    paths = [PurePosixPath(file.path) for file in files if os.path.dirname(file.path)]
    if not paths:
        return ()
    common = PurePosixPath(os.path.commonpath([path.parent for path in paths]))
    left = [path.relative_to(common) for path in paths]
    named = all(whose(str(path)).name != path.stem for path in left)
    return common.parts if named or any(len(path.parts) > 1 for path in left) else ()


def _student(file: File, around: tuple[str, ...]) -> Student:
    path = PurePosixPath(file.path)
    inside = path.parts[: len(around)] == around
    return whose(str(path.relative_to(PurePosixPath(*around))) if inside else file.path)


def people(files: list[File]) -> list[Person]:
    """The students, in order of their names, with the answers that count.

    A later file of a student goes before an earlier one, and any answer before none.

    Parameters
    ----------
    files : list of File
        All that were handed in; those that are no notebook of the casebook make nobody a student.
    """
    ours = [file for file in files if file.ours]
    around = _around(ours)
    found: dict[str, Person] = {}
    for file in sorted(ours, key=lambda file: (file.modified, file.path)):
        student = _student(file, around)
        person = found.setdefault(student.key, Person(student))
        person.files.append(file)
        answered = {key: each for key, each in file.answers.items() if each.state != UNANSWERED}
        person.answers = {**file.answers, **person.answers, **answered}
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for person in found.values():
        for file in person.files:
            owners[file.digest].add(person.student.key)
    for person in found.values():
        for file in person.files:
            if file.digest and len(owners[file.digest]) > 1:
                file.remarks.append(words.SAME_FILE)
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
