"""A version is told everywhere in the same way, and what is built from one tree is always the same."""

import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from datetime import date
from importlib.metadata import version

import pytest
import yaml

import casebook as cb
from casebook.datapackage import descriptor
from casebook.folders import ROOT

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RELEASES = re.findall(r"^## (\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})$", CHANGES, re.MULTILINE)
TOLD = {
    "CITATION.cff": r"^version: (.+)$",
    "README.md": r"\(version (.+)\)",
    "data/datapackage.json": r'^ +"version": "(.+)"',
    "data/practice/datapackage.json": r'^ +"version": "(.+)"',
    "data/CODEBOOK.md": r"version (\d+\.\d+\.\d+)\.\*$",
    "docs/teaching.md": r"casebook:(\d\S+)|^ +tag: \"(.+)\"$",
    "notebooks/00-start-here.ipynb": r"2024, version (\S+), table",
}
TABLES = [each["name"] for each in descriptor()["resources"]]
TOOL = (ROOT / "tools/release.sh").read_text(encoding="utf-8")
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8"))
COPIED = shutil.ignore_patterns(".*", "__pycache__", "artefacts", "build", "dist")


@pytest.mark.parametrize("path", TOLD)
def test_the_version_is_the_same_wherever_it_is_told(path):
    found = re.findall(TOLD[path], (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
    assert {"".join(each) for each in found} == {VERSION}


def test_the_package_that_is_installed_has_this_version():
    assert version("casebook") == VERSION


def test_the_newest_release_of_the_changelog_is_this_one_and_was_made_on_the_day_that_the_citation_gives():
    assert RELEASES[0] == (VERSION, str(CITATION["date-released"]))


def test_releases_stand_from_the_newest_to_the_oldest():
    numbers = [([int(part) for part in number.split(".")], date.fromisoformat(day)) for number, day in RELEASES]
    assert numbers == sorted(numbers, reverse=True)
    assert len({number for number, _ in RELEASES}) == len(RELEASES)


def test_every_part_of_the_changelog_has_a_heading_of_its_form():
    headings = re.findall(r"^## (.+)$", CHANGES, re.MULTILINE)
    assert set(headings) <= {"Unreleased", *(f"{number} - {day}" for number, day in RELEASES)}
    kinds = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.+)$", CHANGES, re.MULTILINE)) <= kinds


@pytest.mark.parametrize("name", [name for name in cb.__all__ if name not in TABLES])
def test_every_verb_was_announced(name):
    assert f"`cb.{name}" in CHANGES


@pytest.fixture(scope="module")
def built_twice(tmp_path_factory):
    """Two folders of distributions, built from copies of this tree that are in different places and of another age."""
    folders = []
    for name in ("one", "two"):
        folder = tmp_path_factory.mktemp(name)
        shutil.copytree(ROOT, folder / name, ignore=COPIED, copy_function=shutil.copyfile)
        command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", folder / name]
        subprocess.run(command, capture_output=True, check=True, env={"SOURCE_DATE_EPOCH": "1700000000"})
        folders.append(folder / "dist")
    return folders


@pytest.mark.parametrize("ending", ["whl", "tar.gz"])
def test_what_is_built_twice_from_one_tree_is_the_same_byte_for_byte(ending, built_twice):
    one, two = (next(folder.glob(f"*.{ending}")) for folder in built_twice)
    assert one.name == two.name
    assert VERSION in one.name
    assert one.read_bytes() == two.read_bytes()


def test_the_time_in_a_distribution_is_the_one_that_is_asked_for(built_twice):
    (wheel,), (sdist,) = (list(built_twice[0].glob(ending)) for ending in ("*.whl", "*.tar.gz"))
    assert {each.date_time[:3] for each in zipfile.ZipFile(wheel).infolist()} == {(2023, 11, 14)}
    with tarfile.open(sdist) as members:
        assert {each.mtime for each in members} == {1700000000}


def test_programs_that_check_a_release_are_pinned():
    called = re.findall(r"tool run (?:--quiet )?(\S+)", TOOL)
    assert {each.split("==")[0] for each in called} == {"twine", "check-wheel-contents", "cffconvert"}
    assert [each for each in called if not re.fullmatch(r"[a-z-]+==\d+\.\d+\.\d+", each)] == []


def test_a_tag_is_tested_and_built_with_the_commands_of_a_clone_and_published_by_hand():
    steps = WORKFLOW["jobs"]["build"]["steps"]
    runs = [step["run"] for step in steps if "run" in step]
    assert runs.index(".ci/run") < runs.index("make release")
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "secrets." not in str(WORKFLOW)


def test_a_release_is_refused_while_files_differ_from_the_commit(tmp_path):
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", ROOT.as_uri(), clone], check=True)
    shutil.copy(ROOT / "tools/release.sh", clone / "tools")
    (clone / "stray.txt").touch()
    done = subprocess.run(["sh", "tools/release.sh"], cwd=clone, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "?? stray.txt" in done.stderr.splitlines()
    assert not (clone / "dist").exists()
