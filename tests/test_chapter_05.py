"""What chapter 05 asks of its own: codings held against the table, shares however they are drawn, words that are so."""

import re

import altair as alt
import pandas as pd
import pytest

import casebook as cb
from casebook.agreement import alpha, share
from casebook.exercise.chapter_05.coding import EIGHT
from casebook.exercise.register import of_chapter

EXERCISES = {each.key: each for each in of_chapter("05")}
STATEMENTS, MOVES = cb.statements(), cb.moves()
SPOKEN = MOVES.merge(STATEMENTS, on="statement_id")
KEY = {each: set(MOVES.loc[MOVES["statement_id"] == each, "move"]) for each in EIGHT}
# For each set: a value of another column, and one of its own column that does not belong.
SETS = {
    "denials-without-the-word": ("E081", "S001"),
    "jilani-in-tehrans-words": ("S078", "mourn"),
    "whose-notebook": ("IRNA via The Iran Project", "S124"),
    "one-word-in-seven": ("K25", "S149"),
    "who-mourned": ("S127", "iran"),
}


def words(verdict) -> str:
    return " ".join(" ".join([part.words, *part.points]) for part in verdict.parts)


def coded(**changed):
    return cb.check("code-it-yourself", {**KEY, **changed})


def test_a_whole_coding_is_shown_beside_the_table_text_by_text():
    verdict = coded(S110={"condemn", "protest"}, S121={"warn"})
    assert verdict.state == "for_instructor"
    told = words(verdict)
    assert "S110 · both: condemn; only you: protest." in told
    assert "S121 · both: warn; only the table: invite_talks, justify, reassure." in told
    assert "agree on 108 of them (96%)" in told


def test_an_incomplete_coding_shows_nothing_of_the_table():
    told = words(coded(S121=set()))
    assert "No move yet for S121." in told
    assert "only the table" not in told
    assert "alpha" not in told


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"S110": {"condemns"}}, "`condemns` (nearest: condemn)"),
        ({"S110": {"xyzzy"}}, "Not in the list of moves: `xyzzy`."),
        ({"S094": {"warn"}}, "Not among the eight: S094."),
        ({"S110": sorted(MOVES["move"].unique())[:7]}, "More than 6 moves: S110."),
    ],
    ids=["nearly a move", "no move", "another text", "too many"],
)
def test_a_coding_is_told_what_its_form_lacks(changed, told):
    verdict = coded(**changed)
    assert verdict.state == "not_yet"
    assert told in words(verdict)


@pytest.mark.parametrize("form", [set, list, tuple, frozenset], ids=lambda form: form.__name__)
def test_moves_may_stand_in_any_container_and_a_single_one_in_none(form):
    coding = {each: form(sorted(found)) for each, found in KEY.items()} | {"S078": "acknowledge"}
    assert cb.check("code-it-yourself", coding).state == "for_instructor"


def test_moves_may_be_written_with_capitals_and_spaces_and_in_one_text_with_commas():
    coding = {each: ", ".join(sorted(found)).upper().replace("_", " ") for each, found in KEY.items()}
    assert cb.check("code-it-yourself", coding | {"S078": "Acknowledge"}).state == "for_instructor"


def test_one_move_each_is_named_whichever_it_is():
    assert cb.check("code-it-yourself", dict.fromkeys(EIGHT, "warn")).label == "one-move-each"


@pytest.mark.parametrize(("key", "other", "odd"), [(key, *values) for key, values in SETS.items()])
def test_a_set_is_told_of_its_first_trouble(key, other, odd):
    exercise = EXERCISES[key]
    answer, column = exercise.answer(), exercise.kind.of.split(".")[1]
    assert words(cb.check(key, answer | {other, odd})).startswith(f"Not in the column `{column}`: {other}.")
    told = words(cb.check(key, answer | {odd}))
    assert told.startswith(f"Of those that you gave, {len(answer)} of {len(answer) + 1} fit.")


def test_a_set_that_holds_a_part_of_the_answer_is_sent_on():
    assert words(cb.check("who-mourned", {"bnm"})).startswith("What you gave fits.")
    assert words(cb.check("who-mourned", set())).startswith("You found none")


@pytest.fixture
def shares() -> pd.DataFrame:
    return pd.DataFrame(EXERCISES["shares-not-shouts"].answer()["data"]["values"])


TITLE = EXERCISES["shares-not-shouts"].answer()["title"]


