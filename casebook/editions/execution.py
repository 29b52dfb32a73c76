"""Run a notebook in a fresh kernel so that the same cells always give the same bytes."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from casebook.editions.source import METADATA, NotebookError

LONGEST_CELL = 60
WIDGET = "application/vnd.jupyter.widget-view+json"
# Whatever else could make two runs differ: hash order, time zone, language, somebody's own IPython start-up files.
SAME_EVERYWHERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "CASEBOOK_LANG": "en"}


class _ThisPython(KernelSpecManager):
    """The interpreter that builds also runs the cells, whatever kernels the machine has installed."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(argv=command, display_name=kernel_name, language="python")


def _without_the_run(notebook: NotebookNode) -> NotebookNode:
    """Take out what only a living kernel can use: widget models, and what the kernel says of itself.

    A saved widget is a number without its 0.9 MB of state: viewers would show an error in its place. Without it they
    show what else the output holds, such as the picture of a chart.
    """
    notebook.metadata = METADATA
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)
    return notebook


def _trouble(cell: NotebookNode) -> str | None:
    for output in cell.get("outputs", []):
        if output.output_type == "stream" and output.name == "stderr":
            return f"wrote a warning: {output.text.strip()}"
    return None


async def _run_cells(client: NotebookClient) -> None:
    for number, cell in enumerate(client.nb.cells, 1):
        try:
            await client.async_execute_cell(cell, number - 1)
        except CellExecutionError as error:
            raise NotebookError(f"{error.ename}: {error.evalue}", number) from None
        except CellTimeoutError:
            raise NotebookError(f"ran for more than {LONGEST_CELL} seconds", number) from None
        except DeadKernelError:
            raise NotebookError("the kernel died", number) from None
        if trouble := _trouble(cell):
            raise NotebookError(trouble, number)


async def executed(notebook: NotebookNode, edition: str, folder: Path) -> NotebookNode:
    """A notebook with the outputs of one run from top to bottom; the notebook given is filled in and returned.

    Parameters
    ----------
    notebook : NotebookNode
        Cells without outputs.
    edition : str
        What the cells find in `CASEBOOK_EDITION`: `student` or `instructor`.
    folder : Path
        The working directory of the cells.

    Raises
    ------
    NotebookError
        If a cell fails, warns or runs for more than a minute: with its number.
    """
    manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=_ThisPython())
    client = NotebookClient(notebook, manager, timeout=LONGEST_CELL, record_timing=False, coalesce_streams=True)
    with tempfile.TemporaryDirectory() as profile:
        environment = {**os.environ, **SAME_EVERYWHERE, "IPYTHONDIR": profile, "CASEBOOK_EDITION": edition}
        try:
            await client.async_start_new_kernel(env=environment, cwd=str(folder), stderr=subprocess.DEVNULL)
            await client.async_start_new_kernel_client()
            await _run_cells(client)
        finally:
            if client.kc:
                client.kc.stop_channels()
            if manager.has_kernel:
                await manager.shutdown_kernel(now=True)
    return _without_the_run(notebook)
