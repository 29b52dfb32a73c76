"""The decision room: no hindsight on any page, a record that is kept by the cells, plain words for every slip."""

import json
import re
import shutil

import nbformat
import pandas as pd
import pytest
from nbclient import NotebookClient

import casebook as cb
from casebook.datapackage import descriptor, table
from casebook.decision import words
from casebook.decision.desk import Sheet, written
from casebook.decision.pages import UnknownRoomError
from casebook.decision.record import Entry, when
from casebook.folders import DATA, SEEDS
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
    side, saying = (
        re.compile(rf"\b(?:{'|'.join(map(re.escape, declared[part]))})\b", re.I) for part in ("words", "sayings")
    )
    told = [played(name, 4).debrief().text, *(shown.text for _, _, shown in steps(name))]
    own = [each for text in told for line in text.splitlines() for each in SENTENCE.split(QUOTED.sub("", line))]
    assert [each for each in own if side.search(each) and not saying.search(each) and ":" not in each] == []


# The record.


def test_the_log_is_one_row_for_each_decision_with_what_its_reason_rests_on():
    log = played("tehran", 2).log()
    assert list(log["decision"]) == ["tehran-1", "tehran-2"]
    assert list(log["rows"]) == [page.known[0].row for page in scene("tehran").decisions[:2]]
    assert list(log.columns) == ["decision", "option", "reason", "rows", "against", "hurt", "dissent", "confidence"]
    assert len(cb.room("tehran").log()) == 0


def test_the_record_survives_a_restart_of_the_kernel(tmp_path):
    """The cells are the record: a fresh kernel that runs them from the top has the same log and the same pages."""
    sources = ['import casebook as cb\nroom = cb.room("islamabad")']
    for number in (1, 2):
        given = lines(scene("islamabad"), number)
        sources += [written(number, Entry(**given)), f"room.reveal({number})"]
    sources.append("print(room.log().to_csv(), room.sheet().text)")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(each) for each in sources])
    kept = []
    for _ in range(2):
        path = tmp_path / "team.ipynb"
        NotebookClient(notebook, kernel_name="python3").execute()
        nbformat.write(notebook, path)
        notebook = nbformat.read(path, as_version=4)
        kept.append(notebook.cells[-1].outputs[0].text)
    assert kept[0] == kept[1]
    assert "islamabad-2,A,The line is open" in kept[0]
    assert "islamabad-3 · " in kept[0]


def test_a_decision_may_change_until_its_page_is_turned():
    room, given = played("islamabad", 0), lines(scene("islamabad"), 1)
    room.decide(1, **given)
    room.decide(1, **given | {"option": "C"})
    room.reveal(1)
    assert words.TURNED.format(key="islamabad-1") in room.decide(1, **given).text
    assert room.decide(1, **given | {"option": "C"}).text.startswith(words.RECORDED)
    assert list(room.log()["option"]) == ["C"]


def test_a_team_may_write_an_option_of_its_own():
    given = lines(scene("islamabad"), 1) | {"option": "Publish both accounts side by side"}
    room = cb.room("islamabad")
    assert "Publish both accounts side by side" in room.decide(1, **given).text
    assert list(room.log()["option"]) == [given["option"]]


# Slips: one plain sentence each.

SLIPS = [
    ({"option": ...}, "Still open: `option`."),
    ({"hurt": ..., "dissent": None}, "Still open: `hurt`, `dissent`."),
    ({"option": "F"}, "“F” is no option here: give one letter, A, B, C, D, E, or an option of your own in a sentence."),
    ({"option": 2}, "What you gave is no option here"),
    ({"option": ""}, "“” is no option here"),
    ({"reason": "   "}, "`reason` is blank"),
    ({"reason": "..."}, "`reason` is blank"),
    ({"against": 7}, "`against` is blank"),
    ({"hurt": ""}, "`hurt` is blank"),
    ({"dissent": "…"}, "`dissent` is blank"),
    ({"reason": "Because we can."}, "`reason` names no row. Cite one of the sheet, like [E067], or write the word"),
    ({"against": "They will not like it."}, "`against` names no row."),
    ({"reason": "Turkey offers help [S106]."}, "S106 is dated 18 January 2024, after this hour. Nobody in the room"),
    ({"against": "Hospital [s087], assumption."}, "S087 is dated 18 January 2024, after this hour."),
    ({"reason": "It began long ago [E001]."}, "E001 is on no sheet so far."),
    ({"reason": "They were refugees [S176]."}, "S176 has no date, so nobody can say"),
    ({"reason": "See [E999]."}, "E999 is in no table"),
    ({"reason": "We assume so.", "against": " we  assume so"}, "`against` repeats `reason`: write what speaks against"),
    ({"confidence": 60}, "`confidence` is a number from 0 to 1, such as 0.6."),
    ({"confidence": "high"}, "`confidence` is a number from 0 to 1"),
    ({"confidence": True}, "`confidence` is a number from 0 to 1"),
    ({"confidence": float("nan")}, "`confidence` is a number from 0 to 1"),
    ({"reasons": "x"}, "`reasons` is no field of a decision: they are `option`, `reason`"),
]


