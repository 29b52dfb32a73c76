"""A whole folder, examined: form first, then the rules, each slip told once."""

import functools
import json
from dataclasses import dataclass, field
from pathlib import Path

from casebook import datapackage
from casebook.declared import Package
from casebook.folders import DATA
from casebook.integrity import (
    actors,
    cells,
    coding,
    counts,
    dates,
    descriptor,
    documents,
    drawing,
    keys,
    links,
    mistakes,
    neutral,
    occasions,
    points,
    quotations,
    reading,
    released,
    repetition,
    room_clocks,
    rooms,
)
from casebook.integrity.contents import Contents, Table
from casebook.integrity.fault import Fault

FORM = (*reading.RULES, *descriptor.RULES, *cells.RULES)
RULES = (
    *keys.RULES,
    *counts.RULES,
    *repetition.RULES,
    *dates.RULES,
    *links.RULES,
    *documents.RULES,
    *occasions.RULES,
    *actors.RULES,
    *coding.RULES,
    *points.RULES,
    *drawing.RULES,
    *quotations.RULES,
    *neutral.RULES,
    *rooms.RULES,
    *room_clocks.RULES,
)
# Asked of a folder in which nothing else is wrong: a slip is told once, and by what it contradicts if that is known.
LAST = released.RULES


@dataclass(frozen=True)
class Examination:
    """What was examined in a folder, and what is wrong there."""

    tables: int
    rows: int
    rules: int
    faults: list[Fault] = field(default_factory=list)

    def __str__(self) -> str:
        examined = f"{self.tables} tables, {self.rows:,} rows, {self.rules} rules"
        if not self.rules:
            examined = "the tables were not read: the descriptor comes first"
        if not self.faults:
            return f"No faults ({examined})."
        files = len({fault.file for fault in self.faults})
        return f"{_counted(len(self.faults), 'fault')} in {_counted(files, 'file')} ({examined})."


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def examine(folder: str | Path | None = None) -> Examination:
    """Examine a data folder against its own descriptor and the rules of the casebook.

    Parameters
    ----------
    folder : path, optional
        A folder with a `datapackage.json`. None means the data folder in use.

    Returns
    -------
    Examination
        How many tables and rows were read, and the faults in the order of the files.

    Examples
    --------
    >>> print(examine())  # doctest: +ELLIPSIS
    No faults (... tables, ... rows, ... rules).
    """
    found: list[Fault] = []
    contents = contents_of(datapackage.folder() if folder is None else Path(folder), found)
    if contents is None:
        return Examination(0, 0, 0, found)
    for table in contents.tables.values():
        found.extend(cells.faults(table))
    rules = [rule for rule in (*RULES, *mistakes.rules(contents)) if rule.applies(contents)]
    for rule in rules:
        found.extend(rule.faults(contents))
    for rule in LAST if not found else ():
        found.extend(rule.faults(contents))
    files = [descriptor.NAME, *(table.file for table in contents.tables.values())]
    order = {file: place for place, file in enumerate(files)}
    found.sort(key=lambda fault: (order.get(fault.file, len(order)), fault.line))
    rows = sum(len(table.rows) for table in contents.tables.values())
    return Examination(len(contents.tables), rows, len(FORM) + len(rules) + len(LAST), found)


def contents_of(place: Path, found: list[Fault]) -> Contents | None:
    """What a folder holds; None if its descriptor cannot be used. Faults of the form go to `found`."""
    try:
        declared, written = descriptor.read(place, found)
    except reading.UnreadableError as error:
        found.append(error.fault)
        return None
    if declared is None:
        return None
    tables = [Table(resource["name"], resource["path"], resource["schema"]) for resource in declared["resources"]]
    return Contents(
        declared,
        {table.name: table for table in tables if reading.read(place / table.file, table, found)},
        _text(place, declared, written, found),
        {descriptor.NAME: written, **_papers(place, found)},
        _casebook() if "beside" in declared else None,
    )


@functools.cache
def _casebook() -> Contents:
    """The casebook's own tables, for a folder whose rows stand beside them."""
    package: Package = json.loads((DATA / descriptor.NAME).read_text(encoding="utf-8"))
    tables = [Table(resource["name"], resource["path"], resource["schema"]) for resource in package["resources"]]
    return Contents(package, {table.name: table for table in tables if reading.read(DATA / table.file, table, [])})


def _text(folder: Path, declared: Package, written: str, found: list[Fault]) -> str | None:
    """The text that the descriptor names, if it names one that can be read."""
    if "text" not in declared:
        return None
    path = folder / declared["text"]["path"]
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        words = f"the text cannot be read: {getattr(error, 'strerror', 'it is not UTF-8')}"
        found.append(descriptor.fault_at(written, declared, ("text", "path"), "file", words))
        return None


def _papers(folder: Path, found: list[Fault]) -> dict[str, str]:
    """The files of a decision room and the record of a release, those of them that are there."""
    read = {}
    for file in (*rooms.FILES, released.FILE):
        if (folder / file).exists():
            try:
                read[file] = reading.text_of(folder / file, file, found)
            except reading.UnreadableError as error:
                found.append(error.fault)
    return read


def faults(folder: str | Path | None = None) -> list[Fault]:
    """What is wrong in a data folder: an empty list if nothing is.

    Parameters
    ----------
    folder : path, optional
        A folder with a `datapackage.json`. None means the data folder in use.

    Returns
    -------
    list of Fault
        In the order of the files and their lines.

    Examples
    --------
    >>> faults()
    []
    """
    return examine(folder).faults
