"""Which tests run which lines of the package: recorded once, kept in build/mutants until code or tests change."""

import os
import subprocess
import sys
from pathlib import Path

import coverage

# Tests in a browser, of the release, of other programs: minutes each, and they hold more than lines.
LEFT_OUT = (
    "browser",
    "test_bench.py",
    "test_contributing_exercise.py",
    "test_contributing_language.py",
    "test_hub.py",
    "test_integrity_of_anything.py",
    "test_lab.py",
    "test_nbgrader.py",
    "test_packaging.py",
    "test_release.py",
    "test_site.py",
    "test_slides.py",
)
# Enough to be noticed by, if anybody would: those that run fewest other lines come first.
MOST = 60
FILES = 3


class Touched:
    """Tests by the lines that they run."""

    def __init__(self, record: Path, copy: Path) -> None:
        self._data = coverage.CoverageData(str(record))
        self._data.read()
        self._names = {Path(path).relative_to(_root_of(path)): path for path in self._data.measured_files()}
        self._copy = copy
        self._modules = {name: self._data.contexts_by_lineno(path) for name, path in self._names.items()}
        self._weights: dict[str, int] = {}
        for lines in self._modules.values():
            for tests in lines.values():
                for test in tests:
                    self._weights[test] = self._weights.get(test, 0) + 1

    def tests(self, file: str, first: int, last: int) -> list[str]:
        """The tests that run any of these lines; otherwise those that are near.

        Nothing is recorded of lines that run at import, or in a process that a test starts.
        """
        lines = self._modules.get(Path(file), {})
        found = {test for line in range(first, last + 1) for test in lines.get(line, ()) if test}
        if found:
            lightest = sorted(found, key=self._weight)[:MOST]
            # What a fixture of a file ran is noted for the first test only: the others are in the same file.
            return [*lightest, *list(dict.fromkeys(test.partition("::")[0] for test in lightest))[:FILES]]
        others = {test for tests in lines.values() for test in tests if test}
        return [*sorted(others, key=self._weight)[:MOST], *self._near(Path(file))]

    def _weight(self, test: str) -> tuple[int, str]:
        """How many lines a test runs: the fewer, the sooner it is asked."""
        return self._weights[test], test

    def _near(self, file: Path) -> list[str]:
        """The test files that are named after a module or its package, and the one that looks at every module."""
        names = (file.stem, file.parent.name)
        files = (path.relative_to(self._copy) for path in sorted(self._copy.glob("tests/test_*.py")))
        named = [path for path in files if path.stem.startswith((*(f"test_{name}" for name in names), "test_face"))]
        return [str(path) for path in named if path.name not in LEFT_OUT]


def _root_of(path: str) -> Path:
    """The copy that a recorded module stood in."""
    return next(folder for folder in Path(path).parents if folder.name == "casebook").parent


def record(copy: Path, place: Path, root: Path) -> Path:
    """The record of this code and these tests; made if it is not there or older than they are.

    Recording runs the tests once, which takes minutes.
    """
    kept = place / "lines.coverage"
    sources = [path for name in ("casebook", "tests", "data") for path in (root / name).rglob("*.*")]
    if kept.exists() and all(path.stat().st_mtime <= kept.stat().st_mtime for path in sources if path.suffix != ".pyc"):
        return kept
    place.mkdir(parents=True, exist_ok=True)
    settings, part = place / "coveragerc", place / "lines.part"
    settings.write_text(f"[run]\nsource = casebook\ndata_file = {part}\n", encoding="utf-8")
    command = ["-m", "coverage", "run", f"--rcfile={settings}", "-m", "pytest", "-p", "mutants.recorder", "-q", "tests"]
    left_out = [f"--ignore=tests/{name}" for name in LEFT_OUT]
    paths = os.pathsep.join([str(copy), str(root)])
    ended = subprocess.run(
        [sys.executable, *command, *left_out], cwd=copy, env={**os.environ, "PYTHONPATH": paths}, check=False
    )
    # A test that fails in a copy, which is no clone, is not asked; whatever else went wrong leaves no record.
    if ended.returncode > 1:
        ended.check_returncode()
    # A run that was stopped leaves a part, which must not pass for the whole.
    part.replace(kept)
    return kept
