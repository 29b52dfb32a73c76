"""Chapter 03, who and where: organs and states, names and labels, points on a map."""

from casebook.exercise.chapter_03.labels import LISTED_IN_JANUARY, NO_ROWS_IS_NOT_NEVER
from casebook.exercise.chapter_03.own_map import MAP_THAT_ADMITS_IT
from casebook.exercise.chapter_03.places import DOTS_ON_TURBAT, HOW_FAR_APART
from casebook.exercise.chapter_03.spellings import ONE_GROUP_MANY_SPELLINGS
from casebook.exercise.chapter_03.voices import TWO_STRIKES_TWO_SENTENCES
from casebook.exercise.chapter_03.who import ACTS_OF_A_STATE, WHO_SAYS_THEY_DID_IT

EXERCISES = [
    ACTS_OF_A_STATE,
    WHO_SAYS_THEY_DID_IT,
    ONE_GROUP_MANY_SPELLINGS,
    LISTED_IN_JANUARY,
    NO_ROWS_IS_NOT_NEVER,
    DOTS_ON_TURBAT,
    HOW_FAR_APART,
    MAP_THAT_ADMITS_IT,
    TWO_STRIKES_TWO_SENTENCES,
]
