"""Which events the linked chart can leave out, and what it says of them, where a page has no room for all."""

from collections.abc import Iterator

import pandas as pd

from casebook import wording
from casebook.charts.periods import crisis, in_crisis, phases
from casebook.charts.words import several


def _told(left_out: pd.Series, when: str) -> str:
    events = several(int(left_out.sum()))
    return f"Not drawn, so that the map can be read: {events} {when}. A frame of their own shows them."


def narrowed(rows: pd.DataFrame) -> Iterator[tuple[pd.DataFrame, str]]:
    """All events; then without those before the prelude; then the crisis alone. With what is said of the others.

    Parameters
    ----------
    rows : DataFrame
        What `words.prepared` gives. An event without a date is in every part of them.

    Examples
    --------
    >>> import casebook as cb
    >>> for some, said in narrowed(cb.events()):
    ...     print(len(some), said[:54] or "all")
    139 all
    86 Not drawn, so that the map can be read: 53 events befo
    41 Not drawn, so that the map can be read: 98 events befo
    """
    yield rows, ""
    if not in_crisis(rows).any():
        return
    (first, last), prelude = ((wording.day(end, "day") for end in crisis()), phases()["prelude"][0])
    early, away = rows["date"] < prelude, rows["date"].notna() & ~in_crisis(rows)
    if early.any():
        yield rows[~early], _told(early, f"before {wording.day(prelude, 'day')}")
    if away.any():
        yield rows[~away], _told(away, f"before {first} or after {last}")
