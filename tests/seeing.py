"""A notebook in a real JupyterLab, with every other machine out of reach: for the tests that look at charts."""

import asyncio
import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from axe_playwright_python.sync_playwright import Axe
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, Page, sync_playwright

from casebook.editions.execution import executed
from casebook.editions.source import METADATA
from casebook.folders import ROOT
from serving import Served

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
FLAGS += ["--disable-component-update", "--disable-quic"]
# Continuous integration keeps what is in here; git does not.
ARTEFACTS = ROOT / "artefacts"


@dataclass
class Seen:
    """An open notebook, what it asked of other machines, and what its console called an error."""

    page: Page
    file: Path
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def output(self, number: int) -> Locator:
        """What stands under the cell of that number, scrolled into view; the first cell is 0."""
        cell = self.page.locator(".jp-Notebook .jp-CodeCell").nth(number)
        cell.scroll_into_view_if_needed()
        return cell.locator(".jp-OutputArea-output")

    def run_all(self) -> None:
        """Run every cell and wait until the kernel rests."""
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.locator(".lm-Menu-itemLabel").get_by_text("Run All Cells", exact=True).click()
        self.page.get_by_text("| Busy").wait_for(timeout=20_000)
        # Not the words that are seen: prompts out of view have none.
        self.page.wait_for_function(
            "() => [...document.querySelectorAll('.jp-Notebook .jp-CodeCell .jp-InputPrompt')]"
            ".every(prompt => /\\d/.test(prompt.textContent))",
            timeout=120_000,
        )
        self.page.get_by_text("| Idle").wait_for(timeout=120_000)

    def save(self) -> nbformat.NotebookNode:
        """Save, and give what is on disk then."""
        with self.page.expect_response(lambda answer: answer.request.method == "PUT" and "seen.ipynb" in answer.url):
            self.page.keyboard.press("Control+s")
        return nbformat.read(self.file, as_version=4)

    def findings(self) -> list[str]:
        """What axe-core finds in the outputs that are on the page."""
        # JupyterLab's body has no height and hides what overflows: axe-core would take all that is in it for unseen.
        self.page.add_style_tag(content="body { height: 100vh }")
        found = Axe().run(self.page, context=".jp-OutputArea-output").response["violations"]
        return [f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found]

    def picture(self, name: str, part: Locator | None = None) -> None:
        """Keep a picture of a part, or of the page."""
        ARTEFACTS.mkdir(exist_ok=True)
        (part or self.page).screenshot(path=ARTEFACTS / f"{name}.png")


def saved(sources: list[str], folder: Path) -> nbformat.NotebookNode:
    """A notebook with these cells, run once."""
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources], metadata=METADATA)
    return asyncio.run(executed(notebook, "student", folder))


@contextlib.contextmanager
def seen(
    chromium: str, home: Path, notebook: nbformat.NotebookNode, width: int = 1400, height: int = 1100
) -> Iterator[Seen]:
    """Open a notebook in JupyterLab, in a home directory of its own."""
    running = Served(home, "--no-browser")
    folder = re.search(r"Notebooks in (.+?): \d+ copied", running.line)[1]
    file = Path(folder) / "seen.ipynb"
    nbformat.write(notebook, file)
    ours = (running.address, running.address.replace("http", "ws"), "data:", "blob:")

    def gate(route):
        if route.request.url.startswith(ours):
            route.continue_()
        else:
            view.outside.append(route.request.url)
            route.abort()

    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            view = Seen(browser.new_page(viewport={"width": width, "height": height}), file)
            view.page.route("**/*", gate)
            view.page.on("console", lambda said: view.errors.append(said.text) if said.type == "error" else None)
            view.page.on("pageerror", lambda error: view.errors.append(str(error)))
            view.page.goto(f"{running.address}/lab/tree/seen.ipynb?token={running.token}")
            view.page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=90_000)
            view.page.get_by_text("| Idle").wait_for(timeout=90_000)
            yield view
            browser.close()
    finally:
        running.stop()
