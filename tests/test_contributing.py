"""What CONTRIBUTING.md tells people to do works as printed, tried on copies: its examples never enter the data."""

import csv
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

import pseudo
from casebook.cli import data as data_commands
from casebook.cli import main
from casebook.datapackage import descriptor, resource, table
from casebook.folders import DATA, ROOT, SEEDS
from casebook.integrity import faults
from casebook.lookup import is_key
from faults import rows, save, text, written
from rules import minutes, shape, tasks
from rules.pair import Pair

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PART = re.compile(rf"^## ([^\n]+)$|{BLOCK.pattern}", BLOCK.flags)
WORDS = BLOCK.sub("", PAGE)
ADDED = dict(re.findall(r"in\s`data/(\w+)\.csv`(?:(?!```).)*```csv\n(.*?)```", PAGE, re.DOTALL))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "build", "artefacts", "browser")
FIRST, NEW = "00-start-here", "09-footbridge"


def blocks(heading: str, language: str) -> list[str]:
    """The blocks in one language under a heading; a heading inside a block is not one of the page."""
    found, under = [], ""
    for title, name, code in PART.findall(PAGE):
        under = title or under
        found += [code] if (under, name) == (heading, language) else []
    return found


EXERCISE, SOLUTION, CHECK = blocks("Add an exercise", "python")
TASK, PLAN = blocks("Add an exercise", "markdown")
KEY = re.search(r'key="(.+?)"', EXERCISE)[1]


# The rows.


def put_in(folder: Path, name: str) -> None:
    """The rows that the page prints for a table, each in its place."""
    _, *new = rows(ADDED[name])
    header, *old = rows(text(f"{name}.csv"))
    keys = [header.index(column) for column in resource(name)["schema"]["primaryKey"]]
    save(folder / f"{name}.csv", written([header, *sorted(old + new, key=lambda row: [row[key] for key in keys])]))


@pytest.fixture
def folder(tmp_path):
    """A copy of the data with the invented source, its rows and its evidence."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    copy = shutil.copytree(DATA, tmp_path / "data")
    for name in ADDED:
        put_in(copy, name)
    return copy


def replaced(path: Path, old: str, new: str) -> None:
    before = path.read_text(encoding="utf-8")
    assert old in before
    save(path, before.replace(old, new, 1))


def test_the_source_has_three_rows_and_a_line_of_evidence_for_each():
    assert list(ADDED) == ["sources", "events", "statements", "casualties", "evidence"]
    new = {(name, rows(ADDED[name])[1][0]) for name in ("events", "statements", "casualties")}
    assert {tuple(line[:2]) for line in rows(ADDED["evidence"])[1:]} == new


@pytest.mark.parametrize("name", ADDED)
def test_the_columns_are_those_of_the_table(name):
    assert rows(ADDED[name])[0] == list(table(name))


def test_the_check_finds_no_fault_in_the_source_and_its_rows(folder):
    assert [str(fault) for fault in faults(folder)] == []


@pytest.mark.parametrize("name", [name for name in ADDED if name != "evidence"])
def test_a_step_that_is_forgotten_is_a_fault(name, folder):
    save(folder / f"{name}.csv", text(f"{name}.csv"))
    assert faults(folder)


def test_a_row_without_its_line_of_evidence_is_a_fault(folder):
    save(folder / "evidence.csv", text("evidence.csv"))
    assert {fault.rule for fault in faults(folder)} == {"evidence-missing"}


def test_a_row_is_corrected_as_shown_and_the_slip_is_told_in_the_words_of_the_page(folder):
    (change,), (told,) = blocks("Correct a row", "diff"), blocks("Read a fault", "text")
    old, new = (line[1:] for line in change.splitlines())
    replaced(folder / "casualties.csv", old, new)
    assert faults(folder) == []
    replaced(folder / "casualties.csv", new, new.replace(",1,,at_least,", ",1,1,at_least,"))
    # The number of the line grows with the table.
    assert [re.sub(r":\d+", ":", str(fault)) for fault in faults(folder)] == [re.sub(r":\d+", ":", told.strip())]


def test_a_row_that_goes_leaves_its_id_retired(folder):
    for name in ("casualties", "evidence"):
        kept = [row for row in rows((folder / f"{name}.csv").read_text(encoding="utf-8")) if "C998" not in row]
        save(folder / f"{name}.csv", written(kept))
    replaced(folder / "datapackage.json", '"C155"', '"C155", "C998"')
    assert faults(folder) == []
    put_in(folder, "casualties")
    assert "retired-id" in {fault.rule for fault in faults(folder)}


@pytest.mark.parametrize("name", ADDED)
def test_what_the_page_invents_says_so_and_is_not_in_the_tables(name):
    for row in csv.DictReader(ADDED[name].splitlines()):
        assert re.search("invented", " ".join(row.values()), re.IGNORECASE)
        assert not set(row.values()) & {*table("places")["place_id"], *table("actors")["actor_id"]}
        key = resource(name)["schema"]["primaryKey"][0]
        assert name == "evidence" or row[key] not in set(table(name)[key])
    assert "invented-footbridge-notice" not in text(f"{name}.csv")


# The exercise and the notebook, in a copy of the repository.


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A copy of the repository with the exercise in chapter 00 and the beginning of a new notebook, both built."""
    copy = shutil.copytree(ROOT, tmp_path_factory.mktemp("clone") / "casebook", ignore=LEFT_OUT)
    put_into_chapter(copy)
    begin(copy)
    assert [line.split(": ")[1] for line in run(copy, "casebook.cli", "build", "00", "09").splitlines()[-2:]] == [
        *("built", "built"),
    ]
    return copy


