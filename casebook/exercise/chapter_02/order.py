"""The order of ten cards: any order that breaks no clue and no day is right."""

from dataclasses import dataclass
from typing import ClassVar

from casebook.exercise.arranging import NOT_CARDS, TWICE, letters
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds.description import given as was_given
from casebook.exercise.kinds.kind import Kind, Reading, UnreadableError
from casebook.exercise.ordering import CLUES, DEALT, Clue, broken, cards, forbidden

WANTED = "The letters of all ten cards in one text, from the earliest, as in `cb.arrange(...)`."
REVERSED = "From the latest to the earliest: turn the order round."


def _faults(order: str) -> tuple[frozenset[Clue], frozenset[tuple[str, str]]]:
    return broken(order), forbidden(order)


@dataclass(frozen=True)
class Order(Kind):
    """Letters of all cards; two orders are the same answer if they break the same clues and days."""

    name: ClassVar[str] = "order"
    wanted = WANTED

    def read(self, answer: object) -> Reading:
        order = letters(answer)
        if not order:
            raise UnreadableError(was_given(answer))
        if odd := sorted(set(order) - DEALT.keys()):
            raise UnreadableError(NOT_CARDS.format(odd=", ".join(odd), letters=", ".join(DEALT)))
        if twice := sorted({letter for letter in order if order.count(letter) > 1}):
            raise UnreadableError(TWICE.format(twice=", ".join(twice)))
        if hand := [letter for letter in DEALT if letter not in order]:
            raise UnreadableError(f"{len(order)} of ten cards are laid. Still in your hand: {', '.join(hand)}.")
        return Reading(order)

    def same(self, given: str, other: str) -> bool:
        return _faults(given) == _faults(other)

    def almost(self, given: str, answer: str) -> str | None:
        return REVERSED if self.same(given[::-1], answer) else None


def _by_days() -> str:
    """Sorted by first day; cards of one day stay as they were dealt."""
    return "".join(cards().sort_values(["date", "date_end"], kind="stable").index)


def _by_words(order: str) -> str:
    """As near to an order as the clues allow: each time the first card that waits for no other."""
    laid, rest = "", order
    while rest:
        ready = (each for each in rest if all(clue.first in laid for clue in CLUES if clue.second == each))
        laid += (card := next(ready))
        rest = rest.replace(card, "")
    return laid


THIRTEEN_DAYS = Exercise(
    key="thirteen-days-in-order",
    asks="Ten cards of the fortnight in an order that keeps every clue and every day.",
    kind=Order(),
    answer=lambda: _by_words(_by_days()),
    misreadings=[
        Misreading(
            "words-without-days",
            lambda: _by_words("".join(DEALT)),
            did="You kept every clue, and put a card before one that had ended earlier.",
            why="Words leave many orders open. No words on the cards say which of the two strikes came first, for "
            "example.",
            next="In `cb.arrange(order).turned()` hold the `date_end` of each card against the next `date`.",
            matches=lambda given, wrong: not broken(given) and bool(forbidden(given)),
        ),
        Misreading(
            "days-without-words",
            _by_days,
            did="You kept every day, and broke a clue.",
            why="Two cards of one date are not yet in order; sorting leaves them as they were dealt.",
            next="Look for the word “broken” under `cb.arrange(...)` with your letters.",
            matches=lambda given, wrong: not forbidden(given) and bool(broken(given)),
        ),
        Misreading(
            "as-dealt",
            lambda: "".join(DEALT),
            did="You left the cards as they were dealt.",
            why="They were shuffled, and their letters say nothing about time.",
            next="Lay two cards alone, one of them with words on it: what is kept?",
            matches=lambda given, wrong: given == wrong,
        ),
    ],
    gap=lambda order: (
        f"Clues broken: {len(broken(order))} of {len(CLUES)}. Pairs that their days forbid: {len(forbidden(order))}. "
        "`cb.arrange(...)` with your letters shows both: mend the broken clues before you turn to the days."
    ),
    because="Days settle what words leave open, which strike came first among it; words settle what days leave open, "
    "such as the morning and the evening of the 16th. Two orders hold: nothing that we have says whether the recall "
    "(E084) or the first call (E087) came first on the 17th.",
    not_shown="It does not show that one card led to the next. One clue is itself disputed: for E079 some pages say "
    "only that it was the same day.",
    hints=[
        "Days first: `cb.arrange().turned()`. Where two cards share a day, look for words on one that need the other.",
        "Worked on three rows that are no cards: on the 18th a committee is called “for Friday” (E096), and on Friday "
        "the 19th it meets (E105): these two are in order. E106 is of that Friday's evening, and E105 carries no hour: "
        "between those two the rows say nothing.",
    ],
    sources=sorted(DEALT.values()),
    minutes=6,
)
