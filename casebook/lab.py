"""JupyterLab on a reader's own copy of the notebooks, without network and without touching their work.

JupyterLab runs in a process of its own, so that one Ctrl-C, a closed terminal or a stopped container ends it at once
and without its yes-or-no question. Its settings are in `casebook/jupyter`: no news, no look for updates, no
catalogue of extensions, none of the menus with which nbgrader makes assignments, and arrow keys that a menu or slider
under a chart keeps for itself. A reader's own settings hold beside them, and stay as they are.
"""

import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, NamedTuple

from casebook.folders import DATA, NOTEBOOKS

FIRST = "00-start-here.ipynb"
HOST = "127.0.0.1"
PORTS = range(8888, 8988)
SETTINGS = Path(__file__).parent / "jupyter"
PATIENCE = 90  # seconds: the first start of JupyterLab on a slow laptop, before its files are in memory
GRACE = 10


class LabError(Exception):
    """What hinders JupyterLab, in one sentence for the person at the keyboard."""


class Taught(NamedTuple):
    """What is taught: a data folder, and where its notebooks are."""

    data: Path
    notebooks: Path


CASEBOOK = Taught(DATA, NOTEBOOKS)


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


def another(data: Path) -> Taught:
    """Another crisis than the casebook's: a data folder, with its notebooks in a folder `notebooks` in it, if any.

    Raises
    ------
    LabError
        If it holds no data package.

    Examples
    --------
    >>> another(Path("nowhere"))
    Traceback (most recent call last):
    casebook.lab.LabError: nowhere holds no datapackage.json, so it is not a casebook data folder.
    """
    if not (data / "datapackage.json").is_file():
        raise LabError(f"{data} holds no datapackage.json, so it is not a casebook data folder.")
    place = data.expanduser().resolve()
    return Taught(place, place / "notebooks")


def copy_missing(folder: Path, notebooks: Path = NOTEBOOKS) -> tuple[int, int]:
    """Copy the student edition into a folder, leaving every file that is already there as it is.

    Parameters
    ----------
    folder : Path
        Made if it does not exist.
    notebooks : Path
        Where they are; the casebook's own if no other are given.

    Returns
    -------
    tuple of int
        How many notebooks were copied, and how many were there before.

    Raises
    ------
    LabError
        If the path is a file, or cannot be written to.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place:
    ...     _, before = copy_missing(Path(place))
    ...     copied, _ = copy_missing(Path(place))
    >>> before, copied
    (0, 0)
    """
    if folder.exists() and not folder.is_dir():
        raise LabError(f"{folder} is a file, but a folder is wanted, for example {folder.parent / 'casebook-work'}.")
    copied = there = 0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for notebook in sorted(notebooks.glob("*.ipynb")):
            try:
                with notebook.open("rb") as source, (folder / notebook.name).open("xb") as target:
                    shutil.copyfileobj(source, target)
                copied += 1
            except FileExistsError:
                there += 1
    except OSError as error:
        raise LabError(f"Notebooks cannot be copied into {folder}: {error.strerror}. Choose another folder.") from None
    return copied, there


def _free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as candidate:
        if os.name == "posix":
            candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            candidate.bind((HOST, port))
        except OSError:
            return False
    return True


def chosen_port(given: str | None) -> int:
    """The port to serve on: the one that was asked for, or the first free one from 8888.

    Raises
    ------
    LabError
        If what was given is no port, or the port is in use; the nearest free one is named.

    Examples
    --------
    >>> chosen_port("eighty")
    Traceback (most recent call last):
    casebook.lab.LabError: 'eighty' is not a port: a whole number from 1024 to 65535 is wanted, for example 8888.
    """
    if given is None:
        return next(port for port in PORTS if _free(port))
    wanted = int(given) if given.strip().isdecimal() else None
    if wanted is None or not 1024 <= wanted <= 65535:
        near = 8888 if wanted is None else min(max(wanted, 1024), 65535)
        raise LabError(f"{given!r} is not a port: a whole number from 1024 to 65535 is wanted, for example {near}.")
    if not _free(wanted):
        near = next(port for port in [*range(wanted + 1, 65536), *PORTS] if _free(port))
        raise LabError(f"Port {wanted} is in use; {near} is free.")
    return wanted


def _has_screen() -> bool:
    """Whether a browser could show itself: without this a text browser would take over the terminal."""
    signs = ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(each) for each in signs)


def _page(folder: Path, taught: Taught) -> str:
    """What JupyterLab opens on: the first notebook, or the folder where there is none."""
    if taught == CASEBOOK:
        return f"/lab/tree/{FIRST}"
    first = next(iter(sorted(path.name for path in folder.glob("*.ipynb"))), "")
    return f"/lab/tree/{first}" if first else "/lab"


def _start(session: Session, browser: bool, log: IO[bytes]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={session.folder}", f"--ServerApp.ip={HOST}"]
    command += [f"--ServerApp.port={session.port}", "--ServerApp.port_retries=0"]
    command += [f"--LabApp.default_url={session.page}"]
    command += [] if browser else ["--no-browser"]
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


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
            return True
        time.sleep(0.1)
    return False


def _last_words(log: IO[bytes]) -> str:
    log.seek(0)
    lines = log.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(GRACE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def run(folder: Path, port: int, taught: Taught = CASEBOOK, browser: bool = True) -> None:
    """Copy the missing notebooks into a folder and serve it until Ctrl-C.

    Parameters
    ----------
    folder : Path
        The reader's folder.
    port : int
        A free port of this machine.
    taught : Taught
        The casebook, or what `another` gives.
    browser : bool
        Open the reader's browser, where there is a screen.

    Raises
    ------
    LabError
        If the folder cannot be used or JupyterLab does not start.
    """
    folder = folder.expanduser().resolve()
    copied, there = copy_missing(folder, taught.notebooks)
    session = Session(folder, port, secrets.token_hex(24), _page(folder, taught), taught.data)
    for ending in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, ending):
            signal.signal(getattr(signal, ending), signal.default_int_handler)
    with tempfile.TemporaryFile() as log:
        server = _start(session, browser and _has_screen(), log)
        try:
            if not _answers(server, port):
                raise LabError(f"JupyterLab did not start. Its last words: {_last_words(log)}")
            print(
                f"Notebooks in {folder}: {copied} copied, {there} left as they were. "
                f"JupyterLab is at {session.address} (Ctrl-C stops it).",
                flush=True,
            )
            server.wait()
        except KeyboardInterrupt:
            print("JupyterLab is stopped. Your notebooks stay in the folder.", flush=True)
        finally:
            _stop(server)
