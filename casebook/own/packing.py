"""A reader's folder as one file that can be handed in or sent: a zipped data package."""

import zipfile
from pathlib import Path

from casebook.datapackage import descriptor_in
from casebook.own.files import DESCRIPTOR


def packed(folder: Path) -> Path:
    """Write the descriptor, its tables and its text into a zip beside the folder; an earlier one stays as it is.

    Returns
    -------
    Path
        The new file: `name.zip`, or `name-2.zip` where that is there already.
    """
    package = descriptor_in(folder)
    wanted = [DESCRIPTOR, *(each["path"] for each in package["resources"])]
    wanted += [package["text"]["path"]] if "text" in package else []
    number = 1
    while True:
        path = folder.with_name(f"{folder.name}{'' if number == 1 else f'-{number}'}.zip")
        try:
            with path.open("xb") as target, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
                for name in wanted:
                    archive.write(folder / name, f"{folder.name}/{name}")
        except FileExistsError:
            number += 1
        else:
            return path
