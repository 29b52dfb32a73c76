"""The explorer without a browser: lists, chart, card and table speak of the same events."""

import asyncio
import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

import casebook as cb
from casebook.charts.explorer_controls import FILTERS, FORTNIGHT
from casebook.charts.frames import MissingColumnsError
from casebook.charts.sides import with_sides
from casebook.charts.table import OURS
from casebook.charts.theme import DIMMED, THEMES
from casebook.charts.words import several
from casebook.editions.execution import WIDGET, executed
from casebook.editions.source import METADATA
from casebook.lookup import UnknownRowError
from casebook.renderer import MIMETYPE

EVENTS = with_sides(cb.events())
CRISIS = EVENTS[EVENTS["phase"].isin(FORTNIGHT.split(","))]
CODES = [(name, code) for name in FILTERS for code in EVENTS[name].dropna().unique()]


@pytest.fixture
def explorer():
    return cb.explore(EVENTS)


def drawn(explorer) -> set[str]:
    """The events that have a mark in the chart."""
    rows = [row for data in explorer.chart.spec.get("datasets", {}).values() for row in data]
    return {row["event_id"] for row in rows if "event_id" in row}


def test_it_opens_on_the_fortnight_with_nothing_chosen():
    explorer = cb.explore()
    assert drawn(explorer) == set(CRISIS["event_id"])
    assert explorer.controls.status == f"{len(CRISIS)} of {len(EVENTS)} events. None is chosen."
    assert "No event is chosen" in explorer.card.value


def test_of_a_frame_that_was_given_it_hides_nothing(explorer):
    assert drawn(explorer) == set(EVENTS["event_id"])


@pytest.mark.parametrize(("name", "code"), CODES)
def test_a_filter_leaves_its_events_in_chart_list_and_table(explorer, name, code):
    setattr(explorer.controls, name, code)
    expected = EVENTS.loc[EVENTS[name] == code, "event_id"]
    assert drawn(explorer) == set(expected)
    assert explorer.controls.listed.count("<option") == len(expected) + 1
    assert explorer.table.value.count('<th scope="row"') == len(expected)
    assert explorer.controls.status.startswith(f"{len(expected)} of ")


@pytest.mark.parametrize("key", ["E081", "E092", "E001"])
def test_the_card_follows_what_is_chosen_in_the_list(explorer, key):
    explorer.controls.chosen = key
    assert cb.show(key).html in explorer.card.value
    assert explorer.chart.params.chosen == key
    assert f"({key})" in explorer.controls.status


def test_the_card_follows_a_click(explorer):
    clicked = {"vlPoint": {"or": [{"event_id": "E092"}]}, "event_id": ["E092"]}
    explorer.chart._vl_selections = {"event": {"value": clicked, "store": []}}
    assert explorer.controls.chosen == "E092"
    assert cb.show("E092").html in explorer.card.value


def test_leaving_a_mark_keeps_what_was_chosen(explorer):
    explorer.choose("E092")
    explorer.chart._vl_selections = {"event": {"value": {}, "store": []}}
    assert explorer.controls.chosen == "E092"


def test_what_is_chosen_stays_while_it_is_shown_and_no_longer(explorer):
    explorer.choose("E092")
    explorer.controls.phase = "exchange"
    assert explorer.controls.chosen == explorer.chart.params.chosen == "E092"
    explorer.controls.phase = "background"
    assert explorer.controls.chosen == explorer.chart.params.chosen == ""
    assert "No event is chosen" in explorer.card.value


def test_where_no_event_is_left_the_explorer_says_so(explorer):
    explorer.controls.phase, explorer.controls.event_type = "exchange", "listing"
    assert "No event is left" in explorer.chart.spec["description"]
    assert explorer.controls.status.startswith("0 of ")


def test_marks_are_dimmed_by_what_is_chosen_and_not_lower(explorer):
    spec = json.dumps(explorer.chart.spec)
    assert "chosen === '' || datum.event_id === chosen" in spec
    assert f'"value": {DIMMED}' in spec


def test_an_unknown_event_is_answered_with_its_nearest(explorer):
    with pytest.raises(UnknownRowError, match="E092"):
        explorer.choose("E0922")


@pytest.mark.parametrize("events", [EVENTS.head(1), EVENTS.iloc[:0], EVENTS[EVENTS["place_id"].isna()]])
def test_any_frame_can_be_explored(events):
    explorer = cb.explore(events)
    assert drawn(explorer) == set(events["event_id"])
    assert f"of {len(events)} events" in explorer.controls.status


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_is_kept_when_the_filter_changes(theme):
    explorer = cb.explore(theme=theme)
    before = explorer.chart.spec["config"]["background"]
    explorer.controls.side = "Iran"
    assert explorer.chart.spec["config"]["background"] == before


def test_missing_columns_are_named():
    with pytest.raises(MissingColumnsError, match="phase"):
        cb.explore(EVENTS.drop(columns="phase"))


def test_lists_keep_their_keys_from_jupyterlab(explorer):
    assert explorer.controls.page.count("<select") == explorer.controls.page.count('data-lm-suppress-shortcuts="true"')
    assert '<summary data-lm-suppress-shortcuts="true">' in explorer.table.value


def test_a_saved_notebook_holds_the_chart_and_its_words_twice_the_same(tmp_path):
    def saved() -> nbformat.NotebookNode:
        cell = new_code_cell("import casebook as cb\n\ncb.explore()")
        notebook = new_notebook(cells=[cell], metadata=METADATA)
        return asyncio.run(executed(notebook, "student", tmp_path)).cells[0].outputs

    (output,), (again,) = saved(), saved()
    assert output == again
    assert set(output["data"]) == {MIMETYPE, "text/plain"}
    assert WIDGET not in output["data"]
    assert several(len(CRISIS)) in output["data"]["text/plain"]
    assert len(output["data"][MIMETYPE]["usermeta"][OURS]["rows"]) == len(CRISIS)
    assert output["metadata"]["image/png"]["alt"] == output["data"]["text/plain"]
