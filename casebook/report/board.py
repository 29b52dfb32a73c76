"""What to say to a class about an exercise: who was misled how, and a question for the board."""

from dataclasses import dataclass
from functools import cached_property

from casebook.exercise.exercise import Exercise, Misreading, Words, said
from casebook.exercise.kinds.kind import UnreadableError
from casebook.report import words
from casebook.report.course import Person
from casebook.report.files import UNANSWERED, Answer

TWO = 2


@dataclass(frozen=True)
class Misread:
    """A misreading that occurred: what it is called, what was done, a next step for the board, and who."""

    label: str
    did: str
    step: str
    people: list[Person]


def _told(exercise: Exercise, misreading: Misreading, told: Words) -> str:
    """Words of a misreading, said of its own wrong answer where they depend on what was given."""
    if isinstance(told, str):
        return told
    try:
        return said(told, exercise.kind.read(misreading.answer()).value)
    except (UnreadableError, LookupError, TypeError, ValueError):
        return ""


@dataclass(frozen=True)
class OnBoard:
    """One exercise in the report.

    Attributes
    ----------
    number : str
        Its chapter.
    exercise : Exercise
        The exercise.
    states : dict of lists of Person
        Who is where, by the state of the answer.
    """

    number: str
    exercise: Exercise
    states: dict[str, list[Person]]

    @property
    def counts(self) -> dict[str, int]:
        """How many are where, in the order of `words.GROUPS`."""
        return {state: len(self.states.get(state, ())) for state in words.GROUPS}

    @property
    def everybody(self) -> int:
        """How many students there are."""
        return sum(self.counts.values())

    @cached_property
    def misread(self) -> list[Misread]:
        """The misreadings that occurred, the commonest first; as many, in the order of the exercise."""
        known = {each.label: each for each in self.exercise.misreadings}
        found: dict[str, list[Person]] = {}
        for person in self.states.get("misreading", ()):
            found.setdefault(self.answer(person).label or "", []).append(person)
        order = {label: place for place, label in enumerate(known)}
        labels = sorted(found, key=lambda label: (-len(found[label]), order.get(label, len(order)), label))
        return [self._misread(label, known.get(label), found[label]) for label in labels]

    def _misread(self, label: str, misreading: Misreading | None, people: list[Person]) -> Misread:
        name = label.replace("-", " ") or words.NO_LABEL
        if not misreading:
            return Misread(name, words.OTHER_EDITION, "", people)
        step = _told(self.exercise, misreading, misreading.next)
        return Misread(name, _told(self.exercise, misreading, misreading.did), step, people)

    @property
    def commonest(self) -> list[Misread]:
        """The two commonest misreadings."""
        return self.misread[:TWO]

    @property
    def waiting(self) -> list[Person]:
        """Who has not answered."""
        return self.states.get(UNANSWERED, [])

    @property
    def unchecked(self) -> list[Person]:
        """Whose answer could not be checked."""
        return self.states.get("uncheckable", [])

    @property
    def written(self) -> list[Person]:
        """Whose text or table an instructor reads."""
        if not self.exercise.by_hand:
            return []
        people = [person for state in words.GROUPS for person in self.states.get(state, ()) if state != UNANSWERED]
        return sorted(people, key=lambda person: person.student.name.casefold())

    def answer(self, person: Person) -> Answer:
        """The answer of one student."""
        return person.answers[self.exercise.key]

    def read_only(self, person: Person) -> bool:
        """Whether the verdict of a student is the one that was saved."""
        answer = person.answers.get(self.exercise.key)
        return answer is not None and answer.origin == "read"

    def status(self, person: Person) -> str:
        """In a few words, how far the form of a text has come."""
        return words.FORM.get(self.answer(person).state, words.FORM_LACKS)
