"""Slides show the questions and charts of a chapter, keep its solutions back, and lose no word of it."""

import re

import nbformat
import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

from casebook import renderer, webpage
from casebook.cli import main
from casebook.editions.build import sources
from casebook.editions.cells import solutions
from casebook.editions.source import NotebookError, for_instructors
from casebook.folders import NOTEBOOKS
from casebook.pictures import pictured
from casebook.slides import deck
from casebook.slides.outline import FEW, WORDS, as_html, slides
from opening import Named

CHAPTERS = sources(NOTEBOOKS)
TITLE = new_markdown_cell("# 09 · An example")


def every(test):
    """Once for each chapter."""
    return pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)(test)


def cells(path) -> list:
    return nbformat.read(path, as_version=4).cells


def laid(path) -> list:
    return slides(nbformat.read(path, as_version=4))


def shown(*cells) -> list:
    return slides(new_notebook(cells=[TITLE, *cells]))


def headings(path, level: int) -> list[str]:
    texts = [cell.source for cell in cells(path) if cell.cell_type == "markdown" and not for_instructors(cell)]
    return re.findall(rf"^#{{{level}}} (.+)$", "\n".join(texts), re.MULTILINE)


def words(text: str) -> set[str]:
    return set(re.sub(r"^#+ ", "", text, flags=re.MULTILINE).split())


@every
def test_a_chapter_begins_with_its_title_and_ends_with_what_it_can_and_cannot_say(path):
    first, *_, last = laid(path)
    assert [first.heading] == headings(path, 1)
    assert first.step == ""
    assert last.heading == "What we can and cannot say"


@every
def test_every_step_and_every_exercise_has_its_slide_in_order(path):
    there = laid(path)
    steps = list(dict.fromkeys(slide.step for slide in there[1:] if slide.step not in headings(path, 1)))
    assert steps == headings(path, 2)
    assert [slide.heading for slide in there if slide.heading.startswith("Exercise")] == headings(path, 3)


@every
def test_every_chart_has_its_slide_unless_it_belongs_to_a_solution(path):
    outputs = [each for cell in cells(path) if "### BEGIN" not in cell.source for each in cell.get("outputs", [])]
    assert [slide.output for slide in laid(path) if slide.output] == [
        each for each in outputs if webpage.has_chart(each)
    ]


@every
def test_no_line_of_a_solution_is_on_a_slide(path):
    on_slides = "\n".join(slide.text for slide in laid(path))
    lines = [line.strip() for cell in cells(path) for each in solutions(cell.source) for line in each.splitlines()]
    assert lines
    assert [line for line in lines if len(line) > 12 and line in on_slides] == []


@every
def test_every_word_of_the_text_is_shown_or_said(path):
    there = laid(path)
    kept = words("\n".join("\n".join([slide.step, slide.heading, slide.text, *slide.notes]) for slide in there))
    for cell in cells(path):
        if cell.cell_type == "markdown":
            assert words(cell.source) - kept == set()


@every
def test_what_is_for_instructors_is_said_and_not_shown(path):
    there = laid(path)
    for cell in cells(path):
        if for_instructors(cell):
            assert [slide for slide in there if cell.source in slide.notes]
            assert [slide for slide in there if cell.source in slide.text] == []


@every
def test_a_slide_holds_few_words_unless_it_is_one_question_or_one_table(path):
    long = [each for each in laid(path) if len(each.text.split()) > WORDS + FEW]
    assert [each.heading for each in long if not (each.heading.startswith("Exercise") or "|" in each.text)] == []


def test_a_marked_cell_is_shown_and_others_stay_in_the_notebook():
    table = new_output("execute_result", {"text/html": "<table></table>", "text/plain": ""})
    marked = new_code_cell("reports", outputs=[table], metadata={"tags": ["slide"]})
    assert [slide.output for slide in shown(new_markdown_cell("## 1 · A step"), marked)] == [None, None, table]
    assert [slide.output for slide in shown(new_code_cell("reports", outputs=[table]))] == [None]


def test_the_chart_of_a_solution_is_kept_back():
    chart = new_output("execute_result", {renderer.MIMETYPE: {}, "text/plain": ""})
    source = "### BEGIN SOLUTION\nchart\n### END SOLUTION"
    assert [slide.output for slide in shown(new_code_cell(source, outputs=[chart]))] == [None]
    assert [slide.output for slide in shown(new_code_cell("chart", outputs=[chart]))] == [None, chart]


