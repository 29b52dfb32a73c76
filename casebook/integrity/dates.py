"""Dates say no more than is known: their order, their precision, their day of the week, and the phase of an event."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from casebook.integrity.contents import Contents, Row
from casebook.integrity.rule import Finding, rule

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)}),? (\d{{1,2}}) ({'|'.join(MONTHS)})[a-z]*\b(?: (\d{{4}}))?")


@rule("date-order", events="date date_end")
def date_order(contents: Contents) -> Iterator[Finding]:
    """Nothing ends before it begins."""
    for row in contents.rows("events"):
        if row["date_end"] < row["date"]:
            yield row, "date_end", f"lies before date, {row['date']}"


@rule("date-precision", events="date date_end date_precision")
def date_precision(contents: Contents) -> Iterator[Finding]:
    """A month is written from its first to its last day, a year from 1 January to 31 December."""
    for row in contents.rows("events"):
        unit = row["date_precision"]
        if unit in {"month", "year"}:
            if row["date"] != _first_day(row["date"], unit):
                yield row, "date", f"a {unit} begins on {_first_day(row['date'], unit)}"
            if row["date_end"] != _last_day(row["date_end"], unit):
                yield row, "date_end", f"a {unit} ends on {_last_day(row['date_end'], unit)}"


def _first_day(day: str, unit: str) -> str:
    return day[:7] + "-01" if unit == "month" else day[:4] + "-01-01"


def _last_day(day: str, unit: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    if unit == "year" or month == 12:
        return f"{day[:4]}-12-31"
    return (date(year, month + 1, 1) - timedelta(days=1)).isoformat()


@rule("statement-date", statements="date date_precision")
def statement_date(contents: Contents) -> Iterator[Finding]:
    """A statement has a date unless its day is unknown; a month is its first day."""
    for row in contents.rows("statements"):
        yield from _single_day(row, "date", row["date_precision"])


@rule("report-date", casualties="date_reported date_reported_precision")
def report_date(contents: Contents) -> Iterator[Finding]:
    """A report has a date unless its day is unknown; a month is its first day."""
    for row in contents.rows("casualties"):
        yield from _single_day(row, "date_reported", row["date_reported_precision"])


def _single_day(row: Row, column: str, precision: str) -> Iterator[Finding]:
    day = row[column]
    if precision == "unknown":
        if day:
            yield row, column, "the precision is unknown: leave the date blank, or say how the day is known"
    elif not day:
        yield row, column, f"a date of precision {precision} must not be blank: if no word gives it, it is unknown"
    elif precision in {"month", "year"} and day != _first_day(day, precision):
        yield row, column, f"a {precision} is written as its first day, {_first_day(day, precision)}"


@rule("phase", events="date phase")
def phase(contents: Contents) -> Iterator[Finding]:
    """An event belongs to the phase in which it begins; the descriptor says when each phase begins."""
    column = next(each for each in contents.tables["events"].schema["fields"] if each["name"] == "phase")
    begins, phases = column.get("begins", {}), column.get("constraints", {}).get("enum", [])
    if not set(phases[1:]) <= set(begins):
        return
    for row in contents.rows("events"):
        begun = [name for name in phases if begins.get(name, "") <= row["date"]]
        if begun and row["phase"] != begun[-1]:
            yield row, "phase", f"an event that begins on {row['date']} belongs to {begun[-1]}"


@rule("weekday")
def weekday(contents: Contents) -> Iterator[Finding]:
    """A day of the week that stands beside a date in a sentence is that of the calendar."""
    for table in contents.tables.values():
        for row in table.sound:
            for column, cell in row.cells.items():
                for name, day, month, year in WEEKDAY.findall(cell):
                    if told := _other_weekday(name, int(day), month, year or row.cells.get("date", "")[:4]):
                        yield row, column, told


def _other_weekday(name: str, day: int, month: str, year: str) -> str:
    """What is wrong with a day of the week; blank if nothing is, or if no year is known."""
    try:
        there = WEEKDAYS[date(int(year), MONTHS.index(month) + 1, day).weekday()]
    except ValueError:
        return "" if not year else f"{day} {month} {year} is not in the calendar"
    return "" if there == name else f"{day} {month} {year} was a {there}"


@rule("fact-day", facts="fact value unit")
def fact_day(contents: Contents) -> Iterator[Finding]:
    """A fact whose unit is a date has a day for its value, and the day of the week that its words name."""
    for row in contents.rows("facts"):
        if row["unit"] == "date":
            try:
                there = WEEKDAYS[date.fromisoformat(row["value"]).weekday()]
            except ValueError:
                yield row, "value", "must be a day of the calendar, written YYYY-MM-DD"
                continue
            named = [name for name in WEEKDAYS if name in row["fact"]]
            if named not in ([], [there]):
                yield row, "value", f"is a {there}, and the fact speaks of {named[0]}"
        elif DAY.fullmatch(row["value"]):
            yield row, "unit", "a value that is a day has the unit date"


RULES = [date_order, date_precision, statement_date, report_date, phase, weekday, fact_day]
