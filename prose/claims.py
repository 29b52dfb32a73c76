"""Every sentence of the book that claims something about the crisis, and what it rests on."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import nbformat

from casebook.datapackage import table
from casebook.folders import NOTEBOOKS
from prose.reading import figures
from prose.resting import resting
from prose.sentences import CODE, Sentence, cited

STEP = re.compile(r"^## (.+)$", re.MULTILINE)
MARKS = re.compile(r"[*`]|^(?:- |\d+\. )")
# A question claims nothing, and a heading announces.
ASKS = re.compile(r"\?[”\")*]*$|^#|^\|")
SHORTEST = 3

CITES = "cites its rows"
NEARBY = "rests on the rows of its paragraph"
SHOWN = "rests on what stands beside it"
BARE = "names somebody or some place, and cites nothing"


@dataclass(frozen=True)
class Claim:
    """A sentence that cites rows, gives a figure, or names an actor or a place of the tables.

    Attributes
    ----------
    notebook : str
        The notebook of the student edition.
    step : str
        The heading of the step; empty before the first.
    cell : int
        The cell, counted from 1.
    text : str
        The sentence without its marks.
    rows : tuple of str
        The rows that it cites, or else its paragraph.
    on : tuple of str
        What its figures rest on besides rows: an output, a table, a list.
    standing : str
        How it stands to the tables, in words.
    """

    notebook: str
    step: str
    cell: int
    text: str
    rows: tuple[str, ...]
    on: tuple[str, ...]
    standing: str


@functools.cache
def claims() -> tuple[Claim, ...]:
    """Every claim of the student edition, in the order of reading.

    Examples
    --------
    >>> [each.rows for each in claims() if each.text.startswith("C138, an alert service")]
    [('C138',)]
    """
    return tuple(each for path in sorted(NOTEBOOKS.glob("*.ipynb")) for each in _in(path.stem))


def _in(notebook: str) -> Iterator[Claim]:
    step = ""
    for sentence, found in resting(nbformat.read(NOTEBOOKS / f"{notebook}.ipynb", as_version=4)):
        heading = STEP.match(sentence.text)
        step = heading[1] if heading else step
        if ASKS.search(sentence.text.strip()):
            continue
        on = tuple(
            dict.fromkeys(rest.on for _, carrying in found for rest in carrying[:1] if rest.on not in sentence.rows)
        )
        standing = _standing(sentence, on)
        if standing:
            yield Claim(notebook, step, sentence.cell, _bare(sentence.text), sentence.rows, on, standing)


def _standing(sentence: Sentence, on: tuple[str, ...]) -> str:
    """How a sentence stands to the tables; empty where it claims nothing of them."""
    named = _names().findall(CODE.sub("", sentence.text))
    if cited(sentence.text):
        return CITES
    if not named and not [*figures(sentence.words)]:
        return ""
    if sentence.rows:
        return NEARBY
    beside = " ".join(" ".join((each.text, *(cell for row in each.rows for cell in row))) for each in sentence.beside)
    return SHOWN if on or any(name.lower() in beside.lower() for name in named) else BARE


@functools.cache
def _names() -> re.Pattern[str]:
    """The names of actors and places in the tables."""
    names = {name for each in ("actors", "places") for name in table(each)["name"] if len(name) >= SHORTEST}
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


def _bare(text: str) -> str:
    return " ".join(MARKS.sub("", text).split())
