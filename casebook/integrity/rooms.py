"""The decision room of a folder: its form, and that no page holds what nobody could have read at its hour.

A folder without `room.json` has no room, and nothing is asked of it.
"""

import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

from casebook.decision.held import HeldDecision, HeldKey, HeldRooms
from casebook.integrity.contents import Contents, Row
from casebook.integrity.fault import shortened
from casebook.integrity.rule import Finding, rule

ROOM, KEY = FILES = ("room.json", "room_key.json")
DAYS = {
    "events": ("date", "date_end"),
    "statements": ("date", "date"),
    "casualties": ("date_reported", "date_reported"),
}
TABLES = {
    "events": "event_id date date_end",
    "statements": "statement_id date",
    "casualties": "report_id date_reported",
    "facts": "fact_id",
}


@dataclass(frozen=True)
class Mention:
    """A row that a part of a page names: the day by which it has to be dated, and the rows that may stand there."""

    page: str
    part: str
    row: str
    as_of: str
    on_sheets: frozenset[str]
    over: bool = False


@functools.cache
def _asked(file: str) -> Draft202012Validator:
    profile = json.loads(Path(__file__).with_name("room_profile.json").read_text(encoding="utf-8"))
    return Draft202012Validator({**profile, "$ref": f"#/$defs/{file}"}, format_checker=FormatChecker(["date"]))


