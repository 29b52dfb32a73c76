"""After is not because: who gives which reason, and a sequence in which every reason has its speaker."""

from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.form import BothSides, Cites, EachSentence, FormCheck, Says
from casebook.exercise.form.draft import Draft
from casebook.exercise.kinds import Prose, SetOf
from casebook.tables import moves, statements

STRIKE_AND_AFTER = ("E092", "E104", "E105")
# What a gist says of an act that is answered, of an old complaint, of a principle, of those who were aimed at.
ANSWER, GRIEVANCE, PRINCIPLE = "response to", "Iran had not acted", "its territory"
TARGETS = ("armed groups", "BLA", "Liberation Front", "militant camps")
FIRST, LAST = pd.Timestamp("2023-12-15"), pd.Timestamp("2024-01-18")
CAUSAL = (
    "because",
    "caused",
    "led to",
    "triggered",
    "provoked",
    "in response",
    "retaliat-",
    "revenge",
    "so that",
    "so it",
    "so they",
    "so the",
    "so Iran",
    "so Pakistan",
    "therefore",
    "thus",
    "hence",
    "consequently",
    "due to",
    "as a result",
    "prompted",
    "in answer",
)


def _justifying() -> pd.DataFrame:
    """Statements made for Pakistan on 18 and 19 January that justify the strike of the 18th."""
    rows, coded = statements(), moves()
    justify = coded.loc[coded["move"] == "justify", "statement_id"]
    return rows[
        rows["statement_id"].isin(justify)
        & (rows["speaks_for_id"] == "pakistan")
        & rows["date"].between("2024-01-18", "2024-01-19")
        & rows["event_id"].isin(STRIKE_AND_AFTER)
    ]


def _saying(*words: str) -> set[str]:
    rows = _justifying()
    return set(rows.loc[rows["gist"].str.contains("|".join(words), regex=True), "statement_id"])


def _strays(ids: frozenset[str]) -> str:
    seven = set(_justifying()["statement_id"])
    if not ids:
        return "An empty set says that no gist speaks of an answer. Read the seven once more, word by word."
    return (
        f"Ids given: {len(ids)}. Among the {len(seven)} statements: {len(ids & seven)}. Copy from each of the "
        "seven gists the words which name something that Iran did and that is being answered: where you find "
        "none, there is no answer."
    )


REASONS_GIVEN = Exercise(
    key="reasons-given",
    asks="In which of seven statements our gist says that the strike answered what Iran had done on the 16th.",
    kind=SetOf("statements.statement_id"),
    answer=lambda: _saying(ANSWER),
    misreadings=[
        Misreading(
            "after-read-as-because",
            lambda: set(_justifying()["statement_id"]),
            did="You took all of them.",
            why="The strike came after, and each speaker defends it. Neither makes it an answer.",
            next="Look in each gist for a word that ties the strike to what Iran did two days before.",
        ),
        Misreading(
            "grievance-for-answer",
            lambda: _saying(ANSWER, GRIEVANCE),
            did="One of yours complains of dossiers on which Iran had not acted.",
            why="That is an older complaint, not the night of the 16th.",
            next="Ask of each reason: could it have been given on the 15th as well?",
            matches=lambda given, wrong: bool(given & _saying(GRIEVANCE)),
        ),
        Misreading(
            "territory-for-answer",
            lambda: _saying(ANSWER, PRINCIPLE),
            did="One of yours states a principle: no compromise on territory.",
            why="A principle may stand behind an answer without naming what is answered.",
            next="Keep to what the gist says was answered, not to what you know had happened.",
            matches=lambda given, wrong: bool(given & _saying(PRINCIPLE)),
        ),
        Misreading(
            "target-for-answer",
            lambda: _saying(*TARGETS) - _saying(GRIEVANCE),
            did="You chose a statement that says at whom the strike was aimed.",
            why="A target is no reason, and a reason is not yet an answer.",
            next="Ask what in this gist would have to be different if nothing had happened on the 16th.",
            matches=lambda given, wrong: bool(given & wrong),
        ),
    ],
    gap=_strays,
    because="On the 18th the reasons in our gists are armed groups, dossiers, an imminent threat, a principle; on the "
    "19th the security committee speaks of a response (S121).",
    not_shown="It does not show that the strike was no retaliation. A gist is our short form of what was said, and "
    "newspapers of those days print “retaliatory” in their own voice. Absent from a gist is not absent from the world.",
    hints=[
        "Sort what each speaker points to: a target, an old complaint, a principle, an act of Iran.",
        "Worked on Iran: S067 says that the strikes of 15 January were “revenge” for Kerman and Rask: an answer, by "
        "its own words. S075 says “legitimate defence”: a principle.",
    ],
    sources=["S091", "S092", "S093", "S094", "S096", "S120", "S121"],
    minutes=5,
)


@dataclass(frozen=True)
class InOrder(FormCheck):
    """Neighbouring cited events stand in an order that their days allow."""

    says: str = "[{first}] stands before [{second}], which had ended earlier."

    def __call__(self, draft: Draft) -> str | None:
        told = draft.of("events")
        for first, second in pairwise(told):
            if second.cells["date_end"] < first.cells["date"]:
                return self.says.format(first=first.key, second=second.key)
        return None


NOT_BECAUSE = Exercise(
    key="after-is-not-because",
    asks="The way from 15 December 2023 to 18 January 2024, in order, every reason with its speaker.",
    kind=Prose(
        words=(90, 170),
        checks=[
            Cites(
                4,
                "At least four events between 15 December 2023 and 18 January 2024 are wanted, cited like [E067].",
                tables=["events"],
                when=lambda cells: cells["date"] >= FIRST and cells["date_end"] <= LAST,
            ),
            InOrder(),
            EachSentence(
                CAUSAL, "S", "Whose reason is “{word}”? Cite the statement in the same sentence, like [S067]."
            ),
            BothSides(),
            Says(
                ["no reason", "no reasons", "not stated"],
                "One step for which nobody gives a reason: write “no reason” or “not stated” where it stands.",
            ),
        ],
        rubric={
            "R1": "a causal word in your own voice",
            "R2": "a reason given to the wrong speaker, or to a state where an agency spoke",
            "R3": "an order claimed where the rows leave it open",
            "R4": "a figure without its reporter, or an act told as settled where `responsibility` says claimed",
            "R5": "one side's reasons told, the other's acts only",
            "R6": "a loaded word in your own voice, or the name of a private person",
        },
    ),
    because="The form is complete: events in an order that their days allow, and no reason without its speaker. Your "
    "instructor reads the text, and gives the points.",
    not_shown="The check did not read what you say: a reason may stand with the wrong speaker, and a “then” can hide a "
    "“because”.",
    hints=[
        "Write the order first, without a reason. Then ask of each “and then”: who says why? Does anybody?",
        "A worked sentence: “On 4 January Islamic State said that it had carried out the Kerman bombing [S061] of the "
        "day before [E071]; why Iran struck Erbil on the 15th is told by the Revolutionary Guards [S067][E078].”",
    ],
    minutes=15,
)
