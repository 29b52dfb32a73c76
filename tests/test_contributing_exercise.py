"""An exercise and the beginning of a notebook, put into a copy of the repository as CONTRIBUTING.md prints them."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from casebook.folders import ROOT
from contributed import FIRST, NEW, blocks, replaced
from faults import save
from rules import minutes, shape, tasks
from rules.pair import Pair

LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "build", "artefacts", "browser")
EXERCISE, SOLUTION, CHECK = blocks("Add an exercise", "python")
TASK, PLAN = blocks("Add an exercise", "markdown")
KEY = re.search(r'key="(.+?)"', EXERCISE)[1]


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A copy of the repository with the exercise in chapter 00 and the beginning of a new notebook, both built."""
    copy = shutil.copytree(ROOT, tmp_path_factory.mktemp("clone") / "casebook", ignore=LEFT_OUT)
    put_into_chapter(copy)
    begin(copy)
    assert [line.split(": ")[1] for line in run(copy, "casebook.cli", "build", "00", "09").splitlines()[-2:]] == [
        *("built", "built"),
    ]
    return copy


def put_into_chapter(copy: Path) -> None:
    """The definition above the list, the name after the first, cells at the end of its step, a place in the plan."""
    chapter, plans = copy / "casebook/exercise/chapter_00.py", copy / "notebooks/instructor/SESSION-PLANS.md"
    replaced(chapter, "EXERCISES = [", f"{EXERCISE}\nEXERCISES = [")
    replaced(chapter, "[NO_NUMBER,", "[NO_NUMBER, NOBODY_NAMED,")
    replaced(plans, "\n## 01 · ", f"\n{PLAN}\n## 01 · ")
    path = copy / f"notebooks/instructor/{FIRST}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    first = next(at for at, cell in enumerate(notebook.cells) if cell.source.startswith('cb.check("no-number-given"'))
    answer, check = (new_code_cell(block.strip()) for block in (SOLUTION, CHECK))
    end = next(at for at, cell in enumerate(notebook.cells) if at > first and cell.source.startswith("## "))
    notebook.cells[end:end] = [new_markdown_cell(TASK.strip()), answer, check]
    nbformat.write(notebook, path)


def begin(copy: Path) -> None:
    """A notebook with a head, a step and an end, a module for its exercises, and its plan after the others."""
    head, step, end, plan = blocks("Add or change a notebook", "markdown")
    code, exercises = blocks("Add or change a notebook", "python")
    cells = [*map(new_markdown_cell, (head, step)), new_code_cell(code), new_markdown_cell(end)]
    nbformat.write(new_notebook(cells=cells), copy / f"notebooks/instructor/{NEW}.ipynb")
    save(copy / "casebook/exercise/chapter_09.py", exercises)
    replaced(copy / "notebooks/instructor/SESSION-PLANS.md", "\n## What to read", f"\n{plan}\n## What to read")


def run(copy: Path, *command: str) -> str:
    """What a command says that runs on the copy, which stands before the casebook itself on the path."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(copy), os.environ["PYTHONPATH"]])}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pair(copy: Path, name: str) -> Pair:
    editions = (copy / "notebooks/instructor", copy / "notebooks")
    return Pair(name, *(nbformat.read(each / f"{name}.ipynb", as_version=4) for each in editions))


@pytest.mark.parametrize("command", blocks("Add an exercise", "sh")[0].splitlines()[1:])
def test_the_exercise_keeps_every_promise_of_an_exercise_and_its_notebook_every_rule(command, clone):
    said = run(clone, *shlex.split(command), "-q", "-p", "no:cacheprovider")
    assert int(re.search(r"^(\d+) passed", said, re.MULTILINE)[1]) > 20


def test_students_get_the_exercise_without_its_solution(clone):
    student = pair(clone, FIRST).student
    answer, check = next(
        (cell, after) for cell, after in zip(student.cells, student.cells[1:], strict=False) if KEY in after.source
    )
    assert answer.source == "no_reporter = ..."
    assert check.source == CHECK.strip()


def test_the_beginning_of_a_notebook_keeps_the_rules_that_do_not_ask_for_more_of_it(clone):
    lacking = {shape.cells_are_few, tasks.exercises_are_as_many_as_a_session_holds}
    lacking |= {tasks.teaching_notes_stay_with_the_instructor, minutes.the_head_says_what_the_steps_take}
    begun = pair(clone, NEW)
    assert {rule for rule in [*shape.RULES, *minutes.RULES, *tasks.RULES] if rule(begun)} == lacking
