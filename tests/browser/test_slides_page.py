"""Slides opened from their folder, with no network: all is in view, charts answer, notes open beside them."""

import nbformat
import pytest
from playwright.sync_api import expect

from casebook import webpage
from casebook.editions.build import sources
from casebook.folders import NOTEBOOKS
from casebook.slides import deck
from opening import opened
from seeing import ARTEFACTS

CHAPTERS = [path.stem for path in sources(NOTEBOOKS)]
WITH_A_TALL_CHART = "04-counting-the-dead"
# The heading of each slide of which a part is out of view; a chart that can be moved is a part of its own.
CUT_OFF = """() => Reveal.getSlides().filter((slide, number) => {
    Reveal.slide(number);
    const parts = [...slide.children].filter(part => !part.matches('.notes'));
    const end = Math.max(...parts.map(part => part.offsetTop + part.offsetHeight));
    return end > 720 || slide.scrollWidth > 1280;
}).map(slide => slide.querySelector('h1, h2').textContent)"""
FAINT = "marks => marks.filter(mark => Number(mark.getAttribute('opacity') ?? 1) < 1).length"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("slides")
    deck.write(folder)
    return folder


@pytest.fixture(scope="module")
def view(chromium):
    with opened(chromium) as view:
        yield view


def to_the_chart(page, number: int = 0) -> None:
    page.evaluate(f"Reveal.slide(Reveal.getSlides().indexOf(document.querySelectorAll('.cb-slide--chart')[{number}]))")


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_slide_is_wholly_in_view_and_asks_nobody(name, view, folder):
    page = view.go(folder / f"{name}.html")
    assert page.evaluate(CUT_OFF) == []
    assert view.outside == []
    assert view.errors == []


def test_the_keys_lead_through_and_move_a_tall_chart(view, folder):
    page = view.go(folder / f"{WITH_A_TALL_CHART}.html")
    expect(page.locator("section.present h1")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator("section.present h1")).to_have_count(0)
    page.keyboard.press("ArrowLeft")
    expect(page.locator("section.present h1")).to_be_visible()
    to_the_chart(page)
    stage = page.locator("section.present .cb-slide__shown")
    page.keyboard.press("ArrowDown")
    assert stage.evaluate("stage => stage.scrollTop") > 0
    page.keyboard.press("ArrowUp")
    assert stage.evaluate("stage => stage.scrollTop") == 0


def test_a_chart_answers_a_click_on_a_page_of_another_size(view, folder):
    view.page.set_viewport_size({"width": 1600, "height": 900})
    page = view.go(folder / "07-decision-room.html")
    to_the_chart(page)
    marks = page.locator("section.present svg g.mark-symbol.role-mark path")
    before = marks.evaluate_all(FAINT)
    marks.nth(1).click()
    assert marks.evaluate_all(FAINT) > before
    page.set_viewport_size({"width": 1280, "height": 720})


def test_a_box_under_a_chart_changes_it(view, folder):
    page = view.go(folder / f"{WITH_A_TALL_CHART}.html")
    chart = page.locator(".cb-slide--chart").filter(has=page.locator("input[type=checkbox]"))
    page.evaluate("slide => Reveal.slide(Reveal.getSlides().indexOf(slide))", chart.element_handle())
    before = chart.locator("svg").inner_html()
    chart.get_by_role("checkbox").first.check()
    expect(chart.locator("svg")).to_be_visible()
    assert chart.locator("svg").inner_html() != before


def test_the_speaker_sees_the_notes_in_a_window_of_their_own(view, folder):
    page = view.go(folder / "00-start-here.html")
    page.keyboard.press("ArrowRight")
    with page.context.expect_page() as opening:
        page.keyboard.press("s")
    window = opening.value
    expect(window.locator(".speaker-controls-notes")).to_contain_text("For instructors")
    expect(window.locator(".speaker-controls-notes")).to_be_visible()
    window.close()
    expect(page.get_by_text("For instructors").first).to_be_hidden()


def test_a_marked_table_is_shown_and_can_be_moved(view, folder):
    notebook = nbformat.read(NOTEBOOKS / "instructor" / f"{WITH_A_TALL_CHART}.ipynb", as_version=4)
    card = next(cell for cell in notebook.cells if "cb.show(" in cell.source)
    card.metadata["tags"] = ["slide"]
    (folder / "marked.html").write_text(deck.page(notebook, webpage.scripts()), encoding="utf-8")
    page = view.go(folder / "marked.html")
    page.evaluate("Reveal.slide(Reveal.getSlides().findIndex(slide => slide.querySelector('.cb-card')))")
    shown = page.locator("section.present .cb-slide__shown")
    expect(shown.locator(".cb-card")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert shown.evaluate("shown => shown.scrollTop") > 0
    assert view.findings() == set()


def test_a_checker_of_accessibility_finds_nothing(view, folder):
    page = view.go(folder / f"{WITH_A_TALL_CHART}.html")
    assert view.findings() == set()
    ARTEFACTS.mkdir(exist_ok=True)
    for number in range(page.locator(".cb-slide--chart").count()):
        to_the_chart(page, number)
        page.screenshot(path=ARTEFACTS / f"slides-chart-{number}.png")
        assert view.findings() == set()
    page.keyboard.press("ArrowRight")
    assert view.findings() == set()
