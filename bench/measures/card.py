"""What `show` costs: one row as a card, for rows of every kind in turn, beside the same row as pandas shows it."""

from bench.row import Row, fresh

PROGRAM = """
from statistics import median
from time import perf_counter
import casebook as cb
tables = [cb.events(), cb.statements(), cb.casualties(), cb.claims(), cb.facts()]
rows = [(table, place) for place in range(0, 40) for table in tables]
began = perf_counter()
tables[0].iloc[[0]].to_html()
first_peer = perf_counter() - began
began = perf_counter()
cb.show(tables[0].iloc[0, 0])._repr_mimebundle_()
first = perf_counter() - began
times, peer = [], []
for table, place in rows:
    began = perf_counter()
    cb.show(table.iloc[place, 0])._repr_mimebundle_()
    times.append(perf_counter() - began)
    began = perf_counter()
    table.iloc[[place]].to_html()
    peer.append(perf_counter() - began)
for each in (first, first_peer, median(times), median(peer)):
    print(each)
"""


def rows() -> list[Row]:
    """Two hundred cards in a fresh kernel."""
    first, first_peer, median, peer = fresh(PROGRAM)
    return [
        Row("show, the first of a kernel", first, "one row, DataFrame.to_html", first_peer, 0.250),
        Row("show, median of 200", median, "one row, DataFrame.to_html", peer, 0.050),
    ]
