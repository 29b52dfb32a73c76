"""Chapter 02, when: days, clocks, an order, and what an order does not say."""

from casebook.exercise.chapter_02.between import HOW_LONG
from casebook.exercise.chapter_02.clocks import NINE_AFTER_TEN, PRINTED_BEFORE
from casebook.exercise.chapter_02.days import NO_EARLIER, ONLY_A_SUNDAY
from casebook.exercise.chapter_02.intervals import BEFORE_AFTER_OPEN
from casebook.exercise.chapter_02.order import THIRTEEN_DAYS
from casebook.exercise.chapter_02.reasons import NOT_BECAUSE, REASONS_GIVEN

EXERCISES = [
    NO_EARLIER,
    ONLY_A_SUNDAY,
    BEFORE_AFTER_OPEN,
    PRINTED_BEFORE,
    NINE_AFTER_TEN,
    HOW_LONG,
    THIRTEEN_DAYS,
    REASONS_GIVEN,
    NOT_BECAUSE,
]
