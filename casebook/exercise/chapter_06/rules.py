"""Rules of reciprocity: how often they fit, and which sentence about them survives every way of coding."""

import pandas as pd

from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Letter, Number
from casebook.reciprocity import FIRST, LAST, STATES, acts, codings, with_countries, with_last


def _matches(rows: pd.DataFrame, column: str) -> int:
    return int((rows["quad_class"] == rows[column]).sum())


def _row_above() -> int:
    classes = acts()["quad_class"].astype("string")
    return int((classes == classes.shift()).sum())


def _blank_as_match() -> int:
    rows = with_last(acts())
    return _matches(rows.assign(other_last=rows["other_last"].fillna(rows["quad_class"])), "other_last")


def _friendly_too() -> int:
    """The rule on every act between the two, joint ones as well."""
    rows = with_countries()
    rows = rows[rows["date"].between(FIRST, LAST) & rows["quad_class"].notna()]
    between = rows["by"].isin(STATES) & rows["to"].isin(STATES) & (rows["by"] != rows["to"])
    return _matches(with_last(rows[between].sort_values(["date", "event_id"])), "other_last")


def _base() -> int:
    return int(with_last(acts())["other_last"].notna().sum())


MATCHES = Exercise(
    key="matches-of-the-mirror",
    asks="How many acts have the class of the other side's last act.",
    kind=Number(),
    answer=lambda: _matches(with_last(acts()), "other_last"),
    misreadings=[
        Misreading(
            "row-above",
            _row_above,
            did="You compared each act with the row above it.",
            why="Two acts of one side often follow each other. Then the row above is not the other side's.",
            next="Compare with `other_last`.",
        ),
        Misreading(
            "own-habit",
            lambda: _matches(with_last(acts()), "own_last"),
            did="You compared each side with itself.",
            why="That tests a habit, which is a fair rival, but not an answer to the other.",
            next="For a row of Iran you need Pakistan's last act: look at where `iran` and `pakistan` stand in the "
            "last line of the cell above.",
        ),
        Misreading(
            "blank-as-match",
            _blank_as_match,
            did="You counted an act before which the other side had done nothing.",
            why="A blank is not a match: there is nothing to mirror.",
            next="Look at the first row of the two columns side by side.",
        ),
        Misreading(
            "all-that-can-be-tested",
            _base,
            did="You counted the acts on which the rule can be tested.",
            why="That is the base. A match also needs the same class on both sides.",
            next="Take the sum of the comparison of the two columns with `==`.",
        ),
        Misreading(
            "share-without-base",
            lambda: _matches(with_last(acts()), "other_last") / _base(),
            did="You gave a share.",
            why="A share hides on how few acts it stands, and the task asks for their number.",
            next="Leave the division out.",
            matches=lambda given, wrong: given in (wrong, round(wrong, 2), 100 * wrong, round(100 * wrong)),
        ),
        Misreading(
            "friendly-rows-too",
            _friendly_too,
            did="You tested the rule on calls and visits as well.",
            why="These two sides do together; the table lists one of them first. Direction means little there.",
            next="Use `q`, which holds the acts of conflict.",
        ),
    ],
    gap=lambda count: (
        f"You counted {count:g}, and {_base()} acts have an earlier one of the other side. Tick by "
        'hand each row of `q[["quad_class", "other_last"]]` whose two cells are the same.'
    ),
    because="Matches and base belong together: a share alone hides how few acts there are. On paper Pakistan's strike "
    "(E092) answers words spoken in Davos (E086).",
    not_shown="It does not show that anybody followed the rule. A rule can fit a sequence that came about in another "
    "way.",
    hints=[
        "`==` between two columns gives True and False, and `.sum()` counts True.",
        "Worked on 2017: E030 (Pakistan, words) follows E029 (Iran, words), a match. E031 (Iran, force) follows E030 "
        "(words), no match.",
    ],
    sources=["E081", "E083", "E084", "E085", "E086", "E092", "E093", "E094", "E095"],
    minutes=5,
)

