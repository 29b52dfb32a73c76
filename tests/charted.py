"""The charts that draw a frame: a new one is one line here, and every test of charts covers it."""

from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

import pandas as pd
import pytest
import vl_convert

import casebook as cb
from casebook import renderer
from casebook.charts.theme import THEMES

# Each with the table that it draws.
CHARTS = {
    "timeline": "events",
    "toll": "casualties",
    "move_matrix": "moves",
    "area_map": "events",
    "linked": "events",
}
every_chart = pytest.mark.parametrize("name", CHARTS)
every_theme = pytest.mark.parametrize("theme", THEMES)


def table_of(name: str) -> pd.DataFrame:
    return getattr(cb, CHARTS[name])()


def as_in_a_notebook(name: str) -> pd.DataFrame:
    """The table of a chart, as much of it as a notebook draws at once."""
    frame = table_of(name)
    if name == "toll":
        return frame[(frame["event_id"] == "E092") & (frame["measure"] == "killed")]
    return frame[frame["phase"] != "background"] if name == "linked" else frame


def drawn(name: str, frame: pd.DataFrame | None = None, theme: str = "light"):
    """A chart, of what a notebook draws if nothing else is given."""
    return getattr(cb, name)(as_in_a_notebook(name) if frame is None else frame, theme=theme)


@cache
def shown(name: str, theme: str = "light") -> dict:
    """The specification of what a notebook draws."""
    return renderer.specification(drawn(name, theme=theme))


def of(name: str, frame: pd.DataFrame) -> dict:
    """The specification of a chart of some frame."""
    return renderer.specification(drawn(name, frame))


def inside(part) -> Iterator[dict]:
    """Every object of a specification, from the outside in; not the rows that it draws."""
    if isinstance(part, list):
        for each in part:
            yield from inside(each)
    if isinstance(part, dict):
        yield part
        for name, each in part.items():
            if name not in {"datasets", "usermeta", "values"}:
                yield from inside(each)


def units(spec: dict) -> list[dict]:
    """The single views, each with one kind of mark."""
    return [part for part in inside(spec) if "mark" in part]


def encodings(spec: dict, channel: str) -> list[dict]:
    return [view["encoding"][channel] for view in units(spec) if channel in view.get("encoding", {})]


def rows(spec: dict, view: dict) -> list[dict]:
    """What a view draws."""
    data = view.get("data", {})
    return spec["datasets"][data["name"]] if "name" in data else data.get("values", [])


def symbols(chart) -> int:
    """How many points are really drawn, filters and all."""
    svg = vl_convert.vegalite_to_svg(renderer.specification(chart), vl_version=renderer.GRAMMAR)
    groups = [each for each in ElementTree.fromstring(svg).iter() if "mark-symbol role-mark" in each.get("class", "")]
    return sum(len(list(group)) for group in groups)
