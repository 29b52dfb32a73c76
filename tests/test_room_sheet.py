"""The form beneath a sheet of the decision room: it writes the line that records a decision, and nothing else."""

import pytest

import casebook as cb
from casebook.decision import words
from casebook.decision.desk import Sheet, written
from casebook.decision.record import Entry
from played import lines, scene


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