SENTENCES = {
    "A": "Mirroring fits more acts than a rule that ignores the other side.",
    "B": "Stepping down fits more acts than mirroring.",
    "C": "A rule that ignores the other side fits at least as many acts as mirroring.",
    "D": "Mirroring fits at least half of the acts.",
    "E": "None of these four.",
}


def _holds() -> pd.DataFrame:
    """For each way to code, whether each of the first four sentences is true."""
    ways = codings()
    return pd.DataFrame(
        {
            "A": ways["mirror"] > ways["always_words"],
            "B": ways["step_down"] > ways["mirror"],
            "C": ways["always_words"] >= ways["mirror"],
            "D": ways["mirror"] >= ways["n"] / 2,
        }
    )


def _survivor() -> str:
    everywhere = _holds().all()
    return next((letter for letter in everywhere.index if everywhere[letter]), "E")


def _only_if_part() -> str:
    """The sentence that is true mostly where an announcement is a part of the strike, and nowhere else."""
    ways, holds = codings(), _holds()
    part = ways["announcement"] == "part"
    letters = [*map(str, holds)]
    return next(each for each in letters if holds.loc[part, each].mean() > 0.5 and not holds.loc[~part, each].any())


def _nearly_everywhere() -> str:
    share = _holds().mean()
    return next(letter for letter in map(str, share.index) if 0.9 < share[letter] < 1)


def _as_coded() -> str:
    """The sentence about halves, which holds wherever envoys are deeds and an announcement is an act."""
    ways, holds = codings(), _holds().drop(columns="C")
    house = (ways["envoys"] == "material") & (ways["announcement"] == "act")
    return next(letter for letter in map(str, holds) if holds.loc[house, letter].all())


SURVIVES = Exercise(
    key="which-sentence-survives",
    asks="Which sentence about the three rules is true in every way to code the acts.",
    kind=Letter(SENTENCES),
    answer=_survivor,
    misreadings=[
        Misreading(
            "the-theory",
            lambda: _holds().sum().idxmin(),
            did="You chose the sentence that a theory of tit for tat would like.",
            why="Here it is true in very few of the ways.",
            next="Write it as a comparison of two columns: how many ways does its `.sum()` count?",
        ),
        Misreading(
            "one-choice-decides",
            _only_if_part,
            did="You chose a sentence that holds only where an announcement counts as part of the strike.",
            why="A finding that needs one choice has to name it, and is not true in every way.",
            next="Count again, grouped by `announcement`.",
        ),
        Misreading(
            "almost-all",
            _nearly_everywhere,
            did="You chose a sentence that is true in most ways, and in each of the first twelve.",
            why="Most is not all: some way makes it false.",
            next="Look for what the rows of `ways` where it is false have in common.",
        ),
        Misreading(
            "as-coded-only",
            _as_coded,
            did="You chose a sentence that is true as the tables code the acts.",
            why="It fails where the announcement is part of the strike, a choice that can be defended as well.",
            next="Look at the smallest share `mirror / n`.",
        ),
    ],
    gap="Give one letter. Write each sentence as a comparison of two columns of `ways`, and see whether `.all()` says "
    "True.",
    because="In twelve ways one sentence holds; with three further choices it does not. That is a result about our "
    "means: so few acts cannot tell these rules apart.",
    not_shown="It shows neither that the states mirrored each other nor that they did not. And that stepping down "
    "never beats always words comes from our cut, which keeps no act of cooperation.",
    hints=[
        '`(ways["mirror"] > ways["always_words"]).all()` asks whether the first sentence holds in every row.',
        "Worked on another pair: “stepping down fits at least as many acts as always words” is true in a few of the "
        "ways, each time as a draw; `.any()` says True and `.all()` False, so it does not survive.",
    ],
    sources=["E084", "E085", "E086", "E093", "E105", "S073"],
    minutes=6,
)
