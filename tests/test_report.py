"""The report on a class: every number is that of a plain recount, odd files cost one line, nothing is run."""

import csv
import io
import json
import os
import re
import stat
import tracemalloc
import zipfile
from collections import Counter

import hypothesis
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from hypothesis import strategies as st
from nbformat import v4

from answers import ALL, BY_HAND
from casebook.cli import main
from casebook.exercise import messages
from casebook.exercise.verdict import RECORD, SCORES
from casebook.report import collect, words
from casebook.report.course import people
from casebook.report.files import read_all, read_file
from casebook.report.page import MARK, Report, page
from casebook.report.scores import scores
from casebook.report.students import whose
from handed_in import EVIL, READ, RIGHT, UNREADABLE, hand_in, saved, small, zipped

SIZE = 120
COUNT = re.compile(r"^(.+): (\d+) of (\d+)$")


def put(folder, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def soup_of(folder) -> BeautifulSoup:
    files = read_all(folder)
    return BeautifulSoup(page(Report(folder.name, files, people(files), words.ONLY_READ)), "html.parser")


def words_in(tag) -> str:
    return " ".join(tag.get_text().split())


@pytest.fixture(scope="module")
def ledger_and_page(tmp_path_factory):
    """A class of 120 with odd files beside it: what was put in, and the page."""
    folder = tmp_path_factory.mktemp("class")
    ledger = hand_in(folder, SIZE)
    put(folder, {path: content for path, (content, _) in UNREADABLE.items()})
    return ledger, soup_of(folder)


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


@pytest.mark.parametrize("path", READ)
def test_odd_files_are_read_all_the_same(path, tmp_path):
    content, state, label = READ[path]
    put(tmp_path, {path: content})
    (person,) = people(read_all(tmp_path))
    assert person.student.name == path.split("/")[0]
    answer = person.answers["ten-and-ten"]
    assert (answer.state, answer.label, answer.origin) == (state, label, "read")
    assert not soup_of(tmp_path).find("i")


@pytest.mark.parametrize("path", UNREADABLE)
def test_a_file_that_is_no_notebook_gets_one_line(path, tmp_path):
    content, said = UNREADABLE[path]
    put(tmp_path, {path: content, "Ana/00.ipynb": RIGHT})
    (odd,) = (file for file in read_all(tmp_path) if not file.ours)
    assert odd.path.startswith(path)
    assert len(odd.remarks) == 1
    assert said in odd.remarks[0]


def test_a_file_beyond_the_largest_is_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(collect, "LARGEST", 1000)
    put(tmp_path, {"Ana/00.ipynb": RIGHT + b" " * 2000, "b.zip": zipped(Ben__00=RIGHT + b" " * 2000)})
    assert [file.remarks for file in read_all(tmp_path)] == [["0 MB, and 0 MB is the most that is read. Ask for it "
                                                              "without its outputs."]] * 2  # fmt: skip


def test_a_hidden_folder_is_one_line_whatever_is_in_it(tmp_path):
    put(tmp_path, {f"Ana/.ipynb_checkpoints/{each}.ipynb": RIGHT for each in range(9)} | {"Ana/00.ipynb": RIGHT})
    assert [(file.path, file.ours, file.remarks) for file in read_all(tmp_path)] == [
        ("Ana/.ipynb_checkpoints", False, [words.HIDDEN]),
        ("Ana/00.ipynb", True, []),
    ]


def test_a_link_is_not_followed(tmp_path):
    outside = tmp_path / "outside.ipynb"
    outside.write_bytes(RIGHT)
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "Ana.ipynb").symlink_to(outside)
    (tmp_path / "class" / "all").symlink_to(tmp_path)
    assert [(file.ours, file.remarks) for file in read_all(tmp_path / "class")] == [(False, [words.LINK])] * 2


