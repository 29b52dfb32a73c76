"""`casebook lab` opens a reader's own notebooks, keeps what they wrote, and asks nothing of the network."""

import errno
import json
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
from pathlib import Path

import pytest
from click.testing import CliRunner

from casebook import lab, server
from casebook.cli import main
from casebook.folders import NOTEBOOKS
from serving import Served

OWN = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))


def said(*arguments: object) -> tuple[int, str]:
    """The exit code and the words of one `casebook` command."""
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    return result.exit_code, result.output.strip()


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    own = home / ".jupyter" / "labconfig" / "page_config.json"
    own.parent.mkdir(parents=True)
    own.write_text(json.dumps({"disabledExtensions": {"of-my-own": True}}))
    running = Served(home, "--no-browser")
    yield running
    running.stop()


@pytest.fixture(scope="module")
def page(served):
    """What JupyterLab's page is told before it starts."""
    told = re.compile(rb'jupyter-config-data" type="application/json">\s*(\{.*?\})\s*</script', re.DOTALL)
    return json.loads(told.search(served.get("/lab"))[1])


def test_every_notebook_is_copied_byte_for_byte(tmp_path):
    assert lab.copy_missing(tmp_path / "new" / "folder") == (len(OWN), 0)
    copies = {path.name: path.read_bytes() for path in (tmp_path / "new" / "folder").iterdir()}
    assert copies == {name: (NOTEBOOKS / name).read_bytes() for name in OWN}
    assert lab.FIRST in copies


def test_an_edited_notebook_is_never_overwritten_and_a_lost_one_comes_back(tmp_path):
    lab.copy_missing(tmp_path)
    lost = [name for name in OWN if name != lab.FIRST]
    for name in lost:
        (tmp_path / name).unlink()
    (tmp_path / lab.FIRST).write_text("my own answers")
    assert lab.copy_missing(tmp_path) == (len(lost), 1)
    assert (tmp_path / lab.FIRST).read_text() == "my own answers"
    assert sorted(path.name for path in tmp_path.iterdir()) == OWN


def test_no_solution_reaches_the_folder(tmp_path):
    lab.copy_missing(tmp_path)
    assert [path.name for path in tmp_path.iterdir() if "### BEGIN SOLUTION" in path.read_text(encoding="utf-8")] == []


def test_a_file_is_not_a_folder(tmp_path):
    file, folder = tmp_path / "notes.txt", tmp_path / "casebook-work"
    file.write_text("")
    code, words = said("lab", file)
    assert code == 1
    assert words == f"casebook: {file} is a file, but a folder is wanted, for example {folder}."


def test_a_folder_that_cannot_be_made_gets_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    code, words = said("lab", tmp_path / "file" / "below")
    assert code == 1
    assert re.fullmatch(
        r"casebook: Notebooks cannot be copied into .*below: Not a directory\. Choose another folder\.", words
    )


