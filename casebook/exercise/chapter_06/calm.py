"""What is calm by its class and not by its words."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.exercise.sieve import sieved
from casebook.reciprocity import LAST, STATES
from casebook.tables import actors, events, moves, statements

AFTER = "2024-01-19"
WANTED = ("justify", "warn")


def _later() -> pd.DataFrame:
    """The moves that were made for one of the two states from 19 to 29 January, with the class of their event."""
    rows = statements().merge(moves(), on="statement_id").merge(events()[["event_id", "quad_class"]], on="event_id")
    countries = actors().set_index("actor_id")["country"]
    sides = rows["speaks_for_id"].astype("string").map(countries)
    return rows[sides.isin(STATES) & rows["date"].between(AFTER, LAST)]


def _making(*wanted: str) -> pd.DataFrame:
    rows = _later()
    return rows[rows["move"].isin(wanted)]


def _in_cooperation(rows: pd.DataFrame) -> set[str]:
    friendly = rows["quad_class"].isin(["verbal_cooperation", "material_cooperation"])
    return set(rows.loc[friendly, "statement_id"])


CALM = Exercise(
    key="calm-in-one-table",
    asks="Statements of the two states, 19 to 29 January, that justify or warn inside an event coded as cooperation.",
    kind=SetOf("statements.statement_id"),
    answer=lambda: _in_cooperation(_making(*WANTED)),
    misreadings=[
        Misreading(
            "class-forgotten",
            lambda: set(_making(*WANTED)["statement_id"]),
            did="One of your statements belongs to a strike.",
            why="Nobody expects calm words there; the question is about words inside friendly events.",
            next="Keep the two classes of cooperation in `quad_class`.",
        ),
        Misreading(
            "accusing-too",
            lambda: _in_cooperation(_making(*WANTED, "accuse")),
            did="You added accusations.",
            why="Some of these accuse others than the neighbour: read their gists. The task names two moves.",
            next="Keep `justify` and `warn`.",
        ),
        Misreading(
            "warnings-only",
            lambda: _in_cooperation(_making("warn")),
            did="You kept warnings, and left out justifications.",
            why="A government that defends its strike in a friendly call is what makes this gap visible.",
            next="Two moves are wanted: `isin` takes a list.",
        ),
        Misreading(
            "justifications-only",
            lambda: _in_cooperation(_making("justify")),
            did="You kept justifications, and left out warnings.",
            why="A statement that names what must not happen again is no less a condition on the calm.",
            next="Two moves are wanted: `isin` takes a list.",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "statements": set(statements()["statement_id"]),
            "of the two states, 19 to 29 January": set(_later()["statement_id"]),
            "with one of the two moves": set(_making(*WANTED)["statement_id"]),
            "in an event coded as cooperation": _in_cooperation(_making(*WANTED)),
        },
        "A statement with several moves has several rows.",
    ),
    because="Four friendly events hold them (E103, E104, E105, E118). The classes say calm; the moves say calm with "
    "conditions. One table codes the form of contact, the other what was done with words.",
    not_shown="It does not show what was meant, nor which table is right. If E105 is coded as conflict, the last act "
    "of conflict between the two moves from 18 to 19 January.",
    hints=[
        "Three tables meet in one row: the statement gives the event, the move the act, the event the class.",
        "Worked on 17 January: E087, the first call, is coded as cooperation. Inside it S076 condemns, protests, warns "
        "and accuses. It would be in, were it two days later.",
    ],
    sources=["S119", "S120", "S121", "S147"],
    minutes=6,
)
