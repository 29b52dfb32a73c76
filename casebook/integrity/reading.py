"""From bytes to rows: encoding, line ends, quotation marks, header, number of cells. No file can stop the check."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from casebook.integrity.contents import Row, Table
from casebook.integrity.fault import Fault

RULES = ("file", "encoding", "byte-order-mark", "line-ends", "quotation", "header", "empty-line", "cell-count")
PLAIN = {
    "unexpected end of data": "a quotation mark opens a cell here and is never closed",
    "expected after": "a quotation mark inside a cell must be doubled, and the whole cell stand in quotation marks",
    "field larger": f"a cell has more than {csv.field_size_limit():,} characters: is a quotation mark never closed?",
}


class UnreadableError(ValueError):
    """A file that cannot be turned into rows; carries the fault that says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def text_of(path: Path, file: str, faults: list[Fault]) -> str:
    """The text of a file with plain line ends; what is wrong with its bytes goes to `faults`."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        words = f"the file cannot be read: {error.strerror}"
        raise UnreadableError(Fault(file, 1, "", "", "file", words)) from None
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        words = "the file begins with a byte order mark: save it as UTF-8 without one"
        faults.append(Fault(file, 1, "", "", "byte-order-mark", words))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line, around = raw.count(b"\n", 0, error.start) + 1, raw[max(error.start - 10, 0) : error.end + 10]
        words = "not UTF-8 here, so the file is not read further: save it as UTF-8"
        fault = Fault(file, line, "", around.decode("utf-8", "backslashreplace"), "encoding", words)
        raise UnreadableError(fault) from None
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        words = "from this line on lines do not end with LF alone: save the file with Unix line ends"
        faults.append(Fault(file, line, "", "", "line-ends", words))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def records(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Each record of a CSV text with the line on which it begins."""
    reader = csv.reader(io.StringIO(text, newline="\n"), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        words = next((plain for technical, plain in PLAIN.items() if technical in str(error)), str(error))
        raise UnreadableError(Fault(file, line, "", "", "quotation", f"{words}; the rows are not judged")) from None


def header_faults(header: list[str], declared: list[str], file: str) -> list[Fault]:
    """What keeps a header from being the one that the descriptor declares; empty if it is."""
    if header == declared:
        return []
    counted = Counter(header)
    twice = [(name, "this column is there twice") for name, times in counted.items() if times > 1]
    strange = [(name, "the descriptor declares no such column") for name in counted if name not in declared]
    absent = [name for name in declared if name not in counted]
    found = [_misnamed(extra or ("", ""), lacking or "") for extra, lacking in zip_longest(twice + strange, absent)]
    if not found:
        first = next(pair for pair in zip(declared, header, strict=True) if pair[0] != pair[1])
        found = [(first[1], f"the columns are not in the declared order: {first[0]} belongs here")]
    return [Fault(file, 1, name, name, "header", f"{words}; the rows are not read") for name, words in found]


def _misnamed(extra: tuple[str, str], lacking: str) -> tuple[str, str]:
    """A column too many and a column too few are most likely one slip: a name that was changed."""
    name, words = extra
    if not words:
        return lacking, "the header lacks this column"
    return name, f"{words}, and {lacking} is lacking (is this it?)" if lacking else words


def read(path: Path, table: Table, faults: list[Fault]) -> bool:
    """Fill a table from its file; what is wrong goes to `faults`. False if its rows are not to be judged."""
    try:
        text = text_of(path, table.file, faults)
        if text and not text.endswith("\n"):
            words = "the last line does not end: put a line end after it"
            faults.append(Fault(table.file, text.count("\n") + 1, "", "", "line-ends", words))
        rows = records(text, table.file)
        header = next((cells for _, cells in rows), [])
        if wrong := header_faults(header, table.columns, table.file):
            faults.extend(wrong if header else [Fault(table.file, 1, "", "", "header", "the file is empty")])
            return False
        for line, cells in rows:
            row = Row(
                table.file, line, dict.fromkeys(table.columns, "") | dict(zip(table.columns, cells, strict=False))
            )
            if not cells:
                faults.append(Fault(table.file, line, "", "", "empty-line", "the line is empty"))
            elif len(cells) != len(header):
                table.rows.append(row)
                faults.append(_uneven(row, cells, header))
            else:
                table.rows.append(row)
                table.sound.append(row)
    except UnreadableError as error:
        faults.append(error.fault)
        return False
    return True


def _uneven(row: Row, cells: list[str], header: list[str]) -> Fault:
    words = f"{len(cells)} cells, where the header has {len(header)}"
    if len(cells) > len(header):
        return Fault(row.file, row.line, header[-1], cells[len(header)], "cell-count", f"{words}: is a comma unquoted?")
    return Fault(row.file, row.line, header[len(cells)], "", "cell-count", f"{words}: is a comma missing?")
