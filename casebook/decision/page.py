"""A page of the room as a notebook shows it: blocks of words and points, as HTML and as the same words in text."""

from dataclasses import dataclass, field

from casebook.kept import Data
from casebook.markup import pieces, render


@dataclass(frozen=True)
class Point:
    """One line of a list: a label in bold, words, and a remark in small print; each may be empty."""

    label: str = ""
    words: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Block:
    """A part of a page under a head; `inner` parts stand below it, a `folded` one opens on demand."""

    head: str
    words: str = ""
    points: tuple[Point, ...] = ()
    inner: tuple["Block", ...] = ()
    folded: bool = False


@dataclass(frozen=True, repr=False)
class Page:
    """A page. Shows itself in a notebook; `text` holds the same words as `html`.

    Attributes
    ----------
    title : str
        What stands above it.
    lead : tuple of str
        Its first paragraphs; what stands between backticks is code.
    blocks : tuple of Block
        Its parts.
    """

    title: str
    lead: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = field(default=())

    @property
    def html(self) -> str:
        """The page as HTML, escaped and without scripts."""
        return render("room.html", page=self, pieces=pieces)

    @property
    def text(self) -> str:
        """The page as plain text."""
        return render("room.txt", page=self).strip()

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Data:
        return {"text/html": self.html, "text/plain": self.text}
