"""Ten events of the fortnight as cards without dates, and the words in their rows that put one before another.

A clue is nothing but the words of a cell: "hours before the strike". That the row is about these two cards is a
reading, made once, here. The days are those of the table.
"""

import functools
from dataclasses import dataclass

import pandas as pd

from casebook.datapackage import table

# In the order in which they are dealt, which is not that of time. No card is called E: that is how ids begin.
DEALT = {
    "A": "E103",
    "B": "E094",
    "C": "E081",
    "D": "E115",
    "F": "E087",
    "G": "E110",
    "H": "E079",
    "J": "E092",
    "K": "E111",
    "L": "E084",
}


@dataclass(frozen=True)
class Clue:
    """Words on a card that put one card before another."""

    first: str
    second: str
    card: str
    column: str
    words: str

    @property
    def other(self) -> str:
        """The card that the words are about."""
        return self.first if self.card == self.second else self.second


CLUES = (
    Clue("H", "C", "H", "time_local", "hours before the strike"),
    Clue("C", "F", "F", "summary", "condemns the strike"),
    Clue("F", "A", "A", "summary", "second call"),
    Clue("L", "A", "A", "summary", "discuss the return of ambassadors"),
    Clue("J", "B", "B", "summary", "protest against the strike"),
    Clue("L", "B", "B", "disputed", "the ambassador had been recalled"),
    Clue("A", "K", "A", "summary", "discuss the return of ambassadors"),
    Clue("G", "K", "G", "summary", "ambassadors may return"),
    Clue("G", "D", "G", "summary", "Amir-Abdollahian will visit"),
    Clue("K", "D", "D", "summary", "the Iranian ambassador receive him"),
)


def cards() -> pd.DataFrame:
    """The rows of `events` behind the cards, as dealt, with the letter of the card as index."""
    rows = table("events").set_index("event_id", drop=False).loc[[*DEALT.values()]]
    return rows.set_index(pd.Index([*DEALT], name="card"))


def kept(clue: Clue, order: str) -> bool | None:
    """Whether an order keeps a clue; None while one of its two cards is not laid.

    Examples
    --------
    >>> kept(CLUES[0], "HC"), kept(CLUES[0], "CH"), kept(CLUES[0], "H")
    (True, False, None)
    """
    if clue.first not in order or clue.second not in order:
        return None
    return order.index(clue.first) < order.index(clue.second)


def broken(order: str) -> frozenset[Clue]:
    """The clues that an order breaks."""
    return frozenset(clue for clue in CLUES if kept(clue, order) is False)


def forbidden(order: str) -> frozenset[tuple[str, str]]:
    """Pairs of cards that stand in this order although the second ended before the first began."""
    rows = cards()
    starts, ends = rows["date"], rows["date_end"]
    return frozenset(
        (one, two) for place, one in enumerate(order) for two in order[place + 1 :] if ends[two] < starts[one]
    )


def possible(chosen: str = "".join(DEALT)) -> int:
    """How many orders of some cards keep every clue between them.

    Examples
    --------
    >>> possible("HC"), possible("JC")
    (1, 2)
    """

    @functools.cache
    def ways(laid: frozenset[str]) -> int:
        rest = set(chosen) - laid
        blocked = {clue.second for clue in CLUES if clue.first in rest}
        return sum(ways(laid | {card}) for card in rest - blocked) if rest else 1

    return ways(frozenset())
