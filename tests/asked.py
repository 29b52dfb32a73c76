"""An exercise that is made up for a test, and what it says of an answer."""

from casebook.exercise.exercise import Exercise
from casebook.exercise.judging import judge
from casebook.exercise.kinds.kind import Kind
from casebook.exercise.verdict import Verdict

TOLD = {"key": "asked", "asks": "", "hints": ["a hint"], "minutes": 1, "gap": "a gap", "because": "b", "not_shown": "n"}


def verdict(kind: Kind, right: object, answer: object, **more) -> Verdict:
    return judge(Exercise(kind=kind, answer=lambda: right, **TOLD, **more), answer)


def told(kind: Kind, right: object, answer: object) -> str:
    return " ".join(part.words for part in verdict(kind, right, answer).parts)
