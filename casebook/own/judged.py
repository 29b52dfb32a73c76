"""Frames judged as a folder would be: written into one for a moment, and examined there."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

from casebook.datapackage import descriptor_in
from casebook.integrity import Fault, examine
from casebook.own import entry, files
from casebook.own.desk import Desk


def faults_of(tables: Mapping[str, pd.DataFrame], opened: Callable[[Path], Desk]) -> list[Fault]:
    """What `casebook data check` says of tables that are not in a folder.

    Parameters
    ----------
    tables : mapping
        Frames by the name of their table, with all its columns.
    opened : callable
        What kind of folder they belong in: `practice` or `own_source`.

    Examples
    --------
    >>> from casebook.own.opening import practice
    >>> moves = pd.DataFrame({"statement_id": ["S901"], "move": ["warn"]})
    >>> [fault.rule for fault in faults_of({"moves": moves}, practice)]
    ['foreign-key']
    """
    with tempfile.TemporaryDirectory() as place:
        folder = opened(Path(place) / "tables").folder
        for definition in descriptor_in(folder)["resources"]:
            if definition["name"] in tables:
                rows = tables[definition["name"]]
                names = [*map(str, rows)]
                plain = [
                    {name: entry.as_text(name, cell) for name, cell in zip(names, cells, strict=True)}
                    for cells in rows.itertuples(index=False, name=None)
                ]
                files.save(folder, definition, plain)
        return examine(folder).faults
