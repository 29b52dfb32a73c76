"""Where a row comes from: what it says in words, who gives it, where it was printed and who disagrees."""

import pandas as pd

from casebook.article import paragraphs
from casebook.bearing import bears_on
from casebook.cards import Card, Printed
from casebook.datapackage import descriptor, descriptor_in, home, own_keys, resource
from casebook.declared import Correction, Field
from casebook.disagreement import disagreements
from casebook.language import listed, say
from casebook.lookup import evidence_of, find
from casebook.sentences import label, sentence, when
from casebook.wording import capital, code, reference, said_code

KINDS = {
    "sources": say("document"),
    "passages": say("sentence of the article"),
    "actors": say("actor"),
    "places": say("place"),
    "events": say("event"),
    "statements": say("statement"),
    "casualties": say("casualty report"),
    "claims": say("claim of the article"),
    "facts": say("background fact"),
}
# Who gives it, and what it is about, before anything else.
FIRST = {
    "casualties": ("reporter_as_named", "date_reported"),
    "statements": ("speaker_id", "speaks_for_id", "date"),
    "events": ("initiator_id", "responsibility", "target_id"),
    "places": ("precision",),
    "actors": ("kind",),
    "sources": ("seen", "kind", "state_affiliated"),
}
TITLES = {"reporter_as_named": say("Given by"), "speaker_id": say("Said by"), "initiator_id": say("Said to have acted")}
# Said in the card's sentence, by the date beside them, by the passage itself or among the other accounts.
TOLD = {
    *(
        "passage_id",
        "title",
        "gist",
        "claim",
        "fact",
        "value",
        "unit",
        "text",
        "name",
        "verdict",
        "finding",
        "disputed",
        "repeats",
    ),
    *("date_end", "date_precision", "date_reported_precision"),
    # Words without their lead-in can say the opposite: a quotation is shown inside its passage only.
    "quote",
}
NUMBERS = {"integer", "number"}
OTHERS = {
    "casualties": say("What others give for the same event"),
    "events": say("What is disputed, and who reports how many"),
    "statements": say("The same occasion in other rows"),
    "claims": say("What other sources say"),
    "facts": say("Who says otherwise"),
    "passages": say("What was coded from it"),
    "sources": say("What was coded from it"),
}
DISPUTABLE = ("events", "statements", "casualties", "claims", "facts")
NOTHING_DIFFERS = say("Nothing in the tables speaks against this row. That is not agreement: others may be silent.")
SEEN = {"full": say("Read in full"), "excerpt": say("Seen as a stored excerpt")}


def _cells(name: str, row: pd.Series) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Every filled cell after the key under its column's title: what is told, and how it is coded."""
    schema = resource(name)["schema"]
    refers = {link["fields"][0]: link["reference"].get("resource") or name for link in schema.get("foreignKeys", [])}
    first = FIRST.get(name, ())
    fields = {field["name"]: field for field in schema["fields"][1:]}
    told: list[tuple[str, str]] = []
    coded: list[tuple[str, str]] = []
    for column in [*first, *(each for each in fields if each not in first)]:
        field, cell = fields[column], row[column]
        if pd.isna(cell) or column in TOLD:
            continue
        is_coded = column not in first and (
            column == "reporter_id" or "categories" in field or field["type"] in NUMBERS
        )
        title = TITLES.get(column) or field.get("title") or code(column)
        (coded if is_coded else told).append((title, _words(row, field, refers.get(column))))
    return told, coded


def _words(row: pd.Series, field: Field, table: str | None) -> str:
    """One cell in words: a key with its name, a day as exactly as it is known, a code with its meaning."""
    cell = row[field["name"]]
    if table:
        return label(table, cell)
    if field["type"] == "date":
        return when(row, field["name"], say)
    meaning = next((each["label"] for each in field.get("categories", ()) if each["value"] == cell), "")
    return f"{code(cell)}. {meaning}" if meaning else str(cell)


def _printed(links: pd.DataFrame) -> list[Printed]:
    """The documents behind a row, in words: those that support it first."""
    found = []
    for _, mine in links.sort_values("relation", kind="stable").groupby("source_id", sort=False):
        row = mine.iloc[0]
        relations = capital(listed(map(said_code, mine["relation"].drop_duplicates())))
        url = None if pd.isna(row["url"]) else row["url"]
        title = row["title"] if row["title_is"] == "printed" else ""
        found.append(
            Printed(row["source_id"], relations, reference(row), title, row["language"], url, SEEN[row["seen"]])
        )
    return found


def _corrections(name: str, key: str) -> list[tuple[str, str]]:
    """What stood in the row before, and why it was changed, if it was."""
    package = descriptor() if key in own_keys(name) else descriptor_in(home())
    told = next((each.get("corrected", []) for each in package["resources"] if each["name"] == name), [])
    return [
        (say("Corrected in {version}").format(version=each["version"]), _correction(each))
        for each in told
        if each["row"] == key
    ]


def _correction(told: Correction) -> str:
    words = say("{column} was “{was}”. {why}") if told["was"] else say("{column} was blank. {why}")
    return words.format(column=told["column"], was=told["was"], why=told["why"])


def _others(name: str, row: pd.Series, links: pd.DataFrame) -> list[tuple[str, str]]:
    if name in {"passages", "sources"}:
        return bears_on(name, row)
    return disagreements(name, row, links)


def show(key: str) -> Card:
    """A card: one row in words, who gives it, where it was printed, its passage in the article, who disagrees.

    Parameters
    ----------
    key : str
        The key of an event, statement, casualty report, claim, fact, passage, source, actor or place.

    Returns
    -------
    Card
        Shows itself in a notebook; `.html` and `.text` hold the same words.

    Raises
    ------
    UnknownRowError
        If there is no such row; the message names the nearest keys.

    Examples
    --------
    >>> import casebook as cb
    >>> print(cb.show("s15").text.splitlines()[1])
    10 people were killed in the offensive.
    """
    name, row = find(key)
    key = row.iloc[0]
    links = evidence_of(name, key)
    passages = {key} if name == "passages" else set(links["passage_id"].dropna())
    if "passage_id" in row and pd.notna(row["passage_id"]):
        passages.add(row["passage_id"])
    told, coded = _cells(name, row)
    told += _corrections(name, key)
    others = _others(name, row, links)
    return Card(
        key=key,
        kind=KINDS[name],
        sentence=sentence(name, row),
        told=told,
        article=paragraphs(passages) if passages else [],
        others_head=OTHERS.get(name, ""),
        others=others,
        silence=NOTHING_DIFFERS if name in DISPUTABLE and not others else "",
        printed=_printed(links),
        coded=coded,
    )
