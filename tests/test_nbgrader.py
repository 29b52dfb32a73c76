"""A course with nbgrader, from the instructor notebook to the list of grades, run with nbgrader's own commands."""

import ast
import csv
import html
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

import casebook as cb
from casebook.editions.source import graded
from casebook.exercise.exercise import Exercise
from casebook.exercise.register import of_chapter
from casebook.exercise.solved import solution_of
from casebook.folders import NOTEBOOKS
from casebook.renderer import MIMETYPE
from rules.pair import NAMES

NAME = "00-start-here"
EXERCISES = {each.key: each for each in of_chapter("00")}
STUDENTS = [f"student-{number:02}" for number in range(20)]
CONFIG = "from casebook.editions.classroom import configure\n\nconfigure(get_config())\n"


def answers(exercise: Exercise) -> list[str]:
    """What students may write after the equals sign: right, wrong in each way that has a name, in no form, nothing."""
    if exercise.by_hand:
        return [solution_of(exercise.key).partition("=")[2].strip(), '"Ten."', "..."]
    wrong = [repr(each.answer()) for each in exercise.misreadings]
    return [repr(exercise.answer()), *wrong, repr(sorted(exercise.answer())), "..."]


def given(student: str, key: str) -> str:
    """The answer of one student; the lists are of different lengths, so that no two students give the same answers."""
    choice = answers(EXERCISES[key])
    return choice[STUDENTS.index(student) % len(choice)]


def nbgrader(course, *arguments: str) -> None:
    command = [sys.executable, "-m", "nbgrader", *arguments]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def set_as(assignment: str, names: list[str], course) -> None:
    """Make an assignment of instructor notebooks, and what students get of it."""
    folder = course / "source" / assignment
    folder.mkdir(parents=True)
    for name in names:
        (folder / f"{name}.ipynb").write_bytes((NOTEBOOKS / "instructor" / f"{name}.ipynb").read_bytes())
    nbgrader(course, "generate_assignment", assignment)


def sources(path: Path) -> list[str]:
    """The text of each cell of a notebook."""
    return [cell.source for cell in nbformat.read(path, as_version=4).cells]


def hand_in(course, student: str) -> None:
    """The release with a student's answers; all but the first delete the cells that they have only read."""
    handed_in = nbformat.read(course / "release" / "first" / f"{NAME}.ipynb", as_version=4)
    code = [cell for cell in handed_in.cells if cell.cell_type == "code"]
    for cell, check in pairwise(code):
        if call := graded(check):
            cell.source = f"{call.names[0]} = {given(student, call.key)}"
    if student != STUDENTS[0]:
        handed_in.cells = [cell for cell in code if cell is code[0] or "nbgrader" in cell.metadata]
    folder = course / "submitted" / student / "first"
    folder.mkdir(parents=True)
    nbformat.write(handed_in, folder / f"{NAME}.ipynb")


@pytest.fixture(scope="module")
def on_the_path():
    """One helper of nbgrader is asked for by name alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
        yield


@pytest.fixture(scope="module")
def course(tmp_path_factory, on_the_path):
    """A course whose one assignment is the first notebook: released, handed in, graded, given back."""
    course = tmp_path_factory.mktemp("course")
    (course / "nbgrader_config.py").write_text(CONFIG)
    set_as("all", NAMES, course)
    set_as("first", [NAME], course)
    for student in STUDENTS:
        hand_in(course, student)
    for step in ("autograde", "generate_feedback"):
        nbgrader(course, step, "first")
    nbgrader(course, "export")
    return course


@pytest.fixture
def grade(course):
    """The grade that nbgrader keeps of one cell of one student."""
    with Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        yield lambda cell, student: book.find_grade(cell, NAME, "first", student)


@pytest.mark.parametrize("name", NAMES)
def test_the_release_is_the_student_edition(name, course):
    assert sources(course / "release" / "all" / f"{name}.ipynb") == sources(NOTEBOOKS / f"{name}.ipynb")


@pytest.mark.parametrize("key", [key for key, each in EXERCISES.items() if not each.by_hand])
def test_nbgrader_gives_the_points_that_check_gives(key, grade):
    most = grade(f"check-{key}", STUDENTS[0]).max_score
    said = {student: cb.check(key, ast.literal_eval(given(student, key))) for student in STUDENTS}
    assert {verdict.score for verdict in said.values()} == {0, 0.5, 1}
    kept = {student: grade(f"check-{key}", student).auto_score for student in STUDENTS}
    assert kept == {student: verdict.points(most) for student, verdict in said.items()}


@pytest.mark.parametrize("key", [key for key, each in EXERCISES.items() if each.by_hand])
def test_an_instructor_is_asked_for_a_grade_where_a_text_was_written(key, grade):
    waiting = {student: grade(key, student).needs_manual_grade for student in STUDENTS}
    assert waiting == {student: given(student, key) != "..." for student in STUDENTS}


@pytest.mark.parametrize("student", STUDENTS)
def test_the_feedback_holds_the_words_of_each_verdict(student, course):
    page = course.joinpath("feedback", student, "first", f"{NAME}.html").read_text(encoding="utf-8")
    verdicts = [cb.check(key, ast.literal_eval(given(student, key))) for key in EXERCISES]
    assert [verdict.heading for verdict in verdicts if verdict.heading not in page] == []


def test_the_feedback_shows_the_charts_with_their_words(course):
    notebook = nbformat.read(course / "autograded" / STUDENTS[0] / "first" / f"{NAME}.ipynb", as_version=4)
    shown = [
        output.data
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if MIMETYPE in output.get("data", {})
    ]
    page = course.joinpath("feedback", STUDENTS[0], "first", f"{NAME}.html").read_text(encoding="utf-8")
    assert len(shown) == page.count("data:image/png;base64") > 0
    assert [each["text/plain"] for each in shown if html.escape(each["text/plain"]) not in page] == []


def test_the_list_of_grades_has_every_student(course, grade):
    with (course / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    keys = [key for key, each in EXERCISES.items() if not each.by_hand]
    assert rows == {student: sum(grade(f"check-{key}", student).auto_score for key in keys) for student in STUDENTS}
