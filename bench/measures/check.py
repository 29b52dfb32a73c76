"""What `check` costs a student who waits for it: a set of ids from the largest table, read, compared and judged."""

from bench.row import Row, fresh

PROGRAM = """
from statistics import median
from time import perf_counter
import casebook as cb
from casebook.exercise.register import all_exercises

def rows(of):
    return len(getattr(cb, of.split(".")[0])()) if of else 0

largest = max((each for _, each in all_exercises() if each.kind.name == "set"), key=lambda each: rows(each.kind.of))
answers = [largest.answer(), *(each.answer() for each in largest.misreadings), set(), {"none", "of", "them"}]
cb.check(largest.key, ...)
times, peer = [], []
for call in range(200):
    answer = answers[call % len(answers)]
    began = perf_counter()
    cb.check(largest.key, answer)
    times.append(perf_counter() - began)
    began = perf_counter()
    answer == largest.answer()
    peer.append(perf_counter() - began)
times.sort()
peer.sort()
for each in (times[100], times[197], peer[100], peer[197]):
    print(each)
"""


def rows() -> list[Row]:
    """Two hundred calls in a fresh kernel, right and wrong answers in turn; the peer computes the answer each time."""
    median, slowest, peer, peer_slowest = fresh(PROGRAM)
    return [
        Row("check, median of 200", median, "the answer alone", peer, 0.015),
        Row("check, 99th percentile", slowest, "the answer alone", peer_slowest, 0.050),
    ]
