"""Dating a text that gives no date, and a weekday as a clue."""

import pandas as pd

from casebook.exercise.chapter_02.day_cells import Days, day, is_day, row
from casebook.exercise.exercise import Exercise, Misreading, Nearly
from casebook.tables import events

ARTICLE, NEIGHBOUR = "seed-article", "larazon-2024-01-29-desescalar"
ONE_DAY = pd.Timedelta(days=1)


def _reported() -> pd.DataFrame:
    return events(source=ARTICLE)


def _printed(source: str) -> str | None:
    return day(row(source)["date_published"])


def _compared(given: str | None, wanted: str | None) -> str:
    if given is None or wanted is None or not is_day(given):
        return 'not read as a day; write it like "2023-12-15"'
    return "agrees" if given == wanted else "too early" if given < wanted else "too late"


def _earliest_and_latest(given: list[str | None]) -> str:
    if len(given) != 2:
        return f"Two things in one list are wanted, the earliest day and the latest. You gave {len(given)}."
    if "None" in given:
        return "In quotation marks, None is a word like any other. Write `None` without them."
    latest = "agrees" if given[1] is None else "a limit is given; find the words of the article that set it"
    return (
        f"Earliest: {_compared(given[0], day(_reported()['date_end'].max()))}. Latest: {latest}. A text is no older "
        "than the youngest thing that it reports as done, and may be of the same day. Where nothing sets a limit, "
        "write `None`."
    )


NO_EARLIER = Exercise(
    key="no-earlier-than",
    asks="The earliest and the latest day on which the article can have been written, from what it reports as done.",
    kind=Days(),
    answer=lambda: [day(_reported()["date_end"].max()), _printed(ARTICLE)],
    misreadings=[
        Misreading(
            "borrowed-date",
            lambda: [day(_reported()["date_end"].max()), _printed(NEIGHBOUR)],
            did="You set a last day.",
            why="That is the day of a page which shares sentences with the article, or of the last events in it. A "
            "rewrite can follow an hour or a month later.",
            next="Find the words of the article that rule out the day after, and the week after.",
        ),
        Misreading(
            "earliest-taken-for-latest",
            lambda: [_printed(ARTICLE), day(_reported()["date_end"].max())],
            did="You set a last day and no first one.",
            why="What a text reports as done sets a limit on one side only: before it, nobody could write so. After "
            "it, anybody can.",
            next="Ask of the day after your day: could this text have been written then?",
        ),
        Misreading(
            "days-told-of",
            lambda: [day(_reported()["date"].min()), day(_reported()["date_end"].max())],
            did="You gave the first and the last day of which the article tells.",
            why="Those are days of events. The question is when somebody could write about all of them, and what "
            "would stop a later writer.",
            next="Put yourself on the first of your two days: which of the events had happened?",
        ),
        Misreading(
            "first-event",
            lambda: [day(_reported()["date"].min()), None],
            did="You took the first event.",
            why="A text that tells of several days cannot be older than the last of them.",
            next="Read the reported events from the end, sorted by `date_end`.",
        ),
        Misreading(
            "first-sign-of-easing",
            lambda: [day(events().query("phase == 'de_escalation'")["date"].min()), None],
            did="You dated the text to the day on which easing began in the tables.",
            why="The article says that relations ease; newspapers call such a thing new for days.",
            next="Look for the latest thing which the article says has happened.",
        ),
    ],
    gap=_earliest_and_latest,
    because="Its latest events are of 29 January: the talks and the liaison officers (E116, E117). Nothing in it sets "
    "a last day: that it is silent about later events proves little. The tables date its quotations to that day by the "
    "same reasoning, and say so: the precision of S149 is `inferred`.",
    not_shown="It does not show when this text appeared. F01 and F02 make one day likely, for a neighbouring page.",
    hints=[
        "Which is the last thing in the article that has happened, not merely been planned?",
        "Worked on another source: the page `islamtimes-2024-01-13-naval` speaks of the drill of 16 January (E080) and "
        "is dated the 13th, because it announces. What is announced sets no earliest day; what is told as done does.",
    ],
    sources=["E115", "E116", "E117", "F01", "F02"],
    minutes=5,
)


def _between(weekday: str) -> list[pd.Timestamp]:
    days = pd.date_range(row("E123")["date_end"] + ONE_DAY, row("E134")["date"] - ONE_DAY)
    return [each for each in days if each.day_name() == weekday]


def _sundays_given(given: list[str]) -> str:
    days = [pd.Timestamp(cell) for cell in given if is_day(cell)]
    ends = row("E123")["date_end"], row("E134")["date"]
    counts = {
        "not read as a day": len(given) - len(days),
        "not a Sunday": sum(each.day_name() != "Sunday" for each in days),
        "not between the two events": sum(not ends[0] < each < ends[1] for each in days),
        "Sundays between them that you do not have": sum(each not in days for each in _between("Sunday")),
    }
    odd = [f"{words}: {count}" for words, count in counts.items() if count]
    if not odd:
        return (
            "The days are all there. One stands twice, or they are not in order of time: `sorted(set(...))` mends both."
        )
    if len(days) < len(given):
        step = 'Write a day like "2023-12-15", or give the days themselves as `pd.date_range` makes them.'
    elif counts["not a Sunday"]:
        step = "Print `.day_name()` of each of your days, and keep those that fit."
    else:
        step = "Which event stands just before your first day, and which just after your last?"
    return f"Days given: {len(given)}. To mend: {'; '.join(odd)}. {step}"


ONLY_A_SUNDAY = Exercise(
    key="only-a-sunday",
    asks="The days on which the call of E124 can have been, from a weekday and two names alone.",
    kind=Days(),
    answer=lambda: [day(each) for each in _between("Sunday")],
    misreadings=[
        Misreading(
            "second-page-let-in",
            lambda: [day(row("E124")["date"])],
            did="You gave the day of the row.",
            why="The row rests on both pages, and one of them is covered here. A row's date says what all its sources "
            "allow together.",
            next="List every day that the weekday and the two names leave.",
        ),
        Misreading(
            "month-of-the-visit",
            lambda: [day(each) for each in _between("Sunday") if each.month == row("E128")["date"].month],
            did="You kept to one month.",
            why="Nothing that you may use here names a month.",
            next="Let `pd.date_range` run between the two events that bound the time in which these two men "
            "held these offices.",
        ),
        Misreading(
            "monday-is-zero",
            lambda: [day(each) for each in _between("Monday")],
            did="Your days are all the same weekday, and not the one reported.",
            why="`.weekday()` counts from Monday: its 0 is a Monday.",
            next="Print `.day_name()` of one of your days before you trust a number.",
        ),
    ],
    nearly=[
        Nearly(
            "an-end-is-in",
            lambda: [day(each) for each in [*_between("Sunday"), row("E134")["date"]]],
            "The last of your days is the first of E134, and the task says strictly between. Stop one day earlier.",
        ),
    ],
    gap=_sundays_given,
    because="Every Sunday between the two: weekday and names leave them all. The second page says “on the eve of the "
    "visit” (E128), and one is left, the day of E124. A clue is worth what it rules out.",
    not_shown="It does not show when either page was written: neither has a date. The day is as firm as one phrase.",
    hints=[
        "`pd.date_range(start, end)` lists days; a list of some of them: `[day for day in days if ...]`.",
        "Worked on another row: the page behind E108 says Sunday, and puts the call of Friday 19 January (E103) before "
        "it. The first Sunday after the 19th is the 21st: with that second clue, one day is left.",
    ],
    sources=["E123", "E124", "E128", "E134"],
    minutes=6,
)
