"""A made-up language from right to left: every word of the interface in letters that no other word here has."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from casebook import language

TAG = "he-XB"
LETTERS = str.maketrans(dict(zip("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתםןףץ", strict=True)))
# Gaps, code and markup stay as they are.
KEPT = re.compile(r"(`[^`]*`|\{[^{}]*\}|%\(\w+\)s|<[^>]*>)")
RUN = "import sys; from pathlib import Path; from casebook import language; language.LOCALE = Path(sys.argv[1]); "
RUN += "language.chosen.cache_clear(); import {module}; {module}.main(*sys.argv[2:])"
HERE = Path(__file__).parent


def mirrored(message: str) -> str:
    """A message in the made-up language.

    Examples
    --------
    >>> mirrored("Page {number}: `cb.show(...)`") == "עאזה {number}: `cb.show(...)`"
    True
    """
    parts = KEPT.split(message)
    return "".join(part if place % 2 else part.lower().translate(LETTERS) for place, part in enumerate(parts))


def catalogue(tag: str) -> Catalog:
    """The words of a language as its translators have them."""
    path = language.LOCALE / tag.replace("-", "_") / "LC_MESSAGES" / f"{language.DOMAIN}.po"
    return read_po(io.BytesIO(path.read_bytes()), locale=tag.replace("-", "_"))


def messages(tag: str) -> list[Message]:
    """The messages of a language, without the head of its file."""
    return [each for each in catalogue(tag) if each.id]


def made(folder: Path) -> Path:
    """A folder of languages that holds the made-up one alone."""
    mine = Catalog(locale="he")
    for each in messages(language.languages()[1]):
        said = tuple(map(mirrored, each.id)) if each.pluralizable else mirrored(each.id)
        mine.add(each.id, string=(said[0], *said[1:] * (mine.num_plurals - 1)) if each.pluralizable else said)
    target = folder / TAG.replace("-", "_") / "LC_MESSAGES" / f"{language.DOMAIN}.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, mine)
    return folder


def told(module: str, tag: str, locale: Path = language.LOCALE, *given: str) -> dict:
    """What the `main` of a module of the tests prints as JSON, in a language."""
    command = [sys.executable, "-c", RUN.format(module=module), locale, *given]
    environment = {**os.environ, "CASEBOOK_LANG": tag}
    done = subprocess.run(command, cwd=HERE, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
