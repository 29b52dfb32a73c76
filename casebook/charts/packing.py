"""Labels that never collide: how wide words are, and on which level each of them fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

# Advance widths of Arial, Liberation Sans and Helvetica, which match, in thousandths of the font size.
_NARROW = {222: "ijl'", 278: "ft/.,:;!I |\\[]", 333: "()-r`", 355: '"', 389: "*", 500: "cksvxyzJ", 584: "+<=>~"}
_BROAD = {
    667: "ABEKPSVXY&",
    722: "CDHNRUw",
    611: "FTZ",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1000: "…—",
    1015: "@",
}
_WIDTHS = {letter: width for widths in (_NARROW, _BROAD) for width, letters in widths.items() for letter in letters}
_OTHER = 556
# Segoe UI and Roboto set some words a little wider than Arial.
_AIR = 1.04
# Labels are placed from the first to the last, unless the other way round saves so many levels.
WORTH_IT = 2


def text_width(words: str, size: float) -> float:
    """How wide words are in pixels, at a font size in pixels, in the widest of the usual fonts.

    Examples
    --------
    >>> round(text_width("Iran", 12))
    22
    """
    return sum(_WIDTHS.get(letter, _OTHER) for letter in words) * size / 1000 * _AIR


def shortened(words: str, size: float, room: float) -> str:
    """The words, cut at a letter with an ellipsis if they are wider than `room` pixels.

    Examples
    --------
    >>> shortened("Pakistan protests to Iran over the strike", 12, 100)
    'Pakistan protes…'
    """
    if text_width(words, size) <= room:
        return words
    while words and text_width(words + "…", size) > room:
        words = words[:-1]
    return words.rstrip() + "…"


class Spot(NamedTuple):
    """Where a label went: its level from the top, and whether it stands left of its mark."""

    level: int
    left: bool


@dataclass(frozen=True)
class Piece:
    """A mark from `start` to `end` (pixels along the axis) with a label of `width` pixels beside it."""

    start: float
    end: float
    width: float

    def reach(self, left: bool, mark: float, gap: float) -> tuple[float, float]:
        """From where to where it stands with its label on one side, in pixels."""
        if left:
            return self.start - mark - gap - self.width, self.end + mark
        return self.start - mark, self.end + mark + gap + self.width


def _fill(pieces: Sequence[Piece], order: Sequence[int], room: float, mark: float, gap: float) -> list[Spot]:
    levels: list[list[tuple[float, float]]] = []
    spots: dict[int, Spot] = {}
    for index in order:
        choices = [(left, *pieces[index].reach(left, mark, gap)) for left in (False, True)]
        inside = [each for each in choices if each[1] >= 0 and each[2] <= room] or [min(choices, key=lambda c: c[2])]
        for level in range(len(levels) + 1):
            taken = levels[level] if level < len(levels) else []
            free = [c for c in inside if all(c[2] + gap <= a or c[1] >= b + gap for a, b in taken)]
            if free:
                left, a, b = free[0]
                if level == len(levels):
                    levels.append([])
                levels[level].append((a, b))
                spots[index] = Spot(level, left)
                break
    return [spots[index] for index in range(len(pieces))]


def pack(pieces: Sequence[Piece], room: float, mark: float = 6, gap: float = 5) -> list[Spot]:
    """A level and a side for every label, so that no two of them touch.

    Parameters
    ----------
    pieces : sequence of Piece
        In order of time.
    room : float
        Length of the axis in pixels; labels stay inside where they can.
    mark, gap : float
        Half the width of a mark; the least room between a mark and its label, and between neighbours.

    Returns
    -------
    list of Spot
        One for each piece. Time runs from the top downward where there is a choice.

    Examples
    --------
    >>> pack([Piece(20, 20, 50), Piece(30, 30, 50), Piece(200, 200, 50)], room=220)
    [Spot(level=0, left=False), Spot(level=1, left=False), Spot(level=0, left=True)]
    """
    onward = _fill(pieces, range(len(pieces)), room, mark, gap)
    back = _fill(pieces, range(len(pieces) - 1, -1, -1), room, mark, gap)
    # Filled from the last to the first and turned over, so that time still runs downward.
    lowest = max((spot.level for spot in back), default=0)
    if max((spot.level for spot in onward), default=0) - lowest < WORTH_IT:
        return onward
    return [Spot(lowest - spot.level, spot.left) for spot in back]
