"""The data folder in use: its descriptor, and its CSV files as typed frames.

`datapackage.json` decides every type; nothing about columns is repeated here. Each file is read once and handed out
as copies, so a caller who changes a frame changes nobody else's.
"""

import functools
import json
from difflib import get_close_matches
from pathlib import Path
from textwrap import shorten

import pandas as pd

from casebook.folders import DATA
from casebook.frames import TYPES, BrokenTableError, read

_folder = DATA


class UnknownNameError(KeyError):
    """A name that is not there: the message says what was asked for and the nearest that exists."""

    def __init__(self, what: str, given: object, known) -> None:
        names = {str(name).casefold(): str(name) for name in known}
        near = [names[each] for each in get_close_matches(str(given).strip()[:100].casefold(), names, n=3, cutoff=0.4)]
        said = f"{shorten(repr(given), 100, placeholder='…')} is not {what}."
        super().__init__(f"{said} Nearest: {', '.join(near)}." if near else said)

    def __str__(self) -> str:
        return self.args[0]


class UnknownTableError(UnknownNameError):
    """No table of this name."""


class UnknownColumnError(UnknownNameError):
    """No column of this name in the table."""


class UnknownSourceError(UnknownNameError):
    """No source of this name."""


class UnknownRowError(UnknownNameError):
    """No row with this key."""


def use(folder: str | Path | None = None) -> Path:
    """Read every table from another data folder, or from the casebook's own again.

    Parameters
    ----------
    folder : path, optional
        A folder with a `datapackage.json` and the CSV files that it names. None means the casebook's own data.

    Returns
    -------
    Path
        The folder now in use.

    Raises
    ------
    FileNotFoundError
        If the folder holds no `datapackage.json`.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.use().name
    'data'
    """
    global _folder
    chosen = DATA if folder is None else Path(folder).expanduser().resolve()
    if not (chosen / "datapackage.json").is_file():
        raise FileNotFoundError(f"{chosen} holds no datapackage.json, so it is not a casebook data folder.")
    _folder = chosen
    return chosen


def folder() -> Path:
    """The data folder in use."""
    return _folder


@functools.cache
def _descriptor(folder: Path) -> dict:
    path = folder / "datapackage.json"
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
        declared = {field["type"] for each in package["resources"] for field in each["schema"]["fields"]}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        raise BrokenTableError(path, "it does not declare tables and their columns as a data package does") from None
    if strange := declared - set(TYPES):
        raise BrokenTableError(path, f"the casebook knows no column type {sorted(map(str, strange))[0]!r}")
    return package


def descriptor() -> dict:
    """The data package descriptor in use, as written: do not change it."""
    return _descriptor(_folder)


def _resource(folder: Path, name: str) -> dict:
    resources = {each["name"]: each for each in _descriptor(folder)["resources"]}
    if not isinstance(name, str) or name not in resources:
        raise UnknownTableError("a table", name, resources)
    return resources[name]


def resource(name: str) -> dict:
    """The part of the descriptor that defines one table."""
    return _resource(_folder, name)


@functools.cache
def _read(folder: Path, name: str) -> pd.DataFrame:
    definition = _resource(folder, name)
    return read(folder / definition["path"], definition["schema"]["fields"])


@functools.cache
def _has_numbers(folder: Path, name: str) -> bool:
    return any(field["type"] in {"integer", "number"} for field in _resource(folder, name)["schema"]["fields"])


def table(name: str) -> pd.DataFrame:
    """A fresh typed frame of one table, by its name."""
    # pandas writes into the very array whose running sum it takes, so numbers are not shared.
    return _read(_folder, name).copy(deep=_has_numbers(_folder, name))
