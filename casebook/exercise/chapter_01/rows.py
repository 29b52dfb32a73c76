"""Rows of the article that several exercises of chapter 01 ask about."""

import pandas as pd

from casebook.registers import evidence, passages
from casebook.tables import casualties, events, statements

ARTICLE = "seed-article"


def touched(name: str) -> set[str]:
    """Keys of the rows of a table that the article supports or mentions."""
    links = evidence()
    return set(links.loc[(links["table"] == name) & (links["source_id"] == ARTICLE), "row_id"])


def tolls() -> pd.DataFrame:
    """The article's own reports of people killed."""
    reports = casualties()
    return reports[reports["report_id"].isin(touched("casualties"))]


def quotations() -> pd.DataFrame:
    """What the article quotes, each with the paragraph and text of its passage."""
    links = evidence()
    where = links.loc[links["source_id"] == ARTICLE, ["row_id", "passage_id"]]
    said = statements()
    quoted = said[said["form"] == "verbatim"].merge(where, left_on="statement_id", right_on="row_id")
    return quoted.merge(passages()[["passage_id", "paragraph", "text"]], on="passage_id")


def fortnight() -> pd.DataFrame:
    """The events dated 16 to 29 January 2024, from the first strike to the visit."""
    rows = events()
    return rows[rows["date"].between("2024-01-16", "2024-01-29")]
