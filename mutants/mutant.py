"""One slip, what became of it, and how slips are drawn."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from random import Random
from typing import TypeVar

_Drawn = TypeVar("_Drawn")


@dataclass(frozen=True)
class Mutant:
    """One file with one thing changed.

    `part` is the table or module, `place` the row and column, or the function and what stands there. `first` and `last`
    are the lines of code that hold it; 0 in tables.
    """

    kind: str
    file: str
    part: str
    place: str
    operator: str
    before: str
    after: str
    content: str
    first: int = 0
    last: int = 0

    @property
    def name(self) -> str:
        """What a written reason is kept under: it does not move with the lines of a file."""
        return f"{self.file} | {self.place} | {self.operator} | {self.after}"


@dataclass(frozen=True)
class Judged:
    """A slip without its file, and who noticed it: nobody if `stage` is empty."""

    name: str
    kind: str
    file: str
    part: str
    place: str
    operator: str
    before: str
    after: str
    stage: str
    by: str

    @classmethod
    def of(cls, mutant: Mutant, stage: str, by: str) -> "Judged":
        kept = {key: value for key, value in asdict(mutant).items() if key in cls.__annotations__}
        return cls(name=mutant.name, **kept, stage=stage, by=by)


def drawn(seed: object, among: Iterable[_Drawn], number: int) -> list[_Drawn]:
    """So many of these, or all if there are fewer; the same each time for one seed."""
    every = list(among)
    return Random(str(seed)).sample(every, min(number, len(every)))
