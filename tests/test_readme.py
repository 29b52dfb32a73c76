"""What the README shows is so."""

import os
import re
import subprocess
import sys

import pytest

from casebook.cli import main
from casebook.datapackage import descriptor, table
from casebook.folders import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)
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
    "path", sorted(set(re.findall(r"`((?:data|seeds|casebook|notebooks|prose|tests|bench|mutants)/[\w./]*)`", README)))
)
def test_every_path_exists(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:^|`)make ([\w-]+)", README, re.MULTILINE))))
def test_every_target_is_in_the_makefile(target):
    assert target in TARGETS


def test_make_lab_opens_a_folder_that_nothing_else_writes():
    folder = re.search(r"casebook lab(?: (\S+))?$", MAKEFILE, re.MULTILINE)[1] or main.commands["lab"].params[0].default
    assert f"`{folder}`" in README
    assert f"/{folder}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_make_lists_every_target():
    listed = re.findall(r'^\t@echo "make ([\w-]+) ', MAKEFILE, re.MULTILINE)
    assert ["help", *listed] == TARGETS


@pytest.mark.parametrize(
    ("asked", "spanish"),
    [
        ("--help", False),
        ("lab . --port 3", False),
        ("build 99", False),
        ("slides . 99", False),
        ("data check no-such-folder", False),
        ("data nothing", False),
        ("nothing", False),
        ("report no-such-folder", True),
    ],
)
def test_a_terminal_answers_in_the_language_that_the_readme_says(asked, spanish, tmp_path):
    command = [sys.executable, "-m", "casebook.cli", *asked.split()]
    said = [
        subprocess.run(
            command, cwd=tmp_path, env={**os.environ, "CASEBOOK_LANG": tag}, capture_output=True, text=True, check=False
        )
        for tag in ("en", "es")
    ]
    assert (said[0].stdout + said[0].stderr != said[1].stdout + said[1].stderr) == spanish
    name = asked.split()[0]
    assert (f"CASEBOOK_LANG=es casebook {name}` writes" in README) == spanish


def test_nothing_in_the_readme_is_fetched_when_it_is_shown():
    assert not re.search(r"!\[|<img|badge", README)


def test_the_version_to_cite_is_this_one():
    version = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)[1]
    assert f"(version {version})" in README
