"""What all kinds of answer share: an answer is read into a plain value, or it is said why it cannot be."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, TypeAlias

# An answer as its kind reads it: what that is differs from kind to kind. What is written for one kind names it.
Given: TypeAlias = Any


class UnreadableError(Exception):
    """An answer that is not of the wanted kind: `words` say what was given, and what to change."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True)
class Reading:
    """An answer as it was read.

    Attributes
    ----------
    value : Given
        A plain value that can be compared: a number, text, set, list, frame or what a chart shows.
    slips : tuple of str
        What was not in the wanted form, each with what to change: a list for a set, capitals, spaces.
    """

    value: Given
    slips: tuple[str, ...] = ()


class Kind:
    """One kind of answer. Subclasses say how it is read; no method of an unknown object is ever called.

    Attributes
    ----------
    name : str
        One word, for listings and grading.
    wanted : str
        What a student is to give, in words: "one letter, A to E".
    rubric : mapping
        Codes that an instructor can write back, and their words; none for most kinds.
    """

    name: ClassVar[str]
    rubric: Mapping[str, str] = MappingProxyType({})

    @property
    def wanted(self) -> str:
        raise NotImplementedError

    def read(self, answer: object) -> Reading:
        """The answer as a plain value; raises `UnreadableError` with words for the student."""
        raise UnreadableError(self.wanted)

    def same(self, given: Given, other: Given) -> bool:
        """Whether two values that were read are the same answer."""
        return bool(given == other)

    def almost(self, given: Given, answer: Given) -> str | None:
        """What to change in a value that is the answer but for its form, or None."""
        return None

    def missing(self, given: Given) -> list[str]:
        """What the form still lacks, in words; nothing for most kinds."""
        return []

    def remarks(self, given: Given) -> list[str]:
        """What is worth a second look and stops nobody."""
        return []

    def rows(self, given: Given) -> list[str]:
        """Keys of rows that the answer cites, to be shown beneath it."""
        return []
