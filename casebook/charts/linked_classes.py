"""The strip of quad classes: verbal or material, cooperation or conflict, over the days of the stage above it."""

import altair as alt
import pandas as pd

from casebook.charts.event_marks import EVENT, TOLD, side_of
from casebook.charts.grammar import layered, unit
from casebook.charts.lanes import down, time_x
from casebook.charts.linked_swarm import swarmed
from casebook.charts.stage import Stage
from casebook.charts.theme import Theme
from casebook.kept import Spec

VIEW = "classes"
# From words of peace to acts of force, as PLOVER has them; conflict in bold, so that no colour is needed to tell.
CLASSES = ("material cooperation", "verbal cooperation", "verbal conflict", "material conflict")
NO_CLASS = "no class fits"
LOWEST, PITCH = 19.0, 11.5


def classes(stage: Stage, kind: Theme) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Marks (`at`, `y`) and rows (`class`, `y`, `bottom`, `conflict`) of the strip."""
    known = stage.rows["class"].fillna("").replace("", NO_CLASS)
    pitch, y, marks, rows = kind.scaled(PITCH), 0.0, [], []
    for name in (*CLASSES, *([NO_CLASS] if (known == NO_CLASS).any() else [])):
        mine = stage.rows[known == name].sort_values(["date", "event_id"])
        mine = swarmed(mine, stage.axis, kind) if len(mine) else mine.assign(level=0)
        levels = int(mine["level"].max()) + 1 if len(mine) else 1
        height = max(levels * pitch + kind.scaled(4), kind.scaled(LOWEST))
        marks.append(mine.assign(y=y + (height - (levels - 1) * pitch) / 2 + mine["level"] * pitch))
        rows.append({"class": name, "y": y + height / 2, "bottom": y + height, "conflict": "conflict" in name})
        y += height
    return pd.concat(marks)[[*EVENT, "at", "y", "exact"]], pd.DataFrame(rows)


def datasets(stage: Stage, kind: Theme) -> dict[str, pd.DataFrame]:
    """What the strip is drawn from; it needs `ticks` of the stage too."""
    marks, rows = classes(stage, kind)
    return {"classed": marks, "classes": rows}


def drawn(stage: Stage, kind: Theme, opacity: Spec) -> alt.LayerChart:
    """The strip, with the axis of the stage. The view that selects is named `classes`."""
    _, rows = classes(stage, kind)
    height = rows["bottom"].iloc[-1]
    x, line = time_x(stage.axis, "at"), {"type": "rule", "color": kind.grid}
    name = {"type": "text", "align": "right", "baseline": "middle", "color": kind.ink, "fontSize": kind.text}
    gutter: Spec = {"x": {"value": -kind.scaled(12)}, "y": down(height), "text": {"field": "class"}}
    across: Spec = {"x": {"value": 0}, "x2": {"value": kind.width}, "y": down(height, "bottom")}
    dot = {"type": "point", "filled": True, "stroke": kind.ground, "strokeWidth": 1}
    look = side_of(kind, kind.scaled(9.5))
    units = [
        unit("ticks", line, x=x, y={"value": 0}, y2={"value": height}),
        unit("classes", line, **across),
        unit("classes", {**name, "fontWeight": "bold"}, where="datum.conflict", **gutter),
        unit("classes", name, where="!datum.conflict", **gutter),
        unit("classed", dot, VIEW, x=x, y=down(height), opacity=opacity, tooltip=TOLD, **look),
    ]
    return layered(units, kind.width, height)
