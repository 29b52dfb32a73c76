"""Which exercises there are: the `EXERCISES` of every module called `chapter_NN`."""

import functools
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import casebook.exercise
from casebook.exercise.exercise import Exercise


@functools.cache
def chapters() -> tuple[str, ...]:
    """The numbers of the chapters that have exercises: "00", "01" and so on."""
    names = (module.name for module in iter_modules(casebook.exercise.__path__))
    return tuple(sorted(name.removeprefix("chapter_") for name in names if name.startswith("chapter_")))


def of_chapter(number: str) -> list[Exercise]:
    """The exercises of one chapter, in the order of its notebook."""
    return import_module(f"casebook.exercise.chapter_{number}").EXERCISES


def all_exercises() -> Iterator[tuple[str, Exercise]]:
    """Every exercise with the number of its chapter; a chapter is read when it is reached."""
    for number in chapters():
        for exercise in of_chapter(number):
            yield number, exercise


def find(key: str) -> Exercise | None:
    """The exercise with this key, or None."""
    return next((exercise for _, exercise in all_exercises() if exercise.key == key), None)
