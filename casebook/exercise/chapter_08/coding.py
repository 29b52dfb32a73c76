"""Tables that a student codes: the practice text by the codebook, and a source of their own beside the casebook."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import pandas as pd

from casebook.datapackage import descriptor_in, table_in
from casebook.exercise.chapter_08.practice import key
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Coded
from casebook.exercise.kinds.coded import MOST_TOLD
from casebook.folders import DATA
from casebook.own.desk import Desk
from casebook.own.judged import faults_of
from casebook.own.opening import own_source, practice

Tables: TypeAlias = dict[str, pd.DataFrame]
CODED = ("sources", "actors", "places", "passages", "events", "statements", "moves", "casualties", "claims", "evidence")
TOLD = ("events", "statements", "casualties")


@dataclass(frozen=True)
class OwnTables(Coded):
    """Tables as a desk gives them: what `casebook data check` says of them comes first, then what is still missing."""

    opened: Callable[[Path], Desk] = field(default=practice)

    @property
    def wanted(self) -> str:
        return "What `.tables()` of your desk gives: a dict of tables by name."

    def missing(self, given: Tables) -> list[str]:
        first = {each.rule: str(each) for each in reversed(faults_of(given, self.opened))}
        return [*reversed(first.values())][:MOST_TOLD] or super().missing(given)


def _columns(tables: tuple[str, ...]) -> dict[str, list[str]]:
    schemas = {each["name"]: each["schema"] for each in descriptor_in(DATA)["resources"]}
    return {name: [each["name"] for each in schemas[name]["fields"]] for name in tables}


def _paragraphs_left(given: Tables) -> str | None:
    """Paragraphs of the text on which no row rests, though rows of the key do."""
    passages = key("passages").set_index("passage_id")["paragraph"]
    told = key("evidence").query("table in @TOLD")["passage_id"].map(passages)
    mine = given["evidence"]["passage_id"].map(passages)
    left = sorted(set(told) - set(mine))
    return f"No row rests on these paragraphs yet (the headline is 1): {', '.join(map(str, left))}." if left else None


def _tables_left(given: Tables) -> str | None:
    empty = [name for name in (*TOLD, "moves") if given[name].empty]
    return f"No row yet in: {', '.join(empty)}." if empty else None


CODE_THE_TEXT = Exercise(
    key="code-the-practice-text",
    asks="The practice text, coded by the codebook: events, statements with their moves, casualty reports, evidence.",
    kind=OwnTables(
        columns=_columns(CODED),
        checks=(_tables_left, _paragraphs_left),
        rubric={
            "T1": "a day, a figure or an author that no sentence gives",
            "T2": "two accounts merged into one, or one account counted twice",
            "T3": "a word of one side in our own voice",
            "T4": "a place where two readings hold, and the student does not say so",
        },
    ),
    because="No rule speaks, and every paragraph has its rows. Now hold your coding against the key, cell by cell: "
    "`from casebook.folders import PRACTICE`, then `desk.compare(PRACTICE)`.",
    not_shown="It does not show that the book is the only way to read: in several places another code is as good.",
    hints=[
        "One paragraph, one table at a time. `desk.check()` says what to mend first.",
        "Worked on the last paragraph: the seizure of the barge is an event of 2028, precision year, from 1 January to "
        "31 December; nobody is said to have done it, so `initiator_id` is blank and responsibility unknown. “Two men "
        "drowned” is one casualty row, given by nobody who is named.",
    ],
    minutes=25,
)


def _seen(given: Tables) -> str | None:
    rows = given["sources"]
    if rows.empty:
        return "No document yet: one row in `sources` comes first."
    return None if (rows["seen"] == "full").all() else "Read your document to its end, so that `seen` is full."


def _something_told(given: Tables) -> str | None:
    told = sum(len(given[name]) for name in TOLD)
    return None if told else "No event, statement or casualty report yet: what does your document tell?"


def _not_quoted(given: Tables) -> str | None:
    quoted = list(given["statements"].query("form == 'verbatim'")["statement_id"])
    if not quoted:
        return None
    return f"Verbatim is for a text that is in the folder: code {', '.join(quoted)} as indirect, in your own words."


def _made_up(**cells: str) -> Tables:
    """Tables with one document, and one report of no figure that it would tell."""
    empty = {name: table_in(DATA, name).head(0).astype(object) for name in CODED}
    page = table_in(DATA, "sources").head(1).astype(object).assign(source_id="my-source", seen="full")
    report = table_in(DATA, "casualties").query("qualifier == 'no_figure'").head(1).astype(object)
    line = {"table": "casualties", "row_id": "C901", "source_id": "my-source", "relation": "supports"}
    mine = {
        "sources": page.assign(url=cells.get("url", "https://example.org/mine")),
        "casualties": report.assign(report_id=cells.get("report_id", "C901")),
        "evidence": pd.DataFrame([{**line, "passage_id": None}]),
    }
    return empty | mine


def _urls(given: Tables) -> set[str]:
    return set(given["sources"]["url"].dropna()) & set(table_in(DATA, "sources")["url"].dropna())


def _taken(given: Tables) -> set[str]:
    real = {name: table_in(DATA, name).iloc[:, 0] for name in TOLD}
    return {each for name, keys in real.items() for each in set(given[name].iloc[:, 0]) & set(keys)}


YOUR_SOURCE = Exercise(
    key="your-source",
    asks="One document on January 2024 that the tables do not have, with the rows that it adds and their evidence.",
    kind=OwnTables(
        columns=_columns(CODED),
        checks=(_seen, _something_told, _not_quoted),
        rubric={
            "U1": "a row that the document does not carry",
            "U2": "the giver of a figure is taken for its printer, or the other way round",
            "U3": "an echo that is not marked, or marked without a reason",
            "U4": "the name of a private person",
        },
        opened=own_source,
    ),
    misreadings=[
        Misreading(
            "known-source",
            lambda: _made_up(url=table_in(DATA, "sources")["url"].dropna().iloc[0]),
            did="Your document has the address of one that is in the tables already.",
            why="Its rows are coded. A second copy of them would look like a second witness.",
            next="Choose another document: `cb.sources()` has those that are taken.",
            matches=lambda given, wrong: bool(_urls(given)),
        ),
        Misreading(
            "borrowed-key",
            lambda: _made_up(report_id=table_in(DATA, "casualties")["report_id"].iloc[0]),
            did="A row of yours has the key of a row of the casebook.",
            why="Two rows under one key cannot be cited.",
            next="Leave the key out when you add a row: the next free one is taken, from 901.",
            matches=lambda given, wrong: bool(_taken(given)),
        ),
    ],
    because="The form holds: the document is new, every row has its evidence, no key is taken twice.",
    not_shown="It does not show that the coding is right: your instructor reads the document beside it.",
    hints=[
        "Begin with the passage that made you choose this document. Who speaks in it, and of whom?",
        "Worked on C154: a newspaper prints ten and names an outlet as the giver. So `reporter_id` is haalvsh, and the "
        "newspaper stands in `evidence`. It repeats no row that we know of, so `echo_of` is blank.",
    ],
    minutes=40,
)
