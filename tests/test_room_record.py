"""What a team decides is kept by its cells, and each slip is told in one plain sentence and records nothing."""

import re
import shutil

import nbformat
import pytest
from nbclient import NotebookClient

import casebook as cb
from casebook.decision import words
from casebook.decision.desk import written
from casebook.decision.pages import UnknownRoomError
from casebook.decision.record import Entry
from casebook.folders import DATA, SEEDS
from played import lines, played, scene


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
