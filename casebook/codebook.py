"""What a table or a column means, and what it does not: the codebook, written from the descriptor."""

from pathlib import Path

from casebook.datapackage import UnknownColumnError, UnknownTableError, descriptor, folder
from casebook.entries import Entry, entry
from casebook.glossary import Term, term, terms
from casebook.language import say
from casebook.markup import render

NAME = "CODEBOOK.md"


def about(table: str, column: str | None = None) -> Entry | Term:
    """The codebook's page of a table, of one of its columns or of a word of the book: what it means, and what not.

    Parameters
    ----------
    table : str
        The name of a table, or a word of the glossary.
    column : str, optional
        The name of one of the table's columns: then also every allowed value with its meaning, an example, and how
        many cells are blank.

    Returns
    -------
    Entry or Term
        Shows itself in a notebook; `.html` and `.text` hold the same words.

    Raises
    ------
    UnknownTableError
        If there is no such table and no such word; the message names the nearest.
    UnknownColumnError
        If the table has no such column; the message names the nearest.

    Examples
    --------
    >>> import casebook as cb
    >>> print(cb.about("casualties", "qualifier").text.splitlines()[1])
    Qualifier
    >>> cb.about("reporter").column
    'casualties.reporter_id'
    """
    tables = [each["name"] for each in descriptor()["resources"]]
    if not isinstance(table, str) or (table not in tables and column is None):
        if (word := term(table)) is None:
            raise UnknownTableError(say("a table or a word of the glossary"), table, [*tables, *terms()])
        return word
    whole = entry(table)
    if column is None:
        return whole
    named = {each.name: each for each in whole.columns}
    if not isinstance(column, str) or column not in named:
        raise UnknownColumnError(say("a column of {table}").format(table=table), column, named)
    return Entry(**{**vars(whole), "column": named[column]})


def page() -> str:
    """The whole codebook of the data folder in use, as Markdown; what its descriptor does not say is left out.

    Examples
    --------
    >>> page().splitlines()[0]
    '# Codebook'
    """
    package = descriptor()
    version = f"version {package['version']}" if "version" in package else ""
    return render(
        "codebook.md",
        edition=", ".join(filter(None, [package.get("title", ""), version])),
        description=package.get("description", ""),
        entries=[entry(each["name"]) for each in package["resources"]],
    )


def write() -> Path:
    """Write the codebook into the data folder in use.

    Returns
    -------
    Path
        The file, `CODEBOOK.md`.
    """
    path = folder() / NAME
    path.write_text(page(), encoding="utf-8", newline="\n")
    return path
