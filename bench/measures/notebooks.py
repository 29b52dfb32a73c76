"""What each notebook costs from a cold kernel to its last cell, beside the same imports with empty cells.

Which imports are the same can be read in two ways. The lines that begin with `import` are the narrow one. The casebook
imports what a name needs when it is first used, so most of a chapter's imports, Altair first, stand in no such line: in
the wide one the names are mentioned too, and nothing is called.
"""

import asyncio
import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import nbformat
from nbformat import NotebookNode

import casebook
from bench.row import Row, medians, seconds
from casebook.editions.execution import executed
from casebook.folders import NOTEBOOKS


def _lines(code: str) -> list[str]:
    return [line for line in code.splitlines() if line.startswith(("import ", "from "))]


def _names(code: str) -> list[str]:
    return [f"cb.{name};" for name in sorted({*re.findall(r"\bcb\.(\w+)", code)} & {*dir(casebook)})]


def _bare(notebook: NotebookNode, kept: Callable[[str], list[str]]) -> NotebookNode:
    bare = deepcopy(notebook)
    for cell in bare.cells:
        cell.source = "\n".join(kept(cell.source)) if cell.cell_type == "code" else ""
    return bare


def _run(notebook: NotebookNode) -> Callable[[], float]:
    return lambda: seconds(lambda: asyncio.run(executed(deepcopy(notebook), "student", NOTEBOOKS)))


def _rows(path: Path) -> list[Row]:
    notebook = nbformat.read(path, as_version=4)
    narrow = _bare(notebook, _lines)
    wide = _bare(notebook, lambda code: _lines(code) + _names(code))
    whole, *bare = medians(3, _run(notebook), _run(narrow), _run(wide))
    peers = zip(("import lines", "all imports"), bare, strict=True)
    return [
        Row(f"{path.stem}, {imports}", whole, f"{imports}, empty cells", taken, 2.0, of_peer=True)
        for imports, taken in peers
    ]


def rows() -> list[Row]:
    """Every notebook of the student edition, three times each in turn."""
    return [row for path in sorted(NOTEBOOKS.glob("*.ipynb")) for row in _rows(path)]
