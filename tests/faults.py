"""Planted faults: one slip each in a copy of the real data, and what the check must say about it.

`planted_faults.json` has the slips of cells (`row` is how the line begins, `cells` the new words) and of the file as it
is written (`old` becomes `new`); slips of whole rows and of bytes are below. `column` is where the fault is told, the
first changed cell if it is not named.
"""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from casebook.folders import DATA


@dataclass(frozen=True)
class Planted:
    """A slip, and where and how it is to be told."""

    what: str
    plant: Callable[[Path], None]
    told: tuple[str, int, str, str, str]


def text(file: str) -> str:
    return (DATA / file).read_text(encoding="utf-8")


def save(path: Path, words: str) -> None:
    path.write_text(words, encoding="utf-8", newline="")


def rows(words: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(words, newline="")))


def written(table: list[list[str]]) -> str:
    """A table as the casebook writes it."""
    words = io.StringIO(newline="")
    csv.writer(words, lineterminator="\n").writerows(table)
    return words.getvalue()


def in_cells(slip: dict) -> Planted:
    """Other words in cells of one row."""
    header, *table = rows(text(slip["file"]))
    line = next(number for number, row in enumerate(table, 2) if ",".join(row).startswith(slip["row"]))
    changed = dict(zip(header, table[line - 2], strict=True)) | slip["cells"]
    table[line - 2] = list(changed.values())
    column = slip.get("column", next(iter(slip["cells"])))
    told = (slip["file"], line, column, changed[column], slip["rule"])
    return Planted(slip["what"], lambda folder: save(folder / slip["file"], written([header, *table])), told)


def in_words(slip: dict) -> Planted:
    """Other words where `old` stands first; a line break before them belongs to the line above."""
    before, after = text(slip["file"]).split(slip["old"], 1)
    line = before.count("\n") + 1 + slip["old"].startswith("\n")
    told = (slip["file"], slip.get("line", line), slip["column"], slip["value"], slip["rule"])
    return Planted(slip["what"], lambda folder: save(folder / slip["file"], before + slip["new"] + after), told)


def in_rows(what: str, file: str, change: Callable[[list], None], *told: object) -> Planted:
    """Other rows, or the same in another order."""
    table = rows(text(file))
    change(table)
    return Planted(what, lambda folder: save(folder / file, written(table)), told)


def in_bytes(what: str, change: Callable[[bytes], bytes], line: int, value: str, rule: str) -> Planted:
    """Other bytes in the casualty reports."""
    file = "casualties.csv"
    told = (file, line, "", value, rule)
    return Planted(what, lambda folder: (folder / file).write_bytes(change((DATA / file).read_bytes())), told)


SLIPS = json.loads(Path(__file__).with_name("planted_faults.json").read_text(encoding="utf-8"))
LINE_OF_C138 = text("casualties.csv").split("\nC138,")[0].count("\n") + 2
FIRST_OF_F03 = text("evidence.csv").split("\nfacts,F03,")[0].count("\n") + 2
LAST = text("casualties.csv").count("\n")
PLANTED = [
    in_bytes("an empty file", lambda _: b"", 1, "", "header"),
    in_bytes("a byte order mark", lambda raw: b"\xef\xbb\xbf" + raw, 1, "", "byte-order-mark"),
    in_bytes(
        "another encoding", lambda raw: raw.replace(b"guards", b"\xe9", 1), 2, r"ed,border \xe9,security_", "encoding"
    ),
    in_bytes("Windows line ends", lambda raw: raw.replace(b"\n", b"\r\n"), 1, "", "line-ends"),
    in_bytes("a last line that does not end", lambda raw: raw.rstrip(b"\n"), LAST, "", "line-ends"),
    Planted("a missing file", lambda folder: (folder / "names.csv").unlink(), ("names.csv", 1, "", "", "file")),
    in_rows(
        "a row that is there twice",
        "casualties.csv",
        lambda table: table.insert(2, table[1]),
        *("casualties.csv", 3, "report_id", "C001", "unique-key"),
    ),
    in_rows(
        "rows out of order",
        "casualties.csv",
        lambda table: table.insert(1, table.pop(2)),
        *("casualties.csv", 3, "report_id", "C001", "sorted"),
    ),
    in_rows(
        "a fact without evidence",
        "evidence.csv",
        lambda table: table.remove(next(row for row in table if row[:2] == ["facts", "F10"])),
        *("facts.csv", 11, "fact_id", "F10", "evidence-missing"),
    ),
    in_rows(
        "a fact whose two documents only mention it",
        "evidence.csv",
        lambda table: [row.__setitem__(4, "mentions") for row in table if row[:2] == ["facts", "F03"]],
        *("evidence.csv", FIRST_OF_F03, "relation", "mentions", "evidence-support"),
    ),
    Planted(
        "a retired id",
        lambda folder: save(folder / "datapackage.json", text("datapackage.json").replace('"C139"', '"C138"')),
        ("casualties.csv", LINE_OF_C138, "report_id", "C138", "retired-id"),
    ),
    *(in_cells(slip) if "cells" in slip else in_words(slip) for slip in SLIPS),
]
