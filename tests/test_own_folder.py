"""A reader's own folder: opened as often as they like, written into, and nothing of theirs is ever lost."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import casebook as cb
from casebook.datapackage import descriptor_in
from casebook.folders import DATA, PRACTICE
from casebook.own import files
from casebook.own.desk import Desk
from casebook.own.files import OwnFolderError
from owned import FOUR, SAID, practice_desk


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def desk(tmp_path):
    return practice_desk(tmp_path / "mine")


@pytest.mark.parametrize("opened", [cb.practice, cb.own_source])
def test_opening_a_folder_again_changes_no_byte(opened, tmp_path):
    opened(tmp_path / "mine")
    (tmp_path / "mine" / "casualties.csv").write_text("my own notes, not even a table", encoding="utf-8")
    (tmp_path / "mine" / "memo.txt").write_text("a memo", encoding="utf-8")
    before = files_of(tmp_path / "mine")
    opened(tmp_path / "mine")
    assert files_of(tmp_path / "mine") == before


def test_a_text_that_was_saved_as_something_else_is_told_in_one_sentence_and_left_alone(desk):
    (desk.folder / "practice.txt").write_bytes("café".encode("latin-1"))
    before = files_of(desk.folder)
    with pytest.raises(OwnFolderError, match=r"^practice\.txt cannot be read: it is not UTF-8 text"):
        cb.practice(desk.folder)
    assert files_of(desk.folder) == before


def test_a_lost_table_comes_back_empty_and_the_others_stay(desk):
    (desk.folder / "moves.csv").unlink()
    before = files_of(desk.folder)
    again = cb.practice(desk.folder)
    assert files_of(desk.folder) == before | {"moves.csv": b"statement_id,move\n"}
    assert len(again.rows("casualties")) == 1


def test_a_folder_with_another_data_package_is_left_alone(tmp_path):
    shutil.copytree(DATA, tmp_path / "theirs")
    before = sorted(path.name for path in (tmp_path / "theirs").iterdir())
    with pytest.raises(OwnFolderError, match="holds another data package"):
        cb.practice(tmp_path / "theirs")
    assert sorted(path.name for path in (tmp_path / "theirs").iterdir()) == before


def test_a_file_is_not_a_folder_and_stays(tmp_path):
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    with pytest.raises(OwnFolderError, match="is a file, and a folder is wanted"):
        cb.practice(tmp_path / "notes")
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (5, "The name of a folder is wanted"),
        ("  ", "The name of a folder is wanted"),
        (None, "The name of a folder is wanted"),
    ],
)
def test_what_is_no_folder_gets_one_plain_sentence(given, words):
    with pytest.raises(OwnFolderError, match=words):
        cb.practice(given)


def test_a_folder_that_cannot_be_made_gets_one_plain_sentence(tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(OwnFolderError, match=r"below cannot be written to: Not a directory\. Choose another folder"):
        cb.own_source(tmp_path / "file" / "below")


def test_a_descriptor_that_was_broken_by_hand_is_named_and_left(desk):
    path = desk.folder / "datapackage.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(OwnFolderError, match="cannot be read as a data package: mend it"):
        cb.practice(desk.folder)
    assert path.read_text(encoding="utf-8") == "{"


CELLS = st.one_of(st.none(), st.text(max_size=30), st.integers(), st.floats(), st.lists(st.integers(), max_size=2))


@given(cells=st.dictionaries(st.sampled_from([*FOUR, "report_id", "note", "echo_of"]), CELLS, max_size=4))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_put_into_a_row_is_written_whole_or_answered_in_one_sentence(desk, cells):
    path, told = desk.folder / "casualties.csv", ""
    before = path.read_bytes()
    try:
        desk.add("casualties", passage="s907", **{**FOUR, **cells})
    except OwnFolderError as error:
        told = str(error)
    after = path.read_bytes()
    assert (len(told.splitlines()) == 1 and after == before) or set(before.splitlines()) < set(after.splitlines())


def test_what_was_typed_by_hand_stays_when_a_row_is_added(desk):
    path = desk.folder / "casualties.csv"
    typed = "C950,E901,killed,total,many,,exactly,,people,,,,,somebody,,,,half done\n"
    path.write_text(path.read_text(encoding="utf-8") + typed, encoding="utf-8", newline="")
    desk.add("casualties", passage="s907", **{**FOUR, "measure": "injured", "count_low": 7, "count_high": 7})
    assert typed in path.read_text(encoding="utf-8")
    assert len(path.read_text(encoding="utf-8").splitlines()) == 4


def test_a_table_with_other_columns_is_not_written_into(desk):
    path = desk.folder / "casualties.csv"
    path.write_text("who,how_many\nthe office,4\n", encoding="utf-8")
    with pytest.raises(OwnFolderError, match="nothing was written into it"):
        desk.add("casualties", passage="s907", **FOUR)
    assert path.read_text(encoding="utf-8") == "who,how_many\nthe office,4\n"


def test_a_write_that_fails_leaves_the_file_as_it_was(desk, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    before = files_of(desk.folder)
    monkeypatch.setattr(files.os, "replace", full)
    with pytest.raises(OwnFolderError, match="cannot be written: No space left on device"):
        desk.change("casualties", "C901", note="later")
    assert files_of(desk.folder) == before


@pytest.mark.parametrize("slip", [{"qualifier": "exactly"}, {"source": "another-page"}, {"count_low": -5}])
def test_a_refused_row_changes_no_byte(slip, desk):
    before = files_of(desk.folder)
    with pytest.raises(OwnFolderError):
        desk.add("casualties", **{"passage": "Six families", **FOUR, **slip})
    assert files_of(desk.folder) == before


def test_a_row_goes_by_its_whole_key_and_takes_only_what_hangs_on_it(desk):
    moves = ("accuse", "deny", "warn")
    desk.add("statements", passage="s907", **SAID)
    for move in moves:
        assert desk.add("moves", statement_id="S901", move=move).loc["move", "S901"] == move
    lines = len(desk.rows("evidence"))
    desk.remove("moves", "S901", "deny")
    assert list(desk.rows("moves")["move"]) == ["accuse", "warn"]
    assert len(desk.rows("evidence")) == lines
    desk.remove("evidence", "casualties", "C901", "practice-article", "s907")
    assert list(desk.rows("evidence")["row_id"]) == ["E901", "S901"]
    desk.remove("statements", "S901")
    assert (len(desk.rows("moves")), list(desk.rows("evidence")["row_id"])) == (0, ["E901"])


@pytest.mark.parametrize("act", ["change", "remove"])
@pytest.mark.parametrize("table", descriptor_in(PRACTICE)["resources"], ids=lambda each: each["name"])
def test_less_or_more_than_a_whole_key_changes_no_byte_of_any_table(table, act, tmp_path):
    desk = Desk(shutil.copytree(PRACTICE, tmp_path / "mine"))
    before, columns = files_of(desk.folder), table["schema"]["primaryKey"]
    whole = next(([row[column] for column in columns] for row in files.table(PRACTICE, table)), columns)
    for key in (whole[:-1], [*whole, "more"]):
        with pytest.raises(OwnFolderError) as told:
            getattr(desk, act)(table["name"], *key)
        assert str(told.value).startswith(f"A row of {table['name']} is named by {', '.join(columns)}; you gave ")
    assert files_of(desk.folder) == before


@pytest.mark.parametrize("act", ["change", "remove"])
def test_of_two_rows_with_one_key_none_is_lost(act, desk):
    path = desk.folder / "casualties.csv"
    header, row = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([header, row, row.replace(",4,4,", ",9,9,"), ""]), encoding="utf-8", newline="")
    before = files_of(desk.folder)
    with pytest.raises(OwnFolderError, match=r"^2 rows of casualties\.csv have the key 'C901': give each its own"):
        getattr(desk, act)("casualties", "C901")
    assert files_of(desk.folder) == before


def test_a_folder_that_is_gone_is_said_to_be_gone(desk):
    form = desk.form()
    shutil.rmtree(desk.folder)
    form.add({"passage": "Six families", "measure": "killed"})
    assert "is not there any more: open the folder again to get it back" in form.said
    assert cb.practice(desk.folder).rows("casualties").empty
