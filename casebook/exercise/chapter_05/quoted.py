"""What translation did to seven quotations."""

import pandas as pd

from casebook.exercise.chapter_05.guidance import next_step
from casebook.exercise.chapter_05.spoken import ids
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import SetOf
from casebook.registers import evidence
from casebook.tables import claims, statements


def _claimed() -> pd.DataFrame:
    """Every claim about a passage that has a quotation, with the quotation's statement."""
    rows, links = statements(), evidence()
    links = links[links["passage_id"].notna()]
    quoted = rows[rows["form"] == "verbatim"].merge(links, left_on="statement_id", right_on="row_id")
    return quoted[["statement_id", "passage_id", "quote"]].merge(claims(), on="passage_id")


def _about_the_words() -> pd.DataFrame:
    rows = _claimed()
    return rows[rows["kind"] == "quotation"]


def _differing(rows: pd.DataFrame) -> set[str]:
    return ids(rows[rows["verdict"] == "differs"])


ONE_WORD = Exercise(
    key="one-word-in-seven",
    asks="For which of the article's seven quotations a claim about the words themselves differs.",
    kind=SetOf("statements.statement_id"),
    answer=lambda: _differing(_about_the_words()),
    misreadings=[
        Misreading(
            "not-quite-is-different",
            lambda: ids(_about_the_words().loc[lambda rows: rows["verdict"] != "consistent"]),
            did="You took in a quotation with a milder verdict.",
            why="*Imprecise* means that the sense holds while the words moved.",
            next="Keep the stronger verdict only.",
        ),
        Misreading(
            "false-content-false-quotation",
            lambda: _differing(_claimed()),
            did="You took in a sentence whose *content* other sources contradict.",
            why="Somebody can be quoted exactly and be wrong.",
            next="Keep the claims of the kind `quotation`.",
        ),
        Misreading(
            "a-sound-part-clears-it",
            lambda: ids(_about_the_words()) - ids(_about_the_words().loc[lambda rows: rows["verdict"] == "consistent"]),
            did="You dropped every quotation that has a sound part.",
            why="One passage holds two claims, and the second can fail while the first stands.",
            next="Look at claims, one by one, instead of passages.",
        ),
        Misreading(
            "every-quotation",
            lambda: ids(_about_the_words()),
            did="You took every quotation that has a claim about its words.",
            why="A claim is a question put to other sources; most answer it with yes.",
            next="Read the column `verdict`.",
        ),
    ],
    gap=lambda given: next_step(
        given,
        _differing(_about_the_words()),
        "statements.statement_id",
        odd="In one line of the table two things hold together: the kind is `quotation`, and the verdict `differs`.",
        more="Look for a line in which the kind is `quotation` and the verdict `differs`.",
    ),
    because="S150, by K25: mechanisms that exist are *analysed* here, and *leveraged* in English-language reports; a "
    "Spanish report has the verb for analysing. Its first half is sound (K24).",
    not_shown="It does not show in which language Jilani spoke at that moment, nor that anybody meant to change his "
    "words.",
    hints=[
        "Two filters on the table above: `kind`, then `verdict`.",
        "Worked on S149: one claim, K22, verdict consistent. English reports limit the threat to the two countries, "
        "where the article has “all our countries”: the sense is kept and the scope is wider.",
    ],
    sources=["S150", "K24", "K25"],
    minutes=5,
)
