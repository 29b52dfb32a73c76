"""The rows behind a chart, in words: for screen readers, for print, and for whoever wants to look twice.

A chart of the casebook carries its table in the top-level `usermeta` of its specification: Vega-Lite ignores it, copies
and restyled charts keep it, and it is still there when the chart is read back from a saved notebook.
"""

import altair as alt
import pandas as pd

from casebook import markup, renderer
from casebook.charts.finish import Finished
from casebook.kept import Spec
from casebook.language import say

OURS = "casebook"


class ReadableTable(pd.DataFrame):
    """A frame that shows all its rows with a caption and headed rows, and is a plain frame in every other way."""

    _metadata = ("caption",)
    caption = ""

    def _repr_html_(self) -> str:
        rows = self.astype("string").fillna("").itertuples(index=False, name=None)
        return markup.render("table.html", caption=self.caption, columns=list(self.columns), rows=list(rows))

    def __repr__(self) -> str:
        return f"{self.caption}\n{self.to_string(index=False, na_rep='')}"


def with_table(chart: Finished, frame: pd.DataFrame) -> Finished:
    """The chart itself, carrying a frame of words: one row for each mark, columns titled as a reader would say them."""
    rows = frame.astype("string").fillna("").to_numpy().tolist()
    chart.usermeta = {OURS: {"columns": list(frame.columns), "rows": rows}}
    return chart


def as_table(chart: alt.TopLevelMixin) -> pd.DataFrame:
    """The data that a chart shows, as a table in words.

    Parameters
    ----------
    chart : altair chart
        A chart of the casebook, also one that was restyled; or any Altair chart: then the rows that it was given.

    Returns
    -------
    DataFrame
        One row for each mark, in reading order, all cells text, blank where the chart says nothing. It shows all its
        rows, with the chart's description as caption.

    Raises
    ------
    TypeError
        If it is not an Altair chart.

    Examples
    --------
    >>> import casebook as cb
    >>> reports = cb.casualties().query("event_id == 'E089' and measure == 'killed'")
    >>> list(cb.as_table(cb.toll(reports))["Figure"])
    ['1', '1', '1']
    """
    if not isinstance(chart, alt.TopLevelMixin):
        sentence = say("cb.as_table reads a chart, for example cb.timeline(cb.events()); this is a {kind}.")
        raise TypeError(sentence.format(kind=type(chart).__name__))
    spec = renderer.specification(chart)
    carried = spec.get("usermeta", {}).get(OURS)
    table = ReadableTable(carried["rows"], columns=carried["columns"]) if carried else _given(spec)
    table.caption = renderer.description(spec)
    return table


def _given(spec: Spec) -> ReadableTable:
    """The rows that a chart made by hand was given: the first data in it."""
    datasets = list(spec.get("datasets", {}).values())
    return ReadableTable(datasets[0] if datasets else spec.get("data", {}).get("values", []))
