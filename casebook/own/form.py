"""A row as a form: the text on one side, the columns of a table on the other, and the check beneath."""

from importlib.resources import files
from itertools import count
from typing import TYPE_CHECKING, TypedDict

import traitlets

from casebook.declared import Field, Resource
from casebook.language import say
from casebook.markup import render
from casebook.own.entry import NUMBERED
from casebook.own.files import OwnFolderError
from casebook.own.report import checked
from casebook.own.sentences import Sentence
from casebook.widget import Widget

if TYPE_CHECKING:
    from casebook.own.desk import Desk

ADDED = say("Added: {row}")
# Two forms on one page need lists of their own.
NUMBERS = count()


class Asked(TypedDict):
    """What a form asks of one column."""

    name: str
    needed: bool
    codes: list[str]
    keys: list[str]


def _asked(field: Field, definition: Resource, known: dict[str, set[str]]) -> Asked:
    """What a form asks of a column: its name, its codes or the keys that it may name, and whether it must be filled."""
    asked = field.get("constraints", {})
    links = {each["fields"][0]: each["reference"] for each in definition["schema"].get("foreignKeys", [])}
    table = links[field["name"]].get("resource") or definition["name"] if field["name"] in links else ""
    return {
        "name": field["name"],
        "needed": asked.get("required", False),
        "codes": asked.get("enum", []),
        "keys": sorted(known.get(table, ())),
    }


class Form(Widget):
    """Fields for one row of a table; a button writes it into the folder. What the check says stands beneath.

    Where no kernel runs, such as in a saved notebook, the columns stand as a list.
    """

    _esm = files(__package__).joinpath("form.js").read_text(encoding="utf-8")
    form = traitlets.Unicode().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)

    def __init__(self, desk: "Desk", definition: Resource, known: dict[str, set[str]], text: list[Sentence]) -> None:
        self._desk, self._table = desk, definition["name"]
        keyed = self._table in NUMBERED
        self._fields = [_asked(each, definition, known) for each in definition["schema"]["fields"][keyed:]]
        self._shown = {"table": self._table, "fields": self._fields, "sentences": text, "number": next(NUMBERS)}
        super().__init__(form=render("own_form.html", **self._shown))
        self.on_msg(lambda _, content, __: self.add(content.get("cells", {})))

    def add(self, cells: dict[str, str]) -> None:
        """Write a row, or say in one sentence why not; then what the check says of the folder."""
        given = {name: cell for name, cell in cells.items() if name == "passage" or name in self._names()}
        try:
            row = self._desk.add(self._table, **given)
            words = ADDED.format(row=", ".join(f"{name} {cell}" for name, cell in row.iloc[:, 0].items()))
        except OwnFolderError as error:
            words = error.args[0]
        self.said = render("own_said.html", words=words) + checked(self._desk.folder).html

    def _names(self) -> set[str]:
        return {each["name"] for each in self._fields}

    @property
    def html(self) -> str:
        """The columns as a list."""
        return render("own_columns.html", **self._shown)

    @property
    def text(self) -> str:
        """The columns as plain text."""
        return render("own_form.txt", **self._shown).strip()
