"""A notebook as the rules see it: its two editions and the exercises that its chapter defines."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import nbformat
from nbformat import NotebookNode

from casebook.exercise.exercise import Exercise
from casebook.exercise.register import chapters, of_chapter
from casebook.folders import NOTEBOOKS

NAMES = sorted(path.stem for path in (NOTEBOOKS / "instructor").glob("*.ipynb"))


@dataclass(frozen=True)
class Pair:
    """The instructor edition, the student edition, and the exercises of the chapter."""

    name: str
    instructor: NotebookNode
    student: NotebookNode
    exercises: Sequence[Exercise] = ()

    @property
    def editions(self) -> dict[str, NotebookNode]:
        return {"instructor": self.instructor, "student": self.student}

    @property
    def is_chapter(self) -> bool:
        """Whether this is a chapter of its own, and not the first ten minutes."""
        return not self.name.startswith("00")


def load(name: str) -> Pair:
    """One notebook from disk."""
    instructor, student = NOTEBOOKS / "instructor" / f"{name}.ipynb", NOTEBOOKS / f"{name}.ipynb"
    exercises = of_chapter(name[:2]) if name[:2] in chapters() else []
    return Pair(name, nbformat.read(instructor, as_version=4), nbformat.read(student, as_version=4), exercises)


def code(notebook: NotebookNode) -> list[NotebookNode]:
    """The code cells."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def prose(notebook: NotebookNode) -> list[str]:
    """The text of each markdown cell."""
    return [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]


def headings(notebook: NotebookNode, level: int) -> list[str]:
    """The headings of one level, in order."""
    return re.findall(rf"^{'#' * level} (.+)$", "\n".join(prose(notebook)), re.MULTILINE)


def outputs(pair: Pair) -> Iterator[tuple[str, NotebookNode]]:
    """Every output of both editions, and where it is."""
    for edition, notebook in pair.editions.items():
        for number, cell in enumerate(notebook.cells, 1):
            for output in cell.get("outputs", []):
                yield f"{edition} edition, cell {number}", output


def texts(output: NotebookNode) -> list[str]:
    """What an output says, in each form that it has."""
    return [output.get("text", ""), *(html.unescape(str(each)) for each in output.get("data", {}).values())]
