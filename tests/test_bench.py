"""The measures of `make bench` can fail, and its page and baseline are of one run."""

from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

import pytest
import yaml

from bench import __main__, measures, page, results
from bench.__main__ import MEASURES, main
from bench.results import Results, compared
from bench.row import NotMeasuredError, Row, medians
from casebook.folders import ROOT

ROW = Row("load", 2.0, "bare", 1.0, 3.0, of_peer=True)
BEFORE = Results({}, {"tables": [ROW], "check": [replace(ROW, what="reply")]})


def after(**changed) -> Results:
    """A later run of one measure, in which its row is another."""
    return Results({}, {"tables": [replace(ROW, **changed)]})


def test_every_measure_has_its_place_in_the_table():
    assert sorted(MEASURES) == sorted(module.name for module in iter_modules(measures.__path__))


@pytest.mark.parametrize("name", MEASURES)
def test_every_measure_says_what_it_measures_and_gives_rows(name):
    module = import_module(f"bench.measures.{name}")
    assert module.__doc__
    assert callable(module.rows)


@pytest.mark.parametrize(
    ("seconds", "of_peer", "kept"), [(0.5, False, True), (1.5, False, False), (2.0, True, True), (2.1, True, False)]
)
def test_a_limit_is_kept_or_not(seconds, of_peer, kept):
    row = Row("load", seconds, "bare", 2.0, 1.0, of_peer)
    assert row.kept is kept
    assert row.cells[-1] == ("yes" if kept else "NO")


def test_measures_are_taken_in_turn_and_the_median_counts():
    ours, peer = iter([1.0, 9.0, 2.0]), iter([3.0, 3.0, 3.0])
    assert medians(3, lambda: next(ours), lambda: next(peer)) == [2.0, 3.0]


@pytest.mark.parametrize(
    ("given", "said"), [(["tabels"], ", ".join(MEASURES)), (["tables", "--write"], "all measures")]
)
def test_what_cannot_be_measured_or_written_is_answered_in_a_sentence(given, said, capsys):
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("times", "faults"), [(1.4, 0), (1.6, 1), (0.2, 0)])
def test_a_ratio_that_is_half_as_much_again_is_a_fault_and_is_named(times, faults):
    found = compared(after(seconds=ROW.seconds * times), BEFORE)
    assert [each.split(":")[0] for each in found.faults] == ["load"] * faults
    assert found.new == []


def test_a_slower_machine_is_no_fault():
    assert compared(after(seconds=ROW.seconds * 9, peer_seconds=ROW.peer_seconds * 9), BEFORE).faults == []


def test_a_row_without_a_baseline_is_named_and_passes():
    baseline = Results({}, {"check": BEFORE.rows["check"]})
    found = compared(after(), baseline)
    assert found.faults == []
    assert found.new == ["load: 2.00 times bare; the baseline has no such row."]


def test_a_row_that_is_lost_is_a_fault():
    assert compared(after(what="another"), BEFORE).faults == ["load: the baseline has this row, and this run has not."]
    absent = Results({}, absent={"check": "No Chromium."})
    assert compared(absent, BEFORE).faults == ["check: not measured. No Chromium."]


@pytest.fixture
def measured(monkeypatch, tmp_path):
    """Runs that measure nothing: the rows are given."""
    given = []

    def rows():
        for each in given:
            if isinstance(each, Exception):
                raise each
            yield each

    monkeypatch.setattr(__main__, "import_module", lambda name: type("Measure", (), {"rows": staticmethod(rows)}))
    monkeypatch.setattr(results, "read", lambda: BEFORE)
    return given


@pytest.mark.parametrize(("times", "ended"), [(1.4, 0), (1.6, 1)])
def test_the_command_that_compares_fails_with_a_ratio_and_not_with_a_limit(times, ended, measured, capsys):
    measured.append(replace(ROW, seconds=ROW.seconds * times, limit=0.1))
    assert main(["tables", "--compare"]) == ended
    assert f"{ended} worse than the baseline." in capsys.readouterr().err


@pytest.mark.parametrize(("limit", "ended"), [(3.0, 0), (1.0, 1)])
def test_the_command_fails_with_a_limit_that_is_not_kept(limit, ended, measured, capsys):
    measured.append(replace(ROW, limit=limit))
    assert main(["tables"]) == ended
    assert capsys.readouterr().out.splitlines()[-1].endswith("NO" if ended else "yes")


def test_what_a_measure_needs_and_lacks_is_said(measured, capsys):
    measured.append(NotMeasuredError("There is no Chromium."))
    assert main(["tables", "--compare"]) == 1
    assert "tables: not measured. There is no Chromium." in capsys.readouterr().err


def test_the_page_is_that_of_the_baseline():
    assert page.PAGE.read_text(encoding="utf-8") == page.text(results.read())


def test_what_is_kept_is_read_as_it_was(tmp_path):
    results.write(BEFORE, tmp_path / "kept.json")
    assert results.read(tmp_path / "kept.json") == BEFORE


def test_the_baseline_has_every_measure():
    kept = results.read()
    assert {*kept.rows, *kept.absent} == set(MEASURES)
    named = [row.what for row in kept.all_rows]
    assert len(set(named)) == len(named)


def test_a_job_compares_every_week():
    workflow = yaml.safe_load((ROOT / ".github/workflows/bench.yml").read_text(encoding="utf-8"))
    assert workflow[True]["schedule"]
    assert "python -m bench --compare" in workflow["jobs"]["compare"]["steps"][-1]["run"]
