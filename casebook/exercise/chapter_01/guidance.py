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
    """The words for the first trouble: ids of `other` rows, ids that do not fit, or `more` to be found.

    Examples
    --------
    >>> next_step(Found({"K01"}, {"K01", "K02"}, {"K02"}), other="Other.", odd="Look again.", more="More.")
    ' Look again.'
    """
    if not found.given <= found.asked_about:
        return f" {other}"
    return f" {odd}" if not found.given <= found.fitting else f" {more}"
