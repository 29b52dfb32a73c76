"""Who stands behind a figure: reports of one event by figure and kind of voice, with a box that removes each voice."""

import altair as alt
import pandas as pd
from altair.typing import ChartType

from casebook.charts.finish import nothing, themed
from casebook.charts.frames import needs
from casebook.charts.sides import root
from casebook.charts.table import with_table
from casebook.charts.theme import Theme, look
from casebook.datapackage import table
from casebook.lookup import find
from casebook.wording import figure

NEEDS = ("report_id", "reporter_id", "reporter_as_named", "count_low", "count_high", "qualifier", "scope", "echo_of")
STATES = {"iran": "Iranian officials and state", "pakistan": "Pakistani officials and state"}
OUTLETS, ELSEWHERE = "Iranian outlets", "outlets elsewhere"
GROUPS, OTHERS, NOBODY = "armed groups", "organisations of no one state", "nobody named"
VOICES = (STATES["iran"], OUTLETS, STATES["pakistan"], ELSEWHERE, OTHERS, GROUPS, NOBODY)
SILENT, ONE_GROUP = "no figure", ", of one group"
COLUMN, ROW, DOT, PER_LINE = 112, 42, 16, 5
HEAD = 44
SHAPES = {"exactly": "circle", "at least": "triangle-right", "of one group only": "diamond", SILENT: "cross"}


def voice(reporter: str) -> str:
    """The kind of voice that a reporter is, from the columns of `actors`.

    Examples
    --------
    >>> voice("irna")
    'Iranian outlets'
    """
    if pd.isna(reporter):
        return NOBODY
    actors = table("actors").set_index("actor_id")
    top = root(reporter)
    if top in STATES:
        return STATES[top]
    if actors.at[top, "kind"] == "armed_group":
        return GROUPS
    country = find(reporter)[1]["country"]
    if pd.isna(country):
        return OTHERS
    return OUTLETS if country == "IRN" else ELSEWHERE


def _column(report: pd.Series) -> str:
    """The head under which a report stands: its lower figure; one on some of the dead stands apart from the scale."""
    if pd.isna(report["count_low"]):
        return SILENT
    return f"{report['count_low']}{ONE_GROUP if report['scope'] == 'subset' else ''}"


def _in_order(column: str) -> tuple[bool, bool, int]:
    """Figures for everybody first, then silence, then figures for one group."""
    number = column.removesuffix(ONE_GROUP)
    return column.endswith(ONE_GROUP), column == SILENT, int(number) if number.isdigit() else 0


def _placed(reports: pd.DataFrame) -> pd.DataFrame:
    """One dot per report: its column is the lower figure, its line the voice; dots in one cell stand side by side."""
    rows = pd.DataFrame({"report": reports["report_id"], "who": reports["reporter_as_named"]})
    rows["reporter"] = reports["reporter_id"].fillna("")
    rows["voice"] = [voice(reporter) for reporter in reports["reporter_id"]]
    rows["said"] = [figure(report) for _, report in reports.iterrows()]
    rows["column"] = [_column(report) for _, report in reports.iterrows()]
    rows["kind"] = ["at least" if word == "at_least" else "exactly" for word in reports["qualifier"]]
    rows.loc[reports["count_low"].isna(), "kind"] = SILENT
    rows.loc[(reports["scope"] == "subset").to_numpy(), "kind"] = "of one group only"
    rows["repeats"] = reports["echo_of"].fillna("").to_numpy()
    columns = sorted(rows["column"].unique(), key=_in_order)
    lines = [each for each in VOICES if each in set(rows["voice"])]
    place = rows.groupby(["column", "voice"]).cumcount()
    rows["line"] = rows["voice"].map(lines.index)
    rows["x"] = rows["column"].map(columns.index) * COLUMN + place % PER_LINE * DOT + DOT
    rows["y"] = rows["line"] * ROW + place // PER_LINE * DOT + DOT
    return rows.reset_index(drop=True)


def _boxes(lines: list[str]) -> tuple[list[alt.Parameter], str]:
    """A box for each voice and one for copies, and the expression that says whether a report is left out."""
    names = [f"without_{number}" for number in range(len(lines))]
    boxes = [
        alt.param(name=name, value=False, bind=alt.binding_checkbox(name=f"Leave out: {line} "))
        for name, line in zip(names, lines, strict=True)
    ]
    copies = alt.binding_checkbox(name="Leave out: rows that repeat another ")
    boxes.append(alt.param(name="without_copies", value=False, bind=copies))
    return boxes, f"([{', '.join(names)}][datum.line] || (without_copies && datum.repeats !== ''))"


def _dots(rows: pd.DataFrame, kind: Theme, gone: str) -> alt.Chart:
    """One mark per report; one that is left out stays as an outline, so that nobody is made to vanish."""
    shape = alt.Shape("kind:N", scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())), title=None)
    dots = alt.Chart(rows).mark_point(filled=True, size=kind.scaled(90), stroke=kind.ink, fill=kind.ink)
    encoded: alt.Chart = dots.encode(
        shape.legend(orient="top", symbolFillColor=kind.ink, symbolStrokeColor=kind.ink),
        fillOpacity=alt.condition(gone, alt.value(0), alt.value(0.85)),
        strokeOpacity=alt.condition(gone, alt.value(0.35), alt.value(1)),
        tooltip=["report:N", "who:N", "said:N"],
    )
    return encoded


