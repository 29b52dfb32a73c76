"""An instructor can teach another crisis: the package reads another data folder, and a class gets its notebooks."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import casebook as cb
from casebook import lab, server
from casebook.cli import main
from casebook.datapackage import table_in
from casebook.decision.pages import key_of
from casebook.folders import DATA, PRACTICE, ROOT, SEEDS
from casebook.frames import BrokenTableError
from casebook.integrity import faults
from casebook.lookup import OtherTablesError
from charted import CHARTS, drawn
from serving import Served

NOTEBOOK = "00-start-here.ipynb"
README = (ROOT / "README.md").read_text(encoding="utf-8")
TAUGHT = README.partition("## Teach another crisis")[2].partition("\n## ")[0]


@pytest.fixture
def crisis(tmp_path):
    """A data folder with one notebook of its own."""
    folder = shutil.copytree(PRACTICE, tmp_path / "sallowmere")
    (folder / "notebooks").mkdir()
    (folder / "notebooks" / NOTEBOOK).write_text('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    return folder


def changed(folder: Path, change) -> Path:
    """The folder, with another descriptor."""
    path = folder / "datapackage.json"
    package = json.loads(path.read_text(encoding="utf-8"))
    change(package)
    path.write_text(json.dumps(package), encoding="utf-8")
    return folder


def test_a_kernel_of_lab_begins_with_the_folder_and_use_turns_back_to_the_casebook(crisis):
    code = "import casebook as cb; a = len(cb.events()); cb.use(); print(a, len(cb.events()))"
    environment = {**os.environ, "CASEBOOK_DATA": str(crisis)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(len(table_in(place, "events"))) for place in (PRACTICE, DATA)]


@pytest.mark.parametrize(("taught", "handed_on"), [(lab.CASEBOOK, False), (None, True)], ids=["own", "another"])
def test_lab_hands_the_folder_on_to_its_kernels(taught, handed_on, crisis, monkeypatch):
    monkeypatch.delenv("CASEBOOK_DATA", raising=False)
    started = {}
    monkeypatch.setattr(server.subprocess, "Popen", lambda command, **more: started.update(more, command=command))
    data = (taught or lab.another(crisis)).data
    with tempfile.TemporaryFile() as log:
        server.start(server.Session(crisis, 8888, "token", "/lab", data), browser=False, log=log)
    assert started["env"].get("CASEBOOK_DATA") == (str(crisis) if handed_on else None)
    assert "--LabApp.default_url=/lab" in started["command"]


def test_lab_gives_a_class_the_notebooks_of_the_folder_and_none_of_the_casebook(crisis, tmp_path):
    running = Served(tmp_path, "class", "--no-browser", "--data", str(crisis))
    listed = json.loads(running.get("/api/contents"))["content"]
    running.stop()
    assert "class: 1 copied, 0 left as they were." in running.line
    assert [each["name"] for each in listed] == [NOTEBOOK]


def test_a_notebook_that_was_edited_is_left_alone(crisis, tmp_path):
    notebooks = lab.another(crisis).notebooks
    assert lab.copy_missing(tmp_path / "class", notebooks) == (1, 0)
    (tmp_path / "class" / NOTEBOOK).write_text("my answers", encoding="utf-8")
    assert lab.copy_missing(tmp_path / "class", notebooks) == (0, 1)
    assert (tmp_path / "class" / NOTEBOOK).read_text(encoding="utf-8") == "my answers"


def test_without_notebooks_lab_opens_on_the_folder(crisis, tmp_path):
    shutil.rmtree(crisis / "notebooks")
    taught = lab.another(crisis)
    assert lab.copy_missing(tmp_path / "class", taught.notebooks) == (0, 0)
    assert lab._page(tmp_path / "class", taught) == "/lab"


def test_a_folder_without_a_data_package_gets_one_sentence(tmp_path):
    done = CliRunner().invoke(main, ["lab", str(tmp_path / "class"), "--data", str(tmp_path)])
    assert done.exit_code == 1
    assert done.output == f"casebook: {tmp_path} holds no datapackage.json, so it is not a casebook data folder.\n"
    assert not (tmp_path / "class").exists()


def test_the_invented_case_passes_the_check_from_its_own_folder(crisis):
    done = CliRunner().invoke(main, ["data", "check", str(crisis)])
    assert done.exit_code == 0
    assert done.output.startswith("No faults (12 tables")


@pytest.mark.parametrize("verb", ["timeline", "toll", "move_matrix", "area_map", "linked", "show", "cite", "about"])
def test_the_same_verbs_run_from_its_own_folder(verb, crisis):
    cb.use(crisis)
    if verb in CHARTS:
        assert "Amberlow" in json.dumps(drawn(verb, getattr(cb, CHARTS[verb])()).to_dict())
    elif verb == "about":
        assert "Casualty reports" in cb.about("casualties").text
    else:
        words = getattr(cb, verb)("C904")
        assert "Ansel Quillfen" in getattr(words, "text", str(words))


def test_a_report_on_several_events_is_told_without_words_of_this_crisis(crisis):
    combined = "C912,,killed,combined,6,,at_least,stated,people,not_stated,not_stated,,,not named,,,unknown,\n"
    path = crisis / "casualties.csv"
    path.write_text(path.read_text(encoding="utf-8") + combined, encoding="utf-8")
    cb.use(crisis)
    chart = cb.toll(cb.casualties())
    charted = json.dumps(chart.to_dict(), ensure_ascii=False) + cb.as_table(chart).to_string()
    pages = [cb.about("scope").text, cb.about("casualties", "scope").text]
    for told in (cb.show("C912").text, cb.cite("C912"), charted, *pages):
        assert "both strikes" not in told.casefold()
    assert "Several events together" in cb.show("C912").text
    assert "Several events together · reported killed" in charted


@pytest.mark.parametrize("name", ["arrange", "clocks", "codings"])
def test_what_is_about_the_casebooks_own_rows_says_so_and_how_to_turn_back(name, crisis, tmp_path):
    shutil.copytree(SEEDS, tmp_path / "seeds")
    fewer = shutil.copytree(DATA, tmp_path / "fewer")
    events = (fewer / "events.csv").read_text(encoding="utf-8")
    (fewer / "events.csv").write_text(re.sub(r"\nE(084|092),.*", "", events), encoding="utf-8")
    for folder in (crisis, changed(crisis, lambda package: package.pop("name")), fewer):
        cb.use(folder)
        with pytest.raises(OtherTablesError, match=rf"^cb\.{name} is about .* own tables.*`cb\.use\(\)` turns back"):
            getattr(cb, name)()
    for place in (cb.own_source(tmp_path / "mine").folder, None):
        cb.use(place)
        assert getattr(cb, name)() is not None


def test_a_link_within_a_table_need_not_name_the_table(crisis):
    def unnamed(package):
        for each in package["resources"]:
            for link in each["schema"].get("foreignKeys", []):
                if not link["reference"]["resource"]:
                    del link["reference"]["resource"]

    cb.use(crisis)
    named = [cb.about("casualties", "echo_of").text, cb.show("C904").text]
    cb.use(changed(crisis, unnamed))
    assert [cb.about("casualties", "echo_of").text, cb.show("C904").text] == named
    assert "casualties.report_id" in named[0]


def test_the_pages_of_a_room_are_read_again_when_a_folder_is_turned_to_again(tmp_path):
    folder = shutil.copytree(DATA, tmp_path / "data")
    cb.use(folder)
    assert cb.room("islamabad").text
    path = folder / "room.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"id": "islamabad"', '"id": "karachi"'), encoding="utf-8")
    cb.use(folder)
    assert cb.room("karachi").text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda package: package.pop("sides"), "its `sides` do not name two rows of actors"),
        (lambda package: package.update(sides=["amberlow", "atlantis"]), "its `sides` do not name two rows of actors"),
        (
            lambda package: [
                field.pop("begins", None) for each in package["resources"] for field in each["schema"]["fields"]
            ],
            "`begins` of events.phase does not date every phase",
        ),
        (
            lambda package: [
                field.get("constraints", {}).pop("enum", None)
                for each in package["resources"]
                for field in each["schema"]["fields"]
                if field["name"] == "phase"
            ],
            "`begins` of events.phase does not date every phase",
        ),
    ],
    ids=["no sides", "a side that is nobody", "no days of phases", "no phases"],
)
def test_what_a_chart_lacks_in_the_descriptor_is_one_plain_sentence_and_the_check_tells_it(change, words, crisis):
    cb.use(changed(crisis, change))
    with pytest.raises(BrokenTableError, match=re.escape(words)):
        cb.timeline(cb.events())
    told = faults(crisis)
    assert {fault.file for fault in told} == {"datapackage.json"}
    assert len(told) == 1


@pytest.mark.parametrize("content", [None, b"caf\xe9", b"\xff\xfe"], ids=["missing", "latin", "bytes"])
@pytest.mark.parametrize("verb", ["show", "read"])
def test_a_text_that_cannot_be_read_is_one_plain_sentence_and_the_check_tells_it(verb, content, crisis):
    text = crisis / "practice.txt"
    text.unlink()
    if content:
        text.write_bytes(content)
    cb.use(crisis)
    with pytest.raises(BrokenTableError, match=r"^practice.txt cannot be read: .*; `casebook data check") as told:
        cb.read() if verb == "read" else cb.show(cb.passages()["passage_id"].iloc[0])
    assert str(crisis) in str(told.value)
    assert [fault.rule for fault in faults(crisis)] == ["file"]


ROOMS = [b"{}", b"[]", b"room", b"\xff", b'{"rooms": 3}', b'{"rooms": [[]]}', b'{"rules": [], "rooms": [{"id": "a"}]}']


@pytest.mark.parametrize("content", ROOMS, ids=map(str, ROOMS))
def test_pages_of_a_room_that_cannot_be_read_are_one_plain_sentence_and_the_check_tells_it(content, crisis):
    for name in ("room.json", "room_key.json"):
        (crisis / name).write_bytes(content)
    cb.use(crisis)
    with pytest.raises(BrokenTableError, match=r"^room.json cannot be read: [^{}]*; `casebook data check"):
        cb.room("quay")
    with pytest.raises(BrokenTableError, match=r"^room_key.json cannot be read: [^{}]*; `casebook data check"):
        key_of("quay-1")
    assert {fault.file for fault in faults(crisis)} == {"room.json", "room_key.json"}


def test_the_order_of_the_sides_is_the_order_of_the_lanes(crisis):
    cb.use(changed(crisis, lambda package: package["sides"].reverse()))
    lanes = cb.timeline(cb.events()).to_dict()["datasets"]["lanes"]
    assert [each["lane"] for each in lanes] == ["Thistermark", "Diplomacy", "Amberlow", "Others"]


def test_places_outside_the_casebooks_map_stand_on_a_plain_sheet(crisis):
    cb.use(crisis)
    events = cb.events()
    for rows in (events, events[events["place_id"] == "low-sallow"], events[events["place_id"].isna()]):
        spec = cb.area_map(rows).to_dict()
        assert "in the plain view" in spec["description"]
        assert "No coast and no border is drawn" in json.dumps(spec)


@pytest.mark.parametrize("words", ["`sides`", "`begins`", "`text`", "casebook data check", "casebook lab", "cb.use("])
def test_the_readme_says_how(words):
    assert words in TAUGHT
