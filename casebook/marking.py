"""How an element is marked for the language of its words, and which way they run."""

from casebook.language import ENGLISH, RIGHT_TO_LEFT, Said, chosen


def turned() -> bool:
    """Whether the language of the reader runs from right to left."""
    return chosen().partition("-")[0] in RIGHT_TO_LEFT


def here() -> str:
    """The attributes of an element in the language of the reader; none in English, as the pages around it are."""
    if chosen() == ENGLISH:
        return ""
    return f' lang="{chosen()}" dir="rtl"' if turned() else f' lang="{chosen()}"'


def english(text: object = "") -> str:
    """The attributes of an element whose text is English while those around it are not; none for words that are said.

    Examples
    --------
    >>> english("10 people were killed in the offensive.")
    ''
    """
    if chosen() == ENGLISH or isinstance(text, Said):
        return ""
    return ' lang="en" dir="ltr"' if turned() else ' lang="en"'


def ours(text: object) -> str:
    """The attributes of an element in an English one whose words are said in the language of the reader.

    Examples
    --------
    >>> ours("Iran")
    ''
    """
    return here() if isinstance(text, Said) else ""
