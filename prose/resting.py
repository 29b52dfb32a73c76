"""What a figure in prose can rest on: a row that is cited for it, how many rows are cited, or the output beside it.

A date in a sentence that cites rows rests on the days of these rows alone, and a number of people on a cell: how many
rows there are says nothing of people. A number in a text counts the same thing there as here.
"""

import itertools
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from nbformat import NotebookNode

from casebook.datapackage import resource, table
from casebook.lookup import evidence_of, find
from prose.nouns import Counted, counted, plain, said
from prose.reading import Day, Figure, Value, figures, is_among, values
from prose.sentences import CITED, Sentence, cited, sentences

PARENTHESES = re.compile(r"\([^()]*\)")
TOGETHER = re.compile(rf"{CITED.pattern}(?:(?:, and |, | and | to ){CITED.pattern})*")
# The rows for a figure, at once behind what it counts; and things that are named there, one by one.
AT_ONCE = re.compile(rf"(?: [\w'’-]+){{0,4}} \({CITED.pattern}, ")
LISTED = re.compile(r"(?: [\w'’-]+){0,3}(?: \(|: )([^().;:]+, [^().;:]+)")
COMMA = re.compile(r", (?:and )?| and ")
DEFINITE = re.compile(r"\b(?:the|these|those|its|our|all|other)(?: \w+)? $", re.IGNORECASE)
# Where a number in the table has its place in a text, or on a map, it counts nothing.
PLACES = {"paragraph", "start", "end", "latitude", "longitude", "geonames_id"}


class Rest(NamedTuple):
    """What a figure can rest on: its name for a reader, and the values that it carries."""

    on: str
    values: frozenset[Value]


def rests(sentence: Sentence, figure: Figure) -> Iterator[Rest]:
    """Everything that this figure can rest on, the nearest first."""
    near, cites = nearest(sentence, figure), bool(cited(sentence.text))
    if isinstance(figure.value, Day) and near:
        yield from (Rest(key, days(key)) for key in near)
        return
    what = counted(sentence.words, figure)
    if what.given:
        return
    for key in near or sentence.rows:
        yield Rest(key, _given(key, what))
    if not what.people:
        yield from _sizes(sentence, figure)
        yield from _of_tables(what.table, sentence.rows)
        yield from _between(sentence.words[figure.end :], sentence.rows)
    for output in sentence.beside:
        yield Rest("the output beside it", frozenset(output.carries(sentence.words, what, alone=not cites)))
        if not what.people:
            yield Rest("the size of the output beside it", frozenset(output.sizes(sentence.words, what)))


def resting(notebook: NotebookNode) -> Iterator[tuple[Sentence, list[tuple[Figure, list[Rest]]]]]:
    """Every sentence of a notebook, its figures and what carries each; "the seven" can rest on one of its step."""
    before: set[Value] = set()
    for sentence in sentences(notebook):
        before = set() if sentence.text.startswith("## ") else before
        found = []
        for figure in figures(sentence.words):
            carrying = [each for each in rests(sentence, figure) if is_among(figure.value, each.values)]
            if figure.value in before and DEFINITE.search(sentence.words[: figure.start]):
                carrying.append(Rest("what its step says before", frozenset(before)))
            found.append((figure, carrying))
            before |= {figure.value} if carrying else set()
        yield sentence, found


def nearest(sentence: Sentence, figure: Figure) -> tuple[str, ...]:
    """The rows in the next parentheses that cite any, or else all that the sentence cites.

    Where the parentheses have one row for each figure before them, as in "seven and nine (C134, C140)", the first
    row is for the first figure.
    """
    before = 0
    for found in PARENTHESES.finditer(sentence.words):
        keys = cited(found[0])
        if keys and found.end() > figure.end:
            kind = type(figure.value)
            given = [each for each in figures(sentence.words) if before <= each.start and each.end <= found.start()]
            places = [each for each in given if isinstance(each.value, kind)]
            return (keys[places.index(figure)],) if len(places) == len(keys) and figure in places else keys
        before = found.end() if keys else before
    return cited(sentence.text)


def days(key: str) -> frozenset[Value]:
    """The days of a row and of its event; of a row without a day, those that its words give."""
    name, row = find(key)
    own = [each["name"] for each in resource(name)["schema"]["fields"] if each["type"] == "date"]
    cells = [*row[own].dropna()] if own else [*row.dropna()]
    if "event_id" in row.dropna():
        cells += [*find(row["event_id"])[1][["date", "date_end"]].dropna()]
    return frozenset(value for cell in cells for value in values(str(cell)) if isinstance(value, Day))


def known(key: str) -> list[tuple[int, int, int]]:
    """The days of a row that are known to the day."""
    given = (each for each in days(key) if isinstance(each, Day))
    return [(year, month, day) for year, month, day in given if year and month and day]


def _given(key: str, what: Counted) -> frozenset[Value]:
    """The numbers in the cells of a row, unless rows are counted, and those that its words give of what is counted."""
    name, row = find(key)
    types = {each["name"]: each["type"] for each in resource(name)["schema"]["fields"]}
    given: set[Value] = set()
    for column, cell in row.drop([*PLACES & {*row.index}]).dropna().items():
        kind = types[str(column)]
        if kind == "string":
            given |= said(str(cell), what.words, alone=not plain(str(cell)))
        elif kind != "date" and not what.table:
            given.add(float(cell))
    return frozenset(given)


def _sizes(sentence: Sentence, figure: Figure) -> Iterator[Rest]:
    """How many rows stand together after the figure, or one by one; how many things it announces."""
    after = sentence.words[figure.end :]
    following = TOGETHER.search(after)
    groups = [cited(following[0])] if following else []
    if not cited(sentence.words[: figure.start]) and not AT_ONCE.match(after):
        groups.append(cited(sentence.text))
    for keys in groups:
        if len(keys) > 1:
            yield Rest(f"the number of rows {keys[0]} to {keys[-1]}", frozenset({float(len(keys))}))
    if listed := LISTED.match(after):
        yield Rest("the list after it", frozenset({float(len(COMMA.split(listed[1])))}))
    if sentence.items > 1:
        yield Rest("the list below it", frozenset({float(sentence.items)}))


def _of_tables(name: str | None, keys: tuple[str, ...]) -> Iterator[Rest]:
    """If rows of a table are counted, as in "60 claims": how many it has, or has of a row."""
    if name == "evidence":
        for key in keys:
            relations = evidence_of(find(key)[0], key)["relation"].astype(str)
            counts = (len(relations), *relations.value_counts())
            yield Rest(f"the documents of {key}", frozenset(map(float, counts)))
    elif name:
        rows = table(name).astype("string")
        yield Rest(f"the rows of {name}", frozenset({float(len(rows))}))
        for key in keys:
            yield Rest(f"the {name} of {key}", frozenset({float((rows == key).any(axis=1).sum())}))


def _between(after: str, keys: tuple[str, ...]) -> Iterator[Rest]:
    """If the words after a number are of days: how many lie between the days of the rows."""
    if re.match(r" days?\b", after):
        dates = sorted(date(*day) for key in keys for day in known(key))
        apart = {float((last - first).days) for first, last in itertools.combinations(dates, 2)}
        yield Rest("the days between the rows", frozenset(apart - {0.0}))
