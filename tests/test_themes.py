"""Colours and sizes: readable on every ground, in every theme, and never colour alone."""

from dataclasses import fields

import pytest

from casebook.charts.finish import nothing
from casebook.charts.theme import DIMMED, SHAPES, SIDES, look
from charted import every_theme

GROUNDS = ("ground", "band", "land", "tint", "sea")
READABLE, VISIBLE = 4.5, 3.0


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def luminance(channels: list[float]) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (each / 255 for each in channels)]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2), 1 to 21."""
    brighter, darker = sorted((luminance(_channels(each)) for each in (one, other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_the_contrast_formula_is_that_of_wcag():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@every_theme
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["ink", "quiet"])
def test_words_are_readable_on_every_ground(theme, ground, words):
    kind = look(theme)
    assert contrast(getattr(kind, words), getattr(kind, ground)) >= READABLE


@every_theme
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("side", SIDES)
def test_marks_are_visible_on_every_ground(theme, ground, side):
    kind = look(theme)
    assert contrast(kind.sides[side], getattr(kind, ground)) >= VISIBLE


@every_theme
@pytest.mark.parametrize("line", ["axis", "border"])
@pytest.mark.parametrize("ground", ["ground", "band"])
def test_lines_that_mean_something_are_visible(theme, line, ground):
    kind = look(theme)
    assert contrast(getattr(kind, line), getattr(kind, ground)) >= VISIBLE


@every_theme
def test_every_colour_of_a_theme_is_tested(theme):
    colours = {name for name, value in vars(look(theme)).items() if isinstance(value, str)}
    assert colours == {*GROUNDS, "ink", "quiet", "grid", "axis", "border"}


def test_every_side_has_a_shape_of_its_own():
    assert len(set(SHAPES.values())) == len(SIDES)


@every_theme
def test_every_side_has_a_colour_of_its_own_that_is_no_red(theme):
    colours = look(theme).sides
    assert set(colours) == set(SIDES)
    assert len(set(colours.values())) == len(SIDES)
    for colour in colours.values():
        red, green, blue = _channels(colour)
        assert not (red > 150 and green < 60 and blue < 60)


def test_what_is_not_selected_is_dimmed_to_no_less_than_a_third():
    assert DIMMED >= 0.35


def test_sizes_are_those_of_the_page_and_grow_for_the_projector():
    page, wall = look("light"), look("projector")
    assert (page.text, page.lane, page.heading, page.width) == (12, 13, 15, 700)
    assert all(getattr(wall, name) > getattr(page, name) for name in ("text", "lane", "heading", "width"))
    assert wall.scaled(12) == wall.text


def test_dark_changes_colours_and_nothing_else():
    light, dark = look("light"), look("dark")
    sizes = [field.name for field in fields(light) if field.type in (int, "int")]
    assert sizes
    assert all(getattr(light, name) == getattr(dark, name) for name in sizes)
    assert luminance(_channels(dark.ground)) < 0.05 < luminance(_channels(light.ground))


@every_theme
def test_nothing_is_left_to_the_page(theme):
    spec = nothing("Title", "Nothing.", theme).to_dict()
    config, kind = spec["config"], look(theme)
    assert config["background"] == kind.ground
    assert config["title"]["color"] == config["text"]["color"] == config["axis"]["labelColor"] == kind.ink
    assert config["legend"]["labelColor"] == config["style"]["guide-label"]["fill"] == kind.ink
