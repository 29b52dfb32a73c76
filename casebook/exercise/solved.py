"""Solutions, read from where they are written once: the notebooks for instructors."""

import functools
import json
from collections.abc import Iterator
from itertools import pairwise

from casebook.editions.cells import check_calls, solutions
from casebook.folders import NOTEBOOKS


def _code_cells() -> Iterator[list[str]]:
    """The sources of the code cells of each notebook for instructors, notebook by notebook."""
    for path in sorted((NOTEBOOKS / "instructor").glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        yield ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


@functools.cache
def _all_solutions() -> dict[str, str]:
    """The solution of each exercise: what stands between the markers in the cell before its check."""
    return {
        call.key: "\n".join(solutions(answer))
        for sources in _code_cells()
        for answer, after in pairwise(sources)
        for call in check_calls(after)
        if solutions(answer)
    }


def solution_of(key: str) -> str | None:
    """The code of one exercise's solution, or None if its notebook is not here.

    Examples
    --------
    >>> print(solution_of("ten-and-ten"))
    letter = "C"
    """
    return _all_solutions().get(key)
