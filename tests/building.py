"""The site, built as `make site` builds it, from a copy of its sources."""

import shutil
import subprocess
import sys
from pathlib import Path

from casebook.folders import ROOT

STRICT = ["--fail-on-warning", "--keep-going", "--quiet"]


def built(folder: Path) -> Path:
    """Build into a folder of its own; a warning is a failure, and so is a look at the network."""
    source, target = folder / "docs", folder / "site"
    shutil.copytree(ROOT / "docs", source, ignore=shutil.ignore_patterns("book", "chapters", "tables", "__pycache__"))
    command = [sys.executable, "-m", "sphinx", *STRICT, "--doctree-dir", folder / "doctrees", source, target]
    done = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target
