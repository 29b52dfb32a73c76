"""A reader's own folder: rows go in by the codebook, show beside the casebook's, and nothing of theirs is ever lost."""

import json
import shutil
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import casebook as cb
import practised
from casebook.datapackage import table_in
from casebook.folders import DATA, PRACTICE
from casebook.integrity import faults
from casebook.own import files
from casebook.own.files import OwnFolderError
from casebook.own.sentences import sentences
from charted import CHARTS, drawn

TEXT = (PRACTICE / "practice.txt").read_text(encoding="utf-8")
SHOTS = {
    "date": "2031-03-11",
    "date_end": "2031-03-11",
    "date_precision": "day",
    "place_id": "timber-landing",
    "initiator_id": "thistermark-coast-guard",
    "target_id": "amberlow",
    "responsibility": "acknowledged",
    "event_type": "strike",
    "phase": "exchange",
    "title": "Patrol boat fires on the Amberlow bank",
    "summary": "A patrol boat of Thistermark fires on the Amberlow bank.",
}
FOUR = {
    "event_id": "E901",
    "measure": "killed",
    "scope": "total",
    "count_low": 4,
    "count_high": 4,
    "qualifier": "exact",
    "count_is": "stated",
    "victims": "people",
    "victim_group": "not_stated",
    "nationality": "not_stated",
    "reporter_id": "low-sallow-health-office",
    "reporter_as_named": "the district health office",
    "date_reported": pd.Timestamp("2031-03-12"),
    "date_reported_precision": "day",
}
PAGE = {
    "source_id": "my-page",
    "publisher": "A page for this test",
    "publisher_country": "INT",
    "kind": "other",
    "state_affiliated": "unknown",
    "title": "An invented page",
    "title_is": "described",
    "language": "en",
    "seen": "full",
}
NO_FIGURE = {
    "event_id": "E092",
    "measure": "killed",
    "scope": "total",
    "qualifier": "no_figure",
    "victims": "people",
    "victim_group": "not_stated",
    "nationality": "not_stated",
    "reporter_as_named": "an invented page, nobody named",
    "date_reported_precision": "unknown",
}
CALL = {
    "date": "2024-01-17",
    "date_end": "2024-01-17",
    "date_precision": "day",
    "initiator_id": "iran",
    "target_id": "pakistan",
    "responsibility": "not_applicable",
    "event_type": "call",
    "quad_class": "verbal_cooperation",
    "phase": "exchange",
    "title": "A call that was made up for this test",
    "summary": "A call that was made up for this test.",
}
SAID = {
    "date": "2024-01-17",
    "date_precision": "day",
    "speaker_id": "iran",
    "speaks_for_id": "iran",
    "medium": "not_stated",
    "audience": "not stated",
    "form": "indirect",
    "gist": "Made up for this test.",
}


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def desk(tmp_path):
    """A folder for the practice text with one event and one report in it."""
    desk = cb.practice(tmp_path / "mine")
    desk.add("events", passage="Four days after", **SHOTS)
    desk.add("casualties", passage="counted four dead", **FOUR)
    return desk


@pytest.fixture
def own(tmp_path):
    """A folder beside the casebook with one row of each kind that charts draw."""
    own = cb.own_source(tmp_path / "own")
    own.add("sources", **PAGE)
    own.add("casualties", **NO_FIGURE)
    own.add("events", place_id="tehran", **CALL)
    own.add("statements", event_id="E901", **SAID)
    own.add("moves", statement_id="S901", move="reassure")
    return own


# Nothing is lost.


@pytest.mark.parametrize("opened", [cb.practice, cb.own_source])
def test_opening_a_folder_again_changes_no_byte(opened, tmp_path):
    opened(tmp_path / "mine")
    (tmp_path / "mine" / "casualties.csv").write_text("my own notes, not even a table", encoding="utf-8")
    (tmp_path / "mine" / "memo.txt").write_text("a memo", encoding="utf-8")
    before = files_of(tmp_path / "mine")
    opened(tmp_path / "mine")
    assert files_of(tmp_path / "mine") == before


