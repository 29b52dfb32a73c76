"""Cells in words: the same figure, day or source reads the same on every card, chart and verdict."""

import pandas as pd

from casebook.language import RIGHT_TO_LEFT, later, say

FIGURES = {
    "exact": "{low}",
    "at_least": "at least {low}",
    "up_to": "up to {high}",
    "range": "{low} to {high}",
    "about": "about {low}",
    "none": "none",
    "no_figure": "no figure given",
}


def figure(report: pd.Series) -> str:
    """The number that a casualty report gives, in words: "at least 11", "none", "no figure given".

    Parameters
    ----------
    report : Series
        A row of `casualties`.

    Examples
    --------
    >>> import casebook as cb
    >>> figure(cb.casualties().set_index("report_id").loc["C214"])
    'at least 11'
    """
    return FIGURES[report["qualifier"]].format(low=report["count_low"], high=report["count_high"])


def report(row: pd.Series) -> str:
    """What a casualty report says, in words: "10 reported killed", "nobody reported killed, for one group only".

    Parameters
    ----------
    row : Series
        A row of `casualties`.

    Examples
    --------
    >>> import casebook as cb
    >>> report(cb.casualties().set_index("report_id").loc["C130"])
    'people reported killed, no figure given, for one group only'
    """
    only = ", for one group only" if row["scope"] == "subset" else ""
    if row["qualifier"] == "none":
        return f"nobody reported {row['measure']}{only}"
    if row["qualifier"] == "no_figure":
        return f"people reported {row['measure']}, no figure given{only}"
    return f"{figure(row)} reported {row['measure']}{only}"


def day(start: pd.Timestamp, precision: str, end: pd.Timestamp | None = None) -> str:
    """A date as exactly as it is known: "18 January 2024", "January 2023", "2012", "date not stated".

    Parameters
    ----------
    start : Timestamp
        First day, or NaT.
    precision : str
        `day`, `month`, `year`, `inferred` or `unknown`, as the tables have it.
    end : Timestamp, optional
        Last day, where the row has one.

    Examples
    --------
    >>> day(pd.Timestamp("2023-01-01"), "month", pd.Timestamp("2023-01-31"))
    'January 2023'
    """
    if pd.isna(start) or precision == "unknown":
        return "date not stated"
    if precision == "year":
        return f"{start:%Y}"
    if precision == "month":
        return f"{start:%B %Y}"
    first = f"{start.day} {start:%B %Y}"
    if precision == "inferred":
        return f"{first} (inferred)"
    if end is None or pd.isna(end) or end == start:
        return first
    same = (start.year, start.month) == (end.year, end.month)
    return f"{start.day} to {end.day} {end:%B %Y}" if same else f"{first} to {end.day} {end:%B %Y}"


def code(value: str) -> str:
    """A code of the tables as words: `de_escalation` reads "de-escalation", `not_stated` "not stated".

    Examples
    --------
    >>> code("security_forces")
    'security forces'
    """
    return "de-escalation" if value == "de_escalation" else str(value).replace("_", " ")


# Codes that stand on cards among the words of the interface.
SPOKEN = (
    *(later("supports"), later("contradicts"), later("mentions")),
    *(later("consistent"), later("imprecise"), later("differs"), later("internally inconsistent")),
    *(later("unverifiable"), later("background"), later("prelude"), later("exchange"), later("de-escalation")),
    *(later("aftermath"), later("armed attack"), later("strike"), later("assassination"), later("statement")),
    *(later("call"), later("visit"), later("meeting"), later("agreement"), later("cooperation"), later("protest note")),
    *(later("envoy measure"), later("exercise"), later("listing"), later("other")),
)


def said_code(value: str) -> str:
    """A code as words of the language of the reader: how a document bears on a row, what became of a claim.

    Examples
    --------
    >>> said_code("internally_inconsistent")
    'internally inconsistent'
    """
    return say(code(value))


def capital(words: str) -> str:
    """Words that begin with a capital, as at the beginning of a line.

    Examples
    --------
    >>> capital("supports casualties")
    'Supports casualties'
    """
    return type(words)(words[:1].upper() + words[1:])


def reference(source: pd.Series) -> str:
    """One document as a reference in one line; a title that is ours and not printed stands in brackets.

    Parameters
    ----------
    source : Series
        A row of `sources`.

    Examples
    --------
    >>> import casebook as cb
    >>> print(reference(cb.sources().set_index("source_id").loc["xinhua-2024-01-05-jilani"]))
    Xinhua via People's Daily Online: “Pakistani FM extends condolences to Iran over terrorist attack”, 5 January 2024.
    """
    # A title from right to left is isolated (Unicode FSI, PDI), so that its neighbours keep their order.
    isolated = f"\u2068{source['title']}\u2069" if source["language"] in RIGHT_TO_LEFT else source["title"]
    title = f"[{source['title']}]" if source["title_is"] == "described" else f"“{isolated}”"
    dated = day(source["date_published"], "day") if pd.notna(source["date_published"]) else "no date on the page"
    publisher = source["publisher"]
    named = f"Publisher {publisher}" if publisher.startswith("not stated") else publisher
    return f"{named}: {title}, {dated}."
