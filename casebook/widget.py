"""A widget that is words wherever no kernel runs: in a saved notebook, on a page, in a terminal."""

import anywidget

from casebook.kept import Bundle, Data


class Widget(anywidget.AnyWidget):
    """What every widget of the casebook shows beside itself. Each says what its `html` and `text` are."""

    @property
    def html(self) -> str:
        """What stands in a saved notebook, as HTML."""
        raise NotImplementedError

    @property
    def text(self) -> str:
        """The same as plain text."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **how: Data) -> Bundle:
        data, metadata = super()._repr_mimebundle_(**how) or ({}, {})
        return {**data, "text/html": self.html, "text/plain": self.text}, metadata
