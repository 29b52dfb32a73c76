"""Figures and dates, read in one way wherever they stand, so that those in prose can be held against those in rows."""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
UNITS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: number for number, word in enumerate(UNITS)} | {word: 10 * at for at, word in enumerate(TENS, 2)}
# English writes "one" for "a" and for "somebody": as a word it is no figure.
SPELLED = "|".join(word for word in reversed(WORDS) if word not in {"zero", "one"})
NUMBER = rf"(?:\d+|\b(?:{SPELLED})\b)"

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
MONTH += r"|Nov(?:ember)?|Dec(?:ember)?)\b"
YEAR = r"(?:19|20)\d\d"
FIGURE = re.compile(
    rf"\b(?P<iso>{YEAR}-(?:0[1-9]|1[0-2])(?:-\d\d)?)(?!\d)"
    rf"|(?<![\w:.])(?P<days>\d{{1,2}}(?:(?:,? (?:to|and|or)|,| ?[-–]) ?\d{{1,2}})*) (?P<of>{MONTH})(?: (?P<in>{YEAR}))?"
    rf"|\b(?P<month>{MONTH}) (?P<its_year>{YEAR})\b"
    rf"|\b(?P<nth>\d{{1,2}})(?:st|nd|rd|th)\b"
    rf"|(?<![\w:.])(?P<clock>\d{{1,2}}:\d\d)\b"
    rf"|(?<![\w.])(?P<year>{YEAR})\b"
    rf"|(?<![\w.])(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)\b"
    rf"|\b(?P<word>{SPELLED})(?:-(?P<unit>{'|'.join(UNITS[1:10])}))?\b",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """A date as far as it is said: what is not said is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


Value = Day | str | float
"""A date, the time on a clock such as "04:30", or a number."""


@dataclass(frozen=True)
class Figure:
    """What one figure or date of a text says, and where it is written."""

    value: Value
    start: int
    end: int


def figures(text: str) -> Iterator[Figure]:
    """Every figure and date of a text, in order; "16 and 18 January" are two."""
    for found in FIGURE.finditer(text):
        for value in _values(found):
            yield Figure(value, *found.span())


@functools.cache
def values(text: str) -> frozenset[Value]:
    """What the figures and dates of a text say."""
    return frozenset(figure.value for figure in figures(text))


def is_among(value: Value, carried: Iterable[Value]) -> bool:
    """Whether a figure is carried; a date is by every date that has its parts, also by one that leaves out the year."""
    if not isinstance(value, Day):
        return value in carried
    return any(_has_parts(each, value) for each in carried if isinstance(each, Day))


def _has_parts(date: Day, wanted: Day) -> bool:
    if wanted.year not in {None, date.year} and (date.year or not wanted.month):
        return False
    return wanted.month in {None, date.month} and wanted.day in {None, date.day}


def _values(found: re.Match[str]) -> list[Value]:
    if found["clock"]:
        return [found["clock"].zfill(5)]
    if found["digits"]:
        return [float(found["digits"].replace(",", ""))]
    if found["word"]:
        return [float(WORDS[found["word"].lower()] + WORDS[(found["unit"] or "zero").lower()])]
    return [*_days(found)]


def _days(found: re.Match[str]) -> Iterator[Day]:
    if found["iso"]:
        yield Day(*map(int, found["iso"].split("-")))
    elif found["days"]:
        year = int(found["in"]) if found["in"] else None
        for day in re.findall(r"\d+", found["days"]):
            yield Day(year, _month(found["of"]), int(day))
    elif found["month"]:
        yield Day(int(found["its_year"]), _month(found["month"]))
    else:
        yield Day(day=int(found["nth"])) if found["nth"] else Day(int(found["year"]))


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1
