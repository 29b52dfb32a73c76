"""Keys: each row has its own, rows stand in their order, a retired one stays unused, and every link leads somewhere."""

from collections.abc import Iterator

from casebook.integrity.contents import Contents, Row, Table
from casebook.integrity.rule import Finding, rule


@rule("unique-key")
def unique_key(contents: Contents) -> Iterator[Finding]:
    """No two rows have the same key, nor the same value in a column that is declared unique."""
    yield from _borrowed(contents)
    for table in contents.tables.values():
        unique = [[column["name"]] for column in table.schema["fields"] if column.get("constraints", {}).get("unique")]
        for columns in [table.key, *(each for each in unique if each != table.key)]:
            first: dict[tuple[str, ...], Row] = {}
            for row in table.rows:
                value = tuple(row[column] for column in columns)
                if any(value) and (earlier := first.setdefault(value, row)) is not row:
                    yield row, columns[0], f"the row in line {earlier.line} has the same {', '.join(columns)}"


def _borrowed(contents: Contents) -> Iterator[Finding]:
    """Rows beside the casebook's that have the key of one of its rows."""
    if contents.beside is None:
        return
    for table in contents.tables.values():
        theirs = contents.beside.tables[table.name]
        taken = {theirs.key_of(row) for row in theirs.rows}
        for row in table.rows:
            if table.key_of(row) in taken:
                yield (
                    row,
                    table.key[0],
                    "a row of the casebook has this key: take one of your own, from 901",
                )


@rule("sorted")
def in_order(contents: Contents) -> Iterator[Finding]:
    """Rows stand in the order of their keys, so that two versions of a file can be compared line by line."""
    for table in contents.tables.values():
        for before, row in zip(table.rows, table.rows[1:], strict=False):
            if table.key_of(row) < table.key_of(before):
                column = _first_that_differs(table, before, row)
                yield row, column, f"rows are sorted by {', '.join(table.key)}: this one belongs further up"


def _first_that_differs(table: Table, before: Row, row: Row) -> str:
    return next(column for column in table.key if row[column] != before[column])


@rule("retired-id")
def retired_id(contents: Contents) -> Iterator[Finding]:
    """An id that once named another row is never used again."""
    retired = {resource["name"]: resource.get("retired", []) for resource in contents.descriptor["resources"]}
    for table in contents.tables.values():
        for row in table.rows:
            if row[table.key[0]] in retired[table.name]:
                yield row, table.key[0], "this id is retired and is not used again: take the next free one"


@rule("foreign-key")
def foreign_key(contents: Contents) -> Iterator[Finding]:
    """What a column refers to is there."""
    for row, column, table, far in _links(contents):
        if table in contents.tables and row[column] not in contents.ids(table, far):
            yield row, column, f"{table}.csv has no row with this {far}"


@rule("self-reference")
def self_reference(contents: Contents) -> Iterator[Finding]:
    """No row is part of itself, repeats itself or echoes itself."""
    for row, column, table, far in _links(contents):
        named = contents.tables.get(table)
        if named and named.file == row.file and row[column] == row[far]:
            yield row, column, "the row names itself"


def _links(contents: Contents) -> Iterator[tuple[Row, str, str, str]]:
    """Each cell that is a foreign key: its row, its column, and the table and column that it points to."""
    for table in contents.tables.values():
        for link in table.schema.get("foreignKeys", []):
            column, reference = link["fields"][0], link["reference"]
            for row in table.sound:
                if row[column]:
                    yield row, column, reference.get("resource") or table.name, reference["fields"][0]


RULES = [unique_key, in_order, retired_id, foreign_key, self_reference]
