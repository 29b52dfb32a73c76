"""A game of two sides with two acts each, and where it can come to rest: the shape that is called chicken.

Both hold: nobody gains or loses. One strikes alone: it gains one, and the other loses one. Both strike: each loses its
own cost. These numbers are assumptions about two imagined sides, in units of what striking alone gains. None is a life,
and none was measured.
"""

from fractions import Fraction

HOLD, STRIKE = ACTS = "holds", "strikes"
Cost = Fraction | float | int


def payoff(own: str, other: str, cost: Cost) -> Cost:
    """What a side gets for its act and the other's, if `cost` is what it loses when both strike.

    Examples
    --------
    >>> payoff(HOLD, STRIKE, 3), payoff(STRIKE, STRIKE, 3)
    (-1, -3)
    """
    if own == other:
        return -cost if own == STRIKE else 0
    return 1 if own == STRIKE else -1


def pure(cost_a: Cost, cost_b: Cost) -> list[tuple[str, str]]:
    """The pairs of acts, A's first, from which neither side gains by changing its own act alone.

    Examples
    --------
    >>> pure(3, 3)
    [('holds', 'strikes'), ('strikes', 'holds')]
    >>> pure(0.5, 0.5)
    [('strikes', 'strikes')]
    """
    return [
        (a, b)
        for a in ACTS
        for b in ACTS
        if payoff(a, b, cost_a) == max(payoff(each, b, cost_a) for each in ACTS)
        and payoff(b, a, cost_b) == max(payoff(each, a, cost_b) for each in ACTS)
    ]


def holding_that_balances(cost: Cost) -> Cost:
    """How often one side must hold so that the other, who has this cost, gets the same from both of its acts.

    Source: the indifference condition of a mixed equilibrium (Nash 1951): with p for holding, 0·p − (1 − p) =
    1·p − cost·(1 − p).

    Raises
    ------
    ValueError
        If the cost is below 1: then striking is better whatever the one side does, and nothing balances.

    Examples
    --------
    >>> holding_that_balances(Fraction(2))
    Fraction(1, 2)
    """
    if cost < 1:
        raise ValueError(
            "a side that loses less than 1 when both strike is better off striking, whatever the other does"
        )
    return 1 - 1 / cost


def mixed(cost_a: Cost, cost_b: Cost) -> tuple[Cost, Cost] | None:
    """How often A and B hold where each makes the other indifferent, or None if a side strikes whatever happens.

    Examples
    --------
    >>> mixed(Fraction(3), Fraction(6))
    (Fraction(5, 6), Fraction(2, 3))
    >>> mixed(0.5, 3)
    """
    if min(cost_a, cost_b) < 1:
        return None
    return holding_that_balances(cost_b), holding_that_balances(cost_a)
