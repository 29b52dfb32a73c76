"""The decision room in a real JupyterLab, by keyboard alone: a page is read, filled in, recorded and turned."""

import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect

from casebook.editions.source import METADATA
from seeing import seen

SOURCES = ['import casebook as cb\n\nroom = cb.room("islamabad")\nroom.sheet()', "room.decide(1)", "room.reveal()"]
# What is typed between one Tab and the next: the background is passed, the first option chosen, then four fields.
TYPED = ["", " ", "The line is open [E079].", "Turkey offers help [S106].", "Nobody whom we could name.", "none voiced"]
LATE = "S106 is dated 18 January 2024, after this hour."


@pytest.fixture(scope="module")
def view(chromium, tmp_path_factory):
    cells = [new_code_cell(source) for source in SOURCES]
    notebook = new_notebook(cells=cells, metadata=METADATA)
    with seen(chromium, tmp_path_factory.mktemp("home"), notebook) as view:
        yield view


def press(view, *keys: str) -> None:
    for key in keys:
        view.page.keyboard.press(key)


def test_a_team_plays_a_page_by_keyboard_alone(view):
    page = view.page
    press(view, "Control+Enter")
    page.get_by_role("group", name="We choose").wait_for(timeout=60_000)
    press(view, "Tab")
    for words in TYPED:
        press(view, "Tab")
        page.keyboard.type(words) if len(words) > 1 else press(view, *(["Space"] if words else []))
    press(view, "Tab")
    page.keyboard.type("0.6")

    press(view, "Tab", "Enter")
    expect(page.get_by_role("status")).to_contain_text(LATE)
    expect(page.get_by_label("What to copy into the cell")).to_be_hidden()

    press(view, *["Shift+Tab"] * 4, "Control+A")
    page.keyboard.type("Others will fill the silence: an assumption.")
    press(view, *["Tab"] * 4, "Enter")
    expect(page.get_by_label("What to copy into the cell")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("On 16 January your prime minister met")

    press(view, "Control+C", "Escape", "ArrowDown", "Enter", "Control+A", "Control+V", "Shift+Enter")
    expect(view.output(1)).to_contain_text("Recorded: islamabad-1 · A · Leave it at the protest")
    press(view, "Control+Enter")
    expect(view.output(2)).to_contain_text("After islamabad-1: what came next")


def test_nothing_went_wrong_and_axe_finds_nothing(view):
    assert (view.errors, view.outside) == ([], [])
    assert view.findings() == []
    view.picture("decision-room")
