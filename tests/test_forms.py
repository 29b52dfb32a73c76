"""What the form checks of a text see, and what they leave to the instructor."""

from time import perf_counter

import pytest

from answers import ALL
from casebook.datapackage import table
from casebook.exercise import messages
from casebook.exercise.exercise import Exercise
from casebook.exercise.form import (
    ADay,
    Avoids,
    Begins,
    BothSides,
    Cites,
    Differ,
    EachSentence,
    Figures,
    FormCheck,
    Independent,
    OnlyRows,
    Says,
    Soft,
)
from casebook.exercise.form.draft import Draft, citations
from casebook.exercise.judging import judge
from casebook.exercise.kinds import Prose
from casebook.exercise.kinds.prose import MOST_CITED
from casebook.tables import casualties

TWO_REPORTS = Cites(2, "Two reports, please.", tables=("casualties",))
A_FIGURE = Cites(1, "One with a figure.", when=lambda cells: cells["count_low"] > 9)
ONE_OF_TWO = Cites(1, "One of the two.", among=("C151", "C175"))
OF_THE_STRIKE = OnlyRows("casualties", lambda cells: cells["event_id"] == "E092", "Not of this strike: {rows}.")
MORE_THAN_ONE_VOICE = Differ("casualties", "reporter_id", "All from one reporter.")
ATTRIBUTED = EachSentence(("said", "announced"), "S", "Who {word} it?")
MARKED = Begins("What we do not know", "Say what is not known.")

CASES = [
    # check, text that has it, text that lacks it, words that come back
    (TWO_REPORTS, "Nine [C142], ten [C151].", "Ten [C151], ten [c151], a strike [E092].", "Two reports, please."),
    (A_FIGURE, "Ten [C151].", "No figure [C130]; a strike [E092].", "One with a figure."),
    (ONE_OF_TWO, "Ten [C175].", "Nine [C142].", "One of the two."),
    (OF_THE_STRIKE, "Nine [C142]; a statement [S098].", "Nine [C142], two [C122].", "Not of this strike: [C122]."),
    (MORE_THAN_ONE_VOICE, "Ten [C151], none [C130].", "Ten [C151], and before [C140].", "All from one reporter."),
    (MORE_THAN_ONE_VOICE, "Ten [C151].", "Nobody is named [C175], nor here [C214].", "All from one reporter."),
    (Says(("according to", "said"), "No verb."), "A ministry said so.", "A ministry, aforesaid.", "No verb."),
    (Says(("may", "might"), "Twice.", least=2), "It may, it MIGHT.", "It may.", "Twice."),
    (Avoids(("terrorist-", "regime")), "The “terrorists” of its statement.", "The terrorists’ base.", "“terrorists”"),
    (Avoids(("regime",)), 'A "regime", in its words. Regimes differ.', "The Regime said.", "“regime”"),
    (ADay(), "On Thursday it was said.", "It was said.", messages.A_DAY),
    (ATTRIBUTED, "Iran said so [S098]. It is far.", "Iran said so. Pakistan did [S102].", "Who said it?"),
    (ATTRIBUTED, "Dr. Khan said, at 4.30 a.m., so [S098].", "He announced it [E092].", "Who announced it?"),
    (MARKED, "Ten.\n\n**What we do not know** is who.", "Ten. What we do not know is who.", "Say what is not known."),
    (Figures(), "Ten people [C151] on 18 January 2024, in two strikes.", "Eleven people [C151].", "Eleven"),
    (Figures(), "One of the reports gives 9 [C142].", "9 [C151]", "9"),
    (Figures(), "One official and one agency say 9 [C142].", "One person, says one official [C142].", "One"),
    (Figures(), "One recommendation, one step, one copy of 9 [C142].", "One man [C142].", "One"),
    (BothSides(), "Ten [C151]; no figure [C130].", "Ten [C151].", "Pakistan"),
    (BothSides(), "Its statement [S098] and theirs [C130].", "A strike [E092].", "Iran or of Pakistan"),
]


@pytest.mark.parametrize(("check", "has", "lacks", "words"), CASES)
def test_a_form_check_is_content_or_says_what_is_missing(check, has, lacks, words):
    assert check(Draft(has)) is None
    assert words in check(Draft(lacks))


def test_a_report_and_its_echo_count_as_one():
    rows = casualties()
    echo = rows[rows["echo_of"].notna()].iloc[0]
    stranger = rows[rows["echo_of"].isna() & (rows["report_id"] != echo["echo_of"])].iloc[0]["report_id"]
    pair = f"[{echo['report_id']}] [{echo['echo_of']}]"
    assert f"[{echo['report_id']}]" in Independent(2)(Draft(pair))
    assert Independent(2)(Draft(f"{pair} [{stranger}]")) is None
    assert Independent(1)(Draft(pair)) is None


