"""What to do next with a set of ids that is neither right nor a known misreading."""

from collections.abc import Set
from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """The ids given, those that the question is about, and those that meet its conditions."""

    given: Set[str]
    asked_about: Set[str]
    fitting: Set[str]


def next_step(found: Found, *, other: str, odd: str, more: str) -> str:
    """The one next step: about ids of `other` rows, else about ids that do not fit, else about `more` to be found.

    Examples
    --------
    >>> next_step(Found({"K01"}, {"K01", "K02"}, {"K02"}), other="Other.", odd="Look again.", more="More.")
    ' Look again.'
    """
    if not found.given <= found.asked_about:
        return f" {other}"
    if not found.given <= found.fitting:
        return f" {odd}"
    return (
        f" None has to leave your set, and it is not all. {more}" if found.given else f" There is at least one. {more}"
    )
