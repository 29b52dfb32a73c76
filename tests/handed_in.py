"""A made class: notebooks with the verdicts of real checks, named as people and platforms name them, and odd files."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

import nbformat
from nbformat import v4

import casebook as cb
from answers import ALL, wrong_answers
from casebook.editions.cells import check_calls
from casebook.exercise.attempts import forget
from casebook.exercise.solved import solution_of
from casebook.exercise.verdict import RECORD, Verdict
from casebook.folders import NOTEBOOKS
from casebook.report import words
from casebook.report.course import people
from casebook.report.files import read_all
from casebook.report.page import Report, page

CHAPTERS = ("00-start-here", "04-counting-the-dead")
EVIL = "</div></script><script>document.title='broken'</script><img src=https://example.org/x.png>"
NAMINGS = (
    "{name}/{notebook}.ipynb",
    "{name}_{number}_assignsubmission_file/{notebook}.ipynb",
    "{slug}_{number}_99{number}_{notebook}.ipynb",
    "{notebook}_{name}.ipynb",
    "{name} {notebook} (1).ipynb",
    "{name}/handed-in/{notebook}-Copy1.ipynb",
)


@dataclass
class Ledger:
    """What was put into a class, kept apart from all that reads it: (student, exercise) -> (state, label)."""

    students: list[str] = field(default_factory=list)
    files: int = 0
    given: dict[tuple[str, str], tuple[str, str | None]] = field(default_factory=dict)


@cache
def verdicts(key: str) -> list[Verdict]:
    """What a class may earn on an exercise: right, each misreading, other wrong answers, nothing."""
    exercise = ALL[key]
    right = [] if exercise.by_hand else [exercise.answer()]
    answers = [*right, *(each.answer() for each in exercise.misreadings), *wrong_answers(exercise)[:2], ...]
    found = []
    for answer in answers:
        forget()
        found.append(cb.check(key, answer))
    if exercise.by_hand and not right:
        found.insert(0, Verdict(key, state="for_instructor"))
    return found


def verdict(key: str, student: int) -> Verdict:
    """The verdict of one student: some are far commoner than others."""
    choices = verdicts(key)
    return choices[(student * student + student // 3 + len(key)) % len(choices)]


@cache
def whole(name: str) -> str:
    """A notebook of the student edition."""
    return (NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8")


@cache
def bare(name: str) -> str:
    """A notebook of the student edition without its outputs."""
    made = json.loads(whole(name))
    for cell in made["cells"]:
        cell.update({"outputs": []} if cell["cell_type"] == "code" else {})
    return json.dumps(made)


def notebook(source: str, earned: Callable[[str], Verdict]) -> dict:
    """A notebook with the verdicts that somebody earned, and the solutions as their answers."""
    made = json.loads(source)
    code = [cell for cell in made["cells"] if cell["cell_type"] == "code"]
    for answer, check in pairwise(code):
        for call in check_calls("".join(check["source"])):
            result = earned(call.key)._repr_mimebundle_()
            answer["source"] = (solution_of(call.key) or "...").replace("[C151]", f"[C151] {EVIL}", 1)
            check["outputs"] = [{"output_type": "execute_result", "data": result, "execution_count": 1, "metadata": {}}]
    return made


def path_of(student: int, name: str) -> str:
    """Where a student's notebook lies; the namings take turns."""
    who = f"Student {student} <b>"
    naming = NAMINGS[student % len(NAMINGS)]
    return naming.format(name=who, slug=f"student{student}", number=1000 + student, notebook=name)


def hand_in(folder: Path, size: int, edition: Callable[[str], str] = bare) -> Ledger:
    """A class in a folder: everybody hands in the first notebook, and two of three the other too."""
    ledger = Ledger()
    for student in range(size):
        who = path_of(student, "")
        ledger.students.append(who)
        for name in CHAPTERS if student % 3 else CHAPTERS[:1]:
            made = notebook(edition(name), lambda key, student=student: verdict(key, student))
            made["metadata"]["student"] = student
            target = folder / path_of(student, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(made), encoding="utf-8")
            ledger.files += 1
            for key in (call.key for cell in made["cells"] for call in check_calls("".join(cell["source"]))):
                ledger.given[who, key] = (verdict(key, student).state, verdict(key, student).label)
    return ledger


