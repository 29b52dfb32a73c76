"""Who gives something else: for one row, the rows and documents that count, code or tell it differently."""

import pandas as pd

from casebook.datapackage import table
from casebook.language import listed, say
from casebook.wording import capital, report, said_code

Accounts = list[tuple[str, str]]


def _givers(reports: list[pd.Series], names: dict[str, str]) -> str:
    """Who gives these reports, each named once with the rows: "IRNA [C142, C145]; giver not named [C153]"."""
    given: dict[str, list[str]] = {}
    for row in sorted(reports, key=lambda row: row["report_id"]):
        giver = say("giver not named") if pd.isna(row["reporter_id"]) else names[row["reporter_id"]]
        repeats = " " + say("(repeats {key})").format(key=row["echo_of"]) if pd.notna(row["echo_of"]) else ""
        given.setdefault(giver, []).append(row["report_id"] + repeats)
    each = say("{giver} [{rows}]")
    return listed((each.format(giver=giver, rows=", ".join(keys)) for giver, keys in given.items()), "; ")


def _grouped(reports: pd.DataFrame) -> Accounts:
    """Reports under what they say, in order of the figure; those without one, and of one group only, come last."""
    actors = table("actors")
    said: dict[tuple[bool, str], list[pd.Series]] = {}
    names = dict(zip(actors["actor_id"], actors["name"], strict=True))
    for _, row in reports.sort_values(["count_low", "count_high", "report_id"]).iterrows():
        said.setdefault((row["scope"] == "subset", report(row, say)), []).append(row)
    return [(words, _givers(rows, names)) for (_, words), rows in sorted(said.items(), key=lambda item: item[0][0])]


def _casualties(row: pd.Series) -> Accounts:
    reports = table("casualties")
    same = reports["scope"] == "combined" if pd.isna(row["event_id"]) else reports["event_id"] == row["event_id"]
    others = same & (reports["measure"] == row["measure"]) & (reports["report_id"] != row["report_id"])
    return _grouped(reports[others])


def _events(row: pd.Series) -> Accounts:
    reports = table("casualties")
    mine = reports[reports["event_id"] == row["event_id"]]
    disputed = [] if pd.isna(row["disputed"]) else [(say("Disputed"), row["disputed"])]
    return disputed + [line for measure in ("killed", "injured") for line in _grouped(mine[mine["measure"] == measure])]


def _statements(row: pd.Series) -> Accounts:
    """The other rows of one speech act: the article's words of it, and the same in other reports."""
    rows = table("statements")
    original = row["statement_id"] if pd.isna(row["repeats"]) else row["repeats"]
    one_act = (rows["statement_id"] == original) | (rows["repeats"] == original).fillna(False)
    others = rows[one_act & (rows["statement_id"] != row["statement_id"])]
    return [
        (say("In other reports") if pd.isna(other["repeats"]) else say("In the article"), f"{other['gist']} [{key}]")
        for key, other in others.set_index("statement_id").iterrows()
    ]


def _claims(row: pd.Series) -> Accounts:
    return [] if pd.isna(row["finding"]) else [(capital(said_code(row["verdict"])), row["finding"])]


OTHER_ROWS = {"casualties": _casualties, "events": _events, "statements": _statements, "claims": _claims}


def disagreements(name: str, row: pd.Series, links: pd.DataFrame) -> Accounts:
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

    Examples
    --------
    >>> from casebook.lookup import evidence_of, find
    >>> disagreements(*find("C151"), evidence_of("casualties", "C151"))[1]
    ('at least 7 reported killed', 'Alireza Marhamati [C135]; Associated Press [C137]')
    """
    found = OTHER_ROWS[name](row) if name in OTHER_ROWS else []
    against = links[links["relation"] == "contradicts"].drop_duplicates("source_id")
    if len(against):
        documents = [f"{each['publisher']} [{each['source_id']}]" for _, each in against.iterrows()]
        found.append((say("Documents that speak against this row"), "; ".join(documents)))
    return found
