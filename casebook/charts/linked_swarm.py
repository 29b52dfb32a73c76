"""Events without labels, close together: side by side within their day, and on levels where a day is full."""

from dataclasses import replace

import pandas as pd

from casebook.charts.periods import DAY, Axis
from casebook.charts.stage import AIR_BETWEEN_LANES, Stage
from casebook.charts.theme import Theme

# From the middle of one mark to the next, along the axis and from level to level.
STEP, PITCH, PAD = 12.0, 12.5, 5.0


def swarm(rows: pd.DataFrame, axis: Axis, step: float) -> tuple[list[float], list[int]]:
    """How far each mark is moved along the axis, and on which level it stands, so that none touches another.

    Parameters
    ----------
    rows : DataFrame
        In order of time, with `x1` and `x2` in pixels.
    axis : Axis
        A mark stays within the day that it belongs to.
    step : float
        The room of a mark in pixels.

    Returns
    -------
    moved : list of float
        In pixels, 0 for a bar over several days.
    levels : list of int
        From the top.
    """
    day = axis.width * (DAY / (axis.end - axis.start))
    sides = [0.0] + [turn * step * place for place in range(1, 4) for turn in (1, -1) if step * (place + 0.5) < day / 2]
    taken: list[tuple[int, float, float]] = []
    moved: list[float] = []
    levels: list[int] = []
    for x1, x2 in zip(rows["x1"], rows["x2"], strict=True):
        bar = x2 - x1 > 1
        choices = ((level, shift) for level in range(len(rows)) for shift in ([0.0] if bar else sides))
        for level, shift in choices:
            left, right = x1 + shift - step / 2, x2 + shift + step / 2
            if not any(level == other and left < b and a < right for other, a, b in taken):
                break
        taken.append((level, left, right))
        moved.append(shift)
        levels.append(level)
    return moved, levels


def swarmed(rows: pd.DataFrame, axis: Axis, kind: Theme) -> pd.DataFrame:
    """The rows with `level`, and with `at`: the date, or the middle of its month or year, moved within its day."""
    moved, levels = swarm(rows, axis, kind.scaled(STEP))
    a_pixel = (axis.end - axis.start) / axis.width
    middle = rows["date"] + (rows["date_end"] - rows["date"]) / 2
    known = rows["date"].where(rows["exact"], middle)
    return rows.assign(level=levels, at=known + pd.to_timedelta([shift * a_pixel for shift in moved]))


def compact(stage: Stage, kind: Theme) -> Stage:
    """The same events in the same lanes without labels: as low as the marks allow."""
    pitch, pad, air = kind.scaled(PITCH), kind.scaled(PAD), kind.scaled(AIR_BETWEEN_LANES / 2)
    top, lanes, placed = 0.0, [], []
    for lane in stage.lanes["lane"]:
        rows = swarmed(stage.rows[stage.rows["lane"] == lane], stage.axis, kind)
        height = max((rows["level"].max() + 1) * pitch + pad, kind.scaled(24))
        first = top + (height - rows["level"].max() * pitch) / 2
        placed.append(rows.assign(y=first + rows["level"] * pitch, left=rows["x1"] > stage.axis.width / 2))
        lanes.append({"lane": lane, "top": top, "bottom": top + height})
        top += height + air
    return replace(stage, rows=pd.concat(placed), lanes=pd.DataFrame(lanes), height=top - air, pitch=pitch)
