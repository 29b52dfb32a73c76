"""The data folder in use: its descriptor, and its CSV files as typed frames.

`datapackage.json` decides every type; nothing about columns is repeated here. Each file is read once and handed out
as copies, so a caller who changes a frame changes nobody else's.

A folder can stand beside the casebook's own data (`beside` in its descriptor): then a table is the casebook's rows and
after them the folder's own.
"""

import functools
import json
import os
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

import pandas as pd

from casebook.declared import Package, Resource
from casebook.folders import DATA
from casebook.frames import TYPES, BrokenTableError, read
from casebook.given import folder_named, shown
from casebook.language import joined, say

# A kernel that `casebook lab --data` started begins with that folder.
_folder = Path(os.environ.get("CASEBOOK_DATA") or DATA)
_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")
_caches: list[Callable[[], None]] = []


def kept_for_a_folder(function: Callable[_Given, _Found]) -> Callable[_Given, _Found]:
    """Keep what a function finds in a data folder until a folder is turned to."""
    cached = functools.cache(function)
    _caches.append(cached.cache_clear)
    # What caches accepts anything that can be a key; what was given is what may be asked.
    return cast("Callable[_Given, _Found]", cached)


class UnknownNameError(KeyError):
    """A name that is not there: the message says what was asked for and the nearest that exists."""

    def __init__(self, what: str, given: object, known: Iterable[object]) -> None:
        names = {str(name).casefold(): str(name) for name in known}
        near = [names[each] for each in get_close_matches(str(given).strip()[:100].casefold(), names, n=3, cutoff=0.4)]
        said = say("{given} is not {what}.").format(given=shown(given, 100), what=what)
        super().__init__(joined(said, say("Nearest: {keys}.").format(keys=", ".join(near)) if near else ""))

    def __str__(self) -> str:
        return str(self.args[0])


class UnknownTableError(UnknownNameError):
    """No table of this name."""


class UnknownColumnError(UnknownNameError):
    """No column of this name in the table."""


class UnknownSourceError(UnknownNameError):
    """No source of this name."""


class UnknownRowError(UnknownNameError):
    """No row with this key."""


def use(folder: str | Path | None = None) -> None:
    """Read every table from another data folder, or from the casebook's own again.

    The files are read as they are now: turn to a folder again after changing them.

    Parameters
    ----------
    folder : path, optional
        A folder with a `datapackage.json` and the CSV files that it names. None means the casebook's own data.

    Raises
    ------
    TypeError
        If it is given something other than the name of a folder.
    FolderNameError
        If there can be no folder under the name.
    FileNotFoundError
        If the folder holds no `datapackage.json`.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.use()
    >>> len(cb.claims())
    60
    """
    global _folder
    if not isinstance(folder, str | os.PathLike | None):
        sentence = say("The name of a data folder is wanted, or nothing for the casebook's own; you gave {given}.")
        raise TypeError(sentence.format(given=shown(folder)))
    chosen = DATA if folder is None else folder_named(folder)
    if not (chosen / "datapackage.json").is_file():
        sentence = say("{folder} holds no datapackage.json, so it is not a casebook data folder.")
        raise FileNotFoundError(sentence.format(folder=chosen))
    for clear in _caches:
        clear()
    _folder = chosen


def folder() -> Path:
    """The data folder in use."""
    return _folder


@kept_for_a_folder
def descriptor_in(folder: Path) -> Package:
    """The data package descriptor of a folder, as written: do not change it.

    Raises
    ------
    BrokenTableError
        If it declares no tables, or a type of column that the casebook does not know.
    """
    path = folder / "datapackage.json"
    try:
        package: Package = json.loads(path.read_text(encoding="utf-8"))
        declared = {field["type"] for each in package["resources"] for field in each["schema"]["fields"]}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        raise BrokenTableError(
            path, say("it does not declare tables and their columns as a data package does")
        ) from None
    if strange := declared - set(TYPES):
        sentence = say("the casebook knows no column type {name!r}")
        raise BrokenTableError(path, sentence.format(name=min(map(str, strange))))
    return package


def descriptor() -> Package:
    """The data package descriptor in use, as written: do not change it."""
    return descriptor_in(_folder)


def _resource(folder: Path, name: str) -> Resource:
    resources = {each["name"]: each for each in descriptor_in(folder)["resources"]}
    if not isinstance(name, str) or name not in resources:
        raise UnknownTableError(say("a table"), name, resources)
    return resources[name]


def resource(name: str) -> Resource:
    """The part of the descriptor that defines one table."""
    return _resource(_folder, name)


@kept_for_a_folder
def _read(folder: Path, name: str) -> pd.DataFrame:
    definition = _resource(folder, name)
    own = read(folder / definition["path"], definition["schema"]["fields"])
    return pd.concat([_read(DATA, name), own], ignore_index=True) if _is_beside(folder) else own


def _is_beside(folder: Path) -> bool:
    return "beside" in descriptor_in(folder)


def home() -> Path:
    """Where the text and the map of the folder in use are: a folder beside the casebook's data has the casebook's."""
    return DATA if _is_beside(_folder) else _folder


def own_keys(name: str) -> set[str]:
    """The keys of the rows that a folder beside the casebook's data adds to a table; none for any other folder.

    Examples
    --------
    >>> own_keys("casualties")
    set()
    """
    return set(table(name).iloc[len(_read(DATA, name)) :, 0]) if _is_beside(_folder) else set()


@kept_for_a_folder
def _is_written_into(folder: Path, name: str) -> bool:
    """Whether pandas could write into the arrays of a table: it does where it takes a running sum of numbers."""
    numbers = {"integer", "number"} & {field["type"] for field in _resource(folder, name)["schema"]["fields"]}
    return bool(numbers) or _is_beside(folder)


def table(name: str) -> pd.DataFrame:
    """A fresh typed frame of one table, by its name."""
    return table_in(_folder, name)


def table_in(folder: Path, name: str) -> pd.DataFrame:
    """A fresh typed frame of one table of a folder, whichever folder is in use."""
    return _read(folder, name).copy(deep=_is_written_into(folder, name))
