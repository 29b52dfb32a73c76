"""From a click on a mark of `explore()` to the card of its event, beside a bare button of ipywidgets."""

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from nbformat.v4 import new_code_cell, new_notebook

from bench.row import NotMeasuredError, Row
from casebook.editions.source import METADATA
from casebook.folders import ROOT

BARE = """
import ipywidgets

class Answer(ipywidgets.VBox):
    def __init__(self):
        self.count, self.words = 0, ipywidgets.HTML("<b class='answer'>0</b>")
        button = ipywidgets.Button(description="click")
        button.on_click(self.clicked)
        super().__init__([button, self.words])

    def clicked(self, button):
        self.count += 1
        self.words.value = f"<b class='answer'>{self.count}</b>"

Answer()
"""
# Times from a click to the next change of what it asks for, taken in the page, so that no test tool is measured.
WATCH = """() => {
    const shown = () => [document.querySelector('.cb-card')?.ariaLabel, document.querySelector('.answer')?.textContent]
        .join();
    let [began, last] = [0, shown()];
    document.addEventListener('click', () => { began = performance.now(); }, true);
    new MutationObserver(() => {
        if (shown() === last) return;
        last = shown();
        window.times.push(performance.now() - began);
    }).observe(document.body, {childList: true, subtree: true, characterData: true});
}"""
MARKS = "svg.marks .mark-symbol path[aria-roledescription=point]"
CLICKS = 21


def _median(view, targets: list) -> float:
    """Seconds from click to answer, the median over the targets, one after the other."""
    view.page.evaluate("window.times = []")
    for number, target in enumerate(targets, 1):
        target.scroll_into_view_if_needed()
        target.click(force=True)
        view.page.wait_for_function("many => window.times.length === many", arg=number)
        view.page.wait_for_timeout(100)
    return statistics.median(view.page.evaluate("window.times")) / 1000


def rows() -> list[Row]:
    """Twenty-one clicks each, in Chromium with every other machine out of reach."""
    # A notebook is opened for this measure as it is for the tests.
    sys.path.append(str(ROOT / "tests"))
    from seeing import seen  # noqa: PLC0415

    chromium = shutil.which("chromium")
    if not chromium:
        raise NotMeasuredError("The clicks are measured in Chromium. On Debian: apt install chromium")
    cells = [new_code_cell("import casebook as cb\n\ncb.explore()"), new_code_cell(BARE.strip())]
    notebook = new_notebook(cells=cells, metadata=METADATA)
    with tempfile.TemporaryDirectory() as home, seen(chromium, Path(home), notebook) as view:
        view.run_all()
        marks = view.page.locator(MARKS)
        marks.first.wait_for()
        view.page.evaluate(WATCH)
        ours = _median(view, marks.all()[:CLICKS])
        bare = _median(view, [view.page.get_by_role("button", name="click", exact=True)] * CLICKS)
    return [Row("click to card in explore()", ours, "a button of ipywidgets", bare, 0.150)]
