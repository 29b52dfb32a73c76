"""Where a row comes from: what it says in words, who gives it, where it was printed and who disagrees."""

import pandas as pd

from casebook.article import paragraphs
from casebook.cards import Card, Printed
from casebook.datapackage import resource
from casebook.disagreement import disagreements
from casebook.lookup import evidence_of, find
from casebook.sentences import label, sentence, when
from casebook.wording import code, reference

KINDS = {
    "sources": "document",
    "passages": "sentence of the article",
    "actors": "actor",
    "places": "place",
    "events": "event",
    "statements": "statement",
    "casualties": "casualty report",
    "claims": "claim of the article",
    "facts": "background fact",
}
# Said in the card's sentence, by the date beside them, or by the passage itself.
TOLD = {"passage_id", "title", "gist", "claim", "fact", "text", "date_end", "date_precision", "date_reported_precision"}
SEEN = {"full": "Read in full", "excerpt": "Seen as a stored excerpt"}


def _cells(name: str, row: pd.Series) -> list[tuple[str, str]]:
    """Every filled cell after the key, its codes and keys in words, under its column's title."""
    schema = resource(name)["schema"]
    refers = {
        link["fields"][0] if isinstance(link["fields"], list) else link["fields"]: link["reference"]["resource"] or name
        for link in schema.get("foreignKeys", [])
    }
    said = []
    for field in schema["fields"][1:]:
        column, cell = field["name"], row[field["name"]]
        if pd.isna(cell) or column in TOLD:
            continue
        if column in refers:
            words = label(refers[column], cell)
        elif field["type"] == "date":
            words = when(row, column)
        elif "enum" in field.get("constraints", {}):
            words = code(cell)
        else:
            words = str(cell)
        said.append((field.get("title") or code(column), words))
    return said


def printed(links: pd.DataFrame) -> list[Printed]:
    """The documents behind a row, in words."""
    found = []
    for source_id, mine in links.groupby("source_id", sort=False):
        row = mine.iloc[0]
        relations = ", ".join(mine["relation"].drop_duplicates()).capitalize()
        url = None if pd.isna(row["url"]) else row["url"]
        found.append(Printed(source_id, relations, reference(row), url, SEEN[row["seen"]]))
    return found


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
    return Card(
        key=key,
        kind=KINDS[name],
        sentence=sentence(name, row),
        cells=_cells(name, row),
        article=paragraphs(passages) if passages else [],
        printed=printed(links),
        disagree=disagreements(name, row, links),
    )
