"""A page that argues for one explanation and carries the strongest row against it."""

from dataclasses import dataclass

import pandas as pd

from casebook.exercise.chapter_06.matrix import TEXTS
from casebook.exercise.exercise import Exercise
from casebook.exercise.form import Avoids, BothSides, Cites, FormCheck, Says, Soft
from casebook.exercise.form.draft import Draft
from casebook.exercise.kinds import Prose
from casebook.tables import explanations


def _marks() -> pd.DataFrame:
    return explanations().set_index("row_id").drop(columns=TEXTS).astype("string")


def _named(draft: Draft) -> list[str]:
    """The explanations that the first sentence names: `limited_aims` is written limited aims."""
    first = draft.sentences[0].casefold().replace("_", " ") if draft.sentences else ""
    return [each for each in _marks().columns if each.replace("_", " ") in first]


@dataclass(frozen=True)
class OneExplanation(FormCheck):
    """The first sentence names one of the explanations of the matrix, and no other."""

    def __call__(self, draft: Draft) -> str | None:
        named = _named(draft)
        if len(named) == 1:
            return None
        names = ", ".join(each.replace("_", " ") for each in _marks().columns)
        return f"Explanations named in the first sentence: {len(named)}. One is wanted, by its name: {names}."


@dataclass(frozen=True)
class RowAgainst(FormCheck):
    """A cited row speaks against the explanation; where none does, one fits a rival and is silent here. Or: recoded."""

    def __call__(self, draft: Draft) -> str | None:
        named = _named(draft)
        if len(named) != 1 or "recoded" in draft.plain.casefold():
            return None
        marks, (own,) = _marks(), named
        hard = set(marks.index[marks[own] == "against"])
        rival = set(marks.index[(marks[own] == "silent") & (marks == "fits").any(axis=1)])
        if {row.key for row in draft.rows} & (hard or rival):
            return None
        lacks = "is against it" if hard else "fits a rival and is silent here (none in the matrix is against it)"
        name = own.replace("_", " ")
        return f"For {name}, the text cites no row that {lacks}. Where you mark one otherwise, write “recoded”."


WHY_IT_STOPPED = Exercise(
    key="why-it-stopped",
    asks="One explanation, argued from rows, with the strongest row against it.",
    kind=Prose(
        words=(120, 200),
        checks=[
            OneExplanation(),
            Cites(
                4,
                "At least four rows are wanted, cited like [S093].",
                tables=("events", "statements", "claims", "facts"),
            ),
            RowAgainst(),
            BothSides(),
            Says(
                ["change my mind", "changes my mind"],
                "Name one row that would change your mind if it existed: write “change my mind” there.",
            ),
            Says(
                ["not known", "do not know", "cannot know", "cannot say", "not show", "does not say", "nobody says"],
                "A sentence on what is not known: “the rows do not show”, “we cannot say”.",
            ),
            Avoids(["terroris-", "separatis-", "martyr-", "militan-"]),
            Soft(
                Avoids(
                    ["proves", "proved", "proof", "clearly", "certainly", "because"],
                    "Look at {words} once more: a row can fit a story that is not so.",
                )
            ),
        ],
        rubric={
            "R1": "The claim is one sentence, and could be wrong.",
            "R2": "A row is used for what it shows, not for what its speaker claims.",
            "R3": "The row against is met, not only mentioned.",
            "R4": "Sequence is not taken for cause.",
            "R5": "No motive is told as known.",
            "R6": "The missing row is one that could exist: a minute of a meeting, an hour of a call.",
        },
    ),
    because="The form is complete: one explanation, rows of both governments, a row that speaks for a rival, and a row "
    "that is missing. Your instructor reads the text, and gives the points.",
    not_shown="The check did not read what you say, nor whether the row against is met.",
    hints=[
        "Begin with the row against you, and ask what would have to be so for your explanation to survive it.",
        "A worked paragraph on 2017: “Habit of repair. A minister's visit and agreements followed an attack on border "
        "guards [E027][E028]. Against it stand a warning and a summons of the days after the visit [E029][E030]: "
        "repair was agreed, and quarrel went on. A minute of the visit would change my mind.”",
    ],
    minutes=15,
)
