"""Who stands behind a figure: reports of one event by figure and kind of voice, with voices to leave out."""

import altair as alt
import pandas as pd

from casebook.charts.frames import needs
from casebook.charts.table import with_table
from casebook.charts.theme import look, nothing, themed
from casebook.datapackage import table
from casebook.wording import figure

NEEDS = ("report_id", "reporter_id", "reporter_as_named", "count_low", "count_high", "qualifier", "scope", "echo_of")
STATES = {"iran": "Iran: officials and state", "pakistan": "Pakistan: officials and state"}
OUTLETS, ELSEWHERE = "Iranian outlets", "outlets elsewhere"
GROUPS, OTHERS, NOBODY = "armed groups", "organisations of no one state", "nobody named"
VOICES = (*STATES.values(), OUTLETS, ELSEWHERE, OTHERS, GROUPS, NOBODY)
NO_ONE = "nobody"
COLUMN, ROW, DOT, PER_LINE = 104, 42, 16, 5
SHAPES = {"exactly": "circle", "at least": "triangle-right", "of one group only": "diamond", "no figure": "cross"}


def root(actor: str) -> str:
    """The top of an actor's `part_of` chain: the state, group or body that it belongs to in the end.

    Examples
    --------
    >>> root("alireza-marhamati")
    'iran'
    """
    above = table("actors").set_index("actor_id")["part_of"]
    while pd.notna(above[actor]):
        actor = above[actor]
    return actor


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
    if pd.isna(actors.at[reporter, "country"]):
        return OTHERS
    return OUTLETS if actors.at[reporter, "country"] == "IRN" else ELSEWHERE


def _placed(reports: pd.DataFrame) -> pd.DataFrame:
    """One dot per report: its column is the lower figure, its line the voice; dots in one cell stand side by side."""
    rows = pd.DataFrame({"report": reports["report_id"], "who": reports["reporter_as_named"]})
    rows["voice"] = [voice(reporter) for reporter in reports["reporter_id"]]
    rows["said"] = [figure(report) for _, report in reports.iterrows()]
    rows["column"] = ["no figure" if pd.isna(low) else str(low) for low in reports["count_low"]]
    rows["kind"] = ["at least" if word == "at_least" else "exactly" for word in reports["qualifier"]]
    rows.loc[reports["count_low"].isna(), "kind"] = "no figure"
    rows.loc[(reports["scope"] == "subset").to_numpy(), "kind"] = "of one group only"
    rows["repeats"] = reports["echo_of"].fillna("").to_numpy()
    columns = sorted(rows["column"].unique(), key=lambda word: -1 if word == "no figure" else int(word))
    lines = [each for each in VOICES if each in set(rows["voice"])]
    place = rows.groupby(["column", "voice"]).cumcount()
    rows["x"] = rows["column"].map(columns.index) * COLUMN + place % PER_LINE * DOT + DOT
    rows["y"] = rows["voice"].map(lines.index) * ROW + place // PER_LINE * DOT + DOT
    return rows.reset_index(drop=True)


def voices(casualties: pd.DataFrame, theme: str = "light") -> alt.LayerChart:
    """Every report of a frame by figure and by kind of voice; the menu leaves a voice out.

    Nothing is added up but the reports themselves: the numbers over the columns count reports, not people.

    Parameters
    ----------
    casualties : DataFrame
        Rows of `cb.casualties()`, of one event and one measure.
    theme : {"light", "dark", "projector"}
        The look.

    Returns
    -------
    LayerChart
        With the parameters `leave_out` and `echoes`.

    Raises
    ------
    MissingColumnsError
        If a column that it draws from is missing.

    Examples
    --------
    >>> import casebook as cb
    >>> strike = cb.casualties().query("event_id == 'E092' and measure == 'killed'")
    >>> voices(strike).to_dict()["description"].split(":")[0]
    'Dot chart of 39 reports by figure and by kind of voice'
    """
    needs(casualties, NEEDS, "casualties", "casualties")
    title = "Who stands behind a figure"
    if casualties.empty:
        return nothing(title, "No reports were given.", theme)
    kind, rows = look(theme), _placed(casualties)
    lines = rows.groupby("voice", sort=False)["y"].min().reset_index()
    present = [each for each in VOICES if each in set(rows["voice"])]
    leave = alt.param(
        name="leave_out", value=NO_ONE, bind=alt.binding_select(options=[NO_ONE, *present], name="Leave out: ")
    )
    echoes = alt.param(
        name="echoes", value=False, bind=alt.binding_checkbox(name="Leave out rows that repeat another ")
    )
    gone = "(datum.voice === leave_out || (echoes && datum.repeats !== ''))"
    width, height = rows["x"].max() + COLUMN // 2, rows["y"].max() + ROW // 2
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, int(width)], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[int(height), -44], nice=False), axis=None)
    shape = alt.Shape("kind:N", scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())), title=None)
    dots = alt.Chart(rows).mark_point(filled=True, size=kind.scaled(90), stroke=kind.ink, fill=kind.ink)
    dots = dots.encode(
        x,
        y,
        shape.legend(orient="top", symbolFillColor=kind.ink, symbolStrokeColor=kind.ink),
        fillOpacity=alt.condition(gone, alt.value(0), alt.value(0.85)),
        strokeOpacity=alt.condition(gone, alt.value(0.35), alt.value(1)),
        tooltip=["report:N", "who:N", "said:N"],
    )
    heads = rows.groupby("column", sort=False)["x"].min().reset_index()
    named = alt.Chart(heads).mark_text(align="left", fontWeight="bold", fontSize=kind.lane, color=kind.ink)
    left = (
        alt.Chart(rows)
        .transform_calculate(kept=f"{gone} ? 0 : 1")
        .transform_aggregate(kept="sum(kept)", all="count()", x="min(x)", groupby=["column"])
        .transform_calculate(words="datum.kept + ' of ' + datum.all + ' reports'")
        .mark_text(align="left", color=kind.quiet, fontSize=kind.text)
    )
    line = alt.Chart(lines).mark_text(align="right", dx=-8, fontSize=kind.text, color=kind.ink)
    chart = alt.layer(
        dots,
        named.encode(x, y=alt.YDatum(-34, axis=None), text="column:N"),
        left.encode(x, y=alt.YDatum(-16, axis=None), text="words:N"),
        line.encode(x=alt.value(0), y=y, text="voice:N"),
    ).add_params(leave, echoes)
    told = rows[["report", "voice", "who", "said", "kind", "repeats"]].set_axis(
        ["Report", "Kind of voice", "Reporter", "Figure", "How", "Repeats"], axis=1
    )
    counts = ", ".join(f"{column} in {n}" for column, n in rows["column"].value_counts().items())
    described = (
        f"Dot chart of {len(rows)} reports by figure and by kind of voice: lower figure {counts} reports. A menu "
        "leaves out one kind of voice and a box leaves out the rows that repeat another. The table has every report."
    )
    return themed(
        with_table(chart.properties(width=kind.width - 150, height=int(kind.scaled(height + 44))), told),
        theme,
        title,
        ["One mark is one report, not one person. Leave out a voice and see which figures stay."],
        described,
    )
