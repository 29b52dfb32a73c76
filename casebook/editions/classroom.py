"""Let nbgrader make the same student cells as `casebook build`.

By itself nbgrader would put `raise NotImplementedError()` where a solution stood, which a student reads as a mistake
of their own, and it would hand out the teaching notes. A course folder needs one file, `nbgrader_config.py`:

    from casebook.editions.classroom import configure

    configure(get_config())
"""

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor
from traitlets.config import Config

from casebook.editions.student import student_edition


class StudentCells(NbGraderPreprocessor):
    """The step of `nbgrader generate_assignment` that turns an instructor notebook into the student's."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        return student_edition(nb), resources


def configure(config: Config) -> None:
    """Set up nbgrader for the casebook's instructor notebooks.

    Parameters
    ----------
    config : traitlets.config.Config
        What `get_config()` gives in `nbgrader_config.py`.

    Examples
    --------
    >>> config = Config()
    >>> configure(config)
    >>> [step.__name__ for step in config.GenerateAssignment.preprocessors][3]
    'StudentCells'
    """
    steps = GenerateAssignment.preprocessors.default()
    config.GenerateAssignment.preprocessors = [StudentCells if step is ClearSolutions else step for step in steps]
