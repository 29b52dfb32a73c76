"""A table of scores for a learning platform, as CSV: one row per student."""

import csv
import io

from casebook.exercise.register import all_exercises
from casebook.exercise.verdict import SCORES
from casebook.report.course import Person, tally
from casebook.report.files import UNANSWERED

IDENTITY = ("Student", "ID", "Identifier")
# A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def scores(persons: list[Person]) -> str:
    r"""The table: who, then for each chapter the score, what it is out of, and how many answers wait to be read.

    Behind the scores stands one column per exercise with the state of its answer in words, and the misreading's name.

    Parameters
    ----------
    persons : list of Person
        The class.

    Examples
    --------
    >>> scores([])
    'Student,ID,Identifier\n'
    """
    counted = tally(persons)
    exercises = [(number, each) for number, each in all_exercises() if each.key in counted]
    chapters = dict.fromkeys(number for number, _ in exercises)
    checked = {number: [each.key for at, each in exercises if at == number and not each.by_hand] for number in chapters}
    by_hand = {number: [each.key for at, each in exercises if at == number and each.by_hand] for number in chapters}
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    heads = [f"{number} {head}" for number in chapters for head in ("score", "out of", "to read")]
    table.writerow([*IDENTITY, *heads, *(each.key for _, each in exercises)])
    for person in persons:
        states = {key: person.answers[key].state if key in person.answers else UNANSWERED for key in counted}
        cells = []
        for number in chapters:
            total = sum(SCORES.get(states[key], 0.0) or 0.0 for key in checked[number])
            reading = sum(states[key] == "for_instructor" for key in by_hand[number])
            cells += [f"{total:g}", len(checked[number]), reading]
        labels = {key: person.answers[key].label for key in counted if key in person.answers}
        said = [f"{states[key]}: {labels[key]}" if labels.get(key) else states[key] for key in counted]
        who = map(_plain, (person.student.name, person.student.canvas, person.student.moodle))
        table.writerow([*who, *cells, *map(_plain, said)])
    return written.getvalue()
