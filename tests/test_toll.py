"""The toll: one row for each report, as it was given, with nothing added up, averaged or settled."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import casebook as cb
from casebook import wording
from casebook.charts.packing import text_width
from casebook.charts.placing import ONE_GROUP, PLOT
from casebook.charts.reports import blocks, reporters
from charted import encodings, inside, symbols, units

REPORTS = cb.casualties()
EVENTS = sorted(REPORTS["event_id"].dropna().unique())
SARAVAN = REPORTS[(REPORTS["event_id"] == "E092") & (REPORTS["measure"] == "killed")]


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(cb.toll(frame).to_dict()["datasets"]["reports"]).set_index("report_id")


def _of(event: str) -> pd.DataFrame:
    return REPORTS[REPORTS["event_id"] == event]


@pytest.mark.parametrize("event", EVENTS)
def test_every_report_of_an_event_has_its_own_line(event):
    rows = _rows(_of(event))
    assert sorted(rows.index) == sorted(_of(event)["report_id"])
    assert rows["y"].is_unique


@pytest.mark.parametrize("event", EVENTS)
def test_every_line_says_its_figure_and_its_reporter_as_the_table_has_them(event):
    frame = _of(event).set_index("report_id")
    rows = _rows(_of(event))
    for report, row in frame.iterrows():
        words = wording.figure(row) + (", a copy" if pd.notna(row["echo_of"]) else "")
        assert rows.at[report, "words"] == words
        assert rows.at[report, "says"].endswith(f"[{report}]")
    named = reporters(_of(event)).set_axis(frame.index)
    for report, name in rows["reporter"].items():
        assert named[report].startswith(name.rstrip("…"))


def test_every_figure_is_a_dot_that_is_really_drawn_and_every_bound_an_arrow():
    low, high = REPORTS["count_low"].notna(), REPORTS["count_high"].notna()
    open_dots = (high & REPORTS["count_high"].ne(REPORTS["count_low"]).fillna(True)).sum()
    arrows = (REPORTS["qualifier"] == "at_least").sum()
    assert symbols(cb.toll(REPORTS)) == low.sum() + open_dots + arrows


@pytest.mark.parametrize("most", [1, 6, 7, 12, 60001, 10**6, 10**12])
def test_the_scale_has_a_few_round_numbers_however_high_the_figure(most):
    one = SARAVAN.head(1).astype({"count_low": "Int64"}).assign(count_low=most, count_high=most, qualifier="exact")
    ticks = next(each["axis"]["values"] for each in encodings(cb.toll(one).to_dict(), "x") if each.get("axis"))
    assert 2 <= len(ticks) <= 7
    assert ticks[-2] < most <= ticks[-1]


def test_a_report_without_a_figure_keeps_its_line_and_has_no_dot():
    silent = _rows(SARAVAN)[lambda rows: rows["qualifier"] == "no_figure"]
    assert len(silent) == (SARAVAN["qualifier"] == "no_figure").sum() > 0
    assert set(silent["words"]) == {"no figure given"}
    assert silent[["lower", "upper", "end"]].isna().all(axis=None)


def test_none_is_a_dot_at_zero_and_a_blank_is_no_dot():
    nobody = _rows(REPORTS[REPORTS["qualifier"] == "none"])
    assert (nobody["lower"] == 0).all()
    assert set(nobody["words"].str.removesuffix(", a copy")) == {"none"}


def test_dots_stand_at_the_figures_of_the_table():
    rows, frame = _rows(REPORTS), REPORTS.set_index("report_id").loc[lambda r: r["count_low"].notna()]
    assert (rows.loc[frame.index, "lower"] == frame["count_low"].astype(float)).all()
    ranges = frame[frame["qualifier"] == "range"]
    assert len(ranges)
    assert (rows.loc[ranges.index, "upper"] == ranges["count_high"].astype(float)).all()


def test_at_least_is_a_dashed_arrow_and_never_a_second_dot():
    rows = _rows(REPORTS)
    assert rows.loc[rows["qualifier"] == "at_least", "upper"].isna().all()
    arrows = [view for view in units(cb.toll(SARAVAN).to_dict()) if _only(view).get("equal") == "at_least"]
    assert {view["mark"]["type"] for view in arrows} == {"rule", "point", "text"}
    assert all(view["mark"].get("strokeDash") for view in arrows if view["mark"]["type"] == "rule")


def _only(view: dict) -> dict:
    """The predicate that picks the rows of a view."""
    return view.get("transform", [{"filter": {}}])[0]["filter"]


def test_up_to_is_an_open_dot_at_the_end_of_dashes_that_begin_at_nobody():
    rows = _rows(REPORTS)[lambda rows: rows["qualifier"] == "up_to"]
    assert len(rows)
    assert rows["lower"].isna().all()
    assert rows["upper"].notna().all()
    dashes = next(view for view in units(cb.toll(REPORTS).to_dict()) if _only(view).get("equal") == "up_to")
    assert dashes["encoding"]["x2"] == {"datum": 0}
    assert dashes["mark"]["strokeDash"]


def test_a_copy_is_paler_and_its_bracket_leads_to_the_row_that_it_repeats():
    spec = cb.toll(SARAVAN).to_dict()
    rows = _rows(SARAVAN)
    copies = SARAVAN[SARAVAN["echo_of"].isin(SARAVAN["report_id"])]
    brackets = pd.DataFrame(spec["datasets"]["copies"])
    assert set(brackets["bracket"]) == set(copies["report_id"])
    for copy in copies.itertuples():
        ends = brackets[brackets["bracket"] == copy.report_id].sort_values("order")["y"]
        assert (ends.iloc[0], ends.iloc[-1]) == (rows.at[copy.echo_of, "y"], rows.at[copy.report_id, "y"])
    paler = [paint for paint in encodings(spec, "color") if paint.get("condition", {}).get("test")]
    assert paler
    assert all(paint["condition"]["test"] == {"field": "copy", "equal": True} for paint in paler)


def test_a_copy_without_its_original_is_drawn_without_a_bracket():
    copies = SARAVAN[SARAVAN["echo_of"].notna()]
    chart = cb.toll(copies).to_dict()
    assert len(chart["datasets"]["reports"]) == len(copies)
    assert all("a copy" in row["words"] for row in chart["datasets"]["reports"])


def test_a_line_joins_different_figures_of_one_reporter_and_of_nobody_else():
    points = pd.DataFrame(cb.toll(SARAVAN).to_dict()["datasets"]["corrected"])
    rows = _rows(SARAVAN)
    by_place = {y: report for report, y in rows["y"].items()}
    table = SARAVAN.set_index("report_id")
    assert points["line"].nunique() > 1
    for _, line in points.groupby("line"):
        mine = table.loc[[by_place[y] for y in line["y"]]]
        assert mine["reporter_id"].nunique() == 1
        assert mine["count_low"].nunique() > 1
        assert mine["echo_of"].isna().all()


def test_killed_and_injured_never_share_a_block():
    for block in blocks(REPORTS):
        assert block.everybody["measure"].nunique() + block.one_group["measure"].nunique() <= 2
        for part in (block.everybody, block.one_group):
            assert part["measure"].nunique() <= 1
            assert part["event_id"].nunique() <= 1


def test_reports_of_one_group_stand_below_under_a_note():
    rows, frame = _rows(SARAVAN), SARAVAN.set_index("report_id")
    note = next(row["y"] for row in cb.toll(SARAVAN).to_dict()["datasets"]["headings"] if row["text"] == ONE_GROUP)
    subset = frame["scope"] == "subset"
    assert (rows.loc[frame.index[subset], "y"] > note).all()
    assert (rows.loc[frame.index[~subset], "y"] < note).all()


def test_within_a_block_time_runs_downward_and_undated_reports_come_last():
    everybody = blocks(SARAVAN)[0].everybody
    dates = everybody["date_reported"]
    assert dates.dropna().is_monotonic_increasing
    assert dates.isna().sort_values().tolist() == dates.isna().tolist()


def test_nothing_is_aggregated_anywhere():
    for part in inside(cb.toll(REPORTS).to_dict()):
        assert not {"aggregate", "joinaggregate", "window", "bin", "stack"} & set(part)


def test_no_mark_grows_with_a_number_of_people():
    spec = cb.toll(SARAVAN).to_dict()
    assert not encodings(spec, "size")


@pytest.mark.parametrize("event", EVENTS)
def test_words_of_the_highest_figure_end_before_the_next_column(event):
    chart = cb.toll(_of(event)).to_dict()
    top = next(each["scale"]["domain"][1] for each in encodings(chart, "x") if each.get("field") == "end")
    for row in chart["datasets"]["reports"]:
        if row["end"] is not None:
            away = 44 if row["qualifier"] == "at_least" else 10
            assert row["end"] / top * PLOT + away + text_width(row["words"], 12) <= PLOT + 4


@settings(max_examples=15)
@given(chosen=st.sets(st.sampled_from(list(REPORTS.index)), min_size=1, max_size=40))
def test_no_two_reports_of_any_part_share_a_line(chosen):
    rows = _rows(REPORTS.loc[sorted(chosen)])
    assert len(rows) == len(chosen)
    assert rows["y"].is_unique


def test_the_description_names_the_figures_as_given_and_what_is_missing():
    said = cb.toll(SARAVAN).to_dict()["description"]
    assert said.startswith(f"Dot chart of {len(SARAVAN)} reports of people killed")
    assert "given for everybody: 7, at least 7, 9, at least 9, 10, at least 10" in said
    assert f"{(SARAVAN['qualifier'] == 'no_figure').sum()} give no figure" in said
    assert f"{SARAVAN['echo_of'].notna().sum()} repeat another" in said


def test_the_table_beside_it_keeps_the_order_of_the_frame_and_every_copy():
    table = cb.as_table(cb.toll(SARAVAN))
    assert list(table["Report"]) == list(SARAVAN["report_id"])
    assert list(table["Repeats"]) == list(SARAVAN["echo_of"].fillna(""))
