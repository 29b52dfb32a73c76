"""Processes that run students' code, seen from outside: what they use, and their end."""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import psutil

from casebook.report.limits import Limits


def _memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
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


@dataclass
class Watch:
    """A process with all that it was ever seen to start: a child whose parent has ended is remembered.

    Attributes
    ----------
    pid : int
        The process.
    folder : Path
        Where it may write.
    began : float
        When its time began, by `time.monotonic`.
    limits : Limits
        What it may use.
    """

    pid: int
    folder: Path
    began: float
    limits: Limits
    seen: set[psutil.Process] = field(default_factory=set)

    def _look(self) -> list[psutil.Process]:
        """Those that are there now."""
        with suppress(psutil.Error):
            self.seen.add(psutil.Process(self.pid))
        for process in list(self.seen):
            with suppress(psutil.Error):
                self.seen.update(process.children(recursive=True))
        return [process for process in self.seen if process.is_running()]

    def exceeded(self) -> str:
        """Which limit they are beyond, by its name in `Limits`; empty if none."""
        there = self._look()
        sizes = [size for _, size in zip(range(self.limits.files + 1), _on_disk(self.folder), strict=False)]
        used = {"seconds": monotonic() - self.began, "processes": len(there), "memory": sum(map(_memory, there))}
        used |= {"disk": sum(sizes), "files": len(sizes)}
        return next((name for name, value in used.items() if value > getattr(self.limits, name)), "")

    def end(self) -> None:
        """End them all, as far as the system shows them."""
        for process in self._look():
            with suppress(psutil.Error):
                process.kill()
