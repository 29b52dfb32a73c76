"""What the pages beside the notebooks say of the crisis rests on a row that they cite, or on a count of the tables."""

import re

import pytest

from casebook.folders import DATA, ROOT
from rules.pages import in_words, loose
from test_documents import figures

# These speak of versions and of runs, and of the days of either.
OF_THE_WORKSHOP = {"CHANGELOG.md", "mutants.md", "performance.md"}
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), DATA / "DATASHEET.md")
    if path.name not in OF_THE_WORKSHOP
}


def without_what_is_computed(page: str) -> str:
    """A page without the sentences that a test of the datasheet counts in the tables."""
    for words, counts in figures().items():
        page = re.sub(r"\s+".join(map(re.escape, words.format(*counts).split())), "", page)
    return page


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_says_nothing_of_the_crisis_that_rests_on_nothing(name):
    assert [in_words(*each) for each in loose(without_what_is_computed(PAGES[name]))] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("On 16 January 2024 Iran struck Koh-e-Sabz in Pakistan (E081).", "On 17 January 2024 Iran struck (E081)."),
        ("On 26 January the ambassadors returned (E111).", "On 26 January the ambassadors returned."),
        ("They were taken from 60 claims.", "They were taken from 61 claims."),
        ("Ten people were reported killed (C151).", "Eleven people were reported killed (C151)."),
    ],
)
def test_a_figure_of_a_page_that_is_wrong_is_found(right, wrong):
    assert [*loose(right)] == []
    assert [*loose(wrong)]
