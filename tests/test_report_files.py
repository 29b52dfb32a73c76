"""What people hand in beside notebooks: odd files cost one line, zips are opened with care, nothing is written."""

import errno
import json
import os
import stat
import tracemalloc
import unicodedata
import zipfile

import hypothesis
import pytest
from bs4 import BeautifulSoup
from hypothesis import strategies as st

from casebook.exercise.verdict import RECORD
from casebook.report import collect, words
from casebook.report.course import people
from casebook.report.files import read_all, read_file
from casebook.report.page import MARK, Report, page
from casebook.report.scores import scores
from casebook.report.students import whose
from handed_in import READ, RIGHT, UNREADABLE, hand_in, put, report_on, saved, small, zipped


@pytest.mark.parametrize("path", READ)
def test_odd_files_are_read_all_the_same(path, tmp_path):
    content, state, label = READ[path]
    put(tmp_path, {path: content})
    (person,) = people(read_all(tmp_path))
    assert person.student.name == path.split("/")[0]
    answer = person.answers["ten-and-ten"]
    assert (answer.state, answer.label, answer.origin) == (state, label, "read")
    assert not BeautifulSoup(report_on(tmp_path), "html.parser").find("i")


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


@pytest.mark.parametrize("place", [".ipynb_checkpoints", ".git/Ana", "Ana/.local/share/Trash/files"])
def test_what_lies_in_a_hidden_folder_of_a_zip_is_nobodys(place, tmp_path):
    (tmp_path / "class.zip").write_bytes(zipped(**{"Ana/00": RIGHT, f"{place}/00": RIGHT}))
    assert [file.ours for file in read_all(tmp_path / "class.zip")] == [True, False]


def test_a_link_is_not_followed(tmp_path):
    outside = tmp_path / "outside.ipynb"
    outside.write_bytes(RIGHT)
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "Ana.ipynb").symlink_to(outside)
    (tmp_path / "class" / "all").symlink_to(tmp_path)
    assert [(file.ours, file.remarks) for file in read_all(tmp_path / "class")] == [(False, [words.LINK])] * 2


def test_a_folder_that_cannot_be_opened_gets_one_line(tmp_path, monkeypatch):
    put(tmp_path, {"Ana/00.ipynb": RIGHT, "Ben/00.ipynb": RIGHT})

    def refused(of):
        def opened(place="."):
            if os.fspath(place).endswith("Ben"):
                raise PermissionError(errno.EACCES, "Permission denied", os.fspath(place))
            return of(place)

        return opened

    monkeypatch.setattr(os, "scandir", refused(os.scandir))
    monkeypatch.setattr(os, "listdir", refused(os.listdir))
    ana, ben = read_all(tmp_path)
    assert (ana.ours, ben.path, ben.remarks) == (True, "Ben", [words.NO_ACCESS.format(reason="Permission denied")])


def test_a_folder_with_more_files_than_a_class_has_says_that_some_were_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr(collect, "MOST_FILES", 3)
    put(tmp_path, {f"class/{each}.ipynb": RIGHT for each in range(4)})
    files = read_all(tmp_path / "class")
    assert [file.ours for file in files] == [True, True, True, False]
    assert (files[-1].path, files[-1].remarks) == ("class", [words.TOO_MANY.format(most=3)])


@pytest.mark.parametrize("name", [".", "..", "/", "//"])
def test_what_has_no_name_stops_nothing(name, tmp_path):
    (tmp_path / "class.zip").write_bytes(zipped(**{"Ana/00": RIGHT, name: RIGHT}))
    assert "Ana" in [person.student.name for person in people(read_all(tmp_path / "class.zip"))]


def test_a_name_with_two_dots_leads_nowhere(tmp_path):
    (tmp_path / "class.zip").write_bytes(zipped(**{"Ana J.. 00": RIGHT}))
    assert [file.remarks for file in read_all(tmp_path / "class.zip")] == [[]]


