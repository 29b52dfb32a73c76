"""Let nbgrader make the same student cells as `casebook build`, and feedback pages that show charts.

By itself nbgrader would put `raise NotImplementedError()` where a solution stood, which a student reads as a mistake
of their own, and it would hand out the teaching notes; its feedback pages have no script that draws a chart. A course
folder needs one file, `nbgrader_config.py`:

    from casebook.editions.classroom import configure

    configure(get_config())
"""

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.converters import GenerateAssignment, GenerateFeedback
from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor
from traitlets.config import Config

from casebook.editions.student import student_edition
from casebook.pictures import with_pictures


class StudentCells(NbGraderPreprocessor):
    """The step of `nbgrader generate_assignment` that turns an instructor notebook into the student's."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        return student_edition(nb), resources


class ChartsAsPictures(NbGraderPreprocessor):
    """The step of `nbgrader generate_feedback` that puts a picture beside every chart."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        return with_pictures(nb), resources


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
    config.GenerateFeedback.preprocessors = [ChartsAsPictures, *GenerateFeedback.preprocessors.default()]
