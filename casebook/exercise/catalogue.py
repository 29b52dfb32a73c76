"""The verbs of a student: check an answer, ask for a hint, see a solution, list the exercises."""

from difflib import get_close_matches

from casebook.exercise import messages
from casebook.exercise.judging import judge
from casebook.exercise.kinds.cells import describe, is_a
from casebook.exercise.register import all_exercises, find
from casebook.exercise.verdict import Part, Verdict


def _no_such_exercise(key: object) -> Verdict:
    if not is_a(key, str):
        parts = [Part(messages.GIVEN_HEAD, messages.GIVEN.format(given=describe(key)))]
        parts.append(Part(messages.WANTED_HEAD, messages.KEY_IS_TEXT))
        return Verdict("uncheckable", None, 0.0, "", tuple(parts))
    name = str.strip(key)[:60]
    near = get_close_matches(name.casefold(), [each.key for _, each in all_exercises()], n=3, cutoff=0.4)
    words = f"{messages.NEAREST.format(keys=', '.join(near))} " if near else ""
    parts = (Part(messages.GIVEN_HEAD, messages.NO_SUCH_KEY), Part(messages.NEXT, words + messages.ALL_KEYS))
    return Verdict("uncheckable", None, 0.0, name, parts)


def check(key: str, answer: object = ...) -> Verdict:
    """Say what an answer to an exercise shows: right, or what to do next. Never raises.

    Parameters
    ----------
    key : str
        The key of the exercise, as in `cb.exercises()`.
    answer : object
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
    exercise = None
    try:
        exercise = find(str.strip(key)) if is_a(key, str) else None
        return judge(exercise, answer) if exercise else _no_such_exercise(key)
    except KeyboardInterrupt:
        raise
    except BaseException:  # a student's cell never fails because of what an answer does when it is looked at
        words = messages.NOT_READ if exercise else messages.NO_SUCH_KEY
        parts = [Part(messages.GIVEN_HEAD, words)]
        parts += [Part(messages.WANTED_HEAD, exercise.kind.wanted)] if exercise else []
        return Verdict("uncheckable", None, 0.0, exercise.key if exercise else "", tuple(parts))
