"""Where submissions are run again: what it is called, what holds their code there, and how they get there."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from casebook.report import walls, words
from casebook.report.limits import KEPT
from casebook.report.rerun import Run, run_all

Jobs = Iterable[tuple[str, list[str]]]


@dataclass(frozen=True)
class Place:
    """A machine, or several.

    Attributes
    ----------
    name : str
        As it is called in a sentence.
    walled, limited : bool
        Whether there is neither network nor a place to write, and whether the system itself keeps limits.
    run_all : callable
        Takes names with code cells, the limits of each and, if wanted, what to call after each; gives a Run for each.
    """

    name: str
    walled: bool
    limited: bool
    run_all: Callable[..., dict[str, Run]]


def here() -> Place:
    """The machine at hand.

    Examples
    --------
    >>> from casebook.report.limits import Limits
    >>> here().run_all([("Ana", ["1 + 1"])], Limits())
    {'Ana': Run(records=[], lost={}, ended='')}
    """
    return Place(words.HERE, walls.stand(), KEPT, lambda *given: asyncio.run(run_all(*given)))
