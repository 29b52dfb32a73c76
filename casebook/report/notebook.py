"""The code cells of a notebook in whatever form it was saved: nbformat 2 to 4, other tools, or nothing of the kind."""

import json
from dataclasses import dataclass, field

from casebook.kept import Data
from casebook.report import words

BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class NotANotebookError(Exception):
    """What a file is instead: one sentence."""


@dataclass(frozen=True)
class CodeCell:
    """A code cell: its source, its outputs as dicts of what each holds by type, and its number of execution."""

    source: str
    outputs: list[Data] = field(default_factory=list)
    count: int = 0


def _text(content: bytes) -> str:
    if not content.strip(b"\x00 \r\n\t"):
        raise NotANotebookError(words.NOTHING_INSIDE)
    try:
        return content.decode(BOMS.get(content[:2], "utf-8-sig"))
    except UnicodeDecodeError:
        raise NotANotebookError(words.what_it_is(content)) from None


def _parsed(content: bytes) -> object:
    text = _text(content)
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        began = text.lstrip().startswith("{")
        raise NotANotebookError(words.BREAKS_OFF if began else words.what_it_is(content)) from None
    except (ValueError, RecursionError, MemoryError):
        raise NotANotebookError(words.STRANGE_JSON) from None


def joined(value: object) -> str:
    """Text that a notebook keeps as one string or as a list of lines; anything else is no text."""
    if isinstance(value, list):
        return "".join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""


def _outputs(cell: Data) -> list[Data]:
    outputs = cell.get("outputs")
    held = [each for each in outputs if isinstance(each, dict)] if isinstance(outputs, list) else []
    # Since version 4 an output has its types under "data"; before, beside everything else.
    return [each["data"] if isinstance(each.get("data"), dict) else each for each in held]


def _code_cell(cell: Data) -> CodeCell:
    count = cell.get("execution_count", cell.get("prompt_number"))
    return CodeCell(joined(cell.get("source", cell.get("input"))), _outputs(cell), count if type(count) is int else 0)


def code_cells(content: bytes) -> list[CodeCell]:
    """The code cells of a notebook, in order.

    Parameters
    ----------
    content : bytes
        The file.

    Raises
    ------
    NotANotebookError
        If it is none.

    Examples
    --------
    >>> code_cells(b'{"worksheets": [{"cells": [{"cell_type": "code", "input": "1 + 1"}]}]}')[0].source
    '1 + 1'
    >>> code_cells(b"%PDF-1.7")
    Traceback (most recent call last):
    casebook.report.notebook.NotANotebookError: A PDF, not a notebook.
    """
    notebook = _parsed(content)
    if not isinstance(notebook, dict):
        raise NotANotebookError(words.OTHER_JSON)
    sheets = notebook.get("worksheets")
    pages = sheets if isinstance(sheets, list) else [notebook]
    lists = [sheet["cells"] for sheet in pages if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)]
    if not lists:
        raise NotANotebookError(words.OTHER_JSON)
    cells = [cell for each in lists for cell in each if isinstance(cell, dict)]
    return [_code_cell(cell) for cell in cells if cell.get("cell_type") == "code"]
