"""Whose point is it? Events in two border provinces as most maps draw them, and as they are known (chapter 03)."""

from dataclasses import replace

import altair as alt
import pandas as pd

from casebook import renderer
from casebook.charts.area_view import CLOSE, Frame
from casebook.charts.basemap import features
from casebook.charts.frames import needs
from casebook.charts.points_layout import MARK, RING, drawn, known, labels, lines, on_the_map
from casebook.charts.table import with_table
from casebook.charts.theme import DIMMED, Theme, look, nothing, themed
from casebook.charts.words import several

renderer.enable()

NEEDS = ("event_id", "title", "place_id")
DRAWN, KNOWN = "as drawn", "as known"
# Nearer than the close view of other maps: the points of two provinces, and nothing else.
BORDER = replace(
    CLOSE,
    middle=62.4,
    south=24.6,
    north=30.2,
    countries=(("IRAN", 59.9, 28.75), ("AFGHANISTAN", 63.4, 29.95), ("PAKISTAN", 64.3, 28.75)),
    provinces=(("Sistan and Baluchestan", 60.55, 27.65), ("Balochistan", 64.3, 28.35)),
)
WIDTH, HEIGHT, PANEL, LINE = 430, 500, 260, 14
OWNED = "its own"


def _ground(frame: Frame, kind: Theme) -> list[alt.Chart]:
    """Land, the two provinces, borders, and their names."""
    shapes = (
        ("countries", {"fill": kind.land}),
        ("provinces", {"fill": kind.tint}),
        ("borders", {"filled": False, "stroke": kind.border}),
    )
    ground = [
        alt.Chart(alt.Data(values=list(features(layer, frame.box, frame.grain))))
        .mark_geoshape(clip=True, **look_of)
        .project(**frame.projection)
        for layer, look_of in shapes
    ]
    for names, style in ((BORDER.countries, "normal"), (BORDER.provinces, "italic")):
        spots = [dict(zip(("x", "y", "name"), (*frame.at(*where), name), strict=True)) for name, *where in names]
        words = alt.Chart(pd.DataFrame(spots)).mark_text(color=kind.quiet, fontSize=kind.text, fontStyle=style)
        ground.append(words.encode(*_pixels(), text="name:N"))
    return ground


def _pixels() -> tuple[alt.X, alt.Y]:
    """The map's own ground: pixels from the left and from the top."""
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)
    return x, alt.Y("y:Q", scale=alt.Scale(domain=[HEIGHT, 0], nice=False), axis=None)


def _when(view: str, chosen: alt.Parameter, pale: float = DIMMED) -> dict:
    """Opacity of what one view shows: gone in the other, pale where another point is chosen."""
    shown = [{"test": f"view != '{view}'", "value": 0}, {"param": chosen.name, "value": 1}]
    return {"condition": shown, "value": pale}


def _panel(told: pd.DataFrame, kind: Theme, chosen: alt.Parameter) -> alt.LayerChart:
    """The list beside the map; it speaks in the view that knows, and says so in the other."""
    y = alt.Y("line:Q", scale=alt.Scale(domain=[HEIGHT / LINE, -1], nice=False), axis=None)
    heads = told["head"].astype(bool)
    parts = [
        alt.Chart(part)
        .mark_text(align="left", baseline="middle", x=indent, fontSize=kind.text, fontWeight=weight, color=kind.ink)
        .encode(y=y, text="text:N", opacity=_when(KNOWN, chosen))
        for part, indent, weight in ((told[heads], 0, "bold"), (told[~heads], 12, "normal"))
    ]
    switch = alt.Chart(pd.DataFrame({"line": [0], "text": [f"Choose “{KNOWN}” under the map."]}))
    parts.append(
        switch.mark_text(align="left", x=0, fontSize=kind.text, color=kind.quiet).encode(
            y=y, text="text:N", opacity=_when(DRAWN, chosen, pale=1)
        )
    )
    return alt.layer(*parts).properties(width=PANEL, height=HEIGHT)


