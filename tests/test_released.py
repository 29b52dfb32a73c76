"""The record of a release: what was released and may have been cited is not changed in silence."""

import json
import shutil

import pytest
from click.testing import CliRunner

import casebook as cb
from casebook.cli import main
from casebook.datapackage import descriptor
from casebook.folders import DATA, SEEDS
from casebook.integrity import faults, releasing
from casebook.integrity.examination import contents_of
from casebook.integrity.released import FILE, read, record_of
from faults import rows, save, text, written

# E041 has one summons and one call in its summary; no other row says the same.
ROW, COLUMN = "E041", "summary"
WHY = "Invented for this test."


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return shutil.copytree(DATA, tmp_path / "data")


def change(folder, key=ROW, column=COLUMN, words="Invented words.", table="events"):
    """Write other words into a cell; what stood there is given back."""
    header, *lines = rows((folder / f"{table}.csv").read_text(encoding="utf-8"))
    line = next(line for line in lines if line[0] == key)
    before, line[header.index(column)] = line[header.index(column)], words
    save(folder / f"{table}.csv", written([header, *lines]))
    return before


def tell(folder, was, version="1.1.0", key=ROW, column=COLUMN):
    """Tell in the descriptor that a cell was corrected."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    events = next(each for each in package["resources"] if each["name"] == "events")
    told = {"row": key, "column": column, "was": was, "version": version, "why": WHY}
    events.setdefault("corrected", []).append(told)
    save(folder / "datapackage.json", json.dumps(package, ensure_ascii=False))


def leave_out(folder, table, gone):
    header, *lines = rows((folder / f"{table}.csv").read_text(encoding="utf-8"))
    save(folder / f"{table}.csv", written([header, *(line for line in lines if not gone(line))]))


def told(folder):
    return [(fault.file, fault.column, fault.rule) for fault in faults(folder)]


def test_the_record_is_of_this_version_and_has_every_cell_of_every_table():
    record = read(text(FILE))
    assert record == record_of(contents_of(DATA, []))
    assert record["version"] == descriptor()["version"]
    for each in descriptor()["resources"]:
        held = record["tables"][each["name"]]
        assert {len(digits) for digits in held["rows"].values()} == {4 * len(held["columns"])}


def test_a_changed_cell_is_told_with_its_column_and_its_line(folder):
    change(folder)
    (fault,) = faults(folder)
    assert (fault.file, fault.line, fault.column, fault.value) == ("events.csv", 42, COLUMN, "Invented words.")
    assert fault.message == "version 1.0.0 has something else here: undo it, or tell it in `corrected`"


def test_a_change_of_which_the_descriptor_tells_is_no_fault(folder):
    tell(folder, change(folder))
    assert faults(folder) == []


def test_a_correction_says_what_stood_there(folder):
    change(folder)
    tell(folder, "Words that never stood there.")
    assert [fault.message for fault in faults(folder)] == [
        "`corrected` says that something else stood here in version 1.0.0 than did"
    ]


def test_of_two_corrections_the_first_says_what_was_released(folder):
    first = change(folder)
    tell(folder, first)
    tell(folder, change(folder, words="Other invented words."), version="1.2.0")
    assert faults(folder) == []


def test_what_an_earlier_release_corrected_is_no_longer_asked(folder):
    tell(folder, "Words of long ago.", version="0.9.0")
    assert faults(folder) == []


@pytest.mark.parametrize(("key", "column"), [("E998", COLUMN), (ROW, "mood")])
def test_a_correction_is_of_a_cell_that_was_released(folder, key, column):
    tell(folder, "anything", key=key, column=column)
    assert told(folder) == [("events.csv", "event_id", "released")]


def test_a_row_that_is_gone_is_told_unless_its_id_is_retired(folder):
    leave_out(folder, "facts", lambda line: line[0] == "F10")
    leave_out(folder, "evidence", lambda line: line[1] == "F10")
    gone = told(folder)
    assert set(gone) == {("facts.csv", "fact_id", "released"), ("evidence.csv", "table", "released")}
    package = json.loads(text("datapackage.json"))
    next(each for each in package["resources"] if each["name"] == "facts")["retired"] = ["F10"]
    save(folder / "datapackage.json", json.dumps(package))
    assert faults(folder) == []


def test_a_new_row_is_free(folder):
    with (folder / "evidence.csv").open("a", encoding="utf-8", newline="") as file:
        file.write("statements,S999,seed-article,,supports\n")
    header, *lines = rows(text("statements.csv"))
    save(folder / "statements.csv", written([header, *lines, ["S999", *lines[-1][1:]]]))
    assert [fault for fault in faults(folder) if fault.rule == "released"] == []


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"version": "1", "tables": {}}', '{"version": "1.0.0"}'])
def test_a_record_that_cannot_be_read_is_one_fault(folder, broken):
    save(folder / FILE, broken)
    assert told(folder) == [(FILE, "", "released")]


def test_a_folder_without_a_record_is_not_asked(folder):
    (folder / FILE).unlink()
    change(folder)
    assert faults(folder) == []


def test_a_silent_change_is_not_released_and_what_is_out_stays(folder):
    assert releasing.write(folder) == f"{FILE} has version 1.0.0 already."
    was = change(folder)
    with pytest.raises(releasing.ReleaseError, match=r"have faults.*events.csv:42 summary"):
        releasing.write(folder)
    tell(folder, was)
    with pytest.raises(releasing.ReleaseError, match=r"1\.0\.0 is out"):
        releasing.write(folder)
    assert (folder / FILE).read_text(encoding="utf-8") == text(FILE)


def test_the_next_version_holds_the_correction(folder):
    tell(folder, change(folder))
    package = (folder / "datapackage.json").read_text(encoding="utf-8")
    save(folder / "datapackage.json", package.replace('"version": "1.0.0"', '"version": "1.1.0"', 1))
    assert releasing.write(folder) == f"Written: {folder / FILE}"
    assert faults(folder) == []
    change(folder, words="Invented once more.")
    assert [fault.message.partition(" has ")[0] for fault in faults(folder)] == ["version 1.1.0"]


def test_the_command_says_what_it_did():
    done = CliRunner().invoke(main, ["data", "release"])
    assert (done.exit_code, done.output) == (0, f"{FILE} has version 1.0.0 already.\n")


def test_the_command_says_in_one_sentence_why_it_did_nothing(monkeypatch):
    def refuse():
        raise releasing.ReleaseError("Not now.")

    monkeypatch.setattr(releasing, "write", refuse)
    done = CliRunner().invoke(main, ["data", "release"])
    assert (done.exit_code, done.output) == (1, "casebook: Not now.\n")


@pytest.mark.parametrize("was", ["Words of the first release.", ""])
def test_the_card_and_the_codebook_say_what_was_corrected(folder, was):
    tell(folder, was)
    cb.use(folder)
    card, about = cb.show(ROW), cb.about("events")
    before = f"was “{was}”" if was else "was blank"
    for words in (card.text, card.html):
        assert "Corrected in 1.1.0" in words
        assert f"{COLUMN} {before}. {WHY}" in words
    for words in (about.text, about.html):
        assert f"1.1.0: {ROW}, {COLUMN}. {WHY}" in words
    page = cb.codebook.page()
    assert f"| `{ROW}` | `{COLUMN}` | {was or 'blank'} | 1.1.0 | {WHY} |" in page
    assert "Corrected" not in cb.show("E040").text
