"""What building the notebooks costs, and what checking them strictly costs."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from bench.row import NotMeasuredError, Row, medians
from casebook.folders import NOTEBOOKS, ROOT

CHAPTER = "04"


def _run(*command: str, **environment: str) -> float:
    """How long a program of this environment takes, in the repository."""
    # The kernels that it starts are found by name.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    where = {**os.environ, "PATH": path, **environment}
    began = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, env=where, capture_output=True, text=True, check=False
    )
    took = perf_counter() - began
    if done.returncode:
        last = (done.stdout + done.stderr).strip().splitlines()[-1]
        raise NotMeasuredError(f"The program {command[0]} failed, as in a test: {last}")
    return took


def _executed(folder: Path) -> float:
    """Both editions of the chapter run by Jupyter's own command."""
    editions = [str(path) for path in sorted(folder.rglob(f"{CHAPTER}-*.ipynb"))]
    return _run("jupyter", "execute", *editions, CASEBOOK_EDITION="instructor")


def rows() -> Iterator[Row]:
    """One chapter three times; the strict check of all once, beside a build of all into a copy."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "notebooks"
        shutil.copytree(NOTEBOOKS, copy, ignore=shutil.ignore_patterns(".*"))

        def build(*numbers: str) -> float:
            # With the record of the last build, nothing would be built again.
            shutil.rmtree(Path(name) / ".casebook", ignore_errors=True)
            return _run("casebook.cli", "build", "--folder", str(copy), *numbers)

        one, bare = medians(3, lambda: build(CHAPTER), lambda: _executed(copy))
        yield Row(f"build {CHAPTER}, both editions", one, "jupyter execute, the same", bare, 1.5, of_peer=True)
        whole = build(*sorted(path.name[:2] for path in NOTEBOOKS.glob("*.ipynb")))
    strict = _run("pytest", "--nbval", "--numprocesses", "2", "--dist", "loadfile", NOTEBOOKS.name)
    yield Row("build, all notebooks", whole, "strict nbval of the same", strict, 1.25, of_peer=True)
    yield Row("strict nbval, all notebooks", strict, "a build of the same", whole, 150)
