"""What could be read by an hour: the date of a report is not that of its event, and a row number is no clock."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.tables import casualties, events

NEXT_DAY = "2024-01-17"
CALL = "E087"


def _first_strike() -> pd.DataFrame:
    reports = casualties()
    return reports[reports["event_id"] == "E081"]


def _by(last: str) -> pd.Series:
    """Whether each report was dated by a day."""
    return _first_strike()["date_reported"] <= last


def _reports(kept: pd.Series) -> set[str]:
    return set(_first_strike().loc[kept, "report_id"])


def _that_night() -> set[str]:
    return _reports(_first_strike()["date_reported"] < NEXT_DAY)


def _how_many_fit(ids: frozenset[str]) -> str:
    about, fitting = ids & set(_first_strike()["report_id"]), ids & _that_night()
    told = f"Ids given: {len(ids)}. About this strike: {len(about)}. Dated by the end of 16 January: {len(fitting)}."
    if len(about) < len(ids):
        return f"{told} Take the column `report_id` of `k`: its rows are about this strike, and no others."
    if len(fitting) < len(ids):
        return f'{told} Read `date_reported` of each that is too many; `cb.show("...")` has the whole row.'
    return f"{told} None has to leave your set, and it is not all. Count the rows of `k` that your filter keeps."


REPORTS_THAT_NIGHT = Exercise(
    key="reports-that-night",
    asks="Casualty reports about E081 that could have been read by the end of 16 January, going by their dates.",
    kind=SetOf("casualties.report_id"),
    answer=_that_night,
    misreadings=[
        Misreading(
            "event-date",
            lambda: set(_first_strike()["report_id"]),
            did="You took the date of the strike for the date of every report about it.",
            why="Reports go on arriving: one of yours was dated five weeks later, and some have no date.",
            next="Filter `date_reported`, the day on which each was given.",
        ),
        Misreading(
            "next-day-too",
            lambda: _reports(_by(NEXT_DAY)),
            did="You let the next day in.",
            why="On the night of the strike nobody had read what was given on the day after.",
            next='Compare with `< "2024-01-17"`: a day begins at midnight.',
        ),
        Misreading(
            "no-date-as-early",
            lambda: _reports((_first_strike()["date_reported"] < NEXT_DAY) | _first_strike()["date_reported"].isna()),
            did="You kept reports without a date.",
            why="A blank says that we do not know, and not that it was early. Some of them are much later retellings.",
            next="Leave them out of the set.",
        ),
        Misreading(
            "killed-only",
            lambda: _reports((_first_strike()["date_reported"] < NEXT_DAY) & (_first_strike()["measure"] == "killed")),
            did="You kept reports of people killed and left out those of people injured.",
            why="They are casualty reports as well, and a room would have read them.",
            next="Drop the condition on `measure`.",
        ),
    ],
    gap=_how_many_fit,
    because="Both have one giver, the armed group that says that homes of its members were hit. The first government "
    "figure, C104, is dated the next day.",
    not_shown="It does not show what officials knew by other ways: no secret report is in the tables.",
    hints=[
        "An event has a date, and each report about it has its own. Which column is which?",
        "Worked on E067, an attack of 15 December: C067 to C071 are dated that very day and could be read by its end. "
        "C072 is dated the day after and stays out, and so does C075, which has no date.",
    ],
    sources=["C102", "C103"],
    minutes=5,
)


def _that_day() -> pd.DataFrame:
    rows = events()
    return rows[rows["date"] == NEXT_DAY]


def _with_an_hour() -> set[str]:
    rows = _that_day()
    return set(rows.loc[rows["time_local"].notna(), "event_id"])


def _with_figures() -> set[str]:
    rows = _that_day()
    return set(rows.loc[rows["time_local"].str.contains("[0-9]").fillna(False).astype(bool), "event_id"])


def _of_the_day(ids: frozenset[str]) -> str:
    day = set(_that_day()["event_id"])
    told = f"Ids given: {len(ids)}. Events of the day: {len(ids & day)}, the call among them: "
    told += f"{'yes' if CALL in ids else 'no'}. With words in `time_local`: {len(ids & _with_an_hour())}."
    if ids - day:
        return f"{told} Keep to `d17`: only its rows are of this day."
    return (
        f"{told} For each of the rest, ask what in its row puts it before the call. Where nothing does, leave it out."
    )


A_ROW_NUMBER_IS_NOT_A_CLOCK = Exercise(
    key="a-row-number-is-not-a-clock",
    asks="Events of 17 January that the tables place before the ministers' call by an hour or part of day.",
    kind=SetOf("events.event_id"),
    answer=_with_an_hour,
    misreadings=[
        Misreading(
            "id-order",
            lambda: {key for key in _that_day()["event_id"] if key < CALL},
            did="You read the row numbers as a clock.",
            why="They are ours, given in a probable order; a number says nothing of an hour.",
            next="Look at `time_local`, row by row.",
        ),
        Misreading(
            "same-day-all",
            lambda: set(_that_day()["event_id"]) - {CALL},
            did="You took every other event of the day.",
            why="The same day is neither before nor after, and most of its rows carry no hour.",
            next="Keep what `time_local` places before the call.",
        ),
        Misreading(
            "digits-only",
            _with_figures,
            did="You looked for figures and found none.",
            why="An hour may be told in words, as a part of the day.",
            next="Read `time_local` of every row of the day: `.notna()` keeps those that have something.",
        ),
    ],
    gap=_of_the_day,
    because="“Shortly after midnight” is before any call of that day. For the rest the room sets hours and marks them.",
    not_shown="It does not show that the others came after the call: most of the day has no hour in our rows.",
    hints=[
        "An id is a name and not a time. Which column has the hour?",
        "Worked on 18 January: E092, “about 04:00 to 04:30”, is before E094, “around midday”. E096 has no words of "
        "time, so it is neither.",
    ],
    sources=["E083", "E087"],
    minutes=4,
)
