"""A sheet with its form: choose, give reasons, and get the line that records the decision. Alive with a kernel only."""

import json
from collections.abc import Callable, Sequence
from importlib.resources import files

import traitlets

from casebook.decision import words
from casebook.decision.page import Page
from casebook.decision.pages import Option
from casebook.decision.record import Entry
from casebook.markup import pieces, render
from casebook.widget import Widget

Judge = Callable[[Entry], tuple[Entry, str | None, dict[str, str]]]


class Sheet(Widget):
    """A page of the room and a form beneath it. Without a kernel, the page alone.

    The form records nothing. It says what is missing or later than the hour; when nothing is, it writes the call of
    `room.decide` that a cell of the notebook keeps.

    Attributes
    ----------
    line : str
        The call, once the form is complete; else empty.
    said : str
        As HTML: what is missing, or the rows that the reasons rest on.
    """

    _esm = files(__package__).joinpath("desk.js").read_text(encoding="utf-8")
    form = traitlets.Unicode().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    line = traitlets.Unicode().tag(sync=True)

    def __init__(self, page: Page, number: int, options: Sequence[Option], judge: Judge) -> None:
        self._page, self._number, self._judge = page, number, judge
        form = render("room_form.html", number=number, options=options, fields=words.FIELDS)
        super().__init__(form=page.html + form)
        self.on_msg(lambda _, content, __: self.fill(**content))

    def fill(self, **given: object) -> None:
        """Judge what the form holds, and write the line or say what keeps it from being recorded."""
        entry, problem, rows = self._judge(_entry(given))
        with self.hold_sync():
            self.line = "" if problem else written(self._number, entry)
            remark = problem or words.PASTE.format(number=self._number)
            self.said = render("room_said.html", remark=remark, rows=rows, pieces=pieces)

    @property
    def html(self) -> str:
        """The page as HTML, without the form."""
        return self._page.html

    @property
    def text(self) -> str:
        """The page as plain text."""
        return self._page.text


def _entry(given: dict[str, object]) -> Entry:
    """The fields of the form; one that is left empty is still open."""
    held = {name: given.get(name) or ... for name in ("option", *words.FIELDS)}
    return Entry(**held, confidence=_number(given.get("confidence")))


def _number(given: object) -> object:
    try:
        return float(str(given))
    except ValueError:
        return given or ...


def written(number: int, entry: Entry) -> str:
    """The call that records an entry, as it stands in a cell.

    Examples
    --------
    >>> print(written(1, Entry("A", "An assumption.", "C104", "Nobody known.", "none voiced", 0.5)).splitlines()[0])
    room.decide(1, "A",
    """
    names = (*words.FIELDS, "confidence")
    lines = [f"    {name}={json.dumps(getattr(entry, name), ensure_ascii=False)}," for name in names]
    return "\n".join([f"room.decide({number}, {json.dumps(entry.option)},", *lines, ")"])
