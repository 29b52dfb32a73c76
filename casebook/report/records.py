"""The verdicts that a notebook keeps in its outputs, and the texts of the answers that an instructor reads."""

import ast
import json
import re
import textwrap
import warnings
from collections.abc import Iterable
from dataclasses import dataclass

from casebook.editions.cells import CheckCall, check_calls
from casebook.exercise import messages
from casebook.exercise.verdict import RECORD
from casebook.kept import Data
from casebook.language import everywhere
from casebook.report.notebook import CodeCell, joined

LONGEST_SOURCE = 200_000
LONGEST_TEXT = 25_000
# A card as HTML begins with its heading and its exercise, in words that a tool which drops records still keeps.
CARD = re.compile(r'aria-label="(?P<heading>[^":]{1,120}): (?P<exercise>[a-z0-9-]{1,80})"')
PLAIN = re.compile(r"(?P<heading>[^\[\]\n]{1,120}) \[(?P<exercise>[a-z0-9-]{1,80})\]")
MISREADING = {*everywhere(messages.STATES["misreading"]).values()}
STATES = {heading: state for state, each in messages.STATES.items() for heading in everywhere(each).values()}


@dataclass(frozen=True)
class Kept:
    """A verdict as a notebook keeps it; `order` tells the later of two."""

    exercise: str
    state: str
    label: str | None
    order: tuple[int, int] = (0, 0)


def from_record(record: object, order: tuple[int, int] = (0, 0)) -> Kept | None:
    """A verdict from its record, or None if it is no record.

    Examples
    --------
    >>> from_record({"exercise": "ten-and-ten", "state": "right"}).state
    'right'
    """
    if isinstance(record, (str, list)):
        try:
            record = json.loads(joined(record))
        except (ValueError, RecursionError):
            return None
    if not isinstance(record, dict):
        return None
    exercise, state, label = (record.get(name) for name in ("exercise", "state", "label"))
    if not isinstance(exercise, str) or not exercise or not isinstance(state, str) or state not in messages.STATES:
        return None
    return Kept(exercise[:80], state, label[:80] if isinstance(label, str) else None, order)


def _from_words(data: Data, order: tuple[int, int]) -> Kept | None:
    """A verdict from the words of its card, where a tool has dropped the record."""
    plain = joined(data.get("text/plain", data.get("text")))
    found = CARD.search(joined(data.get("text/html", data.get("html")))) or PLAIN.match(plain)
    if not found:
        return None
    heading, _, label = found["heading"].partition(" · ")
    state = "misreading" if label and heading in MISREADING else STATES.get(heading)
    return Kept(found["exercise"], state, label.replace(" ", "-") or None, order) if state else None


def verdicts(cells: Iterable[CodeCell]) -> list[Kept]:
    """Every verdict in the outputs of code cells, from the first that was run to the last.

    Parameters
    ----------
    cells : iterable of CodeCell
        In the order of the notebook.
    """
    found = []
    for place, cell in enumerate(cells):
        for data in cell.outputs:
            order = (cell.count, place)
            kept = from_record(data[RECORD], order) if RECORD in data else _from_words(data, order)
            found += [kept] if kept else []
    return sorted(found, key=lambda kept: kept.order)


def _calls(source: str) -> list[CheckCall]:
    """The checks in a cell; a cell that is no Python has none."""
    if "check" not in source or len(source) > LONGEST_SOURCE:
        return []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return check_calls(source)
    except (ValueError, RecursionError, MemoryError):
        return []


def checked(cells: Iterable[CodeCell]) -> set[str]:
    """The exercises that the cells ask about, whether or not they were run."""
    return {call.key for cell in cells for call in _calls(cell.source)}


def _written(source: str, name: str) -> str | None:
    """What a cell gives to a name: the text itself, or else the code."""
    if name not in source or len(source) > LONGEST_SOURCE:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            body = ast.parse(textwrap.dedent(source)).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source
    for node in reversed(body):
        if not isinstance(node, ast.Assign):
            continue
        if any(isinstance(target, ast.Name) and target.id == name for target in node.targets):
            value = node.value
            text = value.value if isinstance(value, ast.Constant) else None
            if text is ...:
                return None
            return text if isinstance(text, str) else ast.get_source_segment(textwrap.dedent(source), value)
    return None


def answers(cells: list[CodeCell], exercises: set[str]) -> dict[str, str]:
    """What was written for exercises that an instructor reads: the text, or the code where it is no plain text.

    Parameters
    ----------
    cells : list of CodeCell
        In the order of the notebook.
    exercises : set of str
        Keys of the exercises to look for.
    """
    found = {}
    for place, cell in enumerate(cells):
        for call in _calls(cell.source):
            if call.key not in exercises or not call.names:
                continue
            before = (_written(each.source, call.names[0]) for each in reversed(cells[: place + 1]))
            if text := next((text for text in before if text), None):
                found[call.key] = text.strip()[:LONGEST_TEXT]
    return found
