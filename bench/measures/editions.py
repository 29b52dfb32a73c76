"""What building the notebooks costs, and what checking them strictly costs."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.row import Row, medians, seconds
from casebook.folders import NOTEBOOKS, ROOT

CHAPTER = "04"


def _run(*command: str, **environment: str) -> float:
    """How long a program of this environment takes, in the repository."""
    # The kernels that it starts are found by name.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    where = {**os.environ, "PATH": path, **environment}
    python = [sys.executable, "-m", *command]
    return seconds(lambda: subprocess.run(python, cwd=ROOT, env=where, capture_output=True, check=True))


def _executed(folder: Path) -> float:
    """Both editions of the chapter run by Jupyter's own command."""
    editions = [str(path) for path in sorted(folder.rglob(f"{CHAPTER}-*.ipynb"))]
    return _run("jupyter", "execute", *editions, CASEBOOK_EDITION="instructor")


def rows() -> list[Row]:
    """One chapter three times; the strict check of all once, beside a build of all."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "notebooks"
        shutil.copytree(NOTEBOOKS, copy, ignore=shutil.ignore_patterns(".*"))
        one, bare = medians(3, lambda: _run("casebook.cli", "build", "--check", CHAPTER), lambda: _executed(copy))
    whole = _run("casebook.cli", "build", "--check")
    strict = _run("pytest", "--nbval", "--numprocesses", "2", "--dist", "loadfile", str(NOTEBOOKS))
    return [
        Row(f"build {CHAPTER}, both editions", one, "jupyter execute, the same", bare, 1.5, of_peer=True),
        Row("build --check, all notebooks", whole, "strict nbval of the same", strict, 1.25, of_peer=True),
        Row("strict nbval, all notebooks", strict, "build --check of the same", whole, 150),
    ]
