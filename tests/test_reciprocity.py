"""The ways to code the sequence are those that were argued for, and each differs from another by one choice only."""

import pandas as pd
import pytest

import casebook as cb
from casebook.reciprocity import ANNOUNCEMENT, COMMITTEE, DEFENCE, ENVOYS, acts, hits, with_last

WAYS = cb.codings()
CHOICES = ["envoys", "announcement", "address", "committee", "place", "base"]
RULES = ["mirror", "step_down", "always_words"]


def one(**choices: str) -> pd.Series:
    chosen = dict(zip(CHOICES, ["material", "act", "two", "cooperation", "after", "other"], strict=True)) | choices
    (row,) = WAYS[(WAYS[CHOICES] == pd.Series(chosen)).all(axis=1)].to_dict("records")
    return row


def test_every_combination_of_choices_is_there_once():
    assert not WAYS[CHOICES].duplicated().any()
    two, alone = WAYS[WAYS["address"] == "two"], WAYS[WAYS["address"] == "one"]
    assert (len(two), len(alone)) == (2**4 * 3, 2**4 * 2)
    assert set(alone["place"]) == {"before", "after"}


def test_the_table_as_it_is_coded_is_one_of_the_ways():
    house = with_last(acts()).dropna(subset="other_last")
    assert {key: one()[key] for key in ["n", *RULES]} == hits(house)


def test_the_acts_about_which_one_can_choose_are_in_the_table():
    ids = acts()["event_id"].tolist()
    assert {*ENVOYS, DEFENCE, ANNOUNCEMENT} <= set(ids)
    assert COMMITTEE not in ids
    hours = cb.events().set_index("event_id")["time_local"]
    assert hours[[*ENVOYS, DEFENCE]].isna().all()


@pytest.mark.parametrize(
    ("choice", "value", "more"),
    [("announcement", "part", -1), ("address", "one", -1), ("committee", "conflict", 1), ("base", "both", -1)],
)
def test_a_choice_that_takes_or_adds_an_act_changes_the_base_by_one(choice, value, more):
    assert one(**{choice: value})["n"] - one()["n"] == more


def test_a_choice_of_class_or_place_leaves_the_base():
    assert one(envoys="verbal")["n"] == one(place="before")["n"] == one()["n"]


def test_no_rule_fits_more_acts_than_there_are():
    assert (WAYS[RULES].ge(0).all(axis=1) & WAYS[RULES].le(WAYS["n"], axis=0).all(axis=1)).all()


def test_the_others_last_act_is_found_as_a_reader_finds_it():
    rows = acts().reset_index(drop=True)
    found = with_last(rows)
    for number, row in rows.iterrows():
        before = rows.iloc[:number]
        theirs = before.loc[before["by"] != row["by"], "quad_class"].astype(str).tolist()
        mine = before.loc[before["by"] == row["by"], "quad_class"].astype(str).tolist()
        for column, classes in (("other_last", theirs), ("own_last", mine)):
            cell = found.loc[number, column]
            assert (None if pd.isna(cell) else cell) == (classes[-1] if classes else None)


def test_the_ways_come_in_the_same_order_every_time():
    pd.testing.assert_frame_equal(cb.codings(), WAYS)
