"""How charts and tables of a kernel show as soon as the casebook is imported: its own, and those that a student makes.

Altair and Jinja2 are heavy and are not imported for this: IPython is told what to do with a chart or a table when it
meets the first.
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from altair import TopLevelMixin
    from IPython.core.formatters import DisplayFormatter
    from IPython.core.interactiveshell import InteractiveShell

CHART = ("altair.vegalite.v6.api", "TopLevelMixin")


def _bundle(chart: "TopLevelMixin", include: object = None, exclude: object = None) -> object:
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
    if shows := _formatter():
        shows.mimebundle_formatter.for_type_by_name(*CHART, _bundle)


def _table(frame: pd.DataFrame) -> str | None:
    """A table as pandas writes it, whose empty corners are no headers and whose words begin at the left."""
    written: str | None = frame._repr_html_()  # type: ignore[operator]  # the stubs of pandas take it for a column
    if not written:
        return written
    cells = written.replace("<th></th>", "<td></td>")
    shown: str = import_module("casebook.markup").render("frame.html", table=cells)
    return shown


def readable_tables() -> None:
    """Show every table of this kernel so that sentences in it can be read, also by a screen reader.

    JupyterLab sets cells flush right, and pandas writes empty headers, which a screen reader announces. Outside of
    IPython there is nothing to do.

    Examples
    --------
    >>> readable_tables()
    """
    if shows := _formatter():
        shows.formatters["text/html"].for_type(pd.DataFrame, _table)


def _formatter() -> "DisplayFormatter | None":
    if "IPython" not in sys.modules:
        return None
    shell: InteractiveShell | None = sys.modules["IPython"].get_ipython()
    return shell.display_formatter if shell else None
