"""Strips: events as stacks of dots, a stack for each year or month, for the years before and the months after."""

from dataclasses import dataclass

import altair as alt
import pandas as pd

from casebook.charts.event_marks import EVENT, LIT, TOLD, side_of
from casebook.charts.grammar import beside, layered, moment, unit
from casebook.charts.packing import text_width
from casebook.charts.periods import Period, periods
from casebook.charts.sides import names
from casebook.charts.theme import Theme
from casebook.kept import Spec

LETTERS = {"year": "Y", "month": "M", "day": "D"}
FORMATS = {"year": "%Y", "month": "%b %Y", "day": "%-d %b"}
ROOM_FOR_LABEL = {"year": 36, "month": 62, "day": 46}
# A row more than so many years before the next would leave a strip empty: it is told in words.
LONELY = 5
GAP, WIDEST_BIN, DOT, LABEL, AIR = 60, 40, 9, 11, 8
WIDEST_LABELS = {"year": "2000", "month": "May 2000", "day": "30 May"}
# Headings are bold, and so much wider; over so few stacks they have two lines.
BOLD, FEW = 1.1, 5


@dataclass(frozen=True)
class Strip:
    """Stacks of events: `rows` with `at` (middle of the year, month or day) and `level`, over `bins` of them."""

    period: Period
    rows: pd.DataFrame
    bins: pd.PeriodIndex

    @property
    def name(self) -> str:
        """Its dataset and its view."""
        return f"strip_{self.period.name}"

    @property
    def title(self) -> str:
        """Which stretch it shows and what a stack stands for."""
        first, last = self.bins[0], self.bins[-1]
        begin = f"{first:%Y}" if self.period.unit == "year" or first.month == 1 else f"{first:%b %Y}"
        end = f"{last:%Y}" if self.period.unit == "year" else f"{last:%b %Y}"
        if self.period.name == "aftermath":
            begin = f"From {self.rows['date'].min():%-d %b %Y}"
            return f"{begin}, by {self.period.unit}"
        return f"{begin} to {end}, by {self.period.unit}" if begin != end else f"{end}, by {self.period.unit}"

    @property
    def heading(self) -> list[str]:
        """Its title, in two lines over a strip of few stacks."""
        return self.title.split(", ") if len(self.bins) <= FEW else [self.title]

    def heading_width(self, kind: Theme) -> float:
        """In pixels."""
        return BOLD * max(text_width(line, kind.text) for line in self.heading)


def lonely(rows: pd.DataFrame) -> pd.Series:
    """Which events stand more than five years before all later ones: founding dates, for example."""
    years = sorted(set(rows["date"].dt.year), reverse=True)
    first = years[0] if years else 0
    for year in years:
        if first - year > LONELY:
            break
        first = year
    early: pd.Series = rows["date"].dt.year < first
    return early


def strips(rows: pd.DataFrame) -> list[Strip]:
    """Events sorted into the stretches that they belong to, and there into stacks by side."""
    found = []
    for period in periods():
        mine = rows[period.has(rows["date"])]
        if mine.empty:
            continue
        bins = mine["date"].dt.to_period(LETTERS[period.unit])
        ranked = mine.assign(at=bins.map(_middle), bin=bins, rank=mine["side"].map(names().index))
        ranked = ranked.sort_values(["bin", "rank", "date", "event_id"], kind="stable")
        ranked["level"] = ranked.groupby("bin").cumcount().astype("Int64")
        found.append(Strip(period, ranked, pd.period_range(bins.min(), bins.max())))
    return found


def _middle(stretch: pd.Period) -> pd.Timestamp:
    """The middle of a year, month or day."""
    return stretch.start_time + ((stretch + 1).start_time - stretch.start_time) / 2


def datasets(found: list[Strip]) -> dict[str, pd.DataFrame]:
    """What the strips are drawn from."""
    return {strip.name: strip.rows[[*EVENT, "at", "level"]] for strip in found}


def height(found: list[Strip], kind: Theme) -> float:
    """As high as the highest stack needs, in pixels."""
    return (max(int(strip.rows["level"].max()) for strip in found) + 1.5) * kind.scaled(DOT)


def measures(found: list[Strip], kind: Theme) -> tuple[float, float]:
    """The width of every stack and the gap between strips, in pixels, so that no words of one strip touch the next.

    A heading may be wider than its strip, and half a label stands out at either end of it.
    """
    air, bins = kind.scaled(AIR), sum(len(strip.bins) for strip in found)
    gap = max(
        kind.scaled(GAP), air + max(text_width(WIDEST_LABELS[each.period.unit], kind.scaled(LABEL)) for each in found)
    )
    for _ in found:  # a wider gap leaves narrower strips, out of which more of a heading stands
        width = min(kind.scaled(WIDEST_BIN), max(kind.width - gap * (len(found) - 1), bins) / bins)
        gap = max([gap, *(each.heading_width(kind) + air - len(each.bins) * width for each in found[:-1])])
    return width, gap


def drawn(found: list[Strip], kind: Theme, opacity: Spec = LIT) -> alt.HConcatChart:
    """The strips beside each other, all with stacks of one width. Views are named as their datasets are."""
    bin_width, gap = measures(found, kind)
    high = height(found, kind)
    views = [_strip(strip, kind, bin_width, high, opacity) for strip in found]
    return beside(views, spacing=gap)


def _strip(strip: Strip, kind: Theme, bin_width: float, high: float, opacity: Spec) -> alt.LayerChart:
    bins, unit_name = strip.bins, strip.period.unit
    step = next(n for n in (1, 2, 3, 4, 6, 12, 24, 60, 120) if n * bin_width >= kind.scaled(ROOM_FOR_LABEL[unit_name]))
    axis = {
        "values": [
            moment(_middle(each)) for each in (bins[bins.year % step == 0] if unit_name == "year" else bins[::step])
        ],
        "format": FORMATS[unit_name],
        "title": None,
        "grid": False,
        "labelFlush": False,
        "labelFontSize": kind.scaled(LABEL),
    }
    domain = [moment(bins[0].start_time), moment((bins[-1] + 1).start_time)]
    x = {"field": "at", "type": "temporal", "scale": {"domain": domain, "nice": False}, "axis": axis}
    levels = {"domain": [-0.75, high / kind.scaled(DOT) - 0.75], "nice": False}
    y = {"field": "level", "type": "quantitative", "scale": levels, "axis": None}
    dot = {"type": "point", "filled": True, "stroke": kind.ground, "strokeWidth": 0.5}
    look = side_of(kind, min(kind.scaled(DOT), bin_width) - 0.5)
    dots = unit(strip.name, dot, strip.name, x=x, y=y, opacity=opacity, tooltip=TOLD, **look)
    heading = {
        "text": strip.heading,
        "anchor": "start",
        "frame": "group",
        "fontSize": kind.text,
        "color": kind.ink,
        "offset": 2,
    }
    return layered([dots], len(bins) * bin_width, high, title=heading)
