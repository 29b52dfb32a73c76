"""One CSV file as a typed frame, as its fields say; or one plain sentence about why it cannot be.

Arrays of text, codes and days are read-only. Copies of a frame share them until they are changed (pandas
copy-on-write), but pandas gives the arrays themselves away through `.array`: what cannot be written to cannot be
changed for others.
"""

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from casebook.declared import Field
from casebook.folders import DATA
from casebook.language import later, say

INTEGER = re.compile(r"-?[0-9]{1,15}")
NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Array: TypeAlias = ExtensionArray | np.ndarray


class BrokenTableError(ValueError):
    """A data file that cannot be read as its descriptor says: one sentence says why.

    Parameters
    ----------
    path : Path
        The file.
    why : str
        What is wrong with it.
    folder : Path, optional
        The data folder that it belongs to. None means the one that it is in.
    """

    def __init__(self, path: Path, why: str, folder: Path | None = None) -> None:
        checked = folder or path.parent
        other = "" if checked == DATA else f' "{checked}"'
        sentence = say("{file} cannot be read: {why}; `casebook data check{folder}` lists every fault.")
        super().__init__(sentence.format(file=path.name, why=why, folder=other))


class UnfitCellError(ValueError):
    """A cell that is not what its field asks for."""

    def __init__(self, name: str, cell: str, wanted: str) -> None:
        shown = cell if len(cell) <= 60 else f"{cell[:59]}…"
        sentence = say("column {column} has {shown!r}, which is not {wanted}")
        super().__init__(sentence.format(column=name, shown=shown, wanted=say(wanted)))


def text_of(path: Path, folder: Path | None = None) -> str:
    """What stands in a file of a data folder.

    Parameters
    ----------
    path : Path
        The file: UTF-8.
    folder : Path, optional
        The data folder that it belongs to. None means the one that it is in.

    Raises
    ------
    BrokenTableError
        If the file is not there, or is not UTF-8.

    Examples
    --------
    >>> from casebook.folders import PRACTICE
    >>> len(text_of(PRACTICE / "practice.txt").splitlines())
    8
    """
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise BrokenTableError(path, (error.strerror or say("the file is out of reach")).lower(), folder) from None
    except UnicodeDecodeError:
        raise BrokenTableError(path, say("it is not UTF-8 text"), folder) from None


def records(path: Path) -> list[list[str]]:
    """The rows of a CSV file as text, the header first.

    Raises
    ------
    BrokenTableError
        If the file is not there, is not UTF-8, or is not CSV.
    """
    text = text_of(path).removeprefix("\ufeff")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        raise BrokenTableError(path, say("its commas, quotation marks or line ends are out of place")) from None
    if not rows:
        raise BrokenTableError(path, say("it is empty"))
    return rows


def _read_only(array: np.ndarray) -> np.ndarray:
    array.setflags(write=False)
    return array


def _codes(cells: list[str], levels: list[str], ordered: bool) -> "pd.Categorical[str]":
    codes = {"": -1} | {level: code for code, level in enumerate(levels)}
    size = "int8" if len(levels) < 127 else "int16"
    numbers = _read_only(np.array([codes[cell] for cell in cells], dtype=size))
    return pd.Categorical.from_codes(numbers, pd.Index(levels), ordered=ordered)


def _whole(cells: list[str]) -> pd.arrays.IntegerArray:
    return pd.arrays.IntegerArray(np.array([int(cell or 0) for cell in cells], dtype="int64"), _blank(cells))


def _number(cells: list[str]) -> pd.arrays.FloatingArray:
    return pd.arrays.FloatingArray(np.array([float(cell or 0) for cell in cells], dtype="float64"), _blank(cells))


def _blank(cells: list[str]) -> np.ndarray:
    return np.array([not cell for cell in cells], dtype=bool)


def _day(cells: list[str]) -> np.ndarray:
    return _read_only(np.array([date.fromisoformat(cell) if cell else None for cell in cells], "datetime64[us]"))


def _text(cells: list[str]) -> pd.arrays.StringArray:
    words = np.array([cell or pd.NA for cell in cells], dtype=object)
    array = pd.arrays.StringArray(words)
    _read_only(words)
    return array


def _is_day(cell: str) -> bool:
    try:
        return bool(DAY.fullmatch(cell) and date.fromisoformat(cell))
    except ValueError:
        return False


# How the cells of a type are written, what a wrong one is told, and what becomes of them.
TYPES: dict[str, tuple[Callable[[str], object], str, Callable[[list[str]], Array]]] = {
    "string": (lambda cell: True, later("text"), _text),
    "integer": (INTEGER.fullmatch, later("a whole number"), _whole),
    "number": (NUMBER.fullmatch, later("a number"), _number),
    "date": (_is_day, later("a day, YYYY-MM-DD"), _day),
}


def column(cells: list[str], field: Field) -> Array:
    """Text cells, blank for missing, as an array of the type that their field declares.

    Raises
    ------
    UnfitCellError
        If a cell does not fit the type.

    Examples
    --------
    >>> column(["7", ""], {"name": "count_low", "type": "integer"})
    <IntegerArray>
    [7, <NA>]
    Length: 2, dtype: Int64
    """
    levels = field.get("constraints", {}).get("enum")
    fits, wanted, turned = TYPES[field["type"]]
    if levels:
        fits, wanted = set(levels).__contains__, later("one of the values that datapackage.json allows")
    if strange := next((cell for cell in cells if cell and not fits(cell)), ""):
        raise UnfitCellError(field["name"], strange, wanted)
    return _codes(cells, levels, field.get("categoriesOrdered", False)) if levels else turned(cells)


def read(path: Path, fields: list[Field]) -> pd.DataFrame:
    """One CSV file as a frame whose columns have the types of their fields.

    Parameters
    ----------
    path : Path
        The file: UTF-8, a header, commas.
    fields : list of dict
        The fields of its schema, in the order of the header.

    Raises
    ------
    BrokenTableError
        If it cannot be read so.

    Examples
    --------
    >>> from casebook.datapackage import resource
    >>> read(DATA / "passages.csv", resource("passages")["schema"]["fields"]).shape
    (18, 6)
    """
    header, *rows = records(path)
    names = [field["name"] for field in fields]
    if header != names:
        raise BrokenTableError(path, say("its columns are not those that datapackage.json declares"))
    if uneven := next((number for number, row in enumerate(rows, 1) if len(row) != len(names)), None):
        sentence = say("row {row} after the header does not have {cells} cells")
        raise BrokenTableError(path, sentence.format(row=uneven, cells=len(names)))
    cells = zip(*rows, strict=True) if rows else [()] * len(names)
    try:
        columns = {field["name"]: column(list(mine), field) for field, mine in zip(fields, cells, strict=True)}
    except UnfitCellError as error:
        raise BrokenTableError(path, error.args[0]) from None
    return pd.DataFrame(columns, copy=False)
