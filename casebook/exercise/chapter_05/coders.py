"""A keyword as the second coder: what it misses, and how much of its agreement is luck."""

import pandas as pd

from casebook.agreement import alpha, share
from casebook.exercise.chapter_05.guidance import next_step
from casebook.exercise.chapter_05.spoken import ids
from casebook.exercise.exercise import Exercise, Misreading, Nearly
from casebook.exercise.kinds import Column, SetOf
from casebook.exercise.kinds.cells import Scalar, equal, is_number
from casebook.tables import moves, statements

KEYWORDS = {"deny": "deny|denies|reject", "condemn": "condemn", "warn": "warn"}
TOLERANCE = 0.006


def _coders(move: str) -> pd.DataFrame:
    """Every statement as the table marks it and as the keyword does."""
    rows, coded = statements(), moves()
    return rows.assign(
        table=rows["statement_id"].isin(coded.loc[coded["move"] == move, "statement_id"]),
        rule=rows["gist"].str.contains(KEYWORDS[move], case=False).astype(bool),
    )


def _missed(rows: pd.DataFrame) -> pd.Series:
    return rows["table"] & ~rows["rule"]


def _denials() -> set[str]:
    rows = _coders("deny")
    return ids(rows[_missed(rows)])


DENIALS = Exercise(
    key="denials-without-the-word",
    asks="Denials of the table that a search for three words does not find.",
    kind=SetOf("statements.statement_id"),
    answer=_denials,
    misreadings=[
        Misreading(
            "false-alarms",
            lambda: ids(_coders("deny").loc[lambda rows: rows["rule"] & ~rows["table"]]),
            did="You listed what the rule marks and the table does not.",
            why="That is the other kind of disagreement, and worth reading next.",
            next="Turn the two conditions round: in the table yes, by the rule no.",
        ),
        Misreading(
            "every-disagreement",
            lambda: ids(_coders("deny").loc[lambda rows: rows["rule"] != rows["table"]]),
            did="You listed every disagreement.",
            why="A miss and a false alarm have different causes, and different cures in a codebook.",
            next="Keep those that the table marks.",
        ),
        Misreading(
            "where-both-agree",
            lambda: ids(_coders("deny").loc[lambda rows: rows["rule"] & rows["table"]]),
            did="You listed what both found.",
            why="Those are the easy ones: they say so in a word.",
            next="Keep the marks of the table where the rule has none: `~` turns a condition round.",
        ),
        Misreading(
            "all-denials",
            lambda: ids(_coders("deny").loc[lambda rows: rows["table"]]),
            did="You listed every denial of the table.",
            why="The rule finds some of them. The question is what it does not see.",
            next="Add the second condition with `&`.",
        ),
    ],
    gap=lambda given: next_step(
        given,
        _denials(),
        "statements.statement_id",
        odd="Ask of each: does the table mark it `deny`, and is its gist without all three words?",
        more="Look for those that the table marks `deny` and the rule passes over.",
    ),
    because="Two deny by asserting (nobody of Pakistan was targeted, nobody hurt), one by not knowing, one by naming "
    "other victims. Now read the rule's own finds: “deny them bases” (S053) is no denial; S146 and S177 do deny "
    "something, and our coder marked neither.",
    not_shown="It does not show that the table is right. A table of codes is a reading.",
    hints=[
        "Two conditions hold at once: the table marks it, the rule does not. `&` joins conditions, `~` means *not*.",
        "Worked on `call_restraint` with the words restraint, calm, hold back: the rule misses S107, which “lowers "
        "tension”, and S126, which “backs settlement by dialogue”.",
    ],
    sources=["S074", "S077", "S093", "S176"],
    minutes=5,
)


def _measured(move: str) -> pd.Series:
    rows = _coders(move)
    table, rule = rows["table"].astype(int).tolist(), rows["rule"].astype(int).tolist()
    return pd.Series({"agreement": share(table, rule), "alpha": alpha(table, rule)})


