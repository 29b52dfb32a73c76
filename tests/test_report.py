"""The report on a class: every number on the page is that of a plain recount, and nothing of a student's is markup."""

import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup

from answers import ALL, BY_HAND
from casebook.exercise import messages
from casebook.report import words
from handed_in import EVIL, UNREADABLE, hand_in, put, report_on

SIZE = 120
COUNT = re.compile(r"^(.+): (\d+) of (\d+)$")


def words_in(tag) -> str:
    return " ".join(tag.get_text().split())


@pytest.fixture(scope="module")
def ledger_and_page(tmp_path_factory):
    """A class of 120 with odd files beside it: what was put in, and the page."""
    folder = tmp_path_factory.mktemp("class")
    ledger = hand_in(folder, SIZE)
    put(folder, {path: content for path, (content, _) in UNREADABLE.items()})
    return ledger, BeautifulSoup(report_on(folder), "html.parser")


@pytest.fixture(scope="module")
def recount(ledger_and_page):
    """How many students of the ledger have each state, and each misreading, of an exercise."""
    ledger, _ = ledger_and_page
    asked = [key for key in ALL if any(key == each for _, each in ledger.given)]
    states = {
        key: Counter(ledger.given.get((who, key), ("unanswered",))[0] for who in ledger.students) for key in asked
    }
    misread = {key: Counter() for key in asked}
    for (_, key), (state, label) in ledger.given.items():
        misread[key] += Counter([label] if state == "misreading" else [])
    return states, misread


def test_the_class_is_of_every_kind(recount):
    states, _ = recount
    assert {state for each in states.values() for state in each} >= set(messages.STATES) - {"nearly", "uncheckable"}


def test_the_table_counts_every_state_of_every_exercise(ledger_and_page, recount):
    _, soup = ledger_and_page
    states, _ = recount
    rows = soup.find("h2", id="glance").find_next("tbody").find_all("tr")
    shown = {row.th.a.get_text(): [int(cell.get_text()) for cell in row.find_all(class_="count")] for row in rows}
    assert shown == {key: [each[state] for state in words.GROUPS] for key, each in states.items()}
    assert {sum(each) for each in shown.values()} == {SIZE}


def test_the_bars_are_as_long_as_the_numbers_say(ledger_and_page, recount):
    _, soup = ledger_and_page
    states, _ = recount
    for key, counts in states.items():
        pieces = soup.find("th", string=None, class_="key").find_parent("tbody").find("a", href=f"#{key}")
        spans = pieces.find_parent("tr").find(class_="bar").find_all("span")
        drawn = {span["class"][0]: int(re.search(r"flex: (\d+) ", span["style"])[1]) for span in spans}
        assert drawn == {state: counts[state] for state in words.GROUPS if counts[state]}


def section(soup: BeautifulSoup, key: str):
    return soup.find("h3", id=key).find_parent("section")


def test_each_exercise_lists_its_misreadings_the_commonest_first(ledger_and_page, recount):
    _, soup = ledger_and_page
    _, misread = recount
    for key, counts in misread.items():
        heads = [COUNT.match(words_in(head)).groups() for head in section(soup, key).find_all("h4") if ":" in head.text
                 and " of " in head.text]  # fmt: skip
        named = [(label, int(count)) for label, count, _ in heads if label not in words.GROUPS.values()]
        assert dict(named) == {label.replace("-", " "): count for label, count in counts.items()}
        assert [count for _, count in named] == sorted(counts.values(), reverse=True)
        assert {everybody for _, _, everybody in heads} <= {str(SIZE)}


def test_the_two_commonest_come_with_a_question_for_the_board(ledger_and_page, recount):
    _, soup = ledger_and_page
    _, misread = recount
    for key, counts in misread.items():
        boards = section(soup, key).find_all(class_="board")
        assert len(boards) == min(2, len(counts))
        assert all("For the board." in words_in(board) and "?" in words_in(board) for board in boards)


