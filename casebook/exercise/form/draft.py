"""A student's text as the form checks see it: its words, its sentences and the rows that it cites."""

import functools
import re
from dataclasses import dataclass

import pandas as pd

from casebook.lookup import find, is_key

BRACKETS = re.compile(r"\[([^\[\]\n]{1,300})\]")
ROUND = re.compile(r"\(([^()\n]{1,300})\)")
ROW_ID = re.compile(r"[ESCKF]\d{2,4}|s\d{2,3}", re.IGNORECASE)
WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|«[^»]*»")
# A full stop after one of these, or after a single capital, ends no sentence.
SENTENCE_END = re.compile(r"(?<!\bMr)(?<!\bDr)(?<!\bNo)(?<!\b[A-Z])[.!?](?=[\s”\"’)]|$)|\n\s*\n")


@dataclass(frozen=True)
class Row:
    """A row that is cited: its key, its table and its cells."""

    key: str
    table: str
    cells: pd.Series


def _spelled(token: str) -> str:
    """An id as the tables write it: passages s01, all others with a capital; anything else as it is."""
    if not ROW_ID.fullmatch(token):
        return token
    return token.lower() if re.fullmatch(r"s\d{2}", token, re.IGNORECASE) else token.upper()


def _tokens(groups: list[str]) -> list[str]:
    return [token for group in groups for token in re.split(r"[,;\s]+", group)]


def citations(text: str) -> list[str]:
    """What stands in square brackets and looks like an id, in order: [C151], [S118, E103], [seed-article].

    Examples
    --------
    >>> citations("Nine [C142]; ten, says another [C151, c140] [sic].")
    ['C142', 'C151', 'c140']
    """
    tokens = _tokens(BRACKETS.findall(text))
    return [token for token in tokens if ROW_ID.fullmatch(token) or (re.search(r"\d|-", token) and is_key(token))]


@dataclass(frozen=True)
class Draft:
    """A text with its citations.

    Attributes
    ----------
    text : str
        As it was given.
    """

    text: str

    @functools.cached_property
    def plain(self) -> str:
        """The text without its citations."""
        return " ".join(BRACKETS.sub(" ", self.text).split())

    @functools.cached_property
    def own_words(self) -> str:
        """The text without citations and without what stands between quotation marks."""
        return QUOTED.sub(" ", BRACKETS.sub(" ", self.text))

    @property
    def length(self) -> int:
        """How many words, citations not counted."""
        return len(WORD.findall(self.plain))

    @property
    def sentences(self) -> list[str]:
        """The sentences with their citations."""
        return [each.strip() for each in SENTENCE_END.split(self.text) if each.strip()]

    @functools.cached_property
    def cited(self) -> list[str]:
        """Every citation, in order."""
        return citations(self.text)

    @functools.cached_property
    def rows(self) -> list[Row]:
        """The rows that are cited and exist, each once, in the order of their first citation."""
        keys = dict.fromkeys(key for token in self.cited if is_key(key := _spelled(token)))
        return [Row(key, *find(key)) for key in keys]

    @functools.cached_property
    def unknown(self) -> list[str]:
        """Citations that look like an id and are in no table."""
        return [*dict.fromkeys(token for token in self.cited if not is_key(_spelled(token)))]

    @functools.cached_property
    def in_round_brackets(self) -> list[str]:
        """Ids of rows that stand in round brackets and are cited nowhere."""
        cited = {*map(_spelled, self.cited)}
        keys = [_spelled(token) for token in _tokens(ROUND.findall(self.text)) if ROW_ID.fullmatch(token)]
        return [key for key in dict.fromkeys(keys) if is_key(key) and key not in cited]

    def of(self, table: str) -> list[Row]:
        """The cited rows of one table."""
        return [row for row in self.rows if row.table == table]
