"""What two dates hide about the hours between."""

import pandas as pd

from casebook.clock_times import KARACHI, TEHRAN, window
from casebook.exercise.chapter_02.day_cells import row
from casebook.exercise.exercise import Exercise, Misreading, Nearly
from casebook.exercise.kinds import ListOf
from casebook.exercise.kinds.cells import Scalar, is_number

HOUR = pd.Timedelta(hours=1)


def _between_strikes(first_zone: str, second_zone: str) -> list[float]:
    """The shortest and the longest time between the strikes in hours, with a zone chosen for each."""
    (noon, midnight), (first, last) = window("E081", (first_zone,)), window("E092", (second_zone,))
    return [(first - midnight) / HOUR, (last - noon) / HOUR]


def _one_hour_only() -> list[float]:
    """The last hour reported for the second strike, taken for both ends."""
    (noon, midnight), (_, last) = window("E081"), window("E092")
    return [(last - midnight) / HOUR, (last - noon) / HOUR]


def _by_dates() -> float:
    return float((row("E092")["date"] - row("E081")["date"]) / HOUR)


def _too_short_or_long(given: list[Scalar]) -> str:
    if len(given) != 2:
        return (
            f"Two numbers in one list are wanted, the shortest time and the longest, in hours. You gave {len(given)}."
        )
    hours = [cell for cell in given if is_number(cell)]
    if len(hours) != 2:
        return "Hours are wanted as numbers, without quotation marks."
    words = [
        "agrees" if abs(cell - wanted) <= 0.1 else "too short" if cell < wanted else "too long"
        for cell, wanted in zip(hours, _between_strikes(KARACHI, TEHRAN), strict=True)
    ]
    return (
        f"Shortest: {words[0]}. Longest: {words[1]}. The shortest goes from the last moment of the first strike to the "
        "first moment of the second, the longest from first to last. Give each moment its own zone."
    )


HOW_LONG = Exercise(
    key="how-long-between",
    asks="The shortest and the longest time between the two strikes, in hours.",
    kind=ListOf(tolerance=0.1),
    answer=lambda: _between_strikes(KARACHI, TEHRAN),
    misreadings=[
        Misreading(
            "clocks-not-converted",
            lambda: _between_strikes(KARACHI, KARACHI),
            did="You subtracted a clock of one country from a clock of the other.",
            why="In January 2024 the two stand an hour and a half apart.",
            next="Give each moment its zone, `tz=...`, before you subtract.",
        ),
        Misreading(
            "days-times-24",
            lambda: [_by_dates(), _by_dates()],
            did="You counted dates.",
            why="From a Tuesday evening to a Thursday before dawn two dates pass, and fewer hours. Dates tell which "
            "days; clocks tell how long.",
            next="Use the four hours in the task: two for the first strike, two for the second.",
        ),
        Misreading(
            "zones-swapped",
            lambda: _between_strikes(TEHRAN, KARACHI),
            did="You gave each country the other's zone.",
            why="Pakistan lies to the east and its clock is ahead: 04:30 in Tehran is 06:00 in Islamabad.",
            next="Check which strike was in which country, and with it its `tz`.",
        ),
        Misreading(
            "one-hour-only",
            _one_hour_only,
            did="You used one of the reported hours of the second strike for both ends.",
            why="The row gives a range, and the shortest time needs the earliest hour in it.",
            next="Use both ends: one for the shortest, one for the longest.",
        ),
    ],
    nearly=[
        Nearly(
            "in-minutes",
            lambda: [60 * each for each in _between_strikes(KARACHI, TEHRAN)],
            "These are minutes; hours are wanted.",
        ),
    ],
    gap=_too_short_or_long,
    because="Two dates apart, and less than two days by any of the hours reported. “Delayed” is the article's word; "
    "others only give the interval (K45).",
    not_shown="It does not show the hour of the Iranian strike: “sunset” and “late evening” are two reports (E081), "
    "and noon is a margin of our own.",
    hints=[
        "Draw a line with two windows, one for each strike. Measure the inner gap and the outer one.",
        "Worked on a pair of 2014: E020 is placed in the “evening” and E021 in the “night” of one day. The windows "
        "touch, so the shortest time between them is zero.",
    ],
    sources=["E081", "E092", "F06", "F09", "F10", "F11", "K45"],
    minutes=5,
)
