"""A source and its rows come in as CONTRIBUTING.md prints them, are corrected and go; none of them is in the data."""

import csv
import re
import shutil
from pathlib import Path

import pytest

from casebook.datapackage import resource, table
from casebook.folders import DATA, SEEDS
from casebook.integrity import faults, releasing
from contributed import PAGE, blocks, replaced
from faults import rows, save, text, written

ADDED = dict(re.findall(r"in\s`data/(\w+)\.csv`(?:(?!```).)*```csv\n(.*?)```", PAGE, re.DOTALL))


def put_in(folder: Path, name: str) -> None:
    """The rows that the page prints for a table, each in its place."""
    _, *new = rows(ADDED[name])
    header, *old = rows(text(f"{name}.csv"))
    keys = [header.index(column) for column in resource(name)["schema"]["primaryKey"]]
    save(folder / f"{name}.csv", written([header, *sorted(old + new, key=lambda row: [row[key] for key in keys])]))


@pytest.fixture
def folder(tmp_path):
    """A copy of the data with the invented source, its rows and its evidence."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    copy = shutil.copytree(DATA, tmp_path / "data")
    for name in ADDED:
        put_in(copy, name)
    return copy


def test_the_source_has_three_rows_and_a_line_of_evidence_for_each():
    assert list(ADDED) == ["sources", "events", "statements", "casualties", "evidence"]
    new = {(name, rows(ADDED[name])[1][0]) for name in ("events", "statements", "casualties")}
    assert {tuple(line[:2]) for line in rows(ADDED["evidence"])[1:]} == new


@pytest.mark.parametrize("name", ADDED)
def test_the_columns_are_those_of_the_table(name):
    assert rows(ADDED[name])[0] == list(table(name))


def test_the_check_finds_no_fault_in_the_source_and_its_rows(folder):
    assert [str(fault) for fault in faults(folder)] == []


@pytest.mark.parametrize("name", [name for name in ADDED if name != "evidence"])
def test_a_step_that_is_forgotten_is_a_fault(name, folder):
    save(folder / f"{name}.csv", text(f"{name}.csv"))
    assert faults(folder)


def test_a_row_without_its_line_of_evidence_is_a_fault(folder):
    save(folder / "evidence.csv", text("evidence.csv"))
    assert {fault.rule for fault in faults(folder)} == {"evidence-missing"}


def test_a_row_is_corrected_as_shown_and_the_slip_is_told_in_the_words_of_the_page(folder):
    (change,), (told,) = blocks("Correct a row", "diff"), blocks("Read a fault", "text")
    old, new = (line[1:] for line in change.splitlines())
    replaced(folder / "casualties.csv", old, new)
    assert faults(folder) == []
    replaced(folder / "casualties.csv", new, new.replace(",1,,at_least,", ",1,1,at_least,"))
    # The number of the line grows with the table.
    assert [re.sub(r":\d+", ":", str(fault)) for fault in faults(folder)] == [re.sub(r":\d+", ":", told.strip())]


def test_a_released_row_is_corrected_once_the_descriptor_tells_of_it(folder):
    (change,), (told,) = blocks("Correct a row", "diff"), blocks("Correct a row", "json")
    (folder / "released.json").unlink()
    releasing.write(folder)
    replaced(folder / "casualties.csv", *(line[1:] for line in change.splitlines()))
    assert {(fault.value, fault.rule) for fault in faults(folder)} == {
        *(("1", "released"), ("", "released"), ("at_least", "released"))
    }
    replaced(folder / "datapackage.json", '"retired": ["C139"', f'{told.strip()},\n      "retired": ["C139"')
    assert faults(folder) == []


def test_a_row_that_goes_leaves_its_id_retired(folder):
    for name in ("casualties", "evidence"):
        kept = [row for row in rows((folder / f"{name}.csv").read_text(encoding="utf-8")) if "C998" not in row]
        save(folder / f"{name}.csv", written(kept))
    replaced(folder / "datapackage.json", '"C155"', '"C155", "C998"')
    assert faults(folder) == []
    put_in(folder, "casualties")
    assert "retired-id" in {fault.rule for fault in faults(folder)}


@pytest.mark.parametrize("name", ADDED)
def test_what_the_page_invents_says_so_and_is_not_in_the_tables(name):
    for row in csv.DictReader(ADDED[name].splitlines()):
        assert re.search("invented", " ".join(row.values()), re.IGNORECASE)
        assert not set(row.values()) & {*table("places")["place_id"], *table("actors")["actor_id"]}
        key = resource(name)["schema"]["primaryKey"][0]
        assert name == "evidence" or row[key] not in set(table(name)[key])
    assert "invented-footbridge-notice" not in text(f"{name}.csv")
