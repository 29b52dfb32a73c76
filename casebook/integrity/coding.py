"""Codes against the words that they were coded from: what the codebook settles cannot be coded two ways."""

import re
from collections.abc import Iterator

from casebook.integrity.contents import Contents, Row
from casebook.integrity.rule import Finding, rule

# The project's rules for quad classes, in the codebook of `events.quad_class`: kinds of events that leave no choice.
CLASSES = {
    "agreement": "verbal_cooperation",
    "armed_attack": "material_conflict",
    "assassination": "material_conflict",
    "call": "verbal_cooperation",
    "listing": "",
    "meeting": "verbal_cooperation",
    "protest_note": "verbal_conflict",
    "strike": "material_conflict",
}
# Talks are held by both sides: nobody's responsibility is in question. For these somebody's always is.
TALKS = {"agreement", "call", "meeting", "visit"}
ACTS = {"armed_attack", "assassination", "listing", "protest_note", "strike"}
# What a report says of nationality, as its code asks.
TOLD = {
    "iranian": re.compile(r"\bIranian"),
    "pakistani": re.compile(r"\bPakistani"),
    "afghan": re.compile(r"\bAfghan"),
    "baloch": re.compile(r"\bBal[ou]u?ch"),
    "non_iranian": re.compile(r"non-Iranian|none Iranian|foreign", re.IGNORECASE),
}
# Columns whose words decide codes beside them.
DECIDING = {
    "sources": ("publisher", ("publisher_country", "kind", "state_affiliated", "language")),
    "casualties": ("victims", ("victim_group",)),
    "places": ("admin1", ("country",)),
}


@rule("quad-class", events="event_type quad_class")
def quad_class(contents: Contents) -> Iterator[Finding]:
    """A kind of event that the codebook gives one quad class has this one."""
    for row in contents.rows("events"):
        wanted = CLASSES.get(row["event_type"], row["quad_class"])
        if row["quad_class"] != wanted:
            yield row, "quad_class", f"an event of type {row['event_type']} is coded {wanted or 'blank'}"


@rule("responsibility", events="event_type responsibility")
def responsibility(contents: Contents) -> Iterator[Finding]:
    """Nobody is responsible for talks, and somebody is for an attack, a strike, a protest or a listing."""
    for row in contents.rows("events"):
        nobody = row["responsibility"] == "not_applicable"
        if row["event_type"] in TALKS and not nobody:
            yield row, "responsibility", f"an event of type {row['event_type']} is coded not_applicable"
        if row["event_type"] in ACTS and nobody:
            yield row, "responsibility", f"an event of type {row['event_type']} has somebody who did it, known or not"


@rule("nationality", casualties="nationality nationality_as_reported")
def nationality(contents: Contents) -> Iterator[Finding]:
    """A nationality is coded from the report's words, and is not stated where the report has none."""
    for row in contents.rows("casualties"):
        code, said = row["nationality"], row["nationality_as_reported"]
        if (code == "not_stated") != (not said):
            yield row, "nationality", "not_stated goes with a blank nationality_as_reported, and with nothing else"
        elif code in TOLD and not TOLD[code].search(said):
            yield row, "nationality", f"nationality_as_reported says “{said}”"


@rule("coded-alike")
def coded_alike(contents: Contents) -> Iterator[Finding]:
    """The same publisher, the same words for victims, the same province are coded the same in every row."""
    for name, (words, codes) in DECIDING.items():
        table = contents.tables.get(name)
        if table is None or not {words, *codes} <= set(table.columns):
            continue
        for code in codes:
            first: dict[str, Row] = {}
            for row in table.sound:
                earlier = first.setdefault(row[words], row)
                if row[words] and row[code] != earlier[code]:
                    yield row, code, f"line {earlier.line} has {earlier[code] or 'a blank'} for the same {words}"


@rule("reporter", casualties="event_id reporter_id reporter_as_named")
def reporter(contents: Contents) -> Iterator[Finding]:
    """Whoever is named in the same words for the same event is the same reporter."""
    named: dict[tuple[str, str], Row] = {}
    for row in contents.rows("casualties"):
        earlier = named.setdefault((row["event_id"], row["reporter_as_named"]), row)
        if row["reporter_as_named"] and row["reporter_id"] != earlier["reporter_id"]:
            words = f"{earlier['report_id']} names {earlier['reporter_id'] or 'nobody'} in these words"
            yield row, "reporter_id", words


RULES = [quad_class, responsibility, nationality, coded_alike, reporter]
