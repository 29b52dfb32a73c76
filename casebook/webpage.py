"""Saved charts on a web page that asks no other machine: the site, the slides.

A page holds the scripts once and each chart as its specification. Where scripts are off, the picture stands instead.
"""

from pathlib import Path

import vl_convert
from nbformat import NotebookNode

from casebook import markup, renderer
from casebook.editions.source import parsed
from casebook.kept import Data, Spec
from casebook.pictures import pictured

DRAWING = Path(__file__).with_name("webpage.js")


def scripts() -> str:
    """Vega and Vega-Embed as vl-convert carries them, and the lines that draw every chart of a page.

    Returns
    -------
    str
        JavaScript, about 0.9 MB. It belongs at the end of a page, or behind `defer`.

    Examples
    --------
    >>> "vegaEmbed" in scripts()
    True
    """
    # Closed in, because the bundle has short names of its own that a page may have too.
    # Its stubs ask for a snippet; without one it gives the whole.
    bundle = vl_convert.javascript_bundle(vl_version=renderer.GRAMMAR)  # type: ignore[call-arg]
    return f"(() => {{{bundle}}})();\n{DRAWING.read_text(encoding='utf-8')}"


def _compiled(spec: Spec) -> Spec:
    """The chart in the grammar of the newer library that a page has: it would complain of the older one each time."""
    vega = vl_convert.vegalite_to_vega(spec, vl_version=renderer.GRAMMAR)
    return {name: part for name, part in vega.items() if name not in {"$schema", "usermeta"}}


def has_chart(output: NotebookNode | Data) -> bool:
    """Whether an output of a notebook is a chart."""
    return renderer.MIMETYPE in output.get("data", {})


def saved(content: bytes) -> NotebookNode:
    """A notebook as its file holds it, with a picture beside each chart: programs that save one may leave it out.

    Raises
    ------
    NotebookError
        If the file is no notebook.
    """
    notebook = parsed(content)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            size = output.get("metadata", {}).get("image/png", {})
            if has_chart(output) and not ("image/png" in output.data and {"width", "height"} <= size.keys()):
                output.data, output.metadata = map(NotebookNode, pictured(output.data, output.metadata))
    return notebook


def stage(data: Data, metadata: Data) -> str:
    """The place where `scripts` draws a chart, and its picture for a page without scripts.

    Parameters
    ----------
    data, metadata : dict
        Of the output of a built notebook, or from `casebook.pictures.pictured`.

    Returns
    -------
    str
        HTML in which everything is escaped.
    """
    spec, picture = data[renderer.MIMETYPE], "".join(data["image/png"].split())
    words, size = renderer.description(spec), metadata["image/png"]
    return markup.render("stage.html", spec=_compiled(spec), picture=picture, size=size, words=words)


def figure(data: Data, metadata: Data) -> str:
    """The stage of a chart, and under it the same in words and as a table.

    Parameters
    ----------
    data, metadata : dict
        As for `stage`.

    Returns
    -------
    str
        HTML in which everything is escaped.

    Examples
    --------
    >>> import altair as alt
    >>> from casebook.pictures import pictured
    >>> chart = alt.Chart(alt.Data(values=[]), title="Nothing yet").mark_point()
    >>> "Nothing yet" in figure(*pictured(*renderer.bundle(chart.to_dict())))
    True
    """
    spec = data[renderer.MIMETYPE]
    table = spec.get("usermeta", {}).get("casebook", {"columns": [], "rows": []})
    return markup.render("figure.html", stage=stage(data, metadata), caption=renderer.description(spec), **table)
