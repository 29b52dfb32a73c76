"""Whose words, whose figures, whose view: three exercises on attribution."""

import pandas as pd

from casebook.exercise.chapter_01.guidance import Found, next_step
from casebook.exercise.chapter_01.rows import quotations, tolls
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Number, SetOf
from casebook.registers import passages
from casebook.tables import claims, events


def _open_quotes() -> pd.DataFrame:
    rows = quotations()
    return rows[rows["speaker_id"].isna()]


def _names_a_minister(rows: pd.DataFrame) -> pd.Series:
    return rows["text"].str.contains("Jilani|Amirabdollahian")


def _statement_ids(rows: pd.DataFrame) -> set[str]:
    return set(rows["statement_id"])


def _speakers_told(ids: frozenset[str]) -> str:
    known, left_open = _statement_ids(quotations()), _statement_ids(_open_quotes())
    counted = (
        f"Ids given: {len(ids)}. Quotations of the article among them: {len(ids & known)}. Of these, the text tells "
        f"who spoke in: {len(ids & known - left_open)}."
    )
    return counted + next_step(
        Found(ids, known, left_open),
        other="Take ids from the column `statement_id` of the table above.",
        odd="Take out those in which you can put a finger on the word that tells who spoke, in the passage or "
        "in the one before it.",
        more="Go through the others: in which can you not put a finger on the speaker?",
    )


QUOTES_WITHOUT_A_SPEAKER = Exercise(
    key="quotes-without-a-speaker",
    asks="The quotations for which the article itself leaves open who spoke.",
    kind=SetOf("statements.statement_id"),
    answer=lambda: _statement_ids(_open_quotes()),
    misreadings=[
        Misreading(
            "name-in-the-same-sentence",
            lambda: _statement_ids(quotations().loc[lambda rows: ~_names_a_minister(rows)]),
            did="You asked for the speaker inside the sentence itself.",
            why="A speaker can be carried over from the sentence before, or stand there by office.",
            next="Read each passage together with the one before it: is a reader left in doubt?",
            matches=lambda given, wrong: bool(told := given - _statement_ids(_open_quotes())) and told <= wrong,
        ),
        Misreading(
            "filled-from-elsewhere",
            lambda: _statement_ids(_open_quotes().query("event_id != 'E116'")),
            did="For one quotation you took a speaker whom the article does not single out.",
            why="Other reports may name one, and may be right. Who spoke, and whom this text says spoke, are two "
            "questions.",
            next="Reread s10 with s09: whose words does the text say they are?",
        ),
        Misreading(
            "nearest-name",
            lambda: _statement_ids(_open_quotes().loc[lambda rows: ~_names_a_minister(rows)]),
            did="In one passage you took the subject of the sentence for the speaker of the quoted words.",
            why="The purpose of somebody's journey can be put in words by somebody else.",
            next="Look for a verb of saying in s02: who is said to have said it?",
        ),
    ],
    gap=_speakers_told,
    because="s10 gives its words to “them”, s02 gives its words to nobody. Elsewhere the first is in the Iranian "
    "minister's mouth alone (K29), and the second is close to what a Pakistani spokesperson said (K08). The other five "
    "are tied by `repeats` to other reports of the same press conference.",
    not_shown="It does not show that the article got either of them wrong.",
    hints=[
        "Go from verb to verb: “said”, “made it clear”, “noted”, “according to”. Who is its subject?",
        "Worked on S150: s08 has no name, yet s07, which comes before it, has “Jalil Abbas Jilani said”. The quotation "
        "runs on, so the article does tell who spoke.",
    ],
    sources=["S152", "S179", "K08", "K29"],
    minutes=5,
)

