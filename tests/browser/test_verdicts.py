"""Every verdict and the form of an exercise in a real JupyterLab: light, dark, by keyboard, for a screen reader."""

import re
from pathlib import Path

import axe_playwright_python
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import expect, sync_playwright

from casebook.editions.source import METADATA
from casebook.exercise import messages
from casebook.exercise.solved import solution_of
from serving import Served

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
FLAGS += ["--disable-component-update", "--disable-quic"]
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
CELLS = {
    "unanswered": 'import casebook as cb\n\ncb.check("ten-and-ten", ...)',
    "uncheckable": 'cb.check("ten-and-ten", 5)',
    "misreading": 'cb.check("ten-and-ten", "A")',
    "nearly": 'cb.check("ten-and-ten", ["C"])',
    "not_yet": 'cb.check("no-number-given", {"C130"})',
    "right": 'cb.check("ten-and-ten", "C").points(2)',
    "for_instructor": f'{solution_of("say-who-says")}\ncb.check("say-who-says", sentence)',
    "a hint": 'cb.hint("ten-and-ten")',
    "a solution": 'cb.solution("ten-and-ten")',
    "a form": 'cb.ask("ten-and-ten")',
    "a form without a kernel": """
data, _ = cb.ask("ten-and-ten")._repr_mimebundle_()
display({"text/html": data["text/html"]}, raw=True)
""",
}


@pytest.fixture(scope="module")
def page(chromium, tmp_path_factory):
    """A notebook with one cell for each state, after all of them have run."""
    running = Served(tmp_path_factory.mktemp("home"), "--no-browser")
    folder = re.search(r"Notebooks in (.+?): \d+ copied", running.line)[1]
    cells = [new_code_cell(source) for source in CELLS.values()]
    nbformat.write(new_notebook(cells=cells, metadata=METADATA), f"{folder}/verdicts.ipynb")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        # Higher than all cards together: JupyterLab takes from the page what is out of sight.
        page = browser.new_page(viewport={"width": 1200, "height": 5000})
        page.goto(f"{running.address}/lab/tree/verdicts.ipynb?token={running.token}")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=90_000)
        page.get_by_text("| Idle").wait_for(timeout=60_000)
        page.locator(".jp-Notebook .jp-CodeCell").first.click()
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.locator(".lm-Menu-itemLabel").get_by_text("Run All Cells", exact=True).click()
        page.locator(".jp-OutputArea-output").nth(len(CELLS) - 1).wait_for(timeout=60_000)
        yield page
        browser.close()
    running.stop()


def output(page, name: str):
    return page.locator(".jp-OutputArea-output").nth([*CELLS].index(name))


def findings(page) -> list:
    """What axe-core finds inside the outputs."""
    # JupyterLab's body has no height and hides what overflows: axe-core takes all that is in it for unseen.
    page.add_style_tag(content="body { height: 100vh }")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("async () => await axe.run('.jp-OutputArea-output')")
    assert "color-contrast" in {each["id"] for each in found["passes"]}
    return [(each["id"], node["html"]) for each in found["violations"] for node in each["nodes"]]


@pytest.mark.parametrize("state", messages.STATES)
def test_every_verdict_is_a_group_that_begins_with_its_word(page, state):
    card = output(page, state).get_by_role("group", name=re.compile(f"^{messages.STATES[state]}"))
    expect(card).to_be_visible()
    assert card.inner_text().startswith(messages.STATES[state])


def test_the_rows_behind_a_verdict_open_with_the_keyboard(page):
    row = output(page, "right").locator("details").first
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(row.get_by_role("listitem").first).to_be_visible()


def test_the_options_are_a_named_group_in_which_arrow_keys_move_and_enter_checks(page):
    form = output(page, "a form")
    group = form.get_by_role("group", name=re.compile("^What rows C151 and C175"))
    expect(group.get_by_role("radio")).to_have_count(5)
    said = form.get_by_role("status")
    group.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    expect(group.get_by_role("radio", name=re.compile("^B:"))).to_be_checked()
    expect(said).to_be_empty()
    page.keyboard.press("Enter")
    expect(said).to_contain_text(messages.STATES["misreading"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(said).to_contain_text(messages.STATES["right"])
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(CELLS))


def test_nothing_hinders_a_screen_reader_or_a_weak_eye_in_light(page):
    assert findings(page) == []


def test_nothing_hinders_a_screen_reader_or_a_weak_eye_in_dark(page):
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Theme", exact=True).hover()
    page.locator(".lm-Menu-itemLabel").get_by_text("JupyterLab Dark", exact=True).click()
    page.locator("body[data-jp-theme-name='JupyterLab Dark']").wait_for(state="attached")
    page.wait_for_timeout(500)
    assert findings(page) == []
