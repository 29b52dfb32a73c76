"""The timeline: every event once, every label readable, every day and doubt as the table has it."""

import itertools
from collections.abc import Iterator

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import casebook as cb
from casebook.charts import lanes, strips
from casebook.charts.packing import Piece, pack, text_width
from casebook.charts.periods import crisis, in_crisis
from casebook.charts.stage import GAP, MARK, Stage, staged
from casebook.charts.theme import THEMES, Theme, look
from casebook.charts.timeline import AROUND, arranged
from casebook.charts.words import prepared
from charted import encodings, symbols, units

EVENTS = cb.events()
FORTNIGHT = EVENTS[in_crisis(EVENTS)]
FRAMES = {
    "all events": EVENTS,
    "the fortnight": FORTNIGHT,
    "the prelude": EVENTS[EVENTS["phase"] == "prelude"],
    "2023": EVENTS[EVENTS["date"].dt.year == 2023],
    "the aftermath": EVENTS[EVENTS["phase"] == "aftermath"],
    "one day": EVENTS[EVENTS["date"] == "2024-01-18"],
    "one event": EVENTS[EVENTS["event_id"] == "E092"],
}
every_frame = pytest.mark.parametrize("frame", FRAMES.values(), ids=list(FRAMES))


def _boxes(stage: Stage, kind: Theme) -> list[tuple[float, float, float, float]]:
    """Left, right, top and bottom of every label with its mark, in pixels."""
    mark, air, half = kind.scaled(MARK), kind.scaled(GAP), kind.text / 2
    boxes = []
    for row in stage.rows.itertuples():
        away = mark + air + text_width(row.label, kind.text)
        left, right = (row.x1 - away, row.x2 + mark) if row.left else (row.x1 - mark, row.x2 + away)
        boxes.append((left, right, row.y - half, row.y + half))
    return boxes


def _overlaps(stage: Stage, kind: Theme) -> int:
    pairs = itertools.combinations(_boxes(stage, kind), 2)
    return sum(a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3] for a, b in pairs)


def _datasets(frame: pd.DataFrame) -> dict:
    return cb.timeline(frame).to_dict()["datasets"]


def _drawn_ids(frame: pd.DataFrame) -> list[str]:
    data = _datasets(frame)
    shown = [row["event_id"] for name, rows in data.items() if name == "events" or "strip" in name for row in rows]
    _, _, alone = arranged(prepared(frame), look("light"))
    assert all(title in data["alone"][0]["says"] for title in alone["title"])
    return sorted([*shown, *alone["event_id"]])


@pytest.mark.parametrize("theme", THEMES)
@every_frame
def test_no_label_touches_another(frame, theme):
    assert _overlaps(staged(prepared(frame), look(theme), look(theme).room(AROUND)), look(theme)) == 0


@settings(max_examples=60)
@given(chosen=st.sets(st.sampled_from(list(EVENTS.index)), min_size=1), theme=st.sampled_from(sorted(THEMES)))
def test_no_label_of_any_part_of_the_table_touches_another(chosen, theme):
    rows = prepared(EVENTS.loc[sorted(chosen)])
    assert _overlaps(staged(rows, look(theme), look(theme).room(AROUND)), look(theme)) == 0


@settings(max_examples=60)
@given(st.lists(st.tuples(st.floats(0, 700), st.floats(0, 90), st.floats(5, 330)), max_size=40))
def test_labels_are_packed_apart_wherever_they_stand(told):
    pieces = [Piece(start, start + length, width) for start, length, width in sorted(told)]
    spots = pack(pieces, room=800)
    for (a, spot_a), (b, spot_b) in itertools.combinations(zip(pieces, spots, strict=True), 2):
        if spot_a.level == spot_b.level:
            one, other = a.reach(spot_a.left, 6, 5), b.reach(spot_b.left, 6, 5)
            assert one[1] < other[0] or other[1] < one[0]


def test_the_overlap_that_these_tests_look_for_can_be_found():
    stage = staged(prepared(FORTNIGHT), look("light"), look("light").room(AROUND))
    stage.rows["y"] = 0.0
    assert _overlaps(stage, look("light")) > 0


@every_frame
def test_labels_stay_on_the_plot_and_in_their_lane(frame):
    kind = look("light")
    stage = staged(prepared(frame), kind, kind.room(AROUND))
    for (left, right, top, bottom), lane in zip(_boxes(stage, kind), stage.rows["lane"], strict=True):
        place = stage.lanes.set_index("lane").loc[lane]
        assert left >= 0
        assert right <= kind.width
        assert place["top"] <= top
        assert bottom <= place["bottom"]


def test_the_whole_fortnight_has_labels_also_beside_all_other_years():
    for frame in (EVENTS, FORTNIGHT):
        labelled = {row["event_id"] for row in _datasets(frame)["events"]}
        assert labelled == set(FORTNIGHT["event_id"])


@every_frame
def test_every_event_is_drawn_once(frame):
    assert _drawn_ids(frame) == sorted(frame["event_id"])


@every_frame
def test_every_event_is_a_mark_that_is_really_drawn(frame):
    _, _, alone = arranged(prepared(frame), look("light"))
    assert symbols(cb.timeline(frame)) == len(frame) - len(alone)


@settings(max_examples=25)
@given(chosen=st.sets(st.sampled_from(list(EVENTS.index)), min_size=1))
def test_every_event_of_any_part_of_the_table_is_drawn_once(chosen):
    frame = EVENTS.loc[sorted(chosen)]
    assert _drawn_ids(frame) == sorted(frame["event_id"])


