"""Eight texts coded before the key is seen, and then held against it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import ClassVar

from casebook.agreement import alpha, decisions, share
from casebook.exercise.chapter_05.spoken import moves_of
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds.cells import elements, scalar
from casebook.exercise.kinds.description import given, is_a
from casebook.exercise.kinds.kind import Kind, Reading, UnreadableError
from casebook.tables import moves

EIGHT = ("S074", "S078", "S084", "S100", "S110", "S121", "S128", "S177")
MOST = 6

Coding = dict[str, frozenset[str]]


def _codes() -> list[str]:
    """The moves of the codebook, in its order."""
    return list(moves()["move"].cat.categories)


def _key() -> Coding:
    return {each: frozenset(moves_of(each)) for each in EIGHT}


def _plain(cell: object) -> str:
    value = scalar(cell)
    return value.strip() if is_a(value, str) else str(value)


def _code(cell: object) -> str:
    return _plain(cell).casefold().replace(" ", "_")


def _several(cell: object) -> frozenset[str]:
    """The moves given to one statement: a set or list of them, or one text with commas between them."""
    return frozenset(map(_code, str.split(cell, ",") if is_a(cell, str) else elements(cell)))


def _named(ids: list[str]) -> str:
    return ", ".join(ids)


def _lacking(coding: Coding) -> str | None:
    none = [each for each in EIGHT if not coding.get(each)]
    return f"No move yet for {_named(none)}." if none else None


def _other_ids(coding: Coding) -> str | None:
    odd = [str(each) for each in coding if each not in EIGHT]
    return f"Not among the eight: {_named(odd)}." if odd else None


def _not_in_the_list(coding: Coding) -> str | None:
    odd = sorted({each for found in coding.values() for each in found} - {*_codes()})
    nearest = [get_close_matches(each, _codes(), 1) for each in odd]
    said = [f"`{each}`" + (f" (nearest: {near[0]})" if near else "") for each, near in zip(odd, nearest, strict=True)]
    return f"Not in the list of moves: {_named(said)}." if odd else None


def _too_many(coding: Coding) -> str | None:
    full = [each for each, found in coding.items() if each in EIGHT and len(found) > MOST]
    return f"More than {MOST} moves: {_named(full)}. Keep those for which you can point to a word." if full else None


CHECKS: tuple[Callable[[Coding], str | None], ...] = (_lacking, _other_ids, _not_in_the_list, _too_many)


def _whole(coding: Coding) -> bool:
    return all(coding.get(each) for each in EIGHT)


def _agreed(coding: Coding) -> str:
    mine, table = (decisions(each, EIGHT, _codes()) for each in (coding, _key()))
    alike = share(mine, table)
    return (
        f"Decisions: {len(mine)}, eight texts by {len(_codes())} moves. You and the table agree on "
        f"{round(alike * len(mine))} of them ({alike:.0%}); alpha, which step 3 explains, is {alpha(mine, table):.2f}."
    )


def _compared(name: str, mine: frozenset[str], table: frozenset[str]) -> str:
    parts = {"both": mine & table, "only you": mine - table, "only the table": table - mine}
    return f"{name} · " + "; ".join(f"{who}: {_named(sorted(found))}" for who, found in parts.items() if found) + "."


@dataclass(frozen=True)
class Codings(Kind):
    """The moves that a student hears in each of the eight texts: a dict of statement id to moves.

    An answer is read into a dict of id to frozenset. When its form is complete, it is shown beside the table.
    """

    rubric: Mapping[str, str] = field(default_factory=dict)
    name: ClassVar[str] = "coded"
    wanted = 'A dict: for each of the eight ids a set of moves, as in `{"S094": {"justify", "warn"}}`.'

    def read(self, answer: object) -> Reading:
        if not is_a(answer, dict):
            raise UnreadableError(given(answer))
        return Reading({_plain(each): _several(cell) for each, cell in dict.items(answer)})

    def missing(self, given: Coding) -> list[str]:
        return [words for check in CHECKS if (words := check(given))]

    def remarks(self, given: Coding) -> list[str]:
        if self.missing(given):
            return []
        return [_agreed(given), *(_compared(each, given[each], table) for each, table in _key().items())]


CODE_IT_YOURSELF = Exercise(
    key="code-it-yourself",
    asks="The moves that you hear in eight texts, coded from their gists before you look at ours.",
    kind=Codings(
        rubric={
            "M1": "a move without words in the gist that carry it",
            "M2": "a text that does two things, given one",
            "M3": "coded from what is known of the speaker, not from the text",
            "M4": "no sentence for the codebook where coder and table differ",
        },
    ),
    misreadings=[
        Misreading(
            "one-move-each",
            lambda: {each: {min(found)} for each, found in _key().items()},
            did="You gave each text one move.",
            why="Several texts do two things at once, and one label hides the mixed ones.",
            next="Read the longest gist once more: what does each clause do, and to whom?",
            matches=lambda given, _: _whole(given) and all(len(given[each]) == 1 for each in EIGHT),
        ),
        Misreading(
            "everything-everywhere",
            lambda: {each: set(_codes()) for each in EIGHT},
            did="You gave every move to every text.",
            why="Nothing is missed that way, and nothing is said.",
            next="Keep a move only where you can put a finger on the words that make it.",
        ),
        Misreading(
            "copied-the-table",
            lambda: {each: set(found) for each, found in _key().items()},
            did="Your coding is the table, move by move.",
            why="It then measures copying, and we learn nothing about the codebook.",
            next="Code again from the gists alone, what you are unsure of included.",
        ),
    ],
    because="You have coded as a second reader. Take two differences. For each, write one sentence that you would add "
    "to the codebook, so that the next two readers agree.",
    not_shown="It does not show who is right. Our coder was one person, and two readers can share a habit.",
    hints=[
        "Go clause by clause. Ask of each: what does it do, and to whom?",
        "Worked on S094: praising the armed forces after a strike gives grounds for it (justify); “will not compromise "
        "on its territory” says what may follow (warn); “settle issues by dialogue” asks for talks (invite_talks).",
    ],
    minutes=12,
)
