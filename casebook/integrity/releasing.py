"""The record of a release, written once for each version."""

import json
from pathlib import Path

from casebook.folders import DATA
from casebook.integrity.examination import contents_of, examine
from casebook.integrity.released import FILE, record_of


class ReleaseError(Exception):
    """Why no record can be written now."""


def write(folder: Path = DATA) -> str:
    """Write down what each row of a data folder holds in the version that its descriptor names.

    Parameters
    ----------
    folder : path, optional
        A folder with a `datapackage.json`; the casebook's own if none is given.

    Returns
    -------
    str
        What was done.

    Raises
    ------
    ReleaseError
        If the folder has faults, among them a change since the last record that nothing tells of; or if the
        record of this version holds something else: what is out stays as it is.
    """
    if faults := examine(folder).faults:
        raise ReleaseError(f"The data have faults, and are not released: {faults[0]}")
    contents = contents_of(folder, [])
    assert contents is not None
    record = record_of(contents)
    words = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    version, target = record["version"], folder / FILE
    before = target.read_text(encoding="utf-8") if target.exists() else ""
    if before == words:
        return f"{FILE} has version {version} already."
    if before and json.loads(before)["version"] == version:
        raise ReleaseError(f"Version {version} is out, with other rows: first give datapackage.json the next one.")
    target.write_text(words, encoding="utf-8", newline="\n")
    return f"Written: {target}"
