"""Submissions run again on a Dask cluster that is there already: one task for each, which costs only itself."""

import asyncio
import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from time import monotonic, sleep

from casebook.language import counted
from casebook.report import apart, words
from casebook.report.command import ReportError
from casebook.report.limits import Limits
from casebook.report.place import Jobs, Place
from casebook.report.rerun import Run

try:
    import distributed
except ImportError:  # an extra of the package
    distributed = None  # type: ignore[assignment]  # a module that may be lacking has no type of its own

SECONDS_TO_CONNECT, SECONDS_WITHOUT_WORKERS, GLANCE = 5, 60, 0.2
WORKER = "worker"


async def _reach(address: str) -> None:
    """See that a scheduler answers: a client by itself would wait for one that is silent."""
    how = distributed.Security().get_connection_args("client")
    line = await asyncio.wait_for(
        distributed.comm.core.connect(address, timeout=SECONDS_TO_CONNECT, **how), SECONDS_TO_CONNECT
    )
    await line.close()


async def _what_holds() -> list[bool]:
    told: list[bool] = json.loads(await asyncio.to_thread(apart.run, b""))
    return told


def _asked(client: "distributed.Client", address: str) -> list[list[bool]]:
    """What holds students' code on each worker, once all have this casebook."""
    mine = version("casebook")
    # A function of Python's own: it can be asked of a worker that has no casebook.
    theirs = client.run(version, "casebook", on_error="return").values()
    if not theirs:
        raise ReportError(words.NO_WORKERS.format(address=address))
    if others := {words.NONE if isinstance(each, Exception) else each for each in theirs} - {mine}:
        raise ReportError(words.OTHER_CASEBOOK.format(address=address, mine=mine, theirs=", ".join(sorted(others))))
    answers = list(client.run(_what_holds, on_error="return").values())
    if fault := next((each for each in answers if isinstance(each, Exception)), None):
        raise ReportError(words.NO_TRIAL.format(address=address, fault=type(fault).__name__))
    return answers


def _came_of(future: "distributed.Future[bytes]") -> Run:
    """What came of a task; without an answer, the worker, the program on it or the way to it was lost."""
    try:
        if future.status != "finished":
            return Run(ended=WORKER)
        given = json.loads(future.result(timeout=SECONDS_TO_CONNECT))
    except Exception:  # whatever the way back does costs one submission, not the others
        return Run(ended=WORKER)
    return Run(given["records"], {int(number): how for number, how in given["lost"].items()}, given["ended"])


def _run_all(
    client: "distributed.Client", jobs: Jobs, limits: Limits, done: Callable[[], object] = lambda: None
) -> dict[str, Run]:
    sent = {name: client.submit(apart.run, apart.submission(cells, limits), pure=False) for name, cells in jobs}
    runs, seen = {}, monotonic()
    while left := [name for name in sent if name not in runs]:
        connected = client.status == "running"
        if connected and client.scheduler_info().get("workers"):
            seen = monotonic()
        gone = not connected or monotonic() - seen > SECONDS_WITHOUT_WORKERS
        for name in left:
            if gone or sent[name].status in ("finished", "error", "cancelled"):
                runs[name] = _came_of(sent[name])
                done()
        sleep(GLANCE)
    return {name: runs[name] for name in sent}


@contextmanager
def cluster(address: str) -> Iterator[Place]:
    """A cluster as a place to run submissions again; it is left as it was.

    Parameters
    ----------
    address : str
        Of its scheduler, such as "tcp://127.0.0.1:8786".

    Raises
    ------
    ReportError
        If Dask is not installed here, nothing answers, or a worker is missing the same casebook.
    """
    if distributed is None:
        raise ReportError(words.NO_DASK)
    try:
        asyncio.run(_reach(address))
        client = distributed.Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError, TypeError):  # the last of a way that needs keys or a package which are not here
        raise ReportError(words.NO_CLUSTER.format(address=address)) from None
    # What is lost is said in the report; Dask would add a traceback of its own.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    with client:
        answers = _asked(client, address)
        walled, limited = map(all, zip(*answers, strict=True))
        name = words.CLUSTER.format(workers=counted("{number} worker", "{number} workers", len(answers)))
        yield Place(name, walled, limited, lambda *given: _run_all(client, *given))
