"""Counts that were corrected: one official's three figures, and a toll that fell."""

import pandas as pd

from casebook.exercise.chapter_04.rows import SARAVAN, documents, killed_in
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Letter, SetOf, holding
from casebook.exercise.sieve import ids, sieved
from casebook.lookup import find
from casebook.tables import casualties


def _deputy() -> pd.DataFrame:
    rows = killed_in(SARAVAN)
    return rows[rows["reporter_id"] == "alireza-marhamati"]


def _last_figure() -> int:
    return int(find("F17")[1]["value"])


def _standing() -> set[str]:
    rows = _deputy()
    return ids(rows[rows["count_low"] == _last_figure()])


def _most_printed() -> set[str]:
    seen = documents(_deputy())
    return set(seen[seen == seen.max()].index)


def _first_toll() -> set[str]:
    rows = _deputy()
    return ids(rows[rows["count_low"] == rows["count_low"].min()])


def _not_excluded() -> set[str]:
    rows, last = _deputy(), _last_figure()
    return ids(rows[(rows["count_low"] <= last) & (rows["count_high"].isna() | (rows["count_high"] >= last))])


THE_FIGURE_THAT_STANDS = Exercise(
    key="the-figure-that-stands",
    asks="The deputy governor's reports that no later figure of his own replaces.",
    kind=SetOf("casualties.report_id"),
    answer=_standing,
    misreadings=[
        Misreading(
            "all-of-them",
            lambda: ids(_deputy()),
            did="You kept all of his reports.",
            why="He raised his own figure twice, and a correction replaces what it corrects.",
            next="Put his rows in order by the notes; the date is the same for all.",
        ),
        Misreading(
            "most-printed",
            _most_printed,
            did="You took the figure that most documents print.",
            why="How often a figure is printed tells how far it travelled, not whether its giver still holds it.",
            next="Find the note that tells of a rise: from what to what?",
        ),
        Misreading(
            "nearest-to-the-event",
            _first_toll,
            did="You took his first toll.",
            why="To be first is not to be final: he gave other figures after it.",
            next="Look for what he said later that day.",
            matches=lambda given, wrong: bool(given) and given <= wrong,
        ),
        Misreading(
            "not-excluded-so-standing",
            _not_excluded,
            did="You kept every report of his that his last figure does not contradict.",
            why="“At least seven” is not false, but it is a page's wording of a toll that he then raised.",
            next="Ask what the speaker replaced, not what logic still allows.",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "reports in the table": ids(casualties()),
            "of people killed near Saravan": ids(killed_in(SARAVAN)),
            "by the deputy governor": ids(_deputy()),
            "with the figure that he gave last": _standing(),
        },
        "F15 to F17 tell the order of his figures.",
    ),
    because="One row carries his last figure (C151, 15:59); S097 tells the same order. It replaces his own earlier "
    "ones and nobody else's: the minister's nine (C142) is another voice, AP still gave at least nine after that "
    "(C148), and Tasnim was back at nine the next day (C158).",
    not_shown="It does not show that his last figure is the true one, nor how he counted.",
    hints=[
        "Write his figures on three slips of paper and lay them in the order of F15 to F17. What does each replace?",
        "Worked on the bus bombing of 2019 (E040): Fars gave at least 41 (C032), and the row says “later withdrawn”. "
        "Of what Fars gave, that report no longer stands. It stays in the table, because it was said.",
    ],
    sources=["C134", "C140", "C151", "F17", "S097"],
    minutes=5,
)


def _first_and_later() -> tuple[pd.Series, pd.Series]:
    return find("C077")[1], find("C081")[1]


def _counted_again(later: pd.Series) -> bool:
    """Whether somebody reported another figure on a day after the later report."""
    rows = killed_in("E071")
    after = rows[rows["date_reported"] > later["date_reported"]]
    return bool((after["count_low"] != later["count_low"]).any())


def _what_the_fall_says() -> str:
    first, later = _first_and_later()
    leaves_room = later["count_low"] <= first["count_low"] and pd.isna(later["count_high"])
    replaced = "revised down" in str(later["note"])
    return holding(
        A=not leaves_room,
        B=leaves_room and not replaced,
        C=leaves_room and replaced,
        D=not _counted_again(later),
    )


A_COUNT_THAT_FELL = Exercise(
    key="a-count-that-fell",
    asks="What 103 on 3 January and at least 84 on 5 January, after the bombings at Kerman, let you say.",
    kind=Letter(
        {
            "A": "The later report says that fewer than 103 people died.",
            "B": "Nothing was taken back: “at least 84” leaves room for 103, so both figures stand beside each other.",
            "C": "By its words the later report leaves room for the first figure; that it was meant to replace it, the "
            "note tells and the number does not.",
            "D": "With the authorities' correction the count was closed.",
        }
    ),
    answer=_what_the_fall_says,
    misreadings=[
        Misreading(
            "at-least-read-as-exact",
            lambda: "A",
            did="You read “at least 84” as “84”.",
            why="A lower bound says nothing about the upper end; by its words the first figure could still hold.",
            next="Look at `count_high` in C081.",
        ),
        Misreading(
            "logic-without-the-speaker",
            lambda: "B",
            did="You asked what the numbers allow, and stopped there.",
            why="Whoever says “at least 84” in place of a hundred means to say something else than before.",
            next="Read the note of C081: what does it say that was done?",
        ),
        Misreading(
            "correction-is-the-end",
            lambda: "D",
            did="You took a correction for the last word.",
            why="Those who corrected once can do so again, and others count as well.",
            next="Look at the figures that are dated after 5 January.",
        ),
    ],
    because="State media gave 103 on the day (C077); two days later the authorities (C081) and the interior minister "
    "(C082) gave at least 84. The Security Council had said more than a hundred on the day between (C079). IRNA then "
    "gave at least 89 (C085); an undated report of the intelligence ministry has at least 94 (C090).",
    not_shown="It does not show why the figure fell, nor which figure is right. C077 and C081 do not even name the "
    "same giver, and “revised down” is our coder's note.",
    hints=[
        "Keep two questions apart: what does the number allow, and what was its giver doing?",
        "Worked on the bus bombing of 2019 (E040): Fars gave at least 41 (C032), “later withdrawn”, and 27 (C033). "
        "There the words exclude each other as well: 27 is exact, and lies below the bound.",
    ],
    sources=["C077", "C079", "C081", "C082", "C085", "C090"],
    minutes=4,
)
