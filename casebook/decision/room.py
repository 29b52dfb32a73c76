"""The decision room as students play it: a sheet, a commitment, the next page, a debrief."""

from dataclasses import astuple, replace

import pandas as pd

from casebook.decision import views, words
from casebook.decision.desk import Sheet
from casebook.decision.page import Page
from casebook.decision.pages import Decision, scene
from casebook.decision.record import Entry, cited, rests_on, trouble
from casebook.kept import Data

COLUMNS = ("decision", "option", "reason", "rows", "against", "hurt", "dissent", "confidence")


class Room:
    """One room, played from its first page. Shows itself as its cover.

    What was decided is held by this object only; the cells that call `decide` are the record. Every method gives a
    page that shows itself, with `.html` and `.text`; a call that cannot be followed gives one that says why.
    """

    def __init__(self, name: str) -> None:
        self._scene = scene(name)
        self._entries: dict[str, Entry] = {}
        self._turned = 0

    @property
    def _pages(self) -> list[Decision]:
        return self._scene.decisions

    def _number(self, given: object) -> int | str:
        """The number of a page that may be opened, or the sentence that says why it may not."""
        most = len(self._pages)
        on_table = min(self._turned + 1, most)
        if given is None:
            return on_table
        keys = {each.key: number for number, each in enumerate(self._pages, 1)}
        number = keys.get(given, given) if isinstance(given, str) else given
        if type(number) is not int or not 1 <= number <= most:
            return words.NO_PAGE.format(given=repr(given)[:40], most=most)
        return number if number <= on_table else words.CLOSED.format(number=number, open=number - 1)

    def _on_sheets(self, number: int) -> dict[str, str]:
        """What the sheets up to a page say, by row."""
        return {row.row: row.as_known for each in self._pages[:number] for row in each.rows}

    def roles(self) -> Page:
        """Show the role cards: offices, never persons."""
        return views.roles(self._scene)

    def sheet(self, number: int | None = None) -> Page | Sheet:
        """Show a page: what was known at its hour, and the options, with a form that writes the line to record.

        Parameters
        ----------
        number : int, optional
            1 to 4; nothing means the page that is on the table.
        """
        found = self._number(number)
        if isinstance(found, str):
            return views.notice(words.CLOSED_HEAD, found)
        page = views.sheet(self._pages[found - 1], self._pages[: found - 1])
        return Sheet(page, found, self._pages[found - 1].options, lambda entry: self._judged(found, entry))

    def _judged(self, number: int, entry: Entry) -> tuple[Entry, str | None, dict[str, str]]:
        """An entry with its letter as the sheet writes it, what keeps it from being recorded, and its rows."""
        page, known = self._pages[number - 1], self._on_sheets(number)
        letters = [each.letter for each in page.options]
        if isinstance(entry.option, str):
            option = entry.option.strip()
            entry = replace(entry, option=option.upper() if option.upper() in letters else option)
        problem = trouble(entry, letters, page.as_of, known, page.known[0].row)
        texts = [text for text in (entry.reason, entry.against) if isinstance(text, str)]
        return entry, problem, {row: known[row] for text in texts for row in cited(text) if row in known}

    def decide(self, number: int | None = None, option: object = ..., **lines: object) -> Page:
        """Commit to an option, with reasons. Until the page is turned, the same call with other words replaces it.

        Parameters
        ----------
        number : int
            The page.
        option : str
            A letter of the sheet, or an option of your own in a sentence.
        **lines
            `reason` and `against`, each with a row of the sheets in it like [S072], or the word assumption; `hurt`,
            who could be hurt and how you would know; `dissent`, or "none voiced"; `confidence`, from 0 to 1.
        """
        found = self._number(number)
        if isinstance(found, str):
            return views.notice(words.NOT_RECORDED, found)
        if odd := sorted(set(lines) - {*Entry.__dataclass_fields__}):
            known = ", ".join(f"`{name}`" for name in Entry.__dataclass_fields__)
            return views.notice(words.NOT_RECORDED, words.NO_FIELD.format(field=odd[0], fields=known))
        page = self._pages[found - 1]
        entry, problem, rows = self._judged(found, Entry(option=option, **lines))
        if not problem and found <= self._turned and entry != self._entries[page.key]:
            problem = words.TURNED.format(key=page.key)
        if problem:
            return views.notice(words.NOT_RECORDED, problem)
        self._entries[page.key] = entry
        return views.decided(entry, page, rows)

    def reveal(self, number: int | None = None) -> Page:
        """Turn the page: what came next, as far as the hour of the next page knows it.

        Parameters
        ----------
        number : int, optional
            1 to 4; nothing means the page that was decided last.
        """
        found = self._number(len(self._entries) or 1 if number is None else number)
        if isinstance(found, str):
            return views.notice(words.CLOSED_HEAD, found)
        page = self._pages[found - 1]
        if page.key not in self._entries:
            return views.notice(words.CLOSED_HEAD, words.NOT_DECIDED.format(key=page.key, number=found))
        self._turned = max(self._turned, found)
        return views.reveal(page, self._on_sheets(found + 1) if found < len(self._pages) else {})

    def debrief(self) -> Page:
        """Look back, when every page has been turned: questions, what could not be known, and the key."""
        if self._turned < len(self._pages):
            sentence = words.DEBRIEF_CLOSED.format(most=len(self._pages), done=self._turned)
            return views.notice(words.CLOSED_HEAD, sentence)
        return views.debrief(self._scene, self._entries)

    def log(self) -> pd.DataFrame:
        """The record as a table: one row for each decision, with what its reason rests on in `rows`."""
        held = [
            (key, entry.option, entry.reason, ", ".join(rests_on(str(entry.reason))), *astuple(entry)[2:])
            for key, entry in self._entries.items()
        ]
        return pd.DataFrame(held, columns=list(COLUMNS))

    @property
    def html(self) -> str:
        """The cover as HTML."""
        return views.cover(self._scene).html

    @property
    def text(self) -> str:
        """The cover as plain text."""
        return views.cover(self._scene).text

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> Data:
        return {"text/html": self.html, "text/plain": self.text}


def room(name: str) -> Room:
    """Open a decision room: two governments in January 2024, with only the rows that could be read by the hour.

    Parameters
    ----------
    name : str
        "islamabad", the morning of 17 January, or "tehran", the morning of 18 January.

    Returns
    -------
    Room
        Shows its rules. `.sheet()` shows the page on the table, `.decide(...)` commits, `.reveal()` turns the page,
        `.debrief()` looks back at the end, `.log()` is the record as a table, `.roles()` the role cards.

    Raises
    ------
    UnknownRoomError
        If there is no such room; the message names those that there are.
    BrokenTableError
        If `room.json` of the folder in use cannot be read as rooms.

    Examples
    --------
    >>> import casebook as cb
    >>> table = cb.room("islamabad")
    >>> print(table.sheet().text.splitlines()[0])
    islamabad-1 · The first morning
    >>> print(table.reveal().text.splitlines()[1])
    The page turns when islamabad-1 is decided: `room.decide(1, ...)`.
    """
    return Room(name)
