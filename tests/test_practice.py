"""The practice case is invented, kept apart, coded by the book, and each mistake in coding it is told plainly."""

import csv
import hashlib
import json
import re

import pytest
from click.testing import CliRunner

import casebook as cb
import practised
from casebook import article
from casebook.cli import main
from casebook.datapackage import descriptor_in, table_in
from casebook.folders import DATA, PRACTICE
from casebook.integrity import examine, faults
from casebook.integrity.mistakes import rules
from charted import CHARTS, drawn, every_chart
from practised import MISTAKES

HASH = "d0c33c92591ce2d21580fe9ae0db21c878bc33572447ca77b1db45d348b49a70"
KEYED = {"events": "event_id", "statements": "statement_id", "casualties": "report_id", "claims": "claim_id"}
TEXT = (PRACTICE / "practice.txt").read_text(encoding="utf-8")
CODES = {each["code"] for each in MISTAKES}


@pytest.fixture
def in_use():
    cb.use(PRACTICE)


def test_the_text_is_the_one_whose_offsets_are_pinned():
    assert hashlib.sha256((PRACTICE / "practice.txt").read_bytes()).hexdigest() == HASH


def test_the_folder_says_that_everything_in_it_is_invented():
    words = descriptor_in(PRACTICE)["description"] + (PRACTICE / "README.md").read_text(encoding="utf-8")
    assert "INVENTED, every word of it" in words
    assert "# Invented" in words
    assert set(table_in(PRACTICE, "sources")["publisher"]) == {"The Riverside Gazette (invented)"}
    assert table_in(PRACTICE, "places")["note"].str.contains("Invented").all()


@pytest.mark.parametrize("table", KEYED)
def test_no_row_of_it_has_a_key_of_the_real_tables(table):
    invented, real = set(table_in(PRACTICE, table)[KEYED[table]]), set(table_in(DATA, table)[KEYED[table]])
    assert invented.isdisjoint(real)
    assert {key[1] for key in invented} == {"9"}


def test_no_name_of_the_real_crisis_is_in_it():
    real = set(table_in(DATA, "actors")["actor_id"]) | set(table_in(DATA, "places")["place_id"])
    assert real.isdisjoint(table_in(PRACTICE, "actors")["actor_id"])
    assert real.isdisjoint(table_in(PRACTICE, "places")["place_id"])
    files = [path.read_text(encoding="utf-8") for path in PRACTICE.iterdir() if path.name != "README.md"]
    told = [re.sub(r"thirteen-days-in-january|strikes of January 2024", "", each) for each in files]
    assert [
        found for each in told for found in re.findall(r"\b(?:Iran\w*|Pakistan\w*|Baloch\w*|Saravan)\b", each)
    ] == []


def test_its_places_are_far_from_any_coast_of_the_map():
    points = table_in(PRACTICE, "places").dropna(subset=["latitude"])
    assert points["latitude"].between(-48, -47).all()
    assert points["longitude"].between(-127, -125).all()


@pytest.mark.parametrize("table", [each["name"] for each in descriptor_in(PRACTICE)["resources"]])
def test_its_tables_have_the_columns_of_the_real_ones(table):
    assert list(table_in(PRACTICE, table)) == list(table_in(DATA, table))


def test_it_is_coded_by_the_book():
    assert [str(fault) for fault in faults(PRACTICE)] == []
    assert examine(PRACTICE).rules > examine(DATA).rules - 10


def test_the_real_data_are_not_judged_by_the_mistakes_of_the_practice_text():
    names = {
        rule for rule in CODES if rule not in {each["told_by"] for each in MISTAKES if each["told_by"] != each["code"]}
    }
    assert names
    assert {fault.rule for fault in faults(DATA)} == set()


def test_there_are_25_kinds_of_mistakes_and_each_is_known():
    listed = json.loads((PRACTICE / "mistakes.json").read_text(encoding="utf-8"))
    told = {each["code"]: each["told_by"] for each in MISTAKES}
    assert len(told) == 25
    assert {each["code"] for each in listed} == {code for code, rule in told.items() if code == rule}


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each["code"])
def test_each_mistake_gets_one_plain_message_of_its_own(mistake, tmp_path):
    folder = practised.copied(tmp_path / "mine")
    practised.make(mistake, folder)
    (fault,) = faults(folder)
    assert fault.rule == mistake["told_by"]
    assert str(fault).isprintable()
    assert 5 < len(fault.message.split()) <= 70
    done = CliRunner().invoke(main, ["data", "check", str(folder)])
    assert done.exit_code == 1
    assert done.output.splitlines()[0] == str(fault)


