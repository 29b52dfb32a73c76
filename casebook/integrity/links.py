"""Links that no foreign key can say: a row's evidence, the thing that a spelling names, the point of a place."""

from collections.abc import Iterator

from casebook.integrity.contents import Contents
from casebook.integrity.rule import Finding, rule

WITH_EVIDENCE = ("events", "statements", "casualties", "claims", "facts")


@rule("evidence-missing", evidence="table row_id")
def evidence_missing(contents: Contents) -> Iterator[Finding]:
    """Every event, statement, report, claim and fact says where it comes from."""
    named = {(row["table"], row["row_id"]) for row in contents.tables["evidence"].rows}
    for name in WITH_EVIDENCE:
        if name not in contents.tables:
            continue
        table = contents.tables[name]
        for row in table.rows:
            if (name, row[table.key[0]]) not in named:
                yield row, table.key[0], "no line of evidence.csv names this row, so nobody can find who says so"


@rule("evidence-row", evidence="table row_id")
def evidence_row(contents: Contents) -> Iterator[Finding]:
    """The row that a line of evidence bears on is there."""
    for row in contents.rows("evidence"):
        table = row["table"]
        if table in contents.tables and row["row_id"] not in contents.ids(table):
            yield row, "row_id", f"{table}.csv has no row with this {contents.tables[table].key[0]}"


@rule(
    "explanation-row",
    events="event_id",
    statements="statement_id",
    casualties="report_id",
    claims="claim_id",
    facts="fact_id",
    explanations="row_id",
)
def explanation_row(contents: Contents) -> Iterator[Finding]:
    """A row that is held against explanations is there: an event, statement, report, claim or fact."""
    known = set().union(*map(contents.ids, WITH_EVIDENCE))
    for row in contents.rows("explanations"):
        if row["row_id"] not in known:
            yield row, "row_id", f"none of {', '.join(f'{name}.csv' for name in WITH_EVIDENCE)} has a row with this key"


@rule("name-entity", names="entity_id", actors="actor_id", places="place_id")
def name_entity(contents: Contents) -> Iterator[Finding]:
    """A spelling names an actor or a place."""
    known = contents.ids("actors") | contents.ids("places")
    for row in contents.rows("names"):
        if row["entity_id"] not in known:
            yield row, "entity_id", "neither actors.csv nor places.csv has a row with this key"


@rule("name-seen-in", names="seen_in", sources="source_id", passages="passage_id")
def name_seen_in(contents: Contents) -> Iterator[Finding]:
    """A spelling was seen in a document or a passage."""
    known = contents.ids("sources") | contents.ids("passages")
    for row in contents.rows("names"):
        if row["seen_in"] not in known:
            yield row, "seen_in", "neither sources.csv nor passages.csv has a row with this key"


@rule("name-in-passage", names="variant seen_in", passages="passage_id text")
def name_in_passage(contents: Contents) -> Iterator[Finding]:
    """A spelling that was seen in a passage stands there; a remark may follow it in brackets."""
    passages = contents.by_id("passages")
    for row in contents.rows("names"):
        passage = passages.get(row["seen_in"])
        if passage and row["variant"].split(" (")[0] not in passage["text"]:
            yield row, "variant", f"passage {row['seen_in']} does not have this spelling"


@rule("coordinates", places="latitude longitude precision")
def coordinates(contents: Contents) -> Iterator[Finding]:
    """A point has two numbers; a place without a point says so in its precision."""
    for row in contents.rows("places"):
        for column, other in (("latitude", "longitude"), ("longitude", "latitude")):
            if row[column] and row["precision"] == "none":
                yield row, column, "precision none says that the place has no point: leave latitude and longitude blank"
            elif not row[column] and row[other]:
                yield row, column, f"must not be blank where {other} is given"
        if not (row["latitude"] or row["longitude"]) and row["precision"] not in {"country", "none"}:
            yield row, "latitude", f"a place of precision {row['precision']} needs a point"


@rule("borrowed-point", places="precision note")
def borrowed_point(contents: Contents) -> Iterator[Finding]:
    """A point that is borrowed from the seat of a district or province says so in its note."""
    for row in contents.rows("places"):
        if row["precision"] in {"district", "province"} and not row["note"]:
            yield row, "note", f"a {row['precision']} borrows its point: the note must say from where"


RULES = [
    evidence_missing,
    evidence_row,
    explanation_row,
    name_entity,
    name_seen_in,
    name_in_passage,
    coordinates,
    borrowed_point,
]
