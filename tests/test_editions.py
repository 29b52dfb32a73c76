"""Two editions from one source: what a student gets, what follows from the cells, and what a build never loses."""

import nbformat
import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from casebook.cli import main
from casebook.editions.build import build, by_hand, check
from casebook.editions.comparison import first_difference
from casebook.editions.source import NotebookError, regular
from casebook.editions.student import student_edition
from casebook.exercise.register import all_exercises

ANSWER = '### BEGIN SOLUTION\nparts = ["C"]\nletter = parts[0]\n### END SOLUTION'
CHECK = 'cb.check("ten-and-ten", letter).points(2)'
RUNNABLE_CHECK = (
    "from types import SimpleNamespace\n\n\ndef check(key, answer):\n    return SimpleNamespace(points=float)\n\n\n"
)
RUNNABLE_CHECK += 'check("ten-and-ten", letter).points(2)'
CHART = "import altair as alt\nimport pandas as pd\nfrom casebook import renderer\nrenderer.enable()\n"
CHART += 'alt.Chart(pd.DataFrame({"day": [16, 18]})).mark_point().encode(x="day:Q").properties(title="Two days")'
WIDGET = "import ipywidgets\nipywidgets.IntSlider()"
EDITION = "import os\nos.environ['CASEBOOK_EDITION']"


def notebook(*sources: str, check_cell: str = CHECK):
    """A small instructor notebook with one exercise and one teaching note, as an author would save it."""
    cells = [
        new_markdown_cell("# Who says it?"),
        *map(new_code_cell, sources),
        new_code_cell(ANSWER),
        new_code_cell(check_cell),
        new_markdown_cell("Ask the class.", metadata={"tags": ["instructor"]}),
        new_markdown_cell("After it: agreement is not proof."),
    ]
    return new_notebook(cells=cells)


def shelve(notebooks, author):
    """Put an instructor notebook where a build finds it."""
    (notebooks / "instructor").mkdir(parents=True, exist_ok=True)
    author.cells[-3].source = RUNNABLE_CHECK
    nbformat.write(author, notebooks / "instructor" / "00-two.ipynb")
    return notebooks


