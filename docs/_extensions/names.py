"""`.. names::`: public names of the package, first a line for each, then what `help` says of them."""

import inspect

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import casebook as cb


class Names(SphinxDirective):
    """The names stand in the directive, with spaces or lines between them."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        names = " ".join(self.content).split()
        lines = [f"- :func:`{name}`: {inspect.getdoc(getattr(cb, name)).splitlines()[0]}" for name in names]
        entries = [f".. autofunction:: {name}" for name in names]
        return self.parse_text_to_nodes("\n".join([*lines, "", *entries]))


def setup(app: Sphinx) -> dict:
    app.add_directive("names", Names)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
