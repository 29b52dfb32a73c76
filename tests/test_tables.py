"""Every table, read from its file cell for cell, typed as declared, and nobody's change reaches another."""

import csv
import inspect
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

import casebook as cb
from broken import CSV, broken_bytes, broken_tables
from casebook.datapackage import UnknownSourceError, descriptor, resource
from casebook.folders import DATA
from casebook.frames import BrokenTableError, read

TABLES = [each["name"] for each in descriptor()["resources"]]
COLUMNS = [(each["name"], field) for each in descriptor()["resources"] for field in each["schema"]["fields"]]
NUMBERS = [(name, field["name"]) for name, field in COLUMNS if field["type"] in {"integer", "number"}]
SOURCED = [name for name in TABLES if "source" in inspect.signature(getattr(cb, name)).parameters]
SOURCES = ["seed-article", *cb.sources()["source_id"][::40]]
TYPES = {"integer": "Int64", "number": "Float64", "date": "datetime64[us]", "string": "string"}


def frame(name: str, **options: object) -> pd.DataFrame:
    return getattr(cb, name)(**options)


def in_file(name: str) -> list[list[str]]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def as_written(cell: object) -> str:
    if pd.isna(cell):
        return ""
    return f"{cell:%Y-%m-%d}" if isinstance(cell, pd.Timestamp) else str(cell)


def test_there_are_twelve_of_reports_and_one_of_our_readings_and_the_face_has_each():
    assert len(set(TABLES) - {"explanations"}) == 12
    assert set(TABLES) <= set(cb.__all__)


@pytest.mark.parametrize("name", TABLES)
def test_a_frame_has_the_cells_of_its_file(name):
    header, *rows = in_file(name)
    table = frame(name)
    assert list(table.columns) == header
    for column, cells in zip(header, zip(*rows, strict=True), strict=True):
        exact = float if resource(name)["schema"]["fields"][header.index(column)]["type"] == "number" else str
        known = [exact(cell) if cell else "" for cell in cells]
        assert [exact(cell) if cell else "" for cell in map(as_written, table[column])] == known, column


@pytest.mark.parametrize(("name", "field"), COLUMNS, ids=lambda part: part if isinstance(part, str) else part["name"])
def test_a_column_has_the_type_that_its_field_declares(name, field):
    column = frame(name)[field["name"]]
    if levels := field.get("constraints", {}).get("enum"):
        assert list(column.cat.categories) == levels
        assert column.cat.ordered == field.get("categoriesOrdered", False)
    else:
        assert column.dtype == TYPES[field["type"]]


@pytest.mark.parametrize("name", TABLES)
def test_the_key_is_a_column_and_rows_are_numbered_from_nought(name):
    table, key = frame(name), resource(name)["schema"]["primaryKey"]
    assert isinstance(table.index, pd.RangeIndex)
    assert not table[key].duplicated().any()


@pytest.mark.parametrize(("name", "column"), NUMBERS)
def test_a_blank_number_is_missing_and_never_nought(name, column):
    header, *rows = in_file(name)
    blank = [not row[header.index(column)] for row in rows]
    cells = frame(name)[column]
    assert cells.isna().tolist() == blank
    assert not any(cells[blank].eq(0).fillna(False))
    assert all(cell is pd.NA for cell in cells[blank])


@pytest.mark.parametrize("name", TABLES)
def test_a_caller_who_changes_a_frame_changes_nobody_elses(name):
    before, mine = frame(name), frame(name)
    for column in list(mine.columns):
        mine.loc[0, column] = mine.loc[len(mine) - 1, column]
        mine[column] = mine[column].iloc[::-1].to_list()
    del mine[mine.columns[-1]]
    mine.columns = [name.upper() for name in mine.columns]
    pd.testing.assert_frame_equal(frame(name), before)


def arrays(column: pd.Series) -> list[np.ndarray]:
    """Every array that pandas gives away of a column."""
    array = column.array
    inner = [getattr(array, name, None) for name in ("_ndarray", "_data", "_mask", "_codes", "codes")]
    return [each for each in (column.to_numpy(), column.values, *inner) if isinstance(each, np.ndarray)]


@pytest.mark.parametrize("name", TABLES)
def test_not_even_through_its_arrays(name):
    before = frame(name).copy(deep=True)
    mine = frame(name)
    for column in mine.columns:
        for array in arrays(mine[column]):
            with suppress(ValueError):  # pandas refuses where the array is shared
                array[:] = array[-1]
    pd.testing.assert_frame_equal(frame(name), before)


def lines_of(name: str) -> list[tuple[str, str, str]]:
    """The row, the source and the relation of every line of the file that is evidence for a table."""
    of = "statements" if name == "moves" else name
    return [(row, source, relation) for table, row, source, _, relation in in_file("evidence")[1:] if table == of]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("name", SOURCED)
