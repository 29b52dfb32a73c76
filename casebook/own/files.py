"""The files of a reader's folder: made once, read as they are, and written so that nothing in them is lost.

Tables are kept as text while rows are added: what somebody typed into a file by hand stays as it was typed, also where
it breaks a rule. A file is written beside itself first and then put in its place in one step.
"""

import csv
import io
import json
import os
from pathlib import Path

from casebook.declared import Package, Resource
from casebook.frames import BrokenTableError, records
from casebook.given import FolderNameError, folder_named
from casebook.language import say

DESCRIPTOR = "datapackage.json"


class OwnFolderError(ValueError):
    """What keeps a reader's folder from being used, in one sentence."""

    def _render_traceback_(self) -> list[str]:
        """In a notebook the sentence alone: the lines above it are not the reader's."""
        return [str(self)]


def named(folder: object) -> Path:
    """The whole path of a folder that a reader names.

    Raises
    ------
    OwnFolderError
        If it is no name, or one under which there can be no folder.
    """
    if not isinstance(folder, str | Path) or not str(folder).strip():
        raise OwnFolderError(say('The name of a folder is wanted, for example "my-folder".'))
    try:
        return folder_named(folder)
    except FolderNameError as error:
        raise OwnFolderError(error.args[0]) from None


def make(folder: Path, package: Package, files: dict[str, bytes]) -> None:
    """Make a data folder from a descriptor and the files to begin with; every other table has only its header.

    A file that is already there is left as it is.

    Raises
    ------
    OwnFolderError
        If the folder cannot be written to, or holds another data package.
    """
    if folder.exists() and not folder.is_dir():
        raise OwnFolderError(
            say("{folder} is a file, and a folder is wanted: choose another name.").format(folder=folder)
        )
    headers = {
        each["path"]: written([[field["name"] for field in each["schema"]["fields"]]]) for each in package["resources"]
    }
    wanted = {**headers, **files, DESCRIPTOR: (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()}
    _refuse_another(folder, package["name"])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in wanted.items():
            try:
                with (folder / name).open("xb") as target:
                    target.write(content)
            except FileExistsError:
                continue
    except OSError as error:
        sentence = say("{folder} cannot be written to: {reason}. Choose another folder.")
        raise OwnFolderError(sentence.format(folder=folder, reason=error.strerror)) from None


def _refuse_another(folder: Path, name: str) -> None:
    """A folder of another kind is somebody's work: nothing is put into it."""
    path = folder / DESCRIPTOR
    if not path.exists():
        return
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["name"]
    except (OSError, ValueError, LookupError, TypeError):
        sentence = say("{file} cannot be read as a data package: mend it, or choose a new folder.")
        raise OwnFolderError(sentence.format(file=path)) from None
    if found != name:
        sentence = say("{folder} holds another data package ({name}): choose a new folder for this one.")
        raise OwnFolderError(sentence.format(folder=folder, name=found))


def written(rows: list[list[str]]) -> bytes:
    r"""Rows as the casebook writes a CSV file.

    Examples
    --------
    >>> written([["move"], ["warn, deny"]])
    b'move\n"warn, deny"\n'
    """
    words = io.StringIO(newline="")
    csv.writer(words, lineterminator="\n").writerows(rows)
    return words.getvalue().encode("utf-8")


def present(folder: Path, name: str) -> Path:
    """The path of a file of the folder.

    Raises
    ------
    OwnFolderError
        If it is not there.
    """
    path = folder / name
    if not path.exists():
        sentence = say("{file} of {folder} is not there any more: open the folder again to get it back.")
        raise OwnFolderError(sentence.format(file=path.name, folder=folder.name))
    return path


def table(folder: Path, definition: Resource) -> list[dict[str, str]]:
    """The rows of one table as text.

    Raises
    ------
    OwnFolderError
        If the file is not there, or is no table with the declared columns: it is not touched then.
    """
    path, columns = present(folder, definition["path"]), [field["name"] for field in definition["schema"]["fields"]]
    try:
        header, *rows = records(path)
    except BrokenTableError as error:
        raise OwnFolderError(error.args[0]) from None
    if header != columns:
        sentence = say("{file} does not have the columns of the codebook, so nothing was written into it.")
        raise OwnFolderError(sentence.format(file=path.name))
    if uneven := next((number for number, row in enumerate(rows, 2) if len(row) != len(columns)), None):
        sentence = say("{file}: row {row} does not have {cells} cells. Mend it; nothing was lost.")
        raise OwnFolderError(sentence.format(file=path.name, row=uneven, cells=len(columns)))
    return [dict(zip(columns, row, strict=True)) for row in rows]


def save(folder: Path, definition: Resource, rows: list[dict[str, str]]) -> None:
    """Write the rows of one table in the order of its key.

    Raises
    ------
    OwnFolderError
        If the file cannot be written: then it is as it was.
    """
    path, columns = folder / definition["path"], [field["name"] for field in definition["schema"]["fields"]]
    ordered = sorted(rows, key=lambda row: [row[column] for column in definition["schema"]["primaryKey"]])
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(written([columns, *([row[column] for column in columns] for row in ordered)]))
        os.replace(beside, path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        sentence = say("{file} cannot be written: {reason}. It is as it was.")
        raise OwnFolderError(sentence.format(file=path.name, reason=error.strerror)) from None
