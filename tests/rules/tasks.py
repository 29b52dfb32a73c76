"""Exercises: each stands once, is graded, and its solution stays with the instructor."""

from casebook.editions.cells import check_calls, solutions
from casebook.editions.source import graded, regular
from casebook.editions.student import student_edition
from rules.pair import Pair, code, headings, prose, texts

PROSE = "prose"


def exercises_stand_once(pair: Pair) -> list[str]:
    """The notebook checks each exercise of its chapter exactly once, and no other."""
    for notebook in pair.editions.values():
        keys = [call.key for cell in code(notebook) for call in check_calls(cell.source)]
        defined = [each.key for each in pair.exercises]
        if sorted(keys) != sorted(defined):
            odd = sorted({*keys} ^ {*defined}) or sorted({key for key in keys if keys.count(key) > 1})
            return [f"not exactly once: {', '.join(odd)}"]
    return []


def every_check_is_graded(pair: Pair) -> list[str]:
    """No bare `check`: a check cell says its points, so that any grader can read it."""
    bare = [call.key for cell in code(pair.instructor) for call in check_calls(cell.source) if call.points is None]
    return [f"'{key}' has no points" for key in bare]


def exercises_are_as_many_as_a_session_holds(pair: Pair) -> list[str]:
    """A chapter has 6 to 10 exercises; every notebook has at least one of prose."""
    count = len(pair.exercises)
    faults = [] if not pair.is_chapter or 6 <= count <= 10 else [f"{count} exercises"]
    return faults if any(each.kind.name == PROSE for each in pair.exercises) else [*faults, "none in prose"]


def tasks_have_titles(pair: Pair) -> list[str]:
    """The cell before an answer says what is asked, under a title of its own."""
    cells = pair.student.cells
    asked = {call.key: cells[number - 2] for number, cell in enumerate(cells) if (call := graded(cell)) and number > 1}
    faults = [f"'{key}'" for key, cell in asked.items() if "### Exercise: " not in cell.source]
    return faults if len(headings(pair.student, 3)) >= len(asked) else [*faults, "fewer titles than exercises"]


def solutions_stay_with_the_instructor(pair: Pair) -> list[str]:
    """No line that stands only in solutions is anywhere in the student edition, its outputs included."""
    cells = code(pair.instructor)
    solved = {line.strip() for cell in cells for each in solutions(cell.source) for line in each.splitlines()}
    open_to_all = {line.strip() for cell in cells if not solutions(cell.source) for line in cell.source.splitlines()}
    secret = {line for line in solved - open_to_all if len(line) > 8}
    seen = [cell.source for cell in pair.student.cells]
    seen += [text for cell in code(pair.student) for output in cell.outputs for text in texts(output)]
    return sorted(line for line in secret | {"BEGIN SOLUTION"} if any(line in text for text in seen))


def teaching_notes_stay_with_the_instructor(pair: Pair) -> list[str]:
    """The instructor edition has notes, among them a shorter cut; the student edition has none."""
    notes = [cell for cell in pair.instructor.cells if "instructor" in cell.metadata.get("tags", [])]
    faults = [] if any("-minute cut" in cell.source for cell in notes) else ["no cut for a shorter session"]
    return faults + [cell.source[:40] for cell in notes if cell.source in prose(pair.student)]


def student_edition_follows_from_the_source(pair: Pair) -> list[str]:
    """Cells, ids and metadata of both editions are what `casebook build` makes of the instructor's cells."""
    source = regular(pair.instructor, {each.key for each in pair.exercises if each.by_hand})
    made = {"instructor": source, "student": student_edition(source)}
    parts = ("id", "cell_type", "source", "metadata")
    return [
        f"{edition} edition: run `casebook build {pair.name[:2]}`"
        for edition, notebook in pair.editions.items()
        if [[cell[part] for part in parts] for cell in notebook.cells]
        != [[cell[part] for part in parts] for cell in made[edition].cells]
        or notebook.metadata != made[edition].metadata
    ]


RULES = [
    exercises_stand_once,
    every_check_is_graded,
    exercises_are_as_many_as_a_session_holds,
    tasks_have_titles,
    solutions_stay_with_the_instructor,
    teaching_notes_stay_with_the_instructor,
    student_edition_follows_from_the_source,
]
