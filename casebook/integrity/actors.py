"""Who belongs to whom: an actor, the body that it is part of, and the one that it speaks for."""

from collections.abc import Iterator

from casebook.integrity.contents import Contents, Row
from casebook.integrity.rule import Finding, rule

ALONE = {"armed_group", "media", "state"}


@rule("part-of", actors="actor_id kind country part_of")
def part_of(contents: Contents) -> Iterator[Finding]:
    """States, media and armed groups are part of nobody; a part has the country of its whole."""
    known = contents.by_id("actors")
    for row in contents.rows("actors"):
        whole = known.get(row["part_of"])
        if whole is None or whole is row:
            continue
        if row["kind"] in ALONE:
            yield row, "part_of", f"an actor of kind {row['kind']} is part of no other"
        elif row["country"] != whole["country"]:
            yield row, "country", f"{row['part_of']}, of which it is a part, has {whole['country'] or 'a blank'}"


@rule("speaks-for", actors="actor_id kind part_of", statements="speaker_id speaks_for_id")
def speaks_for(contents: Contents) -> Iterator[Finding]:
    """One speaks for oneself or for a body that one is part of; a medium may carry the word of an unnamed official."""
    known = contents.by_id("actors")
    for row in contents.rows("statements"):
        speaker = known.get(row["speaker_id"])
        if not speaker or speaker["kind"] == "media" or row["speaks_for_id"] not in known:
            continue
        if row["speaks_for_id"] not in _wholes(speaker, known):
            yield row, "speaks_for_id", f"actors.csv does not make {row['speaker_id']} a part of it"


@rule("claimed", actors="actor_id kind", events="initiator_id responsibility")
def claimed(contents: Contents) -> Iterator[Finding]:
    """It is an armed group that claims: a state acknowledges."""
    known = contents.by_id("actors")
    for row in contents.rows("events"):
        initiator = known.get(row["initiator_id"])
        if row["responsibility"] == "claimed" and initiator and initiator["kind"] != "armed_group":
            yield row, "responsibility", f"{row['initiator_id']} is no armed group: it acknowledges, or others say so"


def _wholes(actor: Row, known: dict[str, Row]) -> set[str]:
    """An actor, and whatever it is part of."""
    found = {actor["actor_id"]}
    whole = known.get(actor["part_of"])
    while whole and whole["actor_id"] not in found:
        found.add(whole["actor_id"])
        whole = known.get(whole["part_of"])
    return found


RULES = [part_of, speaks_for, claimed]
