"""Chapter 04, counting the dead: who counted, what was corrected, which reports can stand together, and who died."""

from casebook.exercise.chapter_04.corrected import A_COUNT_THAT_FELL, THE_FIGURE_THAT_STANDS
from casebook.exercise.chapter_04.counters import ONE_MOVEMENT_THREE_VOICES, REPORTERS_NOT_ROWS
from casebook.exercise.chapter_04.elevens import ELEVEN_AND_TWELVE
from casebook.exercise.chapter_04.people import CALLED_PAKISTANI, SAME_NUMBER_SAME_CHILDREN
from casebook.exercise.chapter_04.ranges import SOME_OF_THE_DEAD, WHAT_EMPTIES_THE_RANGE
from casebook.exercise.chapter_04.writing import THE_PARAGRAPH_TO_PRINT

EXERCISES = [
    REPORTERS_NOT_ROWS,
    THE_FIGURE_THAT_STANDS,
    A_COUNT_THAT_FELL,
    SOME_OF_THE_DEAD,
    WHAT_EMPTIES_THE_RANGE,
    ONE_MOVEMENT_THREE_VOICES,
    SAME_NUMBER_SAME_CHILDREN,
    CALLED_PAKISTANI,
    ELEVEN_AND_TWELVE,
    THE_PARAGRAPH_TO_PRINT,
]
