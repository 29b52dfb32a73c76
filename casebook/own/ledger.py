"""The tables of a reader's folder as text: what stands in them, what a new row may refer to, and putting rows in."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import pandas as pd

from casebook import datapackage
from casebook.datapackage import UnknownTableError, descriptor_in, table_in
from casebook.declared import Resource
from casebook.folders import DATA
from casebook.frames import BrokenTableError, read
from casebook.given import shown
from casebook.language import joined, say
from casebook.own import entry, files
from casebook.own.files import OwnFolderError

Cells: TypeAlias = dict[str, str]


class Ledger:
    """The tables of one folder; they are read from their files each time, because those may be edited by hand."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.package = descriptor_in(folder)
        self.definitions = {each["name"]: each for each in self.package["resources"]}

    def definition(self, table: str) -> Resource:
        """What the descriptor says of a table.

        Raises
        ------
        OwnFolderError
            If there is no such table.
        """
        if not isinstance(table, str) or table not in self.definitions:
            raise OwnFolderError(UnknownTableError(say("a table"), table, self.definitions).args[0])
        return self.definitions[table]

    def key(self, table: str) -> list[str]:
        """The columns of the key of a table."""
        return self.definition(table)["schema"]["primaryKey"]

    def key_of(self, table: str, row: Mapping[str, object]) -> tuple[str, ...]:
        """What stands in the key of a row."""
        return tuple(entry.as_text(name, row[name]) for name in self.key(table))

    def rows(self, table: str) -> list[Cells]:
        """The rows of a table as text."""
        return files.table(self.folder, self.definition(table))

    def frame(self, table: str) -> pd.DataFrame:
        """The rows of a table, typed.

        Raises
        ------
        OwnFolderError
            If a cell is not what its column takes.
        """
        definition = self.definition(table)
        try:
            return read(self.folder / definition["path"], definition["schema"]["fields"])
        except BrokenTableError as error:
            raise OwnFolderError(error.args[0]) from None

    def keys(self, table: str) -> set[str]:
        """The keys of its rows; where a key has several columns, what stands in the first."""
        first, *_ = self.key(table)
        return {row[first] for row in self.rows(table)}

    def known(self) -> dict[str, set[str]]:
        """What a row may refer to: the folder's keys, and the casebook's where the folder stands beside them."""
        mine = {name: self.keys(name) for name in self.definitions}
        if "beside" in self.package:
            return {name: keys | set(table_in(DATA, name).iloc[:, 0]) for name, keys in mine.items()}
        return mine

    def place(self, table: str, given: tuple[object, ...]) -> int:
        """Where the row with a key stands.

        Parameters
        ----------
        table : str
            Its name.
        given : tuple
            What stands in each column of its key.

        Raises
        ------
        OwnFolderError
            If the key is not whole, or not that of one row.
        """
        names = self.key(table)
        keys = [self.key_of(table, row) for row in self.rows(table)]
        key = tuple(entry.as_text(name, each) for name, each in zip(names, given, strict=False))
        told = shown(" ".join(key))
        if len(given) != len(names):
            sentence = say("A row of {table} is named by {columns}; you gave {key}.")
            said = sentence.format(table=table, columns=", ".join(names), key=told)
            raise OwnFolderError(joined(said, _there([each for each in keys if each[: len(key)] == key] or keys)))
        if key not in keys:
            sentence = say("You have no row {key} in {table}.")
            raise OwnFolderError(joined(sentence.format(key=told, table=table), _there(keys)))
        if keys.count(key) > 1:
            sentence = say("{number} rows of {file} have the key {key}: give each its own in the file first.")
            file = self.definition(table)["path"]
            raise OwnFolderError(sentence.format(number=keys.count(key), file=file, key=told))
        return keys.index(key)

    def with_row(self, table: str, cells: dict[str, object], instead: int | None = None) -> tuple[Cells, list[Cells]]:
        """A row that keeps to the codebook, and all rows of its table with it, as a new one or instead of another.

        Nothing is written.

        Raises
        ------
        OwnFolderError
            If it does not keep to it, or its key is not free.
        """
        definition, rows = self.definition(table), self.rows(table)
        row = entry.row(definition, cells)
        entry.refers(definition, row, self.known())
        others = [each for place, each in enumerate(rows) if place != instead]
        self._free(table, row, others)
        return row, [*others, row]

    def _free(self, table: str, row: Cells, others: list[Cells]) -> None:
        """Say why a row cannot have its key: a row of the folder or of the casebook has it, or one had it once."""
        key = self.key_of(table, row)
        if key in [self.key_of(table, each) for each in others]:
            sentence = say("You have a row {key} in {table} already.")
        elif key[0] in self.definition(table).get("retired", []):
            sentence = say("{key} is a retired key of {table}, never used again: give your row another.")
        elif key in self._of_the_casebook(table):
            sentence = say("The casebook has a row {key} in {table}: give yours another key.")
        else:
            return
        raise OwnFolderError(sentence.format(key=" ".join(key), table=table))

    def _of_the_casebook(self, table: str) -> set[tuple[str, ...]]:
        """The keys of the casebook's rows of a table, where the folder stands beside them."""
        if "beside" not in self.package:
            return set()
        cells = table_in(DATA, table)[self.key(table)].astype("string").fillna("")
        return set(cells.itertuples(index=False, name=None))

    def save(self, table: str, rows: list[Cells]) -> None:
        """Write all rows of a table; tables that are in use are read anew."""
        files.save(self.folder, self.definition(table), rows)
        if datapackage.folder() == self.folder:
            datapackage.use(self.folder)


def _there(keys: list[tuple[str, ...]]) -> str:
    """The first keys that there are."""
    if not keys:
        return say("It has no rows yet.")
    told = [", ".join(map(repr, key)) if len(key) > 1 else key[0] for key in keys[:14]]
    return say("There are: {keys}.").format(keys=("; " if len(keys[0]) > 1 else ", ").join(told))
