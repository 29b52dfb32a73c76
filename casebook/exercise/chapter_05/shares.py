"""Shares, not shouts: how often each side's statements make a move, by a denominator of its own."""

import re

import pandas as pd

from casebook.exercise.chapter_05.spoken import spoken
from casebook.exercise.exercise import Exercise, Misreading, Nearly
from casebook.exercise.kinds import Chart, sketch
from casebook.exercise.kinds.drawn import Channel, Drawn
from casebook.kept import Spec
from casebook.tables import statements

SIDES = ("iran", "pakistan")
READ = "reassure"
# Channels that order or group marks, or show a field only to who points at one.
UNSEEN = {"tooltip", "detail", "order", "key", "href"}
FIRST, LAST = "2024-01-19", "2024-01-29"


def _late(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["date"].between(FIRST, LAST) & rows["speaks_for_id"].isin(SIDES)]


def _counts() -> pd.DataFrame:
    """One row for each side and move: how many statements make it."""
    made = _late(spoken()).groupby(["speaks_for_id", "move"], observed=True)["statement_id"].nunique()
    return made.rename("value").reset_index()


def _denominators() -> pd.Series:
    """How many statements each side has in these days, also those without a move."""
    return _late(statements())["speaks_for_id"].value_counts()


def _bars(values: pd.Series) -> Spec:
    """The moves as bars of each side, with the denominators in the title."""
    title = ", ".join(f"{side}: {number} statements" for side, number in _denominators().items())
    rows = _counts().assign(value=values.to_numpy(dtype=float))
    return sketch(rows, "bar", title, x="value:Q", y="move:N", column="speaks_for_id:N")


def _shares() -> pd.Series:
    rows = _counts()
    return rows["value"] / rows["speaks_for_id"].map(_denominators())


def _of_moves() -> pd.Series:
    rows = _counts()
    return rows["value"] / rows.groupby("speaks_for_id")["value"].transform("sum")


def _column_with(chart: Drawn, *words: str) -> str | None:
    """The column of the drawn rows in which all of some words stand."""
    names = dict.fromkeys(name for row in chart.rows for name in row)
    return next((name for name in names if {*words} <= {*map(_word, chart.column(name))}), None)


def _word(cell: object) -> str:
    return str(cell).casefold().replace(" ", "_")


def _amount(chart: Drawn) -> Channel:
    """The encoding in which a length, place or size stands for an amount."""
    found = [chart.channel(name) for name in ("x", "y", "size", "color", "theta", "text")]
    return next((each for each in found if each.type == "quantitative"), Channel())


def reassured(chart: Drawn) -> dict[str, float]:
    """What a chart draws for one move, by side.

    Raises
    ------
    KeyError
        If it has no column with both sides, none with the move, or no amount.
    """
    side, move, amount = _column_with(chart, *SIDES), _column_with(chart, READ), _amount(chart)
    if side is None or move is None or (amount.field is None and amount.aggregate != "count"):
        raise KeyError(READ)
    bars = dict.fromkeys(SIDES, 0.0)
    for row in chart.rows:
        if _word(row[move]) == READ:
            bars[_word(row[side])] += 1 if amount.aggregate == "count" else row[str(amount.field)]
    return bars


def _both_moves_and_more(chart: Drawn) -> str | None:
    move = _column_with(chart, READ)
    wanted = set(_counts()["move"])
    lacking = wanted - {*map(_word, chart.column(move))} if move else wanted
    return f"Every move that either side makes has a bar: {len(lacking)} are missing." if lacking else None


def _sides_apart(chart: Drawn) -> str | None:
    side = _column_with(chart, *SIDES)
    seen = {channel.split()[0] for channel in chart.carried_by(side)} - UNSEEN if side else {side}
    return None if seen else "Which bar is whose: a panel (`column`) or a colour for each side."


def _denominators_in_words(chart: Drawn) -> str | None:
    numbers = set(re.findall(r"\d+", chart.words))
    if {str(number) for number in _denominators()} <= numbers:
        return None
    return "In a title: how many statements each side has in these days. A share without its denominator says little."


def _read_from(chart: Drawn) -> str:
    try:
        seen = " and ".join(f"{value:.2f} for {side}" for side, value in sorted(reassured(chart).items()))
        told = f"Read from your chart for {READ}: {seen}."
    except (KeyError, TypeError, ValueError):
        told = (
            f"No bars could be read for the move {READ}: a row for each side and move is wanted, with the amount along "
            "`x` or `y` as `:Q`."
        )
    return (
        f"{told} For each side: in how many of its statements the move is made, divided by how many statements it has "
        "between 19 and 29 January."
    )


SHARES = Exercise(
    key="shares-not-shouts",
    asks="A chart of how often each side's statements make each move, as a share of that side's statements.",
    kind=Chart(reassured, tolerance=0.005, needs=(_both_moves_and_more, _sides_apart, _denominators_in_words)),
    answer=lambda: _bars(_shares()),
    misreadings=[
        Misreading(
            "raw-counts",
            lambda: _bars(_counts()["value"]),
            did="You drew counts.",
            why="The two sides have different numbers of statements in the table, so equal bars are not equal habits.",
            next="Divide by each side's number of statements.",
        ),
        Misreading(
            "share-of-moves",
            lambda: _bars(_of_moves()),
            did="You divided by moves.",
            why="A side that does three things in a statement then seems to do each of them less.",
            next="Divide by the number of statements.",
        ),
        Misreading(
            "one-denominator-for-both",
            lambda: _bars(_counts()["value"] / _denominators().sum()),
            did="You divided both sides by the same total.",
            why="The side that we read more of then looks stronger in everything.",
            next="Give each side a denominator of its own.",
        ),
    ],
    nearly=[
        Nearly(
            "per-cent-for-share",
            lambda: _bars(_shares() * 100),
            'These are per cents; draw the share. `axis=alt.Axis(format="%")` writes it as per cent.',
        ),
    ],
    gap=_read_from,
    because="As counts the two sides reassure about equally often; as shares they are far apart, because we read fewer "
    "statements of Iran.",
    not_shown="It does not show who spoke more gently. Four of Iran's rows are one podium; without rows that repeat "
    "another the shares move closer, and stay apart.",
    hints=[
        '`statements["date"].between(...)` finds the days; `.value_counts()` on `speaks_for_id` then counts the '
        "statements of each side: the two denominators.",
        "Worked on 16 to 18 January: 13 statements of Iran, 15 of Pakistan; a warning is in 2 and in 6 of them (S075 "
        "is one of Iran's): 0.15 and 0.40.",
    ],
    sources=["S119", "S146", "S147"],
    minutes=9,
)
