"""The lists above the explorer: three that leave events out, and one that picks an event out, all for the keyboard."""

from importlib.resources import files

import anywidget
import pandas as pd
import traitlets

from casebook.charts.sides import names
from casebook.markup import render
from casebook.wording import code

FILTERS = {"phase": "Phase", "side": "Side", "event_type": "Type"}
# Of the crisis fortnight. Codes of one choice are joined so; no code leaves nothing out.
AND = ","
FORTNIGHT = AND.join(("exchange", "de_escalation"))
ALL = ""


def _options(column: pd.Series) -> list[tuple[str, str]]:
    """What a list offers: all, the fortnight where there is one, and each code that the column has."""
    present = set(column.dropna())
    order = column.dtype.categories if isinstance(column.dtype, pd.CategoricalDtype) else names()
    joined = [FORTNIGHT] if set(FORTNIGHT.split(AND)) <= present else []
    values = [*joined, *(value for value in order if value in present)]
    return [(ALL, "all"), *((value, " and ".join(code(each) for each in value.split(AND))) for value in values)]


class Controls(anywidget.AnyWidget):
    """Lists in a row, and under them in words what is shown.

    Attributes
    ----------
    phase, side, event_type : str
        Codes that may stay, joined by commas; blank for all.
    chosen : str
        The `event_id` of the event that is picked out, or blank.
    listed, status : str
        The events that may be picked out, as HTML; what is shown and picked out, in words.
    """

    _esm = files(__package__).joinpath("explorer.js").read_text(encoding="utf-8")
    page = traitlets.Unicode().tag(sync=True)
    phase = traitlets.Unicode(ALL).tag(sync=True)
    side = traitlets.Unicode(ALL).tag(sync=True)
    event_type = traitlets.Unicode(ALL).tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)
    listed = traitlets.Unicode().tag(sync=True)
    status = traitlets.Unicode().tag(sync=True)

    def __init__(self, events: pd.DataFrame) -> None:
        filters = [(name, label, _options(events[name])) for name, label in FILTERS.items()]
        super().__init__(page=render("explorer_controls.html", filters=filters))
        self.on_msg(self._asked)

    def _asked(self, widget: anywidget.AnyWidget, content: dict, buffers: list) -> None:
        """The reader asks for an event in the list."""
        self.chosen = content["chosen"]

    def left(self, events: pd.DataFrame) -> pd.DataFrame:
        """The events that the lists leave."""
        for name in FILTERS:
            codes = getattr(self, name)
            events = events[events[name].isin(codes.split(AND))] if codes else events
        return events

    def offer(self, rows: pd.DataFrame, chosen: str, of: int) -> None:
        """List the events that may be picked out, and say how many there are and which is picked out."""
        told = [(row.event_id, f"{row.when}: {row.title} ({row.event_id})") for row in rows.itertuples()]
        words = dict(told).get(chosen)
        with self.hold_sync():
            self.listed = render("explorer_events.html", events=told)
            self.chosen = chosen
            self.status = f"{len(rows)} of {of} events. {f'Chosen: {words}.' if words else 'None is chosen.'}"
