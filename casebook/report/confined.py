"""A kernel for students' code: everything that holds it is set before the kernel begins."""

import os
from pathlib import Path

from ipykernel.kernelapp import IPKernelApp

from casebook.report import walls
from casebook.report.limits import Limits

KERNEL = ("--ext=casebook.report.hushed", "--HistoryManager.enabled=0")
OWN = ("HOME", "TMPDIR", "TEMP", "TMP", "IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "XDG_CACHE_HOME")
FIRST_FILE, MOST_FILES = 3, 512


def _silence() -> None:
    """Read nothing from the instructor's terminal, and write nothing to it."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(FIRST_FILE):
        os.dup2(nothing, stream)


def _go_on_in_a_child() -> None:
    """Go on in a forked process, with no file open but the three streams; this one waits for its end.

    Neither may keep open what tells the process that all are forked from that the command is still there.
    """
    os.closerange(FIRST_FILE, MOST_FILES)
    walls.end_with_parent()
    if child := os.fork():
        os.waitpid(child, 0)
        os._exit(0)
    walls.end_with_parent()


def serve(folder: Path, connection: Path, limits: Limits, walled: bool) -> None:
    """Close the walls if there are any, set the limits, and serve as a kernel until the end.

    Parameters
    ----------
    folder : Path
        The working directory, the home, and with walls the only place to write.
    connection : Path
        The connection file of the kernel.
    limits : Limits
        What may be used.
    walled : bool
        Whether the walls can be built here.
    """
    _silence()
    os.environ.update(dict.fromkeys(OWN, str(folder)))
    os.chdir(folder)
    if walled:
        walls.close(folder)
    limits.hold()
    if hasattr(os, "fork"):
        os.setsid()
        _go_on_in_a_child()
    IPKernelApp.launch_instance(["-f", str(connection), *KERNEL])
