"""The check of the data: the real data have no faults, and each planted one is told once, plainly, where it stands."""

import json
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from casebook.cli import main
from casebook.folders import DATA, SEEDS
from casebook.integrity import examine, faults
from casebook.integrity.examination import FORM, LAST, RULES
from faults import PLANTED, rows, save, text, written

# The casebook's own descriptor sets no such limit: a test below plants it there first.
NOT_DECLARED = {"minLength", "maxLength"}


@pytest.fixture
def folder(tmp_path):
    """A copy of the data, with the text beside it."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    return shutil.copytree(DATA, tmp_path / "data")


def place(fault):
    return (fault.file, fault.line, fault.column, fault.value, fault.rule)


def test_the_real_data_have_no_faults():
    assert [str(fault) for fault in faults()] == []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.what)
def test_a_planted_fault_is_told_once_with_file_line_column_value_and_rule(planted, folder):
    planted.plant(folder)
    assert [place(fault) for fault in faults(folder)] == [planted.told]


def test_every_rule_has_a_planted_fault():
    rules = {*FORM, *(rule.name for rule in (*RULES, *LAST))} - NOT_DECLARED
    assert rules == {planted.told[-1] for planted in PLANTED}


@pytest.mark.parametrize("rule", [*RULES, *LAST], ids=lambda rule: rule.name)
def test_every_rule_says_in_words_what_it_asks(rule):
    assert rule.find.__doc__.endswith(".")


@pytest.mark.parametrize(
    ("constraint", "limit", "table", "column"),
    [
        ("maximum", 70, "places", "latitude"),
        ("minLength", 80, "actors", "name"),
        ("maxLength", 2, "actors", "name"),
        ("pattern", "[A-Z]", "actors", "name"),
    ],
)
def test_a_limit_that_the_descriptor_declares_is_kept(constraint, limit, table, column, folder):
    package = json.loads(text("datapackage.json"))
    schema = next(each["schema"] for each in package["resources"] if each["name"] == table)
    field = next(each for each in schema["fields"] if each["name"] == column)
    field.setdefault("constraints", {})[constraint] = limit
    path = folder / f"{table}.csv"
    save(path, path.read_text(encoding="utf-8").replace(",31.95522,", ",71.95522,"))
    save(folder / "datapackage.json", json.dumps(package))
    told = {(fault.file, fault.column, fault.rule) for fault in faults(folder)}
    assert told == {(f"{table}.csv", column, constraint)}


def test_a_line_is_counted_as_an_editor_counts_it(folder):
    path = folder / "casualties.csv"
    header, first, second, *others = rows(text("casualties.csv"))
    first[-1], second[header.index("qualifier")] = "two\nlines", "exactly"
    save(path, written([header, first, second, *others]))
    assert [(fault.line, fault.rule) for fault in faults(folder)] == [(2, "whitespace"), (4, "enum")]
    assert path.read_text(encoding="utf-8").split("\n")[4 - 1].startswith("C002,")


def test_a_row_with_a_slip_is_still_there_for_the_rows_that_name_it(folder):
    save(folder / "events.csv", text("events.csv").replace("\nE092,2024-01-18", "\nE092,18 January", 1))
    assert [(fault.file, fault.column, fault.rule) for fault in faults(folder)] == [("events.csv", "date", "type")]


def test_a_folder_without_a_text_is_not_judged_by_one(folder):
    package = json.loads(text("datapackage.json"))
    del package["text"]
    save(folder / "datapackage.json", json.dumps(package))
    save(folder / "passages.csv", text("passages.csv").replace("10 people", "Ten people"))
    assert {fault.rule for fault in faults(folder)} == {"released"}


def test_a_document_that_tells_of_something_older_mentions_it(folder):
    header, *lines = rows(text("casualties.csv"))
    report = next(line for line in lines if line[0] == "C211")
    report[header.index("event_id")] = "E057"
    save(folder / "casualties.csv", written([header, *lines]))
    assert [fault.rule for fault in faults(folder)] == ["event-document"]
    head, *evidence = rows(text("evidence.csv"))
    evidence.append(["events", "E057", next(line[2] for line in evidence if line[1] == "C211"), "", "mentions"])
    save(folder / "evidence.csv", written([head, *sorted(evidence)]))
    assert {fault.rule for fault in faults(folder)} == {"released"}


def test_a_rough_count_need_not_be_the_sum_of_its_words(folder):
    header, *lines = rows(text("casualties.csv"))
    report = next(line for line in lines if line[0] == "C102")
    for column, cell in {"victims": "two children and a woman", "victim_group": "mixed", "qualifier": "about"}.items():
        report[header.index(column)] = cell
    save(folder / "casualties.csv", written([header, *lines]))
    assert {fault.rule for fault in faults(folder)} == {"released"}


def test_a_fault_is_one_line_that_a_person_can_follow(folder):
    save(
        folder / "casualties.csv",
        text("casualties.csv").replace("killed,total,11,,at_least", "killed,total,11,11,at_least"),
    )
    assert str(faults(folder)[0]) == (
        "casualties.csv:23 count_high '11' — at_least asks for a number in count_low and a blank count_high: "
        "a floor says nothing of the ceiling (count-by-qualifier)"
    )


def test_a_value_that_is_long_or_cannot_be_seen_keeps_to_its_line(folder):
    save(folder / "facts.csv", text("facts.csv").replace("seed_article", '"a\x00\n' + "b" * 5000 + '"', 1))
    fault = faults(folder)[0]
    assert fault.value == "a\x00\n" + "b" * 5000
    assert str(fault).isprintable()
    assert len(str(fault)) < 200


def test_data_check_says_in_one_line_what_was_checked():
    done = CliRunner().invoke(main, ["data", "check"])
    whole = examine()
    assert done.exit_code == 0
    assert done.output == f"No faults ({whole.tables} tables, {whole.rows:,} rows, {whole.rules} rules).\n"
    assert (whole.tables, whole.rules) == (13, len(FORM) + len(RULES) + len(LAST))


def test_data_check_lists_faults_and_closes_with_their_number(folder):
    for name in ("events.csv", "facts.csv"):
        (folder / name).write_bytes(b"\xff")
    done = CliRunner().invoke(main, ["data", "check", str(folder)])
    first, second, last = done.output.splitlines()
    assert done.exit_code == 1
    assert first.startswith("events.csv:1")
    assert second.startswith("facts.csv:1")
    assert last.startswith("2 faults in 2 files")


@pytest.mark.parametrize("missing", ["nowhere", "data/facts.csv"])
def test_data_check_of_no_data_folder_is_one_plain_sentence(missing, folder):
    done = CliRunner().invoke(main, ["data", "check", str(folder.parent / missing)])
    assert done.exit_code == 1
    assert done.output.count("\n") == 2
    assert done.output.startswith("datapackage.json:1")


def test_data_check_works_where_output_is_not_utf_8(folder):
    save(folder / "actors.csv", text("actors.csv").replace(",military,", ",soldiers,", 1))
    command = [sys.executable, "-m", "casebook.cli", "data", "check", str(folder)]
    done = subprocess.run(command, capture_output=True, env={"PYTHONIOENCODING": "ascii"}, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