def test_options_of_a_question_stay_on_one_slide():
    options = "\n".join(f"- **{letter}** {'many words ' * 20}" for letter in "ABCDE")
    there = shown(new_markdown_cell(f"### Exercise: which\n\nGive a letter.\n\n{options}"))
    assert [slide.heading for slide in there][1:] == ["Exercise: which"]


def test_a_heading_without_text_gives_its_slide_to_the_exercise_under_it():
    there = shown(new_markdown_cell("## 1 · Write\n\n### Exercise: write it\n\nIn 20 words."))
    assert [(slide.step, slide.heading) for slide in there][1:] == [("1 · Write", "Exercise: write it")]


@pytest.mark.parametrize(
    "first",
    [
        [],
        [new_markdown_cell("Ask the class.", metadata={"tags": ["instructor"]}), TITLE],
        [new_markdown_cell("One line before it."), TITLE],
        [new_markdown_cell("## A step")],
        [new_code_cell("1")],
    ],
)
def test_a_chapter_without_a_title_is_told_in_one_sentence(first):
    with pytest.raises(NotebookError, match="cell 1: slides begin with a title"):
        slides(new_notebook(cells=first))


def test_a_cell_that_is_neither_text_nor_code_stays_in_the_notebook():
    assert shown(new_raw_cell("as it is")) == shown()


@pytest.mark.parametrize("lost", ["picture", "size"])
def test_a_chart_that_was_saved_without_its_picture_has_one_on_its_slide(lost):
    data, metadata = pictured(*renderer.bundle({"mark": "point", "title": "Nothing yet"}))
    output = new_output("display_data", data, metadata=metadata)
    if lost == "picture":
        del output.data["image/png"]
    else:
        del output.metadata["image/png"]
    chapter = new_notebook(cells=[TITLE, new_code_cell("chart", outputs=[output])])
    assert "data:image/png;base64,iVBOR" in deck.page(webpage.saved(nbformat.writes(chapter).encode()), "")


def test_words_never_become_tags():
    hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)>"
    assert "<script" not in as_html(hostile)
    page = deck.page(new_notebook(cells=[TITLE, new_markdown_cell(f"## {hostile}\n\n{hostile}")]), "")
    assert "<img src=x" not in page
    assert "<script>alert" not in page


@pytest.fixture(scope="module")
def page():
    return deck.page(nbformat.read(CHAPTERS[0], as_version=4), webpage.scripts())


def test_one_file_holds_all_that_it_needs(page):
    assert [address for address in Named(page).fetched if not address.startswith("data:")] == []
    assert not re.search(r"(url\(|@import)\s*['\"]?(https?:)?//", page)


def test_the_command_writes_the_chapters_that_are_asked_for(tmp_path):
    done = CliRunner().invoke(main, ["slides", str(tmp_path / "new"), "00", "04"])
    assert done.exit_code == 0, done.output
    written = sorted(tmp_path.rglob("*"))[1:]
    assert [path.stem[:2] for path in written] == ["00", "04"]
    assert done.output.splitlines() == [f"Written: {path}" for path in written]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["folder", "44"], "no notebook is called '44'. There are: 00-start-here"),
        (["file"], "cannot be written: "),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(arguments, sentence, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    done = CliRunner().invoke(main, ["slides", *arguments], standalone_mode=False)
    assert sentence in done.exception.format_message()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_slides_are_written_again_and_no_other_file_is(tmp_path):
    notes = tmp_path / "00-start-here.html"
    notes.write_text("my own notes on this chapter")
    done = CliRunner().invoke(main, ["slides", str(tmp_path), "00"])
    assert (done.exit_code, notes.read_text()) == (1, "my own notes on this chapter")
    assert f"{notes} is there already and is no file of slides" in done.output
    notes.unlink()
    for _ in range(2):
        assert CliRunner().invoke(main, ["slides", str(tmp_path), "00"]).exit_code == 0


def test_without_reveal_the_command_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(deck, "CARRIER", "not_installed")
    done = CliRunner().invoke(main, ["slides", str(tmp_path / "new")], standalone_mode=False)
    assert done.exception.format_message() == (
        "slides need reveal.js, which is not installed: pip install 'casebook[site]'."
    )
