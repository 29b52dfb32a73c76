"""The claims of the book: every sentence that cites, counts, dates or names is found, with what it rests on."""

import nbformat
import pytest

from casebook.folders import NOTEBOOKS
from casebook.lookup import find, is_key
from prose.claims import BARE, CITES, NEARBY, SHOWN, claims
from prose.reading import figures
from prose.sentences import CITED

CHAPTERS = sorted(path.stem for path in NOTEBOOKS.glob("*.ipynb"))


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_chapter_claims_something_and_every_row_that_it_cites_in_prose_is_among_its_claims(name):
    mine = [each for each in claims() if each.notebook == name]
    cells = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4).cells
    asserted = [line for cell in cells if cell.cell_type == "markdown" for line in cell.source.splitlines()]
    cited = {key for line in asserted if line.startswith("- **We can") for key in CITED.findall(line) if is_key(key)}
    assert mine
    assert cited <= {key for each in mine for key in each.rows}


@pytest.mark.parametrize("standing", [CITES, NEARBY])
def test_a_claim_that_cites_has_rows_and_each_is_there(standing):
    found = [each for each in claims() if each.standing == standing]
    assert found
    assert [each.text for each in found if not each.rows] == []
    assert {find(key)[1].iloc[0] for each in found for key in each.rows} == {key for each in found for key in each.rows}


def test_a_claim_that_cites_nothing_and_has_nothing_beside_it_gives_no_figure():
    assert [each.text for each in claims() if each.standing == BARE and [*figures(each.text)]] == []


def test_few_sentences_name_somebody_and_cite_nothing():
    bare = [each for each in claims() if each.standing == BARE]
    shown = [each for each in claims() if each.standing == SHOWN]
    assert len(bare) < len(claims()) / 30
    assert len(shown) < len(claims()) / 3


def test_no_question_and_no_heading_is_a_claim():
    assert [each.text for each in claims() if each.text.endswith("?") or each.text.startswith(("#", "|"))] == []
