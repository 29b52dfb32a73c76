"""Submissions run again, several at once, each in a kernel and a folder of its own, within limits.

A cell that ends its kernel or takes too long is left out, and the others run again without it.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import monotonic

import zmq.asyncio
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionComplete, CellTimeoutError, DeadKernelError
from nbformat import v4

from casebook.editions.execution import SAME_EVERYWHERE
from casebook.exercise.verdict import RECORD
from casebook.report import walls
from casebook.report.limits import MEGABYTE, Limits
from casebook.report.watch import end, exceeded

CONFINED = "casebook.report.confined"
MOST_STARTS = 4
GLANCE = 0.2
LARGEST_MESSAGE, WAITING_MESSAGES, MOST_MESSAGES = 4 * MEGABYTE, 50, 20_000
TOO_LONG, ENDED = "too long", "ended"
# What a kernel needs to start; nothing else of the instructor's surroundings is handed to it.
HANDED_ON = ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "CONDA_PREFIX", "SYSTEMROOT")
OWN = ("HOME", "TMPDIR", "TEMP", "TMP", "IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "XDG_CACHE_HOME")
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


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
        Which of the `Limits` ended it all: "seconds", "memory", "processes", "disk" or "files"; empty if none.
    """

    records: list[dict] = field(default_factory=list)
    lost: dict[int, str] = field(default_factory=dict)
    ended: str = ""


class _Confined(KernelSpecManager):
    """The interpreter of this process, behind walls where there are any."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        super().__init__()
        self.connection = str(folder / "kernel.json")
        job = {"folder": str(folder), "connection": self.connection, "limits": asdict(limits), "walled": walls.stand()}
        self.command = [*(walls.UNSHARE if job["walled"] else ()), sys.executable, "-m", CONFINED, json.dumps(job)]

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(argv=self.command, display_name=kernel_name, language="python")


class _Client(NotebookClient):
    """Keeps the verdicts that cells show and nothing else that they say."""

    def __init__(self, cells: list[str], run: Run, **options) -> None:
        super().__init__(v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells]), **options)
        self.run, self.heard = run, 0

    def process_message(self, msg: dict, cell: dict, cell_index: int) -> None:
        self.heard += 1
        if self.heard > MOST_MESSAGES:
            raise DeadKernelError
        content = msg["content"]
        if msg["msg_type"] == "status" and content["execution_state"] == "idle":
            raise CellExecutionComplete
        record = content.get("data", {}).get(RECORD)
        if isinstance(record, dict):
            self.run.records.append(record)


def _environment(folder: Path) -> dict[str, str]:
    mine = {name: os.environ[name] for name in HANDED_ON if name in os.environ}
    return {**mine, **dict.fromkeys(OWN, str(folder)), **SAME_EVERYWHERE, **ONE_THREAD, "CASEBOOK_EDITION": "student"}


def _ears() -> zmq.asyncio.Context:
    """Sockets that cannot be flooded: few messages wait at a time, and one that is too large is the kernel's last."""
    context = zmq.asyncio.Context()
    context.setsockopt(zmq.MAXMSGSIZE, LARGEST_MESSAGE)
    context.setsockopt(zmq.RCVHWM, WAITING_MESSAGES)
    return context


async def _watch(manager: AsyncKernelManager, folder: Path, began: float, limits: Limits, run: Run) -> None:
    while not run.ended:
        await asyncio.sleep(GLANCE)
        if manager.has_kernel and (pid := manager.provisioner.pid):
            run.ended = exceeded(pid, folder, began, limits)
    end(pid)


async def _one_start(cells: list[str], folder: Path, began: float, limits: Limits, run: Run) -> None:
    """Run the cells in a fresh kernel; a cell that is lost is noted and emptied, and ends this start."""
    # Sockets with a name instead of a port: they need no network, and nobody else can open them.
    sockets = {"transport": "ipc", "ip": str(folder / "kernel")} if os.name == "posix" else {}
    specs = _Confined(folder, limits)
    manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=specs, context=_ears(), **sockets)
    manager.connection_file = specs.connection
    client = _Client(cells, run, km=manager, timeout=limits.cell_seconds, allow_errors=True, record_timing=False)
    watching = asyncio.create_task(_watch(manager, folder, began, limits, run))
    number = -1
    try:
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        await client.async_start_new_kernel(cwd=str(folder), env=_environment(folder), **silent)
        await client.async_start_new_kernel_client()
        for number, cell in enumerate(client.nb.cells):
            await client.async_execute_cell(cell, number)
    except Exception as fault:  # whatever a kernel in strange hands does costs one cell, not the others
        if not run.ended:
            run.lost[number] = TOO_LONG if isinstance(fault, CellTimeoutError) else ENDED
    finally:
        watching.cancel()
        if manager.has_kernel and manager.provisioner.pid:
            end(manager.provisioner.pid)
        if client.kc:
            client.kc.stop_channels()
        if manager.has_kernel:
            await manager.shutdown_kernel(now=True)
        manager.context.destroy(linger=0)


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
