"""What a reader sees first: JupyterLab on notebook 00, running, with nothing asked of another machine."""

import time

import nbformat
import pytest
from playwright.sync_api import expect, sync_playwright

from casebook.folders import NOTEBOOKS
from casebook.lab import FIRST
from serving import Served

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
FLAGS += ["--disable-component-update", "--disable-quic"]
PATIENCE = 120


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The folder in which a reader typed `casebook lab`."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def first_page(chromium, home):
    """The page at the printed address, and every request of it that was meant for another machine."""
    running, outside = Served(home, "--no-browser"), []

    def gate(route):
        if route.request.url.startswith((running.address, running.address.replace("http", "ws"), "data:", "blob:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1200, "height": 1000})
        page.route("**/*", gate)
        page.goto(running.page)
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=90_000)
        page.get_by_text("| Idle").wait_for(timeout=PATIENCE * 1000)
        yield page, outside
        browser.close()
    running.stop()


def choose(page, menu: str, item: str) -> None:
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text(item, exact=True).click()


def code(path) -> list[nbformat.NotebookNode]:
    return [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_the_printed_address_shows_notebook_00(first_page):
    page, _ = first_page
    assert page.locator(".jp-Notebook h1").first.inner_text().startswith("00")


def test_every_cell_runs_and_shows_what_the_edition_shows(first_page, home):
    page, _ = first_page
    copy, edition = home / "casebook-work" / FIRST, code(NOTEBOOKS / FIRST)
    page.locator(".jp-Notebook .jp-Cell").first.click()
    choose(page, "Edit", "Clear Outputs of All Cells")
    choose(page, "Run", "Run All Cells")
    prompt = page.locator(".jp-CodeCell .jp-InputPrompt").last
    expect(prompt).to_have_text(f"[{len(edition)}]:", timeout=PATIENCE * 1000)
    choose(page, "File", "Save Notebook")
    end = time.monotonic() + PATIENCE
    while not code(copy)[-1].outputs and time.monotonic() < end:
        time.sleep(0.2)
    kinds = [[(each.output_type, *each.get("data", ())) for each in cell.outputs] for cell in code(copy)]
    assert kinds == [[(each.output_type, *each.get("data", ())) for each in cell.outputs] for cell in edition]


def test_nobody_is_asked_about_news_and_no_other_machine_is_asked_anything(first_page):
    page, outside = first_page
    page.wait_for_timeout(3000)
    assert page.locator(".Toastify__toast").count() == 0
    assert page.locator(".jp-Dialog").count() == 0
    assert outside == []
