"""How tables show in a kernel that has imported the casebook."""

import re
import sys

import pandas as pd
import pytest
from IPython.core.formatters import DisplayFormatter

import casebook as cb
from casebook.showing import readable_tables

FRAMES = {
    "plain rows": lambda: cb.claims().head(),
    "keyed rows": lambda: cb.claims().set_index("claim_id").head(),
    "a count of two codes": lambda: pd.crosstab(cb.claims()["kind"], cb.claims()["verdict"]),
    "no rows": lambda: cb.claims().head(0),
    "more rows than are shown": cb.casualties,
}


@pytest.fixture
def html(monkeypatch):
    """What a notebook gets of a frame as HTML, in a kernel that has imported the casebook."""

    class Shell:
        display_formatter = DisplayFormatter()

    class Running:
        get_ipython = Shell

    monkeypatch.setitem(sys.modules, "IPython", Running)
    readable_tables()
    return Shell.display_formatter.formatters["text/html"]


@pytest.mark.parametrize("which", FRAMES)
def test_no_header_of_a_table_is_empty(which, html):
    shown = html(FRAMES[which]())
    assert "<th" in shown
    assert not re.search(r"<th[^>]*>\s*</th>", shown)


@pytest.mark.parametrize("which", FRAMES)
def test_every_cell_that_pandas_writes_is_kept(which, html):
    frame = FRAMES[which]()
    cells = re.compile(r"<t[dh](?: [^>]*)?>(.*?)</t[dh]>", re.DOTALL)
    assert cells.findall(html(frame)) == cells.findall(frame._repr_html_())


def test_what_a_cell_holds_is_never_read_as_markup(html):
    assert "<b>" not in html(pd.DataFrame({"<b>said</b>": ["<b>by whom</b>"]}))


def test_a_reader_who_wants_no_html_gets_none(html):
    with pd.option_context("display.notebook_repr_html", False):
        assert html(cb.claims()) is None
