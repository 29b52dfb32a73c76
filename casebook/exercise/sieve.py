"""What to say of a set of ids that is not the answer: how many pass each condition, never which."""

import functools
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

import pandas as pd


def ids(rows: pd.DataFrame) -> set[str]:
    """The keys of some rows: their first column."""
    return set(rows.iloc[:, 0])


def sieved(given: AbstractSet[str], conditions: Mapping[str, AbstractSet[str]], missed: str) -> str:
    """How many of the given ids pass each condition and those before it, and one thing to look at next.

    Parameters
    ----------
    given : set of str
        The ids of an answer.
    conditions : dict
        The words for each condition, and the ids for which it holds; the first is to be in the table at all.
    missed : str
        Where to look for ids that pass every condition and were not given; said where no other step comes before.

    Examples
    --------
    >>> sieved({"E003", "E138"}, {"in the table": {"E003", "E138"}, "of 2006": {"E003"}}, "Read all rows.")
    'Ids given: 2; in the table: 2; of 2006: 1. Read the rows of those that fell out at “of 2006”.'
    >>> sieved({"E138"}, {"in the table": {"E003", "E138"}, "of 2006": {"E003"}}, "Read all rows.")[-110:]
    'Not in your set: at least one more that passes all of this. Read the rows of those that fell out at “of 2006”.'
    >>> sieved({"Pakistan"}, {"events in the table": {"E003"}}, "Read all rows.")
    'None of what you gave is among the events in the table. Ids are wanted, copied from their own column.'
    >>> sieved(set(), {"events in the table": {"E003"}}, "Read all rows.")
    'You found none, and there is at least one. Read all rows.'
    """
    first = next(iter(conditions))
    if not given:
        return f"You found none, and there is at least one. {missed}"
    if given.isdisjoint(conditions[first]):
        return f"None of what you gave is among the {first}. Ids are wanted, copied from their own column."
    left, counts, fell = frozenset(given), [f"Ids given: {len(given)}"], None
    for words, holds in conditions.items():
        fell = words if fell is None and left - holds else fell
        left &= holds
        counts.append(f"{words}: {len(left)}")
    told = [f"What you gave passes: {', '.join(conditions)}." if left == given else "; ".join(counts) + "."]
    if functools.reduce(frozenset.__and__, map(frozenset, conditions.values())) - left:
        told.append("Not in your set: at least one more that passes all of this.")
    if fell == first:
        return " ".join([*told, "Take out what is no id of this table."])
    return " ".join([*told, f"Read the rows of those that fell out at “{fell}”." if fell else missed])
