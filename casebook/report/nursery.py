"""Processes for students' code, forked from one that has imported everything and has run none of it."""

import contextlib
import multiprocessing
import os
from collections.abc import Callable, Iterator
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess

from casebook.editions.execution import SAME_EVERYWHERE

# What Python needs to start; nothing else of the instructor's surroundings is handed on.
HANDED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "CONDA_PREFIX", "SYSTEMROOT")
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
FORKS = "forkserver" in multiprocessing.get_all_start_methods()


def surroundings() -> dict[str, str]:
    """The environment of students' code."""
    mine = {name: os.environ[name] for name in HANDED_ON if name in os.environ}
    return {**mine, **SAME_EVERYWHERE, **ONE_THREAD, "CASEBOOK_EDITION": "student"}


@contextlib.contextmanager
def _only(environment: dict[str, str]) -> Iterator[None]:
    kept = dict(os.environ)
    os.environ.clear()
    os.environ.update(environment)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


def begin(target: Callable[..., object], *arguments: object) -> BaseProcess:
    """Start a function in a process of its own, with nothing of this one but its code.

    Where processes cannot fork, as on Windows, each imports what it needs for itself.

    Parameters
    ----------
    target : callable
        A function of a module.
    *arguments
        What it gets; can be pickled.

    Returns
    -------
    Process
        Begun; it ends with this process at the latest.

    Examples
    --------
    >>> process = begin(print)
    >>> process.join()
    >>> process.exitcode, process.daemon
    (0, True)
    """
    context = multiprocessing.get_context("forkserver") if FORKS else multiprocessing.get_context("spawn")
    with _only(surroundings()):
        if FORKS:
            context.set_forkserver_preload(["casebook.report.warm"])
            forkserver.ensure_running()
        process = context.Process(target=target, args=arguments, daemon=True)
        process.start()
    return process
