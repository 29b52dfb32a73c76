"""The data folder in use: its descriptor, and its CSV files as typed frames.

`datapackage.json` decides every type; nothing about columns is repeated here. Each file is read once and handed
out as copies that share memory until they are changed (pandas copy-on-write), so a caller who changes a frame
changes nobody else's.
"""

import csv
import functools
import json
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import pandas as pd

from casebook.folders import DATA

PARSERS = {"integer": (int, "Int64"), "number": (float, "Float64"), "date": (date.fromisoformat, "datetime64[us]")}
ADVICE = "`casebook data check` lists every fault."
_folder = DATA


class BrokenTableError(ValueError):
    """A data file that cannot be read as its descriptor says."""


class UnknownNameError(KeyError):
    """A name that is not there: the message says what was asked for and the nearest that exists."""

    def __init__(self, what: str, given: object, known) -> None:
        near = get_close_matches(str(given).strip(), [str(name) for name in known], n=3, cutoff=0.4)
        said = f"{given!r} is not {what}."
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
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def descriptor() -> dict:
    """The data package descriptor in use, as written: do not change it."""
    return _descriptor(_folder)


def _resource(folder: Path, name: str) -> dict:
    resources = {each["name"]: each for each in _descriptor(folder)["resources"]}
    if name not in resources:
        raise UnknownTableError("a table", name, resources)
    return resources[name]


def resource(name: str) -> dict:
    """The part of the descriptor that defines one table."""
    return _resource(_folder, name)


def column(cells: list[str], field: dict) -> pd.Series:
    """One column of text cells, blank for missing, given the type that its field declares.

    Raises
    ------
    ValueError
        With the text of the first cell that does not fit the type.
    """
    levels = field.get("constraints", {}).get("enum")
    if levels:
        codes = {"": -1} | {level: code for code, level in enumerate(levels)}
        if strange := next((cell for cell in cells if cell not in codes), None):
            raise ValueError(strange)
        values = pd.Categorical.from_codes(
            [codes[cell] for cell in cells], levels, ordered=field.get("categoriesOrdered", False)
        )
    elif field["type"] == "string":
        values = pd.array([cell or pd.NA for cell in cells], dtype="string")
    else:
        parse, dtype = PARSERS[field["type"]]
        values = pd.array([_parsed(parse, cell) for cell in cells], dtype=dtype)
    return pd.Series(values, name=field["name"])


def _parsed(parse, cell: str):
    if cell == "":
        return None
    try:
        return parse(cell)
    except (ValueError, OverflowError):
        raise ValueError(cell) from None


@functools.cache
def _read(folder: Path, name: str) -> pd.DataFrame:
    definition = _resource(folder, name)
    path = folder / definition["path"]
    fields = definition["schema"]["fields"]
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file, strict=True)
    except (OSError, ValueError, csv.Error) as error:
        raise BrokenTableError(f"{path.name} cannot be read as a table: {error}. {ADVICE}") from None
    if header != [field["name"] for field in fields]:
        raise BrokenTableError(f"{path.name} does not have the columns that datapackage.json declares. {ADVICE}")
    if uneven := next((line for line, row in enumerate(rows, 2) if len(row) != len(header)), None):
        raise BrokenTableError(f"{path.name}, row {uneven}: not {len(header)} cells. {ADVICE}")
    columns = {}
    for field, cells in zip(fields, zip(*rows, strict=True) if rows else [[]] * len(fields), strict=True):
        try:
            columns[field["name"]] = column(list(cells), field)
        except ValueError as error:
            raise BrokenTableError(
                f"{path.name}, column {field['name']}: {str(error)!r} is not a valid {field['type']}. {ADVICE}"
            ) from None
    return pd.DataFrame(columns)


def table(name: str) -> pd.DataFrame:
    """A fresh typed frame of one table, by its name."""
    return _read(_folder, name).copy(deep=False)
