"""The language in which the casebook speaks: English, or another whose catalogue stands in `locale`.

Interface words are written in English where they are used, inside of `say` or `counted`; a template has `_` and
`ngettext`. The data, the notebooks and the texts of the exercises are English in every language; cards mark them so.
A kernel speaks one language: `CASEBOOK_LANG` is read once, when the casebook is imported.
"""

import os
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import GNUTranslations

LOCALE = Path(__file__).with_name("locale")
DOMAIN = "casebook"
ENGLISH = "en"
RIGHT_TO_LEFT = ("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi")


class Said(str):
    """Words in the language of the reader, where that is not English; every other text of a card is English."""

    __slots__ = ()

    def format(self, *args: object, **kwargs: object) -> "Said":
        """The words with their gaps filled, still in the language of the reader."""
        return Said(super().format(*args, **kwargs))


def languages() -> list[str]:
    """The tags of the languages that there are, English first.

    Examples
    --------
    >>> languages()
    ['en', 'es']
    """
    folders = {path.parents[1].name.replace("_", "-") for path in LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")}
    return [ENGLISH, *sorted(folders)]


@cache
def chosen() -> str:
    """The tag of the language that `CASEBOOK_LANG` asks for; English where nothing, or nothing that is here, is asked.

    A language without its country is as good as one with it: "es-MX" and "es_ES.UTF-8" are "es".
    """
    asked = os.environ.get("CASEBOOK_LANG", "").split(".")[0].replace("_", "-").strip()
    there = {tag.casefold(): tag for tag in languages()}
    found = there.get(asked.casefold()) or there.get(asked.partition("-")[0].casefold())
    if asked and not found:
        print(_unknown(asked), file=sys.stderr)
    return found or ENGLISH


def _unknown(asked: str) -> str:
    """What to say of a language that is not here, by their tags and by what they call themselves."""
    called = {tag: in_language(tag, later("English")) for tag in languages()}
    names = {name.casefold(): tag for tag, own in called.items() for name in (own, tag, _english_name(tag))}
    near = names[get_close_matches(asked.casefold(), names, n=1, cutoff=0)[0]]
    there = ", ".join(f"{tag} ({own})" for tag, own in called.items())
    return f"CASEBOOK_LANG is {asked[:40]!r}, which is no language of the casebook: there are {there}. " + (
        f"Nearest: {near}. English is used."
    )


def _english_name(tag: str) -> str:
    """What a language is called in English: the head of its catalogue says so."""
    return "English" if tag == ENGLISH else _catalogue(tag).info().get("language-team", tag)


@cache
def _catalogue(tag: str) -> "GNUTranslations":
    """The words of a language; of a message that it lacks, nothing."""
    # English needs no catalogue, so it does not pay for one either.
    gettext = import_module("gettext")
    found: GNUTranslations = gettext.translation(DOMAIN, LOCALE, languages=[tag.replace("-", "_")])
    lacking = gettext.NullTranslations()
    lacking.gettext, lacking.ngettext = lambda message: "", lambda one, many, number: ""
    found.add_fallback(lacking)
    return found


def in_language(tag: str, message: str) -> str:
    """A message of the catalogues in one of the `languages`.

    Examples
    --------
    >>> in_language("es", "Hint")
    'Pista'
    """
    return message if tag == ENGLISH else _catalogue(tag).gettext(message) or message


def everywhere(message: str) -> dict[str, str]:
    """A message in every language, by the tag of the language.

    Examples
    --------
    >>> everywhere("Hint")
    {'en': 'Hint', 'es': 'Pista'}
    """
    return {tag: in_language(tag, message) for tag in languages()}


def say(message: str) -> str:
    """A message in the language of the reader.

    Parameters
    ----------
    message : str
        In English, written out in the call: the catalogues are made by reading the code.

    Examples
    --------
    >>> say("Hint {number} of {most}").format(number=1, most=2)
    'Hint 1 of 2'
    """
    said = "" if chosen() == ENGLISH else _catalogue(chosen()).gettext(message)
    return Said(said) if said else message


def later(message: str) -> str:
    """A message for the catalogues, which stays in English here and is said elsewhere.

    Examples
    --------
    >>> later("Nearly")
    'Nearly'
    """
    return message


def counted(one: str, many: str, number: int) -> str:
    """A message about a number, in the form that the number takes, with `{number}` filled.

    Examples
    --------
    >>> counted("{number} file", "{number} files", 1), counted("{number} file", "{number} files", 1200)
    ('1 file', '1,200 files')
    """
    return plural(one, many, number).format(number=thousands(number))


def plural(one: str, many: str, number: int) -> str:
    """That one of two messages which a number takes, with its gaps.

    Examples
    --------
    >>> plural("{number} file", "{number} files", 2)
    '{number} files'
    """
    said = "" if chosen() == ENGLISH else _catalogue(chosen()).ngettext(one, many, number)
    return Said(said) if said else one if number == 1 else many


def thousands(number: int) -> str:
    """A whole number as the language of the reader groups it.

    Examples
    --------
    >>> thousands(1200)
    '1,200'
    """
    # Translators: what stands between thousands, as in 1,200. It may be a narrow space.
    return f"{number:,}".replace(",", say(","))


def joined(*parts: str) -> str:
    """Sentences in a row; in the language of the reader if all of them are.

    Examples
    --------
    >>> joined("It breaks off.", "Ask for it again.")
    'It breaks off. Ask for it again.'
    """
    return listed(filter(None, parts), " ")


def listed(parts: Iterable[str], between: str = ", ") -> str:
    """Words with commas or other marks between them; in the language of the reader if all of them are.

    Examples
    --------
    >>> listed(["supports", "mentions"])
    'supports, mentions'
    """
    held = [*parts]
    whole = between.join(held)
    return Said(whole) if held and all(isinstance(each, Said) for each in held) else whole
