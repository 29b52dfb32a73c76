"""The sentences of a notebook or a page, each with the rows that it cites and the outputs beside it."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode

from casebook.lookup import is_key
from prose.beside import Shown, is_shown, shown
from prose.reading import NUMBER

CITED = re.compile(r"\b(?:[ESC]\d{3}|[KF]\d{2}|s\d{2})\b")
CODE = re.compile(r"```.*?```|`[^`]*`|^    .*$", re.DOTALL | re.MULTILINE)
BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) |\|)")
ITEM = re.compile(r"- |\d+\. |\|")
SENTENCE = re.compile(r"(?:(?<=[.?])|(?<=[.?][)”\"*]))(?<!^\d\.)\s+(?!\()")
SHOWN_KEY = re.compile(r"cb\.show\(\"([^\"]+)\"\)")
RANGE = re.compile(rf"({CITED.pattern}) to ({CITED.pattern})")

# A plan of minutes; and the options of an exercise, which the reader is to weigh and the tests of exercises compute.
APART = re.compile(r"\*\*For instructors · \d+ minutes|\*\*\d+-minute cut|- \*\*[A-E]\*\* ")

# Numbers that speak of the page in hand and not of the crisis.
OF_THE_PAGE = re.compile(
    "|".join(
        (
            r"^#+ \d+ · |^\d+\. |^### Exercise: .*$",  # its headings and lists
            rf"\b(?:chapter|notebook|step)s? {NUMBER}(?:(?:, | and | to ){NUMBER})*",
            rf"{NUMBER}(?:-| )minutes?\b|\({NUMBER} min\b|{NUMBER} (?:of them )?(?:in class|at home)\b",
            # what it asks for: the length of a text, how many things to read or to give, a share
            rf"(?:{NUMBER} (?:to|or) )?{NUMBER} words\b",
            rf"\b(?:a list of|cite at least|hold|read|recode|take|write)(?: your| for these)? {NUMBER}\b",
            rf"\b{NUMBER} of E\d{{3}} that differ\b",
            r"\bfrom 0 to 1\b|\bline (?:of numbers|on the wall) from \d+ to \d+\b",
            # what it is made of, and what it points to there
            rf"{NUMBER} (?:of the |of these |other )?(?:cards|clauses|columns|differences|dots|lines|pairs|questions"
            r"|quotation marks|readouts|rooms|strips|traps)\b|\b(?:first|last|next) two\b|\btwo of these words\b",
            r"\btwo (?:ends|equal figures|honest note-takers|names|places|points|sentences|sides|tables|witnesses)\b",
            # the marks and the gains of a model
            r"\b(?:a|gains|loses) 1\b|\b1 −",
            # what it is about: these numbers belong to the names, and another number would be another crisis
            r"\btwo (?:capitals|countries|governments|provinces|sites|states|strikes)\b|\bbetween the two\b",
            r"\bthirteen days\b",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a notebook, and what can carry its figures.

    Attributes
    ----------
    cell : int
        The cell it stands in, counted from 1.
    text : str
        As it is written, in Markdown.
    rows : tuple of str
        The rows that it cites, or else those that its paragraph cites.
    beside : tuple of Shown
        The output above it, and the one below where it leads to it.
    items : int
        How many items the list has that begins after it.
    """

    cell: int
    text: str
    rows: tuple[str, ...] = ()
    beside: tuple[Shown, ...] = ()
    items: int = 0

    @property
    def words(self) -> str:
        """The text without code, emphasis and the numbers of the page."""
        return OF_THE_PAGE.sub("·", CODE.sub("·", self.text)).replace("*", "")


def sentences(notebook: NotebookNode) -> Iterator[Sentence]:
    """The sentences of a notebook. What is shown below a cell belongs to its headings and its last paragraph."""
    above = Shown()
    for number, cell in enumerate(notebook.cells, 1):
        if cell.cell_type == "code":
            above = shown(cell) if is_shown(cell) else above
            continue
        code = next((each for each in notebook.cells[number:] if each.cell_type == "code"), None)
        below = shown(code) if code and is_shown(code) else Shown()
        blocks = [block for block in BLOCK.split(cell.source) if not APART.match(block)]
        opened = False
        for at, block in enumerate(blocks):
            opened = opened or block.startswith("## ")
            nearby = cited(cell.source if block.startswith("#") else block)
            leads = opened or block.startswith("#") or block == blocks[-1]
            beside = (Shown() if opened else above, below if leads else Shown())
            for text in SENTENCE.split(block):
                yield Sentence(number, text, cited(text) or nearby, beside, _items(blocks[at + 1 :]))


def cited(text: str) -> tuple[str, ...]:
    """The rows that a text names, those between the ends of "K33 to K41" included.

    Examples
    --------
    >>> cited("Ten, says a deputy governor (C151, E092).")
    ('C151', 'E092')
    """
    keys = [*CITED.findall(text), *SHOWN_KEY.findall(text)]
    for first, last in RANGE.findall(text):
        keys += [f"{first[0]}{number:0{len(first) - 1}}" for number in range(int(first[1:]) + 1, int(last[1:]))]
    return tuple(key for key in dict.fromkeys(keys) if is_key(key))


def _items(blocks: list[str]) -> int:
    """How many items the list has that begins here; of a table, how many rows under its head."""
    listed = [*itertools.takewhile(ITEM.match, blocks)]
    return len(listed) - (2 if listed and listed[0].startswith("|") else 0)
