"""Tests and notebooks run on a copy, each time in a process of its own that has the heavy packages already."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

# What takes long to import and is never changed. The package itself is imported anew each time.
HEAVY = ("altair", "frictionless", "hypothesis", "IPython", "ipywidgets", "jinja2", "jsonschema", "nbclient")
HEAVY += ("nbformat", "nbval.plugin", "pandas", "PIL", "vl_convert", "yaml")
_begun: set[int] = set()
DOES_NOT_END, DOES_NOT_START = "does not end", "does not start"


def prepare(copy: Path) -> None:
    """Make a process, and whatever it starts, one that has the package of a copy and no other."""
    for name in HEAVY:
        import_module(name)
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(copy), str(copy / "tests")]
    os.environ |= {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    os.chdir(copy)


class FirstFailure:
    """Writes down what failed first."""

    def __init__(self, note: Path) -> None:
        self.note = note

    def _write(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.failed and not self.note.exists():
            self.note.write_text(report.nodeid, encoding="utf-8")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._write(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._write(report)


def first_failure(copy: Path, arguments: list[str], seconds: float) -> str:
    """Which test or cell of these fails first; blank if none does."""
    note = copy.parent / "failed"
    note.unlink(missing_ok=True)
    always = ["-x", "-q", "-p", "no:xdist", "--doctest-modules", "-o", "addopts=--nbval-current-env", "--nbval"]
    always += ["--nbval-cell-timeout=60", "--nbval-sanitize-with=tests/sanitise.cfg"]
    ended = forked(lambda: pytest.main([*always, *arguments], plugins=[FirstFailure(note)]), copy, seconds)
    if ended is None:
        return DOES_NOT_END
    if note.exists():
        return note.read_text(encoding="utf-8")
    return "" if ended in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) else DOES_NOT_START


def end(*_: object) -> None:
    """End this process at once, and what it has begun."""
    for child in _begun:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)
    os._exit(1)


def forked(action: Callable[[], int], copy: Path, seconds: float) -> int | None:
    """Do something in a process of its own: what it returned, or None if it had to be ended."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        status = 1
        with (copy.parent / "output").open("w") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
            with contextlib.suppress(BaseException):
                status = int(action())
            os._exit(status)
    _begun.add(child)
    until = time.monotonic() + seconds
    try:
        while not (ended := os.waitpid(child, os.WNOHANG))[0]:
            if time.monotonic() > until:
                return None
            time.sleep(0.02)
        return os.waitstatus_to_exitcode(ended[1])
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(child, 0)
        _begun.discard(child)
