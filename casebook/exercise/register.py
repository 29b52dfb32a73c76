"""Which exercises there are: the `EXERCISES` of every module called `chapter_NN`."""

import functools
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules

import casebook.exercise
from casebook.exercise import messages
from casebook.exercise.exercise import Exercise


class ChapterError(Exception):
    """A chapter whose exercises cannot be read, in words, and why."""


@functools.cache
def chapters() -> tuple[str, ...]:
    """The numbers of the chapters that have exercises: "00", "01" and so on."""
    names = (module.name for module in iter_modules(casebook.exercise.__path__))
    return tuple(sorted(name.removeprefix("chapter_") for name in names if name.startswith("chapter_")))


def of_chapter(number: str) -> list[Exercise]:
    """The exercises of one chapter, in the order of its notebook.

    Raises
    ------
    ChapterError
        If its module cannot be imported, or names no exercises.
    """
    try:
        found: list[Exercise] = import_module(f"casebook.exercise.chapter_{number}").EXERCISES
    except Exception as error:  # a chapter can fail in any way, and its readers are not at fault
        reason = f"{type(error).__name__}: {error}"
        raise ChapterError(messages.CHAPTER_NOT_READ.format(number=number, reason=reason)) from error
    return found


def all_exercises() -> Iterator[tuple[str, Exercise]]:
    """Every exercise with the number of its chapter; a chapter is read when it is reached."""
    for number in chapters():
        for exercise in of_chapter(number):
            yield number, exercise


def opened(numbers: Iterable[str] | None = None) -> Iterator[tuple[str, list[Exercise] | ChapterError]]:
    """Each chapter's number with its exercises, or with what keeps them from being read: it hinders no other."""
    for number in chapters() if numbers is None else numbers:
        try:
            yield number, of_chapter(number)
        except ChapterError as error:
            yield number, error


def readable(numbers: Iterable[str] | None = None) -> Iterator[Exercise]:
    """The exercises of those chapters, or of all, that can be read."""
    for _, found in opened(numbers):
        if not isinstance(found, ChapterError):
            yield from found


def unreadable() -> list[ChapterError]:
    """What keeps chapters from being read, one error for each that cannot be."""
    return [found for _, found in opened() if isinstance(found, ChapterError)]


def _mentions(number: str, key: str) -> bool:
    """Whether the files of a chapter hold a key between quotation marks. Nothing is imported for it."""
    module = find_spec(f"casebook.exercise.chapter_{number}")
    folders = module.submodule_search_locations if module else None
    files = [file for folder in folders or () for file in Path(folder).glob("*.py")]
    if module and module.origin:
        files.append(Path(module.origin))
    return any(f'"{key}"' in file.read_text(encoding="utf-8") for file in files)


@functools.cache
def _likely_first(key: str) -> list[str]:
    return sorted(chapters(), key=lambda number: not _mentions(number, key))


def find(key: str) -> Exercise | None:
    """The exercise with this key, or None.

    A notebook asks for the exercises of its own chapter: that one is read first, and mostly no other.
    """
    return next((exercise for exercise in readable(_likely_first(key)) if exercise.key == key), None)