def test_the_lanes_are_iran_diplomacy_pakistan_and_others_from_the_top():
    rows = _datasets(FORTNIGHT)["lanes"]
    assert [row["lane"] for row in sorted(rows, key=lambda row: row["top"])] == [
        "Iran",
        "Diplomacy",
        "Pakistan",
        "Others",
    ]


def test_the_axis_is_the_fortnight_and_names_its_weekdays():
    x = next(each for each in encodings(cb.timeline(FORTNIGHT).to_dict(), "x") if "scale" in each)
    assert x["type"] == "temporal"
    first, last = [pd.Timestamp(**{k.rstrip("s"): v for k, v in _parts(end).items()}) for end in x["scale"]["domain"]]
    assert first < crisis()[0]
    assert last > crisis()[1]
    assert x["axis"]["format"] == "%a %-d"
    assert len(x["axis"]["values"]) == 14


def _parts(moment: dict) -> dict:
    return {{"date": "day"}.get(name, name): value for name, value in moment.items()}


def test_what_is_known_to_the_day_is_filled_and_the_rest_open_in_the_middle():
    frame = FRAMES["2023"]
    spec = cb.timeline(frame).to_dict()
    rows = {row["event_id"]: row for row in spec["datasets"]["events"]}
    for event in frame.itertuples():
        row = rows[event.event_id]
        assert row["exact"] == (event.date_precision == "day")
        middle = event.date if row["exact"] else event.date + (event.date_end - event.date) / 2
        assert row["at"] == f"{middle:%Y-%m-%dT%H:%M:%S}"
    fills = {view["transform"][0]["filter"]["equal"]: view["mark"]["filled"] for view in units(spec) if _is_point(view)}
    assert fills == {True: True, False: False}


def _is_point(view: dict) -> bool:
    return view["mark"]["type"] == "point"


def test_a_bar_is_an_event_of_several_days_or_the_stretch_in_which_its_day_lies():
    frame = FRAMES["2023"]
    rows = {row["event_id"]: row for row in _datasets(frame)["events"]}
    for event in frame.itertuples():
        long = event.date_end > event.date
        wanted = (lanes.LASTS if event.date_precision == "day" else lanes.WITHIN) if long else ""
        assert rows[event.event_id]["span"] == wanted
    dashes = [view["mark"].get("strokeDash") for view in units(cb.timeline(frame).to_dict()) if _is_span(view)]
    assert dashes == [None, [4, 3]]


def _is_span(view: dict) -> bool:
    return "date_end" in str(view["encoding"].get("x2"))


def test_a_strip_stacks_events_of_one_year_or_month_without_a_gap():
    _, found, _ = arranged(prepared(EVENTS), look("light"))
    assert [strip.period.name for strip in found] == ["background", "prelude", "aftermath"]
    for strip in found:
        for _, stack in strip.rows.groupby("bin"):
            assert sorted(stack["level"]) == list(range(len(stack)))
        assert (strip.rows["at"].dt.to_period(strips.LETTERS[strip.period.unit]) == strip.rows["bin"]).all()


def test_events_without_a_date_are_counted_in_words_and_kept_in_the_table():
    frame = FORTNIGHT.copy()
    frame.loc[frame.index[:2], ["date", "date_end"]] = pd.NaT
    chart = cb.timeline(frame)
    assert "2 events without a date not drawn" in " ".join(chart.to_dict()["title"]["subtitle"])
    assert len(cb.as_table(chart)) == len(frame)
    assert cb.as_table(chart)["Date"].eq("date not stated").sum() == 2


def test_the_description_counts_what_the_table_has():
    said = cb.timeline(EVENTS).to_dict()["description"]
    assert said.startswith(f"Timeline of {len(EVENTS)} events, first 1964, last ")
    by_iran = (prepared(EVENTS)["side"] == "Iran").sum()
    assert f"{by_iran} by Iran" in said
    busiest = FORTNIGHT["date"].value_counts().iloc[0]
    assert f"Most on one day: {busiest} on 18 January 2024." in said


def test_a_lane_is_no_verdict_and_the_chart_says_so():
    assert "not who is to blame" in " ".join(cb.timeline(FORTNIGHT).to_dict()["title"]["subtitle"])


def _words_of_strips(found: list[strips.Strip], kind: Theme) -> Iterator[list[tuple[float, float]]]:
    """From where to where the headings of strips reach, in pixels; then the labels at either end of each."""
    width, gap = strips.measures(found, kind)
    ends = list(itertools.accumulate([len(strip.bins) * width + gap for strip in found], initial=0))
    yield [(begin, begin + strip.heading_width(kind)) for begin, strip in zip(ends[:-1], found, strict=True)]
    out = [(text_width(strips.WIDEST_LABELS[each.period.unit], kind.scaled(11)) - width) / 2 for each in found]
    yield [(begin - out[at], end - gap + out[at]) for at, (begin, end) in enumerate(itertools.pairwise(ends))]


@settings(max_examples=60, deadline=None)
@given(chosen=st.sets(st.sampled_from(list(EVENTS.index)), min_size=1), theme=st.sampled_from(sorted(THEMES)))
def test_no_words_of_a_strip_touch_those_of_the_next(chosen, theme):
    found = strips.strips(prepared(EVENTS.loc[sorted(chosen)]))
    for words in _words_of_strips(found, look(theme)):
        for (_, end), (begin, _) in itertools.pairwise(words):
            assert end < begin