def points(events: pd.DataFrame, theme: str = "light") -> alt.HConcatChart:
    """Events in two provinces with a switch: full marks at every coordinate, or what each point stands for.

    The same rows are drawn in both views. *As drawn* puts one full mark for every event at the coordinates of its
    place. *As known* keeps the full mark where a place has a point of its own, and gathers what stands on a borrowed
    point in one ring with a count, with the real places listed beside the map. A click on a point pales the others.

    Parameters
    ----------
    events : DataFrame
        Rows of `cb.events()`. Events without a point or outside the two provinces are counted under the title.
    theme : {"light", "dark", "projector"}
        The look.

    Returns
    -------
    HConcatChart
        With the parameters `view` and `mark`.

    Raises
    ------
    MissingColumnsError
        If a column that it draws from is missing.

    Examples
    --------
    >>> import casebook as cb
    >>> points(cb.events().query("place_id == 'mand'")).to_dict()["description"].split(";")[0]
    'Map of 1 event at 1 point in two border provinces, in two views: as drawn, 1 full mark'
    """
    needs(events, NEEDS, "events", "events")
    title, kind = "Whose point is it?", look(theme)
    frame = Frame(BORDER, WIDTH, HEIGHT)
    rows = on_the_map(events, frame)
    if rows.empty:
        return nothing(title, "No event in the two provinces was given.", theme)
    marks, (own, rings) = drawn(rows), known(rows)
    view = alt.param(name="view", value=DRAWN, bind=alt.binding_radio(options=[DRAWN, KNOWN], name="The same events "))
    chosen = alt.selection_point(name="mark", fields=["point"])
    x, y = _pixels()

    def dots(frame_of: pd.DataFrame, shown: str) -> alt.Chart:
        chart = alt.Chart(frame_of[["point", "x", "y", "title", "name"]])
        full = chart.mark_point(filled=True, size=60, fill=kind.ink, stroke=kind.tint, strokeWidth=1)
        return full.encode(x, y, opacity=_when(shown, chosen), tooltip=["title:N", "name:N"])

    def words(frame_of: pd.DataFrame, shown: str) -> list[alt.Chart]:
        sides = {"right": frame_of[frame_of["side"] < 0], "left": frame_of[frame_of["side"] > 0]}
        return [
            alt.Chart(part)
            .mark_text(align=align, baseline="middle", fontSize=kind.text, color=kind.ink)
            .encode(x, y, text="point:N", opacity=_when(shown, chosen))
            for align, part in sides.items()
            if len(part)
        ]

    ring = alt.Chart(rings).mark_point(filled=True, shape="circle", size=RING**2, fill=kind.ground, stroke=kind.ink)
    count = alt.Chart(rings).mark_text(fontSize=kind.text, color=kind.ink).encode(x, y, text="count:Q")
    layers = [
        *_ground(frame, kind),
        dots(marks, DRAWN),
        dots(own, KNOWN),
        ring.encode(x, y, opacity=_when(KNOWN, chosen)),
        count.encode(opacity=_when(KNOWN, chosen)),
        *words(labels(marks, MARK), DRAWN),
        *words(labels(pd.concat([own, rings]), RING * 0.7), KNOWN),
    ]
    background = alt.ViewBackground(fill=kind.sea, stroke=kind.grid)
    ground = alt.layer(*layers).properties(width=WIDTH, height=HEIGHT, view=background).add_params(view, chosen)
    chart = alt.hconcat(ground, _panel(lines(rows), kind, chosen), spacing=12)
    beside = rows[["event_id", "title", "name", "precision", "point"]].assign(
        point=rows["point"].where(~rows["own"], OWNED)
    )
    beside = beside.set_axis(["Event", "What is reported", "Place", "Known to the", "Point drawn"], axis=1)
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
    return themed(with_table(chart, beside), theme, title, subtitle, described)
