"""Wrong answers of every kind, made from the right one, as a class of students would give them."""

import pandas as pd

from casebook.exercise.exercise import Exercise
from casebook.exercise.kinds import Coded
from casebook.exercise.kinds.cells import scalar
from casebook.exercise.kinds.kind import Kind
from casebook.exercise.register import all_exercises

ALL = {exercise.key: exercise for _, exercise in all_exercises()}
JUDGED = [key for key, exercise in ALL.items() if not exercise.by_hand]
BY_HAND = [key for key, exercise in ALL.items() if exercise.by_hand]
MISREADINGS = [(key, each.label) for key, exercise in ALL.items() for each in exercise.misreadings]


def _sets(right: set) -> list:
    some = sorted(right, key=str)
    fewer = [set(some[1:]), set(some[:-1])] if len(some) > 1 else [{"C001"}, {"not-in-any-table"}]
    return [set(), *fewer, {*some, "not-in-any-table"}, {some[0], "C001", "E001"}]


def _lists(right: list) -> list:
    return [[], right[1:], [*right, right[0]], [*right[1:], right[0]], [right[0]] * len(right)]


def _numbers(right: float) -> list:
    return [right + 1, right - 1, right + 2.5, right * 10 + 7, right + 1000]


def _letters(right: str, options: dict) -> list:
    return [*(each for each in options if each != right), "Z", "none of them", "1", "?"][:5]


def _days(right: object) -> list:
    day = pd.Timestamp(right)
    return [day + pd.Timedelta(days=days) for days in (-365, -1, 1, 7, 30)]


def _changed(cell: object) -> object:
    return cell + 1 if type(scalar(cell)) in (int, float) else "something else"


def _columns(right: pd.Series) -> list:
    cells = right.astype(object)
    first = cells.copy()
    first.iloc[0] = _changed(first.iloc[0])
    last = cells.copy()
    last.iloc[-1] = _changed(last.iloc[-1])
    blank = pd.Series([None] * len(cells), index=cells.index, dtype=object)
    turned = pd.Series(list(cells)[::-1], index=cells.index, dtype=object)
    return [first, last, blank, turned if list(turned) != list(cells) else first, cells.map(_changed)]


def _tables(right: pd.DataFrame) -> list:
    changed = right.astype(object)
    changed.iloc[0, -1] = _changed(changed.iloc[0, -1])
    return [right.head(0), right.iloc[1:], right.iloc[:-1], pd.concat([right, right.head(1)]), changed]


def _drawing(rows: list[dict], mark: str = "bar", **channels) -> dict:
    return {"data": {"values": rows}, "mark": mark, "encoding": channels}


CHARTS = [
    _drawing([]),
    _drawing([{"x": 1}], x={"field": "x", "type": "quantitative"}),
    _drawing([{"x": None}], "point", y={"aggregate": "count"}),
    _drawing([{"paragraph": 1, "share": 0.5}], x={"field": "paragraph"}, y={"field": "share", "aggregate": "mean"}),
    {"layer": [_drawing([{"x": "a"}], "text", text={"field": "x"}), _drawing([{"x": 2}], "rule")]},
]
TEXTS = [
    "No.",
    "Ten people [C999].",
    "word " * 900,
    "“Quoted” [C151], [C151] [C151].",
    "[E092]\n\n[S001] 18 January: two.",
]


def _nothing_coded(kind: Kind) -> pd.DataFrame | dict[str, pd.DataFrame]:
    """What a student is to code, without a row; texts coded by id have no table."""
    if not isinstance(kind, Coded):
        return pd.DataFrame()
    if isinstance(kind.columns, dict):
        return {name: pd.DataFrame(columns=[*columns]) for name, columns in kind.columns.items()}
    return pd.DataFrame(columns=[*kind.columns])


def wrong_answers(exercise: Exercise) -> list:
    """Five answers to an exercise, none of them right."""
    name = exercise.kind.name
    if exercise.by_hand:
        return TEXTS if name == "prose" else [3, "text", [], {}, _nothing_coded(exercise.kind)]
    if name == "chart":
        return CHARTS
    right = exercise.answer()
    made = {
        "number": _numbers,
        "day": _days,
        "set": _sets,
        "list": _lists,
        "series": _columns,
        "table": _tables,
        "text": lambda _: ["something else", "a", "1", "no", "it is not said"],
        "order": lambda order: [order[1:], order[1] + order[0] + order[2:], order[::-1], order[5:] + order[:5], "?"],
        "letter": lambda letter: _letters(letter, exercise.kind.options),
    }
    return made[name](right)
