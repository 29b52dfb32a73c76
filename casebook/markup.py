"""HTML and plain text from the Jinja2 templates: everything that came from a table or a student is escaped."""

import functools

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from casebook import language, marking


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("casebook"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    # The extension adds this method.
    environment.install_gettext_callables(language.say, language.plural, newstyle=True)  # type: ignore[attr-defined]
    # The cells of saved notebooks name left and right; a reader from right to left needs the other names of the sides.
    sides = ("inline-start", "inline-end", "start") if marking.turned() else ("left", "right", "left")
    environment.globals |= dict(zip(("left", "right", "flush"), sides, strict=True))
    environment.globals["thousands"] = language.thousands
    environment.globals["turned"] = marking.turned()
    environment.globals["here"] = Markup(marking.here())
    environment.globals["english"] = lambda text="": Markup(marking.english(text))
    environment.globals["ours"] = lambda text: Markup(marking.ours(text))
    return environment


def render(template: str, **context: object) -> str:
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
