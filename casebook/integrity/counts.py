"""Casualty reports: what a qualifier says about the two counts, and what a report is about.

The rules are those of the dossier, after "Standards for Casualty Recording" (Every Casualty): a blank is never a zero.
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from casebook.integrity.contents import Contents, Row
from casebook.integrity.rule import Finding, rule

Order: TypeAlias = Callable[[int, int], bool] | None
# Which of the two counts are given, and how they stand to each other.
SHAPES: dict[str, tuple[str, Order, str]] = {
    "exact": ("both", lambda low, high: low == high, "the same number in count_low and count_high"),
    "at_least": ("low", None, "a number in count_low and a blank count_high: a floor says nothing of the ceiling"),
    "up_to": ("high", None, "a number in count_high and a blank count_low: a ceiling says nothing of the floor"),
    "range": ("both", lambda low, high: low < high, "a count_low that is smaller than count_high"),
    "about": ("both", lambda low, high: low == high, "the same number in count_low and count_high"),
    "none": ("both", lambda low, high: low == high == 0, "0 and 0: somebody says that there was nobody"),
    "no_figure": ("", None, "two blank counts: harm is told without a number, and a blank is never a zero"),
}
NUMBERS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
VALUES = {word: value for value, word in enumerate(NUMBERS, 1)} | {"an": 1, "one": 1}
COUNTED = re.compile(rf"(?:(?:her|his|their) )?({'|'.join(VALUES)}|\d+) (?!.*\baged\b)")


@rule("count-by-qualifier", casualties="qualifier count_low count_high")
def count_by_qualifier(contents: Contents) -> Iterator[Finding]:
    """The counts have the shape that the qualifier gives them."""
    for row in contents.rows("casualties"):
        if row["qualifier"] in SHAPES:
            given, stands, words = SHAPES[row["qualifier"]]
            if column := _wrong(row, given, stands):
                yield row, column, f"{row['qualifier']} asks for {words}"


def _wrong(row: Row, given: str, stands: Order) -> str:
    """The count that is not as the shape asks; blank if both are."""
    for column, end in (("count_low", "low"), ("count_high", "high")):
        if bool(row[column]) != (given in {"both", end}):
            return column
    return "count_high" if stands and not stands(int(row["count_low"]), int(row["count_high"])) else ""


@rule("count-is", casualties="qualifier count_is")
def count_is(contents: Contents) -> Iterator[Finding]:
    """A number is stated or summed; where there is none, there is nothing to say about it."""
    for row in contents.rows("casualties"):
        if (row["qualifier"] == "no_figure") != (row["count_is"] == ""):
            blank = row["count_is"] == ""
            words = (
                "a number is stated or summed" if blank else "no_figure has no number that could be stated or summed"
            )
            yield row, "count_is", words


@rule("combined-scope", casualties="scope event_id")
def combined_scope(contents: Contents) -> Iterator[Finding]:
    """A report about several events belongs to none of them; every other report belongs to one."""
    for row in contents.rows("casualties"):
        combined = row["scope"] == "combined"
        if combined and row["event_id"]:
            yield row, "event_id", "a combined report is about more than one event: leave event_id blank"
        if not combined and not row["event_id"]:
            yield row, "event_id", f"a report with scope {row['scope']} belongs to one event"


@rule("victims-count", casualties="victims qualifier count_low")
def victims_count(contents: Contents) -> Iterator[Finding]:
    """Where the words for the victims count all of them, an exact count is their sum, and a floor is not below it."""
    for row in contents.rows("casualties"):
        parts = re.split(r", and |, | and ", row["victims"])
        counted = [found[1] for part in parts if (found := COUNTED.match(part))]
        if len(counted) < len(parts) or row["qualifier"] not in {"exact", "at_least"} or not row["count_low"]:
            continue
        total = sum(VALUES.get(number) or int(number) for number in counted)
        if total > int(row["count_low"]) or (row["qualifier"] == "exact" and total != int(row["count_low"])):
            yield row, "count_low", f"the words of victims come to {total}"


RULES = [count_by_qualifier, count_is, combined_scope, victims_count]
