"""A notebook that is opened without being run: as somebody sent it, and as its reader saved it."""

import pytest

import casebook as cb
from seeing import saved, seen

FORM, TABLE = 1, 3
SENTENCE = "It needs a running kernel: in the menu Run, choose Run All Cells."
STYLE = "cell => [getComputedStyle(cell).textAlign, getComputedStyle(cell).verticalAlign]"


@pytest.fixture(scope="module")
def page(chromium, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    letters = cb.exercises().query("kind == 'letter'")["key"]
    key = letters.iloc[0]
    sources = ["import casebook as cb", f"cb.ask({key!r})", f"cb.check({key!r}, ...)", "cb.claims().head(3)"]
    with seen(chromium, home, saved(sources, home)) as view:
        yield view


def alignments(page) -> set[tuple[str, str]]:
    cells = page.output(TABLE).locator("th, td")
    cells.first.wait_for()
    return {tuple(each) for each in cells.evaluate_all(f"cells => cells.map({STYLE})")}


def test_words_in_a_table_begin_at_the_left_where_jupyterlab_does_not_trust_the_notebook(page):
    assert page.output(TABLE).locator("style").count() == 0
    assert alignments(page) == {("left", "top")}


def test_a_form_that_somebody_sent_is_its_page(page):
    assert page.output(FORM).locator(".cb-card").count() == 1


def test_a_form_that_its_reader_saved_says_how_to_bring_it_back(page):
    page.run_all()
    page.output(FORM).locator("form").wait_for()
    page.page.keyboard.press("Control+s")
    page.page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.page.locator(".lm-Menu-itemLabel").get_by_text("Shut Down Kernel", exact=True).click()
    page.page.get_by_text("| No Kernel").or_(page.page.get_by_text("| Unknown")).first.wait_for()
    page.page.reload()
    page.output(FORM).get_by_text("model not found").wait_for(timeout=60_000)
    said = page.output(FORM).evaluate("output => getComputedStyle(output, '::after').content")
    assert SENTENCE in said
    assert alignments(page) == {("left", "top")}
    page.picture("saved")
