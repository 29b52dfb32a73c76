"""The site opened from its folder, with no network: it draws, answers, finds, and a checker of accessibility agrees."""

import pytest
from playwright.sync_api import expect

from building import built
from opening import opened
from seeing import ARTEFACTS

PAGES = ["index", "gallery", "chapters/04-counting-the-dead", "chapters/07-decision-room"]
PAGES += ["book/claims", "book/glossary", "book/rows", "tables/datasheet", "teaching", "reference"]
# Not ours to mend: Sphinx gives a caption the role of a heading without its level, and Furo has two unnamed asides.
OF_THE_THEME = {"aria-required-attr", "landmark-unique"}
FAINT = "marks => marks.filter(mark => Number(mark.getAttribute('opacity') ?? 1) < 1).length"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return built(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def view(chromium):
    with opened(chromium) as view:
        yield view


def keep(page, name: str) -> None:
    """A picture for whoever looks through those of a run."""
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"site-{name.replace('/', '-')}.png", full_page="gallery" in name)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_nobody_and_its_charts_are_drawn(name, view, site):
    page = view.go(site / f"{name}.html")
    keep(page, name)
    assert view.findings() - OF_THE_THEME == set()
    assert view.outside == []
    assert view.errors == []


def test_cards_and_tables_can_be_read_on_a_dark_page_too(view, site):
    view.page.emulate_media(color_scheme="dark")
    keep(view.go(site / "gallery.html"), "gallery-dark")
    page = view.go(site / "chapters/01-one-article.html")
    keep(page, "chapter-dark")
    assert view.findings() - OF_THE_THEME == set()
    page.emulate_media(color_scheme="light")


def test_a_chart_answers_a_click(view, site):
    page = view.go(site / "gallery.html")
    marks = page.locator(".cb-figure svg").first.locator("g.mark-symbol.role-mark path")
    before = marks.evaluate_all(FAINT)
    marks.nth(3).click()
    expect(marks.nth(3)).not_to_have_attribute("opacity", "0.35")
    assert marks.evaluate_all(FAINT) > before


def test_search_finds_and_leads_there(view, site):
    page = view.go(site / "index.html")
    page.get_by_placeholder("Search").fill("Saravan")
    page.keyboard.press("Enter")
    found = page.locator("ul.search li a")
    expect(found.get_by_text("04 · Counting the dead")).to_be_visible()
    assert found.count() > 4
    found.get_by_text("04 · Counting the dead").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Counting the dead")
    assert view.outside == []
    assert view.errors == []


def test_the_same_stands_under_a_chart_as_a_table(view, site):
    page = view.go(site / "gallery.html")
    figure = page.locator(".cb-figure").first
    figure.get_by_text("The chart in words and as a table").click()
    expect(figure.get_by_role("table")).to_be_visible()
    expect(figure.get_by_role("rowheader").first).to_be_visible()


def test_without_scripts_a_picture_stands_in_its_place(view, site):
    page = view.page.context.browser.new_page(java_script_enabled=False)
    page.goto((site / "gallery.html").as_uri())
    pictures = page.locator(".cb-figure img")
    assert pictures.count() == page.locator(".cb-figure").count() > 0
    for picture in pictures.all():
        expect(picture).to_be_visible()
        assert picture.get_attribute("alt")
