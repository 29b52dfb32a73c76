"""One output that every viewer shows without network: for charts of the casebook and for those of a student."""

import json
import subprocess
import sys

import altair as alt
import pandas as pd
import pytest

from casebook import renderer
from charted import drawn, every_chart

DOTS = alt.Chart(pd.DataFrame({"n": [1, 2]})).mark_point().encode(x="n:Q")


@every_chart
def test_a_chart_is_kept_as_vega_lite_5_and_words(name):
    data, about = renderer.bundle(drawn(name).to_dict())
    assert set(data) == {renderer.MIMETYPE, "text/plain"}
    assert data[renderer.MIMETYPE]["$schema"] == renderer.SCHEMA
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
assert "vl_convert" not in sys.modules
"""


def shown(before: str = "") -> list[list[str]]:
    """What a fresh kernel shows of a student's charts and of the casebook's own."""
    code = KERNEL.format(before=before)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not done.stderr
    return json.loads(done.stdout)


def test_import_casebook_is_enough_for_any_altair_chart_to_show_without_network():
    assert shown() == [[renderer.MIMETYPE, "text/plain"]] * 4


def test_a_renderer_that_a_student_chose_is_left_alone():
    mine, *_ = shown('alt.renderers.enable("json")')
    assert mine == ["application/json", "text/plain"]


def test_after_another_renderer_one_line_leads_back():
    code = 'alt.renderers.enable("json")\nfrom casebook import renderer\nrenderer.enable()'
    assert shown(code) == [[renderer.MIMETYPE, "text/plain"]] * 4
