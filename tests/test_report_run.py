"""Submissions run again: each costs only itself, whatever it does, and the instructor's files stay as they are."""

import asyncio
import json
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from nbformat import v4

import casebook as cb
from casebook.cli import main
from casebook.exercise.attempts import forget
from casebook.exercise.verdict import READY
from casebook.folders import NOTEBOOKS
from casebook.report import walls, words
from casebook.report.command import held, run_again
from casebook.report.course import people
from casebook.report.files import read_all
from casebook.report.limits import MEGABYTE, Limits
from casebook.report.page import Report, page
from casebook.report.rerun import run_all
from handed_in import bare, notebook, saved, verdict

LIMITS = Limits(
    seconds=25, cell_seconds=4, memory=800 * MEGABYTE, file=5 * MEGABYTE, disk=10 * MEGABYTE, files=300, processes=12
)
FIRST, CHECK = "import casebook as cb", 'cb.check("ten-and-ten", "C")'
# What somebody's cell does, small enough for any machine, and what is said of the run.
HOSTILE = {
    "loops": ("while True: pass", "3 (took too long)"),
    "exits": ("import os; os._exit(1)", "3 (ended the kernel)"),
    "kills": ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", None),
    "forks": (
        "import os, time\nfor _ in range(5):\n    os.fork()\ntime.sleep(3)",
        "was stopped",
    ),
    "starts programs": (
        "import subprocess, time\nfor _ in range(20):\n    subprocess.Popen(['sleep', '4'])\ntime.sleep(3)",
        "too many processes",
    ),
    "fills memory": ("kept = [bytearray(b'x' * 2**20) for _ in range(2000)]", None),
    "fills memory by children": (
        "import subprocess, sys\nfor _ in range(4):\n"
        "    subprocess.Popen([sys.executable, '-c', 'kept = b\"x\" * 2**28; import time; time.sleep(8)'])\n"
        "import time; time.sleep(3)",
        "too much memory",
    ),
    "writes a large file": ("open('large', 'wb').write(b'x' * 2**23)", None),
    "fills the disk": (
        "import time\nfor name in range(4):\n    open(f'{name}', 'wb').write(b'x' * 2**22)\ntime.sleep(2)",
        "wrote too much",
    ),
    "makes files": (
        "import time\nfor name in range(400):\n    open(f'{name}', 'w').close()\ntime.sleep(2)",
        "too many files",
    ),
    "prints": ("for _ in range(20):\n    print('x' * 10**7)", None),
    "shouts": ("for _ in range(30):\n    display({'text/plain': 'x' * 10**6}, raw=True)", None),
    "roars": ("display({'text/plain': 'x' * 10**7}, raw=True)", None),
    "lies": ("display({'application/vnd.casebook.verdict+json': {'exercise': [1]}}, raw=True)", None),
    "raises": ("raise ValueError", None),
    "leaves": ("exit()", None),
    "deletes": ("import pathlib, shutil\nshutil.rmtree(PRECIOUS, ignore_errors=True)", None),
    "locks": ("import os\nos.chmod(PRECIOUS, 0)", None),
    "ends its parent": ("import os, signal; os.kill(os.getppid() or os.getpid(), signal.SIGKILL)", None),
    "calls home": ("import socket\nsocket.create_connection(('127.0.0.1', PORT), 2)", None),
}


# What became of the check at the end: its verdict is new, or it is the one that was saved.
REACHED, WAITING = ("right", "re-run"), ("unanswered", "read")


def begun() -> set[psutil.Process]:
    """What runs beneath the processes that this one has begun."""
    return {each for child in psutil.Process().children() for each in child.children(recursive=True)}


@pytest.fixture(scope="module")
def others():
    """What other tests have left running in this process."""
    return begun()


@pytest.fixture(scope="module")
def ran(tmp_path_factory, others):
    """Each hostile submission with a check behind it, one beside the other; a precious folder and a listening port."""
    precious = tmp_path_factory.mktemp("instructor") / "precious"
    precious.mkdir()
    (precious / "marks.txt").write_text("kept")
    folder = tmp_path_factory.mktemp("class")
    with socket.create_server(("127.0.0.1", 0)) as server:
        names = {"PRECIOUS": repr(str(precious)), "PORT": str(server.getsockname()[1])}
        for who, (source, _) in HOSTILE.items():
            filled = re.sub("|".join(names), lambda found: names[found[0]], source)
            cells = [FIRST, 'cb.check("no-number-given", {"C130"})', filled, CHECK]
            (folder / who).mkdir()
            (folder / who / "00.ipynb").write_bytes(saved(cells_of(cells)))
        files = read_all(folder, keep_cells=True)
        run_again(files, LIMITS)
        server.settimeout(0.1)
        try:
            server.accept()
            called = True
        except TimeoutError:
            called = False
    return files, precious, called


def cells_of(sources: list[str]) -> dict:
    return {"nbformat": 4, "cells": [{"cell_type": "code", "source": source, "outputs": []} for source in sources]}


@pytest.mark.parametrize("who", HOSTILE)
def test_a_submission_costs_only_itself(who, ran):
    files, _, _ = ran
    (file,) = (file for file in files if file.path.startswith(f"{who}/"))
    answers = {key: (each.state, each.origin) for key, each in file.answers.items()}
    assert answers["no-number-given"] == ("not_yet", "re-run")
    said = HOSTILE[who][1]
    assert not said or said in " ".join(file.remarks)
    stopped = any(line in file.remarks for line in words.ENDED.values())
    # One that was stopped may have reached its last check just before.
    assert answers["ten-and-ten"] == REACHED or (stopped and answers["ten-and-ten"] == WAITING)


