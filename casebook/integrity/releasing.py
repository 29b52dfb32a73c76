"""The record of a release, written once for each version."""

import json
import re
from pathlib import Path

from casebook.declared import Package
from casebook.folders import DATA
from casebook.integrity.examination import contents_of, examine
from casebook.integrity.released import FILE, number, record_of

VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")


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
    version, target = contents.descriptor.get("version", ""), folder / FILE
    before = json.loads(target.read_text(encoding="utf-8")) if target.exists() else None
    _judge(version, before["version"] if before else "0.0.0", contents.descriptor)
    record = record_of(contents)
    if record == before:
        return f"{FILE} has version {version} already."
    if before and before["version"] == version:
        raise ReleaseError(f"Version {version} is out, with other rows: first give datapackage.json the next one.")
    target.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return f"Written: {target}"


def _judge(version: str, before: str, package: Package) -> None:
    """Whether a version can follow another, and is the last of which corrections tell."""
    if not VERSION.fullmatch(version):
        raise ReleaseError(f"datapackage.json gives the version {version!r}: it is three numbers, such as 1.1.0.")
    if number(version) < number(before):
        raise ReleaseError(f"Version {version} cannot follow {before}, which is out.")
    for resource in package["resources"]:
        for each in resource.get("corrected", []):
            if number(each["version"]) > number(version):
                words = f"{each['row']} was corrected in version {each['version']}, and this is {version}"
                raise ReleaseError(f"In {resource['name']}, `corrected` says that {words}.")
