"""What the map stands on: water, countries, two provinces, borders, and their names with counts."""

import functools
import itertools
from math import hypot

import altair as alt
import pandas as pd

from casebook.charts.area_sites import Rect, words_at
from casebook.charts.area_view import Frame, has_ground
from casebook.charts.basemap import features
from casebook.charts.grammar import unit
from casebook.charts.lanes import down
from casebook.charts.packing import text_width
from casebook.charts.theme import Theme
from casebook.charts.words import several
from casebook.kept import Spec

# From line to line of words; from point to point of a border.
LINE, NEAR = 15.0, 4.0
LAYERS = ("countries", "provinces", "borders", "borders_disputed")


def names(rows: pd.DataFrame, frame: Frame, kind: Theme) -> pd.DataFrame:
    """The words on the ground, a row for each line: `x`, `y`, `text`, and `style` (country, province or count).

    Events whose place is known only to a province or a country are counted here, under its name.
    """
    counts = rows["region"].str.casefold().value_counts()
    lines = []
    for style, labels in (("country", frame.view.countries), ("province", frame.view.provinces)):
        for name, longitude, latitude in labels:
            x, y = frame.at(longitude, latitude)
            number = counts.get(name.replace("\n", " ").casefold(), 0)
            said = [(text, style) for text in name.split("\n")] + ([(several(number), "count")] if number else [])
            edge = max(text_width(text, kind.text) for text, _ in said) / 2 + kind.scaled(4)
            x = min(max(x, edge), frame.width - edge)
            lines += [(x, y + place * kind.scaled(LINE), *each) for place, each in enumerate(said)]
    return pd.DataFrame(lines, columns=["x", "y", "text", "style"])


def obstacles(words: pd.DataFrame, kind: Theme) -> list[Rect]:
    """The room that the words on the ground take."""
    return [words_at(x, y, text, kind.text) for x, y, text in zip(words["x"], words["y"], words["text"], strict=True)]


@functools.cache
def lines(frame: Frame) -> tuple[tuple[float, float], ...]:
    """Points on the borders in the frame, in pixels, close enough that no word slips between two of them."""
    points = []
    for layer in ("borders", "borders_disputed") if has_ground() else ():
        for each in features(layer, frame.box, frame.grain):
            for line in each["geometry"]["coordinates"]:
                for (x1, y1), (x2, y2) in itertools.pairwise(frame.at(*point) for point in line):
                    steps = max(1, round(hypot(x2 - x1, y2 - y1) / NEAR))
                    points += [(x1 + (x2 - x1) * at / steps, y1 + (y2 - y1) * at / steps) for at in range(steps)]
    return tuple(point for point in points if 0 <= point[0] <= frame.width and 0 <= point[1] <= frame.height)


def datasets(words: pd.DataFrame, frame: Frame) -> Spec:
    """What the ground is drawn from."""
    ground = {layer: list(features(layer, frame.box, frame.grain)) if has_ground() else [] for layer in LAYERS}
    return {**ground, "names": words}


def drawn(frame: Frame, kind: Theme) -> list[alt.Chart]:
    """Ground and words, from below upwards. Disputed lines are dashed where they are in the frame."""
    # The description of the chart speaks for the land; without words of its own a shape is noise to a screen reader.
    shape = {"type": "geoshape", "clip": True, "aria": False}
    line = {**shape, "filled": False, "stroke": kind.border}
    x = {"field": "x", "type": "quantitative", "scale": {"domain": [0, frame.width], "nice": False}, "axis": None}
    text = {"type": "text", "baseline": "middle", "align": "center", "color": kind.quiet, "fontSize": kind.text}
    styles: dict[str, Spec] = {"country": {}, "province": {"fontStyle": "italic"}, "count": {"color": kind.ink}}
    at: Spec = {"x": x, "y": down(frame.height)}
    units = [
        unit("countries", {**shape, "fill": kind.land}),
        unit("provinces", {**shape, "fill": kind.tint, "stroke": kind.border, "strokeWidth": 0.6}),
        unit("borders", {**line, "strokeWidth": 1.2}),
    ]
    if has_ground() and features("borders_disputed", frame.box, frame.grain):
        units.append(unit("borders_disputed", {**line, "strokeWidth": 1.2, "strokeDash": [3, 3]}))
    return units + [
        unit("names", text | more, where=f"datum.style === '{style}'", **at, text={"field": "text"})
        for style, more in styles.items()
    ]
