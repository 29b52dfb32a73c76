"""JupyterLab on a reader's own copy of the notebooks, without network and without touching their work."""

import secrets
import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from casebook import server
from casebook.folders import DATA, NOTEBOOKS
from casebook.given import FolderNameError, folder_named
from casebook.server import LabError, Session
from casebook.stopping import like_ctrl_c

FIRST = "00-start-here.ipynb"


class Taught(NamedTuple):
    """What is taught: a data folder, and where its notebooks are."""

    data: Path
    notebooks: Path


CASEBOOK = Taught(DATA, NOTEBOOKS)


def _named(folder: Path) -> Path:
    try:
        return folder_named(folder)
    except FolderNameError as fault:
        raise LabError(str(fault)) from None


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
    casebook.server.LabError: nowhere holds no datapackage.json, so it is not a casebook data folder.
    """
    place = _named(data)
    if not (place / "datapackage.json").is_file():
        raise LabError(f"{data} holds no datapackage.json, so it is not a casebook data folder.")
    return Taught(place, place / "notebooks")


def _copied(notebook: Path, target: Path) -> bool:
    """Copy a notebook to where nothing is. One that is cut off would look like the reader's own ever after, so it goes.

    False if something is there already.
    """
    with notebook.open("rb") as source:
        try:
            file = target.open("xb")
        except FileExistsError:
            return False
        try:
            with file:
                shutil.copyfileobj(source, file)
        except BaseException:
            target.unlink()
            raise
    return True


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
            new = _copied(notebook, folder / notebook.name)
            copied, there = copied + new, there + (not new)
    except OSError as error:
        raise LabError(f"Notebooks cannot be copied into {folder}: {error.strerror}. Choose another folder.") from None
    return copied, there


def _page(folder: Path, taught: Taught) -> str:
    """What JupyterLab opens on: the first notebook, or the folder where there is none."""
    if taught == CASEBOOK:
        return f"/lab/tree/{FIRST}"
    first = next(iter(sorted(path.name for path in folder.glob("*.ipynb"))), "")
    return f"/lab/tree/{first}" if first else "/lab"


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
    folder = _named(folder)
    copied, there = copy_missing(folder, taught.notebooks)
    session = Session(folder, port, secrets.token_hex(24), _page(folder, taught), taught.data)
    with like_ctrl_c(), tempfile.TemporaryFile() as log:
        process = server.start(session, browser, log)
        try:
            if not server.answers(process, port):
                raise LabError(f"JupyterLab did not start. Its last words: {server.last_words(log)}")
            print(
                f"Notebooks in {folder}: {copied} copied, {there} left as they were. "
                f"JupyterLab is at {session.address} (Ctrl-C stops it).",
                flush=True,
            )
            process.wait()
        except KeyboardInterrupt:
            print("JupyterLab is stopped. Your notebooks stay in the folder.", flush=True)
        finally:
            server.stop(process)
