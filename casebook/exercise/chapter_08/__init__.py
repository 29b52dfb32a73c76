"""Chapter 08, your own source: an invented text coded by the book, then a source that the tables do not have."""

from casebook.exercise.chapter_08.anchors import WHERE_IT_STANDS, WHICH_DAY
from casebook.exercise.chapter_08.blame import WHO_SET_THE_FIRE
from casebook.exercise.chapter_08.coding import CODE_THE_TEXT, YOUR_SOURCE
from casebook.exercise.chapter_08.harm import ROWS_FOR_THE_SHOTS
from casebook.exercise.chapter_08.record import THIN_ICE, WHAT_A_COPY_MOVES
from casebook.exercise.chapter_08.seven import ZERO_BLANK_OR_NOTHING
from casebook.exercise.chapter_08.writing import MEMO_WITH_ROWS

EXERCISES = [
    THIN_ICE,
    WHERE_IT_STANDS,
    WHICH_DAY,
    ROWS_FOR_THE_SHOTS,
    ZERO_BLANK_OR_NOTHING,
    WHO_SET_THE_FIRE,
    CODE_THE_TEXT,
    WHAT_A_COPY_MOVES,
    YOUR_SOURCE,
    MEMO_WITH_ROWS,
]
