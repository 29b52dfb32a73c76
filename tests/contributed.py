"""CONTRIBUTING.md as the tests read it: its examples by heading and language, and its prose without them."""

import re
from pathlib import Path

from casebook.folders import ROOT
from faults import save

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PART = re.compile(rf"^## ([^\n]+)$|{BLOCK.pattern}", BLOCK.flags)
WORDS = BLOCK.sub("", PAGE)
FIRST, NEW = "00-start-here", "09-footbridge"


def blocks(heading: str, language: str) -> list[str]:
    """The blocks in one language under a heading; a heading inside a block is not one of the page."""
    found, under = [], ""
    for title, name, code in PART.findall(PAGE):
        under = title or under
        found += [code] if (under, name) == (heading, language) else []
    return found


def replaced(path: Path, old: str, new: str) -> None:
    before = path.read_text(encoding="utf-8")
    assert old in before
    save(path, before.replace(old, new, 1))
