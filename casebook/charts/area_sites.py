"""Where marks and words stand on the map and in the lines under it: side by side, none on another, in pixels."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil, cos, pi, sin, sqrt
from typing import NamedTuple

import pandas as pd

from casebook.charts.area_places import named, point_names
from casebook.charts.area_view import Frame
from casebook.charts.packing import text_width

# From the middle of one mark to the next; between marks and their words.
STEP, AIR = 13.0, 4.0
# Nearer to the edge than this, half a mark would be cut off.
EDGE = 8.0


Point = tuple[float, float]


class Rect(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> "Rect":
        """The same with a margin."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: "Rect") -> bool:
        """Whether two rectangles overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def reaching(self, x: float, y: float) -> "Rect":
        """The same, as far as a point."""
        return Rect(min(self.left, x), min(self.top, y), max(self.right, x), max(self.bottom, y))

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.left < x < self.right and self.top < y < self.bottom


def words_at(x: float, y: float, text: str, size: float) -> Rect:
    """The room of a line of text centred at a point."""
    half = text_width(text, size) / 2
    return Rect(x - half, y - size * 0.6, x + half, y + size * 0.6)


def _beside(marks: Rect, width: float, size: float, air: float) -> Iterator[Rect]:
    """Where the words of a site may stand: right of its marks, left, below, above, and at its corners."""
    middle, centre = (marks.top + marks.bottom) / 2, (marks.left + marks.right) / 2
    up, down = middle - size * 0.6, middle + size * 0.6
    yield Rect(marks.right + air, up, marks.right + air + width, down)
    yield Rect(marks.left - air - width, up, marks.left - air, down)
    for left in (centre - width / 2, marks.left, marks.right - width, marks.right, marks.left - width):
        for top in (marks.bottom + air / 2, marks.top - air / 2 - size * 1.2):
            yield Rect(left, top, left + width, top + size * 1.2)


def _near(x: float, y: float, wide: float, high: float) -> Iterator[Rect]:
    """Where the marks of a site may stand: at its point, or as near to it as there is room."""
    for distance in range(0, 160, 5):
        for turn in range(16) if distance else (0,):
            cx, cy = x + distance * cos(turn * pi / 8), y + distance * sin(turn * pi / 8)
            yield Rect(cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2)


def _free(choices: Iterable[Rect], sheet: Rect, taken: list[Rect]) -> Iterator[Rect]:
    """Those rectangles that are on the sheet and touch nothing."""
    for rect in choices:
        inside = rect.left >= 0 and rect.top >= 0 and rect.right <= sheet.right and rect.bottom <= sheet.bottom
        if inside and not any(rect.meets(other) for other in taken):
            yield rect


def _own_side(choices: Iterable[Rect], at: Point, lines: Sequence[Point]) -> Rect | None:
    """The first rectangle with no line in it or between it and a point; where there is none, the first of all."""
    rects = list(choices)
    clear = (rect for rect in rects if not any(rect.reaching(*at).holds(*point) for point in lines))
    return next(clear, next(iter(rects), None))


def sites(
    rows: pd.DataFrame, frame: Frame, size: float, obstacles: list[Rect], lines: Sequence[Point]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Place the events of a map that have a point in its frame: first all marks, then the words that find room.

    Parameters
    ----------
    rows : DataFrame
        What `area_places.located` gives, only events with a point in the frame.
    frame : Frame
    size : float
        Of labels, in pixels.
    obstacles : list of Rect
        Words that are on the ground already.
    lines : sequence of tuple
        Points on the borders, in pixels: words stand on the side of their place where they can.

    Returns
    -------
    marks : DataFrame
        The rows with `x` and `y`.
    points : DataFrame
        One row for each point, those with most events first: `x`, `y` (where it is), `to_x`, `to_y` (the middle of its
        marks), `moved`, `label`, `label_x`, `label_y` (blank where there was no room for words).
    """
    grow = size / 12
    step, air, sheet = STEP * grow, AIR * grow, Rect(0, 0, frame.width, frame.height)
    names, taken = point_names(), list(obstacles)
    marks, points = [], []
    for site in sorted((site for _, site in rows.groupby(["latitude", "longitude"])), key=len, reverse=True):
        latitude, longitude = site.iloc[0][["latitude", "longitude"]]
        columns = len(site) if len(site) <= 4 else ceil(sqrt(len(site) * 2))
        wide, high = columns * step, ceil(len(site) / columns) * step
        at = frame.at(longitude, latitude)
        box = next(_free(_near(*at, wide, high), sheet, taken), None) or next(_near(*at, wide, high))
        taken.append(box.grown(air / 2))
        across = [box.left + step * (each % columns + 0.5) for each in range(len(site))]
        down = [box.top + step * (each // columns + 0.5) for each in range(len(site))]
        marks.append(site.assign(x=across, y=down))
        points.append((at, box, named(site, names[latitude, longitude])))
    labelled = []
    for (x, y), box, labels in points:
        for label in labels:
            free = _free(_beside(box, text_width(label, size), size, air), sheet, taken)
            words = _own_side(free, (x, y), lines)
            if words:
                taken.append(words)
                break
        to_x, to_y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        where = (words.left, (words.top + words.bottom) / 2) if words else (None, None)
        labelled.append((x, y, to_x, to_y, abs(to_x - x) + abs(to_y - y) > 1, label, *where))
    told = ["x", "y", "to_x", "to_y", "moved", "label", "label_x", "label_y"]
    placed = pd.concat(marks) if marks else rows.assign(x=0.0, y=0.0)
    return placed, pd.DataFrame(labelled, columns=told).astype({"label_x": float, "label_y": float})
