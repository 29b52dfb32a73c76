"""Rows that repeat another row of their table: an echo of a report, words of a statement that were said again."""

from collections.abc import Iterator

from casebook.integrity.contents import Contents, Row
from casebook.integrity.rule import Finding, rule

SAME_REPORT = ("event_id", "measure", "scope", "qualifier", "count_low", "count_high")
SAME_SPEECH = ("speaker_id", "date")


def _repeated(contents: Contents, table: str, column: str) -> Iterator[tuple[Row, Row]]:
    """Each row that repeats another, with the other."""
    originals = contents.by_id(table)
    for row in contents.rows(table):
        original = originals.get(row[column])
        if original not in (None, row):
            yield row, original


def _differing(row: Row, original: Row, columns: tuple[str, ...]) -> str:
    return ", ".join(column for column in columns if row[column] != original[column])


@rule("echo", casualties="report_id echo_of " + " ".join(SAME_REPORT))
def echo(contents: Contents) -> Iterator[Finding]:
    """An echo repeats an original report: the same event, measure and figure, and not another echo."""
    for row, original in _repeated(contents, "casualties", "echo_of"):
        if original["echo_of"]:
            yield row, "echo_of", f"{row['echo_of']} is an echo itself: name the report that both repeat"
        if different := _differing(row, original, SAME_REPORT):
            yield row, "echo_of", f"an echo repeats its report, but {different} differ from {row['echo_of']}"


@rule("repeats", statements="statement_id repeats " + " ".join(SAME_SPEECH))
def repeats(contents: Contents) -> Iterator[Finding]:
    """A statement repeats words of the same speaker on the same day, and not a repetition."""
    for row, original in _repeated(contents, "statements", "repeats"):
        if original["repeats"]:
            yield row, "repeats", f"{row['repeats']} is a repetition itself: name the statement that both repeat"
        if different := _differing(row, original, SAME_SPEECH):
            yield row, "repeats", f"one speech act, but {different} differ from {row['repeats']}"


RULES = [echo, repeats]
