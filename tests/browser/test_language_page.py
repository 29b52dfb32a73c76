"""Cards, forms and the report in a made-up language from right to left, in Chromium: where each thing stands."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import pseudo
from seeing import ARTEFACTS, FLAGS

SHOWN = {
    "show": "show K51",
    "about": "about casualties qualifier",
    "verdict": "check ten-and-ten 1",
    "form": "ask ten-and-ten alive",
    "room": "room islamabad sheet 1 alive",
    "decided": "room islamabad decide 1",
    "cards": "arrange XHH",
    "reader": "reader with a choice",
    "explorer": "explorer with a choice",
    "desk": "desk casualties alive",
}
# The elements whose words do not begin at the side where they should, or leave their box.
MEASURE = """() => {
  const found = [];
  const words = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].filter((each) => each.width > 1);
  };
  const blocks = document.querySelectorAll(
    ".cb-card :is(p, li, blockquote, dt, dd, td, th, legend), main > p, main > h2, main th, main td, caption");
  for (const each of blocks) {
    const style = getComputedStyle(each), box = each.getBoundingClientRect(), lines = words(each);
    if (!lines.length || each.matches(".count")) continue;
    const rtl = style.direction === "rtl";
    const edge = rtl ? box.right - parseFloat(style.paddingRight) - parseFloat(style.borderRightWidth)
                     : box.left + parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth);
    const begins = rtl ? Math.max(...lines.map((each) => each.right)) : Math.min(...lines.map((each) => each.left));
    const inside = lines.every((line) => line.left >= box.left - 1 && line.right <= box.right + 1);
    if (Math.abs(edge - begins) > 2 || !inside) found.push([each.outerHTML.slice(0, 120), edge, begins]);
  }
  return found;
}"""
THICK = """(cards) => cards.map((each) => {
  const style = getComputedStyle(each);
  return [style.direction, style.borderLeftWidth, style.borderRightWidth];
})"""


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory):
    return pseudo.told("spoken", pseudo.TAG, pseudo.made(tmp_path_factory.mktemp("locale")), "ten-and-ten")


@pytest.fixture(scope="module")
def browser(chromium):
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


def opened(browser, html: str, width: int):
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.set_content(html)
    return page


def on_a_page(html: str) -> str:
    """A card as it stands among other things, on a page in English."""
    return (
        f'<!doctype html><html lang="en"><title>A notebook</title><main><h1>A notebook</h1><h2>A cell</h2>{html}</main>'
    )


@pytest.mark.parametrize("name", SHOWN)
def test_from_right_to_left_everything_begins_where_it_should_and_axe_finds_nothing(name, browser, mirrored):
    page = opened(browser, on_a_page(mirrored[SHOWN[name]][0]), 900)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
    assert page.evaluate(MEASURE) == []
    outer = page.locator(".cb-card").evaluate_all(THICK)
    assert all(left < right if side == "rtl" else left > right for side, left, right in outer)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    found = Axe().run(page).response["violations"]
    assert [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found] == []
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"right-to-left-{name}.png", full_page=True)
    page.close()


@pytest.mark.parametrize("width", [1200, 420])
def test_the_report_is_turned_as_a_whole(width, browser, mirrored):
    page = opened(browser, mirrored["report"][0], width)
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [pseudo.TAG, "rtl"]
    assert page.evaluate(MEASURE) == []
    first, last = (page.locator(f"table >> nth=0 >> tbody tr >> nth=0 >> {cell}") for cell in ("th", "td >> nth=-1"))
    assert first.bounding_box()["x"] > last.bounding_box()["x"]
    pieces = page.locator(".bar >> nth=0 >> span").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().x)"
    )
    assert pieces == sorted(pieces, reverse=True)
    assert len(pieces) > 1
    found = Axe().run(page).response["violations"]
    assert [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found] == []
    page.screenshot(path=ARTEFACTS / f"right-to-left-report-{width}.png")
    page.close()
