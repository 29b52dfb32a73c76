"""What one row looks like as a card: HTML for a notebook, and the same words as plain text."""

from dataclasses import dataclass, field

from casebook.markup import render


@dataclass(frozen=True)
class Stretch:
    """A piece of the article: `passage_id` is set where a passage is to be highlighted. Offsets in code points."""

    text: str
    start: int
    end: int
    passage_id: str | None = None


@dataclass(frozen=True)
class Printed:
    """One document behind the row, and how it bears on it; `title` only where it is printed, in its `language`."""

    source_id: str
    relation: str
    reference: str
    title: str
    language: str
    url: str | None
    seen: str


@dataclass(frozen=True)
class Card:
    """One row with its evidence. Shows itself in a notebook; `html` and `text` hold the same words.

    Attributes
    ----------
    key : str
        The row's key.
    kind : str
        What a row of its table is, in a word or two.
    sentence : str
        The row in words.
    told : list of (str, str)
        What the row tells: the column's title and what it says, who gives it first.
    article : list of list of Stretch
        The paragraphs of the article that the row comes from.
    others_head : str
        What the other accounts are.
    others : list of (str, str)
        Rows and documents that give something else, or that were coded from this one.
    silence : str
        What it means that there are none; empty where there are.
    printed : list of Printed
        The documents behind it.
    coded : list of (str, str)
        Its codes and numbers, with what each code means.
    """

    key: str
    kind: str
    sentence: str
    told: list[tuple[str, str]] = field(default_factory=list)
    article: list[list[Stretch]] = field(default_factory=list)
    others_head: str = ""
    others: list[tuple[str, str]] = field(default_factory=list)
    silence: str = ""
    printed: list[Printed] = field(default_factory=list)
    coded: list[tuple[str, str]] = field(default_factory=list)

    @property
    def html(self) -> str:
        """The card as HTML, escaped and without scripts."""
        return render("card.html", card=self)

    @property
    def text(self) -> str:
        """The card as plain text, in the same words."""
        return render("card.txt", card=self).strip()

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}
