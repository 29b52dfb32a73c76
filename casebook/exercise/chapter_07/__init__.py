"""Chapter 07, the decision room: what could be read by an hour, what binds, and advice without hindsight."""

from casebook.exercise.chapter_07.advice import ADVICE_MEMO
from casebook.exercise.chapter_07.brief import BINDING_WORDS, HINDSIGHT_IN_THE_BRIEF
from casebook.exercise.chapter_07.hours import A_ROW_NUMBER_IS_NOT_A_CLOCK, REPORTS_THAT_NIGHT
from casebook.exercise.chapter_07.log import DECISION_LOG
from casebook.exercise.chapter_07.unheard import NOT_IN_THE_ROOM

EXERCISES = [
    REPORTS_THAT_NIGHT,
    A_ROW_NUMBER_IS_NOT_A_CLOCK,
    DECISION_LOG,
    HINDSIGHT_IN_THE_BRIEF,
    BINDING_WORDS,
    NOT_IN_THE_ROOM,
    ADVICE_MEMO,
]
