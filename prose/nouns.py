"""What a number counts: people, rows of a table, or something that only the words around it say."""

import functools
import re
from dataclasses import dataclass

from prose.reading import WORDS, Figure, Value, figures

NOUN = re.compile(r"[^\W\d_][^\W_]*(?:['’-][^\W_]+)*")
CLAUSE = re.compile(r"[,;:()?!|\n]|\.(?!\d)")
# Words that stand beside any number and so say nothing of what it counts.
ANYWHERE = re.compile(
    r"(?:a|about|all|an|and|another|are|as|at|be|both|but|by|each|for|from|given|has|have|in|is|its?|least|more|most|no"
    r"|not|of|on|one|only|or|other|out|per|reported|same|so|still|than|that|the|their|them|then|these|they|this|those"
    r"|to|up|was|were|what|which|who|with)"
)
PEOPLE = re.compile(
    r"[\s-](?:(?!of )\w+ ){0,2}?(?:people|persons?|killed|dead|deaths|died|injured|wounded|child(?:ren)?|women|men"
    r"|girls?|boys?|workers|civilians)\b",
    re.IGNORECASE,
)
# There are two of each; what another number of them would rest on is no row and no output.
GIVEN = re.compile(r" (?:\w+ )?(?:capitals|countries|governments|provinces|sites|states|strikes)\b")
# What the rows of a table are called.
CALLED = {
    "casualties": {"reports"},
    "claims": {"claims"},
    "events": {"events"},
    "evidence": {"documents", "pages", "sources"},
    "passages": {"passages", "sentences"},
    "statements": {"statements", "quotations"},
}


@dataclass(frozen=True)
class Counted:
    """What a figure counts.

    Attributes
    ----------
    words : frozenset of str
        The words beside it, as `plain` gives them.
    people : bool
        Whether they are words for people.
    table : str or None
        The table whose rows they name.
    other : float, optional
        Of "five of seven" the other number.
    given : bool
        Whether they name what there are two of.
    """

    words: frozenset[str]
    people: bool
    table: str | None
    other: Value | None
    given: bool


def counted(text: str, figure: Figure) -> Counted:
    """What a figure of a text counts.

    Examples
    --------
    >>> text = "One man said it; four pages printed it."
    >>> four, = figures(text)
    >>> counted(text, four).table, counted(text, four).people
    ('evidence', False)
    """
    after = text[figure.end :]
    word = re.match(r" (\w+)", after)
    named = next((name for name, nouns in CALLED.items() if word and word[1].lower() in nouns), None)
    others = (
        each.value for each in figures(text) if " of " in {text[figure.end : each.start], text[each.end : figure.start]}
    )
    return Counted(
        around(text, figure),
        PEOPLE.match(after) is not None,
        named,
        next(others, None),
        GIVEN.match(after) is not None,
    )


@functools.cache
def around(text: str, figure: Figure) -> frozenset[str]:
    """The words beside a figure, three before it and three after it in its clause, as `plain` gives them.

    Examples
    --------
    >>> text = "One man said it; four pages printed it."
    >>> sorted(around(text, *figures(text)))
    ['page', 'printed']
    """
    before, after = CLAUSE.split(text[: figure.start])[-1], CLAUSE.split(text[figure.end :])[0]
    return frozenset(plain(before)[-3:] + plain(after)[:3])


def said(text: str, words: frozenset[str], alone: bool = True) -> frozenset[Value]:
    """The values that a text gives of what is counted.

    These are its dates and times, each number that has one of these words beside it, and, if `alone`, each number that
    stands between two marks without any.
    """
    return frozenset(
        value for value, own in _each(text) if not isinstance(value, float) or words & own or (alone and not own)
    )


@functools.cache
def _each(text: str) -> tuple[tuple[Value, frozenset[str]], ...]:
    """Every value of a text, with the words beside it."""
    return tuple((figure.value, around(text, figure)) for figure in figures(text))


@functools.cache
def plain(text: str) -> tuple[str, ...]:
    """The words of a text that say what it is about, without their endings.

    Examples
    --------
    >>> plain("the two countries' documents")
    ('country', 'document')
    """
    words = (word.lower().replace("’", "'").removesuffix("'s") for word in NOUN.findall(text))
    told = (word for word in words if word not in WORDS and not ANYWHERE.fullmatch(word))
    return tuple((word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s"))[:8] for word in told)
