"""What a student gets of a notebook for instructors, and what follows from its cells."""

import nbformat
import pytest

from authored import CHECK, notebook
from casebook.editions.build import by_hand
from casebook.editions.source import NotebookError, regular
from casebook.editions.student import student_edition
from casebook.exercise.register import all_exercises


def test_a_student_gets_three_dots_where_the_solution_stood():
    assert [cell.source for cell in student_edition(notebook()).cells][1:3] == ["letter = ...", CHECK]


def test_a_student_gets_no_teaching_note():
    assert all("Ask the class" not in cell.source for cell in student_edition(notebook()).cells)


def test_what_surrounds_a_solution_stays_and_its_indent_is_kept():
    author = notebook()
    author.cells[
        1
    ].source = "def answer():\n    ### BEGIN SOLUTION\n    letter = 1\n    ### END SOLUTION\n    return letter"
    author.cells[1].source += "\n\n\nletter = answer()"
    edition = student_edition(author)
    assert edition.cells[1].source == "def answer():\n    letter = ...\n    return letter\n\n\nletter = answer()"


@pytest.mark.parametrize("names", [("answer",), ("answer", "reason")])
def test_every_name_that_the_solution_gives_to_the_check_becomes_dots(names):
    author = notebook(check_cell=f'cb.check("ten-and-ten", {", ".join(names)}).points(1)')
    author.cells[1].source = "### BEGIN SOLUTION\nhelp, answer = 1, 2\nreason = 3\n### END SOLUTION"
    assert student_edition(author).cells[1].source == "\n".join(f"{name} = ..." for name in names)


def test_the_source_is_not_changed_by_making_the_student_edition():
    author = regular(notebook())
    before = nbformat.writes(author)
    student_edition(author)
    assert nbformat.writes(author) == before


def test_ids_follow_from_what_cells_say():
    first, again = regular(notebook("cb.events()")), regular(notebook("cb.events()"))
    assert [cell.id for cell in first.cells] == [cell.id for cell in again.cells]
    assert [cell.id for cell in first.cells][2:4] == ["ten-and-ten", "check-ten-and-ten"]


def test_two_cells_that_say_the_same_have_two_ids():
    twice = regular(notebook("cb.events()", "cb.events()"))
    assert len({cell.id for cell in twice.cells}) == len(twice.cells)
    assert nbformat.validate(twice) is None


def test_both_editions_call_a_cell_by_the_same_id():
    author = regular(notebook("cb.events()"))
    ids = [cell.id for cell in author.cells if "instructor" not in cell.metadata.get("tags", [])]
    assert [cell.id for cell in student_edition(author).cells] == ids


def test_what_an_editor_adds_to_a_notebook_does_not_stay():
    author = notebook()
    author.metadata |= {"language_info": {"name": "python", "version": "3.11.2"}, "toc": True}
    author.cells[1].metadata |= {"collapsed": True, "execution": {"iopub.status.busy": "now"}}
    assert regular(author) == regular(notebook())


@pytest.mark.parametrize(
    ("by_hand", "answer", "checked"),
    [
        ((), {"grade": False, "solution": True, "locked": False}, {"grade": True, "solution": False, "locked": True}),
        (
            {"ten-and-ten"},
            {"grade": True, "solution": True, "locked": False},
            {"grade": False, "solution": False, "locked": True},
        ),
    ],
    ids=["graded by the check", "graded by hand"],
)
def test_grading_metadata_follow_from_the_check(by_hand, answer, checked):
    cells = [cell.metadata.get("nbgrader") for cell in regular(notebook(), by_hand).cells]
    points = [{"points": 2.0} if part["grade"] else {} for part in (answer, checked)]
    assert cells[1] == {**answer, **points[0], "grade_id": "ten-and-ten", "schema_version": 3}
    assert cells[2] == {**checked, **points[1], "grade_id": "check-ten-and-ten", "schema_version": 3}
    assert cells[0] is cells[3] is None


def test_an_instructor_grades_what_no_check_can():
    for _, exercise in all_exercises():
        asked = notebook(check_cell=f'cb.check("{exercise.key}", letter).points(1)')
        assert by_hand(asked) == ({exercise.key} if exercise.answer is None else set())


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda cells: cells.pop(1), "cell 2: the cell before this check holds no solution"),
        (lambda cells: cells.pop(2), "cell 2: a solution that no"),
        (lambda cells: cells[2].update(source=CHECK.replace("2", "'two'")), "cell 2: a solution that no"),
        (lambda cells: cells.extend(cells[1:3]), "'ten-and-ten' is checked a second time"),
        (lambda cells: cells[1].update(source="### BEGIN SOLUTION\nletter = 1"), "cell 2: .* do not come in pairs"),
        (lambda cells: cells[1].update(source="letter = 1\n### END SOLUTION"), "cell 2: .* do not come in pairs"),
    ],
    ids=["no solution", "no check", "no points", "twice", "not closed", "not opened"],
)
def test_a_broken_exercise_is_named_with_its_cell(spoil, words):
    author = notebook()
    spoil(author.cells)
    with pytest.raises(NotebookError, match=words):
        regular(author)
