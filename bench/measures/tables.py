"""What the twelve tables cost, the first time and again."""

from bench.row import Row, fresh, medians

OURS = """
from time import perf_counter
import casebook as cb
tables = [cb.sources, cb.passages, cb.actors, cb.places, cb.names, cb.events,
          cb.statements, cb.moves, cb.casualties, cb.claims, cb.facts, cb.evidence]
for _ in range(2):
    began = perf_counter()
    for table in tables:
        table()
    print(perf_counter() - began)
"""
PEER = """
from time import perf_counter
import pandas
from casebook.folders import DATA
files = sorted(DATA.glob("*.csv"))
for _ in range(2):
    began = perf_counter()
    for file in files:
        pandas.read_csv(file)
    print(perf_counter() - began)
"""


def rows() -> list[Row]:
    """In fresh processes, nine times; pandas reads the same files without types."""
    ours, peers = [], []

    def run(code: str, into: list[list[float]]) -> float:
        into.append(fresh(code))
        return into[-1][0]

    first, first_peer = medians(9, lambda: run(OURS, ours), lambda: run(PEER, peers))
    again, again_peer = (sorted(times[1] for times in each)[4] for each in (ours, peers))
    return [
        Row("twelve tables, first time", first, "pandas.read_csv", first_peer, 0.060),
        Row("twelve tables, again", again, "pandas.read_csv", again_peer, 0.001),
    ]
