"""What a reader sees beside a paragraph: the output above it, or the one below, and how large it is."""

import html
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode

from casebook.editions.cells import check_calls, solutions
from casebook.lookup import find, is_key
from prose.nouns import Counted, plain, said
from prose.reading import Value, values

ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<(t[hd])[^>]*>(.*?)</t[hd]>", re.DOTALL)
NUMERAL = re.compile(r"-?\d+(?:\.\d+)?")
LETTERS = re.compile(r"[^\W\d_]{3}")
# An output with no more numbers than this is read as a whole.
FEW = 6


@dataclass(frozen=True)
class Shown:
    """An output as a reader sees it: its words, or the cells of its table under their heads, and the code above it."""

    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    heads: tuple[str, ...] = ()
    code: str = ""

    def carries(self, words: str, what: Counted, alone: bool = True) -> set[Value]:
        """The figures that are shown of what is counted, and the dates in the code.

        A number that is all of a cell is carried where the words name its row or its column, where it is a count of
        people and no rows are counted, and in one row with the other number of "five of seven". An output with few
        numbers is read as a whole.
        """
        if len(numbers := values(self.text)) <= FEW:
            carried = {*numbers}
        else:
            carried = set().union(*(said(line, what.words) for line in self.text.splitlines()))
        carried |= {value for value in values(self.code) if not isinstance(value, float)}
        few = sum(len(_numbers(row)) for row in self.rows) <= FEW
        for row in self.rows:
            together = _numbers(row)
            carried |= together if few or what.other in together else set()
            for head, cell in zip(self.heads, row, strict=False):
                if not NUMERAL.fullmatch(cell):
                    carried |= said(cell, what.words, alone)
                elif _names(words, head, *row) or (head.startswith("count_") and not what.table):
                    carried |= {float(cell)}
        return carried

    def sizes(self, words: str, what: Counted) -> set[Value]:
        """How many rows it has, and how many of one kind.

        Of one kind are the different cells in a column that is counted and the rows with a cell that the words name.
        A table that only counts has the sums of the rows and columns that they name as well.
        """
        return {float(size) for size in (len(self.rows), *self._parts(words, what), *self._sums(words))}

    def _parts(self, words: str, what: Counted) -> Iterator[int]:
        for head, *column in zip(self.heads, *self.rows, strict=False):
            yield len({*column}) if what.words & {*plain(head)} or _are_keys(column, what.table) else 0
        for cells in zip(*self.rows, strict=False):
            counts = Counter(cell.lower() for cell in cells)
            yield from (count for cell, count in counts.items() if LETTERS.search(cell) and cell in words.lower())

    def _sums(self, words: str) -> Iterator[int]:
        """Never of other tables, where it would be a sum of reports."""
        labels, counts = [row[0] for row in self.rows], [row[1:] for row in self.rows]
        if all(row and all(cell.isdigit() for cell in row) for row in counts):
            lines = zip([*labels, *self.heads[1:]], [*counts, *zip(*counts, strict=False)], strict=False)
            yield from (sum(map(int, line)) for label, line in lines if _names(words, label))


def _numbers(row: tuple[str, ...]) -> set[Value]:
    return {float(cell) for cell in row if NUMERAL.fullmatch(cell)}


def _are_keys(cells: list[str], table: str | None) -> bool:
    """Whether these are keys of rows of a table."""
    return table is not None and all(is_key(cell) and find(cell)[0] == table for cell in cells)


def _names(words: str, *cells: str) -> bool:
    """Whether the words of a sentence name what stands in one of these cells."""
    return bool({*plain(words)} & {word for cell in cells for word in plain(cell)})


def is_shown(cell: NotebookNode) -> bool:
    """Whether a cell shows an output to every reader, and not a student's answer or its verdict."""
    return bool(cell.get("outputs")) and not solutions(cell.source) and not check_calls(cell.source)


def shown(cell: NotebookNode) -> Shown:
    """What a code cell shows."""
    tables = [output for output in cell.outputs if "dataframe" in output.get("data", {}).get("text/html", "")]
    if tables:
        head, _, body = tables[0].data["text/html"].partition("<tbody>")
        rows = _cells(body)
        heads = [" ".join(each) for each in itertools.zip_longest(*_cells(head, all_of_it=True), fillvalue="")]
        return Shown("", rows, tuple(heads[-max(map(len, rows), default=0) or len(heads) :]), cell.source)
    lines = "".join(output.get("text", output.get("data", {}).get("text/plain", "")) for output in cell.outputs)
    printed = all(output.output_type == "stream" for output in cell.outputs)
    return Shown(lines, tuple((line,) for line in lines.splitlines() if printed), (), cell.source)


def _cells(markup: str, all_of_it: bool = False) -> tuple[tuple[str, ...], ...]:
    """The cells of each row of a table, without the numbers that pandas gives to rows."""
    rows = [CELL.findall(row) for row in ROW.findall(markup)]
    return tuple(
        tuple(html.unescape(text) for tag, text in row if all_of_it or tag == "td" or not text.isdigit())
        for row in rows
    )
