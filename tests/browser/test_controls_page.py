"""Charts with a menu or sliders under them, in a real JupyterLab: named, moved by keys, and followed by the drawing."""

import pytest

from seeing import saved, seen

SOURCES = ["import casebook as cb", "cb.game()", "cb.clocks()"]
GAME, CLOCKS = 1, 2


@pytest.fixture(scope="module")
def page(chromium, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with seen(chromium, home, saved(SOURCES, home)) as view:
        yield view


def pressed(page, control, canvas, key: str) -> str:
    """What a control holds after a key; the chart beside it must have changed."""
    before = canvas.screenshot()
    control.focus()
    control.press(key)
    page.page.wait_for_timeout(300)
    assert canvas.screenshot() != before
    return control.input_value()


@pytest.mark.parametrize("side", ["A", "B"])
def test_a_slider_moves_by_the_keys_that_are_named_and_the_chart_follows(page, side):
    output = page.output(GAME)
    canvas = output.locator("canvas")
    canvas.wait_for(timeout=30_000)
    slider = output.get_by_label(f"{side} loses, if both strike")
    assert slider.input_value() == "3"
    assert [pressed(page, slider, canvas, key) for key in ("PageUp", "ArrowRight", "ArrowDown")] == ["4", "4.5", "4"]
    page.picture(f"game-{side}")


def test_the_menu_of_clocks_turns_by_the_keys_that_are_named_and_the_chart_follows(page):
    output = page.output(CLOCKS)
    canvas = output.locator("canvas")
    canvas.wait_for(timeout=30_000)
    menu = output.get_by_label("Clock:")
    assert menu.input_value() == "as printed"
    turned = [pressed(page, menu, canvas, key) for key in ("ArrowDown", "End", "t", "ArrowUp")]
    assert turned == ["UTC", "New York", "Tehran", "UTC"]
    page.picture("clocks")


def test_arrow_keys_beside_a_menu_still_move_from_cell_to_cell(page):
    page.output(GAME)
    page.page.locator(".jp-Notebook .jp-CodeCell").nth(GAME).locator(".jp-InputPrompt").click()
    active = page.page.locator(".jp-Notebook .jp-Cell.jp-mod-active")
    page.page.keyboard.press("ArrowDown")
    assert active.locator(".jp-InputArea-editor").inner_text().strip() == SOURCES[CLOCKS]


def test_a_checker_of_accessibility_finds_nothing(page):
    for number in (GAME, CLOCKS):
        page.output(number).locator("canvas").wait_for()
        assert page.findings() == []


def test_no_error_in_the_console_and_no_other_machine_is_asked(page):
    assert page.errors == []
    assert page.outside == []
