"""What a reader sees beside a paragraph: the output above it, or the one below, and how large it is."""

import html
import itertools
import re
from collections import Counter
from dataclasses import dataclass

from nbformat import NotebookNode

from casebook.editions.cells import check_calls, solutions
from rules.reading import Value, values

ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<(t[hd])[^>]*>(.*?)</t[hd]>", re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """An output as a reader sees it: its words, the cells of its table if it is one, and the code above it."""

    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    code: str = ""

    def carries(self, words: str) -> set[Value]:
        """The figures that are shown, the dates in the code, and the sizes.

        Sizes are how many rows, how many different cells in a column, how many rows with a cell that the words name,
        and the sums of a table that only counts.
        """
        columns = [[cell.lower() for cell in column] for column in itertools.zip_longest(*self.rows, fillvalue="")]
        sizes = [len(self.rows), *(len(set(column)) for column in columns), *self._sums()]
        for column in columns:
            sizes += [count for cell, count in Counter(column).items() if cell and cell in words.lower()]
        dates = {value for value in values(self.code) if not isinstance(value, float)}
        return values(self.text) | dates | {float(size) for size in sizes}

    def _sums(self) -> list[int]:
        """Sums of rows and columns of counts; never of other tables, where it would be a sum of reports."""
        counts = [row[1:] for row in self.rows]
        if not all(len(row) > 1 and all(cell.isdigit() for cell in row) for row in counts):
            return []
        return [sum(map(int, line)) for line in [*counts, *itertools.zip_longest(*counts, fillvalue=0)]]


def is_shown(cell: NotebookNode) -> bool:
    """Whether a cell shows an output to every reader, and not a student's answer or its verdict."""
    return bool(cell.get("outputs")) and not solutions(cell.source) and not check_calls(cell.source)


def shown(cell: NotebookNode) -> Shown:
    """What a code cell shows."""
    outputs = [output for output in cell.outputs if "dataframe" in output.get("data", {}).get("text/html", "")]
    if outputs:
        rows = _rows(outputs[0].data["text/html"])
        return Shown("\n".join(" | ".join(row) for row in rows), rows, cell.source)
    lines = "".join(output.get("text", output.get("data", {}).get("text/plain", "")) for output in cell.outputs)
    printed = all(output.output_type == "stream" for output in cell.outputs)
    return Shown(lines, tuple((line,) for line in lines.splitlines() if printed), cell.source)


def _rows(markup: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a table's body, without the numbers that pandas gives to rows."""
    body = markup.partition("<tbody>")[2]
    cells = [CELL.findall(row) for row in ROW.findall(body)]
    return tuple(tuple(html.unescape(text) for tag, text in row if tag == "td" or not text.isdigit()) for row in cells)
