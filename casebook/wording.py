"""Cells in words: the same figure, day or source reads the same on every card, chart and verdict."""

from collections.abc import Callable

import pandas as pd

from casebook.language import RIGHT_TO_LEFT, later, say

# How a phrase is said: `later` leaves it in English, as charts and exercises have it, and `say` turns it for a card.
Spoken = Callable[[str], str]
FIGURES = {
    "exact": "{low}",
    "at_least": later("at least {low}"),
    "up_to": later("up to {high}"),
    "range": later("{low} to {high}"),
    "about": later("about {low}"),
    "none": later("none"),
    "no_figure": later("no figure given"),
}
REPORTED = later("{figure} reported {measure}")
WITHOUT_FIGURE = {
    "none": later("nobody reported {measure}"),
    "no_figure": later("people reported {measure}, no figure given"),
}
ONE_GROUP = later("{report}, for one group only")
MONTHS = (
    *(later("January"), later("February"), later("March"), later("April"), later("May"), later("June")),
    *(later("July"), later("August"), later("September"), later("October"), later("November"), later("December")),
)


def figure(report: pd.Series, spoken: Spoken = later) -> str:
    """The number that a casualty report gives, in words: "at least 11", "none", "no figure given".

    Parameters
    ----------
    report : Series
        A row of `casualties`.
    spoken : callable
        `say` for the language of the reader.

    Examples
    --------
    >>> import casebook as cb
    >>> figure(cb.casualties().set_index("report_id").loc["C214"])
    'at least 11'
    """
    return spoken(FIGURES[report["qualifier"]]).format(low=report["count_low"], high=report["count_high"])


def report(row: pd.Series, spoken: Spoken = later) -> str:
    """What a casualty report says, in words: "10 reported killed", "nobody reported killed, for one group only".

    Parameters
    ----------
    row : Series
        A row of `casualties`.
    spoken : callable
        `say` for the language of the reader.

    Examples
    --------
    >>> import casebook as cb
    >>> report(cb.casualties().set_index("report_id").loc["C130"])
    'people reported killed, no figure given, for one group only'
    """
    phrase = spoken(WITHOUT_FIGURE.get(row["qualifier"], REPORTED))
    said = phrase.format(figure=figure(row, spoken), measure=spoken(row["measure"]))
    return spoken(ONE_GROUP).format(report=said) if row["scope"] == "subset" else said


def day(start: pd.Timestamp, precision: str, end: pd.Timestamp | None = None, spoken: Spoken = later) -> str:
    """A date as exactly as it is known: "18 January 2024", "January 2023", "2012", "date not stated".

    Parameters
    ----------
    start : Timestamp
        First day, or NaT.
    precision : str
        `day`, `month`, `year`, `inferred` or `unknown`, as the tables have it.
    end : Timestamp, optional
        Last day, where the row has one.
    spoken : callable
        `say` for the language of the reader.

    Examples
    --------
    >>> day(pd.Timestamp("2023-01-01"), "month", pd.Timestamp("2023-01-31"))
    'January 2023'
    """
    if pd.isna(start) or precision == "unknown":
        return spoken(later("date not stated"))
    if precision == "year":
        return f"{start:%Y}"
    if precision == "month":
        return spoken(later("{month} {year}")).format(month=spoken(MONTHS[start.month - 1]), year=start.year)
    first = _one_day(start, spoken)
    if precision == "inferred":
        return spoken(later("{day} (inferred)")).format(day=first)
    if end is None or pd.isna(end) or end == start:
        return first
    last = _one_day(end, spoken)
    if (start.year, start.month) == (end.year, end.month):
        first = str(start.day)
    return spoken(later("{first} to {last}")).format(first=first, last=last)


def _one_day(day: pd.Timestamp, spoken: Spoken) -> str:
    month = spoken(MONTHS[day.month - 1])
    return spoken(later("{day} {month} {year}")).format(day=day.day, month=month, year=day.year)


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
    *(later("envoy measure"), later("exercise"), later("listing"), later("other"), later("killed"), later("injured")),
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
