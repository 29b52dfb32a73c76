"""What of a chapter goes on slides: its title, each step with its question, each exercise, each chart, the closing box.

Solutions, checks and tables stay in the notebook. What the chapter says without a heading, and what it says to
instructors, is for whoever speaks. A cell tagged `slide` is shown although it is none of these.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil

from markdown_it import MarkdownIt
from nbformat import NotebookNode

from casebook.editions.cells import BEGIN
from casebook.editions.source import NotebookError, for_instructors
from casebook.webpage import has_chart

MARK = "slide"
# As many words as the last row reads on one slide. A FEW more open no other, and a question is never parted.
WORDS, FEW = 90, 12
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass
class Slide:
    """One slide: the step of the chapter, a heading, text, perhaps an output, and what the speaker sees.

    The title of the chapter has no step. Text and notes are Markdown; the output is one of a notebook.
    """

    step: str
    heading: str
    text: str = ""
    output: NotebookNode | None = None
    notes: list[str] = field(default_factory=list)


@dataclass
class _Part:
    """A heading (level 0: none) and the blocks under it: each a paragraph or the like, or the points of a list."""

    level: int
    heading: str
    blocks: list[list[str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return _joined(_joined(block) for block in self.blocks)


def _words(text: str) -> int:
    return len(text.split())


def _joined(pieces: Iterable[str]) -> str:
    return "\n\n".join(pieces)


def _parts(text: str) -> list[_Part]:
    """A text cut at its headings. The line that opens a list is one block with it, unless it is a whole sentence."""
    lines, parts = text.splitlines(), [_Part(0, "")]
    for token in _MARKDOWN.parse(text):
        piece = "\n".join(lines[slice(*token.map)]).rstrip() if token.map else ""
        blocks = parts[-1].blocks
        if token.type == "heading_open":
            parts.append(_Part(int(token.tag[1]), piece.lstrip("# ")))
        elif token.type == "list_item_open" and token.level == 1:
            blocks[-1].append(piece)
        elif token.type.endswith("list_open") and token.level == 0:
            if not blocks or blocks[-1][-1].endswith("."):
                blocks.append([])
        elif piece and token.level == 0:
            blocks.append([piece])
    return parts


def _sheets(blocks: list[list[str]]) -> list[str]:
    """Blocks laid on as few sheets as their words allow, about as many on each. Only a block too long is parted."""
    pieces = []
    for block in blocks:
        pieces += [_joined(block)] if _words(_joined(block)) <= WORDS else block
    everything = sum(map(_words, pieces))
    room = everything / max(1, ceil(everything / WORDS)) + FEW
    sheets = pieces[:1] or [""]
    for piece in pieces[1:]:
        if _words(sheets[-1]) + _words(piece) > room:
            sheets.append(piece)
        else:
            sheets[-1] = _joined([sheets[-1], piece])
    return sheets


def _said(cell: NotebookNode, found: list[Slide]) -> None:
    """Lay a text for students on slides; what has no heading is said to the last slide before it.

    A step that is nothing but a heading gives its slide to the exercise under it.
    """
    for part in _parts(cell.source):
        if part.level == 1:
            first, *others = [*_sheets(part.blocks[:1]), *_sheets(part.blocks[1:])]
            found.append(Slide("", part.heading, first))
            found += [Slide(part.heading, part.heading, sheet) for sheet in others if sheet]
        elif part.level == 2:
            found += [Slide(part.heading, part.heading, sheet) for sheet in _sheets(part.blocks)]
        elif part.level == 3 and found[-1] == Slide(found[-1].step, found[-1].step):
            found[-1].heading, found[-1].text = part.heading, part.text
        elif part.level == 3:
            found.append(Slide(found[-1].step, part.heading, part.text))
        elif part.blocks:
            found[-1].notes.append(part.text)


def _shown(cell: NotebookNode, step: str) -> Iterator[Slide]:
    """The charts of a cell, or whatever a marked cell shows; never the chart of a solution."""
    marked = MARK in cell.metadata.get("tags", [])
    for output in cell.outputs if BEGIN not in cell.source else []:
        if has_chart(output) or (marked and "text/html" in output.get("data", {})):
            yield Slide(step, step, output=output)


def slides(notebook: NotebookNode) -> list[Slide]:
    """The slides of a chapter, in its order.

    Parameters
    ----------
    notebook : NotebookNode
        The instructor edition, as it was saved. Its first cell is the title.

    Returns
    -------
    list of Slide
        About 90 words on each at most, unless one question or one table is longer.

    Raises
    ------
    NotebookError
        If its first cell is no title.

    Examples
    --------
    >>> from nbformat import v4
    >>> title = v4.new_markdown_cell("# 09 · An example")
    >>> note = v4.new_markdown_cell("Ask the class.", metadata={"tags": ["instructor"]})
    >>> [(slide.heading, slide.notes) for slide in slides(v4.new_notebook(cells=[title, note]))]
    [('09 · An example', ['Ask the class.'])]
    """
    first = notebook.cells[0] if notebook.cells else None
    if first is None or for_instructors(first) or not first.source.lstrip().startswith("# "):
        raise NotebookError("slides begin with a title, such as '# 01 · One article', and it has none", 1)
    found: list[Slide] = []
    for cell in notebook.cells:
        if for_instructors(cell):
            found[-1].notes.append(cell.source)
        elif cell.cell_type == "markdown":
            _said(cell, found)
        elif cell.cell_type == "code":
            found += list(_shown(cell, found[-1].step))
    return found


def as_html(text: str) -> str:
    """Markdown as HTML in which no tag of the text survives."""
    html: str = _MARKDOWN.render(text)
    return html