@pytest.mark.parametrize("what", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_notebook_that_could_not_be_copied_whole_does_not_stay_as_if_it_were_the_readers(what, tmp_path, monkeypatch):
    def breaks_off(source, target):
        target.write(source.read(100))
        raise what

    monkeypatch.setattr(shutil, "copyfileobj", breaks_off)
    with pytest.raises((lab.LabError, KeyboardInterrupt)):
        lab.copy_missing(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a" * 300, "~nobody-has-this-name/class"])
@pytest.mark.parametrize("before", [[], ["class", "--data"]])
def test_what_can_be_no_folder_gets_one_sentence(before, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, words = said("lab", *before, name)
    assert code == 1
    assert re.fullmatch(r"casebook: '.+ cannot be used as a folder: .+\.", words)
    assert list(tmp_path.iterdir()) == []


def test_a_data_folder_may_be_named_from_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "datapackage.json").write_text("{}")
    assert lab.another(Path("~")).data == tmp_path.resolve()


def test_a_server_that_took_the_port_meanwhile_is_not_taken_for_this_one(monkeypatch):
    monkeypatch.setattr(server, "PATIENCE", 0.5)
    mine = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with socket.socket() as other:
        other.bind((server.HOST, 0))
        other.listen()
        took = server.answers(mine, other.getsockname()[1])
    mine.communicate(b"\n")
    assert not took


@pytest.mark.parametrize(
    ("given", "near"),
    [("80", 1024), ("0", 1024), ("-1", 8888), ("99999", 65535), ("8888x", 8888), ("", 8888), ("٣٣", 1024)],
)
def test_a_bad_port_is_named_beside_a_good_one(given, near, tmp_path):
    code, words = said("lab", tmp_path, f"--port={given}")
    assert code == 1
    assert words == (
        f"casebook: {given!r} is not a port: a whole number from 1024 to 65535 is wanted, for example {near}."
    )


def test_a_port_in_use_is_named_beside_a_free_one(tmp_path):
    with socket.socket() as taken:
        taken.bind((server.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, words = said("lab", tmp_path, "--port", port)
        free = re.fullmatch(rf"casebook: Port {port} is in use; (\d+) is free\.", words)[1]
        assert code == 1
        assert server.chosen_port(free) == int(free)


def test_where_every_port_is_taken_another_is_asked_for(tmp_path, monkeypatch):
    with socket.socket() as taken:
        taken.bind((server.HOST, 0))
        taken.listen()
        monkeypatch.setattr(server, "PORTS", [port := taken.getsockname()[1]])
        code, words = said("lab", tmp_path)
    assert (code, words) == (
        1,
        f"casebook: No port from {port} to {port} is free: give another with --port, such as 9999.",
    )


@pytest.mark.parametrize(
    ("given", "near"),
    [
        (["lba"], "lab"),
        (["bild"], "build"),
        (["lab", "--prot", "8890"], "--port"),
        (["lab", "--nobrowser"], "--no-browser"),
    ],
)
def test_a_slip_on_the_command_line_gets_one_line_with_the_nearest(given, near):
    code, words = said(*given)
    assert code
    assert len(words.splitlines()) == 1
    assert given[-1 if len(given) == 1 else 1] in words
    assert near in words


def test_one_line_says_what_was_done_and_where_it_is(served):
    assert f"casebook-work: {len(OWN)} copied, 0 left as they were." in served.line
    assert "Ctrl-C stops it" in served.line


def test_the_notebooks_are_served_to_the_holder_of_the_token_only(served):
    listed = json.loads(served.get("/api/contents"))["content"]
    assert sorted(each["name"] for each in listed) == OWN
    with pytest.raises(urllib.error.HTTPError, match="403"):
        served.get("/api/contents", token="wrong")


def test_a_student_sees_no_tools_for_making_assignments_and_keeps_settings_of_their_own(page):
    assert {"@jupyter/nbgrader", "of-my-own"} <= set(page["disabledExtensions"])


def test_jupyterlab_asks_for_no_news_updates_or_extensions(served, page):
    assert page["news"] == {"disabled": True}
    settings = json.loads(served.get("/lab/api/settings/@jupyterlab/apputils-extension:notification"))
    defaults = {name: each["default"] for name, each in settings["schema"]["properties"].items()}
    assert (defaults["fetchNews"], defaults["checkForUpdates"]) == ("false", False)
    assert json.loads(served.get("/lab/api/update"))["notification"] is None
    assert served.get("/lab/api/extensions?query=theme&refresh=1") is not None


def test_the_browser_opens_on_the_first_notebook(tmp_path):
    browser, opened = tmp_path / "browser", tmp_path / "opened.html"
    browser.write_text(f'#!/bin/sh\ncat "${{1#file://}}" >{opened}.part && mv {opened}.part {opened}\n')
    browser.chmod(0o755)
    running = Served(tmp_path, BROWSER=f"{browser} %s")
    end = time.monotonic() + 20
    while not opened.exists() and time.monotonic() < end:
        time.sleep(0.1)
    running.stop()
    assert f'href="{running.address}/lab/tree/{lab.FIRST}?token={running.token}"' in opened.read_text()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_ends_jupyterlab_at_once_and_says_so(number, tmp_path):
    running = Served(tmp_path, "mine", "--no-browser")
    began = time.monotonic()
    assert running.stop(number) == "JupyterLab is stopped. Your notebooks stay in the folder.\n"
    assert running.process.returncode == 0
    assert time.monotonic() - began < server.GRACE
    with pytest.raises(urllib.error.URLError):  # whoever has the port by now does not know the token
        running.get("/api/status")