def _only_of_the_marked() -> float:
    """The share of agreement among the statements that one of the two marks."""
    rows = _coders("condemn")
    marked = rows[rows["table"] | rows["rule"]]
    return (marked["table"] == marked["rule"]).mean()


def _never() -> pd.Series:
    table = _coders("condemn")["table"].astype(int).tolist()
    silent = [0] * len(table)
    return pd.Series({"agreement": share(table, silent), "alpha": alpha(table, silent)})


def _with(name: str, value: float) -> pd.Series:
    cells = _measured("condemn")
    cells[name] = value
    return cells


def _compared(given: dict[str, Scalar]) -> str:
    words = []
    measured = _measured("condemn")
    for name, wanted in zip(measured.index, measured, strict=True):
        cell = given[name]
        if not is_number(cell):
            words.append(f"`{name}` is no number")
        elif equal(cell, wanted, TOLERANCE):
            words.append(f"`{name}` agrees")
        else:
            words.append(f"`{name}` is too {'low' if cell < wanted else 'high'}")
    return (
        f"{' and '.join(words).capitalize()}. Make two columns of True and False over all statements, one from the "
        "table and one from the gists. The first number is the mean of `==` between them; the second is what "
        "`alpha(...)` gives for them."
    )


BEYOND_LUCK = Exercise(
    key="agreement-beyond-luck",
    asks="Agreement and alpha between the table and a search for “condemn”.",
    kind=Column(labels=("agreement", "alpha"), tolerance=TOLERANCE),
    answer=lambda: _measured("condemn"),
    misreadings=[
        Misreading(
            "the-worked-example",
            lambda: _measured("deny"),
            did="These are the two numbers of the step above, for `deny`.",
            why="Each move has its own words and its own luck.",
            next="Take `condemn` in both places: in the filter on the moves, and in the search through the gists.",
        ),
        Misreading(
            "a-rule-that-never-speaks",
            _never,
            did="You compared the table with a rule that never says yes.",
            why="That shows what silence alone would earn, and nothing of the rule.",
            next='Search the gists: `.str.contains("condemn", case=False)`.',
        ),
        Misreading(
            "only-where-marked",
            lambda: _with("agreement", _only_of_the_marked()),
            did="You looked only at statements that one of the two marks.",
            why="That leaves out every statement on which both are silent, and they agree there too.",
            next="Compare the two columns over all statements: `(one == two).mean()`.",
            matches=lambda given, wrong: equal(given["agreement"], wrong["agreement"], TOLERANCE),
        ),
        Misreading(
            "agreement-for-alpha",
            lambda: _with("alpha", _measured("condemn")["agreement"]),
            did="You gave the same number twice.",
            why="Two coders who hardly ever say yes agree often by luck. Alpha takes that away.",
            next="Give both columns to `alpha(...)`.",
            matches=lambda given, _: equal(given["agreement"], given["alpha"], 0.0005),
        ),
    ],
    nearly=[
        Nearly(
            "per-cents",
            lambda: _measured("condemn") * [100, 1],
            "`agreement` is a per cent; a share between 0 and 1 is wanted.",
        ),
        Nearly(
            "changed-places",
            lambda: pd.Series(_measured("condemn").to_numpy(), index=["alpha", "agreement"]),
            "The two numbers have changed places: each stands under the other's label.",
        ),
    ],
    gap=_compared,
    because="By agreement the search for denials does better (step 3 began with it); by alpha the search for "
    "condemnations does. Condemning is less rare, so luck helps less.",
    not_shown="It does not show that the table codes well: a rule and a coder can share a habit. No threshold decides; "
    "what was missed does, and for what purpose.",
    hints=[
        'The columns: `statements["statement_id"].isin(...)` for the table, `.str.contains(...)` for the rule.',
        "Worked on `warn` with the word “warn”: they agree on 0.87 of all statements, and a rule that never speaks on "
        "0.85; alpha is 0.13. Most warnings, such as S008 or S020, do without the word.",
    ],
    sources=["S084", "S110"],
    minutes=5,
)
