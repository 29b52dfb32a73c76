"""The verbs of a student: check an answer, ask for a hint, see a solution, list the exercises."""

import os
from difflib import get_close_matches

import pandas as pd

from casebook.exercise import messages
from casebook.exercise.attempts import attempts
from casebook.exercise.exercise import Exercise
from casebook.exercise.judging import judge, uncheckable
from casebook.exercise.kinds.description import given, is_a
from casebook.exercise.note import Note, Part
from casebook.exercise.register import ChapterError, find, opened, readable, unreadable
from casebook.exercise.solved import solution_of
from casebook.exercise.verdict import Verdict
from casebook.language import joined

LISTED = ("key", "notebook", "asks", "kind", "minutes", "points")

# Values of a table, which stay as they are in every language.
BY_CHECK, BY_INSTRUCTOR = "the check", "an instructor"


def named(key: object) -> Exercise | None:
    """The exercise with this key, or None."""
    return find(str.strip(key)) if is_a(key, str) else None


def no_such_exercise(key: object) -> Verdict:
    """What to say of a key that no exercise has: the nearest, and which chapters could not be read."""
    if not is_a(key, str):
        parts = (Part(messages.GIVEN_HEAD, given(key)), Part(messages.WANTED_HEAD, messages.KEY_IS_TEXT))
        return Verdict("", parts, state="uncheckable")
    name = str.strip(key)[:60]
    near = get_close_matches(name.casefold(), [each.key for each in readable()], n=3, cutoff=0.4)
    nearest = messages.NEAREST.format(keys=", ".join(near)) if near else ""
    if broken := [error.args[0] for error in unreadable()]:
        found, then = Part(messages.GAP, points=tuple(broken)), messages.INSTALL_AGAIN
    else:
        found, then = Part(messages.GIVEN_HEAD, messages.NO_SUCH_KEY), messages.ALL_KEYS
    parts = (found, Part(messages.NEXT, joined(nearest, then)))
    return Verdict(name, parts, state="uncheckable")


def check(key: str, answer: object = ...) -> Verdict:
    """Say what an answer to an exercise shows: right, or what to do next. Never raises.

    Parameters
    ----------
    key : str
        The key of the exercise, as in `cb.exercises()`.
    answer : object, optional
        Your answer; three dots while there is none.

    Returns
    -------
    Verdict
        Shows itself as a card; `.state`, `.label`, `.score` and `.text` hold what it says, and `.points(n)` makes
        points of it.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.check("ten-and-ten", ...).state
    'unanswered'
    """
    exercise = named(key)
    if not exercise:
        return no_such_exercise(key)
    try:
        return judge(exercise, answer)
    except KeyboardInterrupt:  # the reader's own stop button
        raise
    except BaseException:  # whatever an answer does when it is looked at is not the reader's mistake
        return uncheckable(exercise, messages.NOT_READ)


def hint(key: str) -> Note:
    """Give one more hint with each call; the last is a worked step on another row.

    Parameters
    ----------
    key : str
        The key of the exercise, as in `cb.exercises()`.

    Returns
    -------
    Note
        Shows itself as a card.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.hint("ten-and-ten").heading
    'Hint 1 of 2'
    """
    exercise = named(key)
    if not exercise:
        return no_such_exercise(key)
    tried, hints = attempts(exercise.key), exercise.hints
    number = min(tried.hints_seen + 1, len(hints))
    repeated = tried.hints_seen >= len(hints)
    tried.hints_seen = number
    parts = [Part(messages.HINT_HEAD, hints[number - 1])]
    parts += [Part(messages.NEXT, messages.LAST_HINT)] if repeated else []
    return Note(messages.HINT.format(number=number, most=len(hints)), exercise.key, tuple(parts))


def solution(key: str) -> Note:
    """Show one way to answer, once you have tried.

    Parameters
    ----------
    key : str
        The key of the exercise, as in `cb.exercises()`.

    Returns
    -------
    Note
        Shows itself as a card: the code from the notebook for instructors, or what to do first.

    Examples
    --------
    >>> import casebook as cb
    >>> cb.solution("ten-and-ten").heading
    'Solution'
    """
    exercise = named(key)
    if not exercise:
        return no_such_exercise(key)
    allowed = attempts(exercise.key).real or os.environ.get("CASEBOOK_EDITION") == "instructor"
    if not allowed:
        part = Part(messages.NEXT, messages.TRY_FIRST.format(key=exercise.key))
    elif code := solution_of(exercise.key):
        part = Part(messages.ONE_WAY_HEAD, code=code)
    else:
        part = Part(messages.ONE_WAY_HEAD, messages.NO_SOLUTION)
    return Note(messages.SOLUTION, exercise.key, (part,))


def exercises() -> pd.DataFrame:
    """List all exercises: one row each, in the order of the notebooks.

    Returns
    -------
    DataFrame
        `key`, `notebook` (its number), `asks`, `kind` of answer, `minutes`, and `points` from: the check, or an
        instructor. A notebook whose exercises cannot be read is one row without a key, which says why.

    Examples
    --------
    >>> import casebook as cb
    >>> list(cb.exercises()["key"])[:2]
    ['no-number-given', 'ten-and-ten']
    """
    rows: list[dict[str, str | int]] = []
    for number, found in opened():
        if isinstance(found, ChapterError):
            rows.append({"notebook": number, "asks": str(found)})
        else:
            rows += [_listed(number, each) for each in found]
    return pd.DataFrame(rows, columns=LISTED).astype({"minutes": "Int64"})


def _listed(number: str, exercise: Exercise) -> dict[str, str | int]:
    points = BY_INSTRUCTOR if exercise.by_hand else BY_CHECK
    told = (exercise.key, number, exercise.asks, exercise.kind.name, exercise.minutes, points)
    return dict(zip(LISTED, told, strict=True))