def test_a_lost_table_comes_back_empty_and_the_others_stay(desk):
    (desk.folder / "moves.csv").unlink()
    before = files_of(desk.folder)
    again = cb.practice(desk.folder)
    assert files_of(desk.folder) == before | {"moves.csv": b"statement_id,move\n"}
    assert len(again.rows("casualties")) == 1


def test_a_folder_with_another_data_package_is_left_alone(tmp_path):
    shutil.copytree(DATA, tmp_path / "theirs")
    before = sorted(path.name for path in (tmp_path / "theirs").iterdir())
    with pytest.raises(OwnFolderError, match="holds another data package"):
        cb.practice(tmp_path / "theirs")
    assert sorted(path.name for path in (tmp_path / "theirs").iterdir()) == before


def test_a_file_is_not_a_folder_and_stays(tmp_path):
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    with pytest.raises(OwnFolderError, match="is a file, and a folder is wanted"):
        cb.practice(tmp_path / "notes")
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (5, "The name of a folder is wanted"),
        ("  ", "The name of a folder is wanted"),
        (None, "The name of a folder is wanted"),
    ],
)
def test_what_is_no_folder_gets_one_plain_sentence(given, words):
    with pytest.raises(OwnFolderError, match=words):
        cb.practice(given)


def test_a_folder_that_cannot_be_made_gets_one_plain_sentence(tmp_path):
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(OwnFolderError, match=r"below cannot be written to: Not a directory\. Choose another folder"):
        cb.own_source(tmp_path / "file" / "below")


def test_a_descriptor_that_was_broken_by_hand_is_named_and_left(desk):
    path = desk.folder / "datapackage.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(OwnFolderError, match="cannot be read as a data package: mend it"):
        cb.practice(desk.folder)
    assert path.read_text(encoding="utf-8") == "{"


CELLS = st.one_of(st.none(), st.text(max_size=30), st.integers(), st.floats(), st.lists(st.integers(), max_size=2))


@given(cells=st.dictionaries(st.sampled_from([*FOUR, "report_id", "note", "echo_of"]), CELLS, max_size=4))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_put_into_a_row_is_written_whole_or_answered_in_one_sentence(desk, cells):
    path, told = desk.folder / "casualties.csv", ""
    before = path.read_bytes()
    try:
        desk.add("casualties", passage="s907", **{**FOUR, **cells})
    except OwnFolderError as error:
        told = str(error)
    after = path.read_bytes()
    assert (len(told.splitlines()) == 1 and after == before) or set(before.splitlines()) < set(after.splitlines())


def test_what_was_typed_by_hand_stays_when_a_row_is_added(desk):
    path = desk.folder / "casualties.csv"
    typed = "C950,E901,killed,total,many,,exactly,,people,,,,,somebody,,,,half done\n"
    path.write_text(path.read_text(encoding="utf-8") + typed, encoding="utf-8", newline="")
    desk.add("casualties", passage="s907", **{**FOUR, "measure": "injured", "count_low": 7, "count_high": 7})
    assert typed in path.read_text(encoding="utf-8")
    assert len(path.read_text(encoding="utf-8").splitlines()) == 4


def test_a_table_with_other_columns_is_not_written_into(desk):
    path = desk.folder / "casualties.csv"
    path.write_text("who,how_many\nthe office,4\n", encoding="utf-8")
    with pytest.raises(OwnFolderError, match="nothing was written into it"):
        desk.add("casualties", passage="s907", **FOUR)
    assert path.read_text(encoding="utf-8") == "who,how_many\nthe office,4\n"


