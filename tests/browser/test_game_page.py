"""The game in a real JupyterLab: its sliders are named, move by the keyboard, and draw the game anew."""

import pytest

from seeing import saved, seen


@pytest.fixture(scope="module")
def page(chromium, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with seen(chromium, home, saved(["import casebook as cb", "cb.game()"], home)) as view:
        yield view


@pytest.mark.parametrize("side", ["A", "B"])
def test_a_slider_moves_by_the_keys_that_are_named_and_the_chart_follows(page, side):
    output = page.output(1)
    canvas = output.locator("canvas")
    canvas.wait_for(timeout=30_000)
    before = canvas.screenshot()
    slider = output.get_by_label(f"{side} loses, if both strike")
    assert slider.input_value() == "3"
    slider.focus()
    slider.press("PageUp")
    assert slider.input_value() == "4"
    page.page.wait_for_timeout(300)
    assert canvas.screenshot() != before
    page.picture(f"game-{side}")


def test_a_checker_of_accessibility_finds_nothing(page):
    page.output(1).locator("canvas").wait_for()
    assert page.findings() == []


def test_no_error_in_the_console_and_no_other_machine_is_asked(page):
    assert page.errors == []
    assert page.outside == []