def test_names_stand_under_a_heading_that_counts_them(ledger_and_page):
    _, soup = ledger_and_page
    for head in soup.select("section h4"):
        if found := COUNT.match(words_in(head)):
            names = head.find_next("span", class_="name").find_parent("p").find_all("span", class_="name")
            assert len(names) == int(found[2])


def test_the_sentences_count_as_the_table_does(ledger_and_page, recount):
    _, soup = ledger_and_page
    states, misread = recount
    for key, counts in states.items():
        said = words_in(section(soup, key).find("p", class_="quiet"))
        assert said == " · ".join(
            f"{group}: {counts[state]} of {SIZE}" for state, group in words.GROUPS.items() if counts[state]
        )
    commonest = [
        int(re.search(r": (\d+) of", words_in(line))[1]) for line in soup.find(id="common").find_next("ol")("li")
    ]
    two = sorted((count for each in misread.values() for _, count in each.most_common(2)), reverse=True)
    assert commonest == two[:5]


def test_the_head_counts_students_files_and_verdicts(ledger_and_page):
    ledger, soup = ledger_and_page
    head = words_in(soup.header)
    assert f"{SIZE} students, {ledger.files + len(UNREADABLE)} files, of which {len(UNREADABLE)} are" in head
    assert f"Verdicts here: {len(ledger.given):,} read from the file, 0 run again." in head
    rows = soup.find("h2", id="files").find_next("tbody").find_all("tr")
    read, again = zip(*([int(cell.get_text()) for cell in row.find_all(class_="count")] for row in rows), strict=True)
    assert (len(rows), sum(read), sum(again)) == (ledger.files + len(UNREADABLE), len(ledger.given), 0)


def test_every_text_is_there_to_read_with_its_rubric(ledger_and_page, recount):
    ledger, soup = ledger_and_page
    states, _ = recount
    for key in set(BY_HAND) & set(states):
        part = section(soup, key)
        written = SIZE - states[key]["unanswered"]
        assert len(part.find_all(class_="text")) == written
        assert f"To read: {written}" in part.get_text()
        codes = {code.get_text(): words_in(code.find_next("dd")) for code in part.find_all("dt")}
        assert codes.keys() == ALL[key].kind.rubric.keys()
    assert any(EVIL in text.get_text() for text in soup.find_all(class_="text"))
    assert ledger.students


def test_the_page_has_no_number_but_those(ledger_and_page):
    """What is left, when everything that was recounted is taken out, has no figure in it."""
    _, soup = ledger_and_page
    left = BeautifulSoup(str(soup), "html.parser")
    counted = ".count, .name, .alias, .text, h4, header, #common ~ ol, section p, .rubric, caption, title, style"
    for tag in left.select(counted):
        tag.decompose()
    assert re.findall(r"(?<!Chapter )\b\d+\b", re.sub(r"\b\d\d (?=[a-z])", "", left.get_text())) == []


def test_nothing_from_students_is_markup_and_no_script_can_run(ledger_and_page):
    _, soup = ledger_and_page
    assert soup.find_all(["script", "img", "iframe", "link", "object", "b"]) == []
    assert soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"].startswith(
        "default-src 'none'"
    )
    assert [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)] == []


def test_students_stand_in_the_order_of_their_names_and_without_a_score(ledger_and_page):
    _, soup = ledger_and_page
    assert "score" not in words_in(soup.find("h2", id="glance").find_next("table"))
    for part in soup.find_all("section"):
        for people_of in part.find_all("p", class_="quiet"):
            names = [name.get_text() for name in people_of.find_all(class_="name")]
            assert names == sorted(names, key=str.casefold)


def test_every_name_has_a_number_of_its_own_to_stand_for_it(ledger_and_page):
    _, soup = ledger_and_page
    pairs = {(name.get_text(), name.find_next_sibling(class_="alias").get_text()) for name in soup.select(".name")}
    assert len({name for name, _ in pairs}) == len({alias for _, alias in pairs}) == len(pairs)
