"""The kinds of answer that an exercise can ask for."""

from casebook.exercise.kinds.chart import Chart, sketch
from casebook.exercise.kinds.coded import Coded
from casebook.exercise.kinds.columns import Column, Frame
from casebook.exercise.kinds.many import ListOf, SetOf
from casebook.exercise.kinds.prose import Prose
from casebook.exercise.kinds.single import Day, Letter, Number, Text, holding

__all__ = [
    "Chart",
    "Coded",
    "Column",
    "Day",
    "Frame",
    "Letter",
    "ListOf",
    "Number",
    "Prose",
    "SetOf",
    "Text",
    "holding",
    "sketch",
]
