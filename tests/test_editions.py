"""Two editions built from one source: what stays the same, what is built again, and what a build never loses."""

import nbformat
import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell

from authored import notebook
from casebook.cli import main
from casebook.editions.build import build, check
from casebook.editions.comparison import first_difference

RUNNABLE_CHECK = (
    "from types import SimpleNamespace\n\n\ndef check(key, answer):\n    return SimpleNamespace(points=float)\n\n\n"
)
RUNNABLE_CHECK += 'check("ten-and-ten", letter).points(2)'
CHART = "import altair as alt\nimport pandas as pd\nfrom casebook import renderer\nrenderer.enable()\n"
CHART += 'alt.Chart(pd.DataFrame({"day": [16, 18]})).mark_point().encode(x="day:Q").properties(title="Two days")'
WIDGET = "import ipywidgets\nipywidgets.IntSlider()"
EDITION = "import os\nos.environ['CASEBOOK_EDITION']"


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


@pytest.mark.parametrize(
    "content",
    ["", "{", "{}", "[]", "null", '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}']
    + [
        f'{{"nbformat": 4, "nbformat_minor": 5, "metadata": {{}}, "cells": {cells}}}'
        for cells in ("5", "[null]", "[{}]")
    ],
)
def test_a_file_that_is_no_notebook_is_said_to_be_none(content, shelf):
    (shelf / "instructor" / "00-two.ipynb").write_text(content)
    assert [outcome.words[:14] for outcome in build(shelf)] == ["not a notebook"]


def test_a_notebook_that_has_no_cell_yet_is_built(shelf):
    nbformat.write(nbformat.v4.new_notebook(), shelf / "instructor" / "00-two.ipynb")
    assert [outcome.state for outcome in build(shelf)] == ["built"]


@pytest.mark.parametrize("act", [build, check])
def test_what_cannot_be_read_or_written_is_told_beside_the_notebook(act, shelf):
    student = shelf / "00-two.ipynb"
    build(shelf)
    student.unlink()
    student.mkdir()
    assert [(each.state, each.words) for each in act(shelf)] == [("failed", f"{student}: Is a directory")]


def test_a_folder_without_notebooks_is_told(tmp_path):
    result = CliRunner().invoke(main, ["build", "--folder", str(tmp_path)])
    assert result.exit_code == 1
    assert result.output.splitlines() == [f"casebook: no notebook is in {tmp_path / 'instructor'}"]


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
