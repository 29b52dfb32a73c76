"""Where each report, heading and bracket of the toll chart stands, in pixels where labels are 12 px high."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import count, pairwise

import pandas as pd

from casebook.charts.packing import shortened, text_width
from casebook.charts.reports import Block, reporters, short_date, spoken
from casebook.kept import Spec
from casebook.wording import figure

ROW, HEADING, NOTE, GAP = 17, 28, 20, 8
PLOT, DATES, LANE, COLUMN_GAP = 300, 92, 28, 14
# The widest that names may be, and the room that a page has for victims; longer ones end in an ellipsis here and stand
# whole in the table.
NAMES, VICTIMS = 262, 238
BRACKETS = 6
# How long an arrow is, and how far from its dot a figure is written: beside it, or beyond its arrow.
ARROW, BESIDE, BEYOND = 34, 10, 44
# Room to the right of the highest figure for its arrow and its words.
WORDS = 138
ONE_GROUP = "For one group only, so not a count of all:"
SIZE = 12
COUNTED_APART = ("security_forces", "armed_group")


@dataclass(frozen=True)
class Placed:
    """The parts of the chart as frames, and its measures in pixels.

    Attributes
    ----------
    rows : DataFrame
        One row per report: `y`, figures, and everything that its line says.
    words : DataFrame
        Headings and notes: `y`, `text`, `heading` (or note).
    copies, corrected : DataFrame
        Points of the brackets from a copy to its original, and of the lines that join one reporter's different figures.
    height, names, victims : float
        Height of the plot; widths of the columns of names and of victims.
    people : list of int
        The numbers that the scale names.
    top : float
        The upper end of the scale: beyond its last number, where the words of the highest figure stand.
    """

    rows: pd.DataFrame
    words: pd.DataFrame
    copies: pd.DataFrame
    corrected: pd.DataFrame
    height: float
    names: float
    victims: float
    people: list[int]
    top: float


def _lines(block: Block, y: float) -> tuple[list[pd.DataFrame], list[Spec], float]:
    """The reports of a block from `y` downward, its heading and note, and where the next block begins."""
    words = [{"y": y + HEADING / 2, "text": block.heading, "heading": True}]
    y += HEADING
    parts = []
    for part, note in ((block.everybody, ""), (block.one_group, ONE_GROUP)):
        if part.empty:
            continue
        if note:
            words.append({"y": y + NOTE / 2, "text": note, "heading": False})
            y += NOTE
        said = zip(part["date_reported"], part["date_reported_precision"], strict=True)
        dated = [short_date(*pair, block.year) for pair in said]
        again = pd.Series(dated).eq(pd.Series(dated).shift())
        parts.append(
            part.assign(
                y=[y + ROW * (position + 0.5) for position in range(len(part))],
                date=["" if repeated else said for said, repeated in zip(dated, again, strict=True)],
                block=block.heading,
            )
        )
        y += ROW * len(part)
    return parts, words, y + GAP


def _row(reports: pd.DataFrame) -> pd.DataFrame:
    """What each line of the chart shows."""
    low, high = reports["count_low"].astype("Float64"), reports["count_high"].astype("Float64")
    copy = reports["echo_of"].notna()
    words = pd.Series([figure(row) for _, row in reports.iterrows()], index=reports.index)
    return pd.DataFrame(
        {
            "report_id": reports["report_id"],
            "qualifier": reports["qualifier"].astype("string"),
            "y": reports["y"],
            "lower": low,
            "upper": high.mask((high == low).fillna(False)),
            "end": high.fillna(low),
            "words": words.where(~copy, words + ", a copy"),
            "copy": copy,
            "date": reports["date"],
            "reporter": [shortened(name, SIZE, NAMES) for name in reporters(reports)],
            "who": reports["victims"].fillna("").replace("people", ""),
            "says": spoken(reports),
        }
    )


def _brackets(reports: pd.DataFrame, a_pixel: float) -> pd.DataFrame:
    """From each copy to the row that it repeats, in the lane between names and figures."""
    at = reports.drop_duplicates("report_id").set_index("report_id")["y"]
    copies = reports[reports["echo_of"].isin(at.index)]
    lanes = {original: lane % 3 for lane, original in enumerate(copies["echo_of"].drop_duplicates())}
    points = []
    for _, copy in copies.iterrows():
        near, far = -4 * a_pixel, -(10 + BRACKETS * lanes[copy["echo_of"]]) * a_pixel
        first, last = at[copy["echo_of"]], copy["y"]
        corners = [(near, first), (far, first), (far, last), (near, last)]
        points += [
            {"bracket": copy["report_id"], "order": order, "x": x, "y": y} for order, (x, y) in enumerate(corners)
        ]
    return pd.DataFrame(points, columns=["bracket", "order", "x", "y"])


def _corrected(reports: pd.DataFrame) -> pd.DataFrame:
    """The dots of each named reporter who gives different figures, on dated reports for all that are no copies.

    Forces and their attackers are counted apart: two figures that a reporter gives for the two correct nothing.
    """
    own = reports[
        (reports["scope"] == "total")
        & reports["reporter_id"].notna()
        & reports["echo_of"].isna()
        & reports["date_reported"].notna()
        & reports["count_low"].notna()
    ]
    counted = own["victim_group"].astype("string").where(own["victim_group"].isin(COUNTED_APART), "")
    line = own["block"] + " " + own["reporter_id"] + " " + counted
    several = own.groupby(line)["count_low"].transform("nunique") > 1
    return pd.DataFrame({"line": line, "x": own["count_low"].astype("Float64"), "y": own["y"]})[several]


def _crossed(rows: pd.DataFrame, corrected: pd.DataFrame, a_person: float) -> list[int]:
    """How far from its dot a figure stands that a line of corrections runs through; 0 where none does."""
    heights = list(rows["y"])
    through = defaultdict(list)
    for _, points in corrected.groupby("line", sort=False):
        for (y, x), (y2, x2) in pairwise(sorted(zip(points["y"], points["x"] * a_person, strict=True))):
            # Rows stand from the top down, so those between two dots stand together.
            for position in range(bisect_right(heights, y), bisect_left(heights, y2)):
                through[position].append(x + (heights[position] - y) / (y2 - y) * (x2 - x))

    def away(position: int, qualifier: str, end: float, words: str) -> int:
        if qualifier == "no_figure":
            return 0
        distance = BEYOND if qualifier == "at_least" else BESIDE
        left = end * a_person + distance
        right = left + text_width(words, SIZE)
        return distance if any(left - 3 <= x <= right + 3 for x in through[position]) else 0

    return [*map(away, range(len(rows)), rows["qualifier"], rows["end"], rows["words"])]


def _widest(words: pd.Series) -> float:
    return max(text_width(each, SIZE) for each in words.unique())


def _round_numbers(most: int) -> list[int]:
    """Whole numbers of people for the scale, up to the first that no figure passes."""
    steps = (step * 10**power for power in count() for step in (1, 2, 5))
    step = next(step for step in steps if most <= 6 * step)
    return list(range(0, most + step, step))


def place(groups: list[Block], room: float) -> Placed:
    """Lay out casualty reports, one line each, in their blocks.

    `room` is the widest that the chart may be; the words on victims give way.
    """
    parts, words, y = [], [{"y": NOTE / 2, "text": "", "heading": False}], float(NOTE)
    for block in groups:
        lines, said, y = _lines(block, y)
        parts += lines
        words += said
    laid = pd.concat(parts)
    rows = _row(laid)
    most = max(int(rows["end"].fillna(0).max()), 1)
    top = most * PLOT / (PLOT - WORDS)
    names = min(NAMES, _widest(rows["reporter"]))
    left = room - (DATES + names + LANE + PLOT + COLUMN_GAP)
    victims = min(left, _widest(rows["who"]))
    corrected = _corrected(laid)
    return Placed(
        rows=rows.assign(
            who=[shortened(who, SIZE, victims) for who in rows["who"]],
            crossed=_crossed(rows, corrected, PLOT / top),
        ),
        words=pd.DataFrame(words),
        copies=_brackets(laid, top / PLOT),
        corrected=corrected,
        height=y - GAP,
        names=names,
        victims=victims,
        people=_round_numbers(most),
        top=top,
    )