WHO_COUNTED = Exercise(
    key="who-counted",
    asks="For how many of its three numbers of dead the article names who gave the number.",
    kind=Number(),
    answer=lambda: int(tolls()["reporter_id"].notna().sum()),
    misreadings=[
        Misreading(
            "a-label-is-not-a-name",
            lambda: int(tolls()["reporter_as_named"].notna().sum()),
            did="You counted filled cells of `reporter_as_named`, or took the newspaper for the one who counted.",
            why="That column says how the giver is described, and a description can be that there is none.",
            next="Read `reporter_id` beside the words of that column.",
        ),
        Misreading(
            "attacker-for-counter",
            lambda: int(tolls().merge(events(), on="event_id")["initiator_id"].notna().sum()),
            did="You found a named giver for two. Two of these numbers stand where the text tells who attacked.",
            why="Whoever acts in a sentence need not be the one who counted the dead.",
            next="Ask of each figure: who is said to have *said* it?",
        ),
        Misreading(
            "the-lead-is-its-own-source",
            lambda: int((tolls()["scope"] == "combined").sum()),
            did="You found a named giver for one of the three.",
            why="An opening sentence that sums up still needs somebody who reached the sum, and an attacker is not a "
            "counter.",
            next="Point to the word in s01, s12 or s15 that names a person or body as the one who counted.",
        ),
    ],
    gap="The article prints three numbers of dead, so a whole number up to three is wanted. Read s01, s12 and s15 "
    "aloud and stop wherever somebody is said to have counted.",
    because="No giver stands beside any of the three (C125, C175, C214), though the article quotes ministers at length "
    "on other things. Elsewhere such figures do have one: a deputy governor, for instance, gives ten (C151).",
    not_shown="It does not show that nobody counted. A source that is not named is not an invented one.",
    hints=[
        "`cb.show(...)` writes out a row: try it on each of the three, and look for the line “Given by”.",
        "Worked on C151, another report of the strike near Saravan: its `reporter_id` is alireza-marhamati, a deputy "
        "governor. There somebody is named, so it would count as one.",
    ],
    sources=["C125", "C175", "C214"],
    minutes=3,
)


def _attributions() -> pd.DataFrame:
    rows = claims()
    return rows[rows["kind"] == "attribution"]


def _own_voice(phrase: str) -> set[str]:
    rows = _attributions()
    return set(rows.loc[rows["finding"].str.contains(f"the article (?:{phrase})"), "claim_id"])


def _lost() -> set[str]:
    return _own_voice("states as fact|gives it as its own")


def _without_quotation_marks() -> set[str]:
    quoted = passages().loc[lambda rows: rows["text"].str.contains("“"), "passage_id"]
    return set(_attributions().loc[lambda rows: ~rows["passage_id"].isin(quoted), "claim_id"])


def _views_told(ids: frozenset[str]) -> str:
    known = set(_attributions()["claim_id"])
    counted = (
        f"Claims given: {len(ids)}. Of kind *attribution*: {len(ids & known)}. Of these, the sentence itself tells "
        f"whose view it is in: {len(ids & known - _lost())}."
    )
    return counted + next_step(
        Found(ids, known, _lost()),
        other="The question is about the seven claims of that kind: take ids from the table above.",
        odd="Take out those in which you can point to the words of the passage that tell whose view it is.",
        more="Ask of each of the other passages: says who?",
    )


LOST_ATTRIBUTION = Exercise(
    key="lost-attribution",
    asks="The attribution claims where the article says in its own voice what others give as somebody's claim.",
    kind=SetOf("claims.claim_id"),
    answer=_lost,
    misreadings=[
        Misreading(
            "any-imprecision",
            lambda: set(_attributions().query("verdict == 'imprecise'")["claim_id"]),
            did="You took every row that is coded imprecise.",
            why="In one of them the article does attribute, only to more people than other reports do. A wrong "
            "attribution and a missing one are different faults.",
            next="Reread the passages, not the verdicts.",
        ),
        Misreading(
            "no-quotation-marks",
            _without_quotation_marks,
            did="You looked for quotation marks.",
            why="Words can be given to somebody without them: “was questioned by”, “accuse each other”.",
            next="Ask of each sentence whether a reader learns whose view it is.",
        ),
        Misreading(
            "the-strike-only",
            lambda: _own_voice("states as fact"),
            did="You have one, and it concerns what was hit.",
            why="A motive can lose its author as well as a target.",
            next="Ask of the last paragraph: who says why the attacks happened?",
        ),
    ],
    gap=_views_told,
    because="What was hit is the Pakistani military's account (S092), disputed by a Baloch party (S176); why both "
    "struck is a reading that AP gives to experts (K58). The article says both in its own voice, as it does with the "
    "bases in s12 (K38).",
    not_shown="It does not show intent: shortening loses attributions, and so does translation.",
    hints=[
        "Cover the column `finding` with your hand. Read only the sentence, and ask: says who?",
        "Worked on K40, a claim of another kind: “which Tehran classifies as terrorist” (s12) keeps its author, "
        "Tehran. Nothing is lost there.",
    ],
    sources=["K47", "K58", "K38", "S092", "S176"],
    minutes=7,
)
