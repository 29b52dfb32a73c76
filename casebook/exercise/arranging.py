"""Cards to be laid in an order: what stands on each, and which of its words an order keeps or breaks."""

from dataclasses import dataclass
from math import factorial

import pandas as pd

from casebook.exercise.kinds.cells import elements
from casebook.exercise.kinds.description import is_a
from casebook.exercise.kinds.kind import UnreadableError
from casebook.exercise.ordering import CLUES, DEALT, cards, kept, possible
from casebook.kept import Data
from casebook.language import say, thousands
from casebook.lookup import of_the_casebook
from casebook.markup import pieces, render

HEADINGS = {0: say("Ten cards, as dealt"), len(DEALT): say("Ten cards, in your order")}
SOME = say("{laid} of ten cards laid")
STATES = {True: say("kept"), False: say("broken")}
# What is said under the clues, by what is laid.
DEAL = say("Lay cards by their letters, from the earliest: `cb.arrange(...)`.")
GO_ON = say("No clue is broken so far; {tested} of {all} are tested. Lay another card.")
TURN = say("Broken clues: {number}. Move one of the two cards and run the cell again.")
WHOLE = say(
    "Every clue is kept. Of {all} ways to lay ten cards, {possible} keep every clue, and this is one of them. "
    "Words alone leave the rest open; `.turned()` shows the days on the backs."
)
NOT_CARDS = say("Not among the cards: {odd}. The letters are {letters}.")
TWICE = say("Laid more than once: {twice}.")


@dataclass(frozen=True)
class Card:
    """A card: its letter, the title of its event and the words on it that are clues."""

    letter: str
    title: str
    words: tuple[str, ...]


def _faces() -> dict[str, Card]:
    """Every card by its letter, as dealt."""
    words = {letter: dict.fromkeys(clue.words for clue in CLUES if clue.card == letter) for letter in DEALT}
    return {
        letter: Card(letter, title, tuple(words[letter]))
        for letter, title in zip(cards().index, cards()["title"], strict=True)
    }


@dataclass(frozen=True)
class Tried:
    """What an order does to one clue."""

    words: str
    card: str
    other: str
    state: bool
    says: str


def letters(order: object) -> str:
    """An order as one text of letters, however it was given: "hc", "H, C", ["H", "C"], laid; nothing for three dots.

    Examples
    --------
    >>> letters(["h", " C "]), letters("H-C"), letters(...)
    ('HC', 'HC', '')
    """
    if is_a(order, Laid):
        return order.given
    if not is_a(order, str):
        try:
            order = "".join(cell for cell in elements(order) if is_a(cell, str))
        except UnreadableError:
            return ""
    return "".join(filter(str.isalnum, str.upper(order)))


@dataclass(frozen=True, repr=False)
class Laid:
    """Cards in an order; shows itself in a notebook, and `text` holds the same words as `html`.

    Attributes
    ----------
    given : str
        The letters as they were given.
    """

    given: str

    @property
    def order(self) -> str:
        """The letters of the cards that are laid, each once."""
        return "".join(dict.fromkeys(letter for letter in self.given if letter in DEALT))

    @property
    def heading(self) -> str:
        return HEADINGS.get(len(self.order), SOME.format(laid=len(self.order)))

    @property
    def laid(self) -> list[Card]:
        faces = _faces()
        return [faces[letter] for letter in self.order]

    @property
    def in_hand(self) -> list[Card]:
        return [card for letter, card in _faces().items() if letter not in self.order]

    @property
    def tests(self) -> list[Tried]:
        """The clues of which both cards are laid."""
        both = [(clue, state) for clue in CLUES if (state := kept(clue, self.order)) is not None]
        return [Tried(clue.words, clue.card, clue.other, state, STATES[state]) for clue, state in both]

    @property
    def remarks(self) -> list[str]:
        """What to say of the order as a whole, in sentences."""
        odd = sorted({letter for letter in self.given if letter not in DEALT})
        twice = sorted({letter for letter in self.order if self.given.count(letter) > 1})
        said = [NOT_CARDS.format(odd=", ".join(odd), letters=", ".join(DEALT))] if odd else []
        said += [TWICE.format(twice=", ".join(twice))] if twice else []
        return [*said, self._outcome()]

    def _outcome(self) -> str:
        number = sum(not test.state for test in self.tests)
        if not self.order:
            return DEAL
        if number:
            return TURN.format(number=number)
        if self.in_hand:
            return GO_ON.format(tested=len(self.tests), all=len(CLUES))
        return WHOLE.format(all=thousands(factorial(len(DEALT))), possible=thousands(possible()))

    def turned(self) -> pd.DataFrame:
        """The backs of the cards, in the order in which they lie; as dealt, if none is laid.

        Returns
        -------
        DataFrame
            `event_id`, `date`, `date_end` and `title`, with the letter as index.

        Examples
        --------
        >>> import casebook as cb
        >>> list(cb.arrange("HC").turned()["event_id"])
        ['E079', 'E081']
        """
        return cards().loc[list(self.order or DEALT), ["event_id", "date", "date_end", "title"]]

    @property
    def text(self) -> str:
        """The cards as plain text."""
        return render("laid.txt", laid=self).strip()

    @property
    def html(self) -> str:
        """The cards as HTML, escaped and without scripts."""
        return render("laid.html", laid=self, pieces=pieces)

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Data:
        return {"text/html": self.html, "text/plain": self.text}


def arrange(order: object = "") -> Laid:
    """Lay ten cards of the fortnight, from the earliest, and see which of their words the order keeps.

    Parameters
    ----------
    order : str or list of str, optional
        Letters of cards, from the earliest event to the latest; nothing deals the cards. Letters that are no card, or
        that come twice, are named.

    Returns
    -------
    Laid
        Shows itself: the cards in their order, and each clue between two of them as kept or broken. `.turned()` gives
        their backs, with the dates.

    Raises
    ------
    OtherTablesError
        If the tables in use are not the casebook's own.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.arrange("HC").heading
    '2 of ten cards laid'
    """
    of_the_casebook("arrange", DEALT.values())
    return Laid(letters(order))
