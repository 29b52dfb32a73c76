"""The memo: what a source changes, what it repeats, what it contradicts, with rows."""

import re
from dataclasses import dataclass

from casebook.exercise.exercise import Exercise
from casebook.exercise.form import Avoids, BothSides, Cites, Figures, FormCheck, Says, Soft
from casebook.exercise.form.draft import Draft
from casebook.exercise.kinds import Prose

OWN = ("C9", "S9", "E9")
SIDES = ("terrorist-", "martyr-", "separatist-", "militant-")


@dataclass(frozen=True)
class CitesOwnRows(FormCheck):
    """At least one row of the writer's own folder."""

    def __call__(self, draft: Draft) -> str | None:
        mine = [key for key in draft.cited if re.fullmatch(r"[CSE]9\d\d", key, re.IGNORECASE)]
        return None if mine else "None of your own rows is cited: their keys are from 901, like [C901]."


MEMO_WITH_ROWS = Exercise(
    key="memo-with-rows",
    asks="A memo: what your source changes, what it repeats and what it contradicts, citing rows.",
    kind=Prose(
        words=(120, 250),
        checks=(
            CitesOwnRows(),
            Cites(4, "Cite at least four rows of the casebook beside your own, each in square brackets."),
            Says(("does not", "do not", "did not"), "Nothing says what your source does not do: begin a sentence so."),
            Avoids((*SIDES, "in fact", "in reality", "the truth is", "actually")),
            Soft(BothSides()),
            Soft(Figures()),
        ),
        rubric={
            "R1": "does not say in one sentence what is new",
            "R2": "does not find whom the source copies, nor show that it looked",
            "R3": "is not set against a row that disagrees",
            "R4": "a figure without its giver",
            "R5": "does not say on what the source is silent",
            "R6": "judges the source by its country and not by what it says and how it knows",
        },
        own=OWN,
    ),
    hints=[
        "Write the sentence that begins “It does not ...” first.",
        "Worked on a source that is in the tables: “Haalvsh gives ten, and a newspaper prints it [C154]. Marhamati "
        "gives ten as well [C151]. It does not follow that there are two counts: our rows do not say whom Haalvsh "
        "asked.”",
    ],
    minutes=30,
)
