"""Whatever a data folder holds, the check ends: with plain faults, or with none and then every table loads."""

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import casebook as cb
from casebook.folders import DATA, SEEDS
from casebook.integrity import faults
from faults import rows, text, written

# Each example is a check of a whole folder: half as many as elsewhere keep the suite short.
HALF = settings(max_examples=settings.default.max_examples // 2)
TABLES = sorted(path.stem for path in DATA.glob("*.csv"))
ODD = [
    "",
    " ",
    "x",
    "0",
    "-1",
    "1_000",
    "٣",
    "NaN",
    "2024-02-30",
    "20240116",
    "9" * 30,
    "a\nb",
    "\x00",
    '"',
    "E001",
    "s01",
]
WORDS = st.sampled_from(ODD) | st.text(max_size=20) | st.just("x" * 200_000)


def judge(file: str, content: bytes) -> None:
    """A folder in which one file holds this, judged."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        (root / "seeds").symlink_to(SEEDS)
        folder = root / "data"
        folder.mkdir()
        for path in DATA.iterdir():
            (folder / path.name).symlink_to(path)
        (folder / file).unlink()
        (folder / file).write_bytes(content)
        found = faults(folder)
        for fault in found:
            assert str(fault).isprintable()
            assert fault.line <= content.count(b"\n") + content.count(b"\r") + 1 or fault.file != file
            assert fault.message
        if not found:
            cb.use(folder)
            for name in TABLES:
                getattr(cb, name)()


@st.composite
def broken_tables(draw: st.DrawFn) -> tuple[str, bytes]:
    """A table with one cell, row or header broken, perhaps in another encoding or with other line ends."""
    name = f"{draw(st.sampled_from(TABLES))}.csv"
    table = rows(text(name))
    row = draw(st.sampled_from(table[:1] + table[1:] * 2))
    column = draw(st.integers(0, len(row) - 1))
    match draw(st.sampled_from(["cell", "cell", "cut", "add", "drop", "again", "empty", "swap"])):
        case "cell":
            row[column] = draw(WORDS)
        case "cut":
            del row[column]
        case "add":
            row.insert(column, draw(WORDS))
        case "drop":
            table.remove(row)
        case "again":
            table.insert(draw(st.integers(0, len(table))), list(row))
        case "empty":
            row.clear()
        case "swap":
            row[0], row[column] = row[column], row[0]
    encoding = draw(st.sampled_from(["utf-8"] * 4 + ["utf-8-sig", "utf-16", "latin-1", "utf-7"]))
    ends = draw(st.sampled_from(["\n"] * 4 + ["\r\n", "\r", ""]))
    return name, written(table).replace("\n", ends).encode(encoding, "replace")


@st.composite
def broken_bytes(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file with a stretch of its bytes replaced by others."""
    file = draw(st.sampled_from([*(f"{name}.csv" for name in TABLES), "datapackage.json"]))
    content = (DATA / file).read_bytes()
    start = draw(st.integers(0, len(content)))
    end = start + draw(st.sampled_from([0, 1, 1, 40, len(content)]))
    others = st.sampled_from([b"", b'"', b",", b"\n", b"\r\n", b"\x00", b"\xff", b"\xef\xbb\xbf"]) | st.binary(
        max_size=30
    )
    return file, content[:start] + draw(others) + content[end:]


def places(value: object, trail: tuple = ()) -> list[tuple]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [trail, *(place for step, part in inner for place in places(part, (*trail, step)))]


PLACES = places(json.loads(text("datapackage.json")))
VALUES = st.sampled_from(["", "integer", "../..", "http://example.org/x", "(", ["a", "a"], [{}], {"name": 3}, 10**400])
JSON = VALUES | st.none() | st.booleans() | st.floats() | st.text(max_size=5)


@HALF
@given(broken_tables())
def test_a_table_with_anything_broken_is_told_plainly_or_loads(broken):
    judge(*broken)


@HALF
@given(broken_bytes())
def test_a_file_with_any_bytes_is_told_plainly_or_loads(broken):
    judge(*broken)


@HALF
@given(st.sampled_from(PLACES), JSON)
def test_a_descriptor_with_any_value_is_told_plainly_or_loads(place, value):
    package = json.loads(text("datapackage.json"))
    parent = package
    for step in place[:-1]:
        parent = parent[step]
    if place:
        parent[place[-1]] = value
    judge("datapackage.json", json.dumps(package if place else value).encode())
