"""The picture beside a chart of a published notebook."""

import base64
from io import BytesIO

import altair as alt
import numpy as np
import pandas as pd
import pytest
import vl_convert
from nbformat.v4 import new_code_cell, new_notebook, new_output
from PIL import Image

from casebook import pictures, renderer
from charted import drawn, every_chart

DOTS = alt.Chart(pd.DataFrame({"n": [1, 2]})).mark_point().encode(x="n:Q")


def _pixels(picture: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(picture)).convert("RGB")).astype(int)


def _colours(picture: bytes) -> set[tuple[int, int, int]]:
    return {tuple(colour) for colour in np.unique(_pixels(picture).reshape(-1, 3), axis=0).tolist()}


def _saved(*bundles: tuple[dict, dict]) -> list:
    """The outputs of a notebook whose cells gave these, after its pictures were drawn."""
    shown = [new_output("execute_result", data, metadata=about) for data, about in bundles]
    notebook = new_notebook(cells=[new_code_cell(outputs=[output]) for output in shown])
    return [cell.outputs[0] for cell in pictures.with_pictures(notebook).cells]


@every_chart
def test_a_published_chart_has_a_picture_that_says_the_same_words(name):
    spec = drawn(name).to_dict()
    (output,) = _saved(renderer.bundle(spec))
    png = base64.b64decode(output.data["image/png"])
    assert png == pictures.picture(output.data[renderer.MIMETYPE])[0]
    assert output.metadata["image/png"] == {"alt": output.data["text/plain"], **pictures.picture(spec)[1]}


def test_only_charts_get_pictures_and_nothing_else_of_an_output_changes():
    words = ({"text/plain": "three"}, {})
    chart = renderer.bundle(DOTS.to_dict())
    first, second = _saved(words, chart)
    assert (first.data, first.metadata) == words
    assert {**second.data, "image/png": None} == {**chart[0], "image/png": None}
    assert second.metadata[renderer.MIMETYPE] == chart[1][renderer.MIMETYPE]


def test_a_picture_has_the_size_of_the_chart_on_the_page():
    spec = renderer.specification(DOTS.properties(width=300, height=200))
    png, size = pictures.picture(spec)
    width, height = Image.open(BytesIO(png)).size
    assert width == pytest.approx(size["width"] * pictures.SHARP, abs=2)
    assert height == pytest.approx(size["height"] * pictures.SHARP, abs=2)


def test_a_picture_is_the_same_bytes_every_time():
    spec = renderer.specification(DOTS)
    assert pictures.picture(spec)[0] == pictures.picture(spec)[0]


def test_a_heavy_picture_is_drawn_smaller_until_it_is_light():
    noise = np.random.default_rng(1).uniform(size=(4000, 2))
    busy = alt.Chart(pd.DataFrame(noise, columns=["a", "b"])).mark_point().encode(x="a:Q", y="b:Q")
    spec = renderer.specification(busy.properties(width=900, height=900))
    png, size = pictures.picture(spec)
    assert len(png) < pictures.HEAVIEST_PICTURE
    assert size["width"] > 900


@every_chart
def test_a_small_picture_keeps_the_flat_colours_of_the_chart(name):
    spec = drawn(name).to_dict()
    ground = tuple(int(spec["config"]["background"][place : place + 2], 16) for place in (1, 3, 5))
    assert ground in _colours(pictures.picture(spec)[0])


def test_a_small_picture_has_the_pixels_of_the_large_one_but_for_shades():
    large = vl_convert.vegalite_to_png(renderer.specification(DOTS), vl_version=renderer.GRAMMAR, scale=pictures.SHARP)
    small, _ = pictures.picture(renderer.specification(DOTS))
    before, after = _pixels(large), _pixels(small)
    assert before.shape == after.shape
    assert np.abs(after - before).max() <= 8
    assert len(small) < len(large)
