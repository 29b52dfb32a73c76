"""Where a sentence stands, and on which day by the clock of the place that was hit."""

import pandas as pd

from casebook.exercise.chapter_08.practice import event, key, passage_of, shots, text
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Day, ListOf
from casebook.exercise.kinds.cells import Scalar

QUOTED = "“at least five”"


def _director() -> pd.Series:
    """The sentence in which the hospital director gives a figure."""
    report = shots().query("reporter_id == 'ansel-quillfen'").iloc[0]
    return passage_of("casualties", report["report_id"])


def _ends() -> tuple[int, int]:
    return int(_director()["start"]), int(_director()["end"])


def _in_bytes() -> list[int]:
    return [len(text()[:end].encode()) for end in _ends()]


def _words_only() -> list[int]:
    start = text().find(QUOTED.strip("“”"))
    return [start, start + len(QUOTED.strip("“”"))]


def _what_the_slice_gives(given: list[Scalar]) -> str:
    whole = [each for each in given if type(each) is int]
    if len(given) != 2 or len(whole) != 2:
        return (
            "Two whole numbers in one list are wanted, the start and the end, without quotation marks. Values in your "
            f"list: {len(given)}."
        )
    start, end = whole
    found = " ".join(text()[start:end].split()) if 0 <= start < end else ""
    if not found:
        return "Between your two numbers the text holds nothing. The start comes first, and both count from 0."
    sides = ("agrees" if mine == right else "does not agree" for mine, right in zip(given, _ends(), strict=True))
    return (
        f"Your slice begins “{found[:40]}” and ends “{found[-20:]}”. Compare it with the whole sentence of the "
        f"hospital director, from its first letter to its full stop. Your start {next(sides)}; your end {next(sides)}."
    )


WHERE_IT_STANDS = Exercise(
    key="where-it-stands",
    asks="Start and end of the sentence in which the hospital director gives a figure.",
    kind=ListOf(),
    answer=lambda: [*_ends()],
    misreadings=[
        Misreading(
            "bytes",
            _in_bytes,
            did="You counted bytes.",
            why="Curly quotation marks and the long dash take three bytes each, so everything after them slips.",
            next="Count with `find` and `len`: they count characters.",
        ),
        Misreading(
            "length-as-end",
            lambda: [_ends()[0], _ends()[1] - _ends()[0]],
            did="Your second number is the length of the sentence.",
            why="Start and end are counted from the first letter of the text, a length from that of the sentence.",
            next="Add the start to the length.",
        ),
        Misreading(
            "end-included",
            lambda: [_ends()[0], _ends()[1] - 1],
            did="Your slice lacks its full stop.",
            why="The end is the position after the last character, so that end minus start is the length.",
            next="Read the last word of the slice that your numbers give.",
        ),
        Misreading(
            "words-only",
            _words_only,
            did="You marked the quoted words.",
            why="A passage is the whole sentence, because it says who says it, and when.",
            next="Look for the words with which that sentence begins.",
        ),
        Misreading(
            "counted-from-one",
            lambda: [each + 1 for each in _ends()],
            did="You counted from one.",
            why="Python counts from zero, so your slice starts at the second letter.",
            next="Read the first word of the slice that your numbers give.",
        ),
        Misreading(
            "headline",
            lambda: [0, text().index("\n")],
            did="You found “at least” in the headline.",
            why="It names no giver, and a row needs one.",
            next="Look for the person who is said to have said it.",
        ),
    ],
    gap=_what_the_slice_gives,
    because="A slice that gives the sentence back can be shown, cited and checked by anybody. The sentences of the "
    "article have such addresses as well; here is one of them.",
    not_shown="It does not show that the sentence is true.",
    hints=[
        "Copy the sentence from the text: `start = text.find(...)`, and the end is `start + len(...)`.",
        'Worked on the sentence before it: `text.find("The Wester Quay Ledger")` is its start. Its length, by `len`, '
        "is 59; start plus 59 is its end, and the slice reads “The Wester Quay Ledger ... also gave four.”",
    ],
    sources=["s15"],
    minutes=5,
)


def _clocks(day: str) -> str:
    return (
        f"You gave {day}. Three sentences bear on the day: the first of the article, the coast guard's, and the one "
        "about clocks. Mark the one that your day comes from: what do the others say?"
    )


WHICH_DAY = Exercise(
    key="which-day",
    asks="The day of the shots, by the clock of the place that was hit.",
    kind=Day(),
    answer=lambda: event("strike")["date"],
    misreadings=[
        Misreading(
            "dateline",
            lambda: key("sources")["date_published"].iloc[0],
            did="You took the day of writing.",
            why="The dateline dates the article; its first sentence counts back from there.",
            next="Do that count: does it fit the weekday in the next sentence?",
        ),
        Misreading(
            "other-clock",
            lambda: pd.Timestamp("2031-03-12 00:20").normalize(),
            did="You took the day on the coast guard's clock.",
            why="Our rule is the time at the place that was hit, and its clocks show another hour.",
            next="Turn the hour, by the sentence about clocks, before you name the day.",
        ),
        Misreading(
            "first-weekday",
            lambda: event("call")["date"],
            did="You took the first weekday after the dateline.",
            why="On that day the governments spoke. The shots are told in the clause before.",
            next="Count the days that the first sentence counts.",
        ),
    ],
    gap=_clocks,
    because="Twenty past midnight on one clock is 23:20 of the day before on the other, and “four days after” agrees. "
    "The other day stays in `disputed`. Clocks move days in the real tables too: a page of 17 January tells of the "
    "strike of the 18th (C137).",
    not_shown="It does not show that either clock was right about the minute.",
    hints=[
        "Three sentences bear on it: the first, the coast guard's, and the one about clocks.",
        "Worked on the envoy: the ministry of Amberlow called him in “on Wednesday morning”. That is told by the "
        "place's own clock, so nothing is turned. The Wednesday before Saturday 15 March is the 12th.",
    ],
    sources=["C137", "E092"],
    minutes=4,
)
