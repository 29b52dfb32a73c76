"""Submissions run again, several at once, each in a kernel and a folder of its own, within limits.

A cell that ends its kernel or takes too long is left out, and the others run again without it.
"""

import asyncio
import os
import secrets
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic
from typing import Any, cast

import zmq.asyncio
from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.connect import write_connection_file
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionComplete, CellTimeoutError, DeadKernelError
from nbformat import v4

from casebook.exercise.verdict import RECORD
from casebook.kept import Data
from casebook.report import walls
from casebook.report.confined import serve
from casebook.report.limits import MEGABYTE, Limits
from casebook.report.nursery import begin
from casebook.report.watch import Watch

MOST_STARTS = 4
GLANCE = 0.2
LARGEST_MESSAGE, WAITING_MESSAGES, MOST_MESSAGES = 4 * MEGABYTE, 50, 20_000
# A cell whose end is not heard within seconds of its reply has ended the talk.
PATIENCE = {"iopub_timeout": 5, "raise_on_iopub_timeout": True}
TOO_LONG, ENDED = "too long", "ended"


@dataclass
class Run:
    """What came of one submission.

    Attributes
    ----------
    records : list of dict
        The records of its verdicts, in order.
    lost : dict
        Cells, counted from 0, that were left out, and why: "too long", or "ended" where the kernel did.
    ended : str
        Which of the `Limits` ended it all: "seconds", "memory", "processes", "disk" or "files"; "worker" if
        it was lost with a worker of a cluster; empty if none.
    """

    records: list[Data] = field(default_factory=list)
    lost: dict[int, str] = field(default_factory=dict)
    ended: str = ""


class _Kernel(AsyncKernelClient):
    """A client that asks the kernel's process, not its heartbeat, whether it lives."""

    process: BaseProcess

    async def _async_is_alive(self) -> bool:
        return self.process.is_alive()

    is_alive = _async_is_alive


class _Client(NotebookClient):
    """Keeps the verdicts that cells show and nothing else that they say."""

    def __init__(self, cells: list[str], run: Run, **options: Any) -> None:
        super().__init__(v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells]), **options)
        self.run, self.heard = run, 0

    def process_message(self, msg: Data, cell: Data, cell_index: int) -> None:
        self.heard += 1
        if self.heard > MOST_MESSAGES:
            raise DeadKernelError
        content = msg["content"]
        if msg["msg_type"] == "status" and content["execution_state"] == "idle":
            raise CellExecutionComplete
        record = content.get("data", {}).get(RECORD)
        if isinstance(record, dict):
            self.run.records.append(record)


def _ears() -> zmq.asyncio.Context:
    """Sockets that cannot be flooded: few messages wait at a time, and one that is too large is the kernel's last."""
    context = zmq.asyncio.Context()
    context.setsockopt(zmq.MAXMSGSIZE, LARGEST_MESSAGE)
    context.setsockopt(zmq.RCVHWM, WAITING_MESSAGES)
    return context


def _kernel(folder: Path, limits: Limits) -> _Kernel:
    """A kernel that begins to start, and a client that listens to it."""
    connection = str(folder / "kernel.json")
    # Sockets with a name instead of a port: they need no network, and nobody else can open them.
    sockets: Data = {"transport": "ipc", "ip": str(folder / "kernel")} if os.name == "posix" else {}
    write_connection_file(connection, key=secrets.token_hex().encode(), **sockets)
    client = _Kernel(context=_ears())
    client.load_connection_file(connection)
    client.process = begin(serve, folder, Path(connection), limits, walls.stand())
    client.start_channels()
    return client


async def _keep(watch: Watch, run: Run) -> None:
    """Look now and then, and end what is beyond a limit."""
    while not run.ended:
        await asyncio.sleep(GLANCE)
        run.ended = watch.exceeded()
    watch.end()


async def _one_start(cells: list[str], folder: Path, began: float, limits: Limits, run: Run) -> None:
    """Run the cells in a fresh kernel; a cell that is lost is noted and emptied, and ends this start."""
    kernel = _kernel(folder, limits)
    client = _Client(cells, run, timeout=limits.cell_seconds, **PATIENCE, allow_errors=True, record_timing=False)
    client.kc = kernel
    # It was started, so it has a number.
    watch = Watch(cast(int, kernel.process.pid), folder, began, limits)
    keeping = asyncio.create_task(_keep(watch, run))
    number = -1
    try:
        await kernel.wait_for_ready(timeout=limits.seconds)
        for number, cell in enumerate(client.nb.cells):
            await client.async_execute_cell(cell, number)
    except Exception as fault:  # whatever a kernel in strange hands does costs one cell, not the others
        # To be told to stop is no fault of a cell, though nbclient makes a dead kernel of it.
        if (here := asyncio.current_task()) and here.cancelling():
            raise asyncio.CancelledError from None
        if not run.ended:
            run.lost[number] = TOO_LONG if isinstance(fault, CellTimeoutError) else ENDED
    finally:
        keeping.cancel()
        watch.end()
        kernel.process.join()
        kernel.stop_channels()
        kernel.context.destroy(linger=0)


async def run_again(cells: list[str], limits: Limits) -> Run:
    """Run the code cells of one submission in a temporary folder, within limits.

    Parameters
    ----------
    cells : list of str
        The source of each code cell.
    limits : Limits
        What it may use.

    Returns
    -------
    Run
        Whatever was reached; nothing that the cells do is raised here.

    Examples
    --------
    >>> cells = ["import casebook as cb", 'cb.check("ten-and-ten", "C")']
    >>> asyncio.run(run_again(cells, Limits())).records[0]["state"]
    'right'
    """
    run, began = Run(), monotonic()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        for _ in range(MOST_STARTS):
            before = len(run.lost)
            left = ["" if number in run.lost else cell for number, cell in enumerate(cells)]
            await _one_start(left, folder, began, limits, run)
            if run.ended or len(run.lost) == before:
                break
    return run


async def run_all(
    submissions: Iterable[tuple[str, list[str]]], limits: Limits, done: Callable[[], object] = lambda: None
) -> dict[str, Run]:
    """Run submissions again, as many at once as the machine has processors.

    Parameters
    ----------
    submissions : iterable of (str, list of str)
        A name for each, and its code cells.
    limits : Limits
        What each may use.
    done : callable, optional
        Called after each.
    """
    places = asyncio.Semaphore(os.cpu_count() or 1)

    async def one(cells: list[str]) -> Run:
        async with places:
            run = await run_again(cells, limits)
        done()
        return run

    waiting = {name: asyncio.create_task(one(cells)) for name, cells in submissions}
    return {name: await task for name, task in waiting.items()}