def test_every_verdict_says_whether_it_was_read_or_run(ran):
    files, _, _ = ran
    origins = {answer.origin for person in people(files) for answer in person.answers.values()}
    assert origins == {"read", "re-run"}


def test_the_page_marks_each_verdict_that_was_not_run_again(ran):
    files, _, _ = ran
    shown = BeautifulSoup(page(Report("class", files, people(files), held(words.RAN_CODE))), "html.parser")
    waiting = next(
        head for head in shown.find(id="ten-and-ten").find_next_siblings("h4") if "Not answered" in head.text
    )
    names = waiting.find_next("p").get_text()
    left = [file.path.split("/")[0] for file in files if file.answers["ten-and-ten"].origin == WAITING[1]]
    assert [name for name in left if name not in names] == []
    assert names.count(words.NOT_RUN_AGAIN) == len(left) > 0


def test_the_instructors_files_are_as_they_were_or_the_report_says_that_nothing_held(ran):
    _, precious, _ = ran
    kept = precious.exists() and (precious / "marks.txt").read_text() == "kept" and precious.stat().st_mode & 0o700
    assert kept if walls.stand() else words.OPEN in held(words.RAN_CODE)


def test_no_address_is_reached_or_the_report_says_so(ran):
    _, _, called = ran
    assert not called if walls.stand() else words.OPEN in held(words.RAN_CODE)


def test_nothing_is_left_running(ran, others):
    assert ran
    assert begun() - others == set()


# Linux ends what was started even where the command could not.
ENDINGS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP] + [signal.SIGKILL] * (sys.platform == "linux")


@pytest.mark.parametrize("number", ENDINGS)
def test_students_code_ends_with_the_command_however_that_ends(number, tmp_path):
    sleeps = f"import subprocess\nsubprocess.Popen(['sleep', '987'], start_new_session=True).wait()\n{CHECK}"
    for name in ("Ana", "Ben"):
        (tmp_path / "class" / name).mkdir(parents=True)
        (tmp_path / "class" / name / "00.ipynb").write_bytes(saved(v4.new_notebook(cells=[v4.new_code_cell(sleeps)])))
    command = [sys.executable, "-m", "casebook.cli", "report", "class", "--run"]
    with (tmp_path / "log").open("w") as log:
        running = subprocess.Popen(command, cwd=tmp_path, stdout=log, stderr=log)
    started, end = [], time.monotonic() + 60
    while "sleep" not in [each.name() for each in started] and time.monotonic() < end:
        time.sleep(0.2)
        started = psutil.Process(running.pid).children(recursive=True)
    running.send_signal(number)
    assert running.wait(20)
    _, left = psutil.wait_procs(started, timeout=10)
    assert left == []
    assert not (tmp_path / "report.html").exists()


def test_a_run_gives_the_verdicts_of_the_cells_it_ran(tmp_path):
    made = notebook(bare("00-start-here"), lambda key: verdict(key, 1))
    (tmp_path / "Ana.ipynb").write_bytes(saved(made))
    files = read_all(tmp_path, keep_cells=True)
    before = {key: answer.state for key, answer in files[0].answers.items()}
    run_again(files, Limits())
    after = {key: (answer.state, answer.origin) for key, answer in files[0].answers.items()}
    assert after["no-number-given"] == after["ten-and-ten"] == ("right", "re-run")
    differs = [key for key in after if before[key] != after[key][0]]
    assert words.DIFFERS.format(keys=", ".join(differs)) in files[0].remarks


def test_nothing_of_the_instructors_environment_is_handed_on(monkeypatch):
    monkeypatch.setenv("SECRET", "a token")
    look = 'import os\nletter = "A" if "SECRET" in os.environ or "token" in str(os.environ) else "C"'
    (run,) = asyncio.run(run_all([("Ana", [FIRST, look, 'cb.check("ten-and-ten", letter)'])], Limits())).values()
    assert [record["state"] for record in run.records] == ["right"]


def test_cells_may_write_beside_themselves_and_read_it_again():
    cells = [FIRST, "open('mine.txt', 'w').write('C')", 'cb.check("ten-and-ten", open("mine.txt").read())']
    (run,) = asyncio.run(run_all([("Ana", cells)], Limits())).values()
    assert [record["state"] for record in run.records] == ["right"]


def test_every_solution_of_every_chapter_is_right_when_it_is_run_again(tmp_path):
    for path in (NOTEBOOKS / "instructor").glob("*.ipynb"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    files = read_all(tmp_path, keep_cells=True)
    saved_states = [{key: (each.state, each.label) for key, each in file.answers.items()} for file in files]
    run_again(files, Limits())
    assert {each.origin for file in files for each in file.answers.values()} == {"re-run"}
    fresh = [{key: (each.state, each.label) for key, each in file.answers.items()} for file in files]
    assert fresh == saved_states
    assert {state for states in fresh for state, _ in states.values()} == set(READY)


def test_what_a_class_runs_is_what_each_would_say_alone():
    forget()
    letters = "ABCDE"
    jobs = [(letter, [FIRST, f'cb.check("ten-and-ten", "{letter}").points(2)']) for letter in letters]
    runs = asyncio.run(run_all(jobs, Limits()))
    assert {letter: run.records for letter, run in runs.items()} == {
        letter: [cb.check("ten-and-ten", letter).record] for letter in letters
    }


def test_the_command_says_that_it_runs_students_code(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("class").mkdir()
    Path("class/Ana.ipynb").write_text(json.dumps(cells_of([FIRST, CHECK])), encoding="utf-8")
    Path("class/notes.txt").write_text("none")
    done = CliRunner().invoke(main, ["report", "class", "--run"])
    assert done.exit_code == 0, done.output
    assert held(words.RUNS_CODE) in done.output.splitlines()
    assert "0 read from the file, 1 run again" in Path("report.html").read_text(encoding="utf-8")
