"""A page opened from a folder, with every other machine out of reach: for the tests of the site and of the slides."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from seeing import FLAGS

# Where a browser would fetch from by itself; a link that a reader may follow is not among them.
FETCHED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}
LEADING = {"index", "search", "next", "prev"}


class Named(HTMLParser):
    """What a page names: files that it fetches, links that it offers, ids that it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fetched, self.links, self.ids = [], [], set()
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list) -> None:
        given = dict(attributes)
        if FETCHED.get(tag) in given and given.get("rel") not in LEADING:
            self.fetched.append(given[FETCHED[tag]])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        self.ids |= {given[name] for name in ("id", "name") if name in given}


@dataclass
class Opened:
    """A browser's page, what it asked of other machines, and what its console called an error."""

    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def go(self, path: Path) -> Page:
        """Open a file and wait until its charts are drawn."""
        self.page.goto(path.as_uri())
        self.page.wait_for_function(
            "() => [...document.querySelectorAll('.cb-figure__stage')].every(stage => stage.querySelector('svg.marks'))"
        )
        return self.page

    def findings(self) -> set[str]:
        """What axe-core finds on the page, by rule; it must not fetch styles, which a page from a folder may not."""
        return {each["id"] for each in Axe().run(self.page, options={"preload": False}).response["violations"]}


@contextlib.contextmanager
def opened(chromium: str) -> Iterator[Opened]:
    """A browser that may read files and nothing else."""

    def gate(route):
        if route.request.url.startswith(("file:", "data:", "blob:")):
            route.continue_()
        else:
            view.outside.append(route.request.url)
            route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        view = Opened(browser.new_page(viewport={"width": 1280, "height": 720}))
        view.page.route("**/*", gate)
        view.page.on("console", lambda said: view.errors.append(said.text) if said.type == "error" else None)
        view.page.on("pageerror", lambda error: view.errors.append(str(error)))
        yield view
        browser.close()
