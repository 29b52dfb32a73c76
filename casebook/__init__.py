"""Thirteen Days in January: a casebook on the Iran-Pakistan strikes of January 2024.

    import casebook as cb

Tables    cb.events() statements() moves() casualties() sources() passages()
          actors() places() names() claims() facts() evidence() explanations()
Evidence  cb.about("casualties")  cb.show("C014")  cb.cite("C014")  cb.read()
Charts    cb.timeline(events)  cb.toll(casualties)  cb.move_matrix(moves)
          cb.area_map(events)  cb.linked(events)  cb.explore()  cb.as_table(chart)
Chapter 02 cb.clocks()  cb.arrange(order)
Chapter 05 cb.accounts(statements)
Chapter 06 cb.codings()  cb.game()
Chapter 07 cb.room(name)
Chapter 08 cb.practice(folder)  cb.own_source(folder)  cb.use(folder)
Exercises cb.check(key, answer)  cb.hint(key)  cb.solution(key)  cb.exercises()  cb.ask(key)
"""

from importlib import import_module

from casebook.datapackage import use
from casebook.language import chosen
from casebook.registers import evidence, names, passages, places, sources
from casebook.showing import readable_tables, without_network
from casebook.tables import actors, casualties, claims, events, explanations, facts, moves, statements

chosen()
without_network()
readable_tables()

_LATER = {
    "about": "casebook.codebook",
    "cite": "casebook.citation",
    "show": "casebook.provenance",
    "timeline": "casebook.charts.timeline",
    "toll": "casebook.charts.toll",
    "move_matrix": "casebook.charts.moves",
    "area_map": "casebook.charts.area",
    "linked": "casebook.charts.linked",
    "as_table": "casebook.charts.table",
    "arrange": "casebook.exercise.arranging",
    "clocks": "casebook.charts.clocks",
    "codings": "casebook.reciprocity",
    "game": "casebook.charts.game",
    "accounts": "casebook.charts.accounts",
    "explore": "casebook.charts.explorer",
    "read": "casebook.reader",
    "room": "casebook.decision.room",
    "practice": "casebook.own.opening",
    "own_source": "casebook.own.opening",
    "check": "casebook.exercise.catalogue",
    "hint": "casebook.exercise.catalogue",
    "solution": "casebook.exercise.catalogue",
    "exercises": "casebook.exercise.catalogue",
    "ask": "casebook.exercise.asking",
}

__all__ = [
    "about",
    "accounts",
    "actors",
    "area_map",
    "arrange",
    "as_table",
    "ask",
    "casualties",
    "check",
    "cite",
    "claims",
    "clocks",
    "codings",
    "events",
    "evidence",
    "exercises",
    "explanations",
    "explore",
    "facts",
    "game",
    "hint",
    "linked",
    "move_matrix",
    "moves",
    "names",
    "own_source",
    "passages",
    "places",
    "practice",
    "read",
    "room",
    "show",
    "solution",
    "sources",
    "statements",
    "timeline",
    "toll",
    "use",
]


def __getattr__(name: str) -> object:
    """Import the module of a public name when the name is first used."""
    if name not in _LATER:
        raise AttributeError(f"module 'casebook' has no attribute {name!r}")
    value = getattr(import_module(_LATER[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