def test_a_path_out_of_a_zip_is_read_and_nothing_is_written(tmp_path):
    archive = tmp_path / "class.zip"
    link = zipfile.ZipInfo("Ben/link.ipynb")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(archive, "w") as target:
        target.writestr("../../Ana/00.ipynb", RIGHT)
        target.writestr(link, "/etc/passwd")
    files = read_all(archive)
    assert [(file.path, file.remarks) for file in files] == [
        ("Ana/00.ipynb", [words.LEADS_OUT]),
        ("Ben/link.ipynb", [words.LINK]),
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["class.zip"]


def test_a_bomb_is_left_after_what_a_class_can_fill(tmp_path, monkeypatch):
    monkeypatch.setattr(collect, "MOST_UNPACKED", 3_000_000)
    archive = tmp_path / "class.zip"
    archive.write_bytes(zipped(Ana__00=RIGHT, **{f"zeros{each}": b"\0" * 1_000_000 for each in range(40)}))
    files = read_all(archive)
    assert files[0].ours
    assert len(files) < 6
    assert files[-1].remarks == [words.BOMB]


def test_zips_are_opened_to_a_depth_and_no_further(tmp_path):
    content = RIGHT
    for _ in range(5):
        content = zipped(**{"inner.zip" if content != RIGHT else "Ana": content})
    (tmp_path / "class.zip").write_bytes(content)
    assert [file.remarks for file in read_all(tmp_path / "class.zip")] == [[words.TOO_DEEP]]


def test_a_later_file_of_a_student_counts_and_an_answer_goes_before_none(tmp_path):
    first, last = (saved(small("ten-and-ten", state)) for state in ("not_yet", "unanswered"))
    put(tmp_path, {"Ana/0.ipynb": last, "Ana/1.ipynb": first, "Ana/2.ipynb": RIGHT, "Ben/1.ipynb": RIGHT})
    os.utime(tmp_path / "Ana" / "1.ipynb", (1, 1))
    ana, _ = people(read_all(tmp_path))
    assert ana.answers["ten-and-ten"].state == "right"
    assert all(words.SECOND_FILE in file.remarks for file in ana.files)


def test_half_a_character_in_a_name_or_a_text_stops_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    halved = small("say-who-says", "not_yet")
    halved["cells"].insert(0, v4.new_code_cell('letter = "half \ud800"'))
    put(tmp_path, {"class/Ana/00.ipynb": saved(halved), os.fsdecode(b"class/Ren\xe9/00.ipynb"): RIGHT})
    done = CliRunner().invoke(main, ["report", "class", "--csv", "scores.csv"])
    assert "2 students, 2 files." in done.output.splitlines()
    assert "half ?" in (tmp_path / "report.html").read_text(encoding="utf-8")


NAMES = ["cells", "worksheets", "cell_type", "source", "input", "outputs", "data", "text/plain", "text/html", RECORD]
NAMES += ["exercise", "state", "label", "execution_count", "metadata"]
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
LEAVES |= st.sampled_from(
    ["code", "ten-and-ten", "right", "Right [ten-and-ten]", 'cb.check("say-who-says", x)', "x = '"]
)
ANYTHING = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
)


@hypothesis.given(st.lists(ANYTHING, max_size=4))
def test_whatever_stands_in_a_notebook_is_read_or_refused_in_words(cells):
    cells = [{"cell_type": "code", "source": 'cb.check("ten-and-ten", x)', "outputs": cells}, *cells]
    content = json.dumps({"cells": cells}).encode()
    file = read_file(collect.Found("Ana.ipynb", 0, content), keep_cells=True)
    assert file.ours
    files = [file, read_file(collect.Found("Ben.ipynb", 0, content[:-9]), keep_cells=True)]
    assert files[1].remarks == [words.BREAKS_OFF]
    assert page(Report("class", files, people(files), words.ONLY_READ)).startswith(MARK)
    assert scores(people(files)).startswith("Student,")


