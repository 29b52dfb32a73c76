"""What a chart gets when it is drawn: its words on top, and every colour and size that is not a mark's own."""

from typing import TypeVar

import altair as alt
import pandas as pd
from altair.typing import ChartType

from casebook.charts.theme import Theme, look
from casebook.kept import Spec

Finished = TypeVar("Finished", bound=ChartType)

# Not system-ui: on Linux that may be a face a sixth wider than these, and packed labels would touch.
FONT = "Segoe UI, Roboto, Helvetica, Arial, Liberation Sans, sans-serif"


def themed(chart: Finished, theme: str, title: str, subtitle: str | list[str], description: str) -> Finished:
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


def _config(kind: Theme) -> Spec:
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
    words: alt.Chart = alt.Chart(pd.DataFrame({"says": [sentence]})).mark_text(
        align="left", x=0, color=kind.quiet, fontSize=kind.text
    )
    empty: alt.Chart = words.encode(text="says:N").properties(width=kind.width, height=int(kind.scaled(24)))
    return themed(empty, theme, title, "", sentence)
