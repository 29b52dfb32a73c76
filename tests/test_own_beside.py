"""Rows of a reader's own beside the casebook's: in the tables, on the cards and on every chart, marked as theirs."""

import json

import pandas as pd
import pytest

import casebook as cb
import practised
from casebook.datapackage import descriptor
from casebook.integrity import faults
from casebook.own.files import OwnFolderError
from charted import CHARTS, drawn, every_chart

PAGE = {
    "source_id": "my-page",
    "publisher": "A page for this test",
    "publisher_country": "INT",
    "kind": "other",
    "state_affiliated": "unknown",
    "title": "An invented page",
    "title_is": "described",
    "language": "en",
    "seen": "full",
}
NO_FIGURE = {
    "event_id": "E092",
    "measure": "killed",
    "scope": "total",
    "qualifier": "no_figure",
    "victims": "people",
    "victim_group": "not_stated",
    "nationality": "not_stated",
    "reporter_as_named": "an invented page, nobody named",
    "date_reported_precision": "unknown",
}
CALL = {
    "date": "2024-01-17",
    "date_end": "2024-01-17",
    "date_precision": "day",
    "initiator_id": "iran",
    "target_id": "pakistan",
    "responsibility": "not_applicable",
    "event_type": "call",
    "quad_class": "verbal_cooperation",
    "phase": "exchange",
    "title": "A call that was made up for this test",
    "summary": "A call that was made up for this test.",
}
SAID = {
    "date": "2024-01-17",
    "date_precision": "day",
    "speaker_id": "iran",
    "speaks_for_id": "iran",
    "medium": "not_stated",
    "audience": "not stated",
    "form": "indirect",
    "gist": "Made up for this test.",
}


@pytest.fixture
def own(tmp_path):
    """A folder beside the casebook with one row of each kind that charts draw."""
    own = cb.own_source(tmp_path / "own")
    own.add("sources", **PAGE)
    own.add("casualties", **NO_FIGURE)
    own.add("events", place_id="tehran", **CALL)
    own.add("statements", event_id="E901", **SAID)
    own.add("moves", statement_id="S901", move="reassure")
    return own


def test_rows_of_ones_own_may_name_rows_of_the_casebook(own):
    assert [str(fault) for fault in faults(own.folder)] == []


@pytest.mark.parametrize(
    ("table", "old", "new", "rule"),
    [
        ("casualties", "C901", "C151", "unique-key"),
        ("casualties", "E092", "E192", "foreign-key"),
        ("moves", "S901", "S999", "foreign-key"),
    ],
)
def test_a_key_that_is_taken_or_leads_nowhere_is_told(table, old, new, rule, own):
    path = own.folder / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="")
    assert rule in {fault.rule for fault in faults(own.folder) if fault.file == f"{table}.csv"}


RETIRED = next(each["retired"] for each in descriptor()["resources"] if each["name"] == "casualties")


@pytest.mark.parametrize(
    ("table", "cells", "words"),
    [
        (
            "casualties",
            NO_FIGURE | {"report_id": "C151"},
            "The casebook has a row C151 in casualties: give yours another",
        ),
        (
            "moves",
            {"statement_id": "S001", "move": "warn"},
            "The casebook has a row S001 warn in moves: give yours another",
        ),
        *(
            ("casualties", NO_FIGURE | {"report_id": key}, f"{key} is a retired key of casualties, never used again")
            for key in RETIRED
        ),
    ],
    ids=lambda each: None if isinstance(each, dict) else each,
)
def test_a_key_that_the_casebook_has_or_had_is_refused_in_one_sentence(table, cells, words, own):
    before = (own.folder / f"{table}.csv").read_bytes()
    with pytest.raises(OwnFolderError, match=f"^{words}"):
        own.add(table, **cells)
    assert (own.folder / f"{table}.csv").read_bytes() == before


def test_a_statement_of_the_casebook_may_get_another_move(own):
    own.add("moves", statement_id="S001", move="mourn")
    assert [str(fault) for fault in faults(own.folder)] == []


def test_an_echo_of_a_casebook_report_must_repeat_it(own):
    nine = {**NO_FIGURE, "qualifier": "exact", "count_low": 9, "count_high": 9, "count_is": "stated", "echo_of": "C134"}
    own.add("casualties", **nine)
    assert [(fault.rule, fault.value) for fault in faults(own.folder)] == [("echo", "C134")]


def test_in_use_the_tables_are_the_casebooks_rows_and_then_ones_own(own):
    before = {name: getattr(cb, name)() for name in ("events", "casualties", "statements", "sources")}
    cb.use(own.folder)
    for name, frame in before.items():
        both = getattr(cb, name)()
        assert both.dtypes.equals(frame.dtypes)
        pd.testing.assert_frame_equal(both.iloc[: len(frame)], frame)
        assert len(both) == len(frame) + 1


def test_a_row_that_is_added_while_the_folder_is_in_use_is_seen_at_once(own):
    cb.use(own.folder)
    own.add("casualties", **{**NO_FIGURE, "measure": "injured"})
    assert {"C901", "C902"} <= set(cb.casualties()["report_id"])
    assert "no figure given" in cb.show("C902").text


def test_cards_and_references_know_both(own):
    cb.use(own.folder)
    assert "an invented page, nobody named" in cb.show("C901").text
    assert "A page for this test" in cb.cite("C901")
    assert cb.cite("C901").startswith("Rows of a reader's own beside Thirteen Days in January")
    assert cb.cite("C151").startswith("Thirteen Days in January: coded reports")
    assert cb.show("s15").text.count("10 people were killed in the offensive.") >= 1
    assert "Alireza Marhamati" in cb.show("C151").text


@every_chart
def test_every_chart_shows_ones_own_rows_marked_as_ones_own(name, own):
    cb.use(own.folder)
    key = {"casualties": "C901", "events": "E901", "moves": "S901"}[CHARTS[name]]
    chart = drawn(name)
    where = {"area_map": " (Tehran)", "move_matrix": " (reassure)"}.get(name, "")
    assert f"Rows of your own folder: {key}{where}." in json.dumps(chart.to_dict()["title"])
    assert cb.as_table(chart).apply(lambda column: column.str.contains(key)).to_numpy().any()
    if CHARTS[name] != "moves":
        assert "yours" in json.dumps(chart.to_dict()["datasets"]).casefold()


@every_chart
def test_the_casebooks_own_charts_mark_nothing(name):
    assert "your own" not in json.dumps(drawn(name).to_dict())


@every_chart
def test_a_correct_practice_folder_appears_on_every_chart(name, tmp_path):
    cb.use(practised.copied(tmp_path / "mine"))
    frame = getattr(cb, CHARTS[name])()
    key = frame.iloc[-1, 0]
    assert cb.as_table(drawn(name, frame)).apply(lambda column: column.str.contains(key)).to_numpy().any()