def _left_under(rows: pd.DataFrame, kind: Theme, gone: str) -> alt.Chart:
    """Under each figure, how many of its reports are left."""
    counted = alt.Chart(rows).transform_calculate(kept=f"{gone} ? 0 : 1")
    counted = counted.transform_aggregate(kept="sum(kept)", all="count()", x="min(x)", groupby=["column"])
    counted = counted.transform_calculate(words="datum.kept + ' of ' + datum.all + ' reports'")
    words: alt.Chart = counted.mark_text(align="left", color=kind.quiet, fontSize=kind.text).encode(text="words:N")
    return words


def _left_in_all(rows: pd.DataFrame, kind: Theme, gone: str) -> alt.Chart:
    """Below, how many reports are left and how many different reporters they name."""
    counted = alt.Chart(rows).transform_calculate(kept=f"{gone} ? 0 : 1", giver=f"{gone} ? '' : datum.reporter")
    counted = counted.transform_calculate(blank="datum.giver === '' ? 1 : 0").transform_aggregate(
        kept="sum(kept)", all="count()", givers="distinct(giver)", blank="max(blank)"
    )
    words = "'Left: ' + datum.kept + ' of ' + datum.all + ' reports, which name ' + (datum.givers - datum.blank)"
    counted = counted.transform_calculate(words=words + " + ' different reporters.'")
    said: alt.Chart = counted.mark_text(align="left", color=kind.ink, fontSize=kind.text).encode(text="words:N")
    return said


def _described(rows: pd.DataFrame, columns: list[str]) -> str:
    counts = "; ".join(f"{column}: {n}" for column, n in rows["column"].value_counts().reindex(columns).items())
    return (
        f"Dot chart of {len(rows)} reports by figure and by kind of voice. Reports by lower figure: {counts}. Boxes "
        "leave out one kind of voice each, and one leaves out the rows that repeat another; then the numbers of "
        "reports that are left change. The table has every report."
    )


def voices(casualties: pd.DataFrame, theme: str = "light") -> ChartType:
    """Every report of a frame by figure and by kind of voice, with a box that leaves a voice out.

    Nothing is added up but the reports themselves: the numbers under the figures count reports, not people. Reports
    on one group of the dead stand apart, because their figures belong to no range for all.

    Parameters
    ----------
    casualties : DataFrame
        Rows of `cb.casualties()`, of one event and one measure. Figures are people.
    theme : {"light", "dark", "projector"}, default "light"
        The look.

    Returns
    -------
    Altair chart
        With a parameter `without_0`, `without_1` ... for each kind of voice, from the top, and `without_copies`.

    Raises
    ------
    TypeError
        If it is given something other than a table.
    MissingColumnsError
        If a column that it draws from is missing; the message names it.
    UnfitColumnError
        If a column is there twice; the message names it.
    ValueError
        If there is no such theme.

    Examples
    --------
    >>> import casebook as cb
    >>> strike = cb.casualties().query("event_id == 'E092' and measure == 'killed'")
    >>> voices(strike).to_dict()["description"].split(".")[0]
    'Dot chart of 39 reports by figure and by kind of voice'
    """
    casualties = needs(casualties, NEEDS, "charts.voices.voices", "casualties")
    title = "Who stands behind a figure"
    if casualties.empty:
        return nothing(title, "No reports were given.", theme)
    kind, rows = look(theme), _placed(casualties)
    heads = rows.groupby("column", as_index=False).agg({"x": "min"}).sort_values("x")
    lines = rows.groupby("voice", as_index=False).agg({"y": "min"}).sort_values("y")
    boxes, gone = _boxes(list(lines["voice"]))
    width, height = int(heads["x"].max()) + COLUMN, int(rows["y"].max()) + ROW + DOT
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, width], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, -HEAD], nice=False), axis=None)
    named = alt.Chart(heads).mark_text(align="left", fontWeight="bold", fontSize=kind.lane, color=kind.ink)
    line = alt.Chart(lines).mark_text(align="right", dx=-8, fontSize=kind.text, color=kind.ink)
    chart = alt.layer(
        _dots(rows, kind, gone).encode(x, y),
        named.encode(x, y=alt.YDatum(10 - HEAD, axis=None), text="column:N"),
        _left_under(rows, kind, gone).encode(x, y=alt.YDatum(28 - HEAD, axis=None)),
        line.encode(x=alt.value(0), y=y, text="voice:N"),
        _left_in_all(rows, kind, gone).encode(x=alt.value(DOT), y=alt.YDatum(height - DOT, axis=None)),
    ).add_params(*boxes)
    told = rows[["report", "voice", "who", "said", "kind", "repeats"]].set_axis(
        ["Report", "Kind of voice", "Reporter", "Figure", "How", "Repeats"], axis=1
    )
    size = {"width": int(kind.scaled(width)), "height": int(kind.scaled(height + HEAD))}
    return themed(
        with_table(chart.properties(**size), told),
        theme,
        title,
        ["One mark is one report, not one person. Leave out a voice and see which figures stay."],
        _described(rows, list(heads["column"])),
    )
