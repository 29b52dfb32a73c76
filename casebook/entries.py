"""A page of the codebook: a table or a column in the words of the descriptor, with what its cells show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import shorten

import pandas as pd

from casebook.datapackage import resource, table
from casebook.declared import Correction, Field, Resource, Schema
from casebook.markup import render

KINDS = {"string": "text", "integer": "a whole number", "number": "a number", "date": "a day, YYYY-MM-DD"}
LIMITS = {"minimum": "not less than {}", "maximum": "not more than {}", "pattern": "written like `{}`"}


@dataclass(frozen=True)
class Value:
    """One allowed value of a column: what it means, and how many rows have it."""

    value: str
    meaning: str
    rows: int


@dataclass(frozen=True)
class Column:
    """One column, in the words of the descriptor, with what its cells show.

    Attributes
    ----------
    kind : str
        What a cell holds: text, a code, a number, a day.
    dtype : str
        Its type in a frame.
    limits : list of str
        What else every cell must be.
    refers : str
        The column of another table that its cells are keys of; empty if none.
    example : str
        One cell, shortened; empty if no row has one.
    blank : int
        How many cells are blank, of `rows`.
    """

    name: str
    title: str
    description: str
    does_not_mean: str
    kind: str
    dtype: str
    limits: list[str]
    refers: str
    values: list[Value]
    example: str
    blank: int
    rows: int


@dataclass(frozen=True)
class Entry:
    """The codebook's page of a table, or of one of its columns. Shows itself in a notebook.

    `html` and `text` hold the same words.
    """

    name: str
    title: str
    description: str
    does_not_mean: str
    rows: int
    key: list[str]
    retired: list[str]
    corrected: list[Correction]
    columns: list[Column] = field(default_factory=list)
    column: Column | None = None

    @property
    def html(self) -> str:
        """The page as HTML, escaped and without scripts."""
        return render("about.html", entry=self)

    @property
    def text(self) -> str:
        """The page as plain text, in the same words."""
        return render("about.txt", entry=self).strip()

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}


def _words(cell: object) -> str:
    return f"{cell:%Y-%m-%d}" if isinstance(cell, pd.Timestamp) else shorten(str(cell), 90, placeholder=" …")


def _refers(schema: Schema, name: str, own: str) -> str:
    for link in schema.get("foreignKeys", []):
        if link["fields"] == [name]:
            return f"{link['reference'].get('resource') or own}.{link['reference']['fields'][0]}"
    return ""


def _column(definition: Field, own: Resource, cells: pd.Series) -> Column:
    constraints = definition.get("constraints", {})
    meanings = {each["value"]: each["label"] for each in definition.get("categories", [])}
    counted = cells.value_counts()
    filled = cells.dropna()
    kind = KINDS[definition["type"]]
    if levels := constraints.get("enum"):
        kind = f"a code, {len(levels)} values" + (" in this order" if definition.get("categoriesOrdered") else "")
    asked: Mapping[str, object] = constraints
    limits = [words.format(asked[limit]) for limit, words in LIMITS.items() if limit in asked]
    return Column(
        name=definition["name"],
        title=definition.get("title", ""),
        description=definition.get("description", ""),
        does_not_mean=definition.get("doesNotMean", ""),
        kind=kind,
        dtype=str(cells.dtype),
        limits=[words for words in ("required", "unique") if asked.get(words)] + limits,
        refers=_refers(own["schema"], definition["name"], own["name"]),
        values=[Value(level, meanings.get(level, ""), int(counted.get(level, 0))) for level in levels or []],
        example=definition.get("example") or (_words(filled.iloc[0]) if len(filled) else ""),
        blank=int(cells.isna().sum()),
        rows=len(cells),
    )


def entry(name: str) -> Entry:
    """The page of a table that is there."""
    own, frame = resource(name), table(name)
    return Entry(
        name=name,
        title=own.get("title", ""),
        description=own.get("description", ""),
        does_not_mean=own.get("doesNotMean", ""),
        rows=len(frame),
        key=own["schema"]["primaryKey"],
        retired=own.get("retired", []),
        corrected=own.get("corrected", []),
        columns=[_column(each, own, frame[each["name"]]) for each in own["schema"]["fields"]],
    )
