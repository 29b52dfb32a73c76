"""A card of the exercise engine: a heading, short paragraphs, rows in words; as HTML and as the same words."""

import functools
from dataclasses import dataclass, field

from casebook.cards import Printed
from casebook.exercise import messages
from casebook.kept import Data
from casebook.lookup import is_key
from casebook.markup import pieces, render
from casebook.provenance import show

MOST_DOCUMENTS = 3


@dataclass(frozen=True)
class Part:
    """A short paragraph under its own head, the points of a list, or lines of code; `lead` is said before the words."""

    head: str
    words: str = ""
    points: tuple[str, ...] = ()
    code: str = ""
    lead: str = ""


@dataclass(frozen=True)
class RowInWords:
    """A row as a card names it: its key, what it says, and the first documents behind it."""

    key: str
    sentence: str
    documents: tuple[Printed, ...]
    more: int


def row_in_words(key: str) -> RowInWords:
    """One row of the tables, in words.

    Examples
    --------
    >>> row_in_words("s15").sentence
    '10 people were killed in the offensive.'
    >>> row_in_words("s15").more
    0
    """
    card = show(key)
    more = max(len(card.printed) - MOST_DOCUMENTS, 0)
    return RowInWords(key, card.sentence, tuple(card.printed[:MOST_DOCUMENTS]), more)


@dataclass(frozen=True)
class Note:
    """A card that shows itself in a notebook; `text` holds the same words as `html`.

    Attributes
    ----------
    heading : str
        What it is, in a word or two.
    exercise : str
        The key of the exercise.
    parts : tuple of Part
        What it says.
    rows : tuple of str
        Keys of rows, shown in words beneath, under `rows_head`.
    """

    heading: str
    exercise: str
    parts: tuple[Part, ...] = ()
    rows: tuple[str, ...] = field(default=(), kw_only=True)
    rows_head: str = field(default=messages.SOURCES_HEAD, kw_only=True)

    @functools.cached_property
    def rows_in_words(self) -> list[RowInWords]:
        """The rows; one that is not in the tables in use is left out."""
        return [row_in_words(key) for key in self.rows if is_key(key)]

    @property
    def text(self) -> str:
        """The card as plain text."""
        return render("verdict.txt", card=self, more=messages.MORE_DOCUMENTS).strip()

    @property
    def html(self) -> str:
        """The card as HTML, escaped and without scripts."""
        return render("verdict.html", card=self, more=messages.MORE_DOCUMENTS, pieces=pieces)

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Data:
        return {"text/html": self.html, "text/plain": self.text}
