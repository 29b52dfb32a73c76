"""What the session plans say of the crisis rests on a row, on their notebook or on a count; pencils may be counted."""

import re
from functools import cache

import pandas as pd
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

import casebook as cb
from casebook.folders import NOTEBOOKS
from prose.beside import Shown
from prose.nouns import counted
from prose.reading import UNITS, Day, Figure, is_among
from prose.resting import resting
from prose.sentences import CITED, Sentence
from rules.pages import in_words, of_the_crisis
from rules.pair import NAMES, load

PLANS = (NOTEBOOKS / "instructor" / "SESSION-PLANS.md").read_text(encoding="utf-8")
CHAPTERS = dict(re.findall(r"^## (\d\d) · (.*?)(?=^## |\Z)", PLANS, re.MULTILINE | re.DOTALL))
# Whatever it counts, a larger number is none of a class and its paper.
MORE_THAN_PENCILS = 12


@cache
def said_in(name: str) -> Shown:
    """What the text and the outputs of a notebook for instructors say, line by line."""
    notebook = load(name).instructor
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    texts = [cell.source for cell in notebook.cells] + [each.get("text", "") for each in outputs]
    return Shown("\n".join([*texts, *(each.get("data", {}).get("text/plain", "") for each in outputs)]))


def resting_on_nothing(name: str, plan: str) -> list[str]:
    """The figures of a plan that neither a row nor its notebook gives of the same thing."""
    return [
        in_words(sentence, figure)
        for sentence, found in resting(new_notebook(cells=[new_markdown_cell(plan)]))
        for figure, carrying in found
        if (of_the_crisis(sentence, figure) or figure.value > MORE_THAN_PENCILS)
        and not carrying
        and not is_said(name, sentence, figure)
    ]


def is_said(name: str, sentence: Sentence, figure: Figure) -> bool:
    """Whether the notebook gives a figure of the same thing; a date with a row of its own rests on that."""
    carried = said_in(name).carries(sentence.words, counted(sentence.words, figure))
    return is_among(figure.value, carried) and not (isinstance(figure.value, Day) and CITED.search(sentence.text))


def computed() -> list[str]:
    """What plans count beyond their notebooks, with the counts of the tables."""
    reports, events, claims, evidence = cb.casualties(), cb.events(), cb.claims(), cb.evidence()
    killed = reports[(reports["event_id"] == "E092") & (reports["measure"] == "killed")]
    nine, ten = killed[killed["count_low"] == 9], killed[killed["count_low"] == 10]
    against = evidence.loc[(evidence["table"] == "claims") & (evidence["relation"] == "contradicts"), "row_id"]
    differing = claims.loc[claims["verdict"] == "differs", "claim_id"]
    days = pd.date_range(*(events.set_index("event_id").at[key, "date"] for key in ("E081", "E116")))
    quiet = [str(day.day) for day in days.difference(events["date"])]
    return [
        f"Nine stands in {len(nine)} rows, ten in {len(ten)}. What would it take for {len(nine)} to mean more than",
        f"{UNITS[nine['echo_of'].count()].title()} of the {UNITS[len(nine)]} only repeat another row, "
        f"{['none', 'one'][ten['echo_of'].count()]} of the {UNITS[len(ten)]} does",
        f"as it does against {UNITS[against.nunique() - len(differing)]} others",
        f"No row begins on {', '.join(quiet[:-1])} or {quiet[-1]} January",
        f"For the {quiet[-2]}th and {quiet[-1]}th the tables are empty",
        f"*“{UNITS[len(days) - 1].title()} days or {UNITS[len(days)]}?”* From {days[0].day} to {days[-1].day} January: "
        f"{UNITS[len(days) - 1]} apart, {UNITS[len(days)]} on the calendar",
    ]


@pytest.mark.parametrize("words", computed())
def test_what_a_plan_counts_beyond_its_notebook_is_counted(words):
    assert words in PLANS


@pytest.mark.parametrize("name", NAMES)
def test_what_a_plan_says_of_the_crisis_rests_on_a_row_or_is_in_its_notebook(name):
    plan = re.sub(
        r"^\|.*$|^\*\*\d+-minute cut.*$|^\*.+$|^(?:At|For) home: .*$", "", CHAPTERS[name[:2]], flags=re.MULTILINE
    )
    for words in computed():
        plan = plan.replace(words, "")
    assert resting_on_nothing(name, plan) == []


@pytest.mark.parametrize("wrong", ["Iran struck on 18 January (E081).", "It makes 61 claims.", "4711 is a number."])
def test_a_figure_of_a_plan_that_is_nowhere_is_found(wrong):
    assert resting_on_nothing("00-start-here", wrong)


def test_the_rows_that_span_days_are_those_on_the_board_of_the_second_plan():
    events = cb.events()
    fortnight = events[events["date"].between("2024-01-16", "2024-01-29") & (events["date_end"] > events["date"])]
    (board,) = re.findall(r"Five rows of the fortnight span more than one date: (.+?)\.", CHAPTERS["02"])
    assert CITED.findall(board) == sorted(fortnight["event_id"])


def test_the_verdicts_on_the_board_of_the_first_chapter_are_counted():
    verdicts = cb.claims()["verdict"].value_counts()
    assert f"“{verdicts['consistent']} of {verdicts.sum()} claims are coded consistent.”" in CHAPTERS["01"]
