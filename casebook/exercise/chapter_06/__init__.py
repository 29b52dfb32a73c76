"""Chapter 06, why it stopped: a sequence and its rules, explanations against rows, voices from outside, and a game."""

from casebook.exercise.chapter_06.calm import CALM
from casebook.exercise.chapter_06.costs import HOLDING, WHOSE_COST
from casebook.exercise.chapter_06.cut import ACTS_BETWEEN
from casebook.exercise.chapter_06.matrix import CANNOT_CHOOSE
from casebook.exercise.chapter_06.outside import SAME_DAY
from casebook.exercise.chapter_06.rules import MATCHES, SURVIVES
from casebook.exercise.chapter_06.writing import WHY_IT_STOPPED

EXERCISES = [
    ACTS_BETWEEN,
    CALM,
    MATCHES,
    SURVIVES,
    CANNOT_CHOOSE,
    SAME_DAY,
    HOLDING,
    WHOSE_COST,
    WHY_IT_STOPPED,
]
