"""Objects that nobody should meet: they raise, lie or go on for ever when they are looked at."""

import itertools
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace

import altair as alt
import narwhals
import numpy as np
import pandas as pd

SPECIAL = (
    *("eq", "ne", "lt", "hash", "len", "bool", "iter", "next", "contains", "getitem", "repr", "str", "format"),
    *("int", "float", "index", "array", "dataframe", "call", "dir", "getattr"),
)
ASKED = (
    *(f"__{name}__" for name in SPECIAL),
    *("to_dict", "tolist", "items", "keys", "values", "strip", "casefold", "shape", "ndim", "dtype", "columns", "_mgr"),
)


def _raise(error: type[BaseException]):
    def raising(*_, **__):
        raise error("looked at")

    return raising


def _for_ever(*_, **__):
    while True:
        pass


def made(base: type, does, leave: str = "") -> type:
    """A subclass in which everything that could be asked does the same."""
    asked = {name: does for name in ASKED if name not in leave.split()}
    return type("Strange", (base,), asked | {"__class__": property(does)})


class Liar:
    """Says that it is whatever is wanted."""

    __class__ = str

    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash("C")

    def __len__(self):
        return 1

    def __iter__(self):
        return iter(["C"])

    def __float__(self):
        return 3.0

    def __repr__(self):
        return "'C'"

    __str__ = __repr__


class Meta(type):
    """A class of classes that cannot even be named."""

    def __getattribute__(cls, name):
        raise RuntimeError(name)


def _holding_itself(container):
    if isinstance(container, dict):
        container["data"] = container["layer"] = container
    else:
        container.append(container)
    return container


def _doubled(times: int) -> list:
    held = []
    for _ in range(times):
        held = [held, held]
    return held


def _made(base: type, does):
    """An instance, made without asking its class anything; no exercise has this number as its answer."""
    kind = made(base, does)
    return base.__new__(kind, 987654321) if base in (int, float) else base.__new__(kind)


FRAME = pd.DataFrame({"event_id": ["E092"], "count": [3]})
MOMENT = pd.Timestamp("2024-01-18 04:30")

RAISING = {
    f"a {base.__name__} that raises {error.__name__}": _made(base, _raise(error))
    for base in (object, list, tuple, set, dict, str, int, float)
    for error in (RuntimeError, SystemExit, RecursionError, MemoryError, GeneratorExit)
}
ENDLESS = {
    f"a {base.__name__} that never answers": _made(base, _for_ever)
    for base in (object, list, tuple, set, dict, str, int, float)
}
SUBCLASSES = {
    "a DataFrame that never answers": made(pd.DataFrame, _for_ever, "_mgr columns index shape dtype")(FRAME),
    "a Series that never answers": made(pd.Series, _for_ever, "_mgr index shape dtype __getattr__ ndim")([3]),
    "an array that never answers": np.zeros(3).view(made(np.ndarray, _for_ever, "shape ndim dtype")),
    "a chart that never answers": made(alt.Chart, _for_ever)(FRAME),
}
PLAIN = {
    "a liar": Liar(),
    "a class without a name": Meta("Nameless", (), {}),
    "an object of it": object.__new__(Meta("Nameless", (), {})),
    "a list that holds itself": _holding_itself([]),
    "a dict that holds itself": _holding_itself({"mark": "bar"}),
    "a list doubled sixty times": _doubled(60),
    "a drawing doubled sixty times": {"mark": "bar", "data": {"values": []}, "layer": _doubled(60)},
    "a drawing without an end": {"mark": "bar", "data": {"values": []}, "transform": itertools.repeat({})},
    "an endless generator": (number for number in itertools.count()),
    "an endless counter": itertools.count(),
    "an endless map": map(str, itertools.count()),
    "a range without measure": range(10**100),
    "a very long range": range(10**15),
    "a very large array": np.broadcast_to(np.int8(0), (10**15,)),
    "a very long index": pd.RangeIndex(10**15),
    "a very large number": 10**5000,
    "infinity": float("inf"),
    "a complex number": 3 + 0j,
    "a decimal": Decimal(3),
    "a fraction": Fraction(7, 3),
    "not a time": pd.NaT,
    "bytes": b"C",
    "a view of bytes": memoryview(b"C"),
    "a path": Path("C"),
    "a function": len,
    "a class": dict,
    "a module": itertools,
    "an exception": RuntimeError("C"),
    "a namespace": SimpleNamespace(columns=["event_id"], shape=(1, 1)),
    "not implemented": NotImplemented,
    "a lazy frame": narwhals.from_native(FRAME).lazy(),
    "another library's frame": narwhals.from_native(FRAME),
    "an array without dimension": np.array("C"),
    "a square array": np.eye(3),
    "records": np.array([(1, "C")], dtype=[("a", int), ("b", "U1")]),
    "one record": np.array([(1, "C")], dtype=[("a", int), ("b", "U1")])[0],
    "a masked array": np.ma.array([3, 4], mask=[False, True]),
    "a length of time": np.timedelta64(3, "ns"),
    "lengths of time": pd.Series([pd.Timedelta(3)]),
    "periods": pd.Series(pd.period_range("2024-01", periods=2)),
    "intervals": pd.Series(pd.interval_range(0, 2)),
    "complex numbers": pd.Series([1j]),
    "sparse numbers": pd.Series(pd.arrays.SparseArray([0, 0, 7])),
    "moments in a zone": pd.Series([MOMENT.tz_localize("Asia/Karachi")]),
    "columns in a column": pd.Series([pd.Series([1]), FRAME, [[]]]),
    "labels of two levels": pd.Series([1], index=pd.MultiIndex.from_tuples([("a", "b")])),
    "a table with a column twice": pd.DataFrame([["E092", "E081"]], columns=["event_id", "event_id"]),
    "a table with odd labels": pd.DataFrame([[1, 2, 3]], columns=[None, (1, 2), Liar]),
    "a table of tables": pd.DataFrame({"event_id": [FRAME]}),
    "a table with an index of that name": FRAME.set_index("event_id", drop=False),
    "groups": FRAME.groupby("event_id"),
    "a styled table": FRAME.style if hasattr(FRAME, "style") else None,
    "a chart of a file": alt.Chart("nowhere.csv").mark_bar(),
    "a chart without a mark": alt.Chart(FRAME),
    "a chart without types": alt.Chart(pd.DataFrame()).mark_bar().encode(x="day", y="count()"),
    "a chart of too many rows": alt.Chart(pd.DataFrame({"day": range(6000)})).mark_bar().encode(x="day:Q"),
    "a chart that filters": alt.Chart(FRAME).mark_bar().transform_filter("datum.count > 2"),
    "a chart of lookups": alt.Chart(FRAME).mark_bar().transform_lookup("a", alt.LookupData("b.csv", "c")),
    "nothing to chart": alt.layer(),
}
STRANGE = RAISING | ENDLESS | SUBCLASSES | PLAIN
