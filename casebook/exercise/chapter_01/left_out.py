"""What the article leaves out: events of its fortnight with people reported killed."""

import pandas as pd

from casebook.exercise.chapter_01.guidance import Found, next_step
from casebook.exercise.chapter_01.rows import fortnight, touched
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.tables import casualties, events


def _killed() -> pd.DataFrame:
    """Reports that speak of people killed; those without a figure are among them, a denial is not."""
    reports = casualties()
    return reports[(reports["measure"] == "killed") & (reports["count_low"].fillna(1) > 0)]


def _deadly() -> set[str]:
    return set(_killed()["event_id"].dropna())


def _inside() -> set[str]:
    return set(fortnight()["event_id"])


def _by_day_of_report() -> set[str]:
    reports = casualties().query("measure == 'killed'")
    late = reports["date_reported"].between("2024-01-16", "2024-01-29")
    return set(reports.loc[late, "event_id"].dropna()) - touched("events")


def _exchange() -> set[str]:
    return set(events().query("phase == 'exchange'")["event_id"])


def _civilians() -> set[str]:
    return set(_killed().query("victim_group == 'civilians'")["event_id"].dropna())


def _left_out() -> set[str]:
    return (_inside() & _deadly()) - touched("events")


def _conditions_met(ids: frozenset[str]) -> str:
    known = set(events()["event_id"])
    events_given = ids & known
    counted = (
        f"Ids given: {len(ids)}. Events among them: {len(events_given)}. Dated 16 to 29 January: "
        f"{len(events_given & _inside())}. With a report of people killed: {len(events_given & _deadly())}. Neither "
        f"described nor mentioned in the article: {len(events_given - touched('events'))}."
    )
    return counted + next_step(
        Found(ids, known, _left_out()),
        other="Event ids begin with E: a report of casualties names its event in `event_id`.",
        odd="All three must hold of each: combine three sets with `&` and `-`.",
        more="Combine three sets with `&` and `-`.",
    )


LEFT_OUT = Exercise(
    key="left-out",
    asks="Events of 16 to 29 January with people reported killed that the article does not mention.",
    kind=SetOf("events.event_id"),
    answer=_left_out,
    misreadings=[
        Misreading(
            "report-date-for-event-date",
            _by_day_of_report,
            did="You chose by the day on which a report was made.",
            why="A report of this fortnight can be about a night before it, as one of yours is.",
            next="The day of what happened is in `events`, in the column `date`: filter there.",
        ),
        Misreading(
            "stopped-at-the-strikes",
            lambda: (_exchange() & _deadly()) - touched("events"),
            did="You have nothing from after 18 January.",
            why="The article speaks of a visit eleven days later, and people were reported killed in between.",
            next="Take the whole time up to its Monday, 29 January.",
        ),
        Misreading(
            "civilians-only",
            lambda: (_inside() & _civilians()) - touched("events"),
            did="You have only what is left if the dead must be coded as civilians.",
            why="The question is about anyone reported killed; members of armed groups and of forces are people too.",
            next="Leave `victim_group` aside: list all events of these days with a report of people killed.",
        ),
        Misreading(
            "every-event-left-out",
            lambda: _inside() - touched("events"),
            did="You have all that the article leaves out, telephone calls and meetings among them.",
            why="The question is narrower: events for which somebody reports people killed.",
            next="Use `&` with the `event_id`s of the table in which people killed are reported.",
        ),
    ],
    gap=_conditions_met,
    because="A clash at Kastag and the killing of a colonel, both on 17 January (E088, E089), and the shooting of "
    "Pakistani workers in Saravan two days before the visit (E112). Who acted is acknowledged, claimed and "
    "unknown, in this order.",
    not_shown="It does not show why they are absent. And only a text that was read in full can be asked: for an "
    "excerpt, no row is no silence.",
    hints=[
        "Three sets: events of these days, events with people reported killed, events in the article. `&` keeps what "
        "is in both, `-` takes away.",
        "Worked on 1 to 15 January: events with people reported killed are {E071, E075, E078}; none of them is in "
        "`touched`, so all three stay.",
    ],
    sources=["E088", "E089", "E112"],
    minutes=8,
)
