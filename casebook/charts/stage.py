"""Where everything on a timeline's stage stands: lanes, levels and labels, all in pixels from the top left."""

from dataclasses import dataclass

import pandas as pd

from casebook.charts.packing import Piece, pack, shortened, text_width
from casebook.charts.periods import Axis, axis_for
from casebook.charts.theme import Theme
from casebook.charts.words import lanes_of

# Half a mark, and the air between a mark and its label.
MARK, GAP = 6, 5
# Longer titles are cut on the chart; the table beside it has them whole.
LONGEST_LABEL = 330
AIR_BETWEEN_LANES = 6
ROOMY, TIGHTEST = 24, 14
# More levels than this are a wall of words.
MOST_LEVELS = 38


@dataclass(frozen=True)
class Stage:
    """Events placed on an axis.

    Attributes
    ----------
    rows : DataFrame
        The events with `y` (the middle of the mark), `label`, `left` (the label stands left of its mark) and, in
        pixels along the axis, `x1`, `x2` (the mark) and `label_width`.
    lanes : DataFrame
        `lane`, `top`, `bottom`.
    axis : Axis
    height, pitch : float
        Of the whole stage; of one level.
    fits : bool
        Whether labels help: a stage of more levels is a wall of words, and its events belong in strips.
    """

    rows: pd.DataFrame
    lanes: pd.DataFrame
    axis: Axis
    height: float
    pitch: float
    fits: bool


def _pieces(rows: pd.DataFrame, axis: Axis, kind: Theme) -> pd.DataFrame:
    exact = rows["date_precision"].astype("string").fillna("day") == "day"
    middle = rows["date"] + (rows["date_end"] - rows["date"]) / 2
    longest = kind.scaled(LONGEST_LABEL)
    labels = [shortened(str(title), kind.text, longest) for title in rows["title"].fillna("")]
    return rows.assign(
        exact=exact,
        at=rows["date"].where(exact, middle),
        x1=[axis.at(date) for date in rows["date"]],
        x2=[min(axis.at(date), axis.width) for date in rows["date_end"]],
        label=labels,
        label_width=[text_width(label, kind.text) for label in labels],
    )


def _stacked(placed: list[pd.DataFrame], pitch: float, kind: Theme) -> tuple[pd.DataFrame, pd.DataFrame, float]:
    """Lanes one under the other, each as high as its levels need."""
    top, lanes, rows = 0.0, [], []
    for lane in placed:
        bottom = top + (lane["level"].max() + 1) * pitch + kind.scaled(6)
        lanes.append({"lane": lane["lane"].iloc[0], "top": top, "bottom": bottom})
        rows.append(lane.assign(y=top + kind.scaled(3) + (lane["level"] + 0.5) * pitch))
        top = bottom + kind.scaled(AIR_BETWEEN_LANES)
    return pd.concat(rows), pd.DataFrame(lanes), top - kind.scaled(AIR_BETWEEN_LANES)


def staged(events: pd.DataFrame, kind: Theme, room: float) -> Stage:
    """Place events in lanes by who is reported to have acted, labels on levels so that none collide.

    Parameters
    ----------
    events : DataFrame
        What `prepared` gives: at least one row, all dated.
    kind : Theme
        Sizes.
    room : float
        Height that the levels should share, in pixels where labels are 12 px; a crowded stage takes more.

    Returns
    -------
    Stage
    """
    axis = axis_for(events, kind.width)
    rows = _pieces(events, axis, kind)
    mark, gap = kind.scaled(MARK), kind.scaled(GAP)
    placed = []
    for name in lanes_of(rows):
        lane = rows[rows["lane"] == name]
        pieces = [Piece(*row) for row in zip(lane["x1"], lane["x2"], lane["label_width"], strict=True)]
        spots = pack(pieces, axis.width, mark, gap)
        placed.append(lane.assign(level=[spot.level for spot in spots], left=[spot.left for spot in spots]))
    levels = sum(lane["level"].max() + 1 for lane in placed)
    pitch = kind.scaled(min(ROOMY, max(TIGHTEST, room / levels)))
    all_rows, lanes, height = _stacked(placed, pitch, kind)
    return Stage(all_rows, lanes, axis, height, pitch, levels <= MOST_LEVELS)
