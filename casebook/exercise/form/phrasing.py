"""Form checks on the wording of a text: words that should be there, or should stand in quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from casebook.exercise import messages
from casebook.exercise.form.check import FormCheck
from casebook.exercise.form.draft import BRACKETS, Draft

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
DATE = re.compile(rf"\b\d{{1,2}} (?:{MONTHS})(?: \d{{4}})?|\b(?:{MONTHS}) \d{{1,2}}(?:, \d{{4}})?|\b(?:19|20)\d\d\b")
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: number for number, word in enumerate(WORDS, 1)}
FIGURE = re.compile(rf"\b(?:\d{{1,3}}|{'|'.join(WORDS)})\b", re.IGNORECASE)
# "One of the reports", "one official said" and "the two strikes" count no people.
NOT_PEOPLE = re.compile(
    r"\bone (?:of|is|was|and|another|agency|copy|decision|group|official|option|page|recommendation|source|speaker|"
    r"spokes\w+|step)\b|\b\w+ (?:strikes?|reports?|rows?|accounts?|sides?|days?|capitals?|states?|governments?|"
    r"ministers?|countries|hours?|kilometres|km)\b|"
    r"\b[EsSCKF]\d+\b",
    re.IGNORECASE,
)


def _any(words: Sequence[str]) -> re.Pattern[str]:
    """Any of the words, as whole words; a hyphen at the end leaves the ending open ("retaliat-")."""
    parts = [re.escape(word[:-1]) + r"\w*" if word.endswith("-") else rf"{re.escape(word)}\b" for word in words]
    return re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE)


@dataclass(frozen=True)
class Says(FormCheck):
    """At least so many of these words or phrases; `says` is the message."""

    words: Sequence[str]
    says: str
    least: int = 1

    def __call__(self, draft: Draft) -> str | None:
        return None if len(_any(self.words).findall(draft.plain)) >= self.least else self.says


@dataclass(frozen=True)
class Avoids(FormCheck):
    """None of these words in the writer's own voice: between quotation marks they may stand."""

    words: Sequence[str]
    says: str = messages.AVOIDS

    def __call__(self, draft: Draft) -> str | None:
        found = [*dict.fromkeys(word.lower() for word in _any(self.words).findall(draft.own_words))]
        return self.says.format(words=", ".join(f"“{word}”" for word in found)) if found else None


@dataclass(frozen=True)
class ADay(FormCheck):
    """A day, month or weekday is named."""

    says: str = messages.A_DAY

    def __call__(self, draft: Draft) -> str | None:
        named = re.search(rf"\b(?:{MONTHS}|{WEEKDAYS})\b", draft.plain)
        return None if named else self.says


@dataclass(frozen=True)
class EachSentence(FormCheck):
    """Every sentence with one of these words cites a row of one of the tables: {"S"} for statements."""

    words: Sequence[str]
    cites: str
    says: str

    def __call__(self, draft: Draft) -> str | None:
        for sentence in draft.sentences:
            found = _any(self.words).search(BRACKETS.sub(" ", sentence))
            if found and not any(key[0] in self.cites for key in Draft(sentence).cited):
                return self.says.format(word=found[0])
        return None


@dataclass(frozen=True)
class Begins(FormCheck):
    """A paragraph or line begins with these words."""

    words: str
    says: str

    def __call__(self, draft: Draft) -> str | None:
        found = re.search(rf"^\s*[*_#-]*\s*{re.escape(self.words)}\b", draft.text, re.IGNORECASE | re.MULTILINE)
        return None if found else self.says


@dataclass(frozen=True)
class Figures(FormCheck):
    """Every number of people in the text is in a cited casualty report; numbers in dates are left out."""

    says: str = messages.FIGURES

    def __call__(self, draft: Draft) -> str | None:
        counts = {
            int(row.cells[column])
            for row in draft.of("casualties")
            for column in ("count_low", "count_high")
            if pd.notna(row.cells[column])
        }
        text = NOT_PEOPLE.sub(" ", DATE.sub(" ", draft.plain))
        odd = [word for word in FIGURE.findall(text) if _number(word) not in counts]
        return self.says.format(words=", ".join(dict.fromkeys(odd))) if odd else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.lower()]
