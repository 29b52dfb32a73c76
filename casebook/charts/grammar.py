"""Vega-Lite written as plain dicts and handed out as an Altair chart.

A chart of ten layers takes Altair's own classes half a second to build and check; the same chart from dicts takes a
twentieth of that. What students add (`.properties`, `.configure_axis`) is still checked by Altair when they add it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt
import pandas as pd
from altair.typing import ChartType
from altair.vegalite.v6.schema import core

from casebook.kept import Spec


class Drawn(alt.VConcatChart):
    """A chart of the casebook. Its specification is checked by the tests, so showing it does not check it again."""

    def to_dict(self, validate: bool = False, **how: Any) -> Spec:
        """The specification; pass `validate=True` to check it against the schema of Vega-Lite."""
        return super().to_dict(validate=validate, **how)


def records(frame: pd.DataFrame) -> list[Spec]:
    """Rows as Vega-Lite takes them: days without a time zone, blanks as null, pixels to a tenth.

    A date that says no zone is a date of the reader's own clock, so that a day is that day in every time zone.

    Examples
    --------
    >>> records(pd.DataFrame({"date": [pd.Timestamp("2024-01-16")], "y": [1.26]}))
    [{'date': '2024-01-16T00:00:00', 'y': 1.3}]
    """
    columns: dict[str, list[object]] = {}
    for name in map(str, frame):
        cells = frame[name]
        if pd.api.types.is_datetime64_any_dtype(cells):
            columns[name] = [None if pd.isna(cell) else cell.strftime("%Y-%m-%dT%H:%M:%S") for cell in cells]
        elif pd.api.types.is_float_dtype(cells):
            columns[name] = [None if pd.isna(cell) else round(float(cell), 1) for cell in cells]
        else:
            columns[name] = [None if pd.isna(cell) else cell for cell in cells.tolist()]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def moment(time: pd.Timestamp) -> Spec:
    """A time of the reader's own clock, for a domain or a tick."""
    parts = {"year": time.year, "month": time.month, "date": time.day}
    return parts if time == time.normalize() else {**parts, "hours": time.hour, "minutes": time.minute}


def unit(
    data: str | None, mark: Spec, name: str | None = None, where: str | Spec | None = None, **channels: Any
) -> alt.Chart:
    """One kind of mark, drawn from a named dataset.

    Parameters
    ----------
    data : str or None
        Name of the dataset.
    mark : dict
        Mark definition of Vega-Lite.
    name : str, optional
        Name of the view, where a selection refers to it.
    where : dict or str, optional
        Only rows for which it holds. A predicate on a field can be read back by whoever checks the chart; a Vega
        expression cannot.
    **channels : dict
        Encoding.

    Examples
    --------
    >>> unit("rows", {"type": "point"}, x={"field": "at", "type": "temporal"}).to_dict()["mark"]
    {'type': 'point'}
    """
    given: Spec = {"name": name, "transform": [{"filter": where}] if where else None}
    given["data"] = {"name": data} if data else {"values": [{}]}
    given["mark"] = mark
    return alt.Chart(
        encoding=core.FacetedEncoding(**channels), **{key: value for key, value in given.items() if value is not None}
    )


def layered(units: Iterable[alt.Chart], width: float, height: float, **more: Any) -> alt.LayerChart:
    """Marks over each other in one view of `width` by `height` pixels."""
    return alt.LayerChart(layer=list(units), width=round(width), height=round(height), **more)


def beside(views: Iterable[alt.LayerChart], spacing: float) -> alt.HConcatChart:
    """Views next to each other, their plots and not their axes `spacing` pixels apart."""
    return alt.HConcatChart(hconcat=list(views), spacing=round(spacing), bounds="flush")


def _names(view: ChartType) -> list[str]:
    """The names of the views in a chart, as Altair has them: in a row or stack it numbers them."""
    for kind in ("vconcat", "hconcat", "layer"):
        if isinstance(parts := getattr(view, kind, None), list):
            return [name for part in parts for name in _names(part)]
    return [view.name] if isinstance(view.name, str) else []


def stacked(
    views: Iterable[ChartType],
    datasets: Mapping[str, pd.DataFrame | list[Spec]],
    selections: list[Spec],
    spacing: float,
) -> Drawn:
    """Views one under the other, with the data that they name and the selections that all named views share."""
    data = {name: records(frame) if isinstance(frame, pd.DataFrame) else frame for name, frame in datasets.items()}
    chart = Drawn(vconcat=list(views), datasets=data, spacing=round(spacing))
    names = _names(chart)
    chart.params = [core.TopLevelSelectionParameter(**each, views=names) for each in selections]
    return chart
