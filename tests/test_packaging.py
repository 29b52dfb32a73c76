"""The casebook installs anywhere: a wheel that carries its data, pinned packages, and two descriptions that agree."""

import ast
import json
import re
import shutil
import site
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
import yaml

from casebook.datapackage import descriptor, table
from casebook.folders import NOTEBOOKS, ROOT
from casebook.lab import FIRST
from casebook.language import in_language, languages

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED = dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", LOCK, re.MULTILINE))
TABLES = [each["name"] for each in descriptor()["resources"]]
BOUND = re.compile(r"([a-z0-9._-]+)>=([\d.]+)")
READ = """
import json, sys, casebook as cb
from casebook.datapackage import table, descriptor
print(json.dumps([cb.__file__, {each["name"]: len(table(each["name"])) for each in descriptor()["resources"]}]))
"""


def output(*command: object, cwd: Path) -> str:
    """What a program prints; its words are in the failure if it fails."""
    done = subprocess.run([str(each) for each in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def distributions(tmp_path_factory):
    """The sdist of this tree, and the wheel that is built from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    output(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def elsewhere(distributions, tmp_path_factory):
    """An empty environment outside the repository with only the wheel in it.

    The packages that the casebook needs are lent from this environment at the end of the path, so that the test
    needs no network; the casebook itself can come only from the wheel.
    """
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "env", symlinks=True)
    python = folder / "env" / "bin" / "python"
    (wheel,) = distributions.glob("*.whl")
    output(
        sys.executable, "-m", "uv", "pip", "install", "--offline", "--no-deps", "--python", python, wheel, cwd=folder
    )
    (own,) = (folder / "env" / "lib").glob("python*/site-packages")
    (own / "lent.pth").write_text("\n".join(site.getsitepackages()))
    return folder


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_read_from_the_wheel_outside_the_repository(name, elsewhere):
    place, rows = json.loads(output(elsewhere / "env/bin/python", "-c", READ, cwd=elsewhere))
    assert Path(place).is_relative_to(elsewhere)
    assert rows[name] == len(table(name)) > 0


@pytest.mark.parametrize("tag", languages())
def test_the_wheel_speaks_every_language(tag, elsewhere):
    ask = "import os; os.environ['CASEBOOK_LANG'] = {tag!r}; import casebook as cb; print(cb.hint('ten-and-ten'))"
    said = output(elsewhere / "env/bin/python", "-c", ask.format(tag=tag), cwd=elsewhere)
    assert said.startswith(in_language(tag, "Hint {number} of {most}").format(number=1, most=2))


def test_lab_finds_the_notebooks_in_the_wheel(elsewhere):
    copy = "import sys; from pathlib import Path; from casebook.lab import copy_missing; print(copy_missing(Path('w')))"
    copied = output(elsewhere / "env/bin/python", "-c", copy, cwd=elsewhere)
    assert copied == f"({len(list(NOTEBOOKS.glob('*.ipynb')))}, 0)\n"
    assert (elsewhere / "w" / FIRST).is_file()
    assert "lab" in output(elsewhere / "env/bin/casebook", "--help", cwd=elsewhere)


def test_the_wheel_carries_every_file_of_the_package_its_data_seeds_and_notebooks_and_nothing_else(distributions):
    (wheel,) = distributions.glob("*.whl")
    carried = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    kept = output(
        *("git", "ls-files", "--cached", "--others", "--exclude-standard"),
        *("--", "casebook", "data", "seeds", "notebooks"),
        cwd=ROOT,
    ).splitlines()
    assert carried == {name if name.startswith("casebook/") else f"casebook/{name}" for name in kept}


def test_the_licenses_travel_with_the_wheel(distributions):
    (wheel,) = distributions.glob("*.whl")
    names = {Path(name).name for name in zipfile.ZipFile(wheel).namelist()}
    assert {"LICENSE", "LICENSE-DATA"} <= names


def test_the_lock_pins_every_package_with_hashes_and_names_no_place():
    entries = re.split(r"\n(?=\S)", LOCK.strip())
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert not re.search(r"://|--index|--find-links|^#", LOCK, re.MULTILINE)
    assert not (ROOT / "uv.lock").exists() or output("git", "ls-files", "uv.lock", cwd=ROOT) == ""


@pytest.mark.parametrize("group", ["dependencies", *PROJECT["optional-dependencies"]])
def test_the_lock_holds_what_pyproject_asks_for(group):
    asked = PROJECT["dependencies"] if group == "dependencies" else PROJECT["optional-dependencies"][group]
    assert [each for each in asked if BOUND.match(each)[1] not in PINNED] == []


def test_what_plants_slips_imports_only_what_it_asks_for():
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "mutants").glob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = [name.name for node in nodes if isinstance(node, ast.Import) for name in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom)]
    imported = {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"mutants", "casebook"}
    # Slips are held against the tests, so what tests run with is there.
    extras = PROJECT["optional-dependencies"]
    asked = [*PROJECT["dependencies"], *extras["dev"], *extras["mutants"]]
    assert imported
    assert {each.replace("_", "-") for each in imported} <= {BOUND.match(each)[1] for each in asked}


def test_the_grammar_that_doubles_the_import_of_altair_is_left_out():
    assert "rfc3987-syntax" not in PINNED
    assert "jupyter-events" in PINNED


def test_conda_and_pip_are_asked_for_the_same_packages():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    by_pip = environment["dependencies"].pop()["pip"]
    conda = {found[1]: found[2] for each in environment["dependencies"] if (found := BOUND.match(each))}
    conda |= {found[1]: found[2] for each in by_pip if (found := BOUND.match(each))}
    assert conda == dict(BOUND.match(each).groups() for each in PROJECT["dependencies"])
    assert "-e ." in by_pip
    (python,) = (each.split("=")[1] for each in environment["dependencies"] if each.startswith("python="))
    least = PROJECT["requires-python"].removeprefix(">=")
    assert [int(part) for part in python.split(".")] >= [int(part) for part in least.split(".")]


def test_the_citation_is_of_this_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert str(citation["version"]) == PROJECT["version"]
    assert set(citation["license"]) == set(PROJECT["license"].split(" AND "))
    assert {"cff-version", "message", "title", "authors"} <= set(citation)


@pytest.mark.parametrize("path", sorted((ROOT / ".github/workflows").glob("*.yml")), ids=lambda path: path.name)
def test_every_workflow_is_valid_and_its_jobs_have_steps_and_an_end(path):
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    for job in workflow["jobs"].values():
        assert job["steps"]
        assert job["timeout-minutes"] <= 60


def test_continuous_integration_runs_the_command_of_the_readme():
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8"))
    assert {"run": ".ci/run", "shell": "bash"} in workflow["jobs"]["test"]["steps"]
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()[-1] == "make test"


@pytest.mark.parametrize("path", [".ci/run", *sorted(f"tools/{path.name}" for path in (ROOT / "tools").glob("*.sh"))])
def test_shell_scripts_parse(path):
    output("bash" if path == ".ci/run" else "sh", "-n", ROOT / path, cwd=ROOT)


@pytest.mark.parametrize(
    ("fake", "sentence"),
    [
        (
            'case "$1" in --version) echo "Python 3.9.18" ;; *) exit 1 ;; esac',
            "The casebook needs Python 3.11 or newer, and this machine has Python 3.9.18: install a newer one, or uv.",
        ),
        (
            'case "$1" in -c) exit 0 ;; *) exit 1 ;; esac',
            "This Python cannot make virtual environments: install python3-venv (Debian, Ubuntu), or uv.",
        ),
    ],
)
def test_a_machine_without_a_fit_python_gets_one_sentence(fake, sentence, tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("dirname", "rm"):
        (tools / name).symlink_to(shutil.which(name))
    shutil.copy(ROOT / "tools/set_up.sh", tools)
    (tools / "python3").write_text(f"#!/bin/sh\n{fake}\n")
    (tools / "python3").chmod(0o755)
    done = subprocess.run(
        ["/bin/sh", str(tools / "set_up.sh")], env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[1:] == [sentence]
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize(("path", "kept"), [("seeds/article.txt", "text: unset"), ("data/events.csv", "eol: lf")])
def test_a_clone_on_windows_has_the_same_bytes(path, kept):
    assert f"{path}: {kept}" in output("git", "check-attr", "text", "eol", "--", path, cwd=ROOT).splitlines()