def test_messages_of_different_mistakes_differ(tmp_path):
    said = []
    for mistake in MISTAKES:
        folder = practised.copied(tmp_path / mistake["code"])
        practised.make(mistake, folder)
        said += [fault.message for fault in faults(folder)]
    assert len(set(said)) == 25


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each["code"])
def test_a_mistake_in_another_text_is_not_looked_for(mistake, tmp_path):
    folder = practised.copied(tmp_path / "mine")
    practised.make(mistake, folder)
    (folder / "practice.txt").write_text(TEXT.replace("Sallowmere", "Sallowmore"), encoding="utf-8")
    assert mistake["code"] not in {fault.rule for fault in faults(folder)}


def test_rules_of_mistakes_name_columns_that_the_tables_have():
    class Practice:
        text = TEXT

    for rule in rules(Practice):
        for table, columns in rule.needs.items():
            assert set(columns) <= set(table_in(PRACTICE, table)), rule.name


@pytest.mark.usefixtures("in_use")
@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
@every_chart
def test_every_chart_draws_it_by_its_own_sides(name, theme):
    chart = drawn(name, getattr(cb, CHARTS[name])(), theme)
    words = json.dumps(chart.to_dict(), ensure_ascii=False)
    assert "Amberlow" in words
    assert re.findall(r"\b(?:Iran|IRAN|Pakistan|PAKISTAN|AFGHANISTAN|Baluchestan)\b", words) == []
    assert len(cb.as_table(chart))


@pytest.mark.usefixtures("in_use")
def test_the_timeline_gives_the_stage_to_its_own_crisis():
    rows = cb.as_table(cb.timeline(cb.events())).set_index("Event")
    assert rows.loc["E902", ["Side", "Lane"]].tolist() == ["Thistermark", "Thistermark"]
    assert rows.loc["E907", ["Side", "Lane"]].tolist() == ["Both", "Diplomacy"]
    assert "exchange, 11 to 13 Mar" in json.dumps(cb.timeline(cb.events()).to_dict())


@pytest.mark.usefixtures("in_use")
def test_its_map_is_a_plain_sheet_that_says_so():
    spec = cb.area_map(cb.events()).to_dict()
    assert "3 marks at 2 points" in spec["description"]
    assert "No coast and no border is drawn: this data folder has no map." in json.dumps(spec)
    assert spec["datasets"]["countries"] == []


@pytest.mark.usefixtures("in_use")
@pytest.mark.parametrize(
    ("key", "words"), [("C904", "at least 5 reported killed"), ("E906", "Customs shed"), ("s907", "")]
)
def test_cards_and_references_are_of_its_own_rows(key, words):
    assert words in cb.show(key).text
    assert "The Riverside Gazette (invented)" in cb.cite(key)


def test_a_text_with_windows_line_ends_is_cut_where_its_offsets_say(tmp_path):
    folder = practised.copied(tmp_path / "mine")
    (folder / "practice.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    moved = [
        row | {end: str(int(row[end]) + TEXT.count("\n", 0, int(row[end]))) for end in ("start", "end")}
        for row in practised.rows(folder, "passages")
    ]
    practised.save(folder, "passages", moved)
    assert faults(folder) == []
    cb.use(folder)
    for row in moved:
        (cut,) = [each.text for each in article.paragraphs({row["passage_id"]})[0] if each.passage_id]
        assert cut == row["text"]


@pytest.mark.usefixtures("in_use")
def test_the_real_rows_are_not_there():
    with pytest.raises(KeyError, match="C151"):
        cb.show("C151")


@pytest.mark.usefixtures("in_use")
@pytest.mark.parametrize("table", [each["name"] for each in descriptor_in(PRACTICE)["resources"]])
def test_its_codebook_speaks_of_itself(table):
    page = cb.about(table).text
    assert re.findall(r"\b(?:[ESC]\d{3}|[KF]\d{2}|s\d{2})\b(?<![ESCKFs]9\d\d)", page) == []


def test_the_shots_have_seven_reports_of_their_own_and_one_echo():
    shots = [row for row in practised.rows(PRACTICE, "casualties") if row["event_id"] == "E902"]
    assert [row["report_id"] for row in shots if row["echo_of"]] == ["C911"]
    assert len(shots) == 8
    with (PRACTICE / "passages.csv").open(encoding="utf-8", newline="") as file:
        assert all(TEXT[int(row["start"]) : int(row["end"])] == row["text"] for row in csv.DictReader(file))
