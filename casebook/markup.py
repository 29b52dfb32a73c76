"""HTML and plain text from the Jinja2 templates: everything that came from a table or a student is escaped."""

import functools

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("casebook"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **context) -> str:
    """One template of `casebook/templates`, filled: names that end in .html are escaped, .txt are not."""
    return _environment().get_template(template).render(**context)


def pieces(words: str) -> list[tuple[bool, str]]:
    """Words cut at backticks: each piece, and whether it is code.

    Examples
    --------
    >>> pieces("Read `note` again.")
    [(False, 'Read '), (True, 'note'), (False, ' again.')]
    """
    cut = words.split("`")
    if len(cut) % 2 == 0:
        return [(False, words)]
    return [(place % 2 == 1, piece) for place, piece in enumerate(cut) if piece]
