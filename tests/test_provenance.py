"""Every row says who gives it, where it was printed, and who says otherwise."""

import re
from html import escape, unescape
from html.parser import HTMLParser

import pytest

import casebook as cb
from casebook.article import paragraphs, text
from casebook.cards import Card
from casebook.datapackage import UnknownRowError, table
from casebook.lookup import evidence_of
from casebook.provenance import KINDS
from in_words import words

KEYS = {name: table(name).columns[0] for name in KINDS}
EVERY_ROW = [(name, key) for name, column in KEYS.items() for key in table(name)[column]]
SOURCED = [(name, key) for name, key in EVERY_ROW if name in ("events", "statements", "casualties", "claims", "facts")]
MARK = re.compile(r'<mark data-passage="(\w+)" data-start="(\d+)" data-end="(\d+)">(.*?)</mark>', re.DOTALL)


@pytest.fixture(scope="module")
def cards():
    return {key: cb.show(key) for _, key in EVERY_ROW}


def test_every_row_answers_show_with_its_key_and_a_sentence(cards):
    assert [key for key, card in cards.items() if not (card.key == key and card.sentence.strip())] == []


@pytest.mark.parametrize("name", KINDS)
def test_no_card_prints_a_missing_value(name, cards):
    shown = {key: cards[key].text for each, key in EVERY_ROW if each == name}
    assert [key for key, words in shown.items() if re.search(r"<NA>|\bNaT\b|\bnan\b|\bNone\b", words)] == []


def test_every_sourced_row_names_each_of_its_documents(cards):
    for name, key in SOURCED:
        shown = [each.source_id for each in cards[key].printed]
        assert shown
        assert set(shown) == set(evidence_of(name, key)["source_id"]), key
        assert len(shown) == len(set(shown)), key


def test_every_highlighted_word_is_at_the_offsets_of_its_passage(cards):
    article, passages, seen = text(), table("passages").set_index("passage_id"), set()
    for key, card in cards.items():
        for passage, start, end, marked in MARK.findall(card.html):
            assert (int(start), int(end)) == (passages.at[passage, "start"], passages.at[passage, "end"]), key
            assert unescape(marked) == article[int(start) : int(end)] == passages.at[passage, "text"], key
            seen.add(passage)
    assert seen == set(passages.index)


def test_each_row_highlights_exactly_the_passages_that_it_was_coded_from(cards):
    claims = table("claims").set_index("claim_id")["passage_id"]
    for name, key in SOURCED:
        wanted = set(evidence_of(name, key)["passage_id"].dropna())
        wanted |= {claims[key]} if name == "claims" else set()
        marked = {each.passage_id for paragraph in cards[key].article for each in paragraph if each.passage_id}
        assert marked == wanted, key


def test_a_paragraph_on_a_card_is_the_paragraph_of_the_article():
    article = text()
    for paragraph in paragraphs(set(table("passages")["passage_id"])):
        assert "".join(each.text for each in paragraph) == article[paragraph[0].start : paragraph[-1].end]


def test_html_and_plain_text_say_the_same_words(cards):
    def said(text):
        letters = (re.sub(r">>|<<|https?://\S+|\W", "", each) for each in text.split())
        return sorted(filter(None, letters))

    for key in cards:
        assert said(words(cards[key].html)) == said(cards[key].text), key


@pytest.mark.parametrize("report", ["C151", "C142", "C168", "C213"])
def test_a_report_is_shown_beside_every_other_report_of_its_event(report, cards):
    rows = table("casualties").set_index("report_id")
    mine = rows.loc[report]
    same = (
        rows[rows["event_id"] == mine["event_id"]]
        if isinstance(mine["event_id"], str)
        else rows[rows["event_id"].isna()]
    )
    others = set(same[same["measure"] == mine["measure"]].index) - {report}
    listed = set(re.findall(r"C\d{3}", " ".join(words for _, words in cards[report].others)))
    assert listed == others


def test_a_copy_says_which_report_it_repeats(cards):
    copies = table("casualties").dropna(subset="echo_of")
    assert len(copies)
    for _, copy in copies.iterrows():
        shown = " ".join(keys for _, keys in cards[copy["echo_of"]].others)
        assert f"{copy['report_id']} (repeats {copy['echo_of']})" in shown


