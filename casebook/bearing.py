"""What was coded from a document or from a sentence of the article."""

import pandas as pd

from casebook.datapackage import table
from casebook.language import say
from casebook.wording import capital, said_code

MOST = 12


def _listed(keys: list[str]) -> str:
    more = len(keys) - MOST
    told = ", ".join(keys[:MOST])
    return say("{keys} and {number} more").format(keys=told, number=more) if more > 0 else told


def _bears(relation: str, name: str) -> str:
    return capital(say("{relation} {table}").format(relation=said_code(relation), table=name))


def rows_from(column: str, key: str) -> list[tuple[str, str]]:
    """The rows that a document or a passage bears on, by how it bears on them.

    Parameters
    ----------
    column : {"source_id", "passage_id"}
        What `key` is the key of.
    key : str
        A document or a passage.

    Returns
    -------
    list of (str, str)
        How it bears on rows of which table, and their keys; of many the first twelve.

    Examples
    --------
    >>> rows_from("passage_id", "s15")[1]
    ('Supports casualties', 'C175')
    """
    links = table("evidence")
    mine = links[links[column] == key]
    found = []
    for _, rows in mine.groupby(["relation", "table"], observed=True):
        relation, name = rows.iloc[0][["relation", "table"]]
        found.append((_bears(relation, name), _listed(sorted(rows["row_id"].unique()))))
    return found


def claims_of(passage: str) -> list[tuple[str, str]]:
    """What a sentence of the article claims, and whether other sources agree.

    Examples
    --------
    >>> [label for label, _ in claims_of("s15")]
    ['K51, imprecise', 'K52, imprecise']
    """
    claims = table("claims")
    mine = claims[claims["passage_id"] == passage]
    verdict = say("{claim}, {verdict}")
    return [
        (verdict.format(claim=row["claim_id"], verdict=said_code(row["verdict"])), row["claim"])
        for _, row in mine.iterrows()
    ]


def bears_on(name: str, row: pd.Series) -> list[tuple[str, str]]:
    """What was coded from a row of `sources` or `passages`: its claims, then the rows that it bears on.

    Examples
    --------
    >>> import casebook as cb
    >>> bears_on("sources", cb.sources().set_index("source_id", drop=False).loc["trend-2024-01-18-ten"])[0]
    ('Supports events', 'E092')
    """
    if name == "passages":
        return claims_of(row["passage_id"]) + rows_from("passage_id", row["passage_id"])
    return rows_from("source_id", row["source_id"])
