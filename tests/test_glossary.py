"""The glossary: every word of it is explained in the book, and no word of the trade is used before that."""

import re
from html import unescape

import pytest

import casebook as cb
from casebook import agreement
from casebook.datapackage import UnknownTableError, table
from casebook.folders import DATA
from casebook.glossary import Place, prose, terms

TERMS = list(terms().values())
STANDARDS = [(DATA / name).read_text(encoding="utf-8") for name in ("CODEBOOK.md", "DATASHEET.md")]
STANDARDS = " ".join(" ".join([*STANDARDS, agreement.alpha.__doc__]).split())


def steps() -> dict[Place, tuple[str, int]]:
    """The step of its notebook that each text belongs to; a cell that opens a step is of that step."""
    found, opened = {}, {}
    for place, text in prose():
        opened[place.notebook] = opened.get(place.notebook, 0) + len(re.findall(r"^## ", text, re.MULTILINE))
        found[place] = (place.notebook, opened[place.notebook])
    return found


@pytest.mark.parametrize("each", TERMS, ids=lambda each: each.term)
def test_a_word_is_marked_where_it_is_explained(each):
    assert each.introduced.cell > 1


@pytest.mark.parametrize("each", [each for each in TERMS if not each.ordinary], ids=lambda each: each.term)
def test_a_word_of_the_trade_is_not_used_before_the_step_that_explains_it(each):
    at = steps()
    used = [place for place, text in prose() if place.cell > 1 and each.is_in(re.sub(r"`[^`]*`", "", text))]
    assert min((at[place] for place in used), default=at[each.introduced]) >= at[each.introduced]


@pytest.mark.parametrize("each", [each for each in TERMS if each.column], ids=lambda each: each.term)
def test_the_column_of_a_word_is_in_the_tables(each):
    name, column = each.column.split(".")
    assert column in table(name)


@pytest.mark.parametrize("standard", sorted({name for each in TERMS for name in each.follows}))
def test_a_standard_is_one_that_the_codebook_the_datasheet_or_the_package_names(standard):
    assert standard in STANDARDS


@pytest.mark.parametrize("each", TERMS, ids=lambda each: each.term)
def test_about_answers_for_every_word_in_html_and_in_the_same_words_as_text(each):
    shown = cb.about(each.term.capitalize())
    assert shown is each
    assert set(re.findall(r"\w+", shown.text)) <= set(re.findall(r"\w+", unescape(shown.html)))


def test_a_word_that_is_not_there_is_answered_with_the_nearest():
    with pytest.raises(UnknownTableError, match=r"not a table or a word of the glossary\. Nearest: reporter"):
        cb.about("reportre")
    with pytest.raises(UnknownTableError):
        cb.about(None)


def test_a_table_of_the_same_name_is_answered_first():
    assert {each.term for each in TERMS}.isdisjoint({*cb.evidence()["table"]})
    assert cb.about("casualties").rows == len(cb.casualties())
