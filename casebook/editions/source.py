"""An author's notebook made regular: ids, grading metadata and notebook metadata all follow from what the cells say.

Authors write none of it, so that saving a notebook in JupyterLab or VS Code, or copying a cell, changes nothing that
matters. The grading metadata are those of nbgrader (schema 3).
"""

import hashlib
from collections import Counter
from collections.abc import Container

import nbformat
from nbformat import NotebookNode

from casebook.editions.cells import CheckCall, UnfinishedMarkersError, check_calls, solutions
from casebook.kept import Data

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
FOR_INSTRUCTORS = "instructor"


class NotebookError(Exception):
    """What is wrong with a notebook, in words, and in which cell (counted from 1) where that is known."""

    def __init__(self, words: str, cell: int | None = None) -> None:
        super().__init__(f"cell {cell}: {words}" if cell else words)


def parsed(content: bytes) -> NotebookNode:
    """A notebook as its file holds it.

    Raises
    ------
    NotebookError
        If it is none.
    """
    try:
        notebook: NotebookNode = nbformat.reads(content.decode("utf-8"), as_version=4)
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise NotebookError(f"not a notebook: {error.message[:200]}") from None
    except ValueError as error:
        raise NotebookError(f"not a notebook: {error}") from None
    except (AttributeError, TypeError):  # the reader takes its shape for granted
        raise NotebookError("not a notebook: its JSON holds something else") from None
    return notebook


def for_instructors(cell: NotebookNode) -> bool:
    """Whether a cell is a teaching note, which students do not get."""
    return FOR_INSTRUCTORS in cell.metadata.get("tags", [])


def graded(cell: NotebookNode) -> CheckCall | None:
    """The graded check in a cell: `cb.check(key, answer).points(N)`."""
    if cell.cell_type != "code":
        return None
    return next((call for call in check_calls(cell.source) if call.points is not None), None)


def _solved(cell: NotebookNode, number: int) -> bool:
    try:
        return cell.cell_type == "code" and bool(solutions(cell.source))
    except UnfinishedMarkersError as error:
        raise NotebookError(str(error), number) from None


def _grading(grade_id: str, *, grade: bool, solution: bool, points: float | None) -> Data:
    record = {"grade": grade, "grade_id": grade_id, "locked": not solution, "schema_version": 3, "solution": solution}
    return record | ({"points": points} if grade else {})


def _exercises(cells: list[NotebookNode]) -> dict[int, CheckCall]:
    """The exercises of a notebook: position of the answer cell, and the check in the cell after it."""
    found: dict[int, CheckCall] = {}
    for position, cell in enumerate(cells):
        call = graded(cell)
        if call:
            if position == 0 or not _solved(cells[position - 1], position):
                raise NotebookError("the cell before this check holds no solution", position + 1)
            if call.key in {other.key for other in found.values()}:
                raise NotebookError(f"'{call.key}' is checked a second time", position + 1)
            found[position - 1] = call
        elif _solved(cell, position + 1) and not (position + 1 < len(cells) and graded(cells[position + 1])):
            raise NotebookError("a solution that no `cb.check(…).points(…)` in the next cell checks", position + 1)
    return found


def _ids(cells: list[NotebookNode], exercises: dict[int, CheckCall]) -> list[str]:
    named = {position: call.key for position, call in exercises.items()}
    named |= {position + 1: f"check-{call.key}" for position, call in exercises.items()}
    seen: Counter[str] = Counter()
    ids = []
    for position, cell in enumerate(cells):
        digest = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:12]
        seen[digest] += 1
        ids.append(named.get(position) or (digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"))
    return ids


def regular(notebook: NotebookNode, by_hand: Container[str] = ()) -> NotebookNode:
    """A notebook with the ids and metadata that follow from its cells, and without outputs.

    Parameters
    ----------
    notebook : NotebookNode
        An instructor notebook as its author saved it; it is not changed.
    by_hand : container of str, optional
        Keys of the exercises whose points an instructor gives, such as prose. nbgrader then asks for a grade of the
        answer cell; for all others it takes the points from the check cell.

    Returns
    -------
    NotebookNode
        Ready to be executed or turned into the student edition.

    Raises
    ------
    NotebookError
        If an answer cell and its check cell do not stand together, or a key is checked twice.

    Examples
    --------
    >>> from nbformat import v4
    >>> regular(v4.new_notebook(cells=[v4.new_markdown_cell("# Who says it?")])).cells[0].id
    '30c6721f5ce0'
    """
    exercises = _exercises(notebook.cells)
    cells = []
    for cell, name in zip(notebook.cells, _ids(notebook.cells, exercises), strict=True):
        parts = {"id": name, "cell_type": cell.cell_type, "source": cell.source, "metadata": {}}
        tags = sorted(cell.metadata.get("tags", []))
        parts["metadata"] |= {"tags": tags} if tags else {}
        parts |= {"outputs": [], "execution_count": None} if cell.cell_type == "code" else {}
        parts |= {"attachments": cell.attachments} if cell.get("attachments") else {}
        cells.append(parts)
    for position, call in exercises.items():
        hand = call.key in by_hand
        answer = _grading(call.key, grade=hand, solution=True, points=call.points)
        check = _grading(f"check-{call.key}", grade=not hand, solution=False, points=call.points)
        cells[position]["metadata"]["nbgrader"] = answer
        cells[position + 1]["metadata"]["nbgrader"] = check
    made: NotebookNode = nbformat.from_dict({"nbformat": 4, "nbformat_minor": 5, "metadata": METADATA, "cells": cells})
    return made