@pytest.mark.parametrize(
    ("path", "name", "canvas", "moodle"),
    [
        ("Zoë Ní Bhriain_31_assignsubmission_file_/00-start-here.ipynb", "Zoë Ní Bhriain", "", "Participant 31"),
        ("Li Wei_31_assignsubmission_file_00-start-here.ipynb", "Li Wei", "", "Participant 31"),
        ("weili_LATE_552_80991_00-start-here-2.ipynb", "weili", "552", ""),
        ("li-wei/first/00-start-here.ipynb", "li-wei", "", ""),
        ("04-counting-the-dead Li Wei (2).ipynb", "Li Wei", "", ""),
        ("Li Wei - 04.ipynb", "Li Wei", "", ""),
        ("Li_Wei_00-start-here-Copy1.ipynb", "Li_Wei", "", ""),
        ("00-start-here.ipynb", "00-start-here", "", ""),
    ],
)
def test_a_student_is_known_by_what_platforms_and_people_call_a_file(path, name, canvas, moodle):
    student = whose(path)
    assert (student.name, student.canvas, student.moodle) == (name, canvas, moodle)


def test_the_table_of_scores_is_that_of_the_checks(ledger_and_page, tmp_path):
    ledger = hand_in(tmp_path, 12)
    rows = list(csv.DictReader(io.StringIO(scores(people(read_all(tmp_path))))))
    assert len(rows) == 12
    asked = {key for _, key in ledger.given}
    total = Counter()
    for (_, key), (state, _) in ledger.given.items():
        total["04" if key != "say-who-says" and "number-given" not in key and "ten" not in key else "00"] += (
            0 if key in BY_HAND else SCORES.get(state, 0.0)
        )
    assert {number: sum(float(row[f"{number} score"]) for row in rows) for number in ("00", "04")} == total
    assert {row["04 out of"] for row in rows} == {str(len([key for key in asked if key not in BY_HAND]) - 2)}
    assert {row["ID"] for row in rows} - {""}
    assert {row["Identifier"] for row in rows} - {""}


def test_a_name_cannot_become_a_formula(tmp_path):
    put(tmp_path, {"=HYPERLINK(1)/00.ipynb": RIGHT, "Ana/00.ipynb": RIGHT})
    rows = list(csv.reader(io.StringIO(scores(people(read_all(tmp_path))))))
    assert [row[0] for row in rows[1:]] == ["'=HYPERLINK(1)", "Ana"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere"], "There is no nowhere: a folder or a zip with the notebooks of a class is wanted."),
        (["one.ipynb"], "one.ipynb is one file: a folder or a zip with the notebooks of a class is wanted."),
        (["empty"], "Nothing is in empty: a folder or a zip with the notebooks of a class is wanted."),
        (["class", "--out", "one.ipynb"], "one.ipynb should end in .html, for example one.html."),
        (["class", "--out", "mine.html"], "mine.html is there already and is no report of the casebook: give another "
                                          "name."),
        (["class", "--csv", "no/such.csv"], "no/such.csv cannot be written: there is no such folder. Give another "
                                            "place."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_sentence(arguments, sentence, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"class/Ana/00.ipynb": RIGHT, "one.ipynb": RIGHT, "mine.html": b"<p>my own"})
    (tmp_path / "empty").mkdir()
    done = CliRunner().invoke(main, ["report", *arguments])
    assert done.exit_code == 1
    assert done.output.splitlines()[-1] == f"casebook: {sentence}"
    assert (tmp_path / "mine.html").read_bytes() == b"<p>my own"


def test_the_command_writes_a_page_and_a_table_and_writes_them_again(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {"class/Ana/00.ipynb": RIGHT})
    for _ in range(2):
        done = CliRunner().invoke(main, ["report", "class", "--csv", "scores.csv"])
        assert done.output.splitlines()[1:] == ["1 student, 1 file.", "Written: report.html", "Written: scores.csv"]
        assert done.exit_code == 0
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith(MARK)


def test_a_class_with_a_huge_file_needs_little_memory(tmp_path):
    hand_in(tmp_path, 30)
    put(tmp_path, {"Huge/00.ipynb": READ["Huge/00.ipynb"][0]})
    tracemalloc.start()
    soup_of(tmp_path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 200 * collect.MEGABYTE
