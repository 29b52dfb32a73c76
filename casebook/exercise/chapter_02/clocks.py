"""Clocks of several zones on one clock."""

from itertools import product

import pandas as pd

from casebook.clock_times import MOMENTS, TEHRAN, clock, window
from casebook.exercise.chapter_02.day_cells import row
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import ListOf, SetOf
from casebook.exercise.kinds.cells import Scalar

# The westernmost clock on earth, twelve hours behind UTC (the sign in its name is turned round).
LAST_CLOCK = "Etc/GMT+12"
PRINTED = {"islamtimes-2024-01-13-naval": "E080", "ap-krdo-2024-01-17": "E092"}
REPORTS = ("C138", "E094", "C148", "C151")


def _first_moment(key: str) -> pd.Timestamp:
    """The earliest that an event can have begun, by Tehran's clock; midnight where no hour is reported."""
    return window(key)[0] if key in MOMENTS else row(key)["date"].tz_localize(TEHRAN)


def _explained_by_a_clock() -> set[str]:
    """Pages whose day some clock on earth showed when the event began."""
    return {
        page
        for page, key in PRINTED.items()
        if row(page)["date_published"].date() >= _first_moment(key).tz_convert(LAST_CLOCK).date()
    }


PRINTED_BEFORE = Exercise(
    key="printed-before-it-happened",
    asks="Which of two pages that are dated before their event are explained by clocks alone.",
    kind=SetOf("sources.source_id"),
    answer=_explained_by_a_clock,
    misreadings=[
        Misreading(
            "both-by-clocks",
            lambda: set(PRINTED),
            did="You let time zones explain both.",
            why="No two clocks on earth are much more than a day apart.",
            next="Count the days between page and event in each case.",
        ),
        Misreading(
            "the-announcement",
            lambda: set(PRINTED) - _explained_by_a_clock(),
            did="You chose the page that is days ahead of its event.",
            why="A clock cannot carry it that far. A plan can.",
            next="Convert the hour of the strike to the zone of the country where the other page was published.",
        ),
        Misreading(
            "none-must-be-errors",
            set,
            did="You took both dates for slips.",
            why="Before a date is called wrong, ask whose calendar it is.",
            next='Convert 04:00 in Tehran to `"America/New_York"`: on which date does it fall?',
        ),
    ],
    gap=lambda ids: (
        f"Ids given: {len(ids)}. Of the two in the table above: {len(ids & PRINTED.keys())}. Ask of each of these two: "
        "could any clock on earth show that date when the event began?"
    ),
    because="At 04:30 near Saravan it was 20:00 on 17 January in New York: the page is right by its own calendar (note "
    "of C137). The other page announced a drill.",
    not_shown="It does not explain why AP texts date the Iranian strike to 17 January (F05): that evening was the "
    "16th everywhere west of Pakistan.",
    hints=[
        "Which way does the date move when you go west?",
        "Worked on another event: E112, at about 02:30 on 27 January near Saravan, is 04:00 in Islamabad on the same "
        "day, and 18:00 on 26 January in New York.",
    ],
    sources=["C137", "E080", "E092", "F05", "F09"],
    minutes=4,
)


def _printed_clock(key: str) -> pd.Timestamp:
    return clock(key)[0]


def _orders() -> set[tuple[str, ...]]:
    """The order of the reports under every combination of zones in which their clocks may be meant."""
    found = set()
    for zones in product(*(MOMENTS[key].zones for key in REPORTS)):
        at = {key: window(key, (zone,))[0] for key, zone in zip(REPORTS, zones, strict=True)}
        found.add(tuple(sorted(REPORTS, key=lambda key: at[key])))
    return found


def _order_for_every_zone() -> list[str]:
    (order,) = _orders()
    return [*order]


def _wrong_way() -> list[str]:
    """Each clock moved by its offset, away from UTC instead of towards it."""

    def moved(key: str) -> pd.Timestamp:
        clock = _printed_clock(key)
        there = clock.tz_localize(MOMENTS[key].zones[0])
        return clock + (clock - there.tz_convert("UTC").tz_localize(None))

    return sorted(REPORTS, key=moved)


def _with_one_zone() -> list[str]:
    return [key for key in _order_for_every_zone() if len(MOMENTS[key].zones) == 1]


def _pairs_turned(given: list[Scalar]) -> str:
    known = [cell for cell in given if cell in REPORTS]
    if sorted(map(str, given)) != sorted(REPORTS):
        return (
            f"Each of the {len(REPORTS)} ids is wanted once. You gave {len(given)}; {len(set(known))} of the wanted "
            "ones are among them. Write them as the task does, with a capital and in quotation marks."
        )
    order = _order_for_every_zone()
    places = [order.index(key) for key in known]
    turned = sum(one > two for n, one in enumerate(places) for two in places[n + 1 :])
    return (
        f"Pairs in the wrong order: {turned} of 6. Sort four lines by their moment in UTC, each "
        "with its clock and its zone; where no zone is stated, there are two such moments."
    )


NINE_AFTER_TEN = Exercise(
    key="nine-after-ten",
    asks="Four pages of 18 January from earliest to latest, if the order holds for every zone that may be meant.",
    kind=ListOf(),
    answer=_order_for_every_zone,
    misreadings=[
        Misreading(
            "clocks-as-printed",
            lambda: sorted(REPORTS, key=_printed_clock),
            did="You sorted the clocks as they are printed.",
            why="Twenty past three in New York and four in Tehran are hours apart. The figures then rise neatly, which "
            "may make the order look right.",
            next="Convert each clock to UTC before you sort.",
        ),
        Misreading(
            "offset-the-wrong-way",
            _wrong_way,
            did="You moved each clock in the wrong direction.",
            why="Tehran is ahead of UTC, so UTC is earlier: from Tehran's clock you subtract. New York is behind.",
            next="Test your rule on a moment that you know: 04:30 in Tehran is 01:00 in UTC.",
        ),
        Misreading(
            "unstated-zones-dropped",
            _with_one_zone,
            did="You left out the pages whose zone is not stated.",
            why="Not knowing a zone matters only if the order depends on it.",
            next="Try each zone that is plausible: does the order ever change?",
        ),
    ],
    gap=_pairs_turned,
    because="“At least nine” (C148) was printed hours after a report of ten (C151), whichever zone is meant for the "
    "latter. Later need not be better informed, and “at least nine” allows ten.",
    not_shown="It does not show which figure is right, nor whether the one agency had seen the other. The post behind "
    "E094 still carries the first toll (note of C134): it is no other count.",
    hints=[
        "Kabul is 4:30 ahead of UTC, Tehran 3:30; New York in January is 5:00 behind. Write clock, offset, UTC.",
        "Worked on another clock: the strike is placed at 04:30 in Tehran (F09). Tehran is ahead, so 04:30 minus 3:30 "
        "is 01:00 in UTC, some six hours before an alert of 06:51 UTC.",
    ],
    sources=["C138", "C148", "C151", "E094"],
    minutes=6,
)