def test_a_write_that_fails_leaves_the_file_as_it_was(desk, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    before = files_of(desk.folder)
    monkeypatch.setattr(files.os, "replace", full)
    with pytest.raises(OwnFolderError, match="cannot be written: No space left on device"):
        desk.change("casualties", "C901", note="later")
    assert files_of(desk.folder) == before


def test_a_refused_row_changes_no_byte(desk):
    before = files_of(desk.folder)
    with pytest.raises(OwnFolderError):
        desk.add("casualties", passage="Six families", **{**FOUR, "qualifier": "exactly"})
    kept = {name: content for name, content in files_of(desk.folder).items() if name != "passages.csv"}
    assert kept == {name: content for name, content in before.items() if name != "passages.csv"}


def test_a_zip_is_never_overwritten(desk):
    first, second = desk.pack(), desk.pack()
    assert (first.name, second.name) == ("mine.zip", "mine-2.zip")
    assert first.read_bytes()


# Rows by the codebook.


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"qualifier": "exactly"}, "'exactly' is no code of qualifier. Nearest: exact, at_least."),
        ({"measure": "?"}, "'?' is no code of measure. There are: injured, killed."),
        ({"reporter_id": "health-office"}, "'health-office' is no row of actors. Nearest: low-sallow-health-office"),
        ({"event_id": "E999"}, "'E999' is no row of events. Nearest: E901."),
        ({"count_low": "four"}, "count_low is a whole number; you gave 'four'."),
        ({"count_low": [4]}, "count_low takes one value, a text, a number or a day; you gave a list."),
        ({"count_low": True}, "count_low takes one value, a text, a number or a day; you gave a bool."),
        ({"date_reported": "12 March"}, "date_reported is a day, YYYY-MM-DD; you gave '12 March'."),
        ({"mesure": "killed"}, "casualties has no column 'mesure'. Nearest: measure."),
        ({"victims": None}, "casualties also needs victims. victims: Who they were"),
        ({"report_id": "901"}, "report_id is written like C901; you gave '901'."),
        ({"report_id": "C901"}, "You have a row C901 in casualties already."),
        ({"passage": ""}, "Which sentence says so?"),
        ({"passage": "on Thursday night"}, "No sentence has these words."),
        ({"passage": "Thursday"}, "3 sentences have these words."),
    ],
)
def test_a_slip_in_a_row_gets_one_plain_sentence(cells, words, desk):
    with pytest.raises(OwnFolderError) as told:
        desk.add("casualties", **{"passage": "s907", **FOUR, **cells})
    assert str(told.value).startswith(words)
    assert told.value._render_traceback_() == [str(told.value)]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda desk: desk.add("casualtys"), "'casualtys' is not a table. Nearest: casualties"),
        (lambda desk: desk.rows(3), "3 is not a table."),
        (
            lambda desk: desk.change("casualties", "C902", note="x"),
            "You have no row 'C902' in casualties. There are: C901.",
        ),
        (lambda desk: desk.remove("statements", "S901"), "You have no row 'S901' in statements. It has no rows yet."),
        (lambda desk: desk.sentence(""), "No sentence has these words."),
        (lambda desk: desk.compare(DATA), f"{DATA} holds no coding of the same text"),
        (lambda desk: desk.compare(Path("/nowhere")), "/nowhere holds no coding of the same text"),
    ],
)
def test_a_slip_at_the_desk_gets_one_plain_sentence(act, words, desk):
    with pytest.raises(OwnFolderError) as told:
        act(desk)
    assert str(told.value).startswith(words)


def test_rows_get_the_next_free_key_and_their_line_of_evidence(desk):
    desk.add("casualties", passage="s907", **{**FOUR, "measure": "injured", "count_low": 7, "count_high": 7})
    assert list(desk.rows("casualties")["report_id"]) == ["C901", "C902"]
    lines = desk.rows("evidence").set_index("row_id")
    assert lines.loc["C902", ["table", "source_id", "passage_id"]].tolist() == [
        "casualties",
        "practice-article",
        "s907",
    ]


def test_a_sentence_is_marked_once_with_offsets_that_give_it_back(desk):
    for _ in range(2):
        assert desk.sentence("Six families") == "s912"
    (row,) = desk.rows("passages").query("passage_id == 's912'").to_dict("records")
    assert (
        TEXT[row["start"] : row["end"]] == row["text"] == "Six families have asked the parish for help with funerals."
    )


