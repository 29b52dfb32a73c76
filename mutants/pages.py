"""Slips in the decision room: one value of room.json or of its key."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

from mutants.cells import WORD, another_day, another_value, one_more_or_less, word_left_out
from mutants.mutant import Mutant, drawn

FILES = ("data/room.json", "data/room_key.json")
ROW = re.compile(r"[ESC]\d{3}|F\d\d")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
# Words that lead from one part of the file to another.
CODES = {"hour", "nearest"}

Trail = tuple[str | int, ...]


def _leaves(value: object, trail: Trail = ()) -> Iterator[tuple[Trail, object]]:
    if isinstance(value, dict | list):
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _leaves(part, (*trail, step))
    else:
        yield trail, value


def _operator(trail: Trail, value: object) -> str:
    if isinstance(value, int):
        return "number"
    if ROW.fullmatch(str(value)):
        return "link"
    if DAY.fullmatch(str(value)):
        return "day"
    if trail[-1] in CODES:
        return "code"
    return "word left out" if WORD.search(str(value)) else ""


def _changed(operator: str, value: object, values: list[str], random: Random) -> object:
    change = {"day": another_day, "code": another_value, "link": another_value, "word left out": word_left_out}
    if operator == "number":
        return int(one_more_or_less(str(value), [], random))
    return change[operator](str(value), values, random)


def written(room: object) -> str:
    """A room as text."""
    return json.dumps(room, ensure_ascii=False, indent=1) + "\n"


def mutants(root: Path, each: int, seed: int) -> Iterator[Mutant]:
    """So many slips of each operator for each word under which values stand."""
    for file in FILES:
        content = (root / file).read_text(encoding="utf-8")
        groups: dict[tuple[str, str], list[tuple[Trail, object]]] = {}
        for trail, value in _leaves(json.loads(content)):
            if operator := _operator(trail, value):
                under = next(step for step in reversed(trail) if isinstance(step, str))
                groups.setdefault((under, operator), []).append((trail, value))
        for (under, operator), leaves in sorted(groups.items()):
            values = sorted({str(value) for _, value in leaves})
            for trail, before in drawn(f"{seed}/{file}/{under}/{operator}", leaves, each):
                place = ".".join(map(str, trail))
                after = _changed(operator, before, values, Random(f"{seed}/{file}/{place}"))
                if after != before:
                    room = json.loads(content)
                    part = room
                    for step in trail[:-1]:
                        part = part[step]
                    part[trail[-1]] = after
                    stem = Path(file).stem
                    yield Mutant("data", file, stem, place, operator, str(before), str(after), written(room))
