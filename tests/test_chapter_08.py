"""Chapter 08: tables that a student codes are read as a folder would be, and forgiven what is only form."""

import pandas as pd
import pytest

import casebook as cb
import practised
from answers import ALL
from casebook.datapackage import table_in
from casebook.exercise.chapter_08 import coding, harm, practice
from casebook.folders import DATA, PRACTICE
from casebook.own.desk import Desk
from practised import MISTAKES


def coded(folder) -> dict[str, pd.DataFrame]:
    return Desk(folder).tables()


def told(verdict) -> list[str]:
    return [point for part in verdict.parts for point in part.points]


def test_the_key_of_the_practice_text_is_complete():
    verdict = cb.check("code-the-practice-text", coded(PRACTICE))
    assert (verdict.state, verdict.score) == ("for_instructor", None)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each["code"])
def test_each_of_the_25_mistakes_is_told_first_to_a_student_who_hands_in_tables(mistake, tmp_path):
    folder = practised.copied(tmp_path / "mine")
    practised.make(mistake, folder)
    verdict = cb.check("code-the-practice-text", coded(folder))
    assert verdict.state == "not_yet"
    assert mistake["told_by"] in told(verdict)[0]


def test_a_paragraph_without_rows_is_named():
    tables = coded(PRACTICE)
    last = practice.key("passages").query("paragraph == 8")["passage_id"]
    lines = tables["evidence"]
    gone = set(lines.loc[lines["passage_id"].isin(last), "row_id"])
    left = {name: frame[~frame.iloc[:, 0].isin(gone)] for name, frame in tables.items()}
    left["evidence"] = lines[~lines["row_id"].isin(gone)]
    (point, *_) = told(cb.check("code-the-practice-text", left))
    assert point == "No row rests on these paragraphs yet (the headline is 1): 8."


def test_a_mistake_that_is_made_twice_is_told_once():
    tables = coded(PRACTICE)
    tables["casualties"] = tables["casualties"].assign(scope="total")
    points = told(cb.check("code-the-practice-text", tables))
    assert sum("subset-as-total" in each for each in points) == 1


def test_a_sound_source_of_ones_own_goes_to_the_instructor():
    assert cb.check("your-source", coding._made_up()).state == "for_instructor"


@pytest.mark.parametrize(
    ("table", "change", "words"),
    [
        ("sources", lambda rows: rows.assign(seen="excerpt"), "Read your document to its end"),
        ("sources", lambda rows: rows.head(0), "sources.csv has no row with this source_id"),
        ("evidence", lambda rows: rows.head(0), "no line of evidence.csv names this row"),
        ("casualties", lambda rows: rows.assign(count_low=0), "no_figure asks for two blank counts"),
        ("casualties", lambda rows: rows.assign(event_id="E999"), "events.csv has no row with this event_id"),
    ],
)
def test_what_a_source_of_ones_own_lacks_is_told(table, change, words):
    tables = coding._made_up()
    verdict = cb.check("your-source", tables | {table: change(tables[table])})
    assert verdict.state == "not_yet"
    assert any(words in each for each in told(verdict))


def test_a_quotation_that_nobody_can_look_up_is_sent_back():
    tables = coding._made_up()
    said = table_in(DATA, "statements").query("form == 'verbatim'").head(1).astype(object)
    tables["statements"] = said.assign(statement_id="S901")
    line = {"table": "statements", "row_id": "S901", "source_id": "my-source", "relation": "supports"}
    tables["evidence"] = pd.concat([tables["evidence"], pd.DataFrame([line])])
    assert any("S901" in each or "quote" in each for each in told(cb.check("your-source", tables)))


def test_an_echo_that_says_so_may_stand_or_not():
    shots = practice.shots()[[*harm.COLUMNS]]
    assert [cb.check("rows-for-the-shots", each).state for each in (shots, harm._own())] == ["right", "right"]


def test_counts_in_quotation_marks_are_nearly_right():
    rows = harm._own().astype(object)
    rows["count_low"] = [None if pd.isna(each) else str(each) for each in rows["count_low"]]
    assert cb.check("rows-for-the-shots", rows).state == "nearly"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            ("the headline", "killed", "total", 4, None, "at_least", None),
            "Nobody in the folder has the key the headline",
        ),
        (("ansel-quillfen", "killed", "total", 5, None, "at_least", None), "stands twice"),
    ],
)
def test_a_row_too_many_is_told_apart(row, words):
    rows = harm._own().astype(object)
    rows = rows if words == "stands twice" else rows[rows["reporter_id"].notna()]
    more = pd.concat([rows, pd.DataFrame([row], columns=harm.COLUMNS, dtype=object)])
    assert words in cb.check("rows-for-the-shots", more).text


@pytest.mark.parametrize("key", ["where-it-stands", "which-day", "rows-for-the-shots", "who-set-the-fire"])
def test_exercises_on_the_practice_text_hold_whichever_folder_is_in_use(key):
    before = cb.check(key, ...).text
    cb.use(PRACTICE)
    assert cb.check(key, ...).text == before
    assert cb.check(key, ALL[key].answer()).state == "right"


def test_a_memo_cites_a_row_of_its_own():
    memo = "word " * 130 + "does not [C151] [C134] [C168] [C130]"
    assert any("None of your own rows is cited" in each for each in told(cb.check("memo-with-rows", memo)))
    assert cb.check("memo-with-rows", memo + " [C901]").state == "for_instructor"