def test_the_text_is_cut_into_the_sentences_of_the_key():
    found = sentences(TEXT)
    known = table_in(PRACTICE, "passages")
    assert [(each.paragraph, each.start, each.end) for each in found] == [
        tuple(row) for row in known[["paragraph", "start", "end"]].to_numpy()
    ]


def test_a_row_can_be_changed_and_taken_out_with_what_hangs_on_it(desk):
    assert desk.change("casualties", "C901", scope="subset").loc["scope", "C901"] == "subset"
    desk.remove("casualties", "C901")
    assert desk.rows("casualties").empty
    assert "C901" not in set(desk.rows("evidence")["row_id"])


def test_a_sound_folder_is_said_to_be_sound_and_a_fault_is_named(desk):
    assert desk.check().heading == "No faults"
    desk.change("casualties", "C901", count_high=None)
    note = desk.check()
    assert note.heading == "1 fault"
    assert "count-by-qualifier" in note.text


def test_at_most_four_faults_are_told_at_once(tmp_path):
    desk = cb.practice(tmp_path / "mine")
    (desk.folder / "moves.csv").write_text(
        "statement_id,move\n" + "S901,shout\n" * 3 + "S902,shout\n" * 4, encoding="utf-8", newline=""
    )
    assert len(desk.check().parts[0].points) == 4


def test_a_folder_that_is_gone_is_said_to_be_gone(desk):
    form = desk.form()
    shutil.rmtree(desk.folder)
    form.add({"passage": "Six families", "measure": "killed"})
    assert "is not there any more: open the folder again to get it back" in form.said
    assert cb.practice(desk.folder).rows("casualties").empty


def test_a_cell_that_cannot_be_typed_is_one_plain_sentence(desk):
    path = desk.folder / "casualties.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",4,4,", ",4,many,"), encoding="utf-8", newline="")
    with pytest.raises(OwnFolderError, match="column count_high has 'many', which is not a whole number"):
        desk.rows("casualties")


# Beside the casebook.


def test_rows_of_ones_own_may_name_rows_of_the_casebook(own):
    assert [str(fault) for fault in faults(own.folder)] == []


@pytest.mark.parametrize(
    ("table", "old", "new", "rule"),
    [
        ("casualties", "C901", "C151", "unique-key"),
        ("casualties", "E092", "E192", "foreign-key"),
        ("moves", "S901", "S999", "foreign-key"),
    ],
)
def test_a_key_that_is_taken_or_leads_nowhere_is_told(table, old, new, rule, own):
    path = own.folder / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="")
    assert rule in {fault.rule for fault in faults(own.folder) if fault.file == f"{table}.csv"}


def test_an_echo_of_a_casebook_report_must_repeat_it(own):
    nine = {**NO_FIGURE, "qualifier": "exact", "count_low": 9, "count_high": 9, "count_is": "stated", "echo_of": "C134"}
    own.add("casualties", **nine)
    assert [(fault.rule, fault.value) for fault in faults(own.folder)] == [("echo", "C134")]


def test_in_use_the_tables_are_the_casebooks_rows_and_then_ones_own(own):
    before = {name: getattr(cb, name)() for name in ("events", "casualties", "statements", "sources")}
    cb.use(own.folder)
    for name, frame in before.items():
        both = getattr(cb, name)()
        assert both.dtypes.equals(frame.dtypes)
        pd.testing.assert_frame_equal(both.iloc[: len(frame)], frame)
        assert len(both) == len(frame) + 1


def test_a_row_that_is_added_while_the_folder_is_in_use_is_seen_at_once(own):
    cb.use(own.folder)
    own.add("casualties", **{**NO_FIGURE, "measure": "injured"})
    assert {"C901", "C902"} <= set(cb.casualties()["report_id"])
    assert "no figure given" in cb.show("C902").text