@pytest.fixture
def shelf(tmp_path):
    """A folder with one instructor notebook that runs in no time."""
    return shelve(tmp_path / "notebooks", notebook())


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder whose notebook has a chart, a widget and the name of its edition, built once."""
    folder = shelve(tmp_path_factory.mktemp("built") / "notebooks", notebook(CHART, WIDGET, EDITION))
    assert [outcome.state for outcome in build(folder)] == ["built"]
    return folder


def contents(shelf):
    """Every byte of a folder of notebooks."""
    return {path.relative_to(shelf).as_posix(): path.read_bytes() for path in shelf.rglob("*") if path.is_file()}


def outputs(path):
    """The outputs of each code cell of a saved notebook."""
    return [cell.outputs for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]


def test_a_student_gets_three_dots_where_the_solution_stood():
    assert [cell.source for cell in student_edition(notebook()).cells][1:3] == ["letter = ...", CHECK]


def test_a_student_gets_no_teaching_note():
    assert all("Ask the class" not in cell.source for cell in student_edition(notebook()).cells)


def test_what_surrounds_a_solution_stays_and_its_indent_is_kept():
    author = notebook()
    author.cells[
        1
    ].source = "def answer():\n    ### BEGIN SOLUTION\n    letter = 1\n    ### END SOLUTION\n    return letter"
    author.cells[1].source += "\n\n\nletter = answer()"
    edition = student_edition(author)
    assert edition.cells[1].source == "def answer():\n    letter = ...\n    return letter\n\n\nletter = answer()"


@pytest.mark.parametrize("names", [("answer",), ("answer", "reason")])
def test_every_name_that_the_solution_gives_to_the_check_becomes_dots(names):
    author = notebook(check_cell=f'cb.check("ten-and-ten", {", ".join(names)}).points(1)')
    author.cells[1].source = "### BEGIN SOLUTION\nhelp, answer = 1, 2\nreason = 3\n### END SOLUTION"
    assert student_edition(author).cells[1].source == "\n".join(f"{name} = ..." for name in names)


def test_the_source_is_not_changed_by_making_the_student_edition():
    author = regular(notebook())
    before = nbformat.writes(author)
    student_edition(author)
    assert nbformat.writes(author) == before


def test_ids_follow_from_what_cells_say():
    first, again = regular(notebook("cb.events()")), regular(notebook("cb.events()"))
    assert [cell.id for cell in first.cells] == [cell.id for cell in again.cells]
    assert [cell.id for cell in first.cells][2:4] == ["ten-and-ten", "check-ten-and-ten"]


def test_two_cells_that_say_the_same_have_two_ids():
    twice = regular(notebook("cb.events()", "cb.events()"))
    assert len({cell.id for cell in twice.cells}) == len(twice.cells)
    assert nbformat.validate(twice) is None


def test_both_editions_call_a_cell_by_the_same_id():
    author = regular(notebook("cb.events()"))
    ids = [cell.id for cell in author.cells if "instructor" not in cell.metadata.get("tags", [])]
    assert [cell.id for cell in student_edition(author).cells] == ids


def test_what_an_editor_adds_to_a_notebook_does_not_stay():
    author = notebook()
    author.metadata |= {"language_info": {"name": "python", "version": "3.11.2"}, "toc": True}
    author.cells[1].metadata |= {"collapsed": True, "execution": {"iopub.status.busy": "now"}}
    assert regular(author) == regular(notebook())


@pytest.mark.parametrize(
    ("by_hand", "answer", "checked"),
    [
        ((), {"grade": False, "solution": True, "locked": False}, {"grade": True, "solution": False, "locked": True}),
        (
            {"ten-and-ten"},
            {"grade": True, "solution": True, "locked": False},
            {"grade": False, "solution": False, "locked": True},
        ),
    ],
    ids=["graded by the check", "graded by hand"],
)
def test_grading_metadata_follow_from_the_check(by_hand, answer, checked):
    cells = [cell.metadata.get("nbgrader") for cell in regular(notebook(), by_hand).cells]
    points = [{"points": 2.0} if part["grade"] else {} for part in (answer, checked)]
    assert cells[1] == {**answer, **points[0], "grade_id": "ten-and-ten", "schema_version": 3}
    assert cells[2] == {**checked, **points[1], "grade_id": "check-ten-and-ten", "schema_version": 3}
    assert cells[0] is cells[3] is None


def test_an_instructor_grades_what_no_check_can():
    for _, exercise in all_exercises():
        asked = notebook(check_cell=f'cb.check("{exercise.key}", letter).points(1)')
        assert by_hand(asked) == ({exercise.key} if exercise.answer is None else set())


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda cells: cells.pop(1), "cell 2: the cell before this check holds no solution"),
        (lambda cells: cells.pop(2), "cell 2: a solution that no"),
        (lambda cells: cells[2].update(source=CHECK.replace("2", "'two'")), "cell 2: a solution that no"),
        (lambda cells: cells.extend(cells[1:3]), "'ten-and-ten' is checked a second time"),
        (lambda cells: cells[1].update(source="### BEGIN SOLUTION\nletter = 1"), "cell 2: .* do not come in pairs"),
        (lambda cells: cells[1].update(source="letter = 1\n### END SOLUTION"), "cell 2: .* do not come in pairs"),
    ],
    ids=["no solution", "no check", "no points", "twice", "not closed", "not opened"],
)
def test_a_broken_exercise_is_named_with_its_cell(spoil, words):
    author = notebook()
    spoil(author.cells)
    with pytest.raises(NotebookError, match=words):
        regular(author)


def test_building_twice_changes_no_byte(built):
    first = contents(built)
    (built.parent / ".casebook" / "build.json").unlink()
    assert [outcome.state for outcome in build(built)] == ["built"]
    assert contents(built) == first


def test_only_what_changed_is_built_again(shelf):
    build(shelf)
    assert [outcome.state for outcome in build(shelf)] == ["current"]
    student = shelf / "00-two.ipynb"
    student.write_bytes(student.read_bytes().replace(b"letter = ...", b"letter = 'C'"))
    assert [outcome.state for outcome in build(shelf)] == ["built"]


def test_a_check_names_what_is_not_current_and_writes_nothing(shelf):
    build(shelf)
    assert [outcome.state for outcome in check(shelf)] == ["current"]
    student = shelf / "00-two.ipynb"
    student.write_bytes(student.read_bytes().replace(b"letter = ...", b"letter = 'C'"))
    before = contents(shelf)
    result = CliRunner().invoke(main, ["build", "--check", "--folder", str(shelf)])
    assert result.exit_code == 1
    assert "00-two: stale, student edition, cell 2: its source or its metadata differ" in result.output
    assert contents(shelf) == before


def test_each_edition_knows_which_it_is_and_keeps_no_widget(built):
    for path, edition in [(built / "00-two.ipynb", "student"), (built / "instructor" / "00-two.ipynb", "instructor")]:
        chart, widget, name, *_ = outputs(path)
        assert set(chart[0].data) == {"application/vnd.vegalite.v5+json", "image/png", "text/plain"}
        assert set(widget[0].data) == {"text/plain"}
        assert name[0].data["text/plain"] == f"'{edition}'"
        assert "widgets" not in nbformat.read(path, as_version=4).metadata


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1 / 0", "cell 2: ZeroDivisionError: division by zero"),
        ("import warnings\nwarnings.warn('old')", "cell 2: wrote a warning:"),
        ("import os\nos._exit(1)", "cell 2: the kernel died"),
    ],
    ids=["fails", "warns", "dies"],
)
def test_a_failing_cell_is_named_and_the_author_loses_nothing(shelf, line, words):
    nbformat.write(notebook(line), shelf / "instructor" / "00-two.ipynb")
    before = contents(shelf)
    result = CliRunner().invoke(main, ["build", "--folder", str(shelf)])
    assert result.exit_code == 1
    assert f"00-two: failed, instructor edition, {words}" in result.output
    assert "Traceback" not in result.output
    assert contents(shelf) == before


def test_a_notebook_saved_during_the_build_is_left_as_its_author_saved_it(shelf):
    source = shelf / "instructor" / "00-two.ipynb"
    author = nbformat.read(source, as_version=4)
    author.cells.insert(
        0, new_code_cell(f"from pathlib import Path\nPath({str(source)!r}).write_text('saved just now')")
    )
    nbformat.write(author, source)
    assert [outcome.state for outcome in build(shelf)] == ["failed"]
    assert source.read_text() == "saved just now"


def test_a_file_that_is_no_notebook_is_said_to_be_none(shelf):
    (shelf / "instructor" / "00-two.ipynb").write_text("{")
    assert [outcome.words[:14] for outcome in build(shelf)] == ["not a notebook"]


def test_a_name_that_fits_no_notebook_is_answered_with_those_that_there_are(shelf):
    result = CliRunner().invoke(main, ["build", "09", "--folder", str(shelf)])
    assert result.exit_code == 1
    assert "no notebook is called '09'. There are: 00-two" in result.output


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda cells: cells[1].outputs[0].data.update({"image/png": "iVBORw0KGgo="}), "cell 2: its image/png differs"),
        (lambda cells: cells[1].outputs.clear(), "cell 2: it has 1 outputs, saved are 0"),
        (lambda cells: cells[0].update(source="# Who?"), "cell 1: its source or its metadata differ"),
        (lambda cells: cells.pop(), "it has 6 cells instead of 7"),
    ],
    ids=["output", "no output", "source", "cells"],
)
def test_a_difference_is_named_by_its_cell_and_kind(built, change, words):
    path = built / "00-two.ipynb"
    saved = nbformat.read(path, as_version=4)
    change(saved.cells)
    assert first_difference(nbformat.writes(saved).encode(), path.read_bytes()) == words
