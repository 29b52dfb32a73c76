"""The lists above the explorer: three that leave events out, and one that picks an event out, all for the keyboard."""

from importlib.resources import files

import anywidget
import pandas as pd
import traitlets

from casebook.charts.sides import names
from casebook.kept import Spec
from casebook.language import joined, say
from casebook.markup import render
from casebook.wording import said_code

FILTERS = {"phase": say("Phase"), "side": say("Side"), "event_type": say("Type")}
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
    return [(ALL, say("all")), *((value, _told(value)) for value in values)]


def _told(value: str) -> str:
    """A choice in words; the fortnight is two phases."""
    if AND not in value:
        return said_code(value)
    one, other = map(said_code, value.split(AND))
    return say("{one} and {other}").format(one=one, other=other)


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

    def _asked(self, widget: anywidget.AnyWidget, content: Spec, buffers: list[bytes]) -> None:
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
            number = say("{number} of {all} events.").format(number=len(rows), all=of)
            picked = say("Chosen: {event}.").format(event=words) if words else say("None is chosen.")
            self.status = joined(number, picked)
