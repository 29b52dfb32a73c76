"""Who reported how many killed or injured: one row for each report, nothing added up and nothing averaged."""

import pandas as pd
from altair.typing import ChartType

from casebook.charts.finish import nothing, themed
from casebook.charts.frames import codes, counts, days, needs
from casebook.charts.placing import VICTIMS, place
from casebook.charts.report_marks import drawn
from casebook.charts.reports import Block, blocks, in_words
from casebook.charts.table import with_table
from casebook.charts.theme import look
from casebook.charts.yours import named
from casebook.wording import FIGURES, figure

COLUMNS = (
    "report_id",
    "event_id",
    "measure",
    "scope",
    "count_low",
    "count_high",
    "qualifier",
    "victims",
    "victim_group",
    "reporter_id",
    "reporter_as_named",
    "echo_of",
    "date_reported",
    "date_reported_precision",
)
TITLE = "Who reported how many, in order of report"
HOW_TO_READ = [
    "One row is one report. Filled dot: lower figure; open dot: upper; dashed arrow: “at least”. Nothing is averaged.",
    "Paler dot: a copy; its bracket leads to the row that it repeats. Thin line: different figures by one reporter.",
]


def _several(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _pattern(groups: list[Block]) -> str:
    """What the figures for everybody do: those of one block as they are given, or in how many blocks they differ."""
    given = [block.everybody[block.everybody["qualifier"] != "no_figure"] for block in groups]
    if len(groups) > 1:
        differ = sum(rows["count_low"].nunique() > 1 for rows in given)
        return f"{len(groups)} blocks, one for each event and measure; in {differ or 'none'} of them the figures differ"
    figures = [figure(row) for _, row in given[0].sort_values(["count_low", "count_high"]).iterrows()]
    return f"{groups[0].heading}; given for everybody: {', '.join(dict.fromkeys(figures)) or 'no figure'}"


def _described(reports: pd.DataFrame, groups: list[Block]) -> str:
    """The chart in words, from its rows and their blocks."""
    measures = " and ".join(sorted(set(reports["measure"].astype(str)), reverse=True))
    counted = _several(len(reports), "report", "reports")
    kinds = (
        (reports["qualifier"] == "no_figure", "gives no figure", "give no figure"),
        (reports["scope"] == "subset", "speaks of one group only", "speak of one group only"),
        (reports["echo_of"].notna(), "repeats another", "repeat another"),
        (reports["reporter_id"].isna(), "names no reporter", "name no reporter"),
    )
    notes = ", ".join(_several(int(which.sum()), one, many) for which, one, many in kinds if which.any())
    sentences = [
        f"Dot chart of {counted} of people {measures}, one row each, in order of date",
        _pattern(groups),
        *([f"Of the rows, {notes}"] if notes else []),
        "The same rows in words: cb.as_table(chart).",
    ]
    return ". ".join(sentences)


def toll(casualties: pd.DataFrame, theme: str = "light") -> ChartType:
    """Casualty reports, one row each in order of date, in a block for each event and measure.

    Filled dot = lower figure, open dot = upper, dashed arrow = "at least"; a report without a figure keeps its row and
    says so. Copies are joined to the row that they repeat; different figures by one reporter are joined by a thin
    line; counts of one group only stand below the others. Nothing is averaged, and nothing settles which is right.

    Parameters
    ----------
    casualties : DataFrame
        Rows of `cb.casualties()`: any filtered part, also none. Counts are people.
    theme : {"light", "dark", "projector"}, default "light"
        The look.

    Returns
    -------
    Altair chart
        With one named selection, `report`, empty at first: a chosen row is written out as a sentence below.

    Raises
    ------
    TypeError
        If it is given something other than a table.
    MissingColumnsError
        If the frame lacks a column; the message names it.
    UnfitColumnError
        If a column is there twice, or a cell has no day, code or whole number where there must be one; the message
        shows it.
    ValueError
        If there is no such theme.

    Notes
    -----
    Each report is kept with its giver, as the Standards for Casualty Recording ask (Every Casualty, 2016).

    Examples
    --------
    >>> import casebook as cb
    >>> reports = cb.casualties()
    >>> killed = reports[(reports["event_id"] == "E089") & (reports["measure"] == "killed")]
    >>> cb.toll(killed).to_dict()["params"][0]["name"]
    'report'
    """
    casualties = needs(casualties, COLUMNS, "toll", "casualties")
    days(casualties, "date_reported")
    counts(casualties, "count_low", "count_high")
    codes(casualties, "qualifier", FIGURES)
    codes(casualties, "measure", ("killed", "injured"))
    kind = look(theme)
    room = (kind.width + VICTIMS) / kind.scaled(1)
    if casualties.empty:
        chart: ChartType = nothing(TITLE, "No casualty reports were given, so there is nothing to draw.", theme)
    else:
        measures = " or ".join(sorted(set(casualties["measure"].astype(str)), reverse=True))
        groups = blocks(casualties)
        rows = drawn(place(groups, room), kind, measures)
        mine = named("casualties", casualties["report_id"])
        chart = themed(rows, theme, TITLE, [*HOW_TO_READ, *mine], _described(casualties, groups))
        # The title begins where the dates begin, not where the scale does.
        chart.title["frame"] = "bounds"
    return with_table(chart, in_words(casualties))
