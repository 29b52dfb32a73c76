"""A text as an answer: the check reads its form, an instructor reads the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from casebook.exercise import messages
from casebook.exercise.form.check import FormCheck
from casebook.exercise.form.draft import Draft
from casebook.exercise.kinds.description import given, is_a
from casebook.exercise.kinds.kind import Kind, Reading, UnreadableError

LONGEST = 20_000
MOST_CITED = 60


@dataclass(frozen=True)
class Prose(Kind):
    """A text of so many words that cites its rows like [C151].

    Attributes
    ----------
    words : (int, int)
        Least and most; citations are not counted.
    checks : list of FormCheck
        What the form needs besides, from `casebook.exercise.form`.
    rubric : dict
        Codes that an instructor can write back, and their words.
    own : str
        How ids of a student's own rows begin, such as "C9": they are in no table and may be cited.
    """

    words: tuple[int, int]
    checks: Sequence[FormCheck]
    rubric: Mapping[str, str] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    name: ClassVar[str] = "prose"

    @property
    def wanted(self) -> str:
        return messages.WANTED["prose"].format(least=self.words[0], most=self.words[1])

    def read(self, answer: object) -> Reading:
        if not is_a(answer, str):
            raise UnreadableError(given(answer))
        draft = Draft(str.__str__(answer))
        if len(draft.text) > LONGEST:
            raise UnreadableError(messages.TEXT_TOO_LONG)
        if (cited := len(set(draft.cited))) > MOST_CITED:
            raise UnreadableError(messages.TOO_MANY_CITED.format(cited=cited))
        return Reading(draft)

    def same(self, given: Draft, other: Draft) -> bool:
        return given.plain == other.plain and given.cited == other.cited

    def missing(self, given: Draft) -> list[str]:
        least, most = self.words
        lacking = []
        if not least <= given.length <= most:
            lacking.append(messages.LENGTH.format(length=given.length, least=least, most=most))
        if unknown := [key for key in given.unknown if not key.upper().startswith(self.own or "?")]:
            lacking.append(messages.UNKNOWN_ROWS.format(rows=", ".join(f"[{key}]" for key in unknown)))
        return lacking + self._words(given, blocks=True)

    def remarks(self, given: Draft) -> list[str]:
        round_ones = given.in_round_brackets
        told = [messages.ROUND_BRACKETS.format(rows=", ".join(round_ones), first=round_ones[0])] if round_ones else []
        return told + self._words(given, blocks=False)

    def _words(self, draft: Draft, blocks: bool) -> list[str]:
        return [words for check in self.checks if check.blocks is blocks and (words := check(draft))]

    def rows(self, given: Draft) -> list[str]:
        return [row.key for row in given.rows]
