"""Two codings of one text, cell by cell: no row of either is lost, and each is held against the one most like it."""

import shutil

import pandas as pd
import pytest

import casebook as cb
from casebook.folders import PRACTICE
from casebook.own.desk import Desk
from owned import FOUR, practice_desk


@pytest.fixture
def desk(tmp_path):
    return practice_desk(tmp_path / "mine")


def test_two_codings_are_compared_cell_by_cell(desk, tmp_path):
    shutil.copytree(desk.folder, tmp_path / "theirs")
    assert desk.compare(tmp_path / "theirs")["same"].all()
    partner = cb.practice(tmp_path / "theirs")
    partner.change("casualties", "C901", qualifier="at_least", count_high=None)
    partner.remove("events", "E901")
    cells = desk.compare(partner.folder)
    differ = cells[~cells["same"]].set_index("column")
    assert differ.loc["qualifier", ["passage_id", "yours", "partners"]].tolist() == ["s907", "exact", "at_least"]
    assert set(differ.loc[differ["table"] == "events", "partners"]) == {"(no row)"}


def differing(cells: pd.DataFrame) -> set[tuple[str, str, str, str]]:
    return set(cells[~cells["same"]][["who", "column", "yours", "partners"]].itertuples(index=False, name=None))


def test_of_two_reports_by_one_giver_in_one_sentence_none_is_lost(desk, tmp_path):
    partner = practice_desk(tmp_path / "theirs")
    one = {**FOUR, "scope": "subset", "count_low": 1, "count_high": 1}
    for each in (desk, partner):
        each.add("casualties", passage="s907", **one)
    partner.change("casualties", "C901", count_low=99, count_high=99)
    who = "low-sallow-health-office, killed"
    found = desk.compare(partner.folder)
    assert set(found.loc[found["table"] == "casualties", "who"]) == {who, f"{who} (2)"}
    assert differing(found) == {(f"{who} (2)", f"count_{end}", "4", "99") for end in ("low", "high")}
    partner.remove("casualties", "C901")
    assert {each for _, _, _, each in differing(desk.compare(partner.folder))} == {"(no row)"}
    assert {each for _, _, each, _ in differing(partner.compare(desk.folder))} == {"(no row)"}


def test_a_scope_that_two_read_differently_is_one_cell(desk, tmp_path):
    partner = practice_desk(tmp_path / "theirs")
    partner.change("casualties", "C901", scope="subset")
    assert differing(desk.compare(partner.folder)) == {("low-sallow-health-office, killed", "scope", "total", "subset")}


@pytest.mark.parametrize("table", ["events", "statements", "casualties"])
def test_every_row_of_the_key_is_compared_with_itself(table):
    found = Desk(PRACTICE).compare(PRACTICE)
    assert found["same"].all()
    mine = found[found["table"] == table]
    assert len(mine.drop_duplicates(["passage_id", "who"])) == len(Desk(PRACTICE).rows(table))
