"""Who counted: reporters behind rows, and organisations behind reporters."""

import pandas as pd

from casebook.charts.sides import root
from casebook.exercise.chapter_04.rows import SARAVAN, killed_in, pages
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Number
from casebook.tables import actors


def _nine() -> pd.DataFrame:
    rows = killed_in(SARAVAN)
    return rows[rows["count_low"] == 9]


def _no_copies(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["echo_of"].isna()]


def _reporters(rows: pd.DataFrame) -> int:
    return rows["reporter_id"].nunique()


def _filter_by_filter(given: float) -> str:
    rows, nine = killed_in(SARAVAN), _nine()
    over = f" {given:g} is more than these rows." if given > len(nine) else ""
    return (
        f"The filters leave {len(rows)} reports of people killed near Saravan, {len(nine)} of them with "
        f"nine.{over} Count the different values of `reporter_id` in those of nine that have no entry in `echo_of`."
    )


REPORTERS_NOT_ROWS = Exercise(
    key="reporters-not-rows",
    asks="How many different reporters are named for nine killed near Saravan, rows that repeat another left out.",
    kind=Number(),
    answer=lambda: _reporters(_no_copies(_nine())),
    misreadings=[
        Misreading(
            "rows-as-witnesses",
            lambda: len(_nine()),
            did="You counted reports.",
            why="One speaker can fill several rows, and some rows say of themselves that they repeat another.",
            next="Count the different values of `reporter_id` instead of rows.",
        ),
        Misreading(
            "pages-as-witnesses",
            lambda: pages(_nine()),
            did="You counted documents that print the figure.",
            why="A page that prints an official's figure adds readers, not knowledge.",
            next="Go back from `evidence` to the column that says who gave the figure.",
        ),
        Misreading(
            "copies-left-in",
            lambda: _reporters(_nine()),
            did="You counted names and kept the rows that repeat another.",
            why="One name has no report of its own here: its only row repeats an agency.",
            next="Drop rows with an entry in `echo_of` before you count names.",
        ),
        Misreading(
            "rows-left-over",
            lambda: len(_no_copies(_nine())),
            did="You dropped the copies, and counted the rows that were left.",
            why="A government or an agency can stand in several of them.",
            next="Count each reporter once: `nunique()` on `reporter_id`.",
        ),
        Misreading(
            "exactly-nine-only",
            lambda: _reporters(_no_copies(_nine()).query("qualifier == 'exact'")),
            did="You kept reports of exactly nine.",
            why="The task asks for both kinds; how sure a report is does not change who gave it.",
            next="Filter by `count_low` alone.",
        ),
        Misreading(
            "every-figure",
            lambda: _reporters(_no_copies(killed_in(SARAVAN))),
            did="You counted the reporters of every figure.",
            why="Somebody who gave seven, ten or no number does not stand behind nine.",
            next="Filter by `count_low` before you count names.",
            matches=lambda given, wrong: given in (wrong, _reporters(killed_in(SARAVAN))),
        ),
    ],
    gap=_filter_by_filter,
    because="More than half of them are Iranian officials, bodies or outlets, and Reuters and Stratfor say that they "
    "cite Iranian media (C149, C150). For BNM and Paank nine is our addition of a list (C167, C172). `echo_of` marks "
    "only copies that show themselves (C157, C166, C174).",
    not_shown="It does not show that so many people or bodies counted, nor that only one did.",
    hints=[
        '`saravan["echo_of"].isna()` keeps what repeats nothing; `nunique()` counts different values and leaves blanks '
        "out.",
        "Worked on seven: five rows, one of which repeats another (C136 repeats C134). In the four that are left "
        "stand three names, because C134 and C135 are by one man; the others are an agency (C137) and an alert service "
        "(C138).",
    ],
    sources=["C140", "C142", "C148", "C149", "C157", "C167"],
    minutes=5,
)

OUTSIDE = ("haalvsh", "bhrg", "bnm", "paank", "qazi-dad-mohd-rehan")


def _outside() -> pd.DataFrame:
    rows = killed_in(SARAVAN)
    return rows[rows["reporter_id"].isin(OUTSIDE)]


def _different(column: str) -> int:
    """How many different entries the five have in a column of `actors`."""
    rows = actors()
    return rows.loc[rows["actor_id"].isin(OUTSIDE), column].nunique()


def _houses() -> int:
    return len({root(actor) for actor in OUTSIDE})


def _houses_and_one_below() -> int:
    """As many as when one of those that belong to a body is still taken for an organisation of its own."""
    return _houses() + 1


def _climb(given: float) -> str:
    wanted = "fewer than that" if given > _houses() else "more than that"
    return (
        f"You gave {given:g}; it is {wanted}. Put in place of each of the five names what stands in its "
        "`part_of`, where something does, before you count different names."
    )


ONE_MOVEMENT_THREE_VOICES = Exercise(
    key="one-movement-three-voices",
    asks="How many organisations five reporters make, a body with its department and its spokesperson taken as one.",
    kind=Number(),
    answer=_houses,
    misreadings=[
        Misreading(
            "ids-as-organisations",
            lambda: len(OUTSIDE),
            did="You counted ids.",
            why="Two of them belong to a third, so agreement among these is one house speaking.",
            next="Climb `part_of`, as in chapter 03, before you count.",
        ),
        Misreading(
            "pages-again",
            lambda: pages(_outside()),
            did="You counted the pages that print them.",
            why="Pages are no organisations, and one page can print two.",
            next="Ask of each reporter what it belongs to.",
        ),
        Misreading(
            "one-of-two-joined",
            _houses_and_one_below,
            did="Your number fits if one of the five is joined to its body and another is left apart.",
            why="A department belongs to its body as much as a spokesperson does.",
            next="Look for every name of the five with an entry in `part_of`.",
        ),
        Misreading(
            "kinds-as-organisations",
            lambda: _different("kind"),
            did="You counted kinds of actor.",
            why="Several organisations are of one kind, and a person can speak for one of them.",
            next="Look at `part_of` in place of `kind`.",
        ),
        Misreading(
            "only-those-that-belong",
            lambda: _different("part_of"),
            did="You counted the different entries of `part_of`.",
            why="A blank there says that we know of nothing above it: such a body is its own house.",
            next="Fill each blank with the name of the row itself before you count.",
        ),
    ],
    gap=_climb,
    because="The movement, its human rights department and its spokesperson are one house. Its spokesperson states "
    "ten (C171), two of its lists hold nine (C167, C172). We added these lists up, as we did BHRG's at least ten "
    "(C159); a list can be incomplete without being wrong. Haalvsh states ten (C154).",
    not_shown="It does not show that these organisations are independent of each other, nor that they are not.",
    hints=[
        "`actors` has one column for this. Where it is blank, the actor belongs to nobody in our table.",
        "Worked on Iran: Ahmad Vahidi belongs to the interior ministry and that to Iran; Alireza Marhamati belongs "
        "to the governorate and that to Iran. Two officials, one state, two figures on one day (C142, C151).",
    ],
    sources=["C154", "C159", "C167", "C171", "C172"],
    minutes=4,
)
