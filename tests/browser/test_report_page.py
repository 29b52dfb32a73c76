"""The report opened from disk in Chromium: no other file or address, light and dark, by keyboard, on paper."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from casebook.report import words
from casebook.report.course import people
from casebook.report.files import read_all
from casebook.report.page import Report, page
from handed_in import READ, UNREADABLE, hand_in
from seeing import ARTEFACTS, FLAGS

SIZE = 60


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The report on a class with odd files, as a file."""
    folder = tmp_path_factory.mktemp("class")
    hand_in(folder, SIZE)
    for path, (content, *_) in {**READ, **UNREADABLE}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    files = read_all(folder)
    target = tmp_path_factory.mktemp("report") / "report.html"
    target.write_text(page(Report("The first week", files, people(files), words.ONLY_READ)), encoding="utf-8")
    return target


@pytest.fixture(scope="module")
def browser(chromium):
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(params=["light", "dark"])
def scheme(request):
    return request.param


@pytest.fixture
def view(browser, written, scheme):
    """The page with what it asked for and what its console said."""
    opened = browser.new_page(viewport={"width": 1200, "height": 1400}, color_scheme=scheme)
    opened.asked, opened.said = [], []
    opened.on("request", lambda request: opened.asked.append(request.url))
    opened.on("console", lambda line: opened.said.append(line.text))
    opened.on("pageerror", lambda fault: opened.said.append(str(fault)))
    opened.goto(written.as_uri())
    yield opened
    opened.close()


def test_it_opens_from_disk_and_asks_for_nothing_else(view, written):
    expect(view.get_by_role("heading", level=1)).to_have_text(words.TITLE)
    assert view.asked == [written.as_uri()]
    assert view.said == []
    assert view.title() == f"{words.TITLE} · The first week"


def test_nothing_hinders_a_screen_reader_or_a_weak_eye(view, scheme):
    found = Axe().run(view).response
    assert "color-contrast" in {each["id"] for each in found["passes"]}
    assert [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found["violations"]] == []
    ARTEFACTS.mkdir(exist_ok=True)
    view.screenshot(path=ARTEFACTS / f"report-{scheme}.png")


def test_the_keyboard_hides_every_name_and_shows_it_again(view):
    names, aliases = view.locator(".name:visible"), view.locator(".alias:visible")
    many = names.count()
    assert many > SIZE
    assert aliases.count() == 0
    view.keyboard.press("Tab")
    view.keyboard.press("Tab")
    expect(view.get_by_label("Hide names")).to_be_focused()
    view.keyboard.press("Space")
    assert (names.count(), aliases.count()) == (0, many)
    view.keyboard.press("Space")
    assert (names.count(), aliases.count()) == (many, 0)


def test_names_that_are_hidden_are_hidden_on_paper_too(view):
    view.get_by_label("Hide names").check()
    view.emulate_media(media="print")
    assert view.locator(".name:visible").count() == 0
    expect(view.get_by_label("Hide names")).to_be_hidden()


def test_it_fits_on_paper_and_is_printed_on_white(view):
    view.set_viewport_size({"width": 720, "height": 1000})
    view.emulate_media(media="print")
    assert view.evaluate("document.documentElement.scrollWidth") <= 720
    ground = "getComputedStyle(document.body).backgroundColor"
    assert view.evaluate(ground) == "rgb(255, 255, 255)"


def test_every_link_leads_to_a_place_on_the_page(view):
    broken = "links => links.filter(link => !document.getElementById(link.hash.slice(1))).map(link => link.href)"
    assert view.locator("a").evaluate_all(broken) == []


def test_each_bar_is_as_wide_as_its_share_of_the_class(view):
    shares = """rows => rows.map(row => {
        const counts = [...row.querySelectorAll('.count')].map(cell => Number(cell.textContent)).filter(Boolean);
        const pieces = [...row.querySelectorAll('.bar span')].map(piece => piece.getBoundingClientRect().width);
        const [all, wide] = [counts, pieces].map(list => list.reduce((one, two) => one + two));
        return Math.max(...counts.map((count, place) => Math.abs(count / all - pieces[place] / wide)));
    })"""
    assert max(view.locator("#glance ~ .scroll tbody tr:has(.bar)").evaluate_all(shares)) < 0.02


def test_it_fits_a_narrow_screen(browser, written):
    narrow = browser.new_page(viewport={"width": 390, "height": 800})
    narrow.goto(written.as_uri())
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 390
    narrow.close()
