"""Slips in the tables: one cell of one row, as a hand that codes might slip."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from mutants.mutant import Mutant, drawn

COUNTING = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
FIGURE = re.compile(rf"\b(\d{{1,2}}|{'|'.join(COUNTING)})\b")
WORD = re.compile(r"\w[\w'’-]{2,} ")
# From here on a cell is prose.
WORDS = 4
# Links that the descriptor cannot declare: another valid value is one from a row of the same kind.
SAME_KIND = {("evidence", "row_id"): "table"}

Slip = Callable[[str, list[str], Random], str]


def another_day(cell: str, _: list[str], random: Random) -> str:
    """A date by a day."""
    return (date.fromisoformat(cell) + timedelta(days=random.choice((-1, 1)))).isoformat()


def one_more_or_less(cell: str, _: list[str], random: Random) -> str:
    """A count, an offset, a number by one; none falls below zero."""
    return str(int(cell) + (1 if cell == "0" else random.choice((-1, 1))))


def moved_point(cell: str, _: list[str], random: Random) -> str:
    """A coordinate by half a degree."""
    places = len(cell.partition(".")[2])
    return f"{float(cell) + random.choice((-0.5, 0.5)):.{places}f}"


def another_value(cell: str, values: list[str], random: Random) -> str:
    """A code, a key or a short text for another that would be valid there."""
    return random.choice([value for value in values if value != cell] or [cell])


def another_figure(cell: str, _: list[str], random: Random) -> str:
    """A figure inside prose, in digits or in words, by one."""
    found = random.choice(list(FIGURE.finditer(cell)))
    return cell[: found.start()] + _one_more(found[0]) + cell[found.end() :]


def _one_more(said: str) -> str:
    if said.isdigit():
        return str(int(said) + 1).zfill(len(said))
    place = COUNTING.index(said)
    return COUNTING[place + 1 if place + 1 < len(COUNTING) else place - 1]


def word_left_out(cell: str, _: list[str], random: Random) -> str:
    """A word of prose that is not there."""
    found = random.choice(list(WORD.finditer(cell)))
    return cell[: found.start()] + cell[found.end() :]


def _slips(cell: str, field: dict, links: bool) -> Iterator[tuple[str, Slip]]:
    """The slips that fit a cell, each with the name of its operator."""
    typed = {"date": ("day", another_day), "integer": ("number", one_more_or_less), "number": ("point", moved_point)}
    if field["type"] in typed:
        yield typed[field["type"]]
    elif "enum" in field.get("constraints", {}):
        yield "code", another_value
    elif links:
        yield "link", another_value
    elif len(cell.split()) < WORDS:
        yield "short text", another_value
    else:
        if FIGURE.search(cell):
            yield "figure in prose", another_figure
        if WORD.search(cell):
            yield "word left out", word_left_out


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a table as text."""
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def written(rows: list[dict[str, str]]) -> str:
    """A table as the casebook writes it."""
    words = io.StringIO(newline="")
    table = csv.DictWriter(words, list(rows[0]), lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return words.getvalue()


def mutants(root: Path, each: int, seed: int) -> Iterator[Mutant]:
    """So many slips of each operator in each column of each table; a key that names its own row is left alone."""
    package = json.loads((root / "data/datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        rows = read(root / "data" / resource["path"])
        key = resource["schema"]["primaryKey"]
        links = {link["fields"][0]: link["reference"] for link in resource["schema"].get("foreignKeys", ())}
        for field in resource["schema"]["fields"]:
            if key != [field["name"]]:
                yield from _in_column(resource, rows, field, field["name"] in links, (each, seed))


def _in_column(resource: dict, rows: list[dict], field: dict, links: bool, size: tuple[int, int]) -> Iterator[Mutant]:
    table, column, key = resource["name"], field["name"], resource["schema"]["primaryKey"]
    possible: dict[str, list[tuple[int, Slip]]] = {}
    for number, row in enumerate(rows):
        for operator, slip in _slips(row[column], field, links) if row[column] else ():
            possible.setdefault(operator, []).append((number, slip))
    each, seed = size
    for operator, places in sorted(possible.items()):
        for number, slip in drawn(f"{seed}/{table}/{column}/{operator}", places, each):
            row, before = rows[number], rows[number][column]
            place = " ".join([*(row[name] for name in key if row[name]), column])
            values = field.get("constraints", {}).get("enum") or _values(rows, row, table, column)
            after = slip(before, values, Random(f"{seed}/{table}/{place}"))
            if after != before:
                changed = [*rows[:number], row | {column: after}, *rows[number + 1 :]]
                file = f"data/{resource['path']}"
                yield Mutant("data", file, table, place, operator, before, after, written(changed))


def _values(rows: list[dict], row: dict, table: str, column: str) -> list[str]:
    same = SAME_KIND.get((table, column))
    return sorted({each[column] for each in rows if each[column] and (not same or each[same] == row[same])})
