"""References can be pasted: text by the line, BibTeX by the entry."""

import json
import re
import shutil

import pytest

import casebook as cb
from casebook.datapackage import UnknownNameError, table
from casebook.folders import DATA, SEEDS
from casebook.lookup import evidence_of
from casebook.provenance import KINDS

ROWS = [(name, key) for name in KINDS for key in table(name).iloc[:, 0]]
ENTRY = re.compile(r"^@misc\{([^,\s]+),\n((?:  \w+ = \{.*\},?\n)+)\}$")


def test_every_row_has_references_that_name_each_document():
    for name, key in ROWS:
        said = cb.cite(key)
        assert said.strip(), key
        for url in evidence_of(name, key)["url"].dropna():
            assert url in said, key


@pytest.mark.parametrize(
    ("left", "said"),
    [({}, "Thirteen Days"), ({"title"}, "thirteen-days-in-january"), ({"title", "name"}, "Tables without a title")],
    ids=["whole", "untitled", "nameless"],
)
def test_tables_without_a_title_version_or_day_are_cited_by_what_they_have(left, said, tmp_path):
    shutil.copytree(SEEDS, tmp_path / "seeds")
    folder = shutil.copytree(DATA, tmp_path / "data")
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    kept = {key: value for key, value in package.items() if key not in {*left, "version", "created"}}
    (folder / "datapackage.json").write_text(json.dumps(kept), encoding="utf-8")
    cb.use(folder)
    assert cb.cite("E092").startswith(said)
    assert "version not stated, table events, row E092" in cb.cite("E092")
    assert "year" not in cb.cite("E092", format="bibtex").partition("\n\n")[0]


def test_every_row_has_valid_bibtex():
    for _, key in ROWS:
        entries = cb.cite(key, format="bibtex").split("\n\n")
        keys = []
        for entry in entries:
            found = ENTRY.match(entry)
            assert found, entry
            keys.append(found[1])
            assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}"), entry
            assert not re.search(r"(?m)^  (?!url)\w+ = \{.*(?<!\\)[&%#$].*\}", entry), entry
        assert len(keys) == len(set(keys)), key


def test_a_title_that_was_not_printed_is_marked_as_ours():
    described = table("sources").query("title_is == 'described'").iloc[0]
    assert f"[{described['title']}]" in cb.cite(described["source_id"])
    assert "Title described, not printed." in cb.cite(described["source_id"], format="bibtex")


def test_a_reference_says_how_the_document_was_seen():
    sources = table("sources").set_index("source_id")["seen"]
    words = {"full": "Read in full", "excerpt": "Seen as a stored excerpt"}
    for source, seen in sources.items():
        assert words[seen] in cb.cite(source)


@pytest.mark.parametrize("format", ["text", "bibtex"])
def test_a_document_that_does_not_support_the_row_says_so(format):
    links = evidence_of("claims", "K53").groupby("source_id")["relation"].agg(set)
    supports = ["supports" in each for each in links]
    said = cb.cite("K53", format=format)
    assert said.count("Speaks against this row.") == sum(each == {"contradicts"} for each in links)
    assert said.count("Mentions it without support.") == sum(each == {"mentions"} for each in links)
    assert 0 < sum(supports) < len(links)


def test_references_print_by_the_line():
    assert repr(cb.cite("C151")) == str(cb.cite("C151"))
    assert len(cb.cite("C151").splitlines()) == 1 + evidence_of("casualties", "C151")["source_id"].nunique()


def test_an_unknown_format_names_the_nearest():
    with pytest.raises(UnknownNameError, match="Nearest: bibtex"):
        cb.cite("C151", format="bibtext")
