"""Where the casebook's own files are: beside the package in a clone, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
ROOT = _PACKAGE if (_PACKAGE / "data").is_dir() else _PACKAGE.parent

DATA = ROOT / "data"
# An invented case with tables and a text of its own: nothing in it is about the crisis.
PRACTICE = DATA / "practice"
SEEDS = ROOT / "seeds"
NOTEBOOKS = ROOT / "notebooks"
