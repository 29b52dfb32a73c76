"""What the guide for instructors tells them to write works as it stands, and what it points to is there."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from traitlets.config import Config

from casebook.folders import NOTEBOOKS

ROOT = NOTEBOOKS.parent
GUIDE = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK.findall(GUIDE)
HEADINGS = re.findall(r"^#+ (.+)$", BLOCK.sub("", GUIDE), re.MULTILINE)


def blocks(language: str) -> list[str]:
    return [text for name, text in BLOCKS if name == language]


def test_the_configuration_of_nbgrader_can_be_written_as_it_stands(tmp_path):
    config = Config()
    exec("\n".join(blocks("python")), {"get_config": lambda: config})
    assert "StudentCells" in {step.__name__ for step in config.GenerateAssignment.preprocessors}
    pattern = config.FileNameCollectorPlugin.named_regexp
    assert re.match(pattern, "extracted/ada_00-start-here.ipynb").groupdict() == {
        "student_id": "ada",
        "file_id": "00-start-here",
    }


def test_the_command_of_the_cluster_gives_each_student_the_notebooks(tmp_path):
    student = yaml.safe_load(blocks("yaml")[0])["singleuser"]
    program, *arguments = student["lifecycleHooks"]["postStart"]["exec"]["command"]
    assert program == "python"
    home = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    subprocess.run([sys.executable, *arguments], env=home, check=True)
    opened = Path(student["defaultUrl"]).relative_to("/lab/tree")
    assert (tmp_path / opened).read_bytes() == (NOTEBOOKS / opened.name).read_bytes()


def test_the_cluster_takes_its_settings_from_where_the_image_has_the_package():
    (build,) = [text for text in blocks("sh") if "repo2docker" in text]
    words = shlex.split(build.replace("\\\n", " "))
    target = words[words.index("--target-repo-dir") + 1]
    settings = yaml.safe_load(blocks("yaml")[0])["singleuser"]["extraEnv"]["JUPYTER_CONFIG_PATH"]
    assert (ROOT / Path(settings).relative_to(target)).is_dir()


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\b(?:notebooks|tools)/[\w./*-]*\w", GUIDE))))
def test_a_file_that_the_guide_names_is_there(path):
    assert [*ROOT.glob(path)]


def test_links_within_the_guide_lead_to_a_heading():
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in HEADINGS}
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= anchors
