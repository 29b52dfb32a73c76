"""A data folder with many times the rows of the casebook's, sound by its own rules: for measuring how times grow.

Events, statements, reports, claims and facts are there several times over, each copy with ids of its own and its own
evidence. Actors, places, documents and the article are there once.
"""

import csv
import json
import shutil
from pathlib import Path

from casebook.datapackage import descriptor_in
from casebook.folders import DATA, SEEDS

GROWING = {"events", "statements", "moves", "casualties", "claims", "facts"}
IDS = {"event_id", "statement_id", "report_id", "claim_id", "fact_id", "row_id", "repeats", "echo_of"}


def _copy(row: list[str], ids: list[int], number: int) -> list[str]:
    """A row whose ids, where it has them, are those of a copy."""
    return [f"{cell}-{number:04}" if place in ids and cell else cell for place, cell in enumerate(row)]


def _grow(file: Path, key: list[str], times: int) -> None:
    with file.open(encoding="utf-8", newline="") as opened:
        header, *rows = csv.reader(opened)
    ids = [place for place, column in enumerate(header) if column in IDS]
    # Evidence of what is there once is there once.
    several = [row for row in rows if header[0] != "table" or row[0] in GROWING]
    rows += [_copy(row, ids, number) for number in range(1, times) for row in several]
    rows.sort(key=lambda row: [row[header.index(column)] for column in key])
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows([header, *rows])


def grow(folder: Path, times: int) -> Path:
    """Write the casebook's tables into a folder that is not there yet, with `times` as many rows.

    Examples
    --------
    >>> import tempfile
    >>> from casebook.integrity import examine
    >>> with tempfile.TemporaryDirectory() as home:
    ...     print(examine(grow(Path(home) / "two", 2)))  # doctest: +ELLIPSIS
    No faults (13 tables, 6,... rows, ... rules).
    """
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("practice"))
    shutil.copy(SEEDS / "article.txt", folder)
    package = json.loads(json.dumps(descriptor_in(DATA)))
    package["text"]["path"] = "article.txt"
    for resource in package["resources"]:
        if resource["name"] in GROWING | {"evidence"}:
            _grow(folder / resource["path"], resource["schema"]["primaryKey"], times)
        for field in resource["schema"]["fields"] if resource["name"] in GROWING else ():
            constraints = field.get("constraints", {})
            if constraints.get("unique") and "pattern" in constraints:
                constraints["pattern"] = constraints["pattern"].replace("$", "(-[0-9]{4})?$")
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    return folder
