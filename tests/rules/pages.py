"""Pages: what a page without outputs says of the crisis rests on a row that it cites, or on how many rows there are."""

import re
from collections.abc import Iterator

from nbformat.v4 import new_markdown_cell, new_notebook

from prose.nouns import counted
from prose.reading import Figure
from prose.resting import resting
from prose.sentences import Sentence

# Code, tables and what is quoted to be copied are held by tests of their own.
APART = re.compile(r"^```.*?^```$|^    .*$|^[|>].*$", re.DOTALL | re.MULTILINE)


def loose(text: str) -> Iterator[tuple[Sentence, Figure]]:
    """The figures of a page that speak of the crisis and rest on no row."""
    notebook = new_notebook(cells=[new_markdown_cell(part) for part in re.split(r"(?m)^(?=#)", APART.sub("", text))])
    for sentence, found in resting(notebook):
        yield from ((sentence, figure) for figure, on in found if not on and of_the_crisis(sentence, figure))


def of_the_crisis(sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure is a date or an hour, or a number of people or of rows."""
    what = counted(sentence.words, figure)
    return not isinstance(figure.value, float) or what.people or what.table is not None


def in_words(sentence: Sentence, figure: Figure) -> str:
    """A figure with the words around it."""
    return " ".join(sentence.words[max(figure.start - 30, 0) : figure.end + 30].split())
