"""Words: rows that are cited exist, and the tone is that of the casebook."""

import re

from casebook.datapackage import UnknownRowError, descriptor
from casebook.lookup import find
from prose.sentences import CITED
from rules.pair import Pair, prose

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|`[^`]*`|```.*?```", re.DOTALL)
SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n\n")
AMERICAN = re.compile(
    r"\b(?:(?:analy|organi|recogni|summari|emphasi|characteri|minimi|reali)z\w+|(?:col|fav|hon|neighb|behavi)or\w*"
    r"|cent(?:er|ers)|defense|offense|labeled|traveled|canceled|gray|judgment|(?:no such|the|a) license)\b"
)
LOUD = re.compile(r"!(?!\[)|\b(?:simply|obviously|just|of course)\b", re.IGNORECASE)


def _exists(key: str) -> bool:
    try:
        find(key)
    except UnknownRowError:
        return False
    return True


def cited_rows_exist(pair: Pair) -> list[str]:
    """Every row that a cell names, in prose or code, is in the tables."""
    cited = {key for cell in pair.instructor.cells for key in CITED.findall(cell.source)}
    return sorted(key for key in cited if not _exists(key))


def tone_is_quiet(pair: Pair) -> list[str]:
    """No exclamation marks and no 'simply', except in somebody's quoted words."""
    texts = [QUOTED.sub("", text) for text in prose(pair.instructor)]
    return [text[max(found.start() - 30, 0) : found.end() + 10] for text in texts for found in LOUD.finditer(text)]


def spelling_is_british(pair: Pair) -> list[str]:
    """As the tables have it, except in somebody's quoted words and in code."""
    return [word for text in prose(pair.instructor) for word in american(text)]


def american(text: str) -> list[str]:
    """Words of a text that are spelled as in the United States."""
    return AMERICAN.findall(QUOTED.sub("", text))


def words_that_take_a_side_are_somebodys(pair: Pair) -> list[str]:
    """Such words stand in quotation marks or in a sentence that says who speaks, as in the tables."""
    declared = descriptor()["neutralWords"]
    taking_sides, saying, names = (_any_of(declared[part]) for part in ("words", "sayings", "properNames"))
    own = [names.sub("", each) for text in prose(pair.instructor) for each in SENTENCE.split(QUOTED.sub("", text))]
    return [each.strip()[:80] for each in own if taking_sides.search(each) and not saying.search(each)]


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


RULES = [cited_rows_exist, tone_is_quiet, spelling_is_british, words_that_take_a_side_are_somebodys]
