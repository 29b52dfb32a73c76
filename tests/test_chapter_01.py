"""What chapter 01 asks of its own: bars however they are drawn, a next step for every set, one fair correction."""

import altair as alt
import pandas as pd
import pytest

import casebook as cb
from casebook.exercise.register import of_chapter
from casebook.lookup import find

EXERCISES = {each.key: each for each in of_chapter("01")}
SETS = {
    "quotes-without-a-speaker": ("statements", "S001"),
    "lost-attribution": ("claims", "K38"),
    "what-speaks-against": ("claims", "K02"),
    "left-out": ("events", "C126"),
}
FILLER = "as far as the rows go " * 14


@pytest.fixture
def shares():
    answer = EXERCISES["who-gets-quoted"].answer()
    return pd.DataFrame(answer["data"]["values"])


def verdict_of(chart: alt.Chart):
    return cb.check("who-gets-quoted", chart)


def words(verdict) -> str:
    return " ".join(" ".join([part.words, *part.points]) for part in verdict.parts)


@pytest.mark.parametrize(
    "channels",
    [
        {"x": "paragraph:O", "y": "share:Q"},
        {"x": "paragraph:N", "y": "share:Q"},
        {"y": "paragraph:O", "x": "share:Q"},
        {"x": "paragraph:O", "y": "sum(share):Q", "tooltip": "share:Q"},
    ],
    ids=["standing", "as names", "lying", "added up by the chart"],
)
def test_bars_are_right_however_they_are_drawn(shares, channels):
    assert verdict_of(alt.Chart(shares).mark_bar().encode(**channels)).state == "right"


def test_bars_that_share_a_place_are_read_as_they_are_stacked(shares):
    halves = pd.concat([shares, shares]).assign(share=lambda rows: rows["share"] / 2)
    assert verdict_of(alt.Chart(halves).mark_bar().encode(x="paragraph:O", y="share:Q")).state == "right"


def test_a_paragraph_without_a_length_has_no_bar(shares):
    gaps = shares.assign(share=shares["share"].where(shares["share"] > 0))
    assert verdict_of(alt.Chart(gaps).mark_bar().encode(x="paragraph:O", y="share:Q")).label == "the-silent-dropped"


@pytest.mark.parametrize(
    ("draw", "wanted"),
    [
        (lambda chart: chart.mark_line().encode(x="paragraph:O", y="share:Q"), "`.mark_bar()`"),
        (lambda chart: chart.mark_bar().encode(x="paragraph:Q", y="share:Q"), "`paragraph:O`"),
    ],
    ids=["lines", "a paragraph as an amount"],
)
def test_a_chart_with_the_right_numbers_is_told_what_its_form_still_needs(shares, draw, wanted):
    verdict = verdict_of(draw(alt.Chart(shares)))
    assert verdict.state == "not_yet"
    assert wanted in words(verdict)


@pytest.mark.parametrize("key", SETS)
def test_a_set_that_fits_and_is_not_all_is_sent_on_to_the_other_rows(key):
    answer = sorted(EXERCISES[key].answer())
    fitting = next(({each} for each in answer if cb.check(key, {each}).state == "not_yet"), None)
    assert fitting is None or "None has to leave your set" in words(cb.check(key, fitting))
    assert "There is at least one" in words(cb.check(key, set()))


@pytest.mark.parametrize("key", SETS)
def test_a_set_with_a_row_of_another_kind_is_told_where_ids_come_from(key):
    verdict = cb.check(key, EXERCISES[key].answer() | {SETS[key][1]})
    assert verdict.state == "not_yet"
    assert "None has to leave your set" not in words(verdict)


@pytest.mark.parametrize("cell", ["count_low", "count_high", "qualifier", "count_is"])
def test_a_coded_row_is_told_which_cell_to_look_at_first(cell):
    row = EXERCISES["add-as-written"].answer()
    row[cell] = 1 if cell.startswith("count_") and cell != "count_is" else "about"
    told = words(cb.check("add-as-written", row))
    assert f"Look again at `{cell}` first" in told


def correction(*cited: str) -> str:
    return f"{FILLER} reported {' '.join(f'[{key}]' for key in cited)}"


def test_a_correction_of_one_claim_with_its_sentence_and_a_row_against_it_goes_to_the_instructor():
    assert cb.check("one-correction", correction("K53", "s16", "F57")).state == "for_instructor"


@pytest.mark.parametrize(
    ("cited", "told"),
    [
        (("s16", "F57"), "cite one claim"),
        (("K53", "K02", "s16", "F57"), "You cite 2"),
        (("K53", "s01", "F57"), "Cite the sentence that the claim stands in"),
        (("K53", "s16"), "at least one more row"),
        (("K09", "s02", "E115"), "no disagreement"),
    ],
    ids=["no claim", "two claims", "another sentence", "nothing against it", "a claim that nobody disputes"],
)
def test_a_correction_is_told_what_is_missing(cited, told):
    verdict = cb.check("one-correction", correction(*cited))
    assert verdict.state == "not_yet"
    assert told in words(verdict)


def test_a_correction_of_a_count_is_asked_for_both_sides():
    assert "No account from the side of" in words(cb.check("one-correction", correction("K51", "s15", "C151")))
    assert "No account from the side of" not in words(cb.check("one-correction", correction("K53", "s16", "F57")))


def test_a_row_that_shares_no_document_with_the_claim_is_worth_a_second_look():
    looked_at = words(cb.check("one-correction", correction("K53", "s16", "C151")))
    assert "shares a document" in looked_at
    assert "shares a document" not in words(cb.check("one-correction", correction("K53", "s16", "F57")))


@pytest.mark.parametrize("cited", [("K02", "s01", "E092"), ("K43", "s13", "S073")], ids=" ".join)
def test_a_row_that_stands_in_the_sentence_of_the_claim_needs_no_second_look(cited):
    assert "shares a document" not in words(cb.check("one-correction", correction(*cited)))


@pytest.mark.parametrize(("key", "row"), [(key, row) for key, each in EXERCISES.items() for row in each.sources])
def test_every_source_of_an_exercise_is_a_row(key, row):
    assert find(row)[1].iloc[0] == row
