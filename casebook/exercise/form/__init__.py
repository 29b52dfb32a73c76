"""Form checks for prose: small objects that say what a text still lacks, and nothing about how good it is."""

from casebook.exercise.form.check import FormCheck, Soft
from casebook.exercise.form.cited import BothSides, Cites, Differ, Independent, OnlyRows
from casebook.exercise.form.phrasing import ADay, Avoids, Begins, EachSentence, Figures, Says

__all__ = [
    "ADay",
    "Avoids",
    "Begins",
    "BothSides",
    "Cites",
    "Differ",
    "EachSentence",
    "Figures",
    "FormCheck",
    "Independent",
    "OnlyRows",
    "Says",
    "Soft",
]
