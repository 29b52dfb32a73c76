"""One line of the table, and the two ways to take a time."""

import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True)
class Row:
    """What was measured, in seconds, beside a peer in the same run.

    `limit` is in seconds, or with `of_peer` a multiple of the peer's time.
    """

    what: str
    seconds: float
    peer: str
    peer_seconds: float
    limit: float
    of_peer: bool = False

    @property
    def ratio(self) -> float:
        return self.seconds / self.peer_seconds

    @property
    def kept(self) -> bool:
        return (self.ratio if self.of_peer else self.seconds) <= self.limit


def seconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    began = perf_counter()
    action()
    return perf_counter() - began


def fresh(code: str) -> list[float]:
    """The numbers that a program prints, one a line, in a Python of its own."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return [float(line) for line in done.stdout.split()]


def medians(runs: int, *actions: Callable[[], float]) -> list[float]:
    """The median of each action over the runs, taken in turn so that a busy moment meets all of them."""
    taken = [[action() for action in actions] for _ in range(runs)]
    return [statistics.median(times) for times in zip(*taken, strict=True)]
