"""Whether a built notebook still follows from its source: the digests kept of the last build.

They are kept beside the notebooks' folder in `.casebook/build.json`, which git ignores: a clone without them builds
once and knows.
"""

import functools
import hashlib
import json
import sys
from importlib.metadata import distributions
from pathlib import Path
from typing import TypedDict

from casebook.folders import DATA, SEEDS

PACKAGE = Path(__file__).resolve().parents[1]
IGNORED = {"__pycache__", "notebooks"}


def digest(*parts: bytes) -> str:
    """One SHA-256 of several byte strings; where one ends and the next begins counts."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


@functools.cache
def surroundings() -> str:
    """A digest of all that a notebook's outputs follow from besides its cells: code, data, article, versions."""
    files = {path for folder in (PACKAGE, DATA, SEEDS) for path in folder.rglob("*") if path.is_file()}
    kept = sorted(path for path in files if not IGNORED.intersection(path.parts))
    versions = sorted({f"{each.name} {each.version}" for each in distributions()})
    return digest(
        *(part for path in kept for part in (path.as_posix().encode(), path.read_bytes())),
        *(line.encode() for line in [sys.version, *versions]),
    )


class Entry(TypedDict):
    """What one notebook was made from, and what came of it."""

    made_from: str
    gave: list[str]


class Record:
    """What the last build of a folder of notebooks was made from, and what it gave."""

    def __init__(self, notebooks: Path) -> None:
        self.path = notebooks.resolve().parent / ".casebook" / "build.json"

    def _entries(self) -> dict[str, Entry]:
        try:
            entries: dict[str, Entry] = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return entries

    def holds(self, name: str, source: bytes, results: list[bytes]) -> bool:
        """Whether these files are what the last build made from this source in these surroundings."""
        return self._entries().get(name) == self._entry(source, results)

    def keep(self, name: str, source: bytes, results: list[bytes]) -> None:
        """Remember a build."""
        # Read again, because somebody may build another notebook meanwhile.
        entries = self._entries() | {name: self._entry(source, results)}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(entries, indent=1, sort_keys=True), encoding="utf-8")

    @staticmethod
    def _entry(source: bytes, results: list[bytes]) -> Entry:
        return {"made_from": digest(source, surroundings().encode()), "gave": [digest(each) for each in results]}
