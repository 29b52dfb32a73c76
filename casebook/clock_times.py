"""Moments that carry a clock or a part of a day: where it is printed, and the instants that it may mean (chapter 02).

The hours are those of the tables. For the strike at Koh-e-Sabz they give "around sunset" and "late evening", so noon to
midnight stands for it: a margin, not a report. A zone that is not stated is taken as each of those that are plausible.
"""

import re
from dataclasses import dataclass
from itertools import product

import pandas as pd

from casebook.lookup import find

KABUL, KARACHI, NEW_YORK, TEHRAN = "Asia/Kabul", "Asia/Karachi", "America/New_York", "Asia/Tehran"


@dataclass(frozen=True)
class Moment:
    """A row with a clock: the day, the column where the clock is printed or hours for it, the zones it may mean."""

    day: str
    zones: tuple[str, ...]
    column: str = ""
    margin: tuple[str, ...] = ()


MOMENTS = {
    "E081": Moment("2024-01-16", (KARACHI,), margin=("12:00", "24:00")),
    "E092": Moment("2024-01-18", (TEHRAN,), column="time_local"),
    "C138": Moment("2024-01-18", ("UTC",), column="reporter_as_named"),
    "E094": Moment("2024-01-18", (KABUL, TEHRAN), column="time_local"),
    "C151": Moment("2024-01-18", (TEHRAN, "UTC"), column="reporter_as_named"),
    "C148": Moment("2024-01-18", (NEW_YORK,), column="reporter_as_named"),
}


def clock(key: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The earliest and the latest time that is printed for a moment, without a zone; the same twice for one clock.

    Examples
    --------
    >>> [str(each) for each in clock("E092")]
    ['2024-01-18 04:00:00', '2024-01-18 04:30:00']
    """
    moment = MOMENTS[key]
    hours = moment.margin or re.findall(r"\d\d:\d\d", find(key)[1][moment.column])
    first, last = (pd.Timestamp(moment.day) + pd.Timedelta(f"{hour}:00") for hour in (hours[0], hours[-1]))
    return first, last


def window(key: str, zones: tuple[str, ...] = ()) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The earliest and the latest instant that a moment may be, in UTC: over its clock and the zones that it may mean.

    Examples
    --------
    >>> [f"{each:%H:%M}" for each in window("C151")]
    ['12:29', '15:59']
    """
    chosen = zones or MOMENTS[key].zones
    instants = [time.tz_localize(zone).tz_convert("UTC") for time, zone in product(clock(key), chosen)]
    return min(instants), max(instants)
