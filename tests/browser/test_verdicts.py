"""Every verdict and the form of an exercise in a real JupyterLab: light, dark, by keyboard, for a screen reader."""

import re

import pytest
from playwright.sync_api import expect

from casebook.exercise import messages
from casebook.exercise.solved import solution_of
from seeing import saved, seen

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
def view(chromium, tmp_path_factory):
    """A notebook with one cell for each state, after all of them have run."""
    home = tmp_path_factory.mktemp("home")
    # Higher than all cards together: JupyterLab takes from the page what is out of sight.
    with seen(chromium, home, saved([*CELLS.values()], home), width=1200, height=5000) as view:
        view.run_all()
        yield view


@pytest.fixture
def page(view):
    return view.page


def output(page, name: str):
    return page.locator(".jp-OutputArea-output").nth([*CELLS].index(name))


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


def test_nothing_hinders_a_screen_reader_or_a_weak_eye_in_light(view):
    assert view.findings() == []


def test_nothing_hinders_a_screen_reader_or_a_weak_eye_in_dark(view, page):
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Theme", exact=True).hover()
    page.locator(".lm-Menu-itemLabel").get_by_text("JupyterLab Dark", exact=True).click()
    page.locator("body[data-jp-theme-name='JupyterLab Dark']").wait_for(state="attached")
    page.wait_for_timeout(500)
    assert view.findings() == []