def test_a_document_that_speaks_against_a_row_is_named(cards):
    against = evidence_of("claims", "K53").query("relation == 'contradicts'")["source_id"]
    line = dict(cards["K53"].others)["Documents that speak against this row"]
    assert all(f"[{source}]" in line for source in against)


@pytest.mark.parametrize(
    ("name", "giver", "named_in"),
    [("casualties", "Given by", "reporter_as_named"), ("statements", "Said by", "speaker_id")],
)
def test_who_gives_it_comes_first(name, giver, named_in, cards):
    for _, row in table(name).dropna(subset=named_in).iterrows():
        label, words = cards[row.iloc[0]].told[0]
        assert label == giver
        assert row[named_in] in words


def test_who_gives_each_other_report_is_named_beside_it(cards):
    rows = table("casualties").set_index("report_id")
    given = rows["reporter_id"].map(table("actors").set_index("actor_id")["name"]).fillna("giver not named")
    for key in rows.index:
        said = " ".join(givers for _, givers in cards[key].others)
        for giver, others in re.findall(r"([^;\[\]]+) \[(C\d{3}[^\]]*)\]", said):
            for other in re.findall(r"(?<!repeats )C\d{3}", others):
                assert giver.strip() in given[other], (key, other)


def test_a_quotation_is_shown_inside_its_passage_only(cards):
    for _, row in table("statements").dropna(subset="quote").iterrows():
        card = cards[row["statement_id"]]
        assert row["quote"] not in [words for _, words in card.told + card.coded]
        assert any(row["quote"] in each.text for paragraph in card.article for each in paragraph if each.passage_id)


def test_silence_is_not_called_agreement(cards):
    silent = [key for _, key in SOURCED if not cards[key].others]
    assert silent
    assert all("That is not agreement" in cards[key].text for key in silent)


def test_a_code_is_told_with_its_meaning(cards):
    coded = dict(cards["C151"].coded)
    assert coded["Qualifier"] == "exact. One number: low and high are equal"


def test_a_sentence_of_the_article_names_what_was_coded_from_it(cards):
    claims = table("claims")
    for passage in table("passages")["passage_id"]:
        said = " ".join(f"{label} {words}" for label, words in cards[passage].others)
        assert all(claim in said for claim in claims.loc[claims["passage_id"] == passage, "claim_id"])


def test_a_printed_title_is_in_its_own_language(cards):
    for each in cards["C151"].printed:
        marked = f'<span lang="{each.language}">{escape(each.title)}</span>' in cards["C151"].html
        assert marked == bool(each.title)


VOID = {"br", "meta"}


class _Nesting(HTMLParser):
    """Which elements are open: every one is closed, in order."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_every_card_is_well_formed_and_runs_nothing(cards):
    for key, card in cards.items():
        page = _Nesting()
        page.feed(card.html)
        page.close()
        assert (page.open, page.wrong) == ([], []), key
        assert not re.search(r"<script|\son\w+=|javascript:", card.html), key


def test_words_of_a_table_are_escaped():
    html = Card("X1", "event", "<script>alert(1)</script>", told=[("note", "<b>&")]).html
    assert "<script>" not in html
    assert "&lt;b&gt;&amp;" in html


@pytest.mark.parametrize(
    ("given", "near"), [("c151", "C151"), ("E920", "E092"), ("s99", "s09"), ("seed_article", "seed-article")]
)
def test_an_unknown_row_names_the_nearest(given, near):
    with pytest.raises(UnknownRowError) as error:
        cb.show(given)
    assert repr(given) in str(error.value)
    assert near in str(error.value)


@pytest.mark.parametrize("given", [None, 15, 1.5, [], ("C151",), "", "   ", "\n"])
def test_what_is_not_a_key_gets_one_sentence(given):
    with pytest.raises(UnknownRowError, match="is not the key of a row"):
        cb.show(given)


def test_spaces_around_a_key_are_forgiven():
    assert cb.show(" C151 ").key == "C151"
