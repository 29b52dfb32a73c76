"""A copy of the repository in a temporary folder: what is planted is planted there, and goes with it."""

import compileall
import py_compile
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mutants.mutant import Mutant

LEFT_BEHIND = (".git", ".venv", "build", "dist", "artefacts", "node_modules", "__pycache__", ".*_cache", ".hypothesis")


@contextmanager
def copied(root: Path) -> Iterator[Path]:
    """A copy of a repository, for as long as it is needed.

    Its modules are compiled so that a changed one is seen by its content: two slips may fall into one second.
    """
    with tempfile.TemporaryDirectory(prefix="mutants-", ignore_cleanup_errors=True) as place:
        copy = Path(place) / "casebook"
        shutil.copytree(root, copy, ignore=shutil.ignore_patterns(*LEFT_BEHIND), symlinks=True)
        for package in ("casebook", "tests"):
            checked = py_compile.PycInvalidationMode.CHECKED_HASH
            compileall.compile_dir(copy / package, quiet=2, invalidation_mode=checked)
        yield copy


@contextmanager
def planted(mutant: Mutant, copy: Path) -> Iterator[None]:
    """One slip in a copy, taken out again."""
    path = copy / mutant.file
    sound = path.read_bytes()
    path.write_text(mutant.content, encoding="utf-8", newline="")
    try:
        yield
    finally:
        path.write_bytes(sound)
