"""Every file of a folder or zip, whatever it is: read into memory within bounds, nothing unpacked to disk."""

import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path, PurePosixPath

from casebook.language import thousands
from casebook.report import words

MEGABYTE = 2**20
LARGEST = 64 * MEGABYTE
MOST_UNPACKED = 4096 * MEGABYTE
MOST_FILES = 20_000
DEEPEST = 3
PRIVATE = (".", "__")  # how the names of folders begin that JupyterLab and other programs keep for themselves
NAMELESS = "_"  # what a zip calls only "." or ".."
UTF_8 = 0x800  # the flag of a zip's entry whose name is UTF-8
ZIP_FAULTS = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError, ValueError)


class SourceError(Exception):
    """What was given is no folder and no zip: one sentence."""


@dataclass(frozen=True)
class Found:
    """A file that was handed in.

    Attributes
    ----------
    path : str
        Where it is in the folder or zip; parts are separated by "/", also inside of a zip in a zip.
    modified : float
        When it was last changed, in seconds.
    content : bytes or None
        None where it was not read.
    remark : str
        Why it was not read, or what was odd about it; empty for most.
    """

    path: str
    modified: float
    content: bytes | None
    remark: str = ""


@dataclass
class _Budget:
    """How much may still be unpacked from zips, all together."""

    left: int
    files: int


def entries(source: Path) -> list[Path]:
    """What there is to go through: the files of a folder in order of their names, or one zip.

    A folder that is hidden, or that cannot be opened, is an entry of its own, whatever is in it. Where there are more
    than can be gone through, the folder itself is the last.

    Raises
    ------
    SourceError
        If the source is neither, or cannot be opened.
    """
    try:
        if stat.S_ISDIR(source.stat().st_mode):
            os.listdir(source)
            found = list(islice(_walk(source), MOST_FILES + 1))
            return sorted(found[:MOST_FILES]) + [source for _ in found[MOST_FILES:]]
        with source.open("rb") as file:
            if zipfile.is_zipfile(file):
                return [source]
    except (FileNotFoundError, NotADirectoryError):
        raise SourceError(words.NO_SOURCE.format(source=source)) from None
    except OSError as fault:
        raise SourceError(words.NOT_OPENED.format(source=source, reason=fault.strerror)) from None
    raise SourceError(words.NO_FOLDER.format(source=source))


def _walk(source: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    for place, folders, names in os.walk(source, onerror=closed.append):
        here = Path(place)
        apart = [name for name in folders if name.startswith(PRIVATE) or (here / name).is_symlink()]
        folders[:] = [name for name in folders if name not in apart]
        yield from (here / name for name in (*apart, *names))
    yield from (Path(fault.filename) for fault in closed)


def files(source: Path, entry: Path) -> Iterator[Found]:
    """The file at one of the `entries`, or, of a zip, every file in it.

    Parameters
    ----------
    source : Path
        The folder or zip that was given.
    entry : Path
        One of its entries.
    """
    path = "" if entry == source else entry.relative_to(source).as_posix()
    try:
        if entry == source and source.is_dir():
            yield Found(source.name, 0, None, words.TOO_MANY.format(most=thousands(MOST_FILES)))
            return
        about = entry.lstat()
        if stat.S_ISLNK(about.st_mode):
            yield Found(path, about.st_mtime, None, words.LINK)
        elif stat.S_ISDIR(about.st_mode):
            os.listdir(entry)
            yield Found(path, about.st_mtime, None, words.HIDDEN)
        elif not stat.S_ISREG(about.st_mode):
            yield Found(path, about.st_mtime, None, words.NO_FILE)
        elif entry == source or entry.suffix.lower() == ".zip":
            with zipfile.ZipFile(entry) as archive:
                yield from _members(archive, path, _Budget(MOST_UNPACKED, MOST_FILES), 1)
        elif about.st_size > LARGEST:
            yield Found(path, about.st_mtime, None, words.too_large(about.st_size, LARGEST))
        else:
            yield Found(path, about.st_mtime, entry.read_bytes())
    except ZIP_FAULTS as fault:
        yield Found(path, 0, None, words.unreadable(fault))


def _members(archive: zipfile.ZipFile, path: str, budget: _Budget, depth: int) -> Iterator[Found]:
    for member in archive.infolist():
        if member.is_dir():
            continue
        budget.files -= 1
        if budget.files < 0 or budget.left <= 0:
            yield Found(path or archive.filename or "", 0, None, words.BOMB)
            return
        yield from _member(archive, member, path, budget, depth)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: str, budget: _Budget, depth: int
) -> Iterator[Found]:
    given = PurePosixPath(_name(member).replace("\\", "/"))
    parts = [part for part in given.parts if part.strip("/") and part != ".."]
    remark = words.LEADS_OUT if ".." in given.parts or given.is_absolute() else ""
    place, modified = "/".join([*filter(None, [path]), *parts]) or NAMELESS, _when(member)
    if stat.S_ISLNK(member.external_attr >> 16):
        yield Found(place, modified, None, words.LINK)
        return
    try:
        with archive.open(member) as file:
            content = file.read(min(LARGEST, budget.left) + 1)
    except ZIP_FAULTS as fault:
        yield Found(place, modified, None, words.unreadable(fault))
        return
    budget.left -= len(content)
    if len(content) > LARGEST:
        yield Found(place, modified, None, words.too_large(max(member.file_size, len(content)), LARGEST))
    elif place.lower().endswith(".zip"):
        yield from _inner(content, place, modified, budget, depth)
    else:
        yield Found(place, modified, content, remark)


def _inner(content: bytes, place: str, modified: float, budget: _Budget, depth: int) -> Iterator[Found]:
    if depth >= DEEPEST:
        yield Found(place, modified, None, words.TOO_DEEP)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from _members(archive, place, budget, depth + 1)
    except ZIP_FAULTS as fault:
        yield Found(place, modified, None, words.unreadable(fault))


def _name(member: zipfile.ZipInfo) -> str:
    """The name that a zip keeps: macOS writes UTF-8 without saying so, and what does not say so is read as cp437."""
    try:
        return member.filename if member.flag_bits & UTF_8 else member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _when(member: zipfile.ZipInfo) -> float:
    """The time that a zip keeps, which knows no time zone; a zip may also keep nonsense."""
    try:
        return (datetime(*member.date_time) - datetime(1970, 1, 1)) / timedelta(seconds=1)
    except ValueError:
        return 0
