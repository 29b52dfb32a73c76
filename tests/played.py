"""Rooms played by a made-up team, for the tests that look at every page."""

from collections.abc import Iterator

from casebook.decision import pages
from casebook.decision.pages import Scene
from casebook.decision.room import Room

ROOMS = ("islamabad", "tehran")


def lines(scene: Scene, number: int) -> dict:
    """What a team writes down on a page: reasons from its own sheet."""
    row = scene.decisions[number - 1].known[0].row
    return {
        "option": "A",
        "reason": f"The line is open [{row}].",
        "against": "An assumption: others will fill the silence.",
        "hurt": "Nobody whom we could name.",
        "dissent": "none voiced",
        "confidence": 0.5,
    }


def scene(name: str) -> Scene:
    return pages.scene(name)


def played(name: str, pages: int) -> Room:
    """A room in which so many pages have been decided and turned."""
    room = Room(name)
    for number in range(1, pages + 1):
        room.decide(number, **lines(scene(name), number))
        room.reveal(number)
    return room


def steps(name: str) -> Iterator[tuple[str, int, object]]:
    """Everything that a room shows before its debrief: which step, on which page, and what is shown."""
    room, whole = Room(name), scene(name)
    yield "cover", 1, room
    yield "roles", 1, room.roles()
    for number in range(1, len(whole.decisions) + 1):
        yield "sheet", number, room.sheet()
        yield "nothing yet", number, room.decide(number)
        yield "decide", number, room.decide(number, **lines(whole, number))
        yield "reveal", number, room.reveal()
