"""The matrix of moves: statements as the table counts them, also those of nobody named, and empty columns."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import casebook as cb
from casebook.charts.move_cells import NOT_STATED, SPEAKERS, cells
from casebook.charts.sides import actor_sides
from charted import symbols, units

MOVES, STATEMENTS = cb.moves(), cb.statements()
SAID = MOVES.merge(STATEMENTS, on="statement_id")
CALL = MOVES[MOVES["statement_id"].isin(["S076", "S077", "S078"])]
NAMES = cb.actors().set_index("actor_id")["name"]


def _counts(frame: pd.DataFrame) -> dict[tuple[str, str], int]:
    found = cells(frame)
    return {(cell.who, cell.move): cell.count for cell in found.itertuples(index=False)}


def test_every_cell_counts_the_statements_of_those_who_are_spoken_for():
    who = SAID["speaks_for_id"].map(NAMES).fillna(NOT_STATED)
    counted = SAID.groupby([who, SAID["move"].astype(str)])["statement_id"].nunique()
    assert _counts(MOVES) == counted[counted > 0].to_dict()


@pytest.mark.parametrize("frame", [MOVES, CALL], ids=["all", "one call"])
def test_every_cell_of_a_named_side_is_a_mark_that_is_really_drawn(frame):
    assert symbols(cb.move_matrix(frame)) == cells(frame)["side"].notna().sum()


def test_up_to_twelve_speakers_have_rows_of_their_own_with_their_side():
    assert set(cells(CALL)["who"]) == {"Hossein Amir-Abdollahian (Iran)", "Jalil Abbas Jilani (Pakistan)"}
    assert SAID["speaker_id"].nunique() > SPEAKERS
    assert set(cells(MOVES)["who"]) <= {*NAMES, NOT_STATED}


def test_a_statement_without_a_named_side_has_a_number_and_no_mark():
    found = cells(MOVES)
    unnamed = found[found["who"] == NOT_STATED]
    assert len(unnamed)
    assert unnamed["side"].isna().all()
    marks = next(view for view in units(cb.move_matrix(MOVES).to_dict()) if view["mark"]["type"] == "point")
    assert marks["transform"] == [{"filter": {"field": "named", "equal": True}}]
    numbers = [view for view in units(cb.move_matrix(MOVES).to_dict()) if _shows(view, "count")]
    assert all("transform" not in view for view in numbers)


def _shows(view: dict, field: str) -> bool:
    return view["encoding"].get("text", {}).get("field") == field


@pytest.mark.parametrize("frame", [MOVES, CALL], ids=["all", "one call"])
def test_every_move_of_the_codebook_has_its_column_also_an_empty_one(frame):
    columns = pd.DataFrame(cb.move_matrix(frame).to_dict()["datasets"]["columns"]).sort_values("x")
    assert list(columns["name"]) == [move.replace("_", " ") for move in MOVES["move"].cat.categories]


def test_iran_and_pakistan_come_first_then_the_others_by_number_of_statements():
    who = list(cells(MOVES)["who"].unique())
    assert who[:2] == ["Iran", "Pakistan"]
    assert who[-1] == NOT_STATED


def test_the_side_of_a_cell_is_that_of_whom_it_is_spoken_for():
    sides = actor_sides()
    for cell in cells(MOVES).itertuples(index=False):
        actors = set(NAMES[cell.who == NAMES].index)
        assert pd.isna(cell.side) or cell.side in {sides[actor] for actor in actors}


def test_a_chosen_cell_names_its_statements():
    spec = cb.move_matrix(MOVES).to_dict()
    cell = next(row for row in spec["datasets"]["cells"] if row["who"] == "Iran" and row["move"] == "deny")
    iran = SAID[(SAID["speaks_for_id"] == "iran") & (SAID["move"] == "deny")]["statement_id"]
    assert cell["says"] == f"Iran, deny, {len(iran)} statements: {', '.join(sorted(iran))}"
    assert max(len(line) for row in spec["datasets"]["cells"] for line in row["says"].split("\n")) <= 130


def test_a_frame_merged_with_the_statements_gives_the_same_matrix():
    assert cells(SAID).equals(cells(MOVES))


def test_a_statement_that_is_not_in_the_table_is_counted_by_what_the_frame_says():
    mine = pd.DataFrame(
        {
            "statement_id": ["X1", "X2"],
            "move": ["warn", "boast"],
            "speaker_id": ["ispr", None],
            "speaks_for_id": "pakistan",
        }
    )
    found = cells(mine)
    assert list(found["side"]) == ["Pakistan", "Pakistan"]
    assert set(found["move"]) == {"warn", "boast"}
    assert len(cb.move_matrix(mine).to_dict()["datasets"]["columns"]) == len(MOVES["move"].cat.categories) + 1


def test_a_statement_that_nobody_knows_stands_with_no_one_named():
    assert list(cells(pd.DataFrame({"statement_id": ["X1"], "move": ["warn"]}))["who"]) == [NOT_STATED]


@settings(max_examples=40)
@given(chosen=st.sets(st.sampled_from(list(MOVES.index)), min_size=1))
def test_no_move_of_any_part_is_lost_or_counted_twice(chosen):
    frame = MOVES.loc[sorted(chosen)]
    assert cells(frame)["count"].sum() == len(frame)


def test_the_description_names_the_largest_cells_and_the_moves_that_nobody_makes():
    whole, call = (cb.move_matrix(frame).to_dict()["description"] for frame in (MOVES, CALL))
    most = max(_counts(MOVES).items(), key=lambda each: each[1])
    assert f"{most[0][0]}, {most[0][1]} ({most[1]})" in whole
    assert "Nobody here" not in whole
    assert "Nobody here: acknowledge, call restraint" in call
