"""Who notices a slip: the check of the data first, which is cheapest, then tests, then notebooks."""

import json
import re
import shutil
from pathlib import Path

from mutants.copy import planted
from mutants.lines import Touched
from mutants.mutant import Judged, Mutant
from mutants.page import RELEASE
from mutants.running import first_failure

CHECK, TESTS, NOTEBOOKS = "data check", "tests", "notebooks"
# The codebook counts the rows that have each code.
CODEBOOK = "tests/test_codebook.py::test_the_committed_page_is_current"
ROOM_TESTS = ("tests/test_room.py", "tests/test_room_record.py", "tests/test_room_sheet.py")
ROOM_CHAPTER = "notebooks/instructor/07-decision-room.ipynb"
RECORD = "data/released.json"
LONG_ENOUGH = 12
# So many of the test files that name a row are run; the others could only notice more.
MOST = 3
SECONDS = 600


class Watch:
    """What stands on the copies that slips are planted in."""

    def __init__(self, copy: Path, touched: Touched | None) -> None:
        self.copy, self.touched = copy, touched
        self._record = copy.parent / "record"
        # Tests that pass, and tests that fail, where nothing was changed: nothing can be learned from the second.
        self._sound: set[str] = set()
        self._unsound: set[str] = set()
        self._shown = {self._name(path): _words(path) for path in sorted(copy.glob("notebooks/instructor/*.ipynb"))}
        tests = sorted(copy.glob("tests/test_*.py"))
        self._tests = {self._name(path): path.read_text(encoding="utf-8") for path in tests}

    def _name(self, path: Path) -> str:
        return str(path.relative_to(self.copy))

    def judged(self, mutant: Mutant) -> Judged:
        """Plant it, and see who notices."""
        while True:
            with planted(mutant, self.copy):
                stage, by, asked = self._data(mutant) if mutant.kind == "data" else self._code(mutant)
            if not asked or self._is_sound(asked):
                return Judged.of(mutant, stage, by)

    def _data(self, mutant: Mutant) -> tuple[str, str, str]:
        from casebook.integrity import faults  # noqa: PLC0415  the copy's, which is on the path only now

        # The record of the release would notice everything, and comes last: until then the copy is without it.
        if (self.copy / RECORD).exists():
            (self.copy / RECORD).rename(self._record)
        if found := faults(self.copy / "data"):
            return CHECK, found[0].rule, ""
        tests = [(TESTS, each) for each in self._tests_of(mutant)]
        for stage, asked in [*tests, *((NOTEBOOKS, each) for each in self._notebooks_of(mutant))]:
            if asked not in self._unsound and (by := first_failure(self.copy, [asked], SECONDS)):
                return stage, by, asked
        return (RELEASE, RECORD, "") if self._released_otherwise() else ("", "", "")

    def _released_otherwise(self) -> bool:
        """Whether the record of the release has something else."""
        from casebook.integrity import faults  # noqa: PLC0415  as above

        there = shutil.copy(self._record, self.copy / RECORD)
        try:
            return bool(faults(self.copy / "data"))
        finally:
            there.unlink()

    def _tests_of(self, mutant: Mutant) -> list[str]:
        if mutant.file.endswith(".json"):
            return [*ROOM_TESTS]
        return [CODEBOOK, *_naming(mutant, self._tests)[:MOST]]

    def _notebooks_of(self, mutant: Mutant) -> list[str]:
        return [ROOM_CHAPTER] if mutant.file.endswith(".json") else _naming(mutant, self._shown)

    def _code(self, mutant: Mutant) -> tuple[str, str, str]:
        """Examples in docstrings are asked first: they are the module's own."""
        touching = [mutant.file, *self.touched.tests(mutant.file, mutant.first, mutant.last)]
        asked = [each for each in touching if each not in self._unsound]
        by = first_failure(self.copy, asked, SECONDS) if asked else ""
        return (TESTS, by, one_that_failed(asked, by)) if by else ("", "", "")

    def _is_sound(self, asked: str) -> bool:
        """Whether a test passes in the copy as it is; it is tried once."""
        if asked not in self._sound | self._unsound:
            failed = first_failure(self.copy, [asked], SECONDS)
            (self._unsound if failed else self._sound).add(asked)
        return asked in self._sound


def one_that_failed(asked: list[str], by: str) -> str:
    """Which of the tests that were asked failed, or stands in the file that could not be read; otherwise the first."""
    named = by.partition("[")[0]
    # A whole file may have been asked, or one test of a file that cannot be read.
    return next(
        (each for each in asked if each == named or named.startswith(f"{each}::") or each.startswith(f"{by}::")),
        asked[0],
    )


def _words(notebook: Path) -> str:
    """All that stands in a notebook, sources and outputs, as it is read."""
    return json.dumps(json.loads(notebook.read_text(encoding="utf-8")), ensure_ascii=False).replace('\\"', '"')


def _naming(mutant: Mutant, texts: dict[str, str]) -> list[str]:
    """The texts that name the row: those with the very words of the cell first, then those that name it most."""
    names = [name for name in mutant.place.split(" ")[:-1] if re.search(r"\d|-", name)] or mutant.place.split(" ")[:1]
    rows = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names))
    found = {}
    for path, text in texts.items():
        said = len(mutant.before) >= LONG_ENOUGH and mutant.before in text
        if named := len(rows.findall(text)) + said:
            found[path] = (not said, -named)
    return sorted(found, key=found.get)
