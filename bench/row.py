"""One line of the table, and the two ways to take a time."""

import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


class NotMeasuredError(Exception):
    """What keeps a measure from being taken on this machine, in one sentence."""


@dataclass(frozen=True)
class Row:
    """What was measured, in seconds, beside a peer in the same run.

    `limit` is in seconds, or with `of_peer` a multiple of the peer's time. `note` says what else was seen of it.
    """

    what: str
    seconds: float
    peer: str
    peer_seconds: float
    limit: float
    of_peer: bool = False
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.seconds / self.peer_seconds

    @property
    def kept(self) -> bool:
        return (self.ratio if self.of_peer else self.seconds) <= self.limit

    @property
    def cells(self) -> tuple[str, ...]:
        """The row in words, in the order of `HEAD`."""
        limit = f"{self.limit:g} x peer" if self.of_peer else time(self.limit)
        measured = ", ".join(filter(None, (time(self.seconds), self.note)))
        times = (self.what, measured, self.peer, time(self.peer_seconds))
        return (*times, f"{self.ratio:.2f}", limit, "yes" if self.kept else "NO")


HEAD = ("what", "measured", "peer", "peer's time", "ratio", "limit", "kept")


def time(seconds: float) -> str:
    """Seconds or milliseconds, with as many digits as can be trusted.

    Examples
    --------
    >>> time(12.3), time(0.0456), time(0.000789)
    ('12.3 s', '45.6 ms', '0.79 ms')
    """
    if seconds >= 1:
        return f"{seconds:.1f} s"
    return f"{seconds * 1000:.1f} ms" if seconds >= 0.001 else f"{seconds * 1000:.2f} ms"


def seconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    began = perf_counter()
    action()
    return perf_counter() - began


def fresh(code: str, *arguments: str, python: str = sys.executable, cwd: Path | None = None) -> list[float]:
    """The numbers that a program prints, one a line, in a Python of its own."""
    done = subprocess.run([python, "-c", code, *arguments], cwd=cwd, capture_output=True, text=True, check=True)
    return [float(line) for line in done.stdout.split()]


def medians(runs: int, *actions: Callable[[], float]) -> list[float]:
    """The median of each action over the runs, taken in turn so that a busy moment meets all of them."""
    taken = [[action() for action in actions] for _ in range(runs)]
    return [statistics.median(times) for times in zip(*taken, strict=True)]
