"""The words of the book: what each means here, which column holds it, whose rule it follows, where it first stands."""

import functools
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebook.folders import DATA, NOTEBOOKS
from casebook.markup import render

FILE = Path(__file__).with_suffix(".json")
# A word is explained where it stands in italics, in bold or as the name of a column.
MARKED = re.compile(r"\*\*?([^*\n]+)\*\*?|`([^`\n]+)`")
CODE = re.compile(r"```.*?```|^    .*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Place:
    """A cell of a notebook of the student edition, counted from 1."""

    notebook: str
    cell: int


@dataclass(frozen=True)
class Term:
    """A word of the book. Shows itself in a notebook; `html` and `text` hold the same words.

    Attributes
    ----------
    term : str
        The word, or the words.
    means : str
        What it means in this book.
    column : str
        The column of the tables that holds it, such as "casualties.reporter_id"; empty if none.
    follows : tuple of str
        The standards of the field that it is taken from, as the codebook and the datasheet name them.
    forms : tuple of str
        How it is written where it is explained, if not as the term.
    ordinary : bool
        Whether it is a word of everyday that the book also uses as everybody does.
    """

    term: str
    means: str
    column: str = ""
    follows: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    ordinary: bool = False

    @property
    def introduced(self) -> Place:
        """The first cell of the book in which the word is marked; the aims at the head of a notebook do not count."""
        return next(place for place, text in prose() if place.cell > 1 and self.is_marked_in(text))

    def is_marked_in(self, text: str) -> bool:
        """Whether it stands in a text in italics, in bold or as code."""
        marked = (italics or code for italics, code in MARKED.findall(CODE.sub("", text)) if code not in _tables())
        return any(map(self.is_in, marked))

    def is_in(self, text: str) -> bool:
        """Whether a text uses it."""
        forms = "|".join(map(re.escape, self.forms or (self.term,)))
        return re.search(rf"\b(?:{forms})s?\b", text, re.IGNORECASE) is not None

    @property
    def html(self) -> str:
        """The term as a card, escaped and without scripts."""
        return render("term.html", term=self)

    @property
    def text(self) -> str:
        """The term as plain text, in the same words."""
        return render("term.txt", term=self).strip()

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}


@functools.cache
def terms() -> dict[str, Term]:
    """Every term of the glossary under its name.

    Examples
    --------
    >>> terms()["reporter"].introduced.notebook
    '00-start-here'
    """
    given: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
    lists = ("follows", "forms")
    found = [Term(**each | {name: tuple(each[name]) for name in lists if name in each}) for each in given]
    return {each.term: each for each in found}


def term(word: object) -> Term | None:
    """The term that a word names, by its name or one of its forms, if there is one.

    Examples
    --------
    >>> term("Quad class").column
    'events.quad_class'
    """
    named = {name: each for each in terms().values() for name in (*each.forms, each.term)}
    return named.get(word.strip().lower()) if isinstance(word, str) else None


@functools.cache
def prose() -> tuple[tuple[Place, str], ...]:
    """The texts of the book in the order of reading, each with its place."""
    return tuple(
        (Place(path.stem, number), "".join(cell["source"]))
        for path in sorted(NOTEBOOKS.glob("*.ipynb"))
        for number, cell in enumerate(json.loads(path.read_text(encoding="utf-8"))["cells"], 1)
        if cell["cell_type"] == "markdown"
    )


@functools.cache
def _tables() -> frozenset[str]:
    """Names of tables: as code they name the table, and explain no word."""
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    return frozenset(each["name"] for each in package["resources"])


def page() -> str:
    """The glossary as a page of the site, in Markdown: the terms in the order of the alphabet."""
    return render("glossary.md", terms=sorted(terms().values(), key=lambda each: each.term))
