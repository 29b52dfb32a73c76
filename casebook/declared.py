"""The shape of `datapackage.json` as the casebook reads it: what a table, a column and a link declare.

Only for type hints: the words and rules are in the descriptor itself and in `integrity/profile.json`.
"""

from typing import NotRequired, TypedDict


class Constraints(TypedDict, total=False):
    """What every cell of a column must be."""

    required: bool
    unique: bool
    enum: list[str]
    pattern: str
    minimum: float
    maximum: float
    minLength: int
    maxLength: int


class Category(TypedDict):
    """One code of a column and what it means."""

    value: str
    label: str


class Field(TypedDict):
    """One column."""

    name: str
    type: str
    title: NotRequired[str]
    description: NotRequired[str]
    doesNotMean: NotRequired[str]
    constraints: NotRequired[Constraints]
    categories: NotRequired[list[Category]]
    categoriesOrdered: NotRequired[bool]
    example: NotRequired[str]
    begins: NotRequired[dict[str, str]]


class Reference(TypedDict):
    """The far end of a link: its column, and its table, absent or blank for the same one."""

    resource: NotRequired[str]
    fields: list[str]


class ForeignKey(TypedDict):
    """A link from a column to the key of a table."""

    fields: list[str]
    reference: Reference


class Schema(TypedDict):
    """The columns of a table, its key and its links."""

    fields: list[Field]
    primaryKey: list[str]
    foreignKeys: NotRequired[list[ForeignKey]]


class Correction(TypedDict):
    """A cell that a version changed: what stood there before, blank if nothing did, and why it was changed."""

    row: str
    column: str
    was: str
    version: str
    why: str


class Resource(TypedDict):
    """One table and its file."""

    name: str
    path: str
    schema: Schema
    title: NotRequired[str]
    description: NotRequired[str]
    doesNotMean: NotRequired[str]
    retired: NotRequired[list[str]]
    corrected: NotRequired[list[Correction]]


class Text(TypedDict):
    """The text that a folder is about."""

    path: str


class NeutralWords(TypedDict):
    """Words that take a side, what shows that they are somebody's, and the columns that are our own prose."""

    words: list[str]
    sayings: list[str]
    properNames: list[str]
    columns: dict[str, list[str]]


class Package(TypedDict):
    """The descriptor of a data folder."""

    resources: list[Resource]
    name: NotRequired[str]
    title: NotRequired[str]
    description: NotRequired[str]
    version: NotRequired[str]
    created: NotRequired[str]
    beside: NotRequired[str]
    text: NotRequired[Text]
    sides: NotRequired[list[str]]
    neutralWords: NotRequired[NeutralWords]
