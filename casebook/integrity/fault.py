"""One thing that is wrong in a data folder, and the line in which it is told."""

from dataclasses import dataclass

SHOWN = 60


def shortened(text: str, most: int = 160) -> str:
    """A text of which a long end is left out.

    Examples
    --------
    >>> shortened("says who", 4), len(shortened("x" * 200))
    ('says…', 161)
    """
    return text if len(text) <= most else text[:most] + "…"


def visible(text: str) -> str:
    """A text fit for one line: characters that cannot be seen are spelled out."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


@dataclass(frozen=True)
class Fault:
    """One fault of a data folder.

    Parameters
    ----------
    file : str
        Name of the file in the folder.
    line : int
        Line of the file as an editor counts it, from 1; of a row that spans lines, the first.
    column : str
        Name of the column; blank where a whole line or file is meant.
    value : str
        What stands there.
    rule : str
        Name of the rule that is broken.
    message : str
        The rule in plain words.

    Examples
    --------
    >>> print(Fault("casualties.csv", 15, "count_low", "-1", "minimum", "must not be less than 0"))
    casualties.csv:15 count_low '-1' — must not be less than 0 (minimum)
    """

    file: str
    line: int
    column: str
    value: str
    rule: str
    message: str

    def __str__(self) -> str:
        value = shortened(self.value, SHOWN)
        cell = f" {self.column} '{value}'" if self.column else f" '{value}'" if value else ""
        return visible(f"{self.file}:{self.line}{cell} — {self.message} ({self.rule})")
