"""What an exercise is, and how one is written.

An exercise is a question to the tables, the answer computed from them, and the wrong answers that careful people
give, computed from the same tables. `casebook/exercise/chapter_NN.py` holds those of one notebook in a list named
`EXERCISES`; nothing else needs to know of a new one. A complete small example:

    from casebook.exercise.exercise import Exercise, Misreading
    from casebook.exercise.kinds import SetOf
    from casebook.tables import casualties

    def _silent(measure):
        rows = casualties()
        rows = rows[(rows["event_id"] == "E092") & rows["measure"].isin(measure)]
        return set(rows.loc[rows["count_low"].isna() & rows["count_high"].isna(), "report_id"])

    EXERCISES = [
        Exercise(
            key="no-number-given",
            asks="The reports of people killed near Saravan that give no number.",
            kind=SetOf("casualties.report_id"),
            answer=lambda: _silent(["killed"]),
            misreadings=[
                Misreading(
                    "injured-too",
                    lambda: _silent(["killed", "injured"]),
                    did="One of your reports is about people injured.",
                    why="Deaths and injuries are separate accounts; someone may number one and not the other.",
                    next="Keep `measure` in view, and drop the row that is not about deaths.",
                ),
            ],
            gap=lambda ids: f"You gave {len(ids)}. Two things must hold: killed, and both ends of the count empty.",
            because="All of them speak of people killed and leave both ends blank.",
            not_shown="It does not show that they knew no number.",
            hints=["Which column says how a number was given?", "Worked on E081: one row is left, C122."],
            sources=["C130", "C131", "C132", "C147"],
            minutes=3,
        ),
    ]

Rules, held by tests over every exercise: answers and misreadings are functions without arguments that compute from
the tables in use; the misreadings differ from the answer and from each other; no message to a student who is not
right holds the answer or has more than 70 words; the last hint begins with "Worked" and names rows that are not the
answer's.

What each kind of answer is, and what `answer` returns for it, is in `casebook.exercise.kinds`:
`Number` `Text` `Day` `Letter` `SetOf` `ListOf` `Column` `Frame` `Chart` `Prose` `Coded`. `Prose` and `Coded` are
read by an instructor: they have no `answer`, unless a coded table has a key.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from casebook.exercise.kinds.kind import Given, Kind

# Words for a student, or a function that says them of the answer as it was read (a set, a list, a number ...).
Words: TypeAlias = str | Callable[[Given], str]


def said(words: Words, given: Given) -> str:
    """The words, said of the answer that was given."""
    return words if isinstance(words, str) else words(given)


@dataclass(frozen=True)
class Misreading:
    """A wrong answer that has a reason, computed from the tables, and what to say to somebody who gives it.

    Attributes
    ----------
    label : str
        A short slug that names the misreading, for the student's card and the instructor's report.
    answer : callable
        The wrong answer, in the same form as a student would give it.
    did, why, next : str or callable
        What you did, why it misleads here, one next step: together at most 70 words, no praise, never the answer.
        A callable gets the answer as it was read and returns the words.
    matches : callable, optional
        `matches(given, wrong)` says whether an answer shows this misreading, where equality is not the test:
        the first three cells of a column, a field that a chart has only in its tooltip.
    """

    label: str
    answer: Callable[[], object]
    did: Words
    why: Words
    next: Words
    matches: Callable[[Given, Given], bool] | None = None


@dataclass(frozen=True)
class Nearly:
    """An answer that is right but for one thing, and what to change. Slips of form need none: the kind names them."""

    label: str
    answer: Callable[[], object]
    change: Words


@dataclass(frozen=True, eq=False)
class Exercise:
    """One exercise of a notebook.

    Attributes
    ----------
    key : str
        A readable slug, unique in the casebook: students write it in `cb.check(key, answer)`.
    asks : str
        The task in one line, for `cb.exercises()` and the card; the full task stands in the notebook.
    kind : Kind
        What an answer looks like, from `casebook.exercise.kinds`.
    answer : callable, optional
        The right answer, computed from the tables in use. None where only an instructor can judge.
    misreadings : list of Misreading
        Tried in this order; the first that fits is named.
    nearly : list of Nearly
        Answers that are right but for one thing.
    gap : str or callable
        What to say of any other wrong answer: how many, which condition, never which rows. A callable gets the
        answer as it was read.
    because, not_shown : str
        Why the answer is right, and what it does not show.
    hints : list of str
        One more with each call of `cb.hint(key)`; the last is a worked step on another row.
    sources : list of str
        Keys of the rows behind the answer; the card of a right answer shows them in words.
    minutes : int
        Honest minutes for a first-year student.
    """

    key: str
    asks: str
    kind: Kind
    hints: list[str]
    minutes: int
    answer: Callable[[], object] | None = None
    misreadings: list[Misreading] = field(default_factory=list)
    nearly: list[Nearly] = field(default_factory=list)
    gap: Words = ""
    because: str = ""
    not_shown: str = ""
    sources: list[str] = field(default_factory=list)

    @property
    def by_hand(self) -> bool:
        """Whether an instructor gives the points: the check reads the form only."""
        return self.answer is None
