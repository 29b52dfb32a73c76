"""The slips of `make mutants`: one thing each, in files that are sound otherwise, in copies that go again."""

import contextlib
import dataclasses
import json
import shutil

import pytest

from casebook.folders import DATA, ROOT, SEEDS
from mutants import cells, code, pages
from mutants.copy import planted
from mutants.mutant import Judged, Mutant, drawn
from mutants.noticing import Watch, one_that_failed
from mutants.page import RELEASE, column_of, reasons, written
from mutants.running import first_failure

TABLES = list(cells.mutants(ROOT, 1, seed=1))
ROOM = list(pages.mutants(ROOT, 1, seed=1))
SOME = code.modules(ROOT)[::12]
PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))["resources"]


def can_slip(resource: dict) -> set[str]:
    """The columns that do more than name their own row, and in which something else could stand."""
    rows, key = cells.read(DATA / resource["path"]), resource["schema"]["primaryKey"]
    return {column for column in rows[0] if key != [column] and len({row[column] for row in rows} - {""}) > 1}


@pytest.mark.parametrize("resource", PACKAGE, ids=lambda resource: resource["name"])
def test_every_column_in_which_a_hand_could_slip_gets_a_slip(resource):
    slipped = {mutant.place.rsplit(" ", 1)[1] for mutant in TABLES if mutant.part == resource["name"]}
    assert slipped == can_slip(resource)


@pytest.mark.parametrize("resource", PACKAGE, ids=lambda resource: resource["name"])
def test_a_slip_in_a_table_changes_one_line_of_a_file_as_the_casebook_writes_it(resource):
    sound = (DATA / resource["path"]).read_text(encoding="utf-8")
    assert cells.written(cells.read(DATA / resource["path"])) == sound
    for mutant in (each for each in TABLES if each.part == resource["name"]):
        assert mutant.before != mutant.after
        assert lines_that_differ(sound, mutant.content) == 1


def lines_that_differ(one: str, other: str) -> int:
    return sum(1 for each in zip(one.splitlines(), other.splitlines(), strict=True) if each[0] != each[1])


@pytest.mark.parametrize("file", pages.FILES)
def test_a_slip_in_the_room_changes_one_value(file):
    sound = pages.written(json.loads((ROOT / file).read_text(encoding="utf-8")))
    mine = [mutant for mutant in ROOM if mutant.file == file]
    assert mine
    assert {lines_that_differ(sound, mutant.content) for mutant in mine} == {1}


@pytest.mark.parametrize("path", SOME, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_slip_in_a_module_is_python_and_something_else(path):
    for mutant in code.in_module(ROOT, path, 3, seed=1):
        compile(mutant.content, mutant.file, "exec")
        assert mutant.content != path.read_text(encoding="utf-8")
        assert mutant.first <= mutant.last


def test_the_same_seed_draws_the_same_slips_and_another_seed_others():
    assert drawn(1, range(1000), 5) == drawn(1, range(1000), 5) != drawn(2, range(1000), 5)


def test_a_slip_is_taken_out_again_whatever_happens(tmp_path):
    (tmp_path / "data").mkdir()
    sound = (DATA / "facts.csv").read_bytes()
    (tmp_path / "data/facts.csv").write_bytes(sound)
    mutant = next(mutant for mutant in TABLES if mutant.part == "facts")
    with contextlib.suppress(KeyboardInterrupt), planted(mutant, tmp_path):
        assert (tmp_path / "data/facts.csv").read_bytes() != sound
        raise KeyboardInterrupt
    assert (tmp_path / "data/facts.csv").read_bytes() == sound


def judged(mutant: Mutant, stage: str) -> Judged:
    return Judged.of(mutant, stage, "whoever")


def test_the_page_counts_apart_what_only_the_record_noticed_and_shows_what_nothing_contradicts():
    noticed, left, kept = judged(TABLES[0], "data check"), judged(TABLES[-1], ""), judged(TABLES[1], RELEASE)
    page = written([noticed, left, kept])
    assert "2 of 3 slips were noticed, 66 %: 1 because something contradicts them, 33 %" in page
    for each in (left, kept):
        assert f"`{each.file}` {each.place}" in page
    assert noticed.place not in page


def test_the_page_shows_slips_in_code_that_nobody_noticed():
    left = next(code.in_module(ROOT, SOME[0], 1, seed=1))
    page = written([judged(left, "")])
    assert "0 of 1 slips were noticed, 0 %." in page
    assert f"`{left.file}` {left.place.partition(':')[0]}" in page


@pytest.mark.parametrize(
    ("by", "one"),
    [("tests/b.py::two[x]", "tests/b.py::two"), ("tests/b.py", "tests/b.py::one"), ("does not end", "tests/a.py::one")],
    ids=["a test", "a file that cannot be read", "neither"],
)
def test_what_failed_is_one_of_those_that_were_asked(by, one):
    assert one_that_failed(["tests/a.py::one", "tests/b.py::one", "tests/b.py::two"], by) == one


def test_a_module_without_examples_has_none_that_fail(tmp_path):
    copy = tmp_path / "casebook"
    (copy / "tests").mkdir(parents=True)
    (copy / "module.py").write_text("NOTHING = 0\n")
    assert first_failure(copy, [str(copy / "module.py")], 60) == ""


def test_the_record_is_asked_last_and_the_copy_is_without_it_until_then(tmp_path):
    copy = tmp_path / "casebook"
    shutil.copytree(DATA, copy / "data")
    shutil.copytree(SEEDS, copy / "seeds")
    before, after = "Iran summons the Pakistani", "Iran summons Pakistani"
    content = (DATA / "events.csv").read_text(encoding="utf-8").replace(before, after, 1)
    slip = Mutant("data", "data/events.csv", "events", "E041 summary", "word left out", before, after, content)
    assert Watch(copy, None).judged(slip).stage == RELEASE
    assert not (copy / "data/released.json").exists()


def test_what_is_kept_of_a_slip_is_not_its_file():
    assert {field.name for field in dataclasses.fields(Judged)} >= {"name", "before", "after", "stage", "by"}
    assert len(json.dumps(dataclasses.asdict(judged(TABLES[0], "")))) < 5000


COLUMNS = {column_of(mutant) for mutant in [*TABLES, *ROOM]} | {f"room_key.{letter}" for letter in "ABCDE"}


@pytest.mark.parametrize("reason", reasons(), ids=lambda reason: reason["why"][:40])
def test_a_reason_is_a_sentence_about_columns_that_there_are(reason):
    assert reason["why"].endswith(".")
    assert set(reason.get("columns", ())) <= COLUMNS


def test_a_column_has_one_reason():
    given = [column for reason in reasons() for column in reason.get("columns", ())]
    assert sorted(given) == sorted(set(given))
