"""The reader in a real JupyterLab: a claim is chosen with the mouse and with the keyboard."""

import pytest
from playwright.sync_api import expect

from casebook.datapackage import table
from seeing import saved, seen

CLAIMS = table("claims").set_index("claim_id")
LAST = CLAIMS.index[-1]


@pytest.fixture(scope="module")
def view(chromium, tmp_path_factory):
    """A notebook whose only cell shows the reader, after it has run."""
    home = tmp_path_factory.mktemp("home")
    with seen(chromium, home, saved(["import casebook as cb\n\ncb.read()"], home)) as view:
        view.run_all()
        view.page.get_by_label("Claims, in the order of the article").wait_for(timeout=60_000)
        yield view


@pytest.fixture
def page(view):
    return view.page


def shows(page, key: str) -> None:
    """The sentence of a claim is marked, it alone, and its card stands beside it."""
    claim = CLAIMS.loc[key]
    mark = page.locator(".jp-OutputArea-output mark")
    expect(mark).to_have_count(1)
    expect(mark).to_have_attribute("data-passage", claim["passage_id"])
    expect(mark).to_be_in_viewport()
    expect(page.get_by_role("status")).to_contain_text(f"{key} {claim['verdict']}")
    expect(page.get_by_role("group", name=f"claim of the article {key}")).to_contain_text(claim["finding"])


def test_nothing_is_marked_until_a_claim_is_chosen(page):
    expect(page.locator(".jp-OutputArea-output mark")).to_have_count(0)
    expect(page.get_by_role("status")).to_contain_text("Choose a claim")
    expect(page.get_by_label("Claims, in the order of the article").locator("option")).to_have_count(len(CLAIMS))


def test_a_click_on_a_claim_marks_its_sentence_and_shows_what_others_say(page):
    page.get_by_label("Claims, in the order of the article").locator("option", has_text="K03 ·").click()
    shows(page, "K03")
    page.get_by_label("Claims, in the order of the article").locator("option", has_text="K53 ·").click()
    shows(page, "K53")


def test_the_arrow_keys_go_from_claim_to_claim(page):
    page.get_by_label("Claims, in the order of the article").focus()
    page.keyboard.press("ArrowDown")
    shows(page, "K54")
    page.keyboard.press("End")
    shows(page, LAST)


def test_a_checker_of_accessibility_finds_nothing(view):
    assert view.findings() == []


def test_no_other_machine_is_asked(view):
    assert view.outside == []
