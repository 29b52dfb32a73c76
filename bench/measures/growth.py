"""How times grow with the tables: ten, a hundred and a thousand times the rows, beside as many times the time of one.

A ratio of 1 is linear growth; less says that a part of the time does not grow.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.grown import grow
from bench.row import Row, fresh

READ = """
import sys
from time import perf_counter
import casebook as cb
tables = [cb.sources, cb.passages, cb.actors, cb.places, cb.names, cb.events,
          cb.statements, cb.moves, cb.casualties, cb.claims, cb.facts, cb.evidence]
cb.use(sys.argv[1])
began = perf_counter()
for table in tables:
    table()
print(perf_counter() - began)
"""
CHECK = """
import sys
from statistics import median
from time import perf_counter
import casebook as cb
from casebook.exercise.register import all_exercises
sets = [each for _, each in all_exercises() if each.kind.name == "set" and each.kind.of == "casualties.report_id"]
cb.use(sys.argv[1])
largest = max(sets, key=lambda each: len(each.answer()))
cb.check(largest.key, ...)
times = []
for answer in [largest.answer(), set(), {"none"}] * 3:
    began = perf_counter()
    cb.check(largest.key, answer)
    times.append(perf_counter() - began)
print(median(times))
"""
CHART = """
import sys
from time import perf_counter
import casebook as cb
draw, table = getattr(cb, sys.argv[2]), getattr(cb, sys.argv[3])
draw(table().head(50)).to_dict()
cb.use(sys.argv[1])
rows = table()
began = perf_counter()
draw(rows).to_dict()
print(perf_counter() - began)
"""
DATA_CHECK = """
import sys
from time import perf_counter
from casebook.integrity import examine
began = perf_counter()
assert not examine(sys.argv[1]).faults
print(perf_counter() - began)
"""
# Up to how many times the rows: a browser draws no chart of 100,000 marks.
MEASURED = (
    ("twelve tables", READ, (), 1000),
    ("check", CHECK, (), 1000),
    ("data check", DATA_CHECK, (), 1000),
    ("timeline", CHART, ("timeline", "events"), 100),
    ("toll", CHART, ("toll", "casualties"), 100),
)
TIMES = (10, 100, 1000)
LINEAR = 1.25


def rows() -> Iterator[Row]:
    """In fresh processes; the times of one, which are short, are medians of three."""
    with tempfile.TemporaryDirectory() as name:
        folders = {times: grow(Path(name) / str(times), times) for times in (1, *TIMES)}
        for what, program, given, largest in MEASURED:
            one = sorted(fresh(program, str(folders[1]), *given)[0] for _ in range(3))[1]
            for times in (each for each in TIMES if each <= largest):
                (took,) = fresh(program, str(folders[times]), *given)
                said = f"{what}, {times:,} times the rows"
                yield Row(said, took, f"{times:,} times the time of one", times * one, LINEAR, of_peer=True)
