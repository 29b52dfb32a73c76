"""What stands on the pages of a room, as `room.json` beside the tables holds it.

A page is one decision: what was known at an hour, in words that hold nothing later, the options with reasons for and
against, and what came next. `room_key.json`, the option nearest to what happened, is read for a debrief only.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from casebook.datapackage import UnknownNameError, folder, kept_for_a_folder
from casebook.decision.held import (
    HeldAnswer,
    HeldDecision,
    HeldKey,
    HeldOption,
    HeldReason,
    HeldRole,
    HeldRooms,
    HeldScene,
)
from casebook.frames import BrokenTableError, text_of
from casebook.language import say

ROOM, KEY = "room.json", "room_key.json"
# What comes of JSON that is none, or whose parts are not where a room has them.
UNFIT = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


class UnknownRoomError(UnknownNameError):
    """No room of this name."""


@dataclass(frozen=True)
class Known:
    """A row of a sheet: its key, what it could say at the hour, and what puts it before the hour."""

    row: str
    as_known: str
    hour: str


@dataclass(frozen=True)
class Reason:
    """Words and the rows that they rest on; a reason without rows is an assumption."""

    text: str
    rows: list[str]


@dataclass(frozen=True)
class Option:
    """An option, and the rows of the sheets in which a government does, announces, asks for, gets or refuses it."""

    letter: str
    label: str
    text: str
    arguments: list[Reason]
    objections: list[Reason]
    shown_by: list[str]


@dataclass(frozen=True)
class Later:
    """What nobody could read yet when the next page was on the table; it opens in the debrief."""

    rows: list[str]
    text: str
    questions: list[str]


@dataclass(frozen=True)
class Aftermath:
    """What came next and how it was received, as far as the hour of the next page knows it."""

    rows: list[str]
    text: str
    received: Reason
    not_shown: str
    questions: list[str]
    later: Later | None


@dataclass(frozen=True)
class Decision:
    """One page: an hour, a question, what is known, and the options."""

    key: str
    time: str
    as_of: str
    title: str
    question: str
    minutes: int
    warning: str
    known: list[Known]
    background: list[Known]
    options: list[Option]
    reveal: Aftermath

    @property
    def rows(self) -> list[Known]:
        """Every row of the sheet, background included."""
        return [*self.known, *self.background]


@dataclass(frozen=True)
class Role:
    """An office: nobody plays a person."""

    name: str
    brief: str
    interests: list[Reason]
    red_lines: list[Reason]
    reads_first: list[str]


@dataclass(frozen=True)
class Scene:
    """A room with its roles and pages."""

    key: str
    title: str
    clock: str
    rules: list[str]
    roles: list[Role]
    decisions: list[Decision]


def _reasons(held: list[HeldReason]) -> list[Reason]:
    return [Reason(**each) for each in held]


def _option(held: HeldOption) -> Option:
    return Option(
        letter=held["id"],
        label=held["label"],
        text=held["text"],
        arguments=_reasons(held["for"]),
        objections=_reasons(held["against"]),
        shown_by=held["shown_by"],
    )


def _decision(held: HeldDecision) -> Decision:
    after = held["reveal"]
    return Decision(
        key=held["id"],
        time=held["time"],
        as_of=held["as_of"],
        title=held["title"],
        question=held["question"],
        minutes=held["minutes"],
        warning=held.get("warning", ""),
        known=[Known(**each) for each in held["known"]],
        background=[Known(**each) for each in held["background"]],
        options=[_option(each) for each in held["options"]],
        reveal=Aftermath(
            rows=after["rows"],
            text=after["text"],
            received=Reason(**after["received"]),
            not_shown=after["not_shown"],
            questions=after["questions"],
            later=Later(**after["later"]) if "later" in after else None,
        ),
    )


def _role(held: HeldRole) -> Role:
    lines, limits = _reasons(held["interests"]), _reasons(held["red_lines"])
    return Role(held["name"], held["brief"], lines, limits, held["reads_first"])


def _scene(held: HeldScene, rules: list[str]) -> Scene:
    roles, decisions = [_role(each) for each in held["roles"]], [_decision(each) for each in held["decisions"]]
    return Scene(held["id"], held["title"], held["clock"], rules, roles, decisions)


def _broken(path: Path) -> BrokenTableError:
    return BrokenTableError(path, say("it is not of the form that a decision room has"))


@kept_for_a_folder
def _scenes(folder: Path) -> dict[str, Scene]:
    path = folder / ROOM
    if not path.is_file():
        return {}
    text = text_of(path)
    try:
        held: HeldRooms = json.loads(text)
        return {each["id"]: _scene(each, held["rules"]) for each in held["rooms"]}
    except UNFIT:
        raise _broken(path) from None


def scene(name: object) -> Scene:
    """The room of this name in the data folder in use.

    Raises
    ------
    UnknownRoomError
        If there is none; the message names those that there are.
    BrokenTableError
        If `room.json` cannot be read as rooms.

    Examples
    --------
    >>> [decision.key for decision in scene("tehran").decisions][:2]
    ['tehran-1', 'tehran-2']
    """
    scenes = _scenes(folder())
    wanted = name.strip().casefold() if isinstance(name, str) else name
    if not isinstance(wanted, str) or wanted not in scenes:
        there = say(" and ").join(scenes) or say("none: `cb.use()` turns back to the casebook's own")
        raise UnknownRoomError(say("a room of these tables (there are {rooms})").format(rooms=there), name, scenes)
    return scenes[wanted]


def key_of(decision: str) -> HeldAnswer:
    """What the key has for one decision: `nearest`, and the rows of the whole tables by option.

    Raises
    ------
    BrokenTableError
        If `room_key.json` is not there, cannot be read as a key, or lacks the decision.

    Examples
    --------
    >>> sorted(key_of("tehran-1"))
    ['nearest', 'options']
    """
    path = folder() / KEY
    text = text_of(path)
    try:
        held: HeldKey = json.loads(text)
        return held["decisions"][decision]
    except UNFIT:
        raise _broken(path) from None
