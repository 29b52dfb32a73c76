"""Everything that the casebook says of itself, in the language of this process; `main` prints it as JSON."""

import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from click.testing import CliRunner

import casebook as cb
from answers import ALL, wrong_answers
from casebook.charts.explorer_controls import Controls
from casebook.charts.sides import with_sides
from casebook.charts.words import prepared
from casebook.cli import main as command
from casebook.decision.desk import Sheet
from casebook.exercise.attempts import forget
from casebook.exercise.verdict import Verdict
from casebook.markup import render
from handed_in import UNREADABLE, hand_in
from played import steps

ROWS = ("C151", "C130", "E092", "E053", "S072", "K51", "F01", "s15", "seed-article", "irna", "saravan", "C214")
TABLES = [("casualties", None), ("casualties", "qualifier"), ("events", "date"), ("events", None), ("moves", "move")]
ODD_ANSWERS = (
    ...,
    None,
    3,
    "three",
    [1, 2],
    {"C151"},
    {"a": 1},
    len,
    True,
    cb.casualties(),
    cb.casualties()["measure"],
)


def _cards() -> Iterator[tuple[str, object]]:
    for key in ROWS:
        yield f"show {key}", cb.show(key)
    yield "about a word", cb.about("reporter")
    for table, column in TABLES:
        yield f"about {table} {column}", cb.about(table, column)
    reader = cb.read()
    yield "reader", reader
    yield "explorer without a choice", _Html(render("explorer_card.html", card=None))
    yield "explorer with a choice", _Html(render("explorer_card.html", card=cb.show("E092")))
    events = with_sides(cb.events())
    lists = Controls(events)
    lists.offer(prepared(events), "E092", len(events))
    yield "explorer lists", _Html(lists.page + lists.listed)
    yield "explorer words", _Words(lists.status)
    yield "reader alive", _Html(reader.page + reader.article + reader.sentence)
    reader.chosen = "K51"
    yield "reader with a choice", _Html(reader.page + reader.article + reader.sentence + reader.beside)


class _Html:
    """A part that is HTML alone."""

    text = ""

    def __init__(self, html: str) -> None:
        self.html = html


class _Words:
    """A part that is plain text alone."""

    html = ""

    def __init__(self, text: str) -> None:
        self.text = text


def _verdicts(keys: Iterable[str]) -> Iterator[tuple[str, object]]:
    kinds = set()
    for key in keys:
        exercise = ALL[key]
        right = [] if exercise.by_hand else [exercise.answer()]
        nearly = [
            *(each.answer() for each in exercise.nearly),
            *(sorted(each) for each in right if isinstance(each, set)),
        ]
        tried = [*right, *nearly, *(each.answer() for each in exercise.misreadings), *wrong_answers(exercise)[:2]]
        # What is strange is told by the kind of answer, so one exercise of each kind is asked.
        tried += () if exercise.kind.name in kinds else ODD_ANSWERS
        kinds.add(exercise.kind.name)
        forget()
        for number, answer in enumerate(tried):
            yield f"check {key} {number}", cb.check(key, answer)
        yield f"check {key} again", cb.check(key, tried[-1])
        if exercise.by_hand:
            yield f"check {key} complete", Verdict(key, state="for_instructor")
        yield f"hint {key}", cb.hint(key)
        yield f"solution {key}", cb.solution(key)
        form = cb.ask(key)
        yield f"ask {key}", _Html(form._repr_mimebundle_()[0]["text/html"] if hasattr(form, "form") else form.html)
        yield f"ask {key} alive", _Html(getattr(form, "form", ""))
    forget()
    yield "solution too early", cb.solution("ten-and-ten")
    for key in ("ten-and-tin", "?", 7):
        yield f"check {key}", cb.check(key)
    for order in ("", "HC", "CH", "XHH", "HCFLAGKDJB"):
        yield f"arrange {order}", cb.arrange(order)


def _rooms() -> Iterator[tuple[str, object]]:
    for name in ("islamabad", "tehran"):
        for step, number, shown in steps(name):
            yield f"room {name} {step} {number}", shown
            if isinstance(shown, Sheet):
                yield f"room {name} {step} {number} alive", _Html(shown.form)
                for given in ({}, {"option": "A", "reason": "The line is open."}, {"option": "Z", "reason": "C999"}):
                    shown.fill(**given)
                    yield f"room {name} {step} {number} {given}", _Html(shown.said)
        room = cb.room(name)
        yield f"room {name} roles", room.roles()
        yield f"room {name} closed", room.sheet(3)
        yield f"room {name} no page", room.sheet(9)
        yield f"room {name} no debrief", room.debrief()
        yield f"room {name} no field", room.decide(1, "A", mood="good")


def _desks() -> Iterator[tuple[str, object]]:
    with tempfile.TemporaryDirectory() as place:
        desk = cb.practice(f"{place}/mine")
        for table in ("casualties", "actors", "statements"):
            form = desk.form(table)
            yield f"desk {table}", _Html(form._repr_mimebundle_()[0]["text/html"])
            yield f"desk {table} alive", _Html(form.form.replace(f"cb-{form._shown['number']}-", "cb-"))
        for cells in ({}, {"passage": "Six families"}, {"passage": "Six families", "measure": "dead"}):
            form.add(cells)
            yield f"desk said {cells}", _Html(form.said)


def _report() -> Iterator[tuple[str, object]]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "class"
        hand_in(folder, 12)
        for name, (content, _) in UNREADABLE.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        done = CliRunner().invoke(command, ["report", str(folder), "--out", f"{place}/out.html"])
        page = Path(place) / "out.html"
        yield "report", _Html(page.read_text(encoding="utf-8") if page.is_file() else done.output)


def everything(keys: Iterable[str]) -> Iterator[tuple[str, object]]:
    """Each card, form and page with its name, in an order that does not change; verdicts on these exercises."""
    yield from _cards()
    yield from _verdicts(keys)
    for part in (_rooms, _desks, _report):
        yield from part()


def main(*keys: str) -> None:
    """Print everything, with the verdicts of some exercises, or of all if none is named."""
    json.dump({name: [each.html, each.text] for name, each in everything(keys or ALL)}, sys.stdout)
