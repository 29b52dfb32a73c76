"""The measures of `make bench` can fail."""

from importlib import import_module
from pkgutil import iter_modules

import pytest

import bench
from bench.__main__ import MACHINERY, line, main
from bench.row import Row, medians

MEASURES = sorted({module.name for module in iter_modules(bench.__path__)} - MACHINERY)


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_says_what_it_measures_and_gives_rows(name):
    module = import_module(f"bench.{name}")
    assert module.__doc__
    assert callable(module.rows)


@pytest.mark.parametrize(
    ("seconds", "of_peer", "kept"), [(0.5, False, True), (1.5, False, False), (2.0, True, True), (2.1, True, False)]
)
def test_a_limit_is_kept_or_not(seconds, of_peer, kept):
    row = Row("load", seconds, "bare", 2.0, 1.0, of_peer)
    assert row.kept is kept
    assert line(row).endswith("yes" if kept else "NO")


def test_measures_are_taken_in_turn_and_the_median_counts():
    ours, peer = iter([1.0, 9.0, 2.0]), iter([3.0, 3.0, 3.0])
    assert medians(3, lambda: next(ours), lambda: next(peer)) == [2.0, 3.0]


def test_an_unknown_measure_is_answered_with_those_that_there_are(capsys):
    assert main(["tabels"]) == 2
    assert f"there are: {', '.join(MEASURES)}." in capsys.readouterr().err