def test_citations_are_ids_in_square_brackets_and_nothing_else():
    text = "Ten [C151, c140; s01], “[sic]”, [1], [E999], [seed-article], [a-b], C142 and [C15]."
    assert citations(text) == ["C151", "c140", "s01", "E999", "seed-article", "C15"]
    draft = Draft(text)
    assert [row.key for row in draft.rows] == ["C151", "C140", "s01", "seed-article"]
    assert draft.unknown == ["E999", "C15"]


def test_an_id_in_round_brackets_alone_is_no_citation_and_is_said_to_be_none():
    text = "It struck (E081). Another struck (e092, of the 18th) [E092]. Ten (C999) of the group (BLA) at s01 (s01)."
    assert Draft(text).in_round_brackets == ["E081", "s01"]
    told = messages.ROUND_BRACKETS.format(rows="E081, s01", first="E081")
    assert Prose(words=(1, 40), checks=[]).remarks(Draft(text)) == [told]
    assert Prose(words=(1, 40), checks=[]).remarks(Draft("It struck [E081].")) == []


def test_words_are_counted_without_citations():
    assert Draft("Ten people [C151], says Iran's ministry; 4.30 a.m. [E092].").length == 7


def test_a_check_that_says_nothing_is_a_mistake_of_its_author():
    with pytest.raises(TypeError, match="FormCheck does not say"):
        FormCheck()(Draft(""))


EXERCISE = Exercise(
    key="a-text",
    asks="",
    kind=Prose((4, 12), [TWO_REPORTS, Soft(ADay())], {"R1": "a figure without its reporter"}, own=("C9",)),
    hints=["a hint", "worked"],
    minutes=1,
)


def points(text: str, head: str) -> list[str]:
    return [point for part in judge(EXERCISE, text).parts if part.head == head for point in part.points]


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Ten [C151], nine [C142].", messages.LENGTH.format(length=2, least=4, most=12)),
        ("One two three four five six seven eight nine ten eleven twelve thirteen [C151] [C142].", "Wanted: 4 to 12."),
        ("Ten says one, nine the other [C151] [C142] [E999].", "[E999]"),
        ("Ten says one, nine says the other [C151].", "Two reports, please."),
    ],
    ids=["too short", "too long", "a row that is not there", "what a check looks for"],
)
def test_a_text_whose_form_is_incomplete_waits_and_is_told_why(text, lacking):
    verdict = judge(EXERCISE, text)
    assert (verdict.state, verdict.score) == ("not_yet", 0.0)
    assert lacking in " ".join(points(text, messages.MISSING_HEAD))
    assert points(text, messages.RUBRIC_HEAD) == ["R1: a figure without its reporter"]


TEXTS = [key for key, exercise in ALL.items() if isinstance(exercise.kind, Prose)]


@pytest.mark.parametrize("rows", ["events", "statements", "casualties", "claims", "facts", "passages"])
@pytest.mark.parametrize("key", TEXTS)
def test_any_row_of_the_tables_can_be_cited_in_any_text(key, rows):
    ids = table(rows).iloc[:, 0]
    for start in range(0, len(ids), MOST_CITED):
        text = "Somebody said so " + " ".join(f"[{each}]" for each in ids[start : start + MOST_CITED])
        assert judge(ALL[key], text).state == "not_yet"


def test_a_complete_text_goes_to_the_instructor_with_its_rows_and_a_second_look():
    text = "Ten says one, nine the other [C151] [C142]; our own row says three [C901]."
    verdict = judge(EXERCISE, text)
    assert (verdict.state, verdict.score, verdict.points(3)) == ("for_instructor", None, 0)
    assert points(text, messages.MISSING_HEAD) == []
    assert points(text, messages.REMARKS_HEAD) == [messages.A_DAY]
    assert [row.key for row in verdict.rows_in_words] == ["C151", "C142"]
    assert messages.FORM_ONLY in verdict.text


@pytest.mark.parametrize(
    "text",
    ["[1]" * 6600, "".join(f"[C{n:03}]" for n in range(1000)), "[x-1]" * 3900, "“" * 19_999, "A. " * 6000, "a" * 10**6],
    ids=["numbers in brackets", "every id", "words in brackets", "quotation marks", "full stops", "a letter"],
)
def test_a_text_of_any_make_is_read_at_once(text):
    began = perf_counter()
    assert judge(EXERCISE, text).state in ("not_yet", "uncheckable")
    assert perf_counter() - began < 5
