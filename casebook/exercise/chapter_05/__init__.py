"""Chapter 05, what they said: moves, coders, accounts, quotations, and whose words are missing."""

from casebook.exercise.chapter_05.coders import BEYOND_LUCK, DENIALS
from casebook.exercise.chapter_05.coding import CODE_IT_YOURSELF
from casebook.exercise.chapter_05.mourning import WHO_MOURNED
from casebook.exercise.chapter_05.notebook import WHOSE_NOTEBOOK
from casebook.exercise.chapter_05.podium import ONE_PODIUM
from casebook.exercise.chapter_05.quoted import ONE_WORD
from casebook.exercise.chapter_05.readouts import IN_TEHRANS_WORDS
from casebook.exercise.chapter_05.shares import SHARES
from casebook.exercise.chapter_05.writing import TWO_READOUTS

EXERCISES = [
    CODE_IT_YOURSELF,
    DENIALS,
    BEYOND_LUCK,
    IN_TEHRANS_WORDS,
    WHOSE_NOTEBOOK,
    ONE_PODIUM,
    ONE_WORD,
    WHO_MOURNED,
    SHARES,
    TWO_READOUTS,
]
