"""By whose account a statement is in the tables: not who speaks in it, but who wrote down that they did."""

import re

import pandas as pd

from casebook.charts import sides
from casebook.datapackage import table

OTHERS = "Others"
# "Pledge Times (translation; cites Iranian foreign ministry Telegram)", "OpIndia (citing IRNA)".
CITED = re.compile(r"cit(?:es|ing) ([^()]+)")
SEVERAL = re.compile(r" and |[,/]")


def names() -> tuple[str, ...]:
    """What a teller is called: the two states, and everybody else.

    Examples
    --------
    >>> names()
    ('Iran', 'Pakistan', 'Others')
    """
    return (*sides.countries().values(), OTHERS)


def _publishers() -> dict[str, list[str]]:
    """The publishers of each of the two countries."""
    rows, homes = table("sources"), sides.countries()
    return {side: list(rows.loc[rows["publisher_country"] == code, "publisher"]) for code, side in homes.items()}


def _cited(publisher: str, known: dict[str, list[str]]) -> str | None:
    """The country of a body or outlet that a page names as what it copies, if it is one of the two."""
    found = CITED.search(publisher)
    for part in SEVERAL.split(found[1]) if found else []:
        name = part.strip()
        for side, publishers in known.items():
            if side in name or any(each.startswith(name) for each in publishers):
                return side
    return None


def tellers() -> pd.DataFrame:
    """Whose account each document is that supports a statement.

    A document tells for the country that it copies by its own word ("citing IRNA"), and otherwise for its publisher's.
    What copies without a word is taken for the publisher's own: the column shows at most what pages admit.

    Returns
    -------
    DataFrame
        One row for each statement and supporting document: `statement_id`, `source_id`, `teller` (one of
        `names()`).

    Examples
    --------
    >>> rows = tellers()
    >>> rows[rows["statement_id"] == "S078"]["teller"].tolist()
    ['Iran']
    """
    links, known, homes = table("evidence"), _publishers(), sides.countries()
    links = links[(links["table"] == "statements") & (links["relation"] == "supports")]
    rows = links.merge(table("sources")[["source_id", "publisher", "publisher_country"]], on="source_id")
    told = [
        _cited(publisher, known) or (homes.get(country, OTHERS) if pd.notna(country) else OTHERS)
        for publisher, country in zip(rows["publisher"], rows["publisher_country"], strict=True)
    ]
    return pd.DataFrame({"statement_id": rows["row_id"], "source_id": rows["source_id"], "teller": told})
