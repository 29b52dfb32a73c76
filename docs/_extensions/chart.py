"""`{chart}`: one expression in a page, shown as code and as the chart that it gives.

The expression is the project's own, as the rest of the page is; it knows the casebook as `cb`.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import casebook as cb
from casebook import renderer
from casebook.pictures import pictured
from casebook.webpage import figure


class Chart(SphinxDirective):
    """The lines of the directive are run from first to last; the last is the chart."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        # A chart may change while its page does not.
        self.env.note_reread()
        *first, last = self.content
        names = {"cb": cb}
        exec("\n".join(first), names)
        spec = renderer.specification(eval(last, names))
        code = nodes.literal_block("\n".join(self.content), "\n".join(self.content), language="python")
        return [code, nodes.raw("", figure(*pictured(*renderer.bundle(spec))), format="html")]


def setup(app: Sphinx) -> dict:
    app.add_directive("chart", Chart)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
