"""What a reader sees first: JupyterLab on notebook 00, running, with nothing asked of another machine."""

import pytest
from playwright.sync_api import sync_playwright

from serving import Served

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
FLAGS += ["--disable-component-update", "--disable-quic"]


@pytest.fixture(scope="module")
def first_page(chromium, tmp_path_factory):
    """The page at the printed address, and every request of it that was meant for another machine."""
    running, outside = Served(tmp_path_factory.mktemp("home"), "--no-browser"), []

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
        page.get_by_text("| Idle").wait_for(timeout=60_000)
        yield page, outside
        browser.close()
    running.stop()


def test_the_printed_address_shows_notebook_00(first_page):
    page, _ = first_page
    assert page.locator(".jp-Notebook h1").first.inner_text().startswith("00")


def test_the_first_cells_run(first_page):
    page, _ = first_page
    page.locator(".jp-Notebook .jp-Cell").first.click()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator(".lm-Menu-itemLabel").get_by_text("Run All Cells", exact=True).click()
    page.wait_for_function("() => document.querySelector('.jp-CodeCell .jp-InputPrompt')?.innerText === '[1]:'")
    page.get_by_text("| Idle").wait_for(timeout=60_000)
    assert page.locator('[data-mime-type="application/vnd.jupyter.error"]').count() == 0


def test_nobody_is_asked_about_news_and_no_other_machine_is_asked_anything(first_page):
    page, outside = first_page
    page.wait_for_timeout(3000)
    assert page.locator(".Toastify__toast").count() == 0
    assert page.locator(".jp-Dialog").count() == 0
    assert outside == []
