"""What CONTRIBUTING.md names is there: paths, tests, rows, targets and commands; and its hooks fetch nothing."""

import re

import pytest
import yaml

from casebook.cli import data as data_commands
from casebook.cli import main
from casebook.datapackage import descriptor
from casebook.folders import ROOT
from casebook.lookup import is_key
from contributed import NEW, PAGE, WORDS

HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:data|casebook|docs|notebooks|tests)/[\w./-]+)`", WORDS))))
def test_every_path_exists_but_those_that_are_to_be_made(path):
    made = {f"notebooks/instructor/{NEW}.ipynb", "casebook/exercise/chapter_09.py", "casebook/exercise/chapter_NN"}
    made |= {"casebook/locale/fr/LC_MESSAGES/casebook.po"}
    assert (ROOT / path).exists() or path in made


@pytest.mark.parametrize("name", re.findall(r"\b(test_\w+)\[", WORDS))
def test_a_test_that_is_named_is_one_of_exercises(name):
    assert f"def {name}(" in (ROOT / "tests/test_exercises.py").read_text(encoding="utf-8")


def test_every_row_that_is_named_is_there_or_invented():
    named = set(re.findall(r"\b[ESC]\d{3}\b", PAGE))
    assert {key for key in named if not is_key(key)} == {"E998", "S998", "C998"}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:^|`)make ([a-z]+)", PAGE, re.MULTILINE))))
def test_every_target_is_in_the_makefile(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_command_is_one_of_the_casebook():
    named = set(re.findall(r"(?:^|`)(?:\.venv/bin/)?casebook ([a-z]+)(?: (check|codebook))?", PAGE, re.MULTILINE))
    assert named
    for name, part in named:
        assert name in main.commands
        assert not part or part in data_commands.commands


def test_words_that_take_a_side_stand_only_as_words():
    own = re.sub(r"“[^”]*”", "", WORDS)
    assert re.findall(rf"\b(?:{'|'.join(descriptor()['neutralWords']['words'])})\b", own, re.IGNORECASE) == []


def test_the_readme_leads_here():
    assert "[CONTRIBUTING.md](CONTRIBUTING.md)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_hooks_are_local_and_fetch_nothing():
    assert {each["repo"] for each in HOOKS} == {"local"}
    assert {hook["language"] for each in HOOKS for hook in each["hooks"]} == {"system"}


@pytest.mark.parametrize("hook", [hook for each in HOOKS for hook in each["hooks"]], ids=lambda hook: hook["id"])
def test_a_hook_is_a_part_of_the_whole_check_or_writes_the_codebook(hook):
    command = hook["entry"].removeprefix(".venv/bin/").removesuffix(" --force-exclude")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"$(BIN)/{command}" in makefile
