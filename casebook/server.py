"""JupyterLab in a process of its own: a port of this machine, its settings, its start and its end.

So one Ctrl-C, a closed terminal or a stopped container ends it at once and without its yes-or-no question. The settings
in `casebook/jupyter` are: no news, no look for updates, no catalogue of extensions, none of the menus with which
nbgrader makes assignments, and arrow keys that a menu or slider under a chart keeps for itself. A reader's own settings
hold beside them, and stay as they are.
"""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import IO, NamedTuple

import psutil
from jupyter_core.paths import jupyter_runtime_dir

from casebook.folders import DATA

HOST = "127.0.0.1"
PORTS = range(8888, 8988)
SETTINGS = Path(__file__).parent / "jupyter"
PATIENCE = 90  # seconds: the first start of JupyterLab on a slow laptop, before its files are in memory
GRACE = 10


class LabError(Exception):
    """What hinders JupyterLab, in one sentence for the person at the keyboard."""


class Session(NamedTuple):
    """One JupyterLab: the reader's folder, where it is served, the page that it opens on, and the tables it reads."""

    folder: Path
    port: int
    token: str
    page: str
    data: Path

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}{self.page}?token={self.token}"


def _free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as candidate:
        if os.name == "posix":
            candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            candidate.bind((HOST, port))
        except OSError:
            return False
    return True


def _first_free(ports: Iterable[int]) -> int:
    if (found := next(filter(_free, ports), None)) is None:
        raise LabError(f"No port from {PORTS[0]} to {PORTS[-1]} is free: give another with --port, such as 9999.")
    return found


def chosen_port(given: str | None) -> int:
    """The port to serve on: the one that was asked for, or the first free one from 8888.

    Raises
    ------
    LabError
        If what was given is no port, or the port is in use; the nearest free one is named. If none is free.

    Examples
    --------
    >>> chosen_port("eighty")
    Traceback (most recent call last):
    casebook.server.LabError: 'eighty' is not a port: a whole number from 1024 to 65535 is wanted, for example 8888.
    """
    if given is None:
        return _first_free(PORTS)
    wanted = int(given) if given.strip().isdecimal() else None
    if wanted is None or not 1024 <= wanted <= 65535:
        near = 8888 if wanted is None else min(max(wanted, 1024), 65535)
        raise LabError(f"{given!r} is not a port: a whole number from 1024 to 65535 is wanted, for example {near}.")
    if not _free(wanted):
        near = _first_free([*range(wanted + 1, 65536), *PORTS])
        raise LabError(f"Port {wanted} is in use; {near} is free.")
    return wanted


def _has_screen() -> bool:
    """Whether a browser could show itself: without this a text browser would take over the terminal."""
    signs = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(each) for each in signs)


def start(session: Session, browser: bool, log: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start JupyterLab for a session. What it says goes into `log`."""
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={session.folder}", f"--ServerApp.ip={HOST}"]
    command += [f"--ServerApp.port={session.port}", "--ServerApp.port_retries=0"]
    command += [f"--LabApp.default_url={session.page}"]
    command += [] if browser and _has_screen() else ["--no-browser"]
    command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    configuration = [str(SETTINGS), *filter(None, [os.environ.get("JUPYTER_CONFIG_PATH")])]
    environment = {**os.environ, "JUPYTER_TOKEN": session.token}
    environment |= {"JUPYTER_CONFIG_PATH": os.pathsep.join(configuration)}
    environment |= {"CASEBOOK_DATA": str(session.data)} if session.data != DATA else {}
    return subprocess.Popen(
        command,
        env=environment,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
    )


def _of_this(server: subprocess.Popen[bytes], port: int) -> bool:
    """Whether the server on a port is this one: another may have taken the port since it was free.

    A running server writes down where it is, under the number of its process. On Windows that is a child of the
    process that was started.
    """
    try:
        process = psutil.Process(server.pid)
        numbers = [each.pid for each in (process, *process.children(recursive=True))]
        notes = [Path(jupyter_runtime_dir(), f"jpserver-{number}.json") for number in numbers]
        return any(json.loads(note.read_bytes())["port"] == port for note in notes if note.exists())
    except (psutil.Error, ValueError):  # it has ended, or is still writing
        return False


def answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Whether this JupyterLab takes connections before it ends or patience does."""
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
            if _of_this(server, port):
                return True
        time.sleep(0.1)
    return False


def last_words(log: IO[bytes]) -> str:
    """The last line of a log, for a person who has to help it."""
    log.seek(0)
    lines = log.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def stop(server: subprocess.Popen[bytes]) -> None:
    """End JupyterLab; by force where it does not end by itself."""
    server.terminate()
    try:
        server.wait(GRACE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
