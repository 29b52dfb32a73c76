"""Rows that several exercises of chapter 04 ask about: reports of people killed in one event."""

import pandas as pd

from casebook.registers import evidence
from casebook.tables import casualties

KOH_E_SABZ, SARAVAN = "E081", "E092"


def killed_in(event: str) -> pd.DataFrame:
    """The reports of people killed in one event."""
    rows = casualties()
    return rows[(rows["event_id"] == event) & (rows["measure"] == "killed")]


def documents(rows: pd.DataFrame) -> pd.Series:
    """In how many documents each of these reports was seen, by `report_id`."""
    links = evidence().query("table == 'casualties' and relation == 'supports'")
    return links[links["row_id"].isin(rows["report_id"])].groupby("row_id")["source_id"].nunique()


def pages(rows: pd.DataFrame) -> int:
    """How many documents print at least one of these reports."""
    links = evidence().query("table == 'casualties' and relation == 'supports'")
    return links.loc[links["row_id"].isin(rows["report_id"]), "source_id"].nunique()
