"""Sentences taken apart: which of their claims other rows speak against."""

import pandas as pd

from casebook.exercise.chapter_01.guidance import Found, next_step
from casebook.exercise.exercise import Exercise, Misreading, Nearly
from casebook.exercise.kinds import SetOf
from casebook.registers import passages
from casebook.tables import claims

SEVEN = ("K28", "K42", "K43", "K44", "K45", "K53", "K54")


def _seven() -> pd.DataFrame:
    rows = claims()
    return rows[rows["claim_id"].isin(SEVEN)]


def _apart(rows: pd.DataFrame) -> pd.Series:
    return rows["verdict"] == "differs"


def _says(rows: pd.DataFrame, words: str) -> pd.Series:
    return rows["claim"].str.contains(words)


def _ids(chosen: pd.Series) -> set[str]:
    return set(_seven().loc[chosen, "claim_id"])


def _not_only_passed_on() -> set[str]:
    rows, quoted = _seven(), passages().loc[lambda each: each["text"].str.contains("“"), "passage_id"]
    return _ids(_apart(rows) & ~rows["passage_id"].isin(quoted))


def _met_by_a_word(ids: frozenset[str]) -> str:
    against = _ids(_apart(_seven()))
    counted = (
        f"Claims given: {len(ids)}. Among the seven: {len(ids & set(SEVEN))}. With a word against them in the six "
        f"rows: {len(ids & against)}."
    )
    return counted + next_step(
        Found(ids, set(SEVEN), against),
        other="The question is about the seven claims above: take ids from their table.",
        odd="Copy out, for each, the words of a row that stand against it: missing words are no contrary words.",
        more="Hold each of the others against the six rows, one verb at a time.",
    )


WHAT_SPEAKS_AGAINST = Exercise(
    key="what-speaks-against",
    asks="Of seven claims from three sentences, those that six given rows speak against.",
    kind=SetOf("claims.claim_id"),
    answer=lambda: _ids(_apart(_seven())),
    misreadings=[
        Misreading(
            "headline-reading",
            lambda: _ids(_apart(_seven()) & ~_says(_seven(), "demanded")),
            did="You let “demanded that he be withdrawn” and “asked him to stay away for now” stand as one act.",
            why="Many headlines did. A request for a while and a demand for good are different acts.",
            next="Set the verbs of s13 and S073 beside each other: who is asked to do what, and for how long?",
        ),
        Misreading(
            "silence-as-denial",
            lambda: _ids(_seven()["verdict"] != "consistent"),
            did="Among your claims is one about the days between the strikes.",
            why="These six rows do not speak of that, and silence is no contradiction.",
            next="Keep only claims that meet a word against them, read as their sentence most likely means them.",
        ),
        Misreading(
            "one-half-for-both",
            lambda: _ids(_apart(_seven()) | _says(_seven(), "nuclear")),
            did="You let one half of a clause pull down the other.",
            why="The clause speaks of two states; a row can stand against it for one and with it for the other.",
            next="Read F56 and F57 twice, once for each state.",
        ),
        Misreading(
            "quoted-so-excused",
            _not_only_passed_on,
            did="You left out what the article only passes on.",
            why="Whose words they are is one question; whether rows speak against them is another.",
            next="Read s10 beside F42 and F43.",
        ),
    ],
    nearly=[
        Nearly(
            "place-for-post",
            lambda: _ids(_apart(_seven()) | _says(_seven(), "was in Islamabad")),
            change="You read “in Islamabad” as the place where a man was, and E084 does put him elsewhere. The same "
            "sentence has “its ambassador in the Iranian capital”. A post or a place? Decide what the sentence most "
            "likely means.",
        ),
    ],
    gap=_met_by_a_word,
    because="Against them stand a border dispute of 1954 (F43), nine nuclear-armed states without Iran (F57), and "
    "“stay away for now” where the article has a demand (E084, S073). “In Islamabad” most likely names a post (K44).",
    not_shown="It does not show what was meant behind closed doors, nor how any of it came into the text.",
    hints=[
        "Underline the verbs of each claim: recall, demand, have, come. Look for a row with another verb in that "
        "place.",
        "Worked on s06: K20 says that liaison officers will be posted in Turbat and Zahedan, and E117 names both "
        "towns, so it speaks for it. On who posts them (K21) E117 is silent: neither for nor against.",
    ],
    sources=["K28", "K43", "K44", "K53", "K54", "E084", "S073", "F43", "F57"],
    minutes=8,
)
