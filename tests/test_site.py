"""The site is whole: every chapter, table, chart and public name is on it, and everything that it loads is its own."""

import html
import inspect
import re
from functools import cache
from urllib.parse import unquote, urlsplit

import altair as alt
import nbformat
import pytest
from altair.typing import ChartType
from bs4 import BeautifulSoup

import casebook as cb
from building import STRICT, built
from casebook import pictures, renderer, webpage
from casebook.decision.room import Room
from casebook.exercise.verdict import Verdict
from casebook.folders import NOTEBOOKS, ROOT
from casebook.own.desk import Desk
from opening import Named

CHAPTERS = sorted(NOTEBOOKS.glob("*.ipynb"))
CHARTS = [name for name in cb.__all__ if inspect.signature(getattr(cb, name)).return_annotation == ChartType]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return built(tmp_path_factory.mktemp("site"))


@cache
def named(path) -> Named:
    return Named(path.read_text(encoding="utf-8"))


def test_the_makefile_builds_it_as_strictly():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert " ".join(STRICT) in makefile


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_shows_every_chart_and_every_verdict_as_they_were_saved(path, site):
    page = (site / "chapters" / f"{path.stem}.html").read_text(encoding="utf-8")
    outputs = [each for cell in nbformat.read(path, 4).cells for each in cell.get("outputs", []) if "data" in each]
    charts = [each["data"][renderer.MIMETYPE] for each in outputs if webpage.has_chart(each)]
    assert page.count('<figure class="cb-figure">') == len(charts)
    assert [
        spec for spec in charts if html.escape(renderer.description(spec), quote=False) not in html.unescape(page)
    ] == []
    shown = [each["data"]["text/html"] for each in outputs if "text/html" in each["data"]]
    assert shown
    assert [each[:200] for each in shown if each.strip() not in page] == []


def test_every_page_loads_only_files_of_the_site(site):
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > len(CHAPTERS) + 4
    for page in pages:
        for address in named(page).fetched:
            parts = urlsplit(address)
            assert not parts.scheme or parts.scheme == "data", (page.name, address)
            assert parts.scheme == "data" or (page.parent / unquote(parts.path)).is_file(), (page.name, address)


def test_no_style_loads_anything_from_elsewhere(site):
    styles = list(site.rglob("*.css"))
    assert styles
    assert [path.name for path in styles if re.search(r"(url\(|@import)\s*['\"]?(https?:)?//", path.read_text())] == []


def test_every_link_within_the_site_leads_to_a_place_that_is_there(site):
    for page in site.rglob("*.html"):
        for address in named(page).links:
            parts = urlsplit(address)
            if parts.scheme:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            assert target.is_file(), (page.name, address)
            assert unquote(parts.fragment) in named(target).ids | {""}, (page.name, address)


def test_the_reference_has_every_public_name_and_no_other(site):
    entries = named(site / "reference.html").ids
    there = {each.removeprefix("casebook.") for each in entries if re.fullmatch(r"casebook\.\w+", each)}
    assert there == set(cb.__all__)


def test_each_public_name_has_a_line_of_its_own_that_leads_to_what_help_says(site):
    page = BeautifulSoup((site / "reference.html").read_text(encoding="utf-8"), "html.parser")
    lines = {each.a["href"]: each.get_text() for each in page.select("article li") if each.a}
    for name in cb.__all__:
        first = inspect.getdoc(getattr(cb, name)).splitlines()[0]
        words = re.sub("[`*]", "", first).replace("'", "’")
        assert lines[f"#casebook.{name}"] == f"{name}(): {words}"


def test_the_reference_has_what_chapters_teach_by_its_module(site):
    cells = "".join(path.read_text(encoding="utf-8") for path in sorted(NOTEBOOKS.glob("*.ipynb")))
    taught = {".".join(found) for found in re.findall(r"from (casebook\.charts\S*) import (\w+)", cells)}
    assert taught
    assert taught <= named(site / "reference.html").ids


@pytest.mark.parametrize("kind", [Verdict, Room, Desk], ids=lambda kind: kind.__name__)
def test_the_reference_has_every_verb_of_what_readers_hold(kind, site):
    verbs = [name for name, each in vars(kind).items() if inspect.isfunction(each) and not name.startswith("_")]
    assert {f"{kind.__module__}.{kind.__name__}.{verb}" for verb in verbs} <= named(site / "reference.html").ids


@pytest.mark.parametrize("name", CHARTS)
def test_the_gallery_draws_every_public_chart(name, site):
    gallery = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
    assert f"cb.{name}(" in "".join(re.findall(r"```{chart}\n(.*?)```", gallery, re.DOTALL))
    assert (site / "gallery.html").read_text(encoding="utf-8").count('<figure class="cb-figure">') == len(CHARTS)


def test_one_copy_of_the_scripts_serves_the_site_and_a_page_without_charts_does_not_load_it(site):
    assert [path.name for path in site.rglob("charts.js")] == ["charts.js"]
    loading = [page.stem for page in site.rglob("*.html") if any("charts.js" in each for each in named(page).fetched)]
    assert "gallery" in loading
    assert "codebook" not in loading


@pytest.mark.parametrize("part", ["title", "description"])
def test_words_of_a_chart_never_become_tags(part):
    hostile = "</script><img src=x onerror=alert(1)>"
    chart = alt.Chart(alt.Data(values=[]), title="A chart").mark_point().properties(**{part: hostile})
    figure = webpage.figure(*pictures.pictured(*renderer.bundle(chart.to_dict())))
    assert "<img src=x" not in figure
    assert figure.count("</script>") == 1
