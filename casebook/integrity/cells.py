"""Each cell against the column that the descriptor declares: frictionless reads it, the plain words are ours."""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches

from frictionless import Field

from casebook import declared
from casebook.integrity.contents import Table
from casebook.integrity.fault import Fault

RULES = ("type", "required", "enum", "minimum", "maximum", "minLength", "maxLength", "pattern", "whitespace")
# Python and frictionless also take 1_000, 2024-1-5 and digits of other scripts: one way of writing is enough.
WRITTEN = {
    "integer": (re.compile(r"-?[0-9]{1,15}"), "a whole number"),
    "number": (re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?"), "a number with a decimal point"),
    "date": (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "a day of the calendar, written YYYY-MM-DD"),
}
# A joiner shapes letters of Persian and Urdu: it is spelling, not slip.
JOINERS = "\u200c\u200d"
# Words that are somebody's are kept as they stand there.
AS_IT_STANDS = {("passages", "text"), ("statements", "quote")}


def faults(table: Table) -> Iterator[Fault]:
    """What is wrong with the cells of a table, column by column; rows with a fault are sound no longer."""
    broken = set()
    for column in table.schema["fields"]:
        name, judge = column["name"], _judge(column, (table.name, column["name"]) in AS_IT_STANDS)
        for row in table.sound:
            if objection := judge(row[name]):
                broken.add(row.line)
                yield Fault(row.file, row.line, name, row[name], *objection)
    table.sound = [row for row in table.sound if row.line not in broken]


def _judge(column: declared.Field, as_it_stands: bool) -> Callable[[str], tuple[str, str] | None]:
    reader = Field.from_descriptor({**column}).create_cell_reader()
    written, kind = WRITTEN.get(column["type"], (None, "text"))

    @functools.cache
    def judge(cell: str) -> tuple[str, str] | None:
        if not as_it_stands and (stray := _stray(cell)):
            return "whitespace", stray
        _, notes = reader(cell)
        if (notes and "type" in notes) or (cell and written and not written.fullmatch(cell)):
            return "type", f"must be {kind}"
        return next(((name, _plain(name, column, cell)) for name in notes or ()), None)

    return judge


def _stray(cell: str) -> str:
    """What stands in a cell that nobody sees; empty if nothing does."""
    if cell.isascii() and cell.isprintable() and "  " not in cell and cell == cell.strip():
        return ""
    if cell != cell.strip():
        return "a blank or line break stands before or after the words"
    if "  " in cell:
        return "two blanks stand side by side"
    for sign in cell:
        if sign != " " and sign not in JOINERS and unicodedata.category(sign) in {"Cc", "Cf", "Zs", "Zl", "Zp", "Cn"}:
            return f"a sign that cannot be seen (U+{ord(sign):04X}) stands in the cell"
    return ""


def _plain(constraint: str, column: declared.Field, cell: str) -> str:
    asked = column["constraints"]
    if constraint == "required":
        return "must not be blank"
    if constraint == "enum":
        near = get_close_matches(cell, asked["enum"], n=1)
        return f"must be one of {', '.join(asked['enum'])}" + (f"; nearest: {near[0]}" if near else "")
    if constraint == "pattern":
        limit = asked["pattern"]
        return f"must be written like {column['example']} ({limit})" if "example" in column else f"must fit {limit}"
    limits: Mapping[str, object] = asked
    words = {
        "minimum": "must not be less than {}",
        "maximum": "must not be more than {}",
        "minLength": "must not be shorter than {} characters",
        "maxLength": "must not be longer than {} characters",
    }
    return words[constraint].format(limits[constraint])
