"""Two codings of one text, cell by cell: what two readers agree on, and where they read differently."""

import itertools
from pathlib import Path
from typing import TypeAlias

import pandas as pd

from casebook.datapackage import descriptor_in
from casebook.frames import BrokenTableError
from casebook.language import say
from casebook.own import files
from casebook.own.files import DESCRIPTOR, OwnFolderError
from casebook.own.ledger import Cells

# Rows are the same row if the same person says it in the same passage; then these columns are compared. Of several such
# rows, as of a total and a part of it, those are beside each other that are most alike.
WHO = {"casualties": ("reporter_id", "measure"), "statements": ("speaker_id",), "events": ("event_type",)}
COMPARED = {
    "casualties": ("scope", "count_low", "count_high", "qualifier", "victim_group", "nationality", "date_reported"),
    "statements": ("date", "date_precision", "form", "medium"),
    "events": ("date", "date_precision", "initiator_id", "target_id", "responsibility", "quad_class"),
}
COLUMNS = ["passage_id", "table", "who", "column", "yours", "partners", "same"]
NOT_CODED = "(no row)"
# The passage, the table and who says it.
Place: TypeAlias = tuple[str, str, str]


def folder(other: str | Path, name: str) -> Path:
    """A partner's folder, if it holds the same case.

    Raises
    ------
    OwnFolderError
        If it is no folder's name, or the folder holds no data package, or another one.
    """
    place = files.named(other)
    try:
        found = descriptor_in(place).get("name")
    except BrokenTableError:
        found = None
    if found != name:
        sentence = say("{folder} holds no coding of the same text: {file} there should be named {name}.")
        raise OwnFolderError(sentence.format(folder=place, file=DESCRIPTOR, name=name))
    return place


def _coded(place: Path) -> dict[Place, list[Cells]]:
    """The rows of one coding by passage, table and who; each cell as text."""
    tables = {each["name"]: files.table(place, each) for each in descriptor_in(place)["resources"]}
    keys = {each["name"]: each["schema"]["primaryKey"][0] for each in descriptor_in(place)["resources"]}
    said: dict[tuple[str, str], str] = {}
    for line in tables["evidence"]:
        if line["table"] in WHO and line["relation"] == "supports":
            said.setdefault((line["table"], line["row_id"]), line["passage_id"])
    found: dict[Place, list[Cells]] = {}
    for name, columns in WHO.items():
        for row in tables[name]:
            who = ", ".join(row[column] or "nobody named" for column in columns)
            cells = {column: row[column] for column in COMPARED[name]}
            if name == "statements":
                made = sorted(each["move"] for each in tables["moves"] if each["statement_id"] == row[keys[name]])
                cells["moves"] = ", ".join(made)
            found.setdefault((said.get((name, row[keys[name]]), ""), name, who), []).append(cells)
    return found


def _beside(yours: list[Cells], partners: list[Cells]) -> list[tuple[Cells, Cells]]:
    """Rows of one place in pairs, the most alike first; then those that only one of the two has."""
    every = itertools.product(enumerate(yours), enumerate(partners))
    alike = sorted((-sum(one[column] == two[column] for column in one), mine, its) for (mine, one), (its, two) in every)
    left, right, pairs = dict(enumerate(yours)), dict(enumerate(partners)), []
    for _, mine, its in alike:
        if mine in left and its in right:
            pairs.append((left.pop(mine), right.pop(its)))
    return [*pairs, *((one, {}) for one in left.values()), *(({}, two) for two in right.values())]


def compared(mine: Path, theirs: Path) -> pd.DataFrame:
    """Two codings side by side.

    Returns
    -------
    DataFrame
        One row for each cell that at least one of the two has filled; `who` is numbered from 2 where one person says
        several things of a kind in one passage.
    """
    yours, partners = _coded(mine), _coded(theirs)
    cells = []
    for place in sorted({*yours, *partners}):
        passage, table, who = place
        for number, (one, two) in enumerate(_beside(yours.get(place, []), partners.get(place, [])), 1):
            numbered = who if number == 1 else f"{who} ({number})"
            for column in one or two:
                pair = one.get(column, NOT_CODED), two.get(column, NOT_CODED)
                if any(pair):
                    cells.append((passage, table, numbered, column, *pair, pair[0] == pair[1]))
    return pd.DataFrame(cells, columns=COLUMNS).astype(dict.fromkeys(COLUMNS[:-1], "string") | {"same": bool})
