"""The student edition of an instructor notebook: the same cells without solutions and teaching notes."""

from copy import deepcopy
from itertools import zip_longest

from nbformat import NotebookNode

from casebook.editions.cells import without_solutions
from casebook.editions.source import for_instructors, graded


def student_edition(notebook: NotebookNode) -> NotebookNode:
    """The cells that a student gets: each solution becomes `name = ...`, cells tagged `instructor` go.

    Parameters
    ----------
    notebook : NotebookNode
        An instructor notebook; it is not changed. Ids and metadata are kept, outputs go.

    Returns
    -------
    NotebookNode
        A notebook that has not been executed.

    Examples
    --------
    >>> from nbformat import v4
    >>> note = v4.new_markdown_cell("Ask the class.", metadata={"tags": ["instructor"]})
    >>> student_edition(v4.new_notebook(cells=[v4.new_markdown_cell("# Who says it?"), note])).cells[0].source
    '# Who says it?'
    """
    edition = deepcopy(notebook)
    for cell, after in zip_longest(edition.cells, edition.cells[1:]):
        if cell.cell_type != "code":
            continue
        cell.outputs, cell.execution_count = [], None
        call = graded(after) if after else None
        cell.source = without_solutions(cell.source, call.names if call else ())
    edition.cells = [cell for cell in edition.cells if not for_instructors(cell)]
    return edition
