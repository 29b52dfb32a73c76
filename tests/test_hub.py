"""The hub on trial answers to this machine alone, and its simulated students do in a notebook what students do."""

import importlib
import json
import re
import socket
from types import SimpleNamespace

import nbformat
import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell
from traitlets.config import Config

from casebook import lab
from casebook.folders import NOTEBOOKS
from rules.pair import load as pair
from serving import Served

HUB = NOTEBOOKS.parent / "tools" / "hub"
FILE = "00-start-here.ipynb"


@pytest.fixture(scope="module")
def beside():
    """The modules that stand beside the hub's configuration can be imported."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(HUB))
        yield


@pytest.fixture(scope="module")
def student(beside):
    """The module of simulated students."""
    return importlib.import_module("student")


@pytest.fixture(scope="module")
def load(beside):
    """The module that lets a class of them work."""
    return importlib.import_module("load")


@pytest.fixture(scope="module")
def server(student, tmp_path_factory):
    """A running Jupyter server as a simulated student sees it, and the folder of its notebooks."""
    home = tmp_path_factory.mktemp("home")
    running = Served(home, "--no-browser")
    yield student.Server(running.address, running.token), home / "casebook-work"
    running.stop()


@pytest.fixture
def configured(tmp_path, monkeypatch):
    """What JupyterHub reads from the configuration, started in an empty folder."""
    monkeypatch.chdir(tmp_path)
    config = Config()
    exec((HUB / "jupyterhub_config.py").read_text(encoding="utf-8"), {"get_config": lambda: config})
    return config


def test_nothing_of_the_hub_listens_to_another_machine(configured):
    addresses = [configured.JupyterHub.bind_url, configured.JupyterHub.hub_ip, configured.Spawner.ip]
    addresses.append(configured.ConfigurableHTTPProxy.api_url)
    assert {re.sub(r"^http://|:\d+$", "", each) for each in addresses} == {"127.0.0.1"}


def test_a_student_of_the_hub_finds_the_notebooks_and_keeps_what_was_written(configured, tmp_path):
    spawner = SimpleNamespace(user=SimpleNamespace(name="student-01"))
    configured.Spawner.pre_spawn_hook(spawner)
    home = tmp_path / "homes" / "student-01"
    assert configured.SimpleLocalProcessSpawner.home_dir_template.format(username="student-01") == str(home)
    (home / lab.FIRST).write_text("my own answers")
    configured.Spawner.pre_spawn_hook(spawner)
    assert (home / lab.FIRST).read_text() == "my own answers"
    assert sorted(path.name for path in home.iterdir()) == sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))


def test_a_simulated_student_answers_every_exercise_and_hands_in_what_was_run(student, server):
    opened, folder = server
    notebook = opened.open(FILE)
    student.answer(notebook)
    opened.run(notebook)
    opened.save(FILE, notebook)
    saved = nbformat.read(folder / FILE, as_version=4)
    assert list(student.exercises(saved)) == [each.key for each in pair("00-start-here").exercises]
    assert student.faults(saved) == []


def test_an_answer_that_no_check_accepts_and_an_error_are_faults(student, server):
    opened, _ = server
    notebook = opened.open(FILE)
    student.answer(notebook)
    student.exercises(notebook)["ten-and-ten"].source = 'letter = "A"'
    notebook.cells.append(new_code_cell("1 / 0"))
    opened.run(notebook)
    assert student.faults(notebook) == ["ZeroDivisionError: division by zero", "ten-and-ten: misreading"]


def test_a_notebook_that_was_never_run_is_not_taken_for_a_right_one(student):
    unrun = nbformat.reads(json.dumps(pair("00-start-here").student), as_version=4)
    for cell in unrun.cells:
        cell.outputs = []
    assert student.faults(unrun) == [f"{key}: not checked" for key in student.exercises(unrun)]


def test_a_hub_that_does_not_answer_is_one_fault_of_each_student(load):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        hub = f"http://127.0.0.1:{silent.getsockname()[1]}"
        done = CliRunner().invoke(
            load.main, ["--students", "2", "--every", "0", "--hub", hub, FILE.removesuffix(".ipynb")]
        )
    assert done.exit_code == 1
    assert [line.partition(":")[0] for line in done.output.splitlines() if "log in:" in line] == [
        "- student-01",
        "- student-02",
    ] * 2


def test_a_class_is_told_by_its_middle_and_its_highest_student(load):
    visits = [load.Visit(None, figures={"run, s": seconds}) for seconds in (1, 2, 9)]
    assert load.table(visits).splitlines()[-1] == "| run, s | 2.0 | 9.0 |"
