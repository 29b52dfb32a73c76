"""Dating a text that gives no date, a weekday as a clue, and intervals instead of days."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading, Nearly
from casebook.exercise.kinds import ListOf
from casebook.lookup import find
from casebook.tables import events

ARTICLE, NEIGHBOUR = "seed-article", "larazon-2024-01-29-desescalar"
ONE_DAY = pd.Timedelta(days=1)
WORDS = ("before", "after", "open")
PAIRS = (("E066", "E065"), ("E053", "E054"), ("E012", "E016"), ("E107", "E110"), ("E139", "E019"), ("E122", "E123"))


def row(key: str) -> pd.Series:
    """One row of the tables."""
    return find(key)[1]


def day(moment: pd.Timestamp) -> str | None:
    """A day as a student writes it; None where there is none."""
    return None if pd.isna(moment) else moment.strftime("%Y-%m-%d")


def as_day(cell: object) -> pd.Timestamp:
    """The day in a cell of an answer; NaT where it holds none."""
    return pd.to_datetime(cell, errors="coerce") if isinstance(cell, str) else pd.NaT


def _reported() -> pd.DataFrame:
    return events(source=ARTICLE)


def _printed(source: str) -> str | None:
    return day(row(source)["date_published"])


def _compared(given: pd.Timestamp, wanted: str) -> str:
    if pd.isna(given):
        return 'not read as a day; write it like "2023-12-15"'
    return "agrees" if day(given) == wanted else "too early" if given < pd.Timestamp(wanted) else "too late"


def _earliest_and_latest(given: list) -> str:
    if len(given) != 2:
        return f"Two things in one list are wanted, the earliest day and the latest. You gave {len(given)}."
    earliest = _compared(as_day(given[0]), day(_reported()["date_end"].max()))
    latest = "agrees" if given[1] is None else "a limit is given; find the words of the article that set it"
    return (
        f"Earliest: {earliest}. Latest: {latest}. A text is as young as the youngest thing that it reports as done, "
        "and no older. Where nothing sets a limit, write `None`, without quotation marks."
    )


NO_EARLIER = Exercise(
    key="no-earlier-than",
    asks="The earliest and the latest day on which the article can have been written, from what it reports as done.",
    kind=ListOf(),
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
            next="Sort the reported events by `date_end` and read from the other end.",
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


def _sundays_given(given: list) -> str:
    days = [as_day(cell) for cell in given]
    known = [each for each in days if not pd.isna(each)]
    wanted = _between("Sunday")
    odd = sum(each.day_name() != "Sunday" for each in known)
    outside = sum(not row("E123")["date_end"] < each < row("E134")["date"] for each in known)
    missing = sum(each not in known for each in wanted)
    return (
        f"Given: {len(given)}. Not read as a day: {len(days) - len(known)}. Not a Sunday: {odd}. Outside the two "
        f"events: {outside}. Sundays between them that you do not have: {missing}. Print `.day_name()` of your first "
        "and last day, and ask which event stands just before the one and just after the other."
    )


ONLY_A_SUNDAY = Exercise(
    key="only-a-sunday",
    asks="The days on which the call of E124 can have been, from a weekday and two names alone.",
    kind=ListOf(),
    answer=lambda: [day(each) for each in _between("Sunday")],
    misreadings=[
        Misreading(
            "second-page-let-in",
            lambda: [day(row("E124")["date"])],
            did="You gave the day of the row.",
            why="The row rests on both pages, and one of them is covered here. A row's date says what all its sources "
            "allow together.",
            next="Start from the weekday and the two names, and list every day that they leave.",
        ),
        Misreading(
            "month-of-the-visit",
            lambda: [day(each) for each in _between("Sunday") if each.month == row("E128")["date"].month],
            did="You kept to one month.",
            why="Nothing that you may use here names a month.",
            next="Which two events bound the time in which these two men held these offices? Let `pd.date_range` run "
            "from the one to the other.",
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
    because="So many Sundays lie between, and weekday and names leave them all. The second page says “on the eve of "
    "the visit” (E128), and one is left: the day of E124. A clue is worth what it rules out.",
    not_shown="It does not show when either page was written: neither has a date. The day is as firm as one phrase.",
    hints=[
        "`pd.date_range(start, end)` lists days; a list of some of them: `[day for day in days if ...]`.",
        "Worked on another row: the page behind E108 says Sunday, and puts the call of Friday 19 January (E103) before "
        "it. The first Sunday after the 19th is the 21st: with that second clue, one day is left.",
    ],
    sources=["E123", "E124", "E128", "E134"],
    minutes=6,
)


def _by(one: str, other: str) -> list[str]:
    """The word for each pair if the first is compared by one column, the second by another."""

    def word(first: pd.Series, second: pd.Series) -> str:
        if first[other] < second[one]:
            return "before"
        return "after" if first[one] > second[other] else "open"

    return [word(row(first), row(second)) for first, second in PAIRS]


def _vague_set_aside() -> list[str]:
    vague = [any(row(key)["date_precision"] != "day" for key in pair) for pair in PAIRS]
    return ["open" if each else word for each, word in zip(vague, _by("date", "date_end"), strict=True)]


def _agreeing(given: list) -> str:
    if len(given) != len(PAIRS):
        return f"One word for each of the {len(PAIRS)} pairs is wanted, in their order. You gave {len(given)}."
    if any(cell not in WORDS for cell in given):
        return 'Only three words are meant here, without capitals: "before", "after", "open".'
    odd = [str(n) for n, pair in enumerate(zip(given, _by("date", "date_end"), strict=True), 1) if len({*pair}) > 1]
    return (
        f"{len(given) - len(odd)} of {len(PAIRS)} agree. Look again at pair {', '.join(odd)}. For each, write both "
        "intervals under one line of paper, first day to last day, and see whether they touch. If they do, the columns "
        "do not say which came first."
    )


BEFORE_AFTER_OPEN = Exercise(
    key="before-after-or-open",
    asks="For six pairs of events, by `date` and `date_end` alone: before, after or open.",
    kind=ListOf(),
    answer=lambda: _by("date", "date_end"),
    misreadings=[
        Misreading(
            "first-day-as-date",
            lambda: _by("date", "date"),
            did="You compared the first days.",
            why="A row known to the month or year begins on its 1st, whatever happened when.",
            next="Two things are in order only if one ends before the other begins. Bring `date_end` in.",
        ),
        Misreading(
            "last-day-as-date",
            lambda: _by("date_end", "date_end"),
            did="You compared the last days.",
            why="For a row known to the month or year that is a day which nobody reported.",
            next="Ask whether the two intervals touch. If they do, the columns cannot decide.",
        ),
        Misreading(
            "vague-never-sorts",
            _vague_set_aside,
            did="You set aside every row that is known only to a month or year.",
            why="Such a row can still be put in order when its interval does not touch the other.",
            next="Look again at the first pair: on which day does each of the two begin and end?",
        ),
        Misreading(
            "number-for-time",
            lambda: ["before" if first < second else "after" for first, second in PAIRS],
            did="You followed the numbers of the rows.",
            why="Ids are labels. They were given out by first day, and some rows were added later.",
            next="Compare dates, and mind two things that fall on one day.",
        ),
    ],
    gap=_agreeing,
    because="Where two intervals touch, the columns leave the order open. Notes say more on two pairs: E053 was about "
    "three weeks before 1 February, and the last day of E107 is only that of the latest report. A span can mean that "
    "something lasted, or that we do not know.",
    not_shown="Nothing here shows the hour within a day: E122 and E123 share one.",
    hints=[
        "Draw each of the two as a bar from its first day to its last. Do the bars touch?",
        "Worked on another pair: E098 runs from 18 to 19 January 2024, E103 is 19 January. The 19th is in both, so "
        "neither ended before the other began: the pair is open.",
    ],
    sources=[key for pair in PAIRS for key in pair],
    minutes=6,
)