@pytest.mark.parametrize(
    "channels",
    [
        {"x": "value:Q", "y": "move:N", "column": "speaks_for_id:N"},
        {"y": "value:Q", "x": "move:N", "color": "speaks_for_id:N", "xOffset": "speaks_for_id:N"},
        {"x": "sum(value):Q", "y": "move:N", "row": "speaks_for_id:N"},
        {"size": "value:Q", "y": "move:N", "x": "speaks_for_id:N"},
        {"x": "value:Q", "y": "move:N", "facet": "speaks_for_id:N"},
    ],
    ids=["panels", "colours", "added up by the chart", "sizes", "facets"],
)
def test_shares_are_right_however_they_are_drawn(shares, channels):
    chart = alt.Chart(shares, title=TITLE).mark_bar().encode(**channels)
    assert cb.check("shares-not-shouts", chart).state == "right"


def test_a_chart_that_counts_rows_itself_is_read_as_counts():
    days = SPOKEN["date"].between("2024-01-19", "2024-01-29") & SPOKEN["speaks_for_id"].isin(["iran", "pakistan"])
    chart = alt.Chart(SPOKEN[days], title=TITLE).mark_bar()
    chart = chart.encode(x="count():Q", y="move:N", column="speaks_for_id:N")
    assert cb.check("shares-not-shouts", chart).label == "raw-counts"


@pytest.mark.parametrize(
    ("draw", "told"),
    [
        (alt.Chart, "how many statements each side has"),
        (lambda rows: alt.Chart(rows[rows["move"] == "reassure"], title=TITLE), "has a bar"),
    ],
    ids=["no denominators", "one move"],
)
def test_a_chart_with_the_right_numbers_is_told_what_it_still_needs(shares, draw, told):
    chart = draw(shares).mark_bar().encode(x="value:Q", y="move:N", column="speaks_for_id:N")
    assert told in words(cb.check("shares-not-shouts", chart))


@pytest.mark.parametrize("channels", [{}, {"tooltip": ["speaks_for_id", "move"]}, {"detail": "speaks_for_id"}], ids=str)
def test_a_chart_that_does_not_say_which_bar_is_whose_is_told_so(shares, channels):
    chart = alt.Chart(shares, title=TITLE).mark_bar().encode(x="value:Q", y="move:N", **channels)
    verdict = cb.check("shares-not-shouts", chart)
    assert (verdict.state, "Which bar is whose" in words(verdict)) == ("not_yet", True)


def test_a_chart_without_sides_is_told_what_could_not_be_read(shares):
    chart = alt.Chart(shares[shares["speaks_for_id"] == "iran"], title=TITLE).mark_bar()
    assert "No bars could be read" in words(cb.check("shares-not-shouts", chart.encode(x="value:Q", y="move:N")))


@pytest.mark.parametrize("cited", [("S076", "S077"), ("S076", "S078")], ids=" and ".join)
def test_either_row_of_the_iranian_account_will_do(cited):
    text = f"In one account, and in the other account, it was said so [{cited[0]}] [{cited[1]}]. {'They spoke. ' * 55}"
    assert cb.check("two-readouts-one-call", text).state == "for_instructor"


def by_word(move: str, pattern: str) -> tuple[list[int], list[int]]:
    coded_so = STATEMENTS["statement_id"].isin(MOVES.loc[MOVES["move"] == move, "statement_id"])
    found = STATEMENTS["gist"].str.contains(pattern, case=False)
    return coded_so.astype(int).tolist(), found.astype(int).tolist()


def test_by_agreement_the_search_for_denials_does_better_and_by_alpha_the_search_for_condemnations():
    deny, condemn = by_word("deny", "deny|denies|reject"), by_word("condemn", "condemn")
    assert share(*deny) > share(*condemn)
    assert alpha(*deny) < alpha(*condemn)
    assert "By agreement the search for denials does better" in EXERCISES["agreement-beyond-luck"].because


def test_the_worked_hint_on_warnings_gives_the_numbers_of_the_tables():
    table, rule = by_word("warn", "warn")
    numbers = share(table, rule), share(table, [0] * len(table)), alpha(table, rule)
    assert re.findall(r"\d\.\d\d", EXERCISES["agreement-beyond-luck"].hints[-1]) == [f"{each:.2f}" for each in numbers]


def test_the_shares_of_rows_move_closer_without_repeats_and_stay_apart(shares):
    def reassured(rows: pd.DataFrame) -> dict:
        made = rows["statement_id"].isin(MOVES.loc[MOVES["move"] == "reassure", "statement_id"])
        return made.groupby(rows["speaks_for_id"]).mean().to_dict()

    late = STATEMENTS[STATEMENTS["date"].between("2024-01-19", "2024-01-29")]
    rows, acts = reassured(late), reassured(late[late["repeats"].isna()])
    assert rows["iran"] - rows["pakistan"] > acts["iran"] - acts["pakistan"] > 0.1
    assert "move closer, and stay apart" in EXERCISES["shares-not-shouts"].not_shown
    drawn = shares[shares["move"] == "reassure"].set_index("speaks_for_id")["value"]
    assert drawn["iran"] == pytest.approx(rows["iran"])
