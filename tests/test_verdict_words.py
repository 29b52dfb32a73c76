"""A card says the same in HTML, in plain text and in its record, and how it is shown depends on nothing else."""

import re

import pytest

import casebook as cb
from casebook.exercise import messages
from casebook.exercise.attempts import forget
from casebook.exercise.exercise import Exercise
from casebook.exercise.form import BothSides
from casebook.exercise.judging import judge
from casebook.exercise.kinds import Number, Prose
from casebook.exercise.verdict import RECORD
from in_words import words

WIDGET = "application/vnd.jupyter.widget-view+json"
DRAFT = Exercise(
    key="a-draft",
    asks="",
    kind=Prose((5, 30), [BothSides()], {"R1": "a figure without its reporter"}),
    hints=["a", "b"],
    minutes=1,
)


STATES = {
    "unanswered": lambda: cb.check("ten-and-ten", ...),
    "uncheckable": lambda: cb.check("ten-and-ten", 5),
    "misreading": lambda: cb.check("ten-and-ten", "A"),
    "nearly": lambda: cb.check("ten-and-ten", ["C"]),
    "not_yet": lambda: cb.check("no-number-given", {"C130", "C999"}),
    "right": lambda: cb.check("ten-and-ten", "C"),
    "for_instructor": lambda: judge(DRAFT, "Ten, says one side [C151]; the ministry of the other gives none [C130]."),
}


def letters(said: str) -> str:
    return re.sub(r"\W", "", said)


@pytest.mark.parametrize("state", messages.STATES)
def test_every_state_begins_with_its_word_and_says_the_same_in_html_and_in_text(state):
    verdict = STATES[state]()
    assert verdict.state == state
    assert verdict.text.startswith(messages.STATES[state])
    assert letters(words(verdict.html)) == letters(verdict.text)
    assert f'role="group" aria-label="{verdict.heading}: {verdict.exercise}"' in verdict.html


@pytest.mark.parametrize("state", messages.STATES)
def test_the_record_of_every_state(state, monkeypatch):
    monkeypatch.setenv("CASEBOOK_EDITION", "instructor")
    verdict = STATES[state]()
    scores = {"right": 1.0, "nearly": 0.5, "for_instructor": None}
    assert verdict._repr_mimebundle_()[RECORD] == {
        "exercise": verdict.exercise,
        "state": state,
        "label": "reports-added" if state == "misreading" else None,
        "score": scores.get(state, 0.0),
        "edition": "instructor",
    }


@pytest.mark.parametrize("state", messages.STATES)
def test_no_card_shows_points_or_a_score(state):
    assert re.search(r"\bpoints?: |\bscores?\b|\d ?%|\d/\d", STATES[state]().text) is None


@pytest.mark.parametrize("state", messages.STATES)
def test_points_show_the_card_and_are_a_number_to_graders(state):
    verdict = STATES[state]()
    bundle = verdict.points(2)._repr_mimebundle_()
    assert bundle["text/html"] == verdict.html
    assert bundle["text/markdown"] == verdict.text
    assert float(bundle["text/plain"]) == 2 * (verdict.score or 0)


@pytest.mark.parametrize("state", messages.STATES)
def test_require_stops_whatever_is_not_right_or_complete(state):
    verdict = STATES[state]()
    if state in ("right", "for_instructor"):
        assert verdict.require() is verdict
    else:
        with pytest.raises(AssertionError, match=re.escape(verdict.text)):
            verdict.require()


def test_a_card_shows_the_rows_that_are_in_the_tables_in_use_and_where_each_was_printed():
    told = {"asks": "", "hints": ["a", "b"], "minutes": 1, "because": "b", "not_shown": "n"}
    exercise = Exercise(key="rows", kind=Number(), answer=lambda: 3, sources=["C151", "C999"], **told)
    verdict = judge(exercise, 3)
    assert [row.key for row in verdict.rows_in_words] == ["C151"]
    assert f"C151: {cb.show('C151').sentence}" in verdict.text
    assert verdict.html.count("<a href=") == 3
    assert messages.MORE_DOCUMENTS.format(number=1, key="C151") in verdict.text


def test_an_exercise_that_the_tables_in_use_do_not_answer_says_so():
    told = {"asks": "", "hints": ["a", "b"], "minutes": 1, "because": "b", "not_shown": "n"}
    verdict = judge(Exercise(key="not-computed", kind=Number(), answer=lambda: {}["no row"], **told), 3)
    assert (verdict.state, verdict.parts[0].words) == ("uncheckable", messages.NOT_COMPUTED)


def test_a_solution_that_cannot_be_shown_says_why(monkeypatch):
    monkeypatch.setattr("casebook.exercise.catalogue.solution_of", lambda key: None)
    monkeypatch.setenv("CASEBOOK_EDITION", "instructor")
    assert cb.solution("ten-and-ten").parts[0].words == messages.NO_SOLUTION


@pytest.mark.parametrize("verb", [cb.check, cb.hint, cb.solution, cb.ask], ids=lambda verb: verb.__name__)
def test_a_key_that_no_exercise_has_is_answered_with_the_nearest(verb):
    assert "ten-and-ten" in verb("Ten-and-tan").text
    assert verb(" ten-and-ten ").text != verb("Ten-and-tan").text
    assert messages.KEY_IS_TEXT in verb(3).text


# The options of an exercise as a form.


def test_a_form_without_a_kernel_is_a_list_of_its_options_that_says_where_the_record_is():
    data, _ = cb.ask("ten-and-ten")._repr_mimebundle_()
    again, _ = cb.ask("ten-and-ten")._repr_mimebundle_()
    assert {mime for mime in data if data[mime] != again[mime]} == {WIDGET}
    assert letters(words(data["text/html"])) == letters(data["text/plain"])
    assert 'cb.check("ten-and-ten", ...)' in data["text/plain"]
    assert [line[:3] for line in data["text/plain"].splitlines()[1:-1]] == ["A: ", "B: ", "C: ", "D: ", "E: "]


def test_a_form_has_a_group_with_a_label_and_a_button_for_each_option():
    form = cb.ask("ten-and-ten").form
    assert form.count('name="letter" value="') == form.count("<label") == 5
    assert form.index("<fieldset>") < form.index("<legend>") < form.index("<label") < form.index("</fieldset>")


def test_a_form_shows_the_card_of_the_option_that_is_checked_and_keeps_nothing():
    form = cb.ask("ten-and-ten")
    assert form.card == ""
    for letter in ("A", "C", None):
        form.answer(letter)
        forget()
        assert form.card == cb.check("ten-and-ten", letter).html
        forget()
    assert form.text == cb.ask("ten-and-ten").text


def test_an_exercise_without_options_says_where_its_answer_goes():
    note = cb.ask("no-number-given")
    assert note.text.endswith(messages.NO_OPTIONS.format(key="no-number-given"))