def _objections(file: str, text: str) -> Iterator[tuple[str, str]]:
    """Where a file is not of the asked form, and why."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield "", f"not JSON: {getattr(error, 'msg', error)}"
        return
    for fault in _asked(file).iter_errors(held):
        yield ".".join(map(str, fault.absolute_path)), shortened(fault.message)


def _sound(contents: Contents, file: str) -> str | None:
    """A file that is there and of the asked form; None if not, which another rule has told."""
    text = contents.papers.get(file)
    return None if text is None or any(_objections(file, text)) else text


def room_of(contents: Contents) -> HeldRooms | None:
    text = _sound(contents, ROOM)
    return json.loads(text) if text else None


def _key(contents: Contents) -> HeldKey | None:
    text = _sound(contents, KEY)
    return json.loads(text) if text else None


@rule("room-form")
def room_form(contents: Contents) -> Iterator[Finding]:
    """The pages of a room and its key have the form that the casebook reads, and they come together."""
    for file in FILES if contents.papers.keys() & FILES else ():
        if file not in contents.papers:
            yield Row(file, 1, {"": ""}), "", "the file is lacking: a room and its key come together"
            continue
        for place, words in _objections(file, contents.papers[file]):
            yield Row(file, 1, {place: ""}), place, words


def _after(page: HeldDecision) -> list[str]:
    """The rows of what came next, and of how it was received."""
    return [*page["reveal"]["rows"], *page["reveal"]["received"]["rows"]]


def _mentions(room: HeldRooms) -> Iterator[Mention]:
    """Every row that is named before the last page of a room is turned."""
    for scene in room["rooms"]:
        pages, starts = scene["decisions"], scene["starts"]
        sheets: frozenset[str] = frozenset()
        whole = [known["row"] for page in pages for known in (*page["known"], *page["background"])]
        for role in scene["roles"]:
            lines = [row for line in (*role["interests"], *role["red_lines"]) for row in line["rows"]]
            for row in (*lines, *role["reads_first"]):
                yield Mention(scene["id"], role["id"], row, starts, frozenset(whole))
        for number, page in enumerate(pages):
            listed = [*page["known"], *page["background"]]
            sheets |= {known["row"] for known in listed}
            for known in listed:
                yield Mention(page["id"], "known", known["row"], page["as_of"], sheets, over=known["hour"] == "day")
            for option in page["options"]:
                reasons = [row for reason in (*option["for"], *option["against"]) for row in reason["rows"]]
                for row in (*reasons, *option["shown_by"]):
                    yield Mention(page["id"], option["id"], row, page["as_of"], sheets)
            for following in pages[number + 1 : number + 2]:
                ahead = sheets | {known["row"] for known in following["known"]}
                for row in _after(page):
                    yield Mention(page["id"], "reveal", row, following["as_of"], ahead)


def _found(contents: Contents) -> Iterator[tuple[Mention, Row, str]]:
    """Every mention with the place where it is written."""
    room = room_of(contents)
    text = contents.papers.get(ROOM, "")
    for each in _mentions(room) if room else ():
        start = max(text.find(f'"id": "{each.page}"'), 0)
        line = text.count("\n", 0, max(text.find(f'"{each.row}"', start), 0)) + 1
        column = f"{each.page}.{each.part}"
        yield each, Row(ROOM, line, {column: each.row}), column


def _known_ids(contents: Contents) -> set[str]:
    return set().union(*(contents.ids(table) for table in TABLES))


@rule("room-row", **TABLES)
def room_row(contents: Contents) -> Iterator[Finding]:
    """Every row that a room or its key names is in the tables."""
    ids = _known_ids(contents)
    for each, row, column in _found(contents):
        if each.row not in ids:
            yield row, column, "no table has this row"
    for page, part, key in _named_late(contents):
        if key not in ids:
            yield Row(ROOM if part == "later" else KEY, 1, {f"{page}.{part}": key}), f"{page}.{part}", "no such row"


def _named_late(contents: Contents) -> Iterator[tuple[str, str, str]]:
    """The rows that stand in a debrief only, or on the page after the last."""
    room, key = room_of(contents), _key(contents)
    for scene in room["rooms"] if room else ():
        for page in scene["decisions"]:
            last = _after(page) if page is scene["decisions"][-1] else []
            for row in (*last, *page["reveal"].get("later", {}).get("rows", [])):
                yield page["id"], "later", row
    for name, held in key["decisions"].items() if key else ():
        for option, rows in held["options"].items():
            for row in rows:
                yield name, option, row


@rule("room-hour", **TABLES)
def room_hour(contents: Contents) -> Iterator[Finding]:
    """No page names a row that is dated after its hour, and a row from before the day was over before it."""
    dated = {
        key: (row[first], row[last])
        for table, (first, last) in DAYS.items()
        for key, row in contents.by_id(table).items()
    }
    for each, row, column in _found(contents):
        first, last = dated.get(each.row, ("0", "0"))
        if not first or first > each.as_of:
            yield row, column, f"dated {first or 'nowhere'}: nobody had read it by {each.as_of}"
        elif each.over and last >= each.as_of:
            yield row, column, f"not over before {each.as_of}: say that its hour is stated or set by the exercise"


@rule("room-sheet", **TABLES)
def room_sheet(contents: Contents) -> Iterator[Finding]:
    """Whatever is argued from stands on a sheet, and what came next stands on the sheet that follows."""
    facts = contents.ids("facts")
    for each, row, column in _found(contents):
        if each.row not in each.on_sheets | facts:
            yield row, column, "on no sheet that is open by then"


@rule("room-key")
def room_key(contents: Contents) -> Iterator[Finding]:
    """The key speaks of every option of every page, and the option nearest to what happened has a row."""
    room, key = room_of(contents), _key(contents)
    if room is None or key is None:
        return
    decisions = [page for scene in room["rooms"] for page in scene["decisions"]]
    pages = {page["id"]: [each["id"] for each in page["options"]] for page in decisions}
    held = {page: [*entry["options"]] for page, entry in key["decisions"].items()}
    for name in sorted(pages.keys() | held.keys()):
        if pages.get(name) != held.get(name):
            yield Row(KEY, 1, {name: ""}), name, "not the options of the page in room.json"
        elif not key["decisions"][name]["options"].get(nearest := key["decisions"][name]["nearest"]):
            yield Row(KEY, 1, {name: nearest}), name, "the nearest option has no row in the tables"


@rule("room-nearest")
def room_nearest(contents: Contents) -> Iterator[Finding]:
    """No option shares more rows with what came next than the nearest; what an option is shown by stands in the key."""
    room, key = room_of(contents), _key(contents)
    if room is None or key is None:
        return
    for page in (page for scene in room["rooms"] for page in scene["decisions"]):
        name, held = page["id"], key["decisions"].get(page["id"])
        if held is None:
            continue
        shared = {option: len({*rows} & {*page["reveal"]["rows"]}) for option, rows in held["options"].items()}
        nearest = held["nearest"]
        if any(shared.values()) and shared.get(nearest) not in {0, max(shared.values())}:
            more = max(shared, key=lambda option: shared[option])
            yield Row(KEY, 1, {name: nearest}), name, f"option {more} shares more rows with what came next"
        for option in page["options"]:
            for row in sorted({*option["shown_by"]} - {*held["options"].get(option["id"], option["shown_by"])}):
                where = f"{name}.{option['id']}"
                yield Row(KEY, 1, {where: row}), where, "the key does not have this row for the option"


RULES = [room_form, room_row, room_hour, room_sheet, room_key, room_nearest]
