"""Form checks on the rows that a text cites."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from casebook.charts.sides import actor_sides, countries
from casebook.datapackage import table
from casebook.exercise import messages
from casebook.exercise.form.check import FormCheck
from casebook.exercise.form.draft import Draft, Row

VOICES = {"statements": "speaks_for_id", "casualties": "reporter_id"}


def keys(rows: Sequence[Row]) -> str:
    """Citations in a row: "[C102], [C103]"."""
    return ", ".join(f"[{row.key}]" for row in rows)


def holds(when: Callable[[pd.Series], bool], cells: pd.Series) -> bool:
    """A condition on a column that a row does not have, or has blank, does not hold."""
    try:
        return bool(when(cells))
    except (KeyError, TypeError):
        return False


@dataclass(frozen=True)
class Cites(FormCheck):
    """At least so many rows: of some tables, among some keys, or for which `when` holds; `says` is the message."""

    least: int
    says: str
    tables: Sequence[str] = ()
    among: Sequence[str] = ()
    when: Callable[[pd.Series], bool] = lambda cells: True

    def __call__(self, draft: Draft) -> str | None:
        found = [
            row
            for row in draft.rows
            if (not self.tables or row.table in self.tables)
            and (not self.among or row.key in self.among)
            and holds(self.when, row.cells)
        ]
        return None if len(found) >= self.least else self.says


@dataclass(frozen=True)
class OnlyRows(FormCheck):
    """Every cited row of the table meets a condition; `says` is told of those that do not, as "{rows}"."""

    table: str
    when: Callable[[pd.Series], bool]
    says: str

    def __call__(self, draft: Draft) -> str | None:
        odd = [row for row in draft.of(self.table) if not holds(self.when, row.cells)]
        return self.says.format(rows=keys(odd)) if odd else None


@dataclass(frozen=True)
class Differ(FormCheck):
    """The cited rows of a table do not all give the same in a column; a blank is one of the things to give."""

    table: str
    column: str
    says: str

    def __call__(self, draft: Draft) -> str | None:
        given = pd.Series([row.cells[self.column] for row in draft.of(self.table)], dtype=object)
        return self.says if len(given) > 1 and given.nunique(dropna=False) == 1 else None


@dataclass(frozen=True)
class Independent(FormCheck):
    """At least so many casualty reports, when a report and those that repeat it count as one."""

    least: int

    def __call__(self, draft: Draft) -> str | None:
        echoes = table("casualties").dropna(subset=["echo_of"])
        repeats = dict(zip(echoes["report_id"], echoes["echo_of"], strict=True))
        reports = draft.of("casualties")
        origins = {_origin(row.key, repeats) for row in reports}
        if len(reports) < self.least or len(origins) >= self.least:
            return None
        again = [row for row in reports if row.key in repeats]
        return messages.ECHOES.format(rows=keys(again), least=self.least)


@dataclass(frozen=True)
class BothSides(FormCheck):
    """Accounts of both governments' sides: statements or casualty reports by bodies of each of the two states."""

    def __call__(self, draft: Draft) -> str | None:
        known = actor_sides()
        heard = {known.get(row.cells[VOICES[row.table]]) for row in draft.rows if row.table in VOICES}
        lacking = [side for side in countries().values() if side not in heard]
        return messages.SIDES.format(sides=" or of ".join(lacking)) if lacking else None


def _origin(key: str, repeats: dict[str, str]) -> str:
    seen = set()
    while key in repeats and key not in seen:
        seen.add(key)
        key = repeats[key]
    return key
