"""The explorer: the linked chart beside the evidence card of the event that is picked out."""

import altair as alt
import ipywidgets
import pandas as pd

from casebook import renderer
from casebook.charts.area import in_words
from casebook.charts.event_marks import SELECTED
from casebook.charts.explorer_chart import CHOSEN, NONE, explorer_chart
from casebook.charts.explorer_controls import FILTERS, FORTNIGHT, Controls
from casebook.charts.frames import needs
from casebook.charts.linked import describe, linked
from casebook.charts.sides import with_sides
from casebook.charts.words import COLUMNS, prepared
from casebook.kept import Bundle, Spec
from casebook.markup import render
from casebook.provenance import show
from casebook.tables import events as all_events

# As SVG, so that a screen reader finds each mark with its words.
DRAWN = {"actions": False, "renderer": "svg"}


class Explorer(ipywidgets.VBox):
    """Lists, the linked chart, the card of one event and a table: all about the same events.

    Everything that a click does, the list of events does too, by keyboard. A saved notebook keeps the linked chart for
    readers without a running kernel.

    Attributes
    ----------
    controls : Controls
        The lists: what they leave and what is picked out.
    chart : JupyterChart
    card, table : HTML
    """

    def __init__(self, events: pd.DataFrame, theme: str, phase: str) -> None:
        self._events, self._theme = with_sides(events), theme
        self.controls = Controls(self._events)
        self.controls.phase = phase
        self.card, self.table = (ipywidgets.HTML(layout={"width": "100%"}) for _ in range(2))
        self.chart = alt.JupyterChart(explorer_chart(self._events, NONE, theme), embed_options=DRAWN)
        self._draw()
        self.controls.observe(lambda change: self._draw(), list(FILTERS))
        self.controls.observe(lambda change: self.choose(change["new"]), CHOSEN)
        chart = ipywidgets.Box([self.chart], layout={"flex": "0 1 auto", "overflow": "auto"})
        card = ipywidgets.Box([self.card], layout={"flex": "1 1 240px", "min_width": "240px"})
        both = ipywidgets.Box([chart, card], layout={"flex_flow": "row wrap", "width": "100%"})
        super().__init__([self.controls, both, self.table])

    @property
    def shown(self) -> pd.DataFrame:
        """The events that the lists leave."""
        return self.controls.left(self._events)

    def choose(self, event_id: str) -> None:
        """Pick out one of the events that are shown, or none (blank): light its marks, show its card, name it.

        Raises
        ------
        UnknownRowError
            If there is no such row.
        """
        self.card.value = render("explorer_card.html", card=show(event_id) if event_id else None)
        setattr(self.chart.params, CHOSEN, event_id)
        self.controls.offer(prepared(self.shown), event_id, len(self._events))

    def _draw(self) -> None:
        """Draw and list the events that the lists leave; what is picked out stays so if it is among them."""
        shown = self.shown
        rows = prepared(shown)
        kept = self.controls.chosen if self.controls.chosen in set(rows["event_id"]) else NONE
        self.choose(kept)
        # After the choice: the browser stumbles over a chart and a parameter that change in one message.
        self.chart.chart = explorer_chart(shown, kept, self._theme)
        if len(rows):
            self.chart.selections.observe(self._clicked, SELECTED)
        words = in_words(rows).fillna("")
        self.table.value = render(
            "explorer_table.html", caption=describe(rows), columns=list(words), rows=words.to_numpy().tolist()
        )

    def _clicked(self, change: Spec) -> None:
        picked = change["new"].value
        if picked:
            self.choose(picked[0]["event_id"])

    def _repr_mimebundle_(self, **how: object) -> Bundle:
        """The widgets, and beside them the linked chart and its words for readers without a kernel."""
        fallback, about = renderer.bundle(linked(self.shown, self._theme).to_dict())
        return {**super()._repr_mimebundle_(**how), **fallback}, about


def explore(events: pd.DataFrame | None = None, theme: str = "light") -> Explorer:
    """Explore events: time, class and place in one view, and the evidence of what is clicked beside it.

    Parameters
    ----------
    events : DataFrame, optional
        Rows of `events`, all or some. If nothing is given: all, opened on the crisis fortnight.
    theme : {"light", "dark", "projector"}, default "light"
        The look.

    Returns
    -------
    Explorer
        Widgets in a running notebook; in a saved one the linked chart of the same events.

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
    >>> explorer = explore()
    >>> explorer.controls.phase = "exchange"
    >>> explorer.choose("E092")
    >>> print(explorer.controls.status.partition(". ")[2])
    Chosen: 18 January 2024: Pakistan strikes near Saravan, Iran (E092).
    """
    given = all_events() if events is None else events
    given = needs(given, (*COLUMNS, "title", "place_id", "phase"), "explore", "events")
    alt.JupyterChart.enable_offline(True)
    return Explorer(given, theme, FORTNIGHT if events is None else "")
