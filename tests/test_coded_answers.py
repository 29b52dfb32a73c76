"""Tables that students code are read for their form, and by their key where there is one."""

import pandas as pd

from asked import TOLD, verdict
from casebook.exercise.exercise import Exercise
from casebook.exercise.judging import judge
from casebook.exercise.kinds import Coded


def no_blanks(table):
    return None if table["code"].notna().all() else "Some rows have no code."


CODED = Coded(["key", "code"], [no_blanks], {"T1": "a code that the text does not bear"})
FILLED = pd.DataFrame({"code": ["a", "b"], "key": ["C014", "C015"]})


def test_a_coded_table_goes_to_the_instructor_once_its_form_is_complete():
    exercise = Exercise(kind=CODED, **TOLD)
    lacking = judge(exercise, FILLED.assign(code=["a", None]))
    assert (lacking.state, lacking.score) == ("not_yet", 0.0)
    assert "Some rows have no code." in lacking.text
    complete = judge(exercise, FILLED)
    assert (complete.state, complete.score, complete.points(2)) == ("for_instructor", None, 0)
    assert complete.require() is complete
    assert "T1: a code that the text does not bear" in complete.text


def test_four_missing_things_are_told_at_a_time():
    checks = [lambda table, place=place: f"Thing {place} is missing." for place in range(6)]
    told = judge(Exercise(kind=Coded(["key"], checks), **TOLD), FILLED).text
    assert [place for place in range(6) if f"Thing {place} is missing." in told] == [0, 1, 2, 3]


def test_a_coded_table_with_a_key_is_judged_by_it():
    assert verdict(CODED, FILLED, FILLED[["key", "code"]]).state == "right"
    assert verdict(CODED, FILLED, FILLED.assign(code=["a", "c"])).state == "not_yet"


def test_several_coded_tables_come_by_name():
    kind = Coded({"rows": ["key"], "links": ["code"]}, [lambda tables: None if len(tables["rows"]) else "No rows."])
    exercise = Exercise(kind=kind, **TOLD)
    assert judge(exercise, {"rows": FILLED, "links": FILLED}).state == "for_instructor"
    assert judge(exercise, {"rows": FILLED.head(0), "links": FILLED}).state == "not_yet"
    assert "`links`" in judge(exercise, {"rows": FILLED}).text
    assert judge(exercise, FILLED).state == "uncheckable"
