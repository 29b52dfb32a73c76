"""The log of a room, handed in: complete, without hindsight, with what speaks against it."""

import pandas as pd

from casebook.datapackage import UnknownRowError
from casebook.decision.pages import Decision, scene
from casebook.decision.record import cited, rests_on, when
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Coded
from casebook.exercise.kinds.cells import is_number
from casebook.lookup import find

COLUMNS = ("decision", "option", "reason", "rows", "against", "hurt", "dissent", "confidence")
SENTENCES = ("option", "reason", "rows", "against", "hurt", "dissent")


def _decisions() -> dict[str, Decision]:
    return {page.key: page for name in ("islamabad", "tehran") for page in scene(name).decisions}


def _text(cell: object) -> str:
    return cell.strip() if isinstance(cell, str) else ""


def _lines(log: pd.DataFrame) -> list[tuple[str, dict[str, object]]]:
    """Each line of a log by its decision, or by its place where no decision is named."""
    rows = [dict(zip(COLUMNS, cells, strict=True)) for cells in log[[*COLUMNS]].itertuples(index=False, name=None)]
    return [(_text(row["decision"]) or f"line {number}", row) for number, row in enumerate(rows, 1)]


def _some_line(log: pd.DataFrame) -> str | None:
    return None if len(log) else "The log has no line: a decision is recorded with `room.decide(...)`."


def _known_decisions(log: pd.DataFrame) -> str | None:
    odd = [name for name, _ in _lines(log) if name not in _decisions()]
    return f"No page of the two rooms: {', '.join(map(str, odd))}. They are called like tehran-1." if odd else None


def _nothing_blank(log: pd.DataFrame) -> str | None:
    blank = [f"{field} of {name}" for name, row in _lines(log) for field in SENTENCES if not _text(row[field])]
    return f"Blank: {', '.join(blank[:4])}. “None voiced” is an answer; a blank is none." if blank else None


def _rests_on_something(log: pd.DataFrame) -> str | None:
    bare = [
        f"{field} of {name}"
        for name, row in _lines(log)
        for field in ("rows", "against")
        if _text(row[field]) and not rests_on(_text(row[field]))
    ]
    return f"Without a row and without the word assumption: {', '.join(bare)}." if bare else None


def _exists(row: str) -> bool:
    try:
        return bool(find(row))
    except UnknownRowError:
        return False


def _rows_exist(log: pd.DataFrame) -> str | None:
    odd = sorted({row for _, row in _cited(log) if not _exists(row)})
    return f"In no table: {', '.join(odd)}." if odd else None


def _cited(log: pd.DataFrame) -> list[tuple[str, str]]:
    """Every row that the log names, with its decision."""
    fields = ("reason", "rows", "against")
    return [(name, row) for name, line in _lines(log) for field in fields for row in cited(_text(line[field]))]


def from_the_future(log: pd.DataFrame) -> list[str]:
    """The rows of a log that are dated after the hour of their decision."""
    pages = _decisions()
    dated = [(name, row, when(row)) for name, row in _cited(log) if name in pages and _exists(row)]
    late = [row for name, row, day in dated if day is not None and day > pd.Timestamp(pages[name].as_of)]
    return list(dict.fromkeys(late))


def _one_sided(log: pd.DataFrame) -> list[str]:
    """Decisions whose reason against repeats the reason for them."""
    same = [name for name, row in _lines(log) if _text(row["against"]) == _text(row["reason"]) != ""]
    return list(dict.fromkeys(same))


def _certain(log: pd.DataFrame) -> list[str]:
    return [name for name, row in _lines(log) if _is_share(row["confidence"]) and row["confidence"] == 1]


def _confident(log: pd.DataFrame) -> str | None:
    odd = [name for name, row in _lines(log) if not _is_share(row["confidence"])]
    return f"`confidence` is a number from 0 to 1, without quotation marks: see {', '.join(odd)}." if odd else None


def _is_share(cell: object) -> bool:
    return is_number(cell) and 0 <= cell <= 1


def _log(**changed: object) -> pd.DataFrame:
    """A made-up log of one line; some of its cells changed."""
    page = scene("islamabad").decisions[0]
    first, second = page.known[0].row, page.known[1].row
    line = {
        "decision": page.key,
        "option": page.options[0].letter,
        "reason": f"The line is open [{first}].",
        "rows": first,
        "against": f"It may not be enough [{second}].",
        "hurt": "Nobody whom we could name.",
        "dissent": "none voiced",
        "confidence": 0.6,
    }
    return pd.DataFrame([line | changed], columns=list(COLUMNS))


def _a_later_row() -> str:
    """A row of the last page, which the first page could not know."""
    return scene("islamabad").decisions[-1].known[0].row


DECISION_LOG = Exercise(
    key="decision-log",
    asks="Your team's log: each decision with its option, reason, rows, what speaks against it, who could be hurt.",
    kind=Coded(
        columns=COLUMNS,
        checks=(_some_line, _known_decisions, _nothing_blank, _rests_on_something, _rows_exist, _confident),
        rubric={
            "L1": "a reason that rests on no row and does not say that it is an assumption",
            "L2": "the reason against is a weak one, where the sheet has a stronger",
            "L3": "nobody is named who could be hurt, or nothing tells how one would know",
            "L4": "dissent was voiced in the room and is not in the log",
        },
    ),
    misreadings=[
        Misreading(
            "from-the-future",
            lambda: _log(against=f"They strike back [{_a_later_row()}]."),
            did=lambda log: f"Your log cites {', '.join(from_the_future(log)[:4])}.",
            why="Its date is after the hour of that decision: nobody in the room had read it.",
            next="Replace the reason by one from the sheet, or write assumption.",
            matches=lambda given, wrong: bool(from_the_future(given)),
        ),
        Misreading(
            "one-sided",
            lambda: _log(against=_log()["reason"][0]),
            did=lambda log: f"In {', '.join(_one_sided(log))} the reason against repeats the reason.",
            why="A decision that has nothing against it was not one. Each option on the sheet has its objection.",
            next="Write the strongest of them, with its row, and where its page has been turned run the cells "
            "anew from the room on.",
            matches=lambda given, wrong: bool(_one_sided(given)),
        ),
        Misreading(
            "certain",
            lambda: _log(confidence=1.0),
            did=lambda log: f"In {', '.join(_certain(log))} you were certain.",
            why="A confidence of 1 says that no report could still come in which would change your mind.",
            next="Lower the number, and where its page has been turned run the cells anew from the room on.",
            matches=lambda given, wrong: bool(_certain(given)),
        ),
    ],
    because="Every line is complete: your instructor reads them with you, and what happened next is no mark scheme.",
    not_shown="It does not show whether you chose well. The check looked at what is filled in, and at the dates of the "
    "rows.",
    hints=[
        "Write the reason against first: it is the one that a room forgets.",
        "Worked line for an option of one's own on the last page of the other room: option “Ask for a list of the dead "
        "from both sides”, reason “Accounts differ on both sites [C104] [C151]”, against “It opens the quarrel again; "
        "assumption”, hurt “families who learn it from the news”, dissent “none voiced”, confidence 0.4.",
    ],
    minutes=2,
)
