"""The shape of `room.json` and `room_key.json` as the check has let them through (`integrity/room_profile.json`)."""

from typing import NotRequired, TypedDict


class HeldReason(TypedDict):
    """Words and the rows that they rest on."""

    text: str
    rows: list[str]


class HeldKnown(TypedDict):
    """A row of a sheet, what it could say at the hour, and what puts it before the hour."""

    row: str
    as_known: str
    hour: str


class HeldLater(TypedDict):
    """What nobody could read yet when the next page was on the table."""

    rows: list[str]
    text: str
    questions: list[str]


# `for` is a word of Python, so this one cannot be written as a class.
HeldOption = TypedDict(
    "HeldOption",
    {
        "id": str,
        "label": str,
        "text": str,
        "for": list[HeldReason],
        "against": list[HeldReason],
        "shown_by": list[str],
    },
)


class HeldReveal(TypedDict):
    """What came next, and how it was received."""

    rows: list[str]
    text: str
    received: HeldReason
    not_shown: str
    questions: list[str]
    later: NotRequired[HeldLater]


class HeldDecision(TypedDict):
    """One page."""

    id: str
    time: str
    as_of: str
    title: str
    question: str
    minutes: int
    warning: NotRequired[str]
    known: list[HeldKnown]
    background: list[HeldKnown]
    options: list[HeldOption]
    reveal: HeldReveal


class HeldRole(TypedDict):
    """An office and its brief."""

    id: str
    name: str
    brief: str
    interests: list[HeldReason]
    red_lines: list[HeldReason]
    reads_first: list[str]


class HeldScene(TypedDict):
    """A room with its roles and pages."""

    id: str
    title: str
    clock: str
    starts: str
    roles: list[HeldRole]
    decisions: list[HeldDecision]


class HeldRooms(TypedDict):
    """The whole of `room.json`."""

    about: str
    rules: list[str]
    rooms: list[HeldScene]


class HeldAnswer(TypedDict):
    """What the key has for one page: the option nearest to what happened, and the rows of each option."""

    nearest: str
    options: dict[str, list[str]]


class HeldKey(TypedDict):
    """The whole of `room_key.json`."""

    about: str
    decisions: dict[str, HeldAnswer]
