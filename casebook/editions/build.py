"""Make both editions of every notebook from the instructors' notebooks, two kernels at a time.

A notebook is written only when both its editions ran from top to bottom, in one step each, so that a failure, a
power cut or a second editor never costs an author a line.
"""

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

import nbformat

from casebook.editions.comparison import first_difference
from casebook.editions.currency import Record
from casebook.editions.execution import executed
from casebook.editions.source import NotebookError, graded, parsed, regular
from casebook.editions.student import student_edition
from casebook.exercise.register import find
from casebook.folders import NOTEBOOKS
from casebook.pictures import with_pictures

EDITIONS = ("instructor", "student")
KERNELS = 2


@dataclass(frozen=True)
class Outcome:
    """What became of one notebook: `built`, `current` (nothing to do), `stale` or `failed`, and why in words."""

    notebook: str
    state: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.notebook}: {self.state}" + (f", {self.words}" if self.words else "")


def sources(folder: Path, wanted: Iterable[str] = ()) -> list[Path]:
    """The instructor notebooks of a folder, in order; only the wanted ones if any are named.

    Parameters
    ----------
    folder : Path
        The folder of the student edition; the source edition is in its subfolder `instructor`.
    wanted : iterable of str, optional
        Names or beginnings of names: `01`, `01-one-article`.

    Raises
    ------
    NotebookError
        If a name fits no notebook: with the names that there are; or if there is none at all.
    """
    found = sorted((folder / "instructor").glob("*.ipynb"))
    if not found:
        raise NotebookError(f"no notebook is in {folder / 'instructor'}")
    chosen = set()
    for name in wanted:
        fitting = {path for path in found if path.stem.startswith(name.removesuffix(".ipynb"))}
        if not fitting:
            there = ", ".join(path.stem for path in found)
            raise NotebookError(f"no notebook is called '{name}'. There are: {there}")
        chosen |= fitting
    return [path for path in found if path in chosen or not chosen]


def _places(source: Path) -> list[Path]:
    return [source, source.parent.parent / source.name]


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def by_hand(notebook: nbformat.NotebookNode) -> set[str]:
    """The keys that a notebook checks and whose points an instructor gives."""
    keys = {call.key for cell in notebook.cells if (call := graded(cell))}
    return {key for key in keys if (exercise := find(key)) and exercise.by_hand}


def _cells(content: bytes) -> nbformat.NotebookNode:
    author = parsed(content)
    return regular(author, by_hand(author))


def _text(notebook: nbformat.NotebookNode) -> bytes:
    written: str = nbformat.writes(notebook)
    return written.encode() + b"\n"


async def _both(source: Path, cells: nbformat.NotebookNode, kernels: asyncio.Semaphore) -> list[bytes]:
    """Both editions, executed side by side, as the bytes of their files."""

    async def one(edition: str, notebook: nbformat.NotebookNode, folder: Path) -> bytes:
        async with kernels:
            try:
                ran = await executed(notebook, edition, folder)
            except NotebookError as error:
                raise NotebookError(f"{edition} edition, {error}") from None
        return _text(with_pictures(ran))

    notebooks = [cells, student_edition(cells)]
    folders = [path.parent for path in _places(source)]
    runs = [one(*run) for run in zip(EDITIONS, notebooks, folders, strict=True)]
    results = await asyncio.gather(*runs, return_exceptions=True)
    made = []
    for result in results:
        if isinstance(result, BaseException):
            raise result
        made.append(result)
    return made


def _write(path: Path, content: bytes) -> None:
    if _bytes(path) == content:
        return
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(temporary, path.stat().st_mode if path.exists() else 0o644)
        os.replace(temporary, path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _save(source: Path, before: bytes, results: list[bytes]) -> None:
    if _bytes(source) != before:
        raise NotebookError("was changed while it was being built, and is left as it is. Build it again")
    for path, content in zip(_places(source), results, strict=True):
        _write(path, content)


# Builds or checks one notebook.
One: TypeAlias = Callable[[Path, asyncio.Semaphore], Awaitable[Outcome]]


async def _build_one(record: Record, source: Path, kernels: asyncio.Semaphore) -> Outcome:
    before = _bytes(source)
    try:
        cells = _cells(before)
        if record.holds(source.stem, _text(cells), [_bytes(path) for path in _places(source)]):
            return Outcome(source.stem, "current")
        made_from = _text(cells)
        results = await _both(source, cells, kernels)
        _save(source, before, results)
        record.keep(source.stem, made_from, results)
    except NotebookError as error:
        return Outcome(source.stem, "failed", str(error))
    return Outcome(source.stem, "built")


async def _check_one(source: Path, kernels: asyncio.Semaphore) -> Outcome:
    try:
        results = await _both(source, _cells(_bytes(source)), kernels)
    except NotebookError as error:
        return Outcome(source.stem, "failed", str(error))
    for edition, path, content in zip(EDITIONS, _places(source), results, strict=True):
        if difference := first_difference(_bytes(path), content):
            return Outcome(source.stem, "stale", f"{edition} edition, {difference}")
    return Outcome(source.stem, "current")


def _all(one: One, folder: Path, wanted: Iterable[str], done: Callable[[Outcome], None]) -> list[Outcome]:
    chosen = sources(folder, wanted)

    async def run() -> list[Outcome]:
        kernels = asyncio.Semaphore(KERNELS)

        async def told(source: Path) -> Outcome:
            try:
                outcome = await one(source, kernels)
            except OSError as error:
                outcome = Outcome(source.stem, "failed", f"{error.filename}: {error.strerror}")
            done(outcome)
            return outcome

        return await asyncio.gather(*(told(source) for source in chosen))

    return asyncio.run(run())


def build(
    folder: Path = NOTEBOOKS, wanted: Iterable[str] = (), done: Callable[[Outcome], None] = lambda outcome: None
) -> list[Outcome]:
    """Bring both editions of the notebooks up to date; those that are stay as they are.

    Parameters
    ----------
    folder : Path, optional
        Where the student edition goes; the source edition is in its subfolder `instructor`.
    wanted : iterable of str, optional
        Names or beginnings of names; all notebooks if none is given.
    done : callable, optional
        Called with the outcome of each notebook as soon as it is known.

    Returns
    -------
    list of Outcome
        In the order of the notebooks. A notebook whose state is `failed` is on disk as it was.
    """
    return _all(partial(_build_one, Record(folder)), folder, wanted, done)


def check(
    folder: Path = NOTEBOOKS, wanted: Iterable[str] = (), done: Callable[[Outcome], None] = lambda outcome: None
) -> list[Outcome]:
    """Build everything anew without writing, and compare it with what is on disk, byte for byte.

    Parameters, and what comes back, are those of `build`; a notebook that differs is `stale`.
    """
    return _all(_check_one, folder, wanted, done)