@pytest.mark.parametrize(("slip", "told"), SLIPS, ids=str)
def test_a_slip_is_told_in_one_plain_sentence_and_records_nothing(slip, told):
    room = cb.room("islamabad")
    shown = room.decide(1, **lines(scene("islamabad"), 1) | slip)
    assert shown.text.startswith(words.NOT_RECORDED)
    assert told in shown.text
    assert len(shown.text.splitlines()) == 2
    assert len(room.log()) == 0


def test_a_team_may_be_certain_and_is_asked_about_it_when_the_log_is_checked():
    room = cb.room("islamabad")
    room.decide(1, **lines(scene("islamabad"), 1) | {"confidence": 1})
    assert cb.check("decision-log", room.log()).label == "certain"


@pytest.mark.parametrize("number", [0, 5, -1, "karachi-1", "two", 1.5, [], True])
def test_a_page_that_there_is_none_of_is_told_with_their_numbers(number):
    room = cb.room("tehran")
    for shown in (room.sheet(number), room.reveal(number), room.decide(number, "A")):
        assert "is no page of this room: they are numbered 1 to 4." in shown.text


def test_a_page_may_be_named_by_its_key():
    assert cb.room("tehran").sheet("tehran-1").text == cb.room("tehran").sheet(1).text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("islmabad", "'islmabad' is not a room of these tables (there are islamabad and tehran). Nearest: islamabad."),
        ("karachi", "'karachi' is not a room of these tables (there are islamabad and tehran)."),
        (None, "None is not a room of these tables"),
    ],
)
def test_a_room_that_there_is_none_of_names_those_that_there_are(name, told):
    with pytest.raises(UnknownRoomError) as caught:
        cb.room(name)
    assert told in str(caught.value)


def test_capitals_and_blanks_around_a_name_are_forgiven():
    assert cb.room(" Tehran ").text == cb.room("tehran").text


def test_other_tables_may_come_without_a_room(tmp_path):
    shutil.copytree(SEEDS, tmp_path / "seeds")
    folder = shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("room*.json"))
    cb.use(folder)
    with pytest.raises(UnknownRoomError, match=re.escape("cb.use()")):
        cb.room("islamabad")


# The form beneath a sheet.


def filled(**changed) -> Sheet:
    sheet = cb.room("islamabad").sheet()
    sheet.fill(**lines(scene("islamabad"), 1) | {"confidence": "0.5"} | changed)
    return sheet


def test_a_complete_form_writes_the_line_that_records_it_and_shows_its_rows():
    sheet, room = filled(), cb.room("islamabad")
    assert room.sheet().line == ""
    shown = eval(sheet.line, {"room": room})
    assert shown.text.startswith(words.RECORDED)
    assert sheet.line == written(1, Entry(**lines(scene("islamabad"), 1)))
    assert scene("islamabad").decisions[0].known[0].as_known in sheet.said


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"option": ""}, "Still open: <code>option</code>"),
        ({"reason": "Turkey offers help [S106]."}, "S106 is dated 18 January 2024, after this hour."),
        ({"confidence": "high"}, "is a number from 0 to 1"),
        ({"confidence": ""}, "Still open: <code>confidence</code>"),
    ],
)
def test_a_form_that_lacks_something_says_so_and_writes_no_line(changed, told):
    sheet = filled(**changed)
    assert sheet.line == ""
    assert told in sheet.said


def test_what_a_team_types_is_never_read_as_markup_or_as_code():
    text = 'He said "stop" \\ <b>now</b>\n""") [E067]'
    sheet, room = filled(reason=text), cb.room("islamabad")
    shown = eval(sheet.line, {"room": room})
    assert list(room.log()["reason"]) == [text]
    assert "<b>" not in shown.html
    assert "<b>" not in sheet.said


def test_a_saved_sheet_is_the_page_in_html_and_in_words_and_two_are_the_same():
    one, two = (cb.room("tehran").sheet()._repr_mimebundle_()[0] for _ in range(2))
    assert (one["text/html"], one["text/plain"]) == (two["text/html"], two["text/plain"])
    assert "<form" not in one["text/html"]


def test_html_and_text_hold_the_same_words():
    for _, _, shown in steps("islamabad"):
        plain = re.sub(r"<style>.*?</style>|<[^>]+>", " ", shown.html, flags=re.S)
        for row in ROW.findall(shown.text):
            assert row in plain
