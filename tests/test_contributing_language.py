"""A language begins as CONTRIBUTING.md prints it, and is spoken as far as it is translated."""

import shlex
import shutil
import subprocess
import sys

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

import pseudo
from casebook.folders import ROOT
from contributed import blocks


def untranslated(catalogue: Catalog) -> Catalog:
    """What `make words` collects: the messages of a language without their translations."""
    found = Catalog(project="casebook")
    for each in catalogue:
        found.add(each.id, flags=each.flags) if each.id else None
    return found


def test_a_language_that_the_page_adds_is_spoken_as_far_as_it_is_translated(tmp_path):
    (_, begin), (named, translated) = blocks("Add a language", "sh")[0].splitlines(), blocks("Add a language", "po")
    (tmp_path / "casebook").mkdir()
    shutil.copytree(ROOT / "casebook" / "locale", tmp_path / "casebook" / "locale")
    spanish = pseudo.catalogue("es")
    (tmp_path / "build").mkdir()
    with (tmp_path / "build" / "casebook.pot").open("wb") as file:
        write_po(file, untranslated(spanish))
    babel = [sys.executable, "-m", "babel.messages.frontend"]
    subprocess.run([*babel, *shlex.split(begin)[1:]], cwd=tmp_path, check=True, capture_output=True)
    page = tmp_path / "casebook/locale/fr/LC_MESSAGES/casebook.po"
    text = page.read_text(encoding="utf-8")
    for old, new in (
        ('"Language-Team: fr <LL@li.org>\\n"\n', named),
        (f'{translated.splitlines()[0]}\nmsgstr ""\n', translated),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    page.write_text(text, encoding="utf-8")
    compiling = ["-q", "compile", "--domain", "casebook", "--directory", "casebook/locale"]
    subprocess.run([*babel, *compiling], cwd=tmp_path, check=True, capture_output=True)
    shown = pseudo.told("hinted", "fr", tmp_path / "casebook" / "locale")
    assert shown["heading"] == "Indice 1 sur 2"
    assert '<strong lang="en">Hint</strong>' in shown["html"]
    assert "Nearest: fr." in shown["unknown"]
