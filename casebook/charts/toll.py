"""Who reported how many killed or injured: one row for each report, nothing added up and nothing averaged."""

import altair as alt
import pandas as pd

from casebook.charts.frames import needs
from casebook.charts.placing import place
from casebook.charts.report_marks import drawn
from casebook.charts.reports import blocks, in_words
from casebook.charts.table import with_table
from casebook.charts.theme import look, nothing, themed
from casebook.wording import figure

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
    "One row is one report. Filled dot = lower figure; open dot = upper; dashed arrow = “at least”. Nothing is averaged.",
    "A paler dot is a copy: its bracket leads to the row that it repeats. A thin line joins different figures by one reporter.",
]


def _counted(reports: pd.DataFrame) -> str:
    """The figures for everybody as the reports give them: "7, at least 7, 9"."""
    given = reports[(reports["scope"] != "subset") & reports["qualifier"].ne("no_figure")]
    words = {figure(row): row["count_low"] for _, row in given.sort_values(["count_low", "count_high"]).iterrows()}
    return ", ".join(words)


def _several(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _described(reports: pd.DataFrame) -> str:
    """The chart in words, from its rows."""
    measures = " and ".join(sorted(set(reports["measure"].astype(str)), reverse=True))
    groups = blocks(reports)
    said = f"Dot chart with one row for each report, in order of date: {_several(len(reports), 'report', 'reports')} of people {measures}"
    if len(groups) == 1:
        said += f". {groups[0].heading}"
        if counted := _counted(reports):
            said += f"; given for everybody: {counted}"
    else:
        said += f", in {len(groups)} blocks, one for each event and measure"
    parts = (
        (reports["qualifier"] == "no_figure", "row gives no figure", "rows give no figure"),
        (reports["scope"] == "subset", "row speaks of one group only", "rows speak of one group only"),
        (reports["echo_of"].notna(), "row repeats another", "rows repeat another"),
        (reports["reporter_id"].isna(), "row names no reporter", "rows name no reporter"),
    )
    notes = [_several(int(which.sum()), one, many) for which, one, many in parts if which.any()]
    return ". ".join([said, *([", ".join(notes)] if notes else []), "The same rows in words: cb.as_table(chart)."])


def toll(casualties: pd.DataFrame, theme: str = "light") -> alt.LayerChart:
    """Casualty reports, one row each in order of date, in a block for each event and measure.

    Filled dot = lower figure, open dot = upper, dashed arrow = "at least"; a report without a figure keeps its row and
    says so. Copies are joined to the row that they repeat; different figures by one reporter are joined by a thin
    line; counts of one group only stand below the others. Nothing is averaged, and nothing settles which figure is right.

    Parameters
    ----------
    casualties : DataFrame
        Rows of `cb.casualties()`: any filtered part, also none. Counts are people.
    theme : str
        `light`, `dark` or `projector`.

    Returns
    -------
    altair.LayerChart
        With one named selection, `report`, empty at first: a chosen row is written out as a sentence below.

    Raises
    ------
    MissingColumnsError
        If the frame lacks a column; the message names it.
    ValueError
        If there is no such theme.

    Examples
    --------
    >>> import casebook as cb
    >>> reports = cb.casualties()
    >>> killed = reports[(reports["event_id"] == "E089") & (reports["measure"] == "killed")]
    >>> cb.toll(killed).to_dict()["params"][0]["name"]
    'report'

    Notes
    -----
    Each report is kept with its giver, as the Standards for Casualty Recording ask (Every Casualty, 2016).
    """
    needs(casualties, COLUMNS, "toll", "casualties")
    kind = look(theme)
    if casualties.empty:
        chart = nothing(TITLE, "No casualty reports were given, so there is nothing to draw.", theme)
    else:
        measures = " or ".join(sorted(set(casualties["measure"].astype(str)), reverse=True))
        chart = themed(drawn(place(casualties), kind, measures), theme, TITLE, HOW_TO_READ, _described(casualties))
        # The title begins where the dates begin, not where the scale does.
        chart.title.frame = "bounds"
    return with_table(chart, in_words(casualties))