def put_into_chapter(copy: Path) -> None:
    """The definition above the list, the name after the first, cells at the end of its step, a place in the plan."""
    chapter, plans = copy / "casebook/exercise/chapter_00.py", copy / "notebooks/instructor/SESSION-PLANS.md"
    replaced(chapter, "EXERCISES = [", f"{EXERCISE}\nEXERCISES = [")
    replaced(chapter, "[NO_NUMBER,", "[NO_NUMBER, NOBODY_NAMED,")
    replaced(plans, "\n## 01 · ", f"\n{PLAN}\n## 01 · ")
    path = copy / f"notebooks/instructor/{FIRST}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    first = next(at for at, cell in enumerate(notebook.cells) if cell.source.startswith('cb.check("no-number-given"'))
    answer, check = (new_code_cell(block.strip()) for block in (SOLUTION, CHECK))
    end = next(at for at, cell in enumerate(notebook.cells) if at > first and cell.source.startswith("## "))
    notebook.cells[end:end] = [new_markdown_cell(TASK.strip()), answer, check]
    nbformat.write(notebook, path)


def begin(copy: Path) -> None:
    """A notebook with a head, a step and an end, a module for its exercises, and its plan after the others."""
    head, step, end, plan = blocks("Add or change a notebook", "markdown")
    code, exercises = blocks("Add or change a notebook", "python")
    cells = [*map(new_markdown_cell, (head, step)), new_code_cell(code), new_markdown_cell(end)]
    nbformat.write(new_notebook(cells=cells), copy / f"notebooks/instructor/{NEW}.ipynb")
    save(copy / "casebook/exercise/chapter_09.py", exercises)
    replaced(copy / "notebooks/instructor/SESSION-PLANS.md", "\n## What to read", f"\n{plan}\n## What to read")


def run(copy: Path, *command: str) -> str:
    """What a command says that runs on the copy, which stands before the casebook itself on the path."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(copy), os.environ["PYTHONPATH"]])}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=copy, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pair(copy: Path, name: str) -> Pair:
    editions = (copy / "notebooks/instructor", copy / "notebooks")
    return Pair(name, *(nbformat.read(each / f"{name}.ipynb", as_version=4) for each in editions))


@pytest.mark.parametrize("command", blocks("Add an exercise", "sh")[0].splitlines()[1:])
def test_the_exercise_keeps_every_promise_of_an_exercise_and_its_notebook_every_rule(command, clone):
    said = run(clone, *shlex.split(command), "-q", "-p", "no:cacheprovider")
    assert int(re.search(r"^(\d+) passed", said, re.MULTILINE)[1]) > 20


def test_students_get_the_exercise_without_its_solution(clone):
    student = pair(clone, FIRST).student
    answer, check = next(
        (cell, after) for cell, after in zip(student.cells, student.cells[1:], strict=False) if KEY in after.source
    )
    assert answer.source == "no_reporter = ..."
    assert check.source == CHECK.strip()


def test_the_beginning_of_a_notebook_keeps_the_rules_that_do_not_ask_for_more_of_it(clone):
    lacking = {shape.cells_are_few, tasks.exercises_are_as_many_as_a_session_holds}
    lacking |= {tasks.teaching_notes_stay_with_the_instructor, minutes.the_head_says_what_the_steps_take}
    begun = pair(clone, NEW)
    assert {rule for rule in [*shape.RULES, *minutes.RULES, *tasks.RULES] if rule(begun)} == lacking


# The page, and the hooks.


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


# A language.


def untranslated(catalogue: Catalog) -> Catalog:
    """What `make words` collects: the messages of a language without their translations."""
    found = Catalog(project="casebook")
    for each in catalogue:
        found.add(each.id, flags=each.flags) if each.id else None
    return found


def test_a_language_that_the_page_adds_is_spoken_as_far_as_it_is_translated(tmp_path):
    (_, begin), (named, translated) = blocks("Add a language", "sh")[0].splitlines(), blocks("Add a language", "po")
    (tmp_path / "casebook").mkdir()
    shutil.copytree(ROOT / "casebook" / "locale", tmp_path / "casebook" / "locale")
    spanish = pseudo.catalogue("es")
    (tmp_path / "build").mkdir()
    with (tmp_path / "build" / "casebook.pot").open("wb") as file:
        write_po(file, untranslated(spanish))
    babel = [sys.executable, "-m", "babel.messages.frontend"]
    subprocess.run([*babel, *shlex.split(begin)[1:]], cwd=tmp_path, check=True, capture_output=True)
    page = tmp_path / "casebook/locale/fr/LC_MESSAGES/casebook.po"
    text = page.read_text(encoding="utf-8")
    for old, new in (
        ('"Language-Team: fr <LL@li.org>\\n"\n', named),
        (f'{translated.splitlines()[0]}\nmsgstr ""\n', translated),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    page.write_text(text, encoding="utf-8")
    compiling = ["-q", "compile", "--domain", "casebook", "--directory", "casebook/locale"]
    subprocess.run([*babel, *compiling], cwd=tmp_path, check=True, capture_output=True)
    shown = pseudo.told("hinted", "fr", tmp_path / "casebook" / "locale")
    assert shown["heading"] == "Indice 1 sur 2"
    assert '<strong lang="en">Hint</strong>' in shown["html"]
    assert "Nearest: fr." in shown["unknown"]
