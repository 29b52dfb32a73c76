"""Whatever a data folder holds, the check ends: with plain faults, or with none and then every table loads."""

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import casebook as cb
from broken import CSV, TABLES, broken_bytes, broken_tables
from casebook.folders import DATA, SEEDS
from casebook.integrity import faults
from faults import text

# Each example is a check of a whole folder: half as many as elsewhere keep the suite short.
HALF = settings(max_examples=settings.default.max_examples // 2)


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
@given(broken_bytes([*CSV, "datapackage.json"]))
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
