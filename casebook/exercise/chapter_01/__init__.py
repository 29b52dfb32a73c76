"""Chapter 01, one article: what it quotes, who counted, its own sums, its claims, and what it leaves out."""

from casebook.exercise.chapter_01.claims import WHAT_SPEAKS_AGAINST
from casebook.exercise.chapter_01.left_out import LEFT_OUT
from casebook.exercise.chapter_01.quoted import WHO_GETS_QUOTED
from casebook.exercise.chapter_01.sums import ADD_AS_WRITTEN, AT_LEAST_ELEVEN
from casebook.exercise.chapter_01.voices import LOST_ATTRIBUTION, QUOTES_WITHOUT_A_SPEAKER, WHO_COUNTED
from casebook.exercise.chapter_01.writing import GIVE_BACK_THE_VOICE, ONE_CORRECTION

EXERCISES = [
    QUOTES_WITHOUT_A_SPEAKER,
    WHO_COUNTED,
    LOST_ATTRIBUTION,
    GIVE_BACK_THE_VOICE,
    ADD_AS_WRITTEN,
    AT_LEAST_ELEVEN,
    WHAT_SPEAKS_AGAINST,
    LEFT_OUT,
    WHO_GETS_QUOTED,
    ONE_CORRECTION,
]
