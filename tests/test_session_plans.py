"""The session plans keep time, name what exists, and hold to the notebooks, the exercises and the tables."""

import re

import pytest

import casebook as cb
from casebook.exercise.register import of_chapter
from casebook.folders import NOTEBOOKS
from casebook.lookup import evidence_of, find
from prose.sentences import CITED, CODE
from rules.minutes import head, steps
from rules.pair import NAMES, load

PLANS = (NOTEBOOKS / "instructor" / "SESSION-PLANS.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PLANS, re.MULTILINE | re.DOTALL))
CHAPTERS = {title[:2]: text for title, text in SECTIONS.items() if re.match(r"\d\d · ", title)}
SESSION = 75
EXERCISES = {each.key: each for name in NAMES for each in of_chapter(name[:2])}
TABLE = re.compile(r"^\|.*\|\n\|[-:|]+\|\n((?:\|.*\|\n)+)", re.MULTILINE)
KEY = re.compile(r"`([a-z]+(?:-[a-z0-9]+)+)`")
PLANNED = re.compile(r"(?:(\d\d)|`([a-z-]+)`) \((\d+)\)")
HOME = re.compile(r"(\d+) at home")
NOTE = re.compile(r"\*\*For instructors · \d+ minutes[^*]*\*\* (.+?)(?: = |\n)")
STEP = re.compile(r"^\| (\d+) \| [^|]+ \((\d+)\) \|", re.MULTILINE)
CUT = re.compile(r"\*\*(\d+)-minute cut\.\*\* ([^.]+)\.")


def rows(section: str) -> list[list[str]]:
    """The cells of the tables in a section, row by row, without their heads."""
    lines = "".join(TABLE.findall(SECTIONS[section])).splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def minutes_in_class(chapter: str) -> list[int]:
    return [int(found) for found in re.findall(r"^\| (\d+) \|", CHAPTERS[chapter], re.MULTILINE)]


def cut(chapter: str) -> int:
    return int(CUT.search(CHAPTERS[chapter])[1])


def at_home(chapter: str) -> int:
    """What a plan says that its chapter takes at home; the first notebook is homework as a whole."""
    found = HOME.search(CHAPTERS[chapter])
    return int(found[1]) if found else sum(minutes_in_class(chapter))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_steps_of_a_plan_fill_the_session_and_no_more(chapter):
    said = int(re.search(r"(\d+) minutes", CHAPTERS[chapter])[1])
    assert sum(minutes_in_class(chapter)) == said
    assert chapter == "00" or said == SESSION


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_has_the_steps_in_class_of_its_notebook_with_their_minutes_and_no_other_step(name):
    in_class = [(step.number, step.minutes) for step in steps(load(name).student) if not step.at_home]
    assert [(int(number), int(said)) for said, number in STEP.findall(CHAPTERS[name[:2]])] == in_class


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_and_its_plan_say_the_same_minutes_in_class_and_at_home(name):
    chapter = name[:2]
    home = HOME.search(CHAPTERS[chapter])
    assert head(load(name).student) == (sum(minutes_in_class(chapter)), int(home[1]) if home else 0)


@pytest.mark.parametrize("name", NAMES)
def test_the_first_note_for_instructors_has_the_minutes_of_the_plan(name):
    notes = [cell.source for cell in load(name).instructor.cells if "instructor" in cell.metadata.get("tags", [])]
    listed = NOTE.search(notes[0])[1].split(" · ")
    assert [int(re.findall(r"\d+", part)[-1]) for part in listed] == minutes_in_class(name[:2])


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_parts_of_a_shorter_cut_add_up_to_what_it_says(chapter):
    said, parts = CUT.search(CHAPTERS[chapter]).groups()
    assert sum(int(re.findall(r"\d+", CODE.sub("", part))[-1]) for part in parts.split(" · ")) == int(said)


@pytest.mark.parametrize("chapter", [chapter for chapter in CHAPTERS if HOME.search(CHAPTERS[chapter])])
def test_what_a_plan_sends_home_takes_as_long_as_it_says(chapter):
    listed = CODE.sub("", re.search(r"^At home: (.+?)\.(?:\s|$)", CHAPTERS[chapter], re.MULTILINE)[1])
    outside = re.findall(r"\d+", re.sub(r"\(.*?\)", "", listed))
    assert sum(map(int, outside or re.findall(r"\d+", listed))) == at_home(chapter)


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_has_a_place_for_every_exercise_of_its_notebook(name):
    assert {each.key for each in of_chapter(name[:2])} <= {*KEY.findall(CHAPTERS[name[:2]])}


def test_no_plan_names_an_exercise_or_a_misreading_that_is_not_there():
    named = {*KEY.findall(PLANS)} - {*cb.sources()["source_id"]}
    assert named <= {*EXERCISES} | {wrong.label for each in EXERCISES.values() for wrong in each.misreadings}


# A course.


@pytest.mark.parametrize("session", rows("Two courses"), ids=lambda row: row[1])
def test_a_session_of_a_course_is_as_long_as_a_session(session):
    lessons = PLANNED.findall(session[2])
    assert sum(int(minutes) for *_, minutes in lessons) == SESSION
    for chapter, _, minutes in lessons:
        assert int(minutes) in {SESSION, cut(chapter)}


@pytest.mark.parametrize("session", rows("Two courses"), ids=lambda row: row[1])
def test_what_a_course_sends_home_takes_as_long_as_its_plan_or_its_exercise_says(session):
    for chapter, key, minutes in PLANNED.findall(" ".join(session[3:])):
        assert int(minutes) == (at_home(chapter) if chapter else EXERCISES[key].minutes)


def test_the_longer_course_has_every_chapter_but_the_term_paper_once_and_in_order():
    longer = SECTIONS["Two courses"].partition("### Seven sessions")[2]
    taught = re.findall(rf"\| (\d\d) \({SESSION}\) \|", longer)
    assert taught == [name[:2] for name in NAMES if name[:2] not in {"00", "08"}]


@pytest.mark.parametrize("aim", rows("What students learn"), ids=lambda row: row[0])
def test_an_aim_can_be_seen_in_exercises_of_its_chapters(aim):
    keys, chapters = KEY.findall(aim[2]), aim[1].split(", ")
    assert keys
    for key in keys:
        assert key in {each.key for chapter in chapters for each in of_chapter(chapter)}


# What to read, and how to mark.


@pytest.mark.parametrize("line", rows("What to read"), ids=lambda row: row[1])
def test_a_source_to_read_is_as_the_tables_have_it(line):
    key = line[1].strip("`")
    assert cb.cite(key)
    source = find(key)[1]
    links = cb.evidence()
    assert line[3:] == [source["seen"], str((links["source_id"] == key).sum())]
    for row in CITED.findall(line[2]):
        assert key in {*evidence_of(find(row)[0], row)["source_id"]}


def test_no_document_is_in_balochi_as_the_plans_say():
    assert "None of the documents is in Balochi" in PLANS
    assert "bal" not in {*cb.sources()["language"].dropna()}


@pytest.mark.parametrize("line", rows("One rubric for all texts"), ids=lambda row: row[0])
def test_every_code_of_the_rubric_stands_under_its_exercise(line):
    coded = re.findall(r"`([a-z-]+)` ([A-Z]\d(?:, [A-Z]\d)*)", line[1])
    assert coded
    for key, codes in coded:
        assert {*codes.split(", ")} <= {*EXERCISES[key].kind.rubric}


def test_every_exercise_that_an_instructor_marks_is_in_the_rubric():
    waiting = {key for key, each in EXERCISES.items() if each.by_hand}
    assert waiting == {*KEY.findall(SECTIONS["One rubric for all texts"])}
