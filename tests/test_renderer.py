"""One output that every viewer shows without network: for charts of the casebook and for those of a student."""

import json
import subprocess
import sys
from io import BytesIO

import altair as alt
import numpy as np
import pandas as pd
import pytest
import vl_convert
from PIL import Image

from casebook import renderer
from charted import CHARTS, drawn

DOTS = alt.Chart(pd.DataFrame({"n": [1, 2]})).mark_point().encode(x="n:Q")


def _pixels(picture: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(picture)).convert("RGB")).astype(int)


def _colours(picture: bytes) -> set[tuple[int, int, int]]:
    return {tuple(colour) for colour in np.unique(_pixels(picture).reshape(-1, 3), axis=0).tolist()}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_kept_as_vega_lite_5_a_picture_and_words(name):
    data, about = renderer.bundle(drawn(name).to_dict())
    assert set(data) == {renderer.MIMETYPE, "image/png", "text/plain"}
    assert data[renderer.MIMETYPE]["$schema"] == renderer.SCHEMA
    assert Image.open(BytesIO(data["image/png"])).format == "PNG"
    assert data["text/plain"] == about["image/png"]["alt"] == data[renderer.MIMETYPE]["description"]


def test_a_chart_has_no_menu_without_a_name_that_leads_to_a_network():
    _, about = renderer.bundle(DOTS.to_dict())
    assert about[renderer.MIMETYPE]["embed_options"]["actions"] is False


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"description": "Two dots.", "title": "Dots"}, "Two dots."),
        ({"title": "Dots"}, "Dots"),
        ({"title": {"text": ["Dots", "and more"]}}, "Dots and more"),
        ({}, "A chart without title or description."),
    ],
)
def test_a_chart_says_its_description_else_its_title(words, said):
    assert renderer.description(words) == said


def test_a_picture_has_the_size_of_the_chart_on_the_page():
    spec = renderer.specification(DOTS.properties(width=300, height=200))
    picture, size = renderer.picture(spec)
    width, height = Image.open(BytesIO(picture)).size
    assert width == pytest.approx(size["width"] * renderer.SHARP, abs=2)
    assert height == pytest.approx(size["height"] * renderer.SHARP, abs=2)


def test_a_picture_is_the_same_bytes_every_time():
    spec = renderer.specification(DOTS)
    assert renderer.picture(spec)[0] == renderer.picture(spec)[0]


def test_a_heavy_picture_is_drawn_smaller_until_it_is_light():
    noise = np.random.default_rng(1).uniform(size=(4000, 2))
    busy = alt.Chart(pd.DataFrame(noise, columns=["a", "b"])).mark_point().encode(x="a:Q", y="b:Q")
    spec = renderer.specification(busy.properties(width=900, height=900))
    picture, size = renderer.picture(spec)
    assert len(picture) < renderer.HEAVIEST_PICTURE
    assert size["width"] > 900


@pytest.mark.parametrize("name", CHARTS)
def test_a_small_picture_keeps_the_flat_colours_of_the_chart(name):
    spec = drawn(name).to_dict()
    ground = tuple(int(spec["config"]["background"][place : place + 2], 16) for place in (1, 3, 5))
    assert ground in _colours(renderer.picture(spec)[0])


def test_a_small_picture_has_the_pixels_of_the_large_one_but_for_shades():
    large = vl_convert.vegalite_to_png(renderer.specification(DOTS), vl_version=renderer.GRAMMAR, scale=renderer.SHARP)
    small, _ = renderer.picture(renderer.specification(DOTS))
    before, after = _pixels(large), _pixels(small)
    assert before.shape == after.shape
    assert np.abs(after - before).max() <= 8
    assert len(small) < len(large)


KERNEL = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
import casebook as cb, json, sys
assert "altair" not in sys.modules
import altair as alt, pandas as pd
{before}
mine = alt.Chart(pd.DataFrame({{"n": [1]}})).mark_point().encode(x="n:Q")
charts = [mine, mine | mine, mine + mine, cb.timeline(cb.events().head(3))]
print(json.dumps([sorted(shell.display_formatter.format(chart)[0]) for chart in charts]))
"""


def shown(before: str = "") -> list[list[str]]:
    """What a fresh kernel shows of a student's charts and of the casebook's own."""
    code = KERNEL.format(before=before)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not done.stderr
    return json.loads(done.stdout)


def test_import_casebook_is_enough_for_any_altair_chart_to_show_without_network():
    assert shown() == [[renderer.MIMETYPE, "image/png", "text/plain"]] * 4


def test_a_renderer_that_a_student_chose_is_left_alone():
    mine, *_ = shown('alt.renderers.enable("json")')
    assert mine == ["application/json", "text/plain"]


def test_after_another_renderer_one_line_leads_back():
    code = 'alt.renderers.enable("json")\nfrom casebook import renderer\nrenderer.enable()'
    assert shown(code) == [[renderer.MIMETYPE, "image/png", "text/plain"]] * 4