def test_a_zip_that_does_not_say_that_its_names_are_utf_8_keeps_them_all_the_same(tmp_path):
    name, stands_for = "Zoë Ní 00-start-here.ipynb", "Zo~~ N~~ 00-start-here.ipynb"
    packed = zipped(**{stands_for: RIGHT}).replace(stands_for.encode(), name.encode())
    (tmp_path / "class.zip").write_bytes(packed)
    assert [file.path for file in read_all(tmp_path / "class.zip")] == [name]


def test_a_file_that_is_there_twice_is_work_of_two_only_where_there_are_two(tmp_path):
    put(tmp_path, {"Ana/0.ipynb": RIGHT, "Ana/1.ipynb": RIGHT})
    (ana,) = people(read_all(tmp_path))
    assert [file.remarks for file in ana.files] == [[words.SECOND_FILE]] * 2
    put(tmp_path, {"Ben/0.ipynb": RIGHT})
    ana, ben = people(read_all(tmp_path))
    assert all(words.SAME_FILE in file.remarks for file in (*ana.files, *ben.files))


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
        ("2026_11_26_li.ipynb", "2026_11_26_li", "", ""),
        ("2026_1126_1030_li.ipynb", "2026_1126_1030_li", "", ""),
        ("week_1_2_li.ipynb", "week_1_2_li", "", ""),
        ("li-wei/first/00-start-here.ipynb", "li-wei", "", ""),
        ("04-counting-the-dead Li Wei (2).ipynb", "Li Wei", "", ""),
        ("Li Wei - 04.ipynb", "Li Wei", "", ""),
        ("04 group 04 of 12.ipynb", "group 04 of 12", "", ""),
        ("Li_Wei_00-start-here-Copy1.ipynb", "Li_Wei", "", ""),
        ("Li Wei - Copy of 00-start-here.ipynb", "Li Wei", "", ""),
        ("Li Wei - Copia de 00-start-here.ipynb", "Li Wei", "", ""),
        ("00-start-here.ipynb", "00-start-here", "", ""),
    ],
)
def test_a_student_is_known_by_what_platforms_and_people_call_a_file(path, name, canvas, moodle):
    student = whose(path)
    assert (student.name, student.canvas, student.moodle) == (name, canvas, moodle)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Zoë Ní", unicodedata.normalize("NFD", "Zoë Ní"), True),
        ("li-wei", "Li_Wei", True),
        ("José", unicodedata.normalize("NFD", "Jose"), False),
        (unicodedata.normalize("NFD", "José"), "Jose", False),
        ("राम", "रमा", False),
        ("สมชัย", "สมชาย", False),
    ],
)
def test_a_name_is_the_same_with_all_its_marks_however_they_are_kept(one, other, same):
    assert (whose(f"{one}/00.ipynb").key == whose(f"{other}/00.ipynb").key) is same


@pytest.mark.parametrize("naming", ["2026_11_26_{}", "week_1_2_{}", "{}_2026_1126_00", "class/{}/00"])
@pytest.mark.parametrize("beside", [{}, {"00-start-here.ipynb": RIGHT}, {"class/00-start-here.ipynb": RIGHT}])
def test_two_students_are_two_whatever_they_put_in_front_and_whatever_lies_beside(naming, beside, tmp_path):
    put(tmp_path, beside | {f"{naming.format(name)}.ipynb": RIGHT for name in ("ana", "bob")})
    found = [person.student.name for person in people(read_all(tmp_path))]
    for name in ("ana", "bob"):
        assert len([each for each in found if name in each]) == 1
    assert len(found) == 2 + len(beside)


def test_a_class_with_a_huge_file_needs_little_memory(tmp_path):
    hand_in(tmp_path, 30)
    put(tmp_path, {"Huge/00.ipynb": READ["Huge/00.ipynb"][0]})
    tracemalloc.start()
    report_on(tmp_path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 200 * collect.MEGABYTE
