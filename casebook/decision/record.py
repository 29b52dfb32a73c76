"""What a team commits to: the entry of a decision, and the first thing that keeps it from being recorded."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, fields

import pandas as pd

from casebook.datapackage import UnknownRowError
from casebook.decision import words
from casebook.language import everywhere, say
from casebook.lookup import find
from casebook.wording import day as day_in_words

CITED = re.compile(r"\b(?:[ESC]\d{3}|F\d{2})\b", re.IGNORECASE)
ASSUMED = re.compile(rf"\b(?:{'|'.join(everywhere(words.ASSUMPTION).values())})s?\b|\bassumed?\b", re.IGNORECASE)
DATES = {"events": "date", "statements": "date", "casualties": "date_reported"}
SENTENCES = ("reason", "against", "hurt", "dissent")
# Fewer words than these are a slip of the keyboard, and no option of a team's own.
OWN_WORDS = 3


@dataclass(frozen=True)
class Entry:
    """A decision as it was given: a letter or words of their own, four sentences, a number."""

    option: object = ...
    reason: object = ...
    against: object = ...
    hurt: object = ...
    dissent: object = ...
    confidence: object = ...

    @property
    def open(self) -> list[str]:
        """The fields that hold nothing yet."""
        held = {each.name: getattr(self, each.name) for each in fields(self)}
        return [name for name, value in held.items() if value is ... or value is None]


def cited(text: str) -> list[str]:
    """The rows that a sentence cites, each once, with or without square brackets.

    Examples
    --------
    >>> cited("Leaders spoke hours before [E079], as s069 says; E079 again.")
    ['E079', 'S069']
    """
    return list(dict.fromkeys(key.upper() for key in CITED.findall(text)))


def rests_on(text: str) -> list[str]:
    """What a reason rests on: its rows, and the word assumption where it says so."""
    return [*cited(text), *([words.ASSUMPTION] if ASSUMED.search(text) else [])]


def when(row: str) -> pd.Timestamp | None:
    """The day by which a row of the tables dates what it tells; None where there is none, as for a fact."""
    name, cells = find(row)
    day = cells[DATES[name]] if name in DATES else None
    return None if day is None or pd.isna(day) else day


def told_day(day: pd.Timestamp) -> str:
    """A day in words: "18 January 2024"."""
    return f"{day.day} {day:%B %Y}"


def trouble(entry: Entry, letters: Sequence[str], as_of: str, on_sheets: Container[str], example: str) -> str | None:
    """The first thing that keeps an entry from being recorded, in one sentence, or None."""
    return next(_troubles(entry, letters, as_of, on_sheets, example), None)


def _troubles(
    entry: Entry, letters: Sequence[str], as_of: str, on_sheets: Container[str], example: str
) -> Iterator[str]:
    if entry.open:
        yield words.STILL_OPEN.format(fields=", ".join(f"`{name}`" for name in entry.open))
        return
    if not _is_option(entry.option, letters):
        yield words.NO_OPTION.format(given=_quoted(entry.option), letters=", ".join(letters))
    for field in SENTENCES:
        given = getattr(entry, field)
        if not isinstance(given, str) or not given.strip(" .…"):
            yield words.BLANK.format(field=field)
            return
    if _plain(str(entry.reason)) == _plain(str(entry.against)):
        yield words.SAME_AGAIN
    for field in ("reason", "against"):
        given = getattr(entry, field)
        if not rests_on(given):
            yield words.NO_ROW.format(field=field, example=example)
        for row in cited(given):
            if row not in on_sheets:
                yield _not_known(row, as_of)
    if not _is_share(entry.confidence):
        yield words.CONFIDENCE


def _is_option(given: object, letters: Sequence[str]) -> bool:
    if not isinstance(given, str):
        return False
    return given.strip().upper() in letters or len(given.split()) >= OWN_WORDS


def _plain(sentence: str) -> str:
    return " ".join(sentence.split()).rstrip(".").casefold()


def _is_share(given: object) -> bool:
    return isinstance(given, int | float) and not isinstance(given, bool) and 0 <= given <= 1


def _quoted(given: object) -> str:
    return f"“{given.strip()[:40]}”" if isinstance(given, str) else words.WHAT_YOU_GAVE


def _not_known(row: str, as_of: str) -> str:
    try:
        day = when(row)
    except UnknownRowError:
        return words.NO_SUCH_ROW.format(row=row)
    if day is None:
        return words.UNDATED.format(row=row)
    if day > pd.Timestamp(as_of):
        return words.LATER.format(row=row, day=day_in_words(day, "day", spoken=say))
    return words.OFF_SHEET.format(row=row)
