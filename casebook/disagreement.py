"""Who gives something else: for one row, the rows and documents that count, code or tell it differently."""

import pandas as pd

from casebook.datapackage import table
from casebook.wording import report


def _grouped(reports: pd.DataFrame) -> list[tuple[str, str]]:
    """Reports under what they say, in order of the figure; those without one, and of one group only, come last."""
    said = {}
    for _, row in reports.sort_values(["count_low", "count_high", "report_id"]).iterrows():
        only = ", for one group only" if row["scope"] == "subset" else ""
        repeats = f" (repeats {row['echo_of']})" if pd.notna(row["echo_of"]) else ""
        said.setdefault((bool(only), report(row) + only), []).append(row["report_id"] + repeats)
    return [(words, ", ".join(keys)) for (_, words), keys in sorted(said.items(), key=lambda item: item[0][0])]


def _casualties(row: pd.Series) -> list[tuple[str, str]]:
    reports = table("casualties")
    same = reports["scope"] == "combined" if pd.isna(row["event_id"]) else reports["event_id"] == row["event_id"]
    others = same & (reports["measure"] == row["measure"]) & (reports["report_id"] != row["report_id"])
    return _grouped(reports[others])


def _events(row: pd.Series) -> list[tuple[str, str]]:
    reports = table("casualties")
    mine = reports[reports["event_id"] == row["event_id"]]
    return [line for measure in ("killed", "injured") for line in _grouped(mine[mine["measure"] == measure])]


def _statements(row: pd.Series) -> list[tuple[str, str]]:
    all_rows = table("statements")
    same = (all_rows["statement_id"] == row["repeats"]) | (all_rows["repeats"] == row["statement_id"])
    if pd.notna(row["repeats"]):
        same |= all_rows["repeats"] == row["repeats"]
    twins = all_rows[same.fillna(False) & (all_rows["statement_id"] != row["statement_id"])]
    return [(f"Same words, other report, {twin['statement_id']}", twin["gist"]) for _, twin in twins.iterrows()]


OTHER_ROWS = {"casualties": _casualties, "events": _events, "statements": _statements}


def disagreements(name: str, row: pd.Series, links: pd.DataFrame) -> list[tuple[str, str]]:
    """Rows and documents that stand beside or against one row, each as a label and what it gives.

    Parameters
    ----------
    name : str
        The row's table.
    row : Series
        The row.
    links : DataFrame
        Its evidence, joined to `sources`.

    Returns
    -------
    list of (str, str)
        Empty where nothing in the tables differs, which is not agreement.
    """
    found = OTHER_ROWS[name](row) if name in OTHER_ROWS else []
    against = links[links["relation"] == "contradicts"].drop_duplicates("source_id")
    if len(against):
        documents = [f"{each['publisher']} [{each['source_id']}]" for _, each in against.iterrows()]
        found.append(("Documents that speak against this row", "; ".join(documents)))
    return found
