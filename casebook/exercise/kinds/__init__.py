"""The kinds of answer that an exercise can ask for."""

from casebook.exercise.kinds.many import ListOf, SetOf
from casebook.exercise.kinds.single import Day, Letter, Number, Text, holding

__all__ = ["Day", "Letter", "ListOf", "Number", "SetOf", "Text", "holding"]
