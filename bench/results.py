"""What a run found, kept beside the page, and compared with what another run finds.

Seconds belong to a machine. Ratios to a peer in the same run travel, so it is these that are compared.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench.row import Row
from casebook.folders import ROOT

BASELINE = ROOT / "bench/baseline.json"
WORSE = 1.5


@dataclass
class Results:
    """The rows of each measure, and why a measure has none."""

    machine: dict[str, str]
    rows: dict[str, list[Row]] = field(default_factory=dict)
    absent: dict[str, str] = field(default_factory=dict)

    @property
    def all_rows(self) -> list[Row]:
        return [row for rows in self.rows.values() for row in rows]


def write(results: Results, path: Path = BASELINE) -> None:
    """Keep a run."""
    path.write_text(json.dumps(asdict(results), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read(path: Path = BASELINE) -> Results:
    """A run that was kept."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    rows = {measure: [Row(**row) for row in rows] for measure, rows in kept["rows"].items()}
    return Results(kept["machine"], rows, kept["absent"])


@dataclass(frozen=True)
class Comparison:
    """Sentences on rows that became slower or are lacking, and on rows that the baseline does not know."""

    faults: list[str]
    new: list[str]


def compared(now: Results, baseline: Results) -> Comparison:
    """The ratios of a run beside those of the baseline, for the measures that were asked for."""
    before = {row.what: row.ratio for row in baseline.all_rows}
    faults, new = [], []
    for row in now.all_rows:
        if row.what not in before:
            new.append(f"{row.what}: {row.ratio:.2f} times {row.peer}; the baseline has no such row.")
        elif row.ratio > WORSE * before[row.what]:
            than = f"{row.ratio / before[row.what]:.1f} times the baseline's {before[row.what]:.2f}"
            faults.append(f"{row.what}: {row.ratio:.2f} times {row.peer}, {than}.")
    faults += [f"{measure}: not measured. {why}" for measure, why in now.absent.items() if measure in baseline.rows]
    found = {row.what for row in now.all_rows}
    for measure in now.rows.keys() & baseline.rows.keys():
        lost = [row.what for row in baseline.rows[measure] if row.what not in found]
        faults += [f"{what}: the baseline has this row, and this run has not." for what in lost]
    return Comparison(sorted(faults), sorted(new))
