"""The clocks of a decision room: the day, weekday and hour that a page says in words are those that it counts by."""

import contextlib
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from casebook.integrity.contents import Contents, Row
from casebook.integrity.rooms import ROOM, room_of
from casebook.integrity.rule import Finding, rule

DAY = re.compile(r"(\d{1,2} [A-Z][a-z]+ \d{4})")
HOURS = re.compile(r"(\d\d:\d\d) in [\w ]+\((\d\d:\d\d) UTC")
AHEAD = re.compile(r"UTC\+(\d{1,2}):(\d\d)")


@rule("room-clock")
def room_clock(contents: Contents) -> Iterator[Finding]:
    """A page's day is the one that its time names, with its weekday; its hour in UTC is that of the room's clock."""
    room = room_of(contents)
    for scene in room["rooms"] if room else ():
        if scene["starts"] not in _days(scene["title"]):
            yield _at(scene["id"], "starts", scene["starts"]), f"{scene['id']}.starts", "the title names another day"
        for page in scene["decisions"]:
            if page["as_of"] not in _days(page["time"]):
                yield _at(page["id"], "as_of", page["as_of"]), f"{page['id']}.as_of", "the time names another day"
            elif not page["time"].startswith(f"{date.fromisoformat(page['as_of']):%A}"):
                yield _at(page["id"], "time", page["time"]), f"{page['id']}.time", "begins with another weekday"
            if not _agree(page["time"], scene["clock"]):
                yield _at(page["id"], "time", page["time"]), f"{page['id']}.time", f"not by the clock, {scene['clock']}"


def _at(place: str, part: str, value: str) -> Row:
    return Row(ROOM, 1, {f"{place}.{part}": value})


def _days(words: str) -> set[str]:
    """The days of the calendar that are named, as the tables write them.

    Examples
    --------
    >>> _days("not 31 June 2023 but 17 January 2024")
    {'2024-01-17'}
    """
    found = set()
    for named in DAY.findall(words):
        with contextlib.suppress(ValueError):
            found.add(datetime.strptime(named, "%d %B %Y").date().isoformat())
    return found


def _agree(words: str, clock: str) -> bool:
    """Whether a local hour and the same hour in UTC are as far apart as the clock says, where both are told."""
    hours, ahead = HOURS.search(words), AHEAD.search(clock)
    if not hours or not ahead:
        return True
    local, utc = (datetime.strptime(each, "%H:%M") for each in hours.groups())
    return (local - utc) % timedelta(days=1) == timedelta(hours=int(ahead[1]), minutes=int(ahead[2]))


RULES = [room_clock]
