"""Documents and what they bear on: their days, what supports a row, where a spelling was seen."""

import re
from collections.abc import Iterator

from casebook.integrity.contents import Contents, Row
from casebook.integrity.links import WITH_EVIDENCE
from casebook.integrity.rule import Finding, rule

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@rule("source-day", sources="source_id date_published")
def source_day(contents: Contents) -> Iterator[Finding]:
    """A day in the key of a document is its day of publication, where the page gives one."""
    for row in contents.rows("sources"):
        named = DAY.search(row["source_id"])
        if named and row["date_published"] not in {"", named[0]}:
            yield row, "date_published", f"source_id has {named[0]}"


@rule("evidence-support", evidence="table row_id relation")
def evidence_support(contents: Contents) -> Iterator[Finding]:
    """Every row that has evidence has a document that supports it."""
    lines: dict[tuple[str, str], list[Row]] = {}
    for row in contents.rows("evidence"):
        lines.setdefault((row["table"], row["row_id"]), []).append(row)
    for (table, _), mine in lines.items():
        if table in WITH_EVIDENCE and all(row["relation"] != "supports" for row in mine):
            yield mine[0], "relation", "no line of evidence supports this row: then nobody says what it says"


@rule("evidence-relation", evidence="table relation")
def evidence_relation(contents: Contents) -> Iterator[Finding]:
    """A document mentions an actor, and supports a casualty report: another figure is another report."""
    for row in contents.rows("evidence"):
        if row["table"] == "actors" and row["relation"] != "mentions":
            yield row, "relation", "an actor is mentioned: there is nothing that could be supported"
        if row["table"] == "casualties" and row["relation"] != "supports":
            yield row, "relation", "a document with another figure is a report of its own, not evidence for this one"


@rule("verdict", claims="claim_id verdict", evidence="table row_id relation")
def verdict(contents: Contents) -> Iterator[Finding]:
    """A claim from which other sources differ has one that contradicts it."""
    against = {row["row_id"] for row in contents.rows("evidence") if row["relation"] == "contradicts"}
    for row in contents.rows("claims"):
        if row["verdict"] == "differs" and row["claim_id"] not in against:
            yield row, "verdict", "no line of evidence contradicts this claim"


@rule("name-evidence", names="entity_id seen_in", actors="actor_id", evidence="table row_id source_id")
def name_evidence(contents: Contents) -> Iterator[Finding]:
    """Where evidence speaks of actors, it has a line for each document in which a spelling of one was seen."""
    lines = [row for row in contents.rows("evidence") if row["table"] == "actors"]
    told = {(row["row_id"], row["source_id"]) for row in lines}
    actors, sources = contents.ids("actors"), contents.ids("sources")
    for row in contents.rows("names") if lines else ():
        there = row["entity_id"] in actors and row["seen_in"] in sources
        if there and (row["entity_id"], row["seen_in"]) not in told:
            yield row, "seen_in", "no line of evidence.csv says that this document mentions the actor"


@rule("publisher-country", sources="publisher publisher_country", actors="name kind country")
def publisher_country(contents: Contents) -> Iterator[Finding]:
    """A medium that is an actor and a publisher has one country, where both rows give one."""
    media = {row["name"]: row["country"] for row in contents.rows("actors") if row["kind"] == "media"}
    for row in contents.rows("sources"):
        country = media.get(row["publisher"].split(" (")[0], "")
        if country and row["publisher_country"] not in {"", country}:
            yield row, "publisher_country", f"actors.csv has {country} for this medium"


RULES = [publisher_country, source_day, evidence_support, evidence_relation, verdict, name_evidence]
