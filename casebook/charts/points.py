"""Whose point is it? Events in two border provinces as most maps draw them, and as they are known (chapter 03)."""

from collections.abc import Iterable
from dataclasses import replace

import altair as alt
import pandas as pd
from altair.typing import ChartType
from altair.vegalite.v6.schema import core

from casebook.charts.area_view import CLOSE, Frame
from casebook.charts.basemap import features
from casebook.charts.finish import nothing, themed
from casebook.charts.frames import needs
from casebook.charts.grammar import beside, layered, stacked, unit
from casebook.charts.lanes import down
from casebook.charts.points_layout import MARK, RING, drawn, known, labels, lines, on_the_map
from casebook.charts.table import with_table
from casebook.charts.theme import DIMMED, Theme, look
from casebook.charts.words import several
from casebook.kept import Spec

NEEDS = ("event_id", "title", "place_id")
# What holds in each view, for Vega. What one view shows is taken out of the other: a mark that cannot be seen would
# still answer the pointer.
DRAWN, KNOWN = "!known", "known"
# Nearer than the close view of other maps: the points of two provinces, and nothing else.
BORDER = replace(
    CLOSE,
    middle=62.3,
    south=24.6,
    north=30.2,
    countries=(("IRAN", 59.9, 28.75), ("AFGHANISTAN", 63.4, 29.95), ("PAKISTAN", 64.3, 28.75)),
    provinces=(("Sistan and Baluchestan", 60.55, 27.65), ("Balochistan", 64.3, 28.35)),
)
# In pixels where labels are 12 px high.
WIDTH, HEIGHT, PANEL, LINE = 450, 510, 256, 14
OWNED = "its own"
CHOSEN = "mark"
SELECTION = {"name": CHOSEN, "select": {"type": "point", "fields": ["point"]}}
LIT = {"condition": {"param": CHOSEN, "value": 1}, "value": DIMMED}
# A box, because JupyterLab keeps the arrow keys, which choose between radio buttons, for its cells.
SWITCH = core.VariableParameter(
    name="known", value=False, bind={"input": "checkbox", "name": "Show the same events as known "}
)


def _at() -> Spec:
    """From the left and from the top of the map, in pixels where labels are 12 px high."""
    x = {"field": "x", "type": "quantitative", "scale": {"domain": [0, WIDTH], "nice": False}, "axis": None}
    return {"x": x, "y": down(HEIGHT)}


def _ground(kind: Theme) -> list[alt.Chart]:
    """Land, the two provinces, borders, and their names."""
    shape = {"type": "geoshape", "clip": True}
    word = {"type": "text", "color": kind.quiet, "fontSize": kind.text}
    return [
        unit("countries", {**shape, "fill": kind.land}),
        unit("provinces", {**shape, "fill": kind.tint}),
        unit("borders", {**shape, "filled": False, "stroke": kind.border}),
        unit("country_names", word, **_at(), text={"field": "name"}),
        unit("province_names", {**word, "fontStyle": "italic"}, **_at(), text={"field": "name"}),
    ]


def _map(kind: Theme) -> alt.LayerChart:
    """The ground, and on it what each view shows."""
    told = [{"field": "title", "title": "What is reported"}, {"field": "name", "title": "Place"}]
    dot = {
        "type": "point",
        "filled": True,
        "size": kind.scaled(8) ** 2,
        "fill": kind.ink,
        "stroke": kind.tint,
        "strokeWidth": 1,
    }
    ring = {"type": "point", "filled": True, "size": kind.scaled(RING) ** 2, "fill": kind.ground, "stroke": kind.ink}
    word = {"type": "text", "baseline": "middle", "color": kind.ink, "fontSize": kind.text}
    lit = {**_at(), "opacity": LIT}
    units = [
        *_ground(kind),
        unit("marks", dot, "dots", where=DRAWN, **lit, tooltip=told),
        unit("own", dot, where=KNOWN, **lit, tooltip=told),
        unit("rings", ring, where=KNOWN, **lit),
        unit("rings", {**word, "align": "center"}, where=KNOWN, **lit, text={"field": "count"}),
        *(
            unit(data, {**word, "align": align}, where=f"{view} && {side}", **lit, text={"field": "point"})
            for data, view in (("names_drawn", DRAWN), ("names_known", KNOWN))
            for align, side in (("right", "datum.side < 0"), ("left", "datum.side > 0"))
        ),
    ]
    ground = {"fill": kind.sea, "stroke": kind.grid}
    frame = Frame(BORDER, kind.scaled(WIDTH), kind.scaled(HEIGHT))
    return layered(units, frame.width, frame.height, projection=frame.projection, view=ground)


