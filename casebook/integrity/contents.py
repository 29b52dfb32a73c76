"""What a data folder holds once it is read: rows that know their line, tables, the text of the article, a room."""

from dataclasses import dataclass, field

from casebook.declared import Package, Schema


@dataclass(frozen=True)
class Row:
    """One row, as text, and where it stands."""

    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


@dataclass
class Table:
    """One table: every row whose cells could be told apart, and those among them whose cells are well formed."""

    name: str
    file: str
    schema: Schema
    rows: list[Row] = field(default_factory=list)
    sound: list[Row] = field(default_factory=list)

    @property
    def columns(self) -> list[str]:
        return [column["name"] for column in self.schema["fields"]]

    @property
    def key(self) -> list[str]:
        return self.schema["primaryKey"]

    def key_of(self, row: Row) -> tuple[str, ...]:
        return tuple(row[column] for column in self.key)


@dataclass(frozen=True)
class Contents:
    """The descriptor of a folder, the tables that could be read, the text that it names, and its other files as text.

    `beside` are the casebook's own contents for a folder whose rows stand beside them: what a row of the folder refers
    to may be there.
    """

    descriptor: Package
    tables: dict[str, Table]
    text: str | None = None
    papers: dict[str, str] = field(default_factory=dict)
    beside: "Contents | None" = None
    _known: dict[tuple[str, str | None], set[str]] = field(default_factory=dict, repr=False)

    def rows(self, table: str) -> list[Row]:
        """The well-formed rows of a table that was read: rules judge these, so that one slip is told once."""
        return self.tables[table].sound

    def ids(self, table: str, column: str | None = None) -> set[str]:
        """Every value of a column, of the first key column if none is named, also of rows with faults."""
        if (table, column) not in self._known:
            read = self.tables[table]
            others = self.beside.ids(table, column) if self.beside else set()
            self._known[table, column] = {row[column or read.key[0]] for row in read.rows} | others
        return self._known[table, column]

    def by_id(self, table: str) -> dict[str, Row]:
        """The well-formed rows of a table by their first key column."""
        others = self.beside.by_id(table) if self.beside else {}
        return others | {row[self.tables[table].key[0]]: row for row in self.rows(table)}
