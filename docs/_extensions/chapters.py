"""The parts of the site that live elsewhere in the repository, put where Sphinx reads: chapters, tables, pages on both.

The chapters are the student edition as it was saved. Nothing is run; only the outputs that are charts are turned into
HTML, because a site has no JupyterLab to draw them.
"""

from pathlib import Path

import book
import nbformat
from sphinx.application import Sphinx

from casebook import webpage
from casebook.folders import DATA, NOTEBOOKS
from casebook.webpage import figure, has_chart

SCRIPT = "charts.js"
PAGES = {"codebook.md": DATA / "CODEBOOK.md", "datasheet.md": DATA / "DATASHEET.md"}


def _write(path: Path, text: str) -> None:
    """Only what changed, so that Sphinx reads no page twice."""
    path.parent.mkdir(exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def for_the_site(notebook: nbformat.NotebookNode) -> str:
    """A saved notebook whose charts are HTML, and whose other outputs are only what a page shows of them."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if has_chart(output):
                output["data"], output["metadata"] = {"text/html": figure(output["data"], output["metadata"])}, {}
            elif "text/html" in output.get("data", {}):
                output["data"] = {"text/html": output["data"]["text/html"]}
    return nbformat.writes(notebook)


def gather(app: Sphinx) -> None:
    """Write the chapters and the pages on the tables into the source folder; a chapter that is no more goes."""
    chapters = app.srcdir / "chapters"
    for path in NOTEBOOKS.glob("*.ipynb"):
        _write(chapters / path.name, for_the_site(webpage.saved(path.read_bytes())))
    for path in chapters.glob("*.ipynb"):
        if not (NOTEBOOKS / path.name).exists():
            path.unlink()
    for name, path in PAGES.items():
        _write(app.srcdir / "tables" / name, path.read_text(encoding="utf-8"))
    for name, written in book.PAGES.items():
        _write(app.srcdir / "book" / name, written())


def load_scripts(app: Sphinx, _page: str, _template: str, context: dict, _doctree) -> None:
    """Only a page with a chart loads what draws charts."""
    if "cb-figure" in context.get("body", ""):
        app.add_js_file(SCRIPT, loading_method="defer")


def write_scripts(app: Sphinx, error: Exception | None) -> None:
    """One copy for the whole site."""
    if error is None:
        _write(app.outdir / "_static" / SCRIPT, webpage.scripts())


def setup(app: Sphinx) -> dict:
    app.connect("builder-inited", gather)
    app.connect("html-page-context", load_scripts)
    app.connect("build-finished", write_scripts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
