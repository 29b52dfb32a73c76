"""Every chart in a real JupyterLab: drawn from the saved notebook, and drawn again after a run."""

from pathlib import Path

import pytest

import charted
from casebook import renderer
from casebook.charts.theme import THEMES
from seeing import saved, seen

HERE = str(Path(charted.__file__).parent)
FIRST = f"import sys\n\nimport casebook as cb\n\nsys.path.append({HERE!r})\nfrom charted import drawn"
# What a notebook draws of each chart; a new one is covered as soon as it is in the list of charts.
CELLS = (
    [FIRST] + [f'drawn("{name}", theme="{theme}")' for name in charted.CHARTS for theme in THEMES] + ["cb.explore()"]
)
CHART_CELLS = range(1, len(CELLS) - 1)
# How many colours the chart has: a canvas that failed to draw has one.
COLOURS = """canvas => {
    const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    const seen = new Set();
    for (let place = 0; place < pixels.length; place += 40) {
        seen.add(pixels[place] << 16 | pixels[place + 1] << 8 | pixels[place + 2]);
    }
    return seen.size;
}"""


@pytest.fixture(scope="module")
def page(chromium, tmp_path_factory):
    """All charts in one notebook, as it was saved, on a page as wide as a projector's."""
    home = tmp_path_factory.mktemp("home")
    with seen(chromium, home, saved(CELLS, home), width=1900) as view:
        yield view


@pytest.fixture(scope="module", params=["saved", "run"])
def view(request, page):
    """The page as it opens, and after every cell ran again."""
    if request.param == "run":
        page.run_all()
    return page, request.param


def test_every_chart_is_drawn(view):
    page, when = view
    for number in CHART_CELLS:
        canvas = page.output(number).locator("canvas")
        canvas.wait_for(timeout=30_000)
        assert canvas.evaluate(COLOURS) > 4, CELLS[number]
        page.picture(f"{CELLS[number].split('(', 1)[1].strip(')').replace(', theme=', '-')}-{when}".replace('"', ""))


def test_jupyterlab_keeps_a_picture_of_each_chart_that_it_drew(view):
    page, _ = view
    cells = page.save().cells
    kept = [output for number in CHART_CELLS for output in cells[number].outputs if renderer.MIMETYPE in output.data]
    assert len(kept) == len(CHART_CELLS)
    for output in kept:
        assert output.data["image/png"].startswith("iVBOR")
        assert output.metadata["image/png"]["alt"] == output.data["text/plain"]


def test_the_explorer_shows_its_chart(view):
    page, when = view
    output = page.output(len(CELLS) - 1)
    output.locator("canvas" if when == "saved" else "svg.marks").first.wait_for(timeout=60_000)
    assert output.get_by_role("status").count() == (when == "run")
    page.picture(f"explore-{when}")


def test_nothing_is_shown_as_text_or_as_an_error(view):
    page, _ = view
    for number in range(1, len(CELLS)):
        assert page.output(number).locator("[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
        assert page.output(number).locator("pre").count() == 0


def test_a_checker_of_accessibility_finds_nothing(view):
    page, _ = view
    findings = []
    for number in range(1, len(CELLS)):
        page.output(number).first.wait_for()
        findings += page.findings()
    assert findings == []


def test_no_error_in_the_console_and_no_other_machine_is_asked(view):
    page, _ = view
    assert page.errors == []
    assert page.outside == []
