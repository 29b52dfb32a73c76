"""A chart as an answer: judged by what it encodes and draws, not by how it was made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

import pandas as pd

from casebook.exercise import messages
from casebook.exercise.kinds.cells import equal, scalar
from casebook.exercise.kinds.description import given, is_a
from casebook.exercise.kinds.drawn import Drawn, drawn
from casebook.exercise.kinds.kind import Kind, Reading, UnreadableError
from casebook.kept import Spec

if TYPE_CHECKING:
    from altair import TopLevelMixin

MOST_PARTS = 500_000
JSON = frozenset((dict, list, str, int, float, bool, type(None)))
TYPES = {"T": "temporal", "Q": "quantitative", "N": "nominal", "O": "ordinal"}


def alike(one: object, two: object, tolerance: float = 0) -> bool:
    """Whether two values that were read from charts are the same, cell by cell.

    Examples
    --------
    >>> alike([0.671, {"mark": "bar"}], (0.67, {"mark": "bar"}), tolerance=0.002)
    True
    """
    if is_a(one, dict) and is_a(two, dict):
        return one.keys() == two.keys() and all(alike(one[name], two[name], tolerance) for name in one)
    if is_a(one, (list, tuple)) and is_a(two, (list, tuple)):
        return len(one) == len(two) and all(alike(a, b, tolerance) for a, b in zip(one, two, strict=True))
    if is_a(one, (set, frozenset)):
        return one == two
    return equal(one, two, tolerance)


def _specification(answer: object) -> Spec:
    """The Vega-Lite specification of an Altair chart; one that is written out is taken as it is."""
    if type(answer) is dict:
        _refuse_unless_json(answer)
        return answer
    if not _is_chart(type(answer)):
        raise UnreadableError(given(answer))
    chart = cast("TopLevelMixin", answer)
    try:
        spec: Spec = chart.to_dict(validate=False)
    except Exception:
        raise UnreadableError(messages.CHART_NOT_DRAWN) from None
    return spec


def _is_chart(kind: type) -> bool:
    """A class of Altair or of the casebook's charts, told by name so that Altair need not be imported for it."""
    return kind.__module__.startswith(("altair.", "casebook.")) and "TopLevelMixin" in [
        base.__name__ for base in kind.__mro__
    ]


def _refuse_unless_json(spec: Spec) -> None:
    """Only plain values, and not endlessly many: a dict can hold itself."""
    met = 0
    waiting: list[Any] = [spec]
    while waiting:
        each = waiting.pop()
        met += 1
        if type(each) not in JSON or met > MOST_PARTS:
            raise UnreadableError(given(spec))
        if type(each) is dict:
            waiting += each.keys()
            waiting += each.values()
        elif type(each) is list:
            waiting += each


@dataclass(frozen=True)
class Chart(Kind):
    """An Altair chart; `answer` returns one, or a plain Vega-Lite specification as `sketch` makes it.

    Two charts are the same answer if `reads` finds the same in both: it gets a `Drawn` and returns numbers, texts,
    sets, lists or dicts of them. `needs` are form checks: each gets the `Drawn` and returns what is missing, or None.
    """

    reads: Callable[[Drawn], object]
    tolerance: float = 0
    needs: Sequence[Callable[[Drawn], str | None]] = ()
    name: ClassVar[str] = "chart"
    wanted = messages.WANTED["chart"]

    def read(self, answer: object) -> Reading:
        return Reading(drawn(_specification(answer)))

    def same(self, given: Drawn, other: Drawn) -> bool:
        return given == other or alike(self._seen(given), self._seen(other), self.tolerance)

    def _seen(self, chart: Drawn) -> object:
        try:
            return self.reads(chart)
        except Exception:  # what an exercise looks for need not be in every chart
            return object()

    def missing(self, given: Drawn) -> list[str]:
        return [words for need in self.needs if (words := need(given))]


def sketch(rows: pd.DataFrame, mark: str, title: str = "", **channels: str) -> Spec:
    """A plain chart for an `answer`: the rows, a mark, and channels in shorthand, without importing Altair.

    Examples
    --------
    >>> chart = sketch(pd.DataFrame({"paragraph": [1], "share": [0.5]}), "bar", x="paragraph:O", y="share:Q")
    >>> chart["encoding"]["x"]
    {'field': 'paragraph', 'type': 'ordinal'}
    """
    plain = [{name: scalar(cell) for name, cell in row.items()} for row in rows.to_dict("records")]
    encoding = {name: {"field": each[:-2], "type": TYPES[each[-1]]} for name, each in channels.items()}
    return {"title": title, "data": {"values": plain}, "mark": mark, "encoding": encoding}
