"""What a rule is: a name, the columns that it speaks of, and a function that finds where it is broken."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from casebook.integrity.contents import Contents, Row
from casebook.integrity.fault import Fault

Finding = tuple[Row, str, str]


@dataclass(frozen=True)
class Rule:
    """One rule of the casebook."""

    name: str
    needs: dict[str, list[str]]
    find: Callable[[Contents], Iterator[Finding]]

    def applies(self, contents: Contents) -> bool:
        """Whether the folder has the tables and columns that the rule speaks of."""
        return all(
            table in contents.tables and set(columns) <= set(contents.tables[table].columns)
            for table, columns in self.needs.items()
        )

    def faults(self, contents: Contents) -> Iterator[Fault]:
        """Each breach as a fault; only for contents to which the rule applies."""
        for row, column, message in self.find(contents):
            yield Fault(row.file, row.line, column, row[column], self.name, message)


def rule(name: str, **needs: str) -> Callable[[Callable[[Contents], Iterator[Finding]]], Rule]:
    """Make a rule of a function that yields the row, the column and the plain words of each breach.

    Parameters
    ----------
    name : str
        The rule's name, as people cite it.
    **needs : str
        For each table that the rule reads, its columns, separated by spaces. A folder without them is not judged.

    Examples
    --------
    >>> @rule("combined", casualties="scope event_id")
    ... def combined(contents):
    ...     yield from ()
    >>> combined.needs
    {'casualties': ['scope', 'event_id']}
    """
    return lambda find: Rule(name, {table: columns.split() for table, columns in needs.items()}, find)
