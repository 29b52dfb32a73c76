"""The command that reports on a class: a page, a table of scores, and one sentence for what cannot be done."""

import csv
import io
import os
from collections import Counter

import pytest
from click.testing import CliRunner
from nbformat import v4

from answers import BY_HAND
from casebook.cli import main
from casebook.exercise.verdict import SCORES
from casebook.report import words
from casebook.report.course import people
from casebook.report.files import read_all
from casebook.report.page import MARK
from casebook.report.scores import scores
from handed_in import RIGHT, hand_in, put, saved, small, zipped

LONG = "a" * 300


def test_half_a_character_in_a_name_or_a_text_stops_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    halved = small("say-who-says", "not_yet")
    halved["cells"].insert(0, v4.new_code_cell('letter = "half \ud800"'))
    put(tmp_path, {"class/Ana/00.ipynb": saved(halved), os.fsdecode(b"class/Ren\xe9/00.ipynb"): RIGHT})
    done = CliRunner().invoke(main, ["report", "class", "--csv", "scores.csv"])
    assert "2 students, 2 files." in done.output.splitlines()
    assert "half ?" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_table_of_scores_is_that_of_the_checks(tmp_path):
    ledger = hand_in(tmp_path, 12)
    rows = list(csv.DictReader(io.StringIO(scores(people(read_all(tmp_path))))))
    assert len(rows) == 12
    asked = {key for _, key in ledger.given}
    total = Counter()
    for (_, key), (state, _) in ledger.given.items():
        total["04" if key != "say-who-says" and "number-given" not in key and "ten" not in key else "00"] += (
            0 if key in BY_HAND else SCORES.get(state, 0.0)
        )
    assert {number: sum(float(row[f"{number} score"]) for row in rows) for number in ("00", "04")} == total
    assert {row["04 out of"] for row in rows} == {str(len([key for key in asked if key not in BY_HAND]) - 2)}
    assert {row["ID"] for row in rows} - {""}
    assert {row["Identifier"] for row in rows} - {""}


def test_a_name_cannot_become_a_formula(tmp_path):
    put(tmp_path, {"=HYPERLINK(1)/00.ipynb": RIGHT, "Ana/00.ipynb": RIGHT})
    rows = list(csv.reader(io.StringIO(scores(people(read_all(tmp_path))))))
    assert [row[0] for row in rows[1:]] == ["'=HYPERLINK(1)", "Ana"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere"], "There is no nowhere: a folder or a zip with the notebooks of a class is wanted."),
        (["one.ipynb"], "one.ipynb is one file: a folder or a zip with the notebooks of a class is wanted."),
        (["empty"], "Nothing is in empty: a folder or a zip with the notebooks of a class is wanted."),
        (["empty.zip"], "Nothing is in empty.zip: a folder or a zip with the notebooks of a class is wanted."),
        ([LONG], f"{LONG} cannot be opened: File name too long. A folder or a zip with the notebooks of a class is "
                 "wanted."),
        (["class", "--out", "."], ". should end in .html, for example report.html."),
        (["class", "--csv", ".."], ".. should end in .csv, for example report.csv."),
        (["class", "--out", f"{LONG}.html"], f"{LONG}.html cannot be written: File name too long. Give another place."),
        (["class", "--out", "one.ipynb"], "one.ipynb should end in .html, for example one.html."),
        (["class", "--out", "mine.html"], "mine.html is there already and is no report of the casebook: give another "
                                          "name."),
        (["class", "--csv", "no/such.csv"], "no/such.csv cannot be written: there is no such folder. Give another "
                                            "place."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_sentence(arguments, sentence, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"class/Ana/00.ipynb": RIGHT, "one.ipynb": RIGHT, "mine.html": b"<p>my own"})
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.zip").write_bytes(zipped())
    done = CliRunner().invoke(main, ["report", *arguments])
    assert done.exit_code == 1
    assert done.output.splitlines()[-1] == f"casebook: {sentence}"
    assert (tmp_path / "mine.html").read_bytes() == b"<p>my own"


def test_the_command_writes_a_page_and_a_table_and_writes_them_again(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"class/Ana/00.ipynb": RIGHT})
    for _ in range(2):
        done = CliRunner().invoke(main, ["report", "class", "--csv", "scores.csv"])
        assert done.output.splitlines()[1:] == ["1 student, 1 file.", "Written: report.html", "Written: scores.csv"]
        assert done.exit_code == 0
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith(MARK)


@pytest.mark.parametrize("there", ["a file of another kind", "a folder"])
def test_what_is_no_report_is_never_written_over(there, tmp_path):
    hand_in(tmp_path / "class", 1)
    target = tmp_path / "mine.html"
    if there == "a folder":
        target.mkdir()
    else:
        target.write_text("my own notes", encoding="utf-8")
    done = CliRunner().invoke(main, ["report", str(tmp_path / "class"), "--out", str(target)])
    assert done.exit_code == 1
    assert words.NOT_OURS.format(target=target) in done.output
    assert target.is_dir() or target.read_text(encoding="utf-8") == "my own notes"
