"""How far two coders agree: the share of decisions that are alike, and what is left when luck is taken away.

A coding gives each text the moves that a coder hears in it. It is compared as a row of decisions: for every text and
every move, given or not.
"""

from collections.abc import Mapping, Sequence

import krippendorff

Coding = Mapping[str, Sequence[str] | frozenset[str]]


def decisions(coding: Coding, texts: Sequence[str], moves: Sequence[str]) -> list[int]:
    """For each text and each move, 1 if the coder gave it and 0 if not; a text that was not coded has no move.

    Examples
    --------
    >>> decisions({"S094": {"warn"}}, ["S094"], ["justify", "warn"])
    [0, 1]
    """
    return [int(move in coding.get(text, ())) for text in texts for move in moves]


def share(one: Sequence[int], two: Sequence[int]) -> float:
    """The share of decisions on which two coders agree, from 0 to 1.

    Examples
    --------
    >>> share([1, 0, 0, 0], [1, 1, 0, 0])
    0.75
    """
    return sum(a == b for a, b in zip(one, two, strict=True)) / len(one)


def alpha(one: Sequence[int], two: Sequence[int]) -> float:
    """Krippendorff's alpha for yes-or-no decisions of two coders.

    1 is full agreement, 0 is what luck would give, less than 0 is worse than luck. Where neither coder ever says yes,
    or neither ever says no, there is nothing to tell apart.

    Source: Krippendorff, Content Analysis: An Introduction to Its Methodology; computed by the library `krippendorff`.

    Parameters
    ----------
    one, two : sequence of int
        Decisions of each coder on the same units in the same order, 0 or 1.

    Raises
    ------
    ValueError
        If all decisions of both coders are the same.

    Examples
    --------
    >>> round(alpha([1, 1, 0, 0], [1, 1, 0, 0]), 2), round(alpha([1, 0, 0, 0], [0, 0, 0, 0]), 2)
    (1.0, 0.0)
    """
    if len({*one, *two}) < 2:
        raise ValueError("alpha needs two different decisions at least; here all are the same")
    return float(krippendorff.alpha([list(one), list(two)], level_of_measurement="nominal"))
