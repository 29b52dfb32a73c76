"""What the first chart of a notebook costs beside bare pandas and Altair with as many marks, and the largest alone."""

from bench.row import Row, fresh, medians

OURS = """
from time import perf_counter
began = perf_counter()
import casebook as cb
from casebook import renderer
chart = cb.timeline(cb.events())
renderer.bundle(chart.to_dict())
print(perf_counter() - began)
"""
# Points and labels without lanes, strips or a place for each label; shown by Altair's own renderer of that kind.
PEER = """
from time import perf_counter
began = perf_counter()
import altair as alt
import pandas as pd
from casebook.folders import DATA
alt.renderers.enable("mimetype")
events = pd.read_csv(DATA / "events.csv", parse_dates=["date", "date_end"])
at = alt.Chart(events).encode(x="date:T", y="date(date):Q")
points = at.mark_point().encode(color="quad_class:N", shape="phase:N", tooltip=["title", "date", "event_type"])
labels = alt.Chart(events.iloc[:{labels}]).encode(x="date:T", y="date(date):Q").mark_text(align="left", dx=8)
chart = (points + labels.encode(text="title:N")).properties(width=700, height=700)
chart._repr_mimebundle_()
print(perf_counter() - began)
"""
BUILT = """
from json import dumps
from time import perf_counter
import casebook as cb
events = cb.events()
cb.timeline(events).to_dict()
began = perf_counter()
dumps(cb.timeline(events).to_dict())
print(perf_counter() - began)
"""
BUILT_PEER = """
from json import dumps
from time import perf_counter
import altair as alt
import casebook as cb
events = cb.events()


def chart():
    at = alt.Chart(events).encode(x="date:T", y="date(date):Q")
    points = at.mark_point().encode(color="quad_class:N", shape="phase:N", tooltip=["title", "date", "event_type"])
    return points + at.mark_text(align="left", dx=8).encode(text="title:N")


chart().to_dict()
began = perf_counter()
dumps(chart().to_dict(), default=str)
print(perf_counter() - began)
"""
LABELS = """
import casebook as cb
from casebook import renderer
import vl_convert
chart = renderer.specification(cb.timeline(cb.events()))
print(vl_convert.vegalite_to_svg(chart, vl_version=renderer.GRAMMAR).count("<text"))
"""


def rows() -> list[Row]:
    """In fresh processes, seven times each in turn."""
    labels = int(fresh(LABELS)[0])
    first, first_peer = medians(7, lambda: fresh(OURS)[0], lambda: fresh(PEER.format(labels=labels))[0])
    built, built_peer = medians(7, lambda: fresh(BUILT)[0], lambda: fresh(BUILT_PEER)[0])
    return [
        Row("first chart shown, cold", first, "pandas + Altair, bare", first_peer, 1.25, of_peer=True),
        Row("timeline of all events", built, "points + labels, Altair", built_peer, 0.150),
    ]
