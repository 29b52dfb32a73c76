"""What people get wrong in coding the practice text: mistakes of reading, found in rows whose form is sound.

`data/practice/mistakes.json` lists them with their messages. They are looked for only in a folder whose text is the
practice text. Each names a table and the column to look at, and either the rows that show the mistake (`rows`), or a
row that must not be the only one of its kind (`only`), or rows that are lacking although others are there (`lacking`,
`beside`). A condition asks of a column a value, one of several, `{"not": value}`, `{"like": pattern}` or
`{"filled": true}`.
"""

import functools
import json
import re
from collections.abc import Callable, Iterator
from typing import NotRequired, TypeAlias, TypedDict

from casebook.folders import PRACTICE
from casebook.integrity.contents import Contents, Row
from casebook.integrity.rule import Finding, Rule

# What a condition asks of a cell: this value, one of these, or what `TESTS` tells apart by name.
Wanted: TypeAlias = str | list[str] | dict[str, str | bool]
Condition: TypeAlias = dict[str, Wanted]


class Mistake(TypedDict):
    """One known mistake, as the file lists it."""

    code: str
    table: str
    column: str
    message: str
    rows: NotRequired[Condition]
    only: NotRequired[Condition]
    lacking: NotRequired[Condition]
    beside: NotRequired[Condition]


TESTS: dict[str, Callable[[str, str | bool], bool]] = {
    "not": lambda cell, value: cell != value,
    "like": lambda cell, pattern: re.search(str(pattern), cell, re.IGNORECASE) is not None,
    "filled": lambda cell, wanted: bool(cell) is wanted,
}


@functools.cache
def _known() -> tuple[str, list[Rule]]:
    """The practice text, and a rule for each mistake that is known of it."""
    listed = json.loads((PRACTICE / "mistakes.json").read_text(encoding="utf-8"))
    return (PRACTICE / "practice.txt").read_bytes().decode("utf-8"), [_rule(each) for each in listed]


def rules(contents: Contents) -> list[Rule]:
    """A rule for each mistake that is known of the text of a folder; none for any other text."""
    text, known = _known()
    return known if contents.text == text else []


def _rule(mistake: Mistake) -> Rule:
    table, column, message = mistake["table"], mistake["column"], mistake["message"]

    def find(contents: Contents) -> Iterator[Finding]:
        for row in _shown(mistake, contents.rows(table)):
            yield row, column, message

    conditions: list[Condition] = [
        mistake.get("rows", {}),
        mistake.get("only", {}),
        mistake.get("lacking", {}),
        mistake.get("beside", {}),
    ]
    return Rule(mistake["code"], {table: sorted({column, *(name for each in conditions for name in each)})}, find)


def _shown(mistake: Mistake, rows: list[Row]) -> list[Row]:
    """The rows at which a mistake is told."""
    if "rows" in mistake:
        return _meeting(rows, mistake["rows"])
    if "only" in mistake:
        found = _meeting(rows, mistake["only"])
        return found if len(found) == 1 else []
    return [] if _meeting(rows, mistake["lacking"]) else _meeting(rows, mistake["beside"])[:1]


def _meeting(rows: list[Row], condition: Condition) -> list[Row]:
    return [row for row in rows if all(_holds(row[column], wanted) for column, wanted in condition.items())]


def _holds(cell: str, wanted: Wanted) -> bool:
    if isinstance(wanted, dict):
        return all(TESTS[name](cell, value) for name, value in wanted.items())
    return cell in wanted if isinstance(wanted, list) else cell == wanted
