"""The decision room: no hindsight on any page, each page in its turn, both cases for every option."""

import json
import re

import pandas as pd
import pytest

import casebook as cb
import in_words
from casebook.datapackage import descriptor, table
from casebook.decision import words
from casebook.decision.desk import Sheet
from casebook.decision.record import when
from casebook.folders import DATA
from casebook.lookup import find
from played import ROOMS, lines, played, scene, steps
from rules.wording import QUOTED, SENTENCE

ROW = re.compile(r"\b(?:[ESC]\d{3}|F\d{2})\b")
KEY = json.loads((DATA / "room_key.json").read_text(encoding="utf-8"))["decisions"]
PAGES = [(name, number) for name in ROOMS for number in range(1, len(scene(name).decisions) + 1)]
STEPS = [pytest.param(*step, id=f"{name} {step[1]}: {step[0]}") for name in ROOMS for step in steps(name)]
HINDSIGHT = ("summary", "disputed", "note", "finding")


def forms(shown) -> list[str]:
    """What is shown, in every form; the form of a living sheet too."""
    return [shown.html, shown.text, repr(shown), *([shown.form] if isinstance(shown, Sheet) else [])]


def hour(step: str, number: int, shown) -> pd.Timestamp:
    """The last day that a step may know: that of its page, or of the next page where one has been turned."""
    (name,) = [each for each in ROOMS if f"{each}-{number}" in shown.text or scene(each).title in shown.text]
    decisions = scene(name).decisions
    return pd.Timestamp(decisions[min(number, len(decisions) - 1) if step == "reveal" else number - 1].as_of)


def is_last_reveal(step: str, number: int) -> bool:
    return step == "reveal" and number == 4


@pytest.mark.parametrize(("step", "number", "shown"), STEPS)
def test_no_step_shows_a_row_that_was_reported_after_its_hour(step, number, shown):
    if is_last_reveal(step, number):
        return
    for text in forms(shown):
        rows = set(ROW.findall(text))
        late = {row for row in rows if (day := when(row)) is not None and day > hour(step, number, shown)}
        assert late == set()


@pytest.mark.parametrize(("step", "number", "shown"), STEPS)
def test_every_row_that_a_step_names_is_dated_or_a_background_fact(step, number, shown):
    rows = {row for row in ROW.findall(shown.text) if when(row) is None}
    assert {row for row in rows if find(row)[0] != "facts"} == set()


@pytest.mark.parametrize(("step", "number", "shown"), STEPS)
def test_no_step_shows_what_the_tables_say_with_later_knowledge(step, number, shown):
    for row in set(ROW.findall(shown.text)):
        _, cells = find(row)
        for column in HINDSIGHT:
            if column in cells and pd.notna(cells[column]):
                assert all(cells[column] not in text for text in forms(shown))


@pytest.mark.parametrize(("step", "number", "shown"), STEPS)
def test_no_step_before_the_debrief_holds_anything_of_the_key(step, number, shown):
    traces = [f"speak of it: {', '.join(rows)}." for each in KEY.values() for rows in each["options"].values() if rows]
    own = {
        f"speak of it: {', '.join(each.shown_by)}."
        for name in ROOMS
        for page in scene(name).decisions
        for each in page.options
        if each.shown_by
    }
    for text in forms(shown):
        assert "nearest" not in text.casefold()
        assert [each for each in set(traces) - own if each in text] == []


def test_the_room_file_holds_nothing_of_the_key():
    text = (DATA / "room.json").read_text(encoding="utf-8")
    assert not re.search(r'"(?:nearest|key|outcome|answer)"', text)
    for name in ROOMS:
        for page in scene(name).decisions:
            on_sheets = {row.row for each in scene(name).decisions for row in each.rows if each.as_of <= page.as_of}
            assert all(set(option.shown_by) <= on_sheets for option in page.options)


def test_both_capitals_turn_their_pages_at_the_same_minutes():
    minutes = {name: [page.minutes for page in scene(name).decisions] for name in ROOMS}
    assert len({tuple(each) for each in minutes.values()}) == 1, minutes


@pytest.mark.parametrize(("name", "number"), PAGES)
def test_each_page_opens_only_when_the_page_before_it_was_decided_and_turned(name, number):
    room = played(name, number - 1)
    assert room.sheet().text.startswith(scene(name).decisions[number - 1].key)
    for later in range(number + 1, 5):
        for shown in (room.sheet(later), room.decide(later, **lines(scene(name), later)), room.reveal(later)):
            assert words.CLOSED.format(number=later, open=later - 1) in shown.text
    assert words.NOT_DECIDED.format(key=f"{name}-{number}", number=number) in room.reveal(number).text
    room.decide(number, **lines(scene(name), number))
    if number < 4:
        assert words.CLOSED_HEAD in room.sheet(number + 1).text
    assert "debrief opens" in room.debrief().text


@pytest.mark.parametrize("name", ROOMS)
def test_the_debrief_has_every_decision_with_what_came_later_and_the_whole_key(name):
    shown = played(name, 4).debrief()
    for page in scene(name).decisions:
        key = KEY[page.key]
        later = page.reveal.later
        for form in (shown.html, shown.text):
            assert page.key in form
            assert f"{key['nearest']}." in form
            assert all(row in form for rows in key["options"].values() for row in rows)
            assert all(row in form for row in (later.rows if later else []))
        assert shown.text.count(words.NOT_CONSIDERED) == sum(
            not rows for each in KEY if each.startswith(name) for rows in KEY[each]["options"].values()
        )


def test_beside_most_options_no_row_stands_even_in_the_debrief():
    silent = [not rows for each in KEY.values() for rows in each["options"].values()]
    assert (sum(silent), len(silent)) == (22, 40)


@pytest.mark.parametrize("name", ROOMS)
def test_every_option_has_a_reason_for_and_one_against_each_with_its_rows_or_as_an_assumption(name):
    room = played(name, 3)
    for number, page in enumerate(scene(name).decisions, 1):
        text = room.sheet(number).text
        for option in page.options:
            for label, reasons in (("For", option.arguments), ("Against", option.objections)):
                assert reasons
                for each in reasons:
                    rests = " ".join(f"[{row}]" for row in each.rows) or "[assumption]"
                    assert f"{label}: {each.text} {rests}" in text


@pytest.mark.parametrize("name", ROOMS)
def test_no_role_is_a_victim_an_armed_group_or_a_person(name):
    people = table("actors").query("kind == 'person'")["name"]
    groups = table("actors").query("kind == 'armed_group'")["name"]
    for role in scene(name).roles:
        assert not any(each in role.name for each in [*people, *groups])
    assert "Nobody plays an armed group, a victim or a bereaved family" in cb.room(name).text
    assert "keeps no score" in cb.room(name).text


@pytest.mark.parametrize("name", ROOMS)
def test_words_that_take_a_side_are_somebodys(name):
    declared = descriptor()["neutralWords"]
    either = ("|".join(map(re.escape, declared[part])) for part in ("words", "sayings"))
    side, saying = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in either)
    told = [played(name, 4).debrief().text, *(shown.text for _, _, shown in steps(name))]
    own = [each for text in told for line in text.splitlines() for each in SENTENCE.split(QUOTED.sub("", line))]
    assert [each for each in own if side.search(each) and not saying.search(each) and ":" not in each] == []


def test_html_and_text_hold_the_same_words():
    for _, _, shown in steps("islamabad"):
        assert {*ROW.findall(shown.text)} <= {*ROW.findall(in_words.words(shown.html))}