def test_a_source_gives_what_it_supports_and_whom_it_mentions_in_the_order_of_the_table(name, source):
    every, some = frame(name), frame(name, source=source)
    given = set(some.iloc[:, 0])
    mine = {
        row for row, by, relation in lines_of(name) if by == source and (relation == "supports" or name == "actors")
    }
    assert given <= mine
    pd.testing.assert_frame_equal(some, every[every.iloc[:, 0].isin(given)].reset_index(drop=True))


@pytest.mark.parametrize("name", SOURCED)
def test_together_the_sources_give_every_row_that_has_evidence(name):
    known = set(frame(name).iloc[:, 0])
    given = {
        key for source in sorted({by for _, by, _ in lines_of(name)}) for key in frame(name, source=source).iloc[:, 0]
    }
    assert given
    assert given == known & {row for row, _, _ in lines_of(name)}


def test_every_table_with_evidence_takes_a_source():
    linked = set(frame("evidence")["table"])
    assert linked - {"names", "places"} <= set(SOURCED)
    assert {"events", "statements", "casualties", "claims", "facts"} <= linked


@pytest.mark.parametrize("name", SOURCED)
@pytest.mark.parametrize("given", ["seed-artcle", "seed_article", "SEED-ARTICLE"])
def test_an_unknown_source_names_the_nearest(name, given):
    with pytest.raises(UnknownSourceError, match=f"{given!r} is not a source. Nearest: seed-article") as told:
        frame(name, source=given)
    assert isinstance(told.value, KeyError)


@pytest.mark.parametrize("given", [3, "", [], ("seed-article",), {"a": 1}, pd.NA, cb.sources()["source_id"]])
def test_what_is_no_source_gets_one_sentence(given):
    with pytest.raises(UnknownSourceError, match=r"^[^\n]+ is not a source\.[^\n]*$"):
        cb.events(source=given)


def told_in_one_sentence(error: BrokenTableError, file: str) -> bool:
    return str(error).isprintable() and len(str(error)) < 300 and str(error).startswith(f"{file} cannot be read: ")


def load(file: str, content: bytes) -> pd.DataFrame | BrokenTableError:
    """The frame of a file with this content, or why there is none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file
        path.write_bytes(content)
        try:
            return read(path, resource(path.stem)["schema"]["fields"])
        except BrokenTableError as error:
            return error


@given(broken_tables() | broken_bytes(CSV))
def test_a_file_with_anything_broken_is_told_in_one_sentence_or_loads(broken):
    file, content = broken
    outcome = load(file, content)
    if isinstance(outcome, BrokenTableError):
        assert told_in_one_sentence(outcome, file)
    else:
        assert outcome.dtypes.astype(str).equals(frame(file[:-4]).dtypes.astype(str))


BROKEN = {
    "a word for a number": (b",14,14,exact", b",fourteen,14,exact", "column count_low has 'fourteen', which is not"),
    "a code that nobody declared": (b",exact,", b",exactly,", "column qualifier has 'exactly', which is not one of"),
    "a day that is not in the calendar": (b"2013-10-26", b"2013-02-30", "column date_reported has '2013-02-30'"),
    "a renamed column": (b"count_low", b"lowest", "its columns are not those that datapackage.json declares"),
    "a comma too many": (b"\nC001,", b"\nC001,,", "row 1 after the header does not have 18 cells"),
    "another encoding": (b"guards", b"\xe9", "it is not UTF-8 text"),
    "a quotation mark that is never closed": (b"\nC003", b'\n"C003', "its commas, quotation marks or line ends"),
}


@pytest.mark.parametrize("slip", BROKEN)
def test_a_broken_file_says_what_is_wrong_and_how_to_find_all_of_it(slip, tmp_path):
    old, new, why = BROKEN[slip]
    folder = shutil.copytree(DATA, tmp_path / "data")
    path = folder / "casualties.csv"
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    cb.use(folder)
    with pytest.raises(BrokenTableError, match=re.escape(why)) as told:
        cb.casualties()
    assert str(told.value).endswith(f'; `casebook data check "{folder}"` lists every fault.')
    assert told_in_one_sentence(told.value, path.name)


def test_the_same_data_with_windows_line_ends_or_a_byte_order_mark_load_the_same():
    for name in TABLES:
        raw = (DATA / f"{name}.csv").read_bytes()
        for other in (raw.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + raw):
            pd.testing.assert_frame_equal(load(f"{name}.csv", other), frame(name))


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("{", "does not declare tables"),
        ("[]", "does not declare tables"),
        ('{"resources": [{"name": "events"}]}', "does not declare tables"),
        ('{"resources": [{"schema": {"fields": [{"name": "a", "type": "geopoint"}]}}]}', "no column type 'geopoint'"),
    ],
)
def test_a_broken_descriptor_is_told_in_one_sentence(written, why, tmp_path):
    (tmp_path / "datapackage.json").write_text(written, encoding="utf-8")
    cb.use(tmp_path)
    with pytest.raises(BrokenTableError, match=why) as told:
        cb.events()
    assert told_in_one_sentence(told.value, "datapackage.json")
