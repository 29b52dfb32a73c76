"""Chapter 00: what a wrong set of reports is told, without being told which are right."""

import pytest

import casebook as cb

CONDITIONS = {
    "not in the table": ({"C130", "C999"}, "Take ids from the column `report_id`"),
    "not of this kind": ({"C130", "C151"}, "drop those of your rows in which one fails"),
    "not all of them": ({"C130", "C131"}, "Other rows meet all of these"),
}


@pytest.mark.parametrize(("ids", "step"), CONDITIONS.values(), ids=CONDITIONS)
def test_reports_without_a_number_are_told_the_step_that_fits_what_was_given(ids, step):
    told = {each for _, each in CONDITIONS.values() if each in cb.check("no-number-given", ids).text}
    assert told == {step}
