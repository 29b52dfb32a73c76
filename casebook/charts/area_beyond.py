"""The lines beside or under the map: events that no point on it can stand for, named and marked all the same."""

from dataclasses import dataclass

import altair as alt
import pandas as pd

from casebook.charts.area_places import POINTS, REGIONS
from casebook.charts.area_sites import AIR, STEP
from casebook.charts.area_view import has_ground
from casebook.charts.event_marks import TOLD, side_of
from casebook.charts.grammar import layered, unit
from casebook.charts.lanes import down
from casebook.charts.packing import shortened, text_width
from casebook.charts.theme import Theme
from casebook.kept import Spec

VIEW = "beyond"
NO_GROUND = "No coast and no border is drawn: this data folder has no map. North is up."
CAPTION = "Boundaries: Natural Earth, as administered. Shown for orientation; no opinion on legal status."
OFF = "Outside the map:"
REGION = "Known to the province or country only:"
NOWHERE = "No point known:"
LINE, LONGEST_NAME = 18.0, 280.0


@dataclass(frozen=True)
class Beyond:
    """Events off the map: `marks` (rows with `x`, `y`), `words` (`x`, `y`, `text`, `heading`), all in pixels."""

    marks: pd.DataFrame
    words: pd.DataFrame
    width: float
    height: float


def heading(precision: str) -> str:
    """Under which heading an event stands that is not on the map."""
    return OFF if precision in POINTS else REGION if precision in REGIONS else NOWHERE


def beyond(rows: pd.DataFrame, kind: Theme, width: float) -> Beyond:
    """Set events into lines: heading, then each place with its marks, places with more of them first.

    Parameters
    ----------
    rows : DataFrame
        What `area_places.located` gives, only events that are not on the map.
    kind : Theme
    width : float
        Of the lines, in pixels.
    """
    size, step, air, line = kind.text, kind.scaled(STEP), kind.scaled(AIR), kind.scaled(LINE)
    heads = rows["precision"].map(heading)
    words, marks, y = [], [], -line / 2
    for head in (OFF, REGION, NOWHERE):
        mine = rows[heads == head]
        if mine.empty:
            continue
        y += line
        words.append((0.0, y, head, True))
        x = text_width(head, size) + 2 * air
        indent = x if x < width / 6 else 3 * air
        for events in sorted((events for _, events in mine.groupby("place")), key=len, reverse=True):
            name = shortened(events["place"].iloc[0], size, min(kind.scaled(LONGEST_NAME), width - indent - 2 * step))
            begin = text_width(name, size) + air
            if x > indent and x + begin + min(len(events), 4) * step > width:
                x, y = indent, y + line
            words.append((x, y, name, False))
            x += begin
            for index in events.index:
                if x + step > width:
                    x, y = indent, y + line
                marks.append((index, x + step / 2, y))
                x += step
            x += 3 * air
    placed = pd.DataFrame(marks, columns=["index", "x", "y"]).set_index("index")
    told = pd.DataFrame(words, columns=["x", "y", "text", "heading"])
    return Beyond(rows.join(placed), told, width, max(y + line / 2, 1))


def drawn(lines: Beyond, kind: Theme, opacity: Spec) -> alt.LayerChart:
    """The lines as a view of its own, named `beyond`. Uses the datasets `beyond` and `beyond_words`."""
    x = {"field": "x", "type": "quantitative", "scale": {"domain": [0, lines.width], "nice": False}, "axis": None}
    text = {"type": "text", "align": "left", "baseline": "middle", "fontSize": kind.text}
    at: Spec = {"x": x, "y": down(lines.height), "text": {"field": "text"}}
    dot = {"type": "point", "filled": True, "stroke": kind.ground, "strokeWidth": 1}
    look = side_of(kind, kind.scaled(10))
    units = [
        unit("beyond_words", {**text, "color": kind.quiet}, where="datum.heading", **at),
        unit("beyond_words", {**text, "color": kind.ink}, where="!datum.heading", **at),
        unit("beyond", dot, VIEW, x=x, y=down(lines.height), opacity=opacity, tooltip=TOLD, **look),
    ]
    return layered(units, lines.width, lines.height)


def caption(kind: Theme) -> alt.LayerChart:
    """What has to be said of every border on a map, or that none is drawn."""
    said = CAPTION if has_ground() else NO_GROUND
    words = {"type": "text", "text": said, "align": "left", "baseline": "middle", "x": 0, "y": kind.scaled(6)}
    return layered([unit(None, {**words, "color": kind.quiet, "fontSize": kind.text})], kind.width, kind.scaled(12))
