"""What a release held: a row that was released, and may have been cited, is not changed in silence.

The other rules judge what rows say beside each other. This one judges nothing of what they say: it finds a cell that
is not as the last release had it, and asks for the line of `corrected` in the descriptor that tells so. The record has
a short digest of each cell, so that it says which one changed, and never what stood there.
"""

import functools
import json
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TypedDict

from jsonschema import Draft202012Validator

from casebook.declared import Correction
from casebook.integrity.contents import Contents, Row, Table
from casebook.integrity.fault import shortened
from casebook.integrity.rule import Finding, rule

FILE = "released.json"
# Hexadecimal digits for a cell: another text has the same ones once in 65,536 times.
DIGITS = 4


class Held(TypedDict):
    """A table as it was released: its columns without the key, and the digests of each row in that order."""

    columns: list[str]
    rows: dict[str, str]


class Record(TypedDict):
    """The tables of a release."""

    version: str
    tables: dict[str, Held]


def digest(cell: str) -> str:
    """A few digits that another text would hardly have.

    Examples
    --------
    >>> digest("9"), digest("10"), digest("")
    ('4a4d', '6cd2', 'b1fe')
    """
    return blake2b(cell.encode("utf-8"), digest_size=DIGITS // 2).hexdigest()


def key_of(table: Table, row: Row) -> str:
    """The key of a row in one word."""
    return "|".join(table.key_of(row))


def record_of(contents: Contents) -> Record:
    """What these tables hold."""
    tables = {}
    for name, table in contents.tables.items():
        columns = [column for column in table.columns if column not in table.key]
        rows = {key_of(table, row): "".join(digest(row[column]) for column in columns) for row in table.rows}
        tables[name] = Held(columns=columns, rows=rows)
    return Record(version=contents.descriptor["version"], tables=tables)


@functools.cache
def _asked() -> Draft202012Validator:
    profile = Path(__file__).with_name("released_profile.json")
    return Draft202012Validator(json.loads(profile.read_text(encoding="utf-8")))


def read(text: str) -> Record | str:
    """The record of a release, or what is wrong with it."""
    try:
        record: Record = json.loads(text)
    except (ValueError, RecursionError) as error:
        return f"not JSON: {getattr(error, 'msg', error)}"
    if wrong := next(_asked().iter_errors(record), None):
        return shortened(wrong.message)
    for name, held in record["tables"].items():
        short = [key for key, digits in held["rows"].items() if len(digits) != DIGITS * len(held["columns"])]
        if short:
            return f"{name}, {short[0]}: a row has {DIGITS} digits for each of its columns"
    return record


def number(version: str) -> tuple[int, ...]:
    """A version as what can be compared.

    Examples
    --------
    >>> number("1.10.0") > number("1.9.0")
    True
    """
    return tuple(map(int, version.split(".")))


@rule("released")
def released(contents: Contents) -> Iterator[Finding]:
    """A row is as the last release had it, or `corrected` or `retired` in the descriptor say what became of it."""
    if FILE not in contents.papers:
        return
    record = read(contents.papers[FILE])
    if isinstance(record, str):
        yield Row(FILE, 1, {"": ""}), "", record
        return
    version = record["version"]
    resources = {resource["name"]: resource for resource in contents.descriptor["resources"]}
    retired = {key for resource in resources.values() for key in resource.get("retired", [])}
    for name, held in record["tables"].items():
        if name not in contents.tables:
            yield (
                Row(FILE, 1, {name: ""}),
                name,
                f"version {version} has this table: only a new major version is without",
            )
            continue
        table = contents.tables[name]
        told = sorted(resources[name].get("corrected", []), key=lambda each: number(each["version"]))
        since = [each for each in told if number(each["version"]) > number(version)]
        yield from _misdirected(table, held, told, retired)
        yield from _gone(table, held, retired | {each["row"] for each in since}, version)
        yield from _changed(table, held, since, version)


def _misdirected(table: Table, held: Held, told: list[Correction], retired: set[str]) -> Iterator[Finding]:
    """Corrections of a row or column that is nowhere."""
    rows, key = {*held["rows"], *(key_of(table, row) for row in table.rows), *retired}, table.key[0]
    for each in told:
        if each["row"] not in rows or each["column"] not in {*held["columns"], *table.columns}:
            yield (
                Row(table.file, 1, {key: each["row"]}),
                key,
                f"`corrected` tells of its {each['column']}: there is none",
            )


def _gone(table: Table, held: Held, told: set[str], version: str) -> Iterator[Finding]:
    """Columns and rows of the release that are not there, and of which nothing tells."""
    for column in held["columns"]:
        if column not in table.columns:
            yield Row(table.file, 1, {column: ""}), column, f"version {version} has this column"
    there, key = {key_of(table, row) for row in table.rows}, table.key[0]
    for gone in sorted(held["rows"].keys() - there):
        if not told & {gone, *gone.split("|")}:
            words = f"version {version} has this row: put it back, or name its id in `retired`"
            yield Row(table.file, 1, {key: gone}), key, words


def _changed(table: Table, held: Held, since: list[Correction], version: str) -> Iterator[Finding]:
    """Cells that are not as released and of which no correction tells what stood there, and those that are, told of."""
    first = {(each["row"], each["column"]): each["was"] for each in reversed(since)}
    last = {(each["row"], each["column"]): each["was"] for each in since}
    columns = [(column, DIGITS * place) for place, column in enumerate(held["columns"]) if column in table.columns]
    for row in table.rows:
        digits = held["rows"].get(key := key_of(table, row), "")
        for column, start in columns if digits else ():
            here, was = (key, column), digits[start : start + DIGITS]
            if last.get(here) == row[column]:
                yield row, column, "`corrected` says that this stood here before: then nothing was corrected"
            elif digest(first.get(here, row[column])) != was:
                wanted = "and `corrected` says what it was" if here in first else "undo it, or tell it in `corrected`"
                yield row, column, f"version {version} has something else here: {wanted}"


RULES = [released]
