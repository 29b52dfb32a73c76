"""Every mark stands on its own day, wherever in the world the chart is drawn."""

import json
import os
import re
import subprocess
import sys

import pytest

from casebook import renderer
from charted import CHARTS, every_chart, shown

ZONES = ("UTC", "Pacific/Honolulu", "Asia/Tehran", "Pacific/Auckland")


@every_chart
def test_days_carry_no_time_zone(name):
    written = json.dumps(shown(name)["datasets"])
    assert re.findall(r'"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"', written) or CHARTS[name] != "events" or name == "area_map"
    assert not re.findall(r'"\d{4}-\d\d-\d\d"|"\d{4}-\d\d-\d\dT[^"]*(?:Z|[+-]\d\d:?\d\d)"', written)


DRAW = """
import json, sys, vl_convert
specs = json.load(sys.stdin)
print(json.dumps([vl_convert.vegalite_to_svg(spec, vl_version="5.8") for spec in specs]))
"""


def svg(specs: list[dict], zone: str) -> list[str]:
    """Charts as they are drawn on a machine in a time zone."""
    told = {"input": json.dumps(specs), "capture_output": True, "text": True, "env": {**os.environ, "TZ": zone}}
    return json.loads(subprocess.run([sys.executable, "-c", DRAW], check=True, **told).stdout)


@pytest.fixture(scope="module")
def around_the_world() -> dict[str, list[str]]:
    """Every chart in every zone."""
    drawings = zip(*[svg([shown(name) for name in CHARTS], zone) for zone in ZONES], strict=True)
    return dict(zip(CHARTS, drawings, strict=True))


def _numbers_and_words(drawing: str) -> tuple[list[float], str]:
    number = r"-?\d+\.?\d*"
    return [float(each) for each in re.findall(number, drawing)], re.sub(number, "#", drawing)


@every_chart
def test_every_mark_stands_on_its_day_from_honolulu_to_auckland(name, around_the_world):
    here, *elsewhere = [_numbers_and_words(drawing) for drawing in around_the_world[name]]
    for numbers, words in elsewhere:
        assert words == here[1]
        # Summer time moves a month by an hour: less than a pixel.
        assert max(abs(a - b) for a, b in zip(numbers, here[0], strict=True)) < 1


def test_a_date_written_as_words_would_be_caught_on_the_wrong_day():
    spec = {
        "$schema": renderer.SCHEMA,
        "data": {"values": [{"at": "2024-01-16"}]},
        "mark": "text",
        "encoding": {"text": {"field": "at", "timeUnit": "date", "type": "temporal"}},
    }
    assert svg([spec], "Pacific/Honolulu") != svg([spec], "Pacific/Auckland")