def test_cards_and_references_know_both(own):
    cb.use(own.folder)
    assert "an invented page, nobody named" in cb.show("C901").text
    assert "A page for this test" in cb.cite("C901")
    assert cb.cite("C901").startswith("Rows of a reader's own beside Thirteen Days in January")
    assert cb.cite("C151").startswith("Thirteen Days in January: coded reports")
    assert cb.show("s15").text.count("10 people were killed in the offensive.") >= 1
    assert "Alireza Marhamati" in cb.show("C151").text


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_shows_ones_own_rows_marked_as_ones_own(name, own):
    cb.use(own.folder)
    key = {"casualties": "C901", "events": "E901", "moves": "S901"}[CHARTS[name]]
    chart = drawn(name)
    where = {"area_map": " (Tehran)", "move_matrix": " (reassure)"}.get(name, "")
    assert f"Rows of your own folder: {key}{where}." in json.dumps(chart.to_dict()["title"])
    assert cb.as_table(chart).apply(lambda column: column.str.contains(key)).to_numpy().any()
    if CHARTS[name] != "moves":
        assert "yours" in json.dumps(chart.to_dict()["datasets"]).casefold()


@pytest.mark.parametrize("name", CHARTS)
def test_the_casebooks_own_charts_mark_nothing(name):
    assert "your own" not in json.dumps(drawn(name).to_dict())


@pytest.mark.parametrize("name", CHARTS)
def test_a_correct_practice_folder_appears_on_every_chart(name, tmp_path):
    cb.use(practised.copied(tmp_path / "mine"))
    frame = getattr(cb, CHARTS[name])()
    key = frame.iloc[-1, 0]
    assert cb.as_table(drawn(name, frame)).apply(lambda column: column.str.contains(key)).to_numpy().any()


# With a partner, and handed in.


def test_two_codings_are_compared_cell_by_cell(desk, tmp_path):
    shutil.copytree(desk.folder, tmp_path / "theirs")
    assert desk.compare(tmp_path / "theirs")["same"].all()
    partner = cb.practice(tmp_path / "theirs")
    partner.change("casualties", "C901", qualifier="at_least", count_high=None)
    partner.remove("events", "E901")
    cells = desk.compare(partner.folder)
    differ = cells[~cells["same"]].set_index("column")
    assert differ.loc["qualifier", ["passage_id", "yours", "partners"]].tolist() == ["s907", "exact", "at_least"]
    assert set(differ.loc[differ["table"] == "events", "partners"]) == {"(no row)"}


def test_the_zip_is_a_data_package_that_can_be_checked_and_used(desk, tmp_path):
    with zipfile.ZipFile(desk.pack()) as archive:
        archive.extractall(tmp_path / "elsewhere")
    place = tmp_path / "elsewhere" / "mine"
    cb.use(place)
    assert faults(place) == []
    assert list(cb.casualties()["report_id"]) == ["C901"]


# The form.


def test_the_form_adds_a_row_or_says_in_one_sentence_why_not(desk):
    form = desk.form()
    words = "Nobody was killed or injured, the fire brigade said."
    cells = {**FOUR, "passage": words, "date_reported": "2031-03-12", "note": "<b>bold</b>"}
    form.add({name: str(cell) for name, cell in cells.items()})
    assert "Added: event_id E901" in form.said
    assert "<b>bold</b>" not in form.said
    form.add({"passage": words, "measure": "killed"})
    assert "casualties also needs scope" in form.said
    assert len(desk.rows("casualties")) == 2


def test_the_form_offers_every_sentence_and_every_code(desk):
    form = desk.form()
    assert form.form.count('name="passage"') == len(sentences(TEXT))
    for code in ("at_least", "no_figure", "subset"):
        assert f"<option>{code}</option>" in form.form
        assert code in form.text
    assert "<option>low-sallow-health-office</option>" in form.form
    data, _ = form._repr_mimebundle_()
    assert {"text/html", "text/plain"} <= data.keys()