def put(folder: Path, files: dict[str, bytes]) -> None:
    """Odd files beside a class, or instead of one."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def report_on(folder: Path) -> str:
    """The page that an instructor gets."""
    files = read_all(folder)
    return page(Report(folder.name, files, people(files), words.ONLY_READ))


def small(key: str, state: str, label: str | None = None) -> dict:
    """A notebook with one check."""
    shown = v4.new_output("execute_result", {RECORD: {"exercise": key, "state": state, "label": label}})
    cell = v4.new_code_cell(f'cb.check("{key}", letter)', outputs=[shown], execution_count=1)
    return v4.new_notebook(cells=[cell])


def zipped(**members: bytes) -> bytes:
    """A zip; "__" in a name stands for "/"."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return written.getvalue()


def saved(made: dict) -> bytes:
    """A notebook as a file."""
    return json.dumps(made).encode()


def _in_words(answer: str) -> dict:
    """A notebook whose tool has kept the words of a card and dropped its record."""
    made = small("ten-and-ten", "right")
    forget()
    shown = cb.check("ten-and-ten", answer)._repr_mimebundle_()
    made["cells"][0]["outputs"][0]["data"] = {kind: text for kind, text in shown.items() if kind != RECORD}
    return made


def _huge() -> bytes:
    made = small("ten-and-ten", "right")
    made["cells"][0]["outputs"].append({"output_type": "stream", "name": "stdout", "text": "x" * 50_000_000})
    return saved(made)


RIGHT = saved(small("ten-and-ten", "right"))
OLD = nbformat.writes(nbformat.convert(nbformat.from_dict(_in_words("B")), 3)).encode()
# Files that are read: what each says of ten-and-ten.
READ = {
    "Old Format/00.ipynb": (OLD, "misreading", "page-for-witness"),
    "Other Tool/00.ipynb": (saved(_in_words("A")), "misreading", "reports-added"),
    "Renamed/homework.txt": (RIGHT, "right", None),
    "No Ending/homework": (RIGHT.replace(b" ", b"  "), "right", None),
    "With Mark/00.ipynb": (b"\xef\xbb\xbf" + RIGHT + b"\n", "right", None),
    "Wide/00.ipynb": (RIGHT.decode().encode("utf-16"), "right", None),
    "Zip In Zip/all.zip": (zipped(note=b"no", deeper__zip=b"no", week__00=RIGHT + b" "), "right", None),
    "Odd Label/00.ipynb": (saved(small("ten-and-ten", "misreading", "<i>new</i>")), "misreading", "<i>new</i>"),
    "Huge/00.ipynb": (_huge(), "right", None),
}
# Files that are not: what the report says of each.
UNREADABLE = {
    "Cut Off/00.ipynb": (RIGHT[: len(RIGHT) // 2], "breaks off"),
    "Empty/00.ipynb": (b"", "Nothing is inside"),
    "Paper/essay.pdf": (b"%PDF-1.7 \xff\xfe\x00", "A PDF"),
    "Saved Page/00.html": (b"<!DOCTYPE html><title>x</title>", "A web page"),
    "Other Json/data.json": (b'{"cells": 3}', "not a notebook"),
    "A List/list.ipynb": (b"[1, 2]", "not a notebook"),
    "Deep/deep.ipynb": (b'{"cells": ' + b"[" * 100_000, "cannot be read"),
    "Broken Zip/00.zip": (zipped(a=RIGHT)[:-9], "cannot be unpacked"),
    "Other Notebook/physics.ipynb": (saved(v4.new_notebook(cells=[v4.new_code_cell("1")])), "no exercise"),
    "Zipped/copies.zip": (zipped(**{".ipynb_checkpoints/00.ipynb": RIGHT}), "keeps for itself"),
}
