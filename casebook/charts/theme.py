"""How charts look: colours and shapes of the sides, grounds, fonts and sizes, for page, dark page and projector."""

from dataclasses import dataclass, replace

import altair as alt
import pandas as pd

from casebook.charts import sides
from casebook.charts.frames import one_of
from casebook.language import later

# Not system-ui: on Linux that may be a face a sixth wider than these, and packed labels would touch.
FONT = "Segoe UI, Roboto, Helvetica, Arial, Liberation Sans, sans-serif"
# None of the colours is a flag colour, and the shape says the same as the colour. The names are those of the casebook's
# own data: `look` puts the names of the data folder in use in their place.
SHAPES = {"Iran": "circle", "Pakistan": "square", "Both": "diamond", "Third party": "triangle-up"}
SIDES = tuple(SHAPES)
# Paler than this and a mark that is not selected cannot be seen any more.
DIMMED = 0.35


@dataclass(frozen=True)
class Theme:
    """Colours as hex strings, sizes in pixels.

    Attributes
    ----------
    ground, band, land, tint, sea : str
        What marks and words stand on: the page, a lane, a country, a province that is singled out, water.
    ink, quiet : str
        Words that are read first, and words that are read when wanted. Both at least 4.5:1 on every ground.
    grid, axis, border : str
        Lines, from faint to plain.
    sides : dict
        The colour of each side by its name, at least 3:1 on every ground.
    text, heading, lane, width : int
        Size of labels; of titles; of lane names; width of a chart's plot.
    """

    ground: str
    band: str
    land: str
    tint: str
    sea: str
    ink: str
    quiet: str
    grid: str
    axis: str
    border: str
    sides: dict[str, str]
    text: int = 12
    heading: int = 15
    lane: int = 13
    width: int = 700

    @property
    def grounds(self) -> tuple[str, ...]:
        return self.ground, self.band, self.land, self.tint, self.sea

    def scaled(self, pixels: float) -> float:
        """A length that is `pixels` where labels are 12 px, and grows with them."""
        return pixels * self.text / 12


_LIGHT = Theme(
    ground="#ffffff",
    band="#f4f4f1",
    land="#f0ede5",
    tint="#ddd6c5",
    sea="#f6f9fc",
    ink="#1f1f1f",
    quiet="#5a5852",
    grid="#e1dfd9",
    axis="#8a877f",
    border="#867f6f",
    sides=dict(zip(SIDES, ("#0072B2", "#B84C00", "#5b5b5b", "#A3497B"), strict=True)),
)
_DARK = Theme(
    ground="#111418",
    band="#1c2025",
    land="#2a2e33",
    tint="#3b4145",
    sea="#171b20",
    ink="#ececec",
    quiet="#b4b4b0",
    grid="#333940",
    axis="#85898d",
    border="#8f9396",
    sides=dict(zip(SIDES, ("#56B4E9", "#E69F00", "#b8b8b8", "#e3a6c9"), strict=True)),
)
_PROJECTOR = replace(_LIGHT, quiet="#45433e", text=17, heading=22, lane=19, width=960)
THEMES = {"light": _LIGHT, "dark": _DARK, "projector": _PROJECTOR}


def look(theme: str) -> Theme:
    """The colours and sizes of a theme.

    Parameters
    ----------
    theme : str
        `light`, `dark` or `projector`.

    Raises
    ------
    ValueError
        If there is no such theme.

    Examples
    --------
    >>> look("dark").sides["Iran"]
    '#56B4E9'
    """
    kind = one_of(later("theme"), THEMES, theme)
    return replace(kind, sides=dict(zip(sides.names(), kind.sides.values(), strict=True)))


def by_side(theme: str, field: str = "side", legend: bool = True) -> dict:
    """Encodings that colour and shape a mark by its side: `.encode(**by_side(theme))`.

    Examples
    --------
    >>> sorted(by_side("light"))
    ['color', 'shape']
    """
    colours = look(theme).sides
    key = alt.Legend(title=None, orient="top", direction="horizontal", symbolOpacity=1) if legend else None
    return {
        "color": alt.Color(
            f"{field}:N", scale=alt.Scale(domain=list(colours), range=list(colours.values())), legend=key
        ),
        "shape": alt.Shape(
            f"{field}:N", scale=alt.Scale(domain=list(colours), range=list(SHAPES.values())), legend=key
        ),
    }


def themed(chart: alt.TopLevelMixin, theme: str, title: str, subtitle: str | list[str], description: str):
    """Finish a chart: its words on top, and every colour and size set. It is the chart itself, not a copy.

    Nothing is left to the page, because JupyterLab's dark theme turns whatever is unset white.

    Parameters
    ----------
    chart : altair chart
        Single, layered or concatenated.
    theme : str
        `light`, `dark` or `projector`.
    title, subtitle : str
        What is compared; how to read it (a list for several lines).
    description : str
        The chart in words, for readers who do not see it.

    Examples
    --------
    >>> dots = alt.Chart(pd.DataFrame({"n": [1]})).mark_point().encode(x="n:Q")
    >>> themed(dots, "dark", "One", "A dot.", "A chart of one dot.").to_dict()["config"]["background"]
    '#111418'
    """
    kind = look(theme)
    chart.title = {
        "text": title,
        "subtitle": subtitle,
        "anchor": "start",
        "frame": "group",
        "offset": round(kind.scaled(10)),
    }
    chart.description = description
    chart.config = _config(kind)
    return chart


def _config(kind: Theme) -> dict:
    """The configuration of Vega-Lite for a theme. The font stands once, so that a picture can have its own."""
    words = {"labelColor": kind.ink, "labelFontSize": kind.text, "titleFontSize": kind.text}
    lines = {"domainColor": kind.axis, "gridColor": kind.grid, "tickColor": kind.axis}
    return {
        "background": kind.ground,
        "font": FONT,
        "padding": 8,
        "view": {"stroke": None},
        "style": {"guide-label": {"fill": kind.ink}, "guide-title": {"fill": kind.quiet}},
        "title": {
            "color": kind.ink,
            "subtitleColor": kind.quiet,
            "fontSize": kind.heading,
            "subtitleFontSize": kind.text,
            "subtitleLineHeight": kind.scaled(16),
            "subtitlePadding": 4,
        },
        "axis": {**words, **lines, "titleColor": kind.quiet, "titleFontWeight": "normal"},
        "header": {
            "labelColor": kind.ink,
            "titleColor": kind.ink,
            "labelFontSize": kind.lane,
            "titleFontSize": kind.lane,
            "labelFontWeight": "bold",
        },
        "legend": {**words, "titleColor": kind.quiet, "symbolSize": kind.scaled(90), "symbolStrokeWidth": 0},
        "text": {"fontSize": kind.text, "color": kind.ink},
    }


def nothing(title: str, sentence: str, theme: str) -> alt.Chart:
    """A chart that says in words that there is nothing to draw.

    Examples
    --------
    >>> nothing("Timeline", "No events were given.", "light").to_dict()["description"]
    'No events were given.'
    """
    kind = look(theme)
    words = alt.Chart(pd.DataFrame({"says": [sentence]})).mark_text(
        align="left", x=0, color=kind.quiet, fontSize=kind.text
    )
    empty = words.encode(text="says:N").properties(width=kind.width, height=int(kind.scaled(24)))
    return themed(empty, theme, title, "", sentence)
