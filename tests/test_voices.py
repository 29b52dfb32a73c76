"""Who stands behind a figure: one mark per report, nothing summed, and a voice that can be left out."""

import re

import pandas as pd
import pytest

import casebook as cb
from casebook import renderer
from casebook.charts.frames import MissingColumnsError
from casebook.charts.sides import root
from casebook.charts.table import as_table
from casebook.charts.voices import VOICES, voice, voices
from casebook.folders import NOTEBOOKS

WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
REPORTS = cb.casualties()
STRIKE = REPORTS[(REPORTS["event_id"] == "E092") & (REPORTS["measure"] == "killed")]


def _marks(chart):
    data = renderer.specification(chart)["datasets"].values()
    return next(pd.DataFrame(rows) for rows in data if "report" in rows[0])


def test_every_report_is_one_mark_and_no_two_marks_share_a_place():
    marks = _marks(voices(STRIKE))
    assert set(marks["report"]) == set(STRIKE["report_id"])
    assert not marks.duplicated(["x", "y"]).any()


@pytest.mark.parametrize("reporter", sorted(REPORTS["reporter_id"].dropna().unique()))
def test_every_reporter_has_a_kind_of_voice(reporter):
    assert voice(reporter) in VOICES


def test_a_department_and_its_movement_are_one_root():
    assert root("paank") == root("qazi-dad-mohd-rehan") == root("bnm") == "bnm"


def test_the_chapter_says_in_words_what_is_left_without_the_iranian_lines_and_without_copies():
    marks = _marks(voices(STRIKE))
    left = marks[~marks["voice"].isin(["Iranian officials and state", "Iranian outlets"]) & (marks["repeats"] == "")]
    nine, ten = (sorted(left.loc[left["column"] == figure, "report"]) for figure in ("9", "10"))
    all_nine, all_ten = (marks["column"] == "9").sum(), (marks["column"] == "10").sum()
    notebook = (NOTEBOOKS / "04-counting-the-dead.ipynb").read_text(encoding="utf-8")
    (said,) = re.findall(r"Leave out both Iranian lines, and the copies as well\. (.+?) How often", notebook)
    assert said.startswith(f"Of {all_nine} reports with nine, {WORDS[len(nine)]} stay: ")
    assert said.endswith(f"Of {WORDS[all_ten]} with ten, {WORDS[len(ten)]} stay ({', '.join(ten)}).")
    assert re.findall(r"C\d{3}", said) == [*nine, *ten]


def test_the_chapter_says_in_words_how_many_rows_reporters_and_copies_there_are():
    notebook = (NOTEBOOKS / "04-counting-the-dead.ipynb").read_text(encoding="utf-8")
    unnamed, copies = STRIKE["reporter_id"].isna().sum(), STRIKE["echo_of"].notna().sum()
    assert f"{len(STRIKE)} rows, in which {STRIKE['reporter_id'].nunique()} different reporters are named" in notebook
    assert f"{WORDS[unnamed].title()} rows name no reporter." in notebook
    assert f"{WORDS[copies].title()} rows are an *echo*: they repeat another." in notebook


def test_every_kind_of_voice_has_a_box_of_its_own_and_so_have_copies():
    spec = renderer.specification(voices(STRIKE))
    boxes = {each["name"]: each["bind"] for each in spec["params"]}
    kinds = list(_marks(voices(STRIKE)).sort_values("line")["voice"].unique())
    assert [bind["name"].strip() for bind in boxes.values()] == [
        *(f"Leave out: {each}" for each in kinds),
        "Leave out: rows that repeat another",
    ]
    assert {bind["input"] for bind in boxes.values()} == {"checkbox"}


def test_figures_for_one_group_stand_apart_from_those_for_everybody():
    marks = _marks(voices(STRIKE)).sort_values("x")
    assert list(marks["column"].unique()) == ["7", "9", "10", "no figure", "0, of one group", "5, of one group"]


def test_a_mark_that_is_left_out_stays_visible_as_an_outline():
    opacity = renderer.specification(voices(STRIKE))["layer"][0]["encoding"]
    assert opacity["fillOpacity"]["condition"]["value"] == 0
    assert opacity["strokeOpacity"]["condition"]["value"] >= 0.35


def test_the_table_beside_it_has_every_report():
    assert list(as_table(voices(STRIKE))["Report"]) == list(STRIKE["report_id"])


def test_an_empty_frame_says_so_and_a_missing_column_is_named():
    assert "No reports" in voices(STRIKE.head(0)).to_dict()["description"]
    with pytest.raises(MissingColumnsError, match="echo_of"):
        voices(STRIKE.drop(columns="echo_of"))
    with pytest.raises(TypeError, match=r"^cb\.charts\.voices\.voices draws a table"):
        voices(7)
