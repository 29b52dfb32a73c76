"""The form of the coding desk in a real JupyterLab: by keyboard alone, for a screen reader, and after a slip."""

import pytest
from playwright.sync_api import expect

from seeing import saved, seen

CELLS = (
    'import casebook as cb\n\ndesk = cb.practice("mine")\ndesk.form("casualties")',
    'len(desk.rows("casualties"))',
    'own = cb.own_source("own")\nown.form("sources")',
)
WORDS = "Nobody was killed or injured, the fire brigade said."
CODES = {
    "measure": "killed",
    "scope": "total",
    "qualifier": "none",
    "count_is": "stated",
    "victim_group": "not_stated",
    "nationality": "not_stated",
    "date_reported_precision": "unknown",
}


@pytest.fixture(scope="module")
def view(chromium, tmp_path_factory):
    """A notebook with two forms, run."""
    home = tmp_path_factory.mktemp("home")
    notebook = saved([*CELLS], home)
    with seen(chromium, home, notebook, width=1200, height=3000) as view:
        view.run_all()
        yield view


@pytest.fixture
def form(view):
    return view.output(0)


def test_the_sentences_are_a_named_group_that_arrow_keys_move_through(view, form):
    group = form.get_by_role("group", name="Which sentence says so?")
    expect(group.get_by_role("radio")).to_have_count(26)
    group.get_by_role("radio").first.focus()
    view.page.keyboard.press("ArrowDown")
    expect(group.get_by_role("radio").nth(1)).to_be_checked()


def test_every_field_has_its_name(form):
    group = form.get_by_role("group", name="A row of casualties")
    for name in ("measure (needed)", "qualifier (needed)"):
        expect(group.get_by_role("combobox", name=name)).to_be_visible()
    expect(group.get_by_role("textbox", name="count_low")).to_be_visible()


def test_a_slip_is_answered_with_one_sentence_and_a_row_with_the_check(view, form):
    said = form.get_by_role("status")
    form.get_by_role("radio", name=WORDS).check()
    form.get_by_role("button", name="Add this row").press("Enter")
    expect(said).to_contain_text("casualties also needs measure, scope")
    for name, code in CODES.items():
        form.locator(f"select[name={name}]").select_option(code)
    for name, words in {"count_low": "none", "count_high": "0", "victims": "nobody"}.items():
        form.locator(f"input[name={name}]").fill(words)
    form.locator("input[name=reporter_as_named]").fill("the fire brigade")
    form.get_by_role("button", name="Add this row").press("Enter")
    expect(said).to_contain_text("count_low is a whole number; you gave 'none'.")
    form.locator("input[name=count_low]").fill("0")
    form.get_by_role("button", name="Add this row").press("Enter")
    expect(said).to_contain_text("Added: measure killed")
    expect(said).to_contain_text("fault")


def test_a_folder_without_a_text_asks_for_no_sentence(view):
    form = view.output(2)
    expect(form.get_by_role("radio")).to_have_count(0)
    expect(form.get_by_role("button", name="Add this row")).to_be_visible()


def test_nothing_hinders_a_screen_reader_or_a_weak_eye_in_light(view):
    assert view.findings() == []


def test_nothing_hinders_a_screen_reader_or_a_weak_eye_in_dark(view):
    view.page.get_by_role("menuitem", name="Settings", exact=True).click()
    view.page.locator(".lm-Menu-itemLabel").get_by_text("Theme", exact=True).hover()
    view.page.locator(".lm-Menu-itemLabel").get_by_text("JupyterLab Dark", exact=True).click()
    view.page.locator("body[data-jp-theme-name='JupyterLab Dark']").wait_for(state="attached")
    view.page.wait_for_timeout(500)
    assert view.findings() == []


def test_the_form_asks_nothing_of_another_machine(view):
    assert (view.outside, view.errors) == ([], [])
