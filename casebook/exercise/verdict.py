"""What an answer earned: a state, a score, what to do next, and the record that graders read."""

import math
import os
from dataclasses import dataclass, field
from numbers import Real

from casebook.exercise import messages
from casebook.exercise.note import Note
from casebook.given import shown
from casebook.kept import Data
from casebook.language import say

RECORD = "application/vnd.casebook.verdict+json"
SCORES = {"right": 1.0, "nearly": 0.5, "for_instructor": None}
READY = ("right", "for_instructor")


@dataclass(frozen=True, repr=False)
class Verdict(Note):
    """What an answer earned. Shows itself in a notebook as a card; `text` holds the same words.

    Attributes
    ----------
    state : str
        `unanswered`, `uncheckable`, `misreading`, `nearly`, `not_yet`, `right` or `for_instructor`.
    label : str or None
        Which misreading, where one was recognised.
    """

    heading: str = field(init=False, default="")
    state: str = field(kw_only=True)
    label: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        label = f" · {self.label.replace('-', ' ')}" if self.label else ""
        object.__setattr__(self, "heading", say(messages.STATES[self.state]) + label)

    @property
    def score(self) -> float | None:
        """1 for a right answer, 0.5 for one that is right but for its form, else 0; None where an instructor gives it.

        Examples
        --------
        >>> import casebook as cb
        >>> cb.check("ten-and-ten", ...).score
        0.0
        """
        return SCORES.get(self.state, 0.0)

    @property
    def record(self) -> Data:
        """What is kept in the notebook for grading and for `casebook report`."""
        edition = os.environ.get("CASEBOOK_EDITION", "student")
        kept = {"exercise": self.exercise, "state": self.state, "label": self.label, "score": self.score}
        return kept | {"edition": edition}

    def points(self, most: float) -> "Points":
        """The points that the answer earned, out of `most`: shown as the card, read by graders as a number.

        Where an instructor gives the points, the number is 0 until they do.

        Parameters
        ----------
        most : float
            What a right answer earns, from 0; one that is right but for its form earns half of it.

        Raises
        ------
        TypeError
            If it is given something other than such a number.

        Examples
        --------
        >>> import casebook as cb
        >>> cb.check("ten-and-ten", ...).points(1)
        0.0
        """
        if not isinstance(most, Real) or isinstance(most, bool) or not 0 <= most < math.inf:
            sentence = say("points takes a number from 0, for example points(2); you gave {given}.")
            raise TypeError(sentence.format(given=shown(most)))
        return Points(float(most) * (self.score or 0.0), self)

    def require(self) -> "Verdict":
        """The verdict, if the answer is right or its form is complete.

        Raises
        ------
        AssertionError
            Otherwise, with the words of the card.

        Examples
        --------
        >>> import casebook as cb
        >>> cb.check("ten-and-ten", "C").require().state
        'right'
        """
        if self.state not in READY:
            raise AssertionError(self.text)
        return self

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Data:
        return super()._repr_mimebundle_() | {RECORD: self.record}


class Points(float):
    """Points as a number that shows the card of its verdict.

    nbgrader 0.9 takes its partial credit from text/plain, which therefore holds the number alone; the words stand in
    the HTML that notebooks show and in the Markdown that a PDF is made from.
    """

    verdict: Verdict

    def __new__(cls, value: float, verdict: Verdict) -> "Points":
        points = super().__new__(cls, value)
        points.verdict = verdict
        return points

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Data:
        shown = self.verdict._repr_mimebundle_()
        return shown | {"text/markdown": self.verdict.text, "text/plain": repr(float(self))}
