"""The tables of a reader's folder as text: what stands in them, what a new row may refer to, and putting rows in."""

from pathlib import Path
from typing import TypeAlias

import pandas as pd

from casebook import datapackage
from casebook.datapackage import UnknownTableError, descriptor_in, table_in
from casebook.declared import Resource
from casebook.folders import DATA
from casebook.frames import BrokenTableError, read
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

    def key(self, table: str) -> str:
        """The first column of the key of a table."""
        return self.definition(table)["schema"]["primaryKey"][0]

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
        """The keys of its rows."""
        return {row[self.key(table)] for row in self.rows(table)}

    def known(self) -> dict[str, set[str]]:
        """What a row may refer to: the folder's keys, and the casebook's where the folder stands beside them."""
        mine = {name: self.keys(name) for name in self.definitions}
        if "beside" in self.package:
            return {name: keys | set(table_in(DATA, name).iloc[:, 0]) for name, keys in mine.items()}
        return mine

    def place(self, table: str, key: str) -> int:
        """Where the row with a key stands.

        Raises
        ------
        OwnFolderError
            If there is none.
        """
        keys = [row[self.key(table)] for row in self.rows(table)]
        if key not in keys:
            found = say("There are: {keys}.").format(keys=", ".join(keys[:14])) if keys else say("It has no rows yet.")
            raise OwnFolderError(joined(say("You have no row {key!r} in {table}.").format(key=key, table=table), found))
        return keys.index(key)

    def put(self, table: str, cells: dict[str, object], instead: int | None = None) -> None:
        """Write a row that keeps to the codebook, as a new one or instead of another.

        Raises
        ------
        OwnFolderError
            If it does not keep to it, or its key is taken. Nothing is written then.
        """
        definition, rows = self.definition(table), self.rows(table)
        row, key = entry.row(definition, cells), definition["schema"]["primaryKey"]
        entry.refers(definition, row, self.known())
        others = [each for place, each in enumerate(rows) if place != instead]
        if any(all(each[name] == row[name] for name in key) for each in others):
            taken = " ".join(row[name] for name in key)
            raise OwnFolderError(say("You have a row {key} in {table} already.").format(key=taken, table=table))
        self.save(table, [*others, row])

    def save(self, table: str, rows: list[Cells]) -> None:
        """Write all rows of a table; tables that are in use are read anew."""
        files.save(self.folder, self.definition(table), rows)
        if datapackage.folder() == self.folder:
            datapackage.use(self.folder)
