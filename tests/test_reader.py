"""The reader: the article beside its claims, alive and as a page that needs no kernel."""

import re
import shutil
from html import unescape

import pytest

import casebook as cb
from casebook.article import text
from casebook.datapackage import table
from casebook.folders import DATA, SEEDS
from casebook.reader import read
from in_words import words

CLAIMS = table("claims").set_index("claim_id")
WIDGET = "application/vnd.jupyter.widget-view+json"
MARKED = re.compile(r'<mark data-passage="(\w+)">(.*?)</mark>', re.DOTALL)


@pytest.fixture
def reader():
    return read()


@pytest.fixture(scope="module")
def page():
    return read()


def test_the_list_has_every_claim_once_with_its_sentence_in_the_order_of_the_article(page):
    listed = re.findall(r'<option value="(\w+)">(.*?)</option>', page.page)
    assert [key for key, _ in listed] == list(CLAIMS.index)
    for key, line in listed:
        assert unescape(line) == f"{key} · {CLAIMS.loc[key, 'passage_id']} · {CLAIMS.loc[key, 'claim']}"


def test_the_whole_article_can_be_read_and_nothing_is_marked_before_a_choice(reader):
    assert MARKED.findall(reader.article) == []
    assert words(re.sub(r"<small>.*?</small>", "", reader.article)) == " ".join(text().split())
    assert "Choose a claim" in words(reader.sentence)
    assert reader.beside == ""


@pytest.mark.parametrize("key", CLAIMS.index)
def test_choosing_a_claim_marks_its_sentence_alone_and_shows_what_others_say(reader, key):
    reader.chosen = key
    claim = CLAIMS.loc[key]
    sentence = table("passages").set_index("passage_id").loc[claim["passage_id"], "text"]
    assert [(passage, unescape(marked)) for passage, marked in MARKED.findall(reader.article)] == [
        (claim["passage_id"], sentence)
    ]
    beside = words(reader.beside)
    assert f"Sentence {claim['passage_id']} is marked" in words(reader.sentence)
    assert " ".join(claim["claim"].split()) in beside
    assert " ".join(claim["finding"].split()) in beside


def test_a_choice_names_every_claim_of_the_sentence_with_its_verdict(reader):
    reader.chosen = "K53"
    assert "K53 differs , K54 consistent, K55 consistent, K56 imprecise" in words(reader.sentence)


def test_a_claim_that_there_is_none_of_leaves_nothing_marked(reader):
    reader.chosen = "K99"
    assert MARKED.findall(reader.article) == []
    assert "Choose a claim" in words(reader.sentence)


def test_the_next_choice_replaces_the_last(reader):
    reader.chosen = "K01"
    reader.chosen = "K53"
    assert [passage for passage, _ in MARKED.findall(reader.article)] == ["s16"]
    assert "K01" not in words(reader.beside)


@pytest.mark.parametrize("form", ["html", "text"])
def test_without_a_kernel_every_sentence_claim_verdict_and_finding_can_still_be_read(page, form):
    shown = words(getattr(page, form))
    for passage in table("passages")["text"]:
        assert " ".join(passage.split()) in shown
    for key, claim in CLAIMS.iterrows():
        verdict = claim["verdict"].replace("_", " ")
        assert f"{key} {claim['claim']} Verdict: {verdict}. {' '.join(claim['finding'].split())}" in shown


def test_a_notebook_keeps_the_page_and_its_words_beside_the_living_view(page):
    kept, _ = page._repr_mimebundle_()
    assert set(kept) == {WIDGET, "text/html", "text/plain"}
    assert kept["text/plain"] == repr(page) == page.text


def test_two_readings_keep_the_same_bytes():
    one, two = (read()._repr_mimebundle_()[0] for _ in range(2))
    assert (one["text/html"], one["text/plain"]) == (two["text/html"], two["text/plain"])


def test_the_page_runs_no_script_and_asks_no_other_machine(page):
    assert not re.search(r"<(script|link|iframe|object|embed|img)\b|\bon\w+=|@import|url\(", page.html)


def test_what_a_table_holds_is_never_read_as_markup(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    shutil.copytree(SEEDS, tmp_path / "seeds")
    claims = folder / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").replace("Iran has nuclear weapons.", "<b>Iran</b>"), "utf-8")
    cb.use(folder)
    reader = read()
    reader.chosen = "K53"
    for html in (reader.html, reader.page, reader.beside):
        assert "<b>Iran</b>" not in html
        assert "&lt;b&gt;Iran&lt;/b&gt;" in html
