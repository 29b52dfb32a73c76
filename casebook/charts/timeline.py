"""The timeline: what each side is reported to have done, in order of time."""

import altair as alt
import pandas as pd
from altair.typing import ChartType

from casebook.charts import lanes, strips
from casebook.charts.event_marks import SELECTION
from casebook.charts.finish import nothing, themed
from casebook.charts.frames import needs
from casebook.charts.grammar import layered, stacked, unit
from casebook.charts.periods import split
from casebook.charts.stage import Stage, staged
from casebook.charts.table import with_table
from casebook.charts.theme import Theme, look
from casebook.charts.words import COLUMNS, as_words, busiest, listed, prepared, several, who_acted
from casebook.charts.yours import named

TITLE = "What each side is reported to have done, and the talks between them"
NOT_BLAME = (
    "A lane says who is reported to have acted, not who is to blame. Click a mark to single it out, shift-click adds."
)
# What stands around the stage, and what strips take from it.
AROUND, STRIPS = 260, 110


def arranged(rows: pd.DataFrame, kind: Theme) -> tuple[Stage | None, list[strips.Strip], pd.DataFrame]:
    """Dated events on the stage, in strips, and the lonely ones that are told in words."""
    on_stage, rest = split(rows)
    stage = staged(on_stage, kind, kind.room(AROUND + (STRIPS if len(rest) else 0))) if len(on_stage) else None
    if stage and not stage.fits:
        stage, rest = None, rows
    alone = strips.lonely(rest)
    return stage, strips.strips(rest[~alone]), rest[alone]


def timeline(events: pd.DataFrame, theme: str = "light") -> ChartType:
    """Events in lanes by who is reported to have acted, every label readable.

    The crisis fortnight, 16 to 29 January 2024, has the stage wherever it is in the frame: earlier years and later
    months stand in strips below it, one dot for each event. Other frames are drawn whole. A bar is an event of several
    days; an open mark with a dashed bar is one of which only the month or the year is known.

    Parameters
    ----------
    events : DataFrame
        Rows of `events`, all or some.
    theme : {"light", "dark", "projector"}, default "light"
        The look.

    Returns
    -------
    Altair chart
        700 pixels wide (1150 for the projector) and a gutter. Its selection is named `event`; `as_table` gives its
        rows.

    Raises
    ------
    TypeError
        If it is given something other than a table.
    MissingColumnsError
        If a column is missing; the message names it.
    UnfitColumnError
        If dates are no days, or a column is there twice; the message shows which, and the way out.
    ValueError
        If there is no such theme.

    Examples
    --------
    >>> import casebook as cb
    >>> calls = cb.events().query("event_type == 'call' and phase == 'exchange'")
    >>> cb.timeline(calls).to_dict()["description"].split(":")[0]
    'Timeline of 2 events, first 17 January 2024, last 18 January 2024'
    """
    events = needs(events, (*COLUMNS, "title"), "timeline", "events")
    kind = look(theme)
    rows = prepared(events)
    dated = rows[rows["date"].notna()]
    if dated.empty:
        return with_table(
            nothing(TITLE, "No dated events were given, so there is nothing to draw.", theme), as_words(rows)
        )
    stage, found, alone = arranged(dated, kind)
    views: list[alt.LayerChart | alt.HConcatChart] = []
    data: dict[str, pd.DataFrame] = {}
    if stage:
        views.append(lanes.labelled(stage, kind))
        data |= lanes.datasets(stage)
    if found:
        views.append(strips.drawn(found, kind))
        data |= strips.datasets(found)
    if len(alone):
        views.append(_told(kind))
        data["alone"] = pd.DataFrame({"says": [_alone(alone)]})
    chart = stacked(views, data, [SELECTION], spacing=kind.scaled(16))
    return with_table(
        themed(chart, theme, TITLE, _how_to_read(rows, stage, found), describe(rows, stage, found)), as_words(rows)
    )


def _alone(rows: pd.DataFrame) -> str:
    return "Long before: " + "; ".join(f"{row.when}, {row.title}" for row in rows.itertuples()) + "."


def _told(kind: Theme) -> alt.LayerChart:
    words = {"type": "text", "align": "left", "baseline": "top", "color": kind.quiet, "fontSize": kind.scaled(11)}
    return layered([unit("alone", {**words, "x": 0, "y": 0}, text={"field": "says"})], kind.width, kind.scaled(12))


def _how_to_read(rows: pd.DataFrame, stage: Stage | None, found: list[strips.Strip]) -> list[str]:
    lines = [NOT_BLAME, *named("events", rows["event_id"])]
    more = []
    if stage:
        long = stage.rows["date_end"] > stage.rows["date"]
        more += ["A bar is an event of several days."] if (long & stage.rows["exact"]).any() else []
        more += ["Open mark, dashed bar: only the month or year is known."] if not stage.rows["exact"].all() else []
    more += ["In the strips one dot is one event."] if found else []
    undated = rows["date"].isna().sum()
    more += [f"{several(undated)} without a date not drawn: see the table."] if undated else []
    return [*lines, " ".join(more)] if more else lines


def describe(rows: pd.DataFrame, stage: Stage | None, found: list[strips.Strip]) -> str:
    """The timeline in words, from its rows."""
    dated = rows[rows["date"].notna()]
    first, last = dated.iloc[0], dated.iloc[int(dated["date_end"].to_numpy().argmax())]
    span = first["when"] if first["when"] == last["when"] else f"first {first['when']}, last {last['when']}"
    places = []
    if stage:
        lanes_used = [
            f"{several((stage.rows['lane'] == lane).sum())} in the lane {lane}" for lane in stage.lanes["lane"]
        ]
        places.append(f"With labels: {listed(lanes_used)}.")
    if found:
        dots = [f"{len(strip.rows)} ({strip.title})" for strip in found]
        places.append(f"As dots in strips: {listed(dots)}.")
    sentences = [
        f"Timeline of {several(len(rows))}, {span}: {who_acted(rows)}.",
        *places,
        busiest(rows),
        "The same rows in words: cb.as_table(chart).",
    ]
    return " ".join(sentence for sentence in sentences if sentence)
