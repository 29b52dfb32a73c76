"""What the README shows is so."""

import re

import pytest

from casebook.datapackage import descriptor, table
from casebook.folders import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = {name: rest for name, *rest in re.findall(r"^\| `(\w+)` \| (\d+) \| [^|]+ \| (.+) \|$", README, re.MULTILINE)}


@pytest.mark.parametrize("name", [each["name"] for each in descriptor()["resources"]])
def test_every_table_is_shown_with_its_rows_and_a_row_that_it_has(name):
    rows, example = SHOWN[name]
    assert int(rows) == len(table(name))
    wanted = set(re.findall(r"`([^`]+)`", example))
    cells = table(name).astype("string")
    assert any(wanted <= {str(cell) for cell in row} for row in cells.itertuples(index=False))


def test_each_table_is_met_within_two_screens():
    assert README.splitlines().index("## Read with care") <= 100


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:data|seeds|casebook|notebooks|tests|bench|mutants)/[\w./]*)`", README)))
)
def test_every_path_exists(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"`?make (lab|test|bench|mutants|build|data|clean|lock)`?", README)))
)
def test_every_target_is_in_the_makefile(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_nothing_in_the_readme_is_fetched_when_it_is_shown():
    assert not re.search(r"!\[|<img|badge", README)


def test_the_version_to_cite_is_this_one():
    version = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)[1]
    assert f"(version {version})" in README
