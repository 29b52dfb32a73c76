"""One group under several spellings: what a search for one of them misses."""

import re

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.exercise.sieve import ids, sieved
from casebook.registers import names, sources

SEARCHED = "jaish al-adl"
LETTERS = r"ja[iy]sh[ -]*(?:al|ul)[ -]*ad[ie]?l"
TRANSLATED = "army of justice"


def _printed() -> pd.DataFrame:
    rows = sources()
    return rows[rows["title_is"] == "printed"]


def _titled(pattern: str) -> set[str]:
    rows = _printed()
    return ids(rows[rows["title"].str.contains(pattern, case=False)])


def _beyond(pattern: str) -> set[str]:
    """Documents that a pattern finds and the plain search does not."""
    return _titled(pattern) - _titled(SEARCHED)


def _noted() -> str:
    """The variants in `names`, letter by letter."""
    rows = names()
    return "|".join(re.escape(each) for each in rows.loc[rows["entity_id"] == "jaish-al-adl", "variant"])


ONE_GROUP_MANY_SPELLINGS = Exercise(
    key="one-group-many-spellings",
    asks="The documents that name Jaish al-Adl in a printed title and are missed by a search for `jaish al-adl`.",
    kind=SetOf("sources.source_id"),
    answer=lambda: _beyond(f"{LETTERS}|{TRANSLATED}"),
    misreadings=[
        Misreading(
            "the-search-itself",
            lambda: _titled(SEARCHED),
            did="You gave the titles that the search finds.",
            why="They are the part of the record that nobody misses.",
            next="Look through all titles that contain `adl`: how else is the name written?",
        ),
        Misreading(
            "letters-inside-words",
            lambda: _beyond("adl"),
            did="You took every title in which the three letters stand.",
            why="They stand inside other words as well. A wide net is a good beginning, and then somebody reads.",
            next="Ask of each title that you found: does it name the group?",
            matches=lambda given, wrong: given in (wrong, wrong | _titled(SEARCHED)),
        ),
        Misreading(
            "found-ones-kept",
            lambda: _titled(f"{LETTERS}|{TRANSLATED}"),
            did="You gave every printed title that names the group.",
            why="Some of them are found by the plain search. The question is what that search costs.",
            next="Take away the documents in `found`: a minus sign between two sets does it.",
        ),
        Misreading(
            "codebook-as-world",
            lambda: _beyond(_noted()),
            did="You searched for the variants in `names`, letter by letter.",
            why="That table lists spellings that were seen and noted, not all that exist. A hyphen alone defeats it.",
            next="Loosen the pattern: let a space, a hyphen and nothing count as the same.",
        ),
        Misreading(
            "spellings-only",
            lambda: _beyond(LETTERS),
            did="You found the ways of writing the sound.",
            why="A name can also be translated, and then it shares no letter with the original.",
            next="Look again at the rows of `names` that carry a remark in brackets.",
        ),
        Misreading(
            "earlier-name-merged",
            lambda: _beyond(f"{LETTERS}|{TRANSLATED}|jundallah"),
            did="You counted Jundallah as a name of this group.",
            why="Whether it is the same group is disputed, and one of your documents is older than the year for which "
            "Jaish al-Adl is reported (E007).",
            next="Ask of each document whether its text can name the group at all.",
        ),
    ],
    gap=lambda given: sieved(
        given,
        {
            "documents in the table": ids(sources()),
            "with a printed title": ids(_printed()),
            "missed by the search": ids(_printed()) - _titled(SEARCHED),
            "naming the group": _titled(f"{LETTERS}|{TRANSLATED}"),
        },
        "Which letter, sign or word could stand elsewhere?",
    ),
    because="They write “Al Adl” without the hyphen, “ul-Adl” with “ul” for “al”, “Jaishul” in one word, or translate "
    "the name: “Army of Justice”.",
    not_shown="It shows what one spelling loses in printed titles: not in texts, and not in Arabic, Persian or Urdu "
    "script, where our titles are mostly described in English.",
    hints=[
        '`printed["title"].str.contains("adl", case=False)` finds more than the name: the '
        "letters stand inside other words too. And a translation does not hold them at all.",
        'Worked on another name: a search of titles for `"baloch liberation"` misses “Balochistan Liberation”; '
        '`"baloch(?:istan)? liberation"` takes both, and the abbreviation needs a second pattern, joined with `|`.',
    ],
    sources=[
        "thenational-2024-01-18-who-are-groups",
        "taghrib-2013-jaish",
        "latestly-2021-02-04-guards",
        "dawn-2024-02-25-dismissed",
        "shafaq-2023-07-08-zahedan",
    ],
    minutes=6,
)
