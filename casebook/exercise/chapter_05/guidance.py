"""What to do next with a set that is neither right nor a known misreading: the first trouble, and its way out."""

from collections.abc import Set

from casebook.datapackage import table

# Of what somebody wrote, so much is repeated to them.
SHOWN, LONGEST = 3, 40


def next_step(given: Set[object], wanted: Set[str], of: str, *, odd: str, more: str) -> str:
    """The words for values that are not of the column `of`, for some that do not fit, or for more to be found.

    Examples
    --------
    >>> next_step({"warn"}, {"warn", "deny"}, "moves.move", odd="Look again.", more="There are more.")
    'What you gave fits. There are more.'
    >>> next_step({"warns"}, {"warn"}, "moves.move", odd="Look again.", more="There are more.")
    'Not in the column `move`: warns. Copy values from that column.'
    """
    name, column = of.split(".")
    strange = sorted(str(each)[:LONGEST] for each in given - {*table(name)[column].dropna()})
    if strange:
        return f"Not in the column `{column}`: {', '.join(strange[:SHOWN])}. Copy values from that column."
    if given - wanted:
        return f"Of those that you gave, {len(given & wanted)} of {len(given)} fit. {odd}"
    return f"What you gave fits. {more}" if given else f"You found none, and there is at least one. {more}"
