"""The codebook says what every table, column and code means, and what it does not; the committed page is current."""

import json
import re
import shutil
from html import unescape

import pytest
from click.testing import CliRunner

import casebook as cb
from casebook import codebook
from casebook.cli import main
from casebook.datapackage import UnknownColumnError, UnknownTableError, descriptor, table
from casebook.folders import DATA, PRACTICE

TABLES = [each["name"] for each in descriptor()["resources"]]
COLUMNS = [(each["name"], field["name"]) for each in descriptor()["resources"] for field in each["schema"]["fields"]]
PATTERNED = [
    (each["name"], field)
    for each in descriptor()["resources"]
    for field in each["schema"]["fields"]
    if "pattern" in field.get("constraints", {})
]
PAGE = (DATA / codebook.NAME).read_text(encoding="utf-8")
# Codes and numbers that nobody takes for something else.
SAFE = {"sources.title_is", "passages.paragraph", "claims.kind", "facts.topic", "evidence.table"}


def test_the_committed_page_is_current():
    assert codebook.page() == PAGE, "run `casebook data codebook`"


def test_data_codebook_writes_the_page_of_the_data_in_use(tmp_path):
    folder = shutil.copytree(DATA, tmp_path / "data")
    (folder / codebook.NAME).unlink()
    cb.use(folder)
    done = CliRunner().invoke(main, ["data", "codebook"])
    assert (done.exit_code, done.output) == (0, f"Written: {folder / codebook.NAME}\n")
    assert (folder / codebook.NAME).read_bytes() == (DATA / codebook.NAME).read_bytes()


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        (["title"], "# Codebook\n\n*version 1.0.0.*\n\nINVENTED"),
        (["version"], "# Codebook\n\n*Practice: an invented border incident on the Sallowmere.*\n\nINVENTED"),
        (["description"], "on the Sallowmere, version 1.0.0.*\n\nThis page is written by"),
        (["title", "version", "description"], "# Codebook\n\nThis page is written by"),
    ],
    ids=["no title", "no version", "no description", "none of them"],
)
def test_the_page_leaves_out_what_the_descriptor_does_not_say(left_out, said, tmp_path):
    folder = shutil.copytree(PRACTICE, tmp_path / "data")
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for name in left_out:
        del package[name]
    for each in package["resources"]:
        for part in (each, *each["schema"]["fields"]):
            part.pop("title")
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    cb.use(folder)
    page = codebook.page()
    assert said in page
    assert not re.search(r"^\*\*\.\*\*|None|\n\n\n\n", page, re.MULTILINE)


def test_a_table_that_cannot_be_read_is_told_in_one_sentence_and_no_page_is_written(tmp_path):
    folder = shutil.copytree(PRACTICE, tmp_path / "data")
    (folder / "events.csv").write_text("when,who\n", encoding="utf-8")
    cb.use(folder)
    done = CliRunner().invoke(main, ["data", "codebook"])
    assert done.exit_code == 1
    assert done.output.startswith("casebook: events.csv cannot be read: ")
    assert not (folder / codebook.NAME).exists()


@pytest.mark.parametrize("command", ["check", "codebook"])
def test_help_says_whose_data_a_command_takes(command):
    said = " ".join(CliRunner().invoke(main, ["data", command, "--help"]).output.split())
    assert "the data folder in use" in said
    assert "unless the variable CASEBOOK_DATA names another folder" in said


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_what_a_row_is_and_what_it_is_not(name):
    entry = cb.about(name)
    assert entry.description.startswith("One row is ")
    assert entry.does_not_mean
    assert entry.rows == len(table(name))
    assert [each.name for each in entry.columns] == list(table(name).columns)


@pytest.mark.parametrize(("name", "column"), COLUMNS)
def test_every_column_and_each_of_its_codes_has_a_meaning(name, column):
    about = cb.about(name, column).column
    assert about.title
    assert about.description.endswith((".", "`"))
    assert [each.value for each in about.values if not each.meaning] == []
    assert sum(each.rows for each in about.values) in {0, about.rows - about.blank}


@pytest.mark.parametrize(("name", "field"), PATTERNED, ids=lambda part: part if isinstance(part, str) else part["name"])
def test_a_pattern_comes_with_an_example_that_follows_it(name, field):
    assert re.fullmatch(field["constraints"]["pattern"], field["example"])
    assert cb.about(name, field["name"]).column.example == field["example"]


@pytest.mark.parametrize(("name", "column"), COLUMNS)
def test_a_count_a_date_or_a_code_says_what_it_does_not_mean(name, column):
    about = cb.about(name, column).column
    invites = about.values or about.dtype in {"Int64", "Float64"} or about.dtype.startswith("datetime64")
    assert about.does_not_mean or not invites or f"{name}.{column}" in SAFE


@pytest.mark.parametrize(("name", "column"), [(name, None) for name in TABLES] + COLUMNS)
def test_html_plain_text_and_page_say_the_same(name, column):
    entry = cb.about(name, column)
    shown = entry.column or entry
    for words in filter(None, (shown.title, shown.description, shown.does_not_mean)):
        assert words in entry.text
        assert words in PAGE
        assert re.sub(r"[`\s]", "", words) in re.sub(r"\s|</?code>", "", unescape(entry.html))


def test_every_table_of_the_page_has_as_many_cells_in_each_line():
    for block in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE):
        assert len({line.count("|") for line in block.splitlines()}) == 1, block


@pytest.mark.parametrize(
    ("asked", "error", "near"),
    [
        (("casulties",), UnknownTableError, "casualties"),
        (("casualties", "qualifer"), UnknownColumnError, "qualifier"),
        (("events", "start_date"), UnknownColumnError, "date"),
    ],
)
def test_an_unknown_table_or_column_names_the_nearest(asked, error, near):
    with pytest.raises(error) as told:
        cb.about(*asked)
    assert repr(asked[-1]) in str(told.value)
    assert near in str(told.value)


@pytest.mark.parametrize("asked", [(None,), (3,), ("",), ([],), ("events", 3), ("events", ""), ("events", [])])
def test_what_is_no_name_gets_one_sentence(asked):
    told = r"is not a (table or a word of the glossary|column of events)\."
    with pytest.raises((UnknownTableError, UnknownColumnError), match=told):
        cb.about(*asked)
