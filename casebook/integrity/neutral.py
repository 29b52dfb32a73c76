"""Words that take a side are somebody's: in our own prose they stand with their giver, or inside quotation marks.

Words, columns and what counts as a giver are in the descriptor (`neutralWords`). The rule reads sentence by sentence.
It sees that a giver is named there, not that the word is the giver's: a reader must still judge that.
"""

import re
from collections.abc import Iterator

from casebook.integrity.contents import Contents
from casebook.integrity.rule import Finding, rule

SENTENCE = re.compile(r"(?<=[.;!?])\s+")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")


def _any_of(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


@rule("neutral-words")
def neutral_words(contents: Contents) -> Iterator[Finding]:
    """A word that takes a side has its giver in the same sentence, stands in quotation marks, or is part of a name."""
    declared = contents.descriptor.get("neutralWords")
    if not declared:
        return
    taking_sides, saying, names = (_any_of(declared[part]) for part in ("words", "sayings", "properNames"))
    giver = _giver(contents)
    for name, columns in declared["columns"].items():
        table = contents.tables.get(name)
        if table is None:
            continue
        for column in set(columns) & set(table.columns):
            for row in table.sound:
                for sentence in SENTENCE.split(row[column]):
                    own = names.sub("", QUOTED.sub("", sentence))
                    word = taking_sides.search(own)
                    if word and not saying.search(own) and not giver.search(own):
                        yield row, column, f"“{word[0]}” is somebody's word: name who says it, or use a neutral one"


def _giver(contents: Contents) -> re.Pattern[str]:
    """An actor named in brackets or before a colon: militants (Pakistan); Pakistan: militants."""
    actors = contents.tables.get("actors")
    if not actors or "name" not in actors.columns:
        return re.compile(r"(?!)")
    names = "|".join(re.escape(row["name"]) for row in actors.rows if row["name"]) or "(?!)"
    return re.compile(rf"\((?:{names})\b|(?:{names}):")


RULES = [neutral_words]
