"""The options of an exercise as a form: choose one, check it, read the card beneath."""

from importlib.resources import files

import traitlets

from casebook.exercise import messages
from casebook.exercise.catalogue import check, named, no_such_exercise
from casebook.exercise.exercise import Exercise
from casebook.exercise.kinds import Letter
from casebook.exercise.note import Note, Part
from casebook.markup import pieces, render
from casebook.widget import Widget


class Form(Widget):
    """A labelled group of radio buttons and a button; the card of the verdict is shown beneath.

    Where no kernel runs, such as in a saved notebook, the options stand as a list and as plain text.
    """

    _esm = files(__package__).joinpath("asking.js").read_text(encoding="utf-8")
    form = traitlets.Unicode().tag(sync=True)
    card = traitlets.Unicode().tag(sync=True)

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(form=_filled("asking_form.html", exercise))
        self.exercise = exercise
        self.on_msg(lambda _, content, __: self.answer(content.get("letter")))

    def answer(self, letter: str | None) -> None:
        """Check an option and show the card. Nothing is kept in the notebook: the code cell is the record."""
        self.card = check(self.exercise.key, letter).html

    @property
    def html(self) -> str:
        """The options as a list."""
        return _filled("asking.html", self.exercise)

    @property
    def text(self) -> str:
        """The options as plain text."""
        return _filled("asking.txt", self.exercise).strip()


def _filled(template: str, exercise: Exercise) -> str:
    return render(template, exercise=exercise, messages=messages, pieces=pieces)


def ask(key: str) -> Form | Note:
    """Draw the options of an exercise that has options; a check of the one chosen shows its card beneath.

    Parameters
    ----------
    key : str
        The key of the exercise, as in `cb.exercises()`.

    Returns
    -------
    Form or Note
        The form; for an exercise without options, a card that says so.

    Examples
    --------
    >>> import casebook as cb
    >>> print(cb.ask("no-number-given").text.splitlines()[-1])
    This exercise has no options to choose from: its answer goes into `cb.check("no-number-given", ...)`.
    """
    exercise = named(key)
    if not exercise:
        return no_such_exercise(key)
    if not isinstance(exercise.kind, Letter):
        part = Part(messages.NEXT, messages.NO_OPTIONS.format(key=exercise.key))
        return Note(messages.NOTHING_TO_CHOOSE, exercise.key, (part,))
    return Form(exercise)
