"""The files of a reader's folder: made once, read as they are, and written so that nothing in them is lost.

Tables are kept as text while rows are added: what somebody typed into a file by hand stays as it was typed, also where
it breaks a rule. A file is written beside itself first and then put in its place in one step.
"""

import csv
import io
import json
import os
from pathlib import Path

from casebook.frames import BrokenTableError, records

DESCRIPTOR = "datapackage.json"


class OwnFolderError(ValueError):
    """What keeps a reader's folder from being used, in one sentence."""

    def _render_traceback_(self) -> list[str]:
        """In a notebook the sentence alone: the lines above it are not the reader's."""
        return [str(self)]


def make(folder: Path, package: dict, files: dict[str, bytes]) -> None:
    """Make a data folder from a descriptor and the files to begin with; every other table has only its header.

    A file that is already there is left as it is.

    Raises
    ------
    OwnFolderError
        If the folder cannot be written to, or holds another data package.
    """
    if folder.exists() and not folder.is_dir():
        raise OwnFolderError(f"{folder} is a file, and a folder is wanted: choose another name.")
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
        raise OwnFolderError(f"{folder} cannot be written to: {error.strerror}. Choose another folder.") from None


def _refuse_another(folder: Path, name: str) -> None:
    """A folder of another kind is somebody's work: nothing is put into it."""
    path = folder / DESCRIPTOR
    if not path.exists():
        return
    try:
        found = json.loads(path.read_text(encoding="utf-8"))["name"]
    except (OSError, ValueError, LookupError, TypeError):
        raise OwnFolderError(f"{path} cannot be read as a data package: mend it, or choose a new folder.") from None
    if found != name:
        raise OwnFolderError(f"{folder} holds another data package ({found}): choose a new folder for this one.")


def written(rows: list[list[str]]) -> bytes:
    """Rows as the casebook writes a CSV file.

    Examples
    --------
    >>> written([["move"], ["warn, deny"]])
    b'move\\n"warn, deny"\\n'
    """
    words = io.StringIO(newline="")
    csv.writer(words, lineterminator="\n").writerows(rows)
    return words.getvalue().encode("utf-8")


def table(folder: Path, definition: dict) -> list[dict[str, str]]:
    """The rows of one table as text.

    Raises
    ------
    OwnFolderError
        If the file is not there, or is no table with the declared columns: it is not touched then.
    """
    path, columns = folder / definition["path"], [field["name"] for field in definition["schema"]["fields"]]
    if not path.exists():
        raise OwnFolderError(
            f"{path.name} of {folder.name} is not there any more: open the folder again to get it back."
        )
    try:
        header, *rows = records(path)
    except BrokenTableError as error:
        raise OwnFolderError(str(error)) from None
    if header != columns:
        raise OwnFolderError(f"{path.name} does not have the columns of the codebook, so nothing was written into it.")
    if uneven := next((number for number, row in enumerate(rows, 2) if len(row) != len(columns)), None):
        raise OwnFolderError(
            f"{path.name}: row {uneven} does not have {len(columns)} cells. Mend it; nothing was lost."
        )
    return [dict(zip(columns, row, strict=True)) for row in rows]


def save(folder: Path, definition: dict, rows: list[dict[str, str]]) -> None:
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
        raise OwnFolderError(f"{path.name} cannot be written: {error.strerror}. It is as it was.") from None
