"""What every mark of an event has in common: side, selection, dimming, and what hovering repeats."""

from collections.abc import Iterable

from casebook.charts.theme import DIMMED, SHAPES, Theme
from casebook.kept import Spec

SELECTED = "event"
# One event, more with shift, none at first. A click beside the marks changes nothing; a double click clears.
SELECT = {
    "type": "point",
    "fields": ["event_id"],
    "on": "click[event.item && event.item.datum && event.item.datum.event_id]",
    "toggle": "event.shiftKey",
    "clear": "dblclick",
}
# The selection that all charts of events share.
SELECTION = {"name": SELECTED, "select": SELECT}
# Marks that are not selected stay visible, paler.
LIT = {"condition": {"param": SELECTED, "value": 1}, "value": DIMMED}
# What hovering repeats; the table beside the chart says it too.
TOLD = [
    {"field": "title", "type": "nominal", "title": "Reported"},
    {"field": "when", "type": "nominal", "title": "Date"},
    {"field": "side", "type": "nominal", "title": "Side"},
    {"field": "kind", "type": "nominal", "title": "Type"},
    {"field": "event_id", "type": "nominal", "title": "Row"},
]
EVENT = ["event_id", "title", "when", "side", "kind"]
# Shapes of one area do not look of one size: a circle, a square, a diamond, a triangle.
_OPTICAL = (1.0, 0.92, 0.96, 1.12)


def colour_of(kind: Theme) -> Spec:
    """Colour by side. It leaves the legend to the marks that have a shape."""
    scale = {"domain": list(kind.sides), "range": list(kind.sides.values())}
    return {"field": "side", "type": "nominal", "scale": scale}


def side_of(kind: Theme, diameter: float, sides: Iterable[str] | None = None) -> Spec:
    """Colour and shape by side, marks about `diameter` pixels across; all views of a chart share one legend on top.

    The legend names all sides if none are given.
    """
    legend: Spec = {
        "title": None,
        "orient": "top",
        "direction": "horizontal",
        "symbolOpacity": 1,
        "offset": kind.scaled(8),
    }
    legend["values"] = list(sides or kind.sides)
    shapes = {"domain": list(kind.sides), "range": list(SHAPES.values())}
    first, *others = zip(kind.sides, [round(optical * diameter**2 * 0.83) for optical in _OPTICAL], strict=True)
    return {
        "color": {**colour_of(kind), "legend": legend},
        "shape": {"field": "side", "type": "nominal", "scale": shapes, "legend": legend},
        # Conditions and not a scale, which views of different marks would share.
        "size": {
            "condition": [{"test": {"field": "side", "equal": side}, "value": size} for side, size in others],
            "value": first[1],
        },
    }
