"""What chapter 06 says in its prose and plan about codings and explanations, and how its text is checked."""

import pytest

import casebook as cb
from casebook.exercise.solved import solution_of

WAYS = cb.codings()
MARKS = cb.explanations().set_index("row_id").drop(columns=["shows", "does_not_show"]).astype("string")
AGAINST, FITS = (MARKS == "against").sum(), (MARKS == "fits").sum()
TEXT = solution_of("why-it-stopped").split('"""')[1]


def without_a_rival(text: str) -> str:
    """The text with rows only that fit its own explanation, or every one."""
    for row in ("S107", "S100", "E079"):
        text = text.replace(f"[{row}]", "[E110]")
    return text


def test_a_sentence_lives_through_the_first_twelve_ways_and_falls_to_two_later_ones():
    first = WAYS.query("address == 'two' and committee == 'cooperation' and base == 'other'")
    assert (len(first), (first["always_words"] >= first["mirror"]).all()) == (12, True)
    ahead = WAYS[WAYS["mirror"] > WAYS["always_words"]]
    assert (len(WAYS), len(ahead), set(ahead["base"])) == (80, 2, {"both"})


def test_no_rule_fits_every_act_in_any_way_and_stepping_down_never_beats_always_words():
    assert (WAYS[["mirror", "step_down", "always_words"]].max(axis=1) < WAYS["n"]).all()
    assert (WAYS["step_down"] <= WAYS["always_words"]).all()


def test_the_matrix_is_as_the_chapter_says():
    assert FITS.idxmax() == "limited_aims"
    assert (AGAINST.idxmax(), AGAINST.max()) == ("arranged", 7)
    assert (AGAINST == 0).sum() == 4
    apart = (MARKS["limited_aims"] == "fits") & (MARKS["outside_pressure"] == "against")
    assert list(MARKS.index[apart]) == ["S093"]


def test_every_explanation_has_a_row_that_it_would_lead_one_to_expect():
    assert (FITS > 0).all()


@pytest.mark.parametrize("number", [0.625, 0.62, 62.5])
def test_a_share_is_not_the_number_of_hits(number):
    assert cb.check("matches-of-the-mirror", number).label == "share-without-base"


def test_a_text_that_keeps_the_form_goes_to_the_instructor():
    assert cb.check("why-it-stopped", TEXT).state == "for_instructor"


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        (lambda text: text.replace("channels and habit", "good sense", 1), "named in the first sentence: 0"),
        (lambda text: text.replace("habit,", "habit and home audiences,", 1), "named in the first sentence: 2"),
        (without_a_rival, "fits a rival and is silent here"),
        (lambda text: text.replace("channels and habit", "outside pressure", 1), "cites no row that is against it"),
        (lambda text: text.replace("[S100]", "[E098]"), "from the side of Iran"),
        (lambda text: text.replace("change my mind", "be welcome"), "“change my mind”"),
        (lambda text: text.replace("do not show", "lack").replace("cannot say", "wonder"), "what is not known"),
    ],
)
def test_what_a_text_lacks_is_said(change, missing):
    verdict = cb.check("why-it-stopped", change(TEXT))
    assert verdict.state == "not_yet"
    assert missing in verdict.text


def test_who_recoded_the_matrix_is_not_held_to_ours():
    text = without_a_rival(TEXT).replace("escalation", "escalation; I recoded it")
    assert "fits a rival" not in cb.check("why-it-stopped", text).text
