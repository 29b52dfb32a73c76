"""Pages on the book that are written when the site is built: its glossary, what it claims, and the rows behind that."""

from collections import Counter
from itertools import groupby

import casebook as cb
from casebook import glossary
from casebook.lookup import find
from casebook.markup import render
from casebook.sentences import sentence
from prose.claims import BARE, CITES, NEARBY, SHOWN, Claim, claims

HEAD = """# What the book says, and what it rests on

Every sentence of the chapters that cites a row, gives a figure or a date, or names an actor or a place of the tables;
questions, headings and the options of an exercise are left out. Beside each stands what it rests on, and what its
rows say. The page is written from the notebooks and the tables when the site is built. A test holds the figures: each
must stand in a row that is cited for it or in the output beside it, and count there what it counts here.

Of {count} sentences, {cites} cite rows themselves. {nearby} stand in a paragraph that does. {shown} rest on what
stands beside them: an output of the tables, a list, how many rows there are. {bare} name somebody or some place and
cite nothing: each of these announces what is shown next, sets a task, or says what the tables do not hold.

Sentences without row, figure and name are not here. They say how to read, what to do and what cannot be said, or put
into words what the output above them shows.
"""
ROWS = """# The rows that the book cites

Each row in words, with whoever gives it and the documents behind it. `cb.show("C151")` shows more of it in a notebook,
also who says otherwise.
"""


def _raw(html: str) -> str:
    return f"\n```{{raw}} html\n{html}\n```\n"


def _chapter(notebook: str, mine: list[Claim]) -> str:
    said = {key: sentence(*find(key)) for each in mine for key in each.rows}
    title = f"Chapter {notebook[:2]}"
    table = render("claims.html", claims=mine, said=said, caption=f"{title}: {len(mine)} sentences")
    return f"\n## {title}\n\nThe sentences of [{notebook}](../chapters/{notebook}.ipynb).\n{_raw(table)}"


def what_it_says() -> str:
    """The page of every claim, chapter by chapter."""
    counts = Counter(each.standing for each in claims())
    head = HEAD.format(
        count=len(claims()), cites=counts[CITES], nearby=counts[NEARBY], shown=counts[SHOWN], bare=counts[BARE]
    )
    return head + "".join(_chapter(name, [*mine]) for name, mine in groupby(claims(), lambda each: each.notebook))


def rows() -> str:
    """The page of the rows that the claims cite, in the order of their keys."""
    keys = sorted({key for each in claims() for key in each.rows})
    return ROWS + _raw(render("rows.html", cards=[cb.show(key) for key in keys]))


PAGES = {"claims.md": what_it_says, "glossary.md": glossary.page, "rows.md": rows}
