"""Charts show without network as soon as the casebook is imported: its own, and those that a student makes in Altair.

Altair is heavy and is not imported for this: IPython is told by name what to do with a chart when it meets the first.
"""

import sys
from importlib import import_module

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
    ipython = sys.modules.get("IPython")
    if shell := ipython and ipython.get_ipython():
        shell.display_formatter.mimebundle_formatter.for_type_by_name(*CHART, _bundle)
