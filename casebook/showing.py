"""How charts and tables of a kernel show as soon as the casebook is imported: its own, and those that a student makes.

Altair and Jinja2 are heavy and are not imported for this: IPython is told what to do with a chart or a table when it
meets the first.
"""

import sys
from importlib import import_module

import pandas as pd

CHART = ("altair.vegalite.v6.api", "TopLevelMixin")


def _bundle(chart, include=None, exclude=None) -> tuple[dict, dict]:
    """What a notebook keeps of a chart: the casebook's output, or that of a renderer which the student chose."""
    if import_module("altair").renderers.active == "default":
        import_module("casebook.renderer").enable()
    return chart._repr_mimebundle_(include=include, exclude=exclude)


def without_network() -> None:
    """Show every Altair chart of this kernel through the casebook, unless another renderer is enabled.

    Altair's own default loads scripts from a network. Outside of IPython there is nothing to do.

    Examples
    --------
    >>> without_network()
    """
    if shell := _shell():
        shell.display_formatter.mimebundle_formatter.for_type_by_name(*CHART, _bundle)


def _table(frame: pd.DataFrame) -> str | None:
    """A table as pandas writes it, whose empty corners are no headers and whose words begin at the left."""
    written = frame._repr_html_()
    render = import_module("casebook.markup").render
    return written and render("frame.html", table=written.replace("<th></th>", "<td></td>"))


def readable_tables() -> None:
    """Show every table of this kernel so that sentences in it can be read, also by a screen reader.

    JupyterLab sets cells flush right, and pandas writes empty headers, which a screen reader announces. Outside of
    IPython there is nothing to do.

    Examples
    --------
    >>> readable_tables()
    """
    if shell := _shell():
        shell.display_formatter.formatters["text/html"].for_type(pd.DataFrame, _table)


def _shell() -> object | None:
    ipython = sys.modules.get("IPython")
    return ipython and ipython.get_ipython()
