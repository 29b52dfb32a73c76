"""Figures: every figure and date in prose is in a row that its paragraph cites, or in the output beside it."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode

from casebook.datapackage import table
from casebook.lookup import evidence_of, find, is_key
from rules.beside import Shown, is_shown, shown
from rules.pair import Pair
from rules.reading import NUMBER, Day, Figure, Value, figures, is_among, values
from rules.wording import CITED

CODE = re.compile(r"```.*?```|`[^`]*`|^    .*$", re.DOTALL | re.MULTILINE)
BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) |\|)")
ITEM = re.compile(r"- |\d+\. |\|")
SENTENCE = re.compile(r"(?:(?<=[.?])|(?<=[.?][)”\"*]))(?<!^\d\.)\s+(?!\()")
SHOWN_KEY = re.compile(r"cb\.show\(\"([^\"]+)\"\)")
PARENTHESES = re.compile(r"\([^()]*\)")
RANGE = re.compile(rf"({CITED.pattern}) to ({CITED.pattern})")
TOGETHER = re.compile(rf"{CITED.pattern}(?:(?:, and |, | and | to ){CITED.pattern})*")
DEFINITE = re.compile(r"\b(?:the|these|those|its|our|all|other)(?: \w+)? $", re.IGNORECASE)

# A plan of minutes; and the options of an exercise, which the reader is to weigh and the tests of exercises compute.
APART = re.compile(r"\*\*For instructors · \d+ minutes|\*\*\d+-minute cut|- \*\*[A-E]\*\* ")

# Numbers that speak of the page in hand and not of the crisis.
OF_THE_PAGE = re.compile(
    "|".join(
        (
            r"^#+ \d+ · |^\d+\. ",  # its headings and lists
            rf"\b(?:chapter|notebook|step)s? {NUMBER}(?:(?:, | and | to ){NUMBER})*",
            rf"{NUMBER}(?:-| )minutes?\b|\({NUMBER} min\b|{NUMBER} (?:of them )?(?:in class|at home)\b",
            # what it asks for: the length of a text, how many things to give, a share
            rf"(?:{NUMBER} (?:to|or) )?{NUMBER} words\b",
            rf"\b(?:a list of|cite at least) {NUMBER}\b|\bwrite {NUMBER} sentences\b",
            r"\bfrom 0 to 1\b|\bline (?:of numbers|on the wall) from \d+ to \d+\b",
            # what it is made of
            rf"{NUMBER} (?:of the |of these |other )?(?:cards|columns|dots|lines|pairs|quotation marks|strips)\b",
            # what it is about: these numbers belong to the names, and another number would be another crisis
            r"\btwo (?:capitals|countries|governments|provinces|states|strikes)\b|\bthirteen days\b",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)
# What a number before one of these words counts: the rows of a table.
ROWS_OF = {
    "casualties": "reports",
    "claims": "claims",
    "events": "events",
    "evidence": "documents|pages|sources",
    "passages": "passages|sentences",
    "statements": "statements",
}


@dataclass(frozen=True)
class Sentence:
    """A sentence of a notebook, and what can carry its figures: the nearest rows, what is shown beside it, a list."""

    cell: int
    text: str
    rows: tuple[str, ...]
    beside: tuple[Shown, ...]
    items: int

    @property
    def words(self) -> str:
        """The text without code, emphasis and the numbers of the page."""
        return OF_THE_PAGE.sub("·", CODE.sub("·", self.text)).replace("*", "")

    def carried(self, figure: Figure) -> set[Value]:
        """What this figure can rest on; a date in a sentence that cites rows, on these alone."""
        if isinstance(figure.value, Day) and (nearest := self._nearest(figure)):
            return set().union(*map(_of_row, nearest))
        groups = [*(_cited(group[0]) for group in TOGETHER.finditer(self.text)), _cited(self.text)]
        sizes = {float(self.items), *(float(len(keys)) for keys in groups)}
        beside = [each.carries(self.words) for each in self.beside]
        return sizes.union(_counted(self.words[figure.end :], self.rows), *map(_of_row, self.rows), *beside)

    def _nearest(self, figure: Figure) -> tuple[str, ...]:
        """The rows in the next parentheses that cite any, or else all that the sentence cites."""
        following = map(_cited, PARENTHESES.findall(self.words[figure.end :]))
        return next(filter(None, following), _cited(self.text))


def figures_have_rows(pair: Pair) -> list[str]:
    """Each figure and date stands in a cell of a cited row or in the output beside it, or is the size of either."""
    return [
        f"cell {sentence.cell}: “{sentence.words[figure.start : figure.end]}” in "
        f"“{sentence.words[max(figure.start - 40, 0) : figure.end + 30]}”"
        for sentence, figure, carried in held(pair.instructor)
        if not is_among(figure.value, carried)
    ]


def held(notebook: NotebookNode) -> Iterator[tuple[Sentence, Figure, set[Value]]]:
    """Every figure that the rule holds, and what it can rest on; "the seven" can rest on a seven of the same step."""
    said: set[Value] = set()
    for sentence in sentences(notebook):
        said = set() if sentence.text.startswith("## ") else said
        for figure in figures(sentence.words):
            again = said if DEFINITE.search(sentence.words[: figure.start]) else set()
            yield sentence, figure, sentence.carried(figure) | again
            said.add(figure.value)


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
        for at, block in enumerate(blocks):
            heading = block.startswith("#")
            beside = (above, below) if heading or block == blocks[-1] else (above,)
            around = _cited(cell.source if heading else block)
            for text in SENTENCE.split(block):
                yield Sentence(number, text, _cited(text) or around, beside, _items(blocks[at + 1 :]))


def _items(blocks: list[str]) -> int:
    """How many items the list has that begins here; of a table, how many rows under its head."""
    listed = [*itertools.takewhile(ITEM.match, blocks)]
    return len(listed) - (2 if listed and listed[0].startswith("|") else 0)


def _cited(text: str) -> tuple[str, ...]:
    """The rows that a text names, those between the ends of "K33 to K41" included."""
    keys = [*CITED.findall(text), *SHOWN_KEY.findall(text)]
    for first, last in RANGE.findall(text):
        keys += [f"{first[0]}{number:0{len(first) - 1}}" for number in range(int(first[1:]) + 1, int(last[1:]))]
    return tuple(key for key in dict.fromkeys(keys) if is_key(key))


def _of_row(key: str) -> set[Value]:
    """The figures in the cells of a row and in the dates of its event; the place of a passage in its text is none."""
    row = find(key)[1].drop(["paragraph", "start", "end"], errors="ignore").dropna()
    event = find(row["event_id"])[1] if "event_id" in row else row
    cells = [*row, *event.reindex(["date", "date_end"]).dropna()]
    return {value for cell in cells for value in values(str(cell))}


def _counted(after: str, cited: tuple[str, ...]) -> set[Value]:
    """If the words after a number are those of a table, as in "60 claims": how many rows it has, or has of a row."""
    name = next((name for name, nouns in ROWS_OF.items() if re.match(rf" (?:{nouns})\b", after)), None)
    if name is None:
        return set()
    if name == "evidence":
        links = [evidence_of(find(key)[0], key)["relation"].astype(str) for key in cited]
        return {float(count) for each in links for count in (len(each), *each.value_counts())}
    rows = table(name)
    of_event = rows["event_id"].value_counts() if "event_id" in rows else {}
    return {float(len(rows)), *(float(of_event.get(key, 0)) for key in cited)}


RULES = [figures_have_rows]
