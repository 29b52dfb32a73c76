"""References, ready to paste: the casebook's row and the documents behind it."""

import re

import pandas as pd

from casebook.datapackage import UnknownNameError, descriptor, descriptor_in, home, own_keys, table
from casebook.language import joined, say
from casebook.lookup import evidence_of, find
from casebook.provenance import SEEN
from casebook.sentences import sentence
from casebook.wording import reference

BEARS = {
    "supports": "",
    "contradicts": say("Speaks against this row."),
    "mentions": say("Mentions it without support."),
}
ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{each: f"\\{each}" for each in "&%$#_{}"},
}


class References(str):
    """References as text that a notebook prints line by line, not as a quoted string."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _documents(key: str) -> tuple[str, str, pd.Series, pd.DataFrame]:
    """The row's key, its table, itself, and the documents behind it."""
    name, row = find(key)
    key = row.iloc[0]
    if name == "sources":
        return key, name, row, row.to_frame().T
    if name == "passages":
        sources = table("sources")
        return key, name, row, sources[sources["source_id"] == row["source_id"]]
    return key, name, row, evidence_of(name, key).sort_values("relation", kind="stable").drop_duplicates("source_id")


def _seen(document: pd.Series) -> str:
    """How a document was seen, and how it bears on the row if it does not support it."""
    return joined(f"{SEEN[document['seen']]}.", BEARS[document.get("relation", "supports")])


def _itself(key: str, name: str, row: pd.Series) -> str:
    package = descriptor() if key in own_keys(name) else descriptor_in(home())
    place = say("{title}, version {version}, table {table}, row {key}: {sentence}")
    title = package.get("title") or package.get("name") or say("Tables without a title")
    named = {"title": title, "version": package.get("version", say("not stated")), "table": name, "key": key}
    return place.format(**named, sentence=sentence(name, row))


def _text(key: str, name: str, row: pd.Series, documents: pd.DataFrame) -> str:
    lines = [] if name == "sources" else [_itself(key, name, row)]
    for _, each in documents.iterrows():
        url = "" if pd.isna(each["url"]) else f" {each['url']}"
        lines.append(f"{reference(each)} {_seen(each)}{url}")
    return "\n".join(lines)


def _entry(key: str, fields: dict[str, str]) -> str:
    body = ",\n".join(f"  {field} = {{{value}}}" for field, value in fields.items() if value)
    return f"@misc{{{key},\n{body}\n}}"


def _escaped(text: str) -> str:
    return re.sub(r"[\\~^&%$#_{}]", lambda found: ESCAPES[found[0]], text)


def _bibtex(key: str, name: str, row: pd.Series, documents: pd.DataFrame) -> str:
    entries = []
    if name != "sources":
        itself = _itself(key, name, row)
        entries.append(
            _entry(f"casebook-{key}", {"title": f"{{{_escaped(itself)}}}", "year": descriptor().get("created", "")[:4]})
        )
    for _, each in documents.iterrows():
        title = _escaped(each["title"])
        described = say("Title described, not printed.") + " " if each["title_is"] == "described" else ""
        fields = {
            "author": f"{{{_escaped(each['publisher'])}}}",
            "title": f"{{{title}}}",
            "date": "" if pd.isna(each["date_published"]) else f"{each['date_published']:%Y-%m-%d}",
            "url": "" if pd.isna(each["url"]) else each["url"].replace("{", "%7B").replace("}", "%7D"),
            "langid": each["language"],
            "note": f"{described}{_seen(each)}",
        }
        entries.append(_entry(each["source_id"], fields))
    return "\n\n".join(entries)


FORMATS = {"text": _text, "bibtex": _bibtex}


def cite(key: str, format: str = "text") -> References:
    """The references for one row, ready to paste: the row itself, then every document behind it.

    Parameters
    ----------
    key : str
        The key of an event, statement, casualty report, claim, fact, passage, source, actor or place.
    format : {"text", "bibtex"}, default "text"
        Lines of text, or BibTeX entries (`date` and `langid` are biblatex fields).

    Returns
    -------
    cited : References
        A string that a notebook prints line by line.

    Raises
    ------
    UnknownRowError
        If there is no such row; the message names the nearest keys.
    UnknownNameError
        If there is no such format.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.cite("trend-2024-01-18-ten", format="bibtex").splitlines()[0]
    '@misc{trend-2024-01-18-ten,'
    """
    if not isinstance(format, str) or format not in FORMATS:
        raise UnknownNameError(say("a format of references"), format, FORMATS)
    return References(FORMATS[format](*_documents(key)))
