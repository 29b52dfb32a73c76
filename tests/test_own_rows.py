"""Rows of a reader's own go in by the codebook, from a cell or from the form, and each slip is told in one sentence."""

import html
from pathlib import Path

import pytest

import casebook as cb
from casebook.datapackage import table_in
from casebook.folders import DATA, PRACTICE
from casebook.own.files import OwnFolderError
from casebook.own.sentences import sentences
from owned import FOUR, practice_desk

TEXT = (PRACTICE / "practice.txt").read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path):
    return practice_desk(tmp_path / "mine")


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (
            {"qualifier": "exactly"},
            "'exactly' is no code of qualifier. There are: exact, at_least, up_to, range, about, none",
        ),
        ({"measure": "?"}, "'?' is no code of measure. There are: killed, injured."),
        ({"reporter_id": "health-office"}, "'health-office' is no row of actors. Nearest: low-sallow-health-office"),
        ({"event_id": "E999"}, "'E999' is no row of events. Nearest: E901."),
        ({"count_low": "four"}, "count_low is a whole number; you gave 'four'."),
        ({"count_low": -5}, "count_low is 0 or more; you gave -5."),
        ({"source": "another"}, "'another' is no row of sources. There are: practice-article."),
        ({"count_low": [4]}, "count_low takes one value, a text, a number or a day; you gave a list."),
        ({"count_low": True}, "count_low takes one value, a text, a number or a day; you gave a bool."),
        ({"date_reported": "12 March"}, "date_reported is a day, YYYY-MM-DD; you gave '12 March'."),
        ({"mesure": "killed"}, "casualties has no column 'mesure'. Nearest: measure."),
        ({"victims": None}, "casualties also needs victims. victims: Who they were"),
        ({"report_id": "901"}, "report_id is written like C901; you gave '901'."),
        ({"report_id": "C901"}, "You have a row C901 in casualties already."),
        ({"passage": ""}, "Which sentence says so?"),
        ({"passage": ["s907"]}, "No sentence has these words."),
        ({"source": 5}, "'5' is no row of sources."),
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
        (
            lambda desk: desk.change("casualties", "C901", report_id="C902"),
            "The key of a row (report_id) stays: remove the row, and add it with another.",
        ),
        (lambda desk: desk.remove("casualties"), "A row of casualties is named by report_id; you gave ''."),
        (lambda desk: desk.remove("casualties", ["C901"]), "report_id takes one value"),
        (
            lambda desk: desk.remove("evidence", "casualties"),
            "A row of evidence is named by table, row_id, source_id, passage_id; you gave 'casualties'. "
            "There are: 'casualties', 'C901', 'practice-article', 's907'.",
        ),
        (
            lambda desk: desk.remove("evidence", "casualties", "C901", "practice-article", ""),
            "You have no row 'casualties C901 practice-article ' in evidence. There are: 'casualties', 'C901', ",
        ),
        (
            lambda desk: desk.add("places", place_id="x", name="X", latitude=-91, longitude=0, precision="exact"),
            "latitude is -90 or more; you gave -91.",
        ),
        (
            lambda desk: desk.add("places", place_id="x", name="X", latitude=0, longitude=181, precision="exact"),
            "longitude is 180 or less; you gave 181.",
        ),
        (lambda desk: desk.remove("statements", "S901"), "You have no row 'S901' in statements. It has no rows yet."),
        (lambda desk: desk.sentence(""), "No sentence has these words."),
        (lambda desk: desk.compare(5), "The name of a folder is wanted"),
        (lambda desk: desk.compare(None), "The name of a folder is wanted"),
        (lambda desk: desk.compare("a\0b"), "'a\\x00b' cannot be used as a folder"),
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


def test_a_line_of_evidence_is_a_row_like_any_other(desk):
    line = {"table": "casualties", "row_id": "C901", "source_id": "practice-article"}
    desk.add("evidence", **line, passage_id="", relation="supports")
    form = desk.form("evidence")
    form.add({**line, "passage_id": "s999", "relation": "mentions"})
    assert "'s999' is no row of passages." in html.unescape(form.said)
    form.add({**line, "passage_id": desk.sentence("Six families"), "relation": "mentions"})
    assert "Added: row_id C901" in form.said
    shown = desk.change("evidence", *line.values(), desk.sentence("Six families"), relation="contradicts")
    assert shown.loc["relation", "casualties"] == "contradicts"
    assert desk.rows("evidence")["relation"].tolist() == ["supports", "supports", "contradicts", "supports"]


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


def test_a_cell_that_cannot_be_typed_is_one_plain_sentence(desk):
    path = desk.folder / "casualties.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",4,4,", ",4,many,"), encoding="utf-8", newline="")
    with pytest.raises(OwnFolderError, match="column count_high has 'many', which is not a whole number"):
        desk.rows("casualties")


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
