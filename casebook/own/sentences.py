"""The sentences of a text with their offsets: in characters, counted from 0, the end one past the last."""

import re
from typing import NamedTuple

# A sentence ends at a full stop, question or exclamation mark, quoted or not, before a capital; or with its line.
BREAK = re.compile(r"(?<=[.!?…”])\s+(?=[“‘\"A-Z])|\n+")


class Sentence(NamedTuple):
    """One sentence and where it stands; paragraphs count from 1."""

    paragraph: int
    start: int
    end: int
    text: str


def sentences(text: str) -> list[Sentence]:
    r"""Cut a text into sentences.

    Examples
    --------
    >>> [each.text for each in sentences("Shots fell. “Four,” one says.\nNobody else was asked.")]
    ['Shots fell.', '“Four,” one says.', 'Nobody else was asked.']
    """
    found, start = [], 0
    for end, after in [*((each.start(), each.end()) for each in BREAK.finditer(text)), (len(text), len(text))]:
        if words := text[start:end].strip():
            begins = text.index(words, start)
            found.append(Sentence(text.count("\n", 0, begins) + 1, begins, begins + len(words), words))
        start = after
    return found
