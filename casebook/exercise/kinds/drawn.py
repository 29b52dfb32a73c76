"""What a chart shows, read from its Vega-Lite specification: marks, encodings and the rows that they draw."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from casebook.exercise import messages
from casebook.exercise.kinds.kind import UnreadableError
from casebook.kept import Spec

PARTS = ("layer", "hconcat", "vconcat", "concat")
Test: TypeAlias = Callable[[Any, Any], object]
# A row as a chart holds it: a cell can be whatever JSON can.
Row: TypeAlias = dict[str, Any]
TESTS: dict[str, Test] = {
    "equal": lambda cell, wanted: cell == wanted,
    "oneOf": lambda cell, wanted: cell in wanted,
    "lt": lambda cell, wanted: cell < wanted,
    "lte": lambda cell, wanted: cell <= wanted,
    "gt": lambda cell, wanted: cell > wanted,
    "gte": lambda cell, wanted: cell >= wanted,
    "range": lambda cell, wanted: wanted[0] <= cell <= wanted[1],
    "valid": lambda cell, wanted: (cell is not None) is wanted,
}


@dataclass(frozen=True)
class Channel:
    """One encoding: the field that it shows, how (`type`, `aggregate`), or the fixed value."""

    field: str | None = None
    type: str | None = None
    aggregate: str | None = None
    value: object = None
    title: str | None = None


@dataclass(frozen=True)
class Layer:
    """One mark with its encodings by channel and the rows that it draws."""

    mark: str
    channels: dict[str, Channel]
    rows: list[Row]


@dataclass(frozen=True)
class Drawn:
    """A chart as a reader meets it.

    Attributes
    ----------
    layers : list of Layer
        Every mark of the chart, also those of charts side by side.
    words : str
        Titles, subtitles, captions, axis titles and the description, in one text.
    """

    layers: list[Layer]
    words: str = field(default="")

    @property
    def rows(self) -> list[Row]:
        """The rows of the layer that draws most."""
        return max((layer.rows for layer in self.layers), key=len, default=[])

    @property
    def marks(self) -> set[str]:
        """The kinds of mark: bar, point, tick ..."""
        return {layer.mark for layer in self.layers}

    def column(self, name: str) -> list[Any]:
        """The cells of one column, in the order of the rows; None where a row has none."""
        return [row.get(name) for row in self.rows]

    def channel(self, name: str) -> Channel:
        """The first encoding of this channel in any layer; an empty one if there is none."""
        return next((layer.channels[name] for layer in self.layers if name in layer.channels), Channel())

    def carried_by(self, name: str) -> set[str]:
        """The channels in which a field is shown: {"x", "tooltip"}."""
        return {where for layer in self.layers for where, each in layer.channels.items() if each.field == name}


def drawn(spec: Spec) -> Drawn:
    """A Vega-Lite specification as it is drawn.

    Raises
    ------
    UnreadableError
        If its rows come from an address, or from a filter that is written as an expression.

    Examples
    --------
    >>> chart = drawn({"data": {"values": [{"day": 18}]}, "mark": "bar", "encoding": {"x": {"field": "day"}}})
    >>> chart.marks, chart.channel("x").field, chart.column("day")
    ({'bar'}, 'day', [18])
    """
    layers = list(_layers(spec, spec.get("datasets", {}), [], {}))
    if not layers:
        raise UnreadableError(messages.NO_MARKS)
    return Drawn(layers, " ".join(_words(spec)))


def _layers(spec: Spec, datasets: dict[str, list[Row]], rows: list[Row], encoding: Spec) -> Iterator[Layer]:
    """The marks of a chart and of its parts, which inherit data and encodings."""
    if "data" in spec:
        rows = _data(spec["data"], datasets)
    for step in spec.get("transform", []):
        rows = _filtered(rows, step)
    encoding = encoding | spec.get("encoding", {}) | _facets(spec)
    for part in [each for name in PARTS for each in spec.get(name, [])]:
        yield from _layers(part, datasets, rows, encoding)
    if "spec" in spec:
        yield from _layers(spec["spec"], datasets, rows, encoding)
    if "mark" in spec:
        mark = spec["mark"]["type"] if isinstance(spec["mark"], dict) else spec["mark"]
        yield Layer(mark, dict(_channels(encoding)), rows)


def _facets(spec: Spec) -> Spec:
    facet = spec.get("facet", {})
    return {"facet": facet} if "field" in facet else {each: facet[each] for each in ("row", "column") if each in facet}


def _data(data: Spec, datasets: dict[str, list[Row]]) -> list[Row]:
    """The rows of a layer; outlines of a map and the globe itself are none."""
    if "url" in data:
        raise UnreadableError(messages.NO_ROWS)
    rows = data.get("values", datasets.get(data.get("name", "")))
    if not isinstance(rows, list):
        return []
    return [{name: _day(cell) for name, cell in row.items()} for row in rows if isinstance(row, dict)]


def _day(cell: object) -> object:
    """A date as the tables' readers write it, without a midnight that nobody reported."""
    return cell.removesuffix(".000").removesuffix("T00:00:00") if isinstance(cell, str) else cell


def _filtered(rows: list[Row], step: Spec) -> list[Row]:
    if "filter" not in step:
        return rows
    test = step["filter"]
    if isinstance(test, dict) and "param" in test:  # what a reader selects later: nothing is selected yet
        return rows if test.get("empty", True) else []
    if not isinstance(test, dict) or "field" not in test:
        raise UnreadableError(messages.FILTER_IN_CHART)
    tests = [(TESTS[name], wanted) for name, wanted in test.items() if name in TESTS]
    return [row for row in rows if all(_holds(one, row.get(test["field"]), wanted) for one, wanted in tests)]


def _holds(test: Test, cell: object, wanted: object) -> bool:
    try:
        return bool(test(cell, wanted))
    except TypeError:
        return False


def _channels(encoding: Spec) -> Iterator[tuple[str, Channel]]:
    for name, definition in encoding.items():
        for each in definition if isinstance(definition, list) else [definition]:
            shown = each.get("condition", {}) if isinstance(each.get("condition"), dict) else {}
            kept = {part: each.get(part, shown.get(part)) for part in ("field", "type", "aggregate", "title")}
            many = isinstance(definition, list)
            yield (
                f"{name} {each.get('field')}" if many else name,
                Channel(value=each.get("value", each.get("datum")), **kept),
            )


def _words(part: object) -> Iterator[str]:
    """Every title, subtitle, text and description, wherever it stands."""
    if isinstance(part, dict):
        for name, held in part.items():
            if name in ("title", "subtitle", "description", "text") and isinstance(held, str | list):
                yield from [held] if isinstance(held, str) else [line for line in held if isinstance(line, str)]
            elif name not in ("data", "datasets", "values"):
                yield from _words(held)
    elif isinstance(part, list):
        for each in part:
            yield from _words(each)
