"""Two codings of one text, cell by cell: what two readers agree on, and where they read differently."""

from pathlib import Path

import pandas as pd

from casebook.datapackage import descriptor_in
from casebook.frames import BrokenTableError
from casebook.language import say
from casebook.own import files
from casebook.own.files import DESCRIPTOR, OwnFolderError

# Rows are the same row if the same person says it in the same passage; then these columns are compared.
WHO = {"casualties": ("reporter_id", "measure"), "statements": ("speaker_id",), "events": ("event_type",)}
COMPARED = {
    "casualties": ("scope", "count_low", "count_high", "qualifier", "victim_group", "nationality", "date_reported"),
    "statements": ("date", "date_precision", "form", "medium"),
    "events": ("date", "date_precision", "initiator_id", "target_id", "responsibility", "quad_class"),
}
COLUMNS = ["passage_id", "table", "who", "column", "yours", "partners", "same"]
NOT_CODED = "(no row)"


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


def _coded(place: Path) -> dict[tuple[str, str, str], dict[str, str]]:
    """The rows of one coding by passage, table and who; each cell as text."""
    tables = {each["name"]: files.table(place, each) for each in descriptor_in(place)["resources"]}
    keys = {each["name"]: each["schema"]["primaryKey"][0] for each in descriptor_in(place)["resources"]}
    said: dict[tuple[str, str], str] = {}
    for line in tables["evidence"]:
        if line["table"] in WHO and line["relation"] == "supports":
            said.setdefault((line["table"], line["row_id"]), line["passage_id"])
    found = {}
    for name, columns in WHO.items():
        for row in tables[name]:
            who = ", ".join(row[column] or "nobody named" for column in columns)
            cells = {column: row[column] for column in COMPARED[name]}
            if name == "statements":
                made = sorted(each["move"] for each in tables["moves"] if each["statement_id"] == row[keys[name]])
                cells["moves"] = ", ".join(made)
            found[said.get((name, row[keys[name]]), ""), name, who] = cells
    return found


def compared(mine: Path, theirs: Path) -> pd.DataFrame:
    """Two codings side by side.

    Returns
    -------
    DataFrame
        One row for each cell that at least one of the two has filled.
    """
    yours, partners = _coded(mine), _coded(theirs)
    cells = []
    for place in sorted({*yours, *partners}):
        passage, table, who = place
        one, two = yours.get(place, {}), partners.get(place, {})
        for column in one or two:
            pair = one.get(column, NOT_CODED), two.get(column, NOT_CODED)
            if any(pair):
                cells.append((passage, table, who, column, *pair, pair[0] == pair[1]))
    return pd.DataFrame(cells, columns=COLUMNS).astype(dict.fromkeys(COLUMNS[:-1], "string") | {"same": bool})
