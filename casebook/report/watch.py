"""A process that runs students' code, seen from outside: what it uses, and its end with all that it started."""

import os
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import psutil

from casebook.report.limits import Limits


def _family(pid: int) -> list[psutil.Process]:
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def _memory(process: psutil.Process) -> int:
    try:
        return process.memory_info().rss
    except psutil.Error:
        return 0


def _on_disk(folder: Path) -> Iterator[int]:
    """The size of each file in a folder, as far as it can be read while somebody writes there."""
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            try:
                yield os.lstat(os.path.join(place, name)).st_size
            except OSError:
                yield 0


def exceeded(pid: int, folder: Path, began: float, limits: Limits) -> str:
    """Which limit a process and those that it started are beyond, by its name in `Limits`; empty if none.

    Parameters
    ----------
    pid : int
        The process.
    folder : Path
        Where it may write.
    began : float
        When it began, by `time.monotonic`.
    limits : Limits
        What it may use.
    """
    family = _family(pid)
    sizes = [size for _, size in zip(range(limits.files + 1), _on_disk(folder), strict=False)]
    used = {"seconds": monotonic() - began, "processes": len(family), "memory": sum(map(_memory, family))}
    used |= {"disk": sum(sizes), "files": len(sizes)}
    return next((name for name, value in used.items() if value > getattr(limits, name)), "")


def end(pid: int) -> None:
    """End a process and all that it started, as far as the system shows them."""
    for process in _family(pid):
        try:
            process.kill()
        except psutil.Error:
            continue