def _panel(kind: Theme) -> alt.LayerChart:
    """The list beside the map; it speaks in the view that knows, and says so in the other."""
    word = {"type": "text", "align": "left", "baseline": "middle", "color": kind.ink, "fontSize": kind.text}
    shown: Spec = {"y": down(HEIGHT), "text": {"field": "text"}}
    units = [
        unit("lines", {**word, "x": 0, "fontWeight": "bold"}, where=f"{KNOWN} && datum.head", **shown, opacity=LIT),
        unit("lines", {**word, "x": kind.scaled(12)}, where=f"{KNOWN} && !datum.head", **shown, opacity=LIT),
        unit("switch", {**word, "x": 0, "color": kind.quiet}, where=DRAWN, **shown),
    ]
    return layered(units, kind.scaled(PANEL), kind.scaled(HEIGHT))


def _spots(labels_of: Iterable[tuple[str, float, float]], frame: Frame) -> pd.DataFrame:
    return pd.DataFrame([(*frame.at(*where), name) for name, *where in labels_of], columns=["x", "y", "name"])


def points(events: pd.DataFrame, theme: str = "light") -> ChartType:
    """Events in two provinces with a switch: full marks at every coordinate, or what each point stands for.

    The same rows are drawn in both views. *As drawn* puts one full mark for every event at the coordinates of its
    place. *As known* keeps the full mark where a place has a point of its own, and gathers what stands on a borrowed
    point in one ring with a count, with the real places listed beside the map. A click on a point pales the others.

    Parameters
    ----------
    events : DataFrame
        Rows of `cb.events()`. Events without a point or outside the two provinces are counted under the title.
    theme : {"light", "dark", "projector"}, default "light"
        The look.

    Returns
    -------
    Altair chart
        With the parameters `known` and `mark`.

    Raises
    ------
    TypeError
        If it is given something other than a table.
    MissingColumnsError
        If a column that it draws from is missing; the message names it.
    UnfitColumnError
        If a column is there twice; the message names it.
    ValueError
        If there is no such theme.

    Examples
    --------
    >>> import casebook as cb
    >>> points(cb.events().query("place_id == 'mand'")).to_dict()["description"].split(";")[0]
    'Map of 1 event at 1 point in two border provinces, in two views: as drawn, 1 full mark'
    """
    events = needs(events, NEEDS, "charts.points.points", "events")
    title, kind = "Whose point is it?", look(theme)
    frame = Frame(BORDER, WIDTH, HEIGHT)
    rows = on_the_map(events, frame)
    if rows.empty:
        return nothing(title, "No event in the two provinces was given.", theme)
    marks, (own, rings), told = drawn(rows), known(rows), lines(rows)
    shown = ["point", "x", "y", "title", "name"]
    datasets: dict[str, pd.DataFrame | list[Spec]] = {
        **{layer: list(features(layer, frame.box, frame.grain)) for layer in ("countries", "provinces", "borders")},
        "country_names": _spots(BORDER.countries, frame),
        "province_names": _spots(BORDER.provinces, frame),
        "marks": marks[shown],
        "own": own[shown],
        "rings": rings,
        "names_drawn": labels(marks, MARK),
        "names_known": labels(pd.concat([own, rings]), RING * 0.7),
        "lines": told.assign(y=(told["line"] + 1) * min(LINE, HEIGHT / (len(told) + 1))),
        "switch": pd.DataFrame({"y": [LINE], "text": ["Tick “as known” under the map."]}),
    }
    chart = stacked([beside([_map(kind), _panel(kind)], spacing=12)], datasets, [SELECTION], spacing=0)
    params = chart.params if isinstance(chart.params, list) else []
    chart.params = [SWITCH, *params]
    table = rows[["event_id", "title", "name", "precision", "point"]].assign(
        point=rows["point"].where(~rows["own"], OWNED)
    )
    table = table.set_axis(["Event", "What is reported", "Place", "Known to the", "Point drawn"], axis=1)
    left_out = len(events) - len(rows)
    described = (
        f"Map of {several(len(rows), 'event')} at {several(rows['point'].nunique(), 'point')} in two border provinces, "
        f"in two views: as drawn, {several(len(rows), 'full mark')}; as known, {several(len(own), 'full mark')} and "
        f"{several(len(rings), 'ring')} for the {len(rows) - len(own)} on borrowed points. {left_out} not drawn. "
        "The table has every event with its place and its point."
    )
    subtitle = [
        f"{several(len(rows), 'event')}; {left_out} more have no point or lie elsewhere. A ring counts events on a "
        "borrowed point.",
        "Boundaries: Natural Earth, as administered. Shown for orientation; no opinion on legal status.",
    ]
    return themed(with_table(chart, table), theme, title, subtitle, described)
