"""One row by the codebook: every cell is one that its column allows, or one sentence says which is not and what is."""

import math
import re
from collections.abc import Collection
from datetime import date
from difflib import get_close_matches
from numbers import Real

import pandas as pd

from casebook.declared import Field, Resource
from casebook.frames import TYPES
from casebook.language import joined, say
from casebook.own.files import OwnFolderError

NUMBERED = {"events": "E", "statements": "S", "casualties": "C", "claims": "K", "facts": "F", "passages": "s"}
FIRST = 901


def as_text(name: str, value: object) -> str:
    """A cell as a CSV file has it: blank for None and missing values, days as YYYY-MM-DD.

    Examples
    --------
    >>> as_text("count_low", 4.0), as_text("count_high", None)
    ('4', '')
    """
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Real) and not isinstance(value, bool):
        return str(math.trunc(value)) if math.isfinite(value) and value == math.trunc(value) else str(value)
    sentence = say("{column} takes one value, a text, a number or a day; you gave a {kind}.")
    raise OwnFolderError(sentence.format(column=name, kind=type(value).__name__))


def row(definition: Resource, cells: dict[str, object]) -> dict[str, str]:
    """The cells of one row as text, checked against their columns.

    Raises
    ------
    OwnFolderError
        If there is no such column, a value is not allowed in it, or a cell that is required is blank.
    """
    fields = {field["name"]: field for field in definition["schema"]["fields"]}
    for name in cells:
        if name not in fields:
            sentence = say("{table} has no column {column!r}.").format(table=definition["name"], column=name)
            raise OwnFolderError(joined(sentence, _nearest(name, fields)))
    found = {name: as_text(name, cells.get(name)) for name in fields}
    for name, cell in found.items():
        _allowed(fields[name], cell)
    required = [name for name, field in fields.items() if field.get("constraints", {}).get("required")]
    lacking = [name for name in required if not found[name]]
    if lacking:
        asks = " ".join(f"{name}: {fields[name]['description'].split('. ')[0].rstrip('.')}." for name in lacking[:2])
        sentence = say("{table} also needs {columns}. {asks}")
        raise OwnFolderError(sentence.format(table=definition["name"], columns=", ".join(lacking), asks=asks))
    return found


def _allowed(field: Field, cell: str) -> None:
    asked = field.get("constraints", {})
    fits, wanted, _ = TYPES[field["type"]]
    if not cell:
        return
    if "enum" in asked and cell not in asked["enum"]:
        sentence = say("{cell!r} is no code of {column}.").format(cell=cell, column=field["name"])
        # All of them: the code that is meant need not be spelled like what was given ("recall" is no call).
        raise OwnFolderError(joined(sentence, say("There are: {keys}.").format(keys=", ".join(asked["enum"]))))
    if not fits(cell):
        sentence = say("{column} is {wanted}; you gave {cell!r}.")
        raise OwnFolderError(sentence.format(column=field["name"], wanted=say(wanted), cell=cell))
    if "minimum" in asked and float(cell) < asked["minimum"]:
        sentence = say("{column} is {least} or more; you gave {cell}.")
        raise OwnFolderError(sentence.format(column=field["name"], least=asked["minimum"], cell=cell))
    if "maximum" in asked and float(cell) > asked["maximum"]:
        sentence = say("{column} is {most} or less; you gave {cell}.")
        raise OwnFolderError(sentence.format(column=field["name"], most=asked["maximum"], cell=cell))
    if "pattern" in asked and not re.fullmatch(asked["pattern"], cell):
        example = field.get("example", asked["pattern"])
        sentence = say("{column} is written like {example}; you gave {cell!r}.")
        raise OwnFolderError(sentence.format(column=field["name"], example=example, cell=cell))


def refers(definition: Resource, cells: dict[str, str], known: dict[str, set[str]]) -> None:
    """Say which cell names a row that is not there.

    Parameters
    ----------
    definition : dict
        The table.
    cells : dict
        One row as text.
    known : dict
        The keys of each table.

    Raises
    ------
    OwnFolderError
        If one does.
    """
    for link in definition["schema"].get("foreignKeys", []):
        (column,), table = link["fields"], link["reference"].get("resource") or definition["name"]
        if cells[column] and cells[column] not in known[table]:
            sentence = say("{cell!r} is no row of {table}.").format(cell=cells[column], table=table)
            raise OwnFolderError(joined(sentence, _nearest(cells[column], known[table])))


def _nearest(given: str, known: Collection[str]) -> str:
    near = get_close_matches(given, known, n=3, cutoff=0.4)
    few = sorted(known) if len(known) <= 14 else []
    if near:
        return say("Nearest: {keys}.").format(keys=", ".join(near))
    return say("There are: {keys}.").format(keys=", ".join(few)) if few else say("Look it up first.")


def next_key(table: str, taken: set[str]) -> str:
    """The next free key of a reader's own row: from 901, so that it never meets one of the casebook's.

    Examples
    --------
    >>> next_key("casualties", {"C151", "C901"})
    'C902'
    """
    letter = NUMBERED[table]
    return next(f"{letter}{number}" for number in range(FIRST, 10_000) if f"{letter}{number}" not in taken)
