"""What each notebook costs from a cold kernel to its last cell, beside the same imports with empty cells."""

import asyncio
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from bench.row import Row, medians, seconds
from casebook.editions.execution import executed
from casebook.folders import NOTEBOOKS


def _imports_only(notebook: NotebookNode) -> NotebookNode:
    bare = deepcopy(notebook)
    for cell in bare.cells:
        lines = [line for line in cell.source.splitlines() if line.startswith(("import ", "from "))]
        cell.source = "\n".join(lines) if cell.cell_type == "code" else ""
    return bare


def _run(notebook: NotebookNode) -> Callable[[], float]:
    return lambda: seconds(lambda: asyncio.run(executed(deepcopy(notebook), "student", NOTEBOOKS)))


def _row(path: Path) -> Row:
    notebook = nbformat.read(path, as_version=4)
    whole, bare = medians(3, _run(notebook), _run(_imports_only(notebook)))
    return Row(path.stem, whole, "imports, empty cells", bare, 2.0, of_peer=True)


def rows() -> list[Row]:
    """Every notebook of the student edition, three times each in turn."""
    return [_row(path) for path in sorted(NOTEBOOKS.glob("*.ipynb"))]
