"""Stretches of time: which events have the stage of a timeline, which stand in strips, and how axes are ticked.

When each phase of the crisis begins, the descriptor of the data folder says (`begins` of the column `phase`).
"""

from dataclasses import dataclass

import pandas as pd

from casebook.datapackage import folder, resource
from casebook.frames import BrokenTableError
from casebook.language import say

# The phases between which charts divide time, by their codes; a folder may have others beside them.
PHASES = ("background", "prelude", "exchange", "de_escalation", "aftermath")
BEFORE_ALL, AFTER_ALL = pd.Timestamp("1900-01-01"), pd.Timestamp("2100-01-01")
DAY = pd.Timedelta(days=1)
# A stretch this short is shown whole, also where the crisis is only a part of it.
SHORT = 60 * DAY


@dataclass(frozen=True)
class Period:
    """A stretch between the phases of the codebook, counted by year, month or day."""

    name: str
    first: pd.Timestamp
    last: pd.Timestamp
    unit: str

    def has(self, dates: pd.Series) -> pd.Series:
        return dates.between(self.first, self.last)


def phases() -> dict[str, tuple[pd.Timestamp, pd.Timestamp]]:
    """The first and the last day of each phase.

    Examples
    --------
    >>> [f"{day:%d %B %Y}" for day in phases()["exchange"]]
    ['16 January 2024', '18 January 2024']
    """
    column = next(each for each in resource("events")["schema"]["fields"] if each["name"] == "phase")
    names, begins = column.get("constraints", {}).get("enum", []), column.get("begins", {})
    if not set(PHASES) <= set(names) or set(names[1:]) - set(begins):
        why = say("`begins` of events.phase does not date every phase")
        raise BrokenTableError(folder() / "datapackage.json", why)
    first = [BEFORE_ALL, *(pd.Timestamp(begins[name]) for name in names[1:])]
    last = [*(day - DAY for day in first[1:]), AFTER_ALL]
    return dict(zip(names, zip(first, last, strict=True), strict=True))


def crisis() -> tuple[pd.Timestamp, pd.Timestamp]:
    """The first and the last day of the crisis: the phases exchange and de_escalation.

    Examples
    --------
    >>> [f"{day:%d %B %Y}" for day in crisis()]
    ['16 January 2024', '29 January 2024']
    """
    return phases()["exchange"][0], phases()["de_escalation"][1]


def periods() -> tuple[Period, ...]:
    """The stretches that strips show, in order of time."""
    found = phases()
    return (
        Period("background", *found["background"], "year"),
        Period("prelude", *found["prelude"], "month"),
        Period("crisis", *crisis(), "day"),
        Period("aftermath", *found["aftermath"], "month"),
    )


def in_crisis(events: pd.DataFrame) -> pd.Series:
    """Which events began in the crisis: in the casebook's own data the fortnight of 16 to 29 January 2024."""
    return events["date"].between(*crisis())


def split(events: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The events that get labels in lanes, and those that only stand in strips.

    The crisis fortnight is never squeezed by years before it: where a frame has both, the fortnight has the stage.

    Parameters
    ----------
    events : DataFrame
        Rows of `events`, all dated.

    Examples
    --------
    >>> import casebook as cb
    >>> _, strips = split(cb.events())
    >>> sorted(strips["phase"].unique())
    ['aftermath', 'background', 'prelude']
    """
    if events.empty:
        return events, events
    in_it = in_crisis(events)
    short = events["date_end"].max() - events["date"].min() <= SHORT
    if short or not in_it.any():
        return events, events.iloc[:0]
    return events[in_it], events[~in_it]


@dataclass(frozen=True)
class Axis:
    """A stretch of time on a line of `width` pixels: its ticks, how they read, and what its title says."""

    start: pd.Timestamp
    end: pd.Timestamp
    width: float
    ticks: list[pd.Timestamp]
    format: str
    title: str

    def at(self, moment: pd.Timestamp) -> float:
        """Where a moment is, in pixels from the left."""
        return (moment - self.start) / (self.end - self.start) * self.width


def _every(start: pd.Timestamp, end: pd.Timestamp) -> tuple[str, str]:
    """How far apart ticks are, as a pandas frequency, and how d3 formats them."""
    days = (end - start) / DAY
    for most, frequency, form in (
        (15, "1D", "%a %-d"),
        (34, "3D", "%-d %b"),
        (100, "W-MON", "%-d %b"),
        (300, "MS", "%b %Y"),
        (800, "2MS", "%b %Y"),
        (1500, "QS", "%b %Y"),
        (14 * 365, "YS", "%Y"),
        (30 * 365, "2YS", "%Y"),
    ):
        if days <= most:
            return frequency, form
    return "10YS", "%Y"


def _title(start: pd.Timestamp, end: pd.Timestamp, form: str) -> str:
    if form in {"%Y", "%b %Y"}:
        return ""
    months = (
        [f"{start:%B %Y}"] if (start.year, start.month) == (end.year, end.month) else [f"{start:%B}", f"{end:%B %Y}"]
    )
    return " to ".join(months)


def axis_for(events: pd.DataFrame, width: float) -> Axis:
    """The axis on which some events stand: the whole fortnight for events of the crisis, else as long as needed."""
    if in_crisis(events).all():
        first, last = crisis()
        start, end = first - DAY / 2, last + DAY / 2
    else:
        first, last = events["date"].min(), events["date_end"].max()
        air = max((last - first) * 0.03, DAY / 2)
        start, end = first - air, last + air
    frequency, form = _every(start, end)
    ticks = list(pd.date_range(start.normalize(), end, freq=frequency))
    return Axis(start, end, width, [tick for tick in ticks if tick >= start], form, _title(first, last, form))
