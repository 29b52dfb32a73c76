"""What `casebook report` costs: reading 120 and 1,000 students, and running them beside `nbgrader autograde`."""

import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.row import Row, seconds
from casebook.folders import NOTEBOOKS, ROOT

NAME = "00-start-here"
CONFIG = "from casebook.editions.classroom import configure\n\nconfigure(get_config())\n"
STUDENTS = 12
LETTERS = "ABCDE"
PEAK = """
import sys
from casebook.cli import main
try:
    main(sys.argv[1:])
finally:
    print(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
"""


def _report(home: Path, *arguments: str) -> float:
    """Run `casebook report` and say how many megabytes it held at most."""
    command = [sys.executable, "-c", PEAK, "report", *arguments]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1]) / 1024


def _read(home: Path, size: int) -> tuple[float, float]:
    """Seconds and megabytes for a class of that size, two notebooks from two of three students."""
    # The class is made for this measure as it is for the tests.
    sys.path.append(str(ROOT / "tests"))
    from handed_in import hand_in, whole  # noqa: PLC0415

    folder = home / f"class-{size}"
    hand_in(folder, size, whole)
    peaks = []
    took = seconds(lambda: peaks.append(_report(home, folder.name)))
    return took, peaks[0]


def _nbgrader(course: Path, *arguments: str) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = [sys.executable, "-m", "nbgrader", *arguments]
    subprocess.run(command, cwd=course, env={**os.environ, "PATH": path}, capture_output=True, check=True)


def _course(course: Path) -> None:
    """A course of nbgrader with the first notebook, and answers from every student."""
    source = course / "source" / "first"
    source.mkdir(parents=True)
    (course / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    (source / f"{NAME}.ipynb").write_bytes((NOTEBOOKS / "instructor" / f"{NAME}.ipynb").read_bytes())
    _nbgrader(course, "generate_assignment", "first")
    release = (course / "release" / "first" / f"{NAME}.ipynb").read_text(encoding="utf-8")
    for student in range(STUDENTS):
        notebook = json.loads(release)
        for cell in notebook["cells"]:
            given = f'letter = "{LETTERS[student % len(LETTERS)]}"\n'
            cell["source"] = given if "".join(cell["source"]) == "letter = ..." else cell["source"]
        target = course / "submitted" / f"student-{student:02}" / "first" / f"{NAME}.ipynb"
        target.parent.mkdir(parents=True)
        target.write_text(json.dumps(notebook), encoding="utf-8")


def _same(course: Path) -> None:
    """See that both gave every student the same points: in this notebook the check gives one for each exercise."""
    _nbgrader(course, "export")
    with (course / "grades.csv").open(encoding="utf-8", newline="") as file:
        theirs = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    with (course / "scores.csv").open(encoding="utf-8", newline="") as file:
        ours = {row["Student"]: float(row["00 score"]) for row in csv.DictReader(file)}
    if ours != theirs:
        sys.exit(f"nbgrader and casebook report differ: {theirs} and {ours}.")


def rows() -> list[Row]:
    """One class each; the runs on the same notebooks, one after the other."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        small, megabytes = _read(home, 120)
        large, most = _read(home, 1000)
        course = home / "course"
        _course(course)
        ours = seconds(lambda: _report(course, "submitted", "--run", "--csv", "scores.csv"))
        theirs = seconds(lambda: _nbgrader(course, "autograde", "first"))
        _same(course)
    return [
        Row("report, 120 students", small, "as much per student", large * 0.12, 12, note=f"{megabytes:.0f} MB"),
        Row("report, 1,000", large, "120, as often", small / 0.12, 1.25, of_peer=True, note=f"{most:.0f} MB"),
        Row(f"report --run, {STUDENTS}", ours, "nbgrader autograde", theirs, 0.25, of_peer=True),
    ]
