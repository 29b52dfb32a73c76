"""A reader's folder as one file that can be handed in or sent: a zipped data package."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

from casebook.datapackage import descriptor_in
from casebook.language import say
from casebook.own.files import DESCRIPTOR, OwnFolderError, present


def packed(folder: Path) -> Path:
    """Write the descriptor, its tables and its text into a zip beside the folder; an earlier one stays as it is.

    Returns
    -------
    Path
        The new file: `name.zip`, or `name-2.zip` where that is there already.

    Raises
    ------
    OwnFolderError
        If a file of the folder is not there, or one cannot be read or written. Nothing is written then.
    """
    content, number = _zipped(folder), 1
    while True:
        path = folder.with_name(f"{folder.name}{'' if number == 1 else f'-{number}'}.zip")
        try:
            with path.open("xb") as target:
                target.write(content)
        except FileExistsError:
            number += 1
        except OSError as error:
            with suppress(OSError):
                path.unlink()
            raise _unpacked(path.name, error) from None
        else:
            return path


def _zipped(folder: Path) -> bytes:
    package = descriptor_in(folder)
    wanted = [DESCRIPTOR, *(each["path"] for each in package["resources"])]
    wanted += [package["text"]["path"]] if "text" in package else []
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        for name in wanted:
            path = present(folder, name)
            try:
                archive.write(path, f"{folder.name}/{name}")
            except OSError as error:
                raise _unpacked(name, error) from None
    return content.getvalue()


def _unpacked(name: str, error: OSError) -> OwnFolderError:
    sentence = say("Nothing was packed, because of {file}: {reason}.")
    return OwnFolderError(sentence.format(file=name, reason=error.strerror))
