"""The linked chart as the explorer shows it: narrower, and one event lit by a parameter that Python may set too."""

from dataclasses import replace

import pandas as pd
from altair.typing import ChartType
from altair.vegalite.v6.schema import core

from casebook.charts.event_marks import SELECT, SELECTED
from casebook.charts.finish import nothing, themed
from casebook.charts.linked import TITLE, Pick, composed, describe, laid_out
from casebook.charts.theme import DIMMED, look
from casebook.charts.words import prepared

CHOSEN = "chosen"
NONE = ""
# A click only tells Python which event was meant; leaving the mark forgets it, so that the next click tells again.
CLICK = {"name": SELECTED, "select": {**SELECT, "toggle": False, "clear": "mouseout"}}
BY_CHOICE = Pick(
    opacity={"condition": {"test": f"{CHOSEN} === '' || datum.event_id === {CHOSEN}", "value": 1}, "value": DIMMED},
    shown=f"datum.event_id === {CHOSEN}",
    params=(CLICK,),
)
# Leaves a third of a notebook's width to the card.
WIDTH = 520
HOW_TO_READ = "Click a mark, or choose an event in the list: its card shows the evidence."


def explorer_chart(events: pd.DataFrame, chosen: str, theme: str) -> ChartType:
    """The linked chart of some events, one of them lit.

    Parameters
    ----------
    events : DataFrame
        Rows of `events`; none gives a chart that says so.
    chosen : str
        An `event_id`, or blank for none.
    theme : {"light", "dark", "projector"}
        The look.
    """
    kind = replace(look(theme), width=round(look(theme).scaled(WIDTH)))
    rows = prepared(events)
    if rows["date"].notna().sum() == 0:
        chart: ChartType = nothing(TITLE, "No event is left: choose “all” in one of the lists.", theme)
    else:
        chart = themed(
            composed(laid_out(rows, kind, BY_CHOICE), kind, BY_CHOICE), theme, TITLE, HOW_TO_READ, describe(rows)
        )
    params = chart.params if isinstance(chart.params, list) else []
    chart.params = [*params, core.VariableParameter(name=CHOSEN, value=chosen)]
    return chart
