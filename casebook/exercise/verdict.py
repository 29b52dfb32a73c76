"""What a student gets back: a state, what to do, and the same words as a card and as plain text."""

import os
from dataclasses import dataclass

from casebook.exercise import messages
from casebook.markup import render

RECORD = "application/vnd.casebook.verdict+json"


@dataclass(frozen=True)
class Part:
    """A short paragraph of a card under its own head, and the points of a list where it has one."""

    head: str
    words: str = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """What an answer earned. Shows itself in a notebook as a card; `text` holds the same words.

    Attributes
    ----------
    state : str
        One of `unanswered`, `uncheckable`, `misreading`, `nearly`, `not_yet`, `right`, `for_instructor`.
    label : str or None
        Which misreading, where one was recognised.
    score : float or None
        1 for a right answer, 0.5 for one that is right but for form, else 0; None where an instructor gives it.
    exercise : str
        The key of the exercise.
    parts : tuple of Part
        What the card says.
    rows : tuple of str
        Keys of rows that stand behind it.
    """

    state: str
    label: str | None
    score: float | None
    exercise: str
    parts: tuple[Part, ...] = ()
    rows: tuple[str, ...] = ()
    rows_head: str = messages.SOURCES_HEAD

    @property
    def words(self) -> str:
        """The state in the words that a student reads."""
        return messages.STATES[self.state]

    @property
    def text(self) -> str:
        """The card as plain text, in the same words."""
        return render("verdict.txt", card=self).strip()

    @property
    def html(self) -> str:
        """The card as HTML, escaped and without scripts."""
        return render("verdict.html", card=self)

    @property
    def record(self) -> dict:
        """What is kept in the notebook for grading and for `casebook report`."""
        edition = os.environ.get("CASEBOOK_EDITION", "student")
        kept = {"exercise": self.exercise, "state": self.state, "label": self.label, "score": self.score}
        return kept | {"edition": edition}

    def points(self, most: float) -> "Points":
        """The points that the answer earned, out of `most`; the card is shown, and graders read the number.

        Examples
        --------
        >>> import casebook as cb
        >>> cb.check("ten-and-ten", ...).points(1)
        0.0
        """
        return Points(most * (self.score or 0.0), self)

    def require(self) -> "Verdict":
        """The verdict, if the answer is right or ready for the instructor.

        Raises
        ------
        AssertionError
            Otherwise, with the verdict's words.
        """
        if self.state not in ("right", "for_instructor"):
            raise AssertionError(self.text)
        return self

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {"text/html": self.html, "text/plain": self.text, RECORD: self.record}


class Points(float):
    """Points as a number that shows the card of its verdict.

    nbgrader reads the number from text/plain (its partial credit), so the words stand in the other kinds.
    """

    def __new__(cls, value: float, verdict: Verdict) -> "Points":
        points = super().__new__(cls, value)
        points.verdict = verdict
        return points

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {
            "text/html": self.verdict.html,
            "text/markdown": self.verdict.text,
            "text/plain": repr(float(self)),
            RECORD: self.verdict.record,
        }
