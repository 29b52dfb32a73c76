"""What a check and a class cost beside otter-grader, which asks for an environment of its own.

It is made by uv in a temporary folder, from what uv keeps on this machine or, the first time, from the network.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.row import NotMeasuredError, Row, fresh, seconds
from casebook.editions.cells import check_calls
from casebook.folders import NOTEBOOKS, ROOT

OTTER = "otter-grader==7.0.0"
NAME = "00-start-here"
LETTERS = "ABCD"
# What a test decides; prose is read by a person with either tool.
CHECKED = ("no-number-given", "ten-and-ten")
TEST = """
OK_FORMAT = True
test = {{
    "name": {name!r},
    "points": 1,
    "suites": [{{
        "cases": [{{"code": ">>> {code}\\nTrue", "hidden": False, "locked": False}}],
        "scored": True, "setup": "", "teardown": "", "type": "doctest",
    }}],
}}
"""
# One answer, the same for both: by a test that knows the right one, and by a check that knows misreadings too.
CHECK = """
from pathlib import Path
from statistics import median
from time import perf_counter
import casebook as cb
import otter
from casebook.exercise.register import all_exercises
exercise = next(each for _, each in all_exercises() if each.key == "no-number-given")
grader = otter.Notebook(tests_dir="tests")
cb.check(exercise.key, ...)
ours, theirs = [], []
for given in [exercise.answer(), *(each.answer() for each in exercise.misreadings), set()] * 20:
    began = perf_counter()
    cb.check(exercise.key, given)
    ours.append(perf_counter() - began)
    began = perf_counter()
    grader.check("equal", global_env={"given": given, "right": exercise.answer})
    theirs.append(perf_counter() - began)
print(median(ours))
print(median(theirs))
"""


def _environment(home: Path) -> Path:
    """The Python of an environment that has otter-grader and the casebook."""
    python = home / "env" / "bin" / "python"
    uv = [sys.executable, "-m", "uv"]
    for command in (
        [*uv, "venv", "--quiet", "--python", sys.executable, str(home / "env")],
        [*uv, "pip", "install", "--quiet", "--python", str(python), OTTER, str(ROOT)],
    ):
        done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotMeasuredError(f"{OTTER} could not be installed: {done.stderr.strip().splitlines()[-1]}")
    return python


def _test(folder: Path, name: str, code: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(TEST.format(name=name, code=code), encoding="utf-8")


def _submitted(home: Path) -> list[Path]:
    """A class with a letter each for one exercise: `theirs` asks otter-grader where `ours` asks the casebook.

    The tests of otter-grader, in `class`, ask the casebook too, so both give the same points.
    """
    opening = {"cell_type": "code", "id": "otter", "metadata": {}, "outputs": [], "execution_count": None}
    for letter in LETTERS:
        notebook = json.loads((NOTEBOOKS / f"{NAME}.ipynb").read_text(encoding="utf-8"))
        sources = {cell["id"]: "".join(cell["source"]) for cell in notebook["cells"]}
        for cell in notebook["cells"]:
            if sources[cell["id"]] == "letter = ...":
                cell["source"] = f'letter = "{letter}"'
        _save(home / "ours" / letter, notebook)
        for cell in notebook["cells"]:
            for call in check_calls(sources[cell["id"]]) if cell["cell_type"] == "code" else ():
                if call.points and call.key in CHECKED:
                    _test(home / "class", call.key, f"cb.check({call.key!r}, {call.names[0]}).score == 1")
                    cell["source"] = f'grader.check("{call.key}")'
        notebook["cells"].insert(0, {**opening, "source": "import otter\ngrader = otter.Notebook()"})
        _save(home / "theirs" / letter, notebook)
    return [home / "theirs" / letter / f"{NAME}.ipynb" for letter in LETTERS]


def _save(folder: Path, notebook: dict) -> None:
    folder.mkdir(parents=True)
    (folder / f"{NAME}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def _otter(python: Path, home: Path, *arguments: object) -> None:
    """Run otter-grader, with the kernels of its own environment."""
    where = {**os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}
    command = [str(python.parent / "otter"), *map(str, arguments)]
    subprocess.run(command, cwd=home, env=where, capture_output=True, check=True)


def _graded(python: Path, home: Path, notebooks: list[Path]) -> float:
    """Seconds for a class, one after the other, as the command without containers does it."""
    return seconds(
        lambda: [
            _otter(python, home, "run", "--no-logo", "-a", "class.zip", "-o", notebook.parent, notebook)
            for notebook in notebooks
        ]
    )


def _same(home: Path) -> None:
    """See that both gave every student the same points."""
    theirs = {}
    for letter in LETTERS:
        results = json.loads((home / "theirs" / letter / "results.json").read_text(encoding="utf-8"))
        theirs[letter] = sum(test.get("score", 0) for test in results["tests"])
    with (home / "scores.csv").open(encoding="utf-8", newline="") as file:
        ours = {row["Student"]: float(row["00 score"]) for row in csv.DictReader(file)}
    if ours != theirs:
        sys.exit(f"otter-grader and casebook report differ: {theirs} and {ours}.")


def rows() -> Iterator[Row]:
    """A hundred answers in turn; then one class, each submission run by both, with the same points."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        python = _environment(home)
        _test(home / "tests", "equal", "given == right()")
        ours, theirs = fresh(CHECK, python=str(python), cwd=home)
        yield Row("check, beside otter-grader's", ours, "grader.check, equal or not", theirs, 1.0, of_peer=True)
        notebooks = _submitted(home)
        _otter(python, home, "generate", "-t", "class", "-o", "class.zip", "--no-environment")
        theirs = _graded(python, home, notebooks)
        report = [str(python.parent / "casebook"), "report", "ours", "--run", "--csv", "scores.csv"]
        ours = seconds(lambda: subprocess.run(report, cwd=home, capture_output=True, check=True))
        _same(home)
        yield Row(f"report --run, {len(LETTERS)}", ours, "otter run, one by one", theirs, 0.5, of_peer=True)
