"""The text and what is cut from it: passages, and the words that it puts in quotation marks."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from casebook.integrity.contents import Contents, Row
from casebook.integrity.rule import Finding, rule

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“")


@rule("passage-text", passages="start end text")
def passage_text(contents: Contents) -> Iterator[Finding]:
    """The text from start to end is the passage, sign by sign."""
    if contents.text is None:
        return
    for row in contents.rows("passages"):
        start, end = int(row["start"]), int(row["end"])
        if not _reproduces(contents.text, row):
            yield row, *_what_went_wrong(contents.text, start, end, row["text"])


def _reproduces(text: str, row: Row) -> bool:
    return text[int(row["start"]) : int(row["end"])] == row["text"]


def _what_went_wrong(text: str, start: int, end: int, words: str) -> tuple[str, str]:
    """The column to look at, and the slip that explains the numbers."""
    if text.encode()[start:end] == words.encode():
        return "start", "the numbers count bytes: count characters, a curly quotation mark is one"
    if text[start : end + 1] == words:
        return "end", "the last character is missing: end is the position after it"
    if end == start + len(words) and text[start - 1 : end - 1] == words:
        return "start", "the numbers count from one: the first character of the text is 0"
    if words not in text:
        return "text", f"the text has no such words; from {start} to {end} it reads “{text[start:end]}”"
    return "start", f"the words stand elsewhere; from {start} to {end} the text reads “{text[start:end]}”"


@rule("passage-order", passages="paragraph start end text")
def passage_order(contents: Contents) -> Iterator[Finding]:
    """Passages follow one another as in the text and do not overlap; paragraphs count upwards."""
    rows = [row for row in contents.rows("passages") if contents.text is None or _reproduces(contents.text, row)]
    for row in rows:
        if int(row["end"]) <= int(row["start"]):
            yield row, "end", "must lie after start"
    for before, row in itertools.pairwise(rows):
        if int(row["start"]) < int(before["end"]):
            yield row, "start", f"the passage before it ends only at {before['end']}"
        if int(row["paragraph"]) < int(before["paragraph"]):
            yield row, "paragraph", f"the passage before it is in paragraph {before['paragraph']}"


@rule("passage-source", passages="source_id")
def passage_source(contents: Contents) -> Iterator[Finding]:
    """Passages are cut from the text of this folder and from no other."""
    source = contents.descriptor.get("text", {}).get("source_id")
    for row in contents.rows("passages"):
        if source and row["source_id"] != source:
            yield row, "source_id", f"passages are cut from {source} only"


@rule("evidence-passage", evidence="source_id passage_id")
def evidence_passage(contents: Contents) -> Iterator[Finding]:
    """A line of evidence names a passage where its source is the text of this folder, and nowhere else."""
    source = contents.descriptor.get("text", {}).get("source_id")
    for row in contents.rows("evidence") if source else ():
        if row["passage_id"] and row["source_id"] != source:
            yield row, "passage_id", f"only {source} has passages: leave this blank"
        if not row["passage_id"] and row["source_id"] == source:
            yield row, "passage_id", f"evidence from {source} names its passage"


@rule("quote-form", statements="form quote")
def quote_form(contents: Contents) -> Iterator[Finding]:
    """Verbatim statements have a quotation, indirect ones have none."""
    for row in contents.rows("statements"):
        if row["form"] == "verbatim" and not row["quote"]:
            yield row, "quote", "verbatim asks for the words in quotation marks; without them the form is indirect"
        if row["form"] == "indirect" and row["quote"]:
            yield row, "quote", "indirect speech has no quotation: its sense goes into gist"


@rule("quote-in-text", statements="quote")
def quote_in_text(contents: Contents) -> Iterator[Finding]:
    """A quotation stands in the text, inside its quotation marks, sign by sign."""
    if contents.text is None:
        return
    quoted = QUOTED.findall(contents.text)
    for row in contents.rows("statements"):
        if row["quote"] and row["quote"] not in contents.text:
            yield row, "quote", "the text does not have exactly these words"
        elif row["quote"] and not any(row["quote"] in words for words in quoted):
            yield row, "quote", "the text does not put these words in quotation marks: the form is indirect"


def _cited(contents: Contents, table: str) -> dict[str, set[str]]:
    """The passages that are evidence for each row of a table."""
    passages = defaultdict(set)
    for row in contents.tables["evidence"].rows:
        if row["table"] == table and row["passage_id"]:
            passages[row["row_id"]].add(row["passage_id"])
    return passages


@rule(
    "quote-passage",
    statements="statement_id quote",
    passages="passage_id text",
    evidence="table row_id passage_id",
)
def quote_passage(contents: Contents) -> Iterator[Finding]:
    """A quotation can be shown inside its passage: the passage is evidence for it."""
    texts = {key: row["text"] for key, row in contents.by_id("passages").items()}
    cited = _cited(contents, "statements")
    for row in contents.rows("statements"):
        quote = row["quote"]
        is_printed = contents.text is None or quote in contents.text
        if quote and is_printed and not any(quote in texts.get(key, "") for key in cited[row["statement_id"]]):
            yield row, "quote", "no passage that evidence.csv names for this statement has these words"


@rule("claim-passage", claims="claim_id passage_id", evidence="table row_id passage_id")
def claim_passage(contents: Contents) -> Iterator[Finding]:
    """The passage that makes a claim is evidence for it."""
    cited = _cited(contents, "claims")
    for row in contents.rows("claims"):
        if cited[row["claim_id"]] and row["passage_id"] not in cited[row["claim_id"]]:
            yield row, "passage_id", "evidence.csv does not name this passage for the claim"


RULES = [
    passage_text,
    passage_order,
    passage_source,
    evidence_passage,
    quote_form,
    quote_in_text,
    quote_passage,
    claim_passage,
]
