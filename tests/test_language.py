"""The casebook speaks more than one language: every word of the interface is translated, and marked for what it is."""

import ast
import io
import re
import subprocess
import sys

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, NavigableString
from jinja2.lexer import TOKEN_DATA

import pseudo
from casebook import language, markup
from casebook.datapackage import descriptor
from casebook.decision.record import rests_on
from casebook.exercise import messages
from casebook.folders import ROOT
from casebook.report.notebook import CodeCell
from casebook.report.records import verdicts
from casebook.wording import SPOKEN, code

OTHERS = [tag for tag in language.languages() if tag != language.ENGLISH]
MESSAGES = [(tag, number, each) for tag in OTHERS for number, each in enumerate(pseudo.messages(tag))]
GAP = re.compile(r"\{\w*(?:!r)?\}|%\(\w+\)s|`[^`]*`|<[^>]*>")
TEMPLATES = ROOT / "casebook" / "templates"
# What these make is a file in English, or has no words of its own.
IN_ENGLISH = {"claims.html", "codebook.md", "glossary.md", "rows.html", "slides.html"}
SEEN = re.compile(r"""(?:aria-label|title|alt|placeholder)="([^"{]*)""")
WORDS = [
    f"casebook/{name}.py"
    for name in ("exercise/messages", "report/words", "decision/words", "own/report", "own/files", "own/entry")
]
EXTRACT = ["-q", "extract", "--mapping", "pyproject.toml", "--keyword", "say", "--keyword", "later"]
EXTRACT += ["--keyword", "counted:1,2", "--keyword", "plural:1,2", "--output-file"]


@pytest.mark.parametrize(("tag", "number", "message"), MESSAGES, ids=[f"{tag}-{n}" for tag, n, _ in MESSAGES])
def test_a_message_is_translated_and_keeps_its_gaps_code_and_markup(tag, number, message):
    english = message.id if message.pluralizable else (message.id,)
    said = message.string if message.pluralizable else (message.string,)
    assert all(said)
    assert not message.fuzzy
    for each, form in zip(said, (english[0], *english[1:] * len(said)), strict=False):
        assert set(GAP.findall(each)) == set(GAP.findall(form))
        assert ('"' in GAP.sub("", each)) <= ('"' in GAP.sub("", form))
        assert (each[-1] in ".?:") == (form[-1] in ".?:")


@pytest.mark.parametrize("tag", OTHERS)
def test_what_is_compiled_is_what_the_translators_wrote(tag):
    compiled = io.BytesIO()
    write_mo(compiled, pseudo.catalogue(tag))
    path = language.LOCALE / tag.replace("-", "_") / "LC_MESSAGES" / f"{language.DOMAIN}.mo"
    assert path.read_bytes() == compiled.getvalue(), "make words"


def test_every_language_has_the_words_that_the_code_and_the_templates_say(tmp_path):
    found = tmp_path / "found.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", *EXTRACT, str(found), "."]
    subprocess.run(command, cwd=ROOT, check=True)
    wanted = {each.id for each in read_po(io.BytesIO(found.read_bytes())) if each.id}
    assert {tag: {each.id for each in pseudo.messages(tag)} ^ wanted for tag in OTHERS} == {
        tag: set() for tag in OTHERS
    }


@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.iterdir() if path.name not in IN_ENGLISH))
def test_a_template_says_nothing_but_what_can_be_translated(name):
    source = (TEMPLATES / name).read_text(encoding="utf-8")
    plain = "".join(text for _, kind, text in markup._environment().lex(source) if kind == TOKEN_DATA)
    styled = re.sub(r"<(style|script)\b.*?</\1>|<!--.*?-->", " ", plain, flags=re.DOTALL)
    assert re.findall(r'content: ?"[^"]*[A-Za-z]', plain) == []
    assert [each for each in SEEN.findall(styled) if re.search("[A-Za-z]{2}", each)] == []
    assert re.findall(r"[A-Za-z]{2,}", re.sub(r"<[^>]*>", " ", styled)) == []


@pytest.mark.parametrize("path", WORDS)
def test_a_module_of_words_says_nothing_but_what_can_be_translated(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    said = {id(inner) for node in ast.walk(tree) if _translates(node) for inner in ast.walk(node)}
    told = [node for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    plain = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    keys = {id(key) for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys}
    loose = [node.value for node in plain if id(node) not in said | keys | {id(each.value) for each in told}]
    assert [each for each in loose if re.search(r"[a-z]{2,} [a-z]{2,}", each)] == []


def _translates(node: ast.AST) -> bool:
    named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    return named and node.func.id in {"say", "later", "counted", "plural"}


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory):
    """Everything that the casebook shows, in the made-up language from right to left."""
    return pseudo.told("spoken", pseudo.TAG, pseudo.made(tmp_path_factory.mktemp("locale")))


@pytest.fixture(scope="module", params=OTHERS)
def spoken(request):
    """Everything that the casebook shows, in each language that it has."""
    return request.param, pseudo.told("spoken", request.param)


def texts(html: str) -> list[tuple[str, str]]:
    """What stands on a page to be read, each with the language that it is marked as."""
    soup = BeautifulSoup(html, "html.parser")
    for each in soup.select("style, script, code, pre, textarea, small:not([lang])"):
        each.extract()
    found = [
        (text, text.parent) for text in soup.find_all(string=lambda text: type(text) is NavigableString) if text.strip()
    ]
    return [(marked(parent), str(text).strip()) for text, parent in found if text.strip()]


def marked(tag) -> str | None:
    """The language that an element is in; blank where it is said that nobody knows."""
    holder = next((each for each in (tag, *tag.parents) if each.has_attr("lang")), None)
    return holder["lang"] if holder else None


HEBREW, ENGLISH_WORDS = re.compile("[א-ת]"), re.compile(r"\b[a-z]{3,} [a-z]{2,}\b")


def test_what_is_english_is_marked_as_english_and_nothing_else_is(mirrored):
    pages = {name: texts(html) for name, (html, _) in mirrored.items()}
    assert sum(map(len, pages.values())) > 5_000
    unmarked = [
        (name, text)
        for name, held in pages.items()
        for lang, text in held
        if lang in (None, pseudo.TAG) and ENGLISH_WORDS.search(text) and not HEBREW.search(text)
    ]
    assert unmarked == []
    assert [
        (name, text) for name, held in pages.items() for lang, text in held if lang == "en" and HEBREW.search(text)
    ] == []


def test_every_card_form_and_page_names_its_language_and_its_direction(mirrored):
    for name, (html, _) in mirrored.items():
        roots = BeautifulSoup(html, "html.parser").select("html, .cb-card, .cb-reader") if html else []
        outer = [each for each in roots if not each.find_parent(lang=True)]
        assert [(each["lang"], each["dir"]) for each in outer if each["lang"] != "en"] == [
            (pseudo.TAG, "rtl") for each in outer if each["lang"] != "en"
        ], name
        assert 'class="cb-card' not in html or outer, name


def test_every_card_names_its_language(spoken):
    tag, shown = spoken
    cards = [each for html, _ in shown.values() for each in BeautifulSoup(html, "html.parser").select(".cb-card")]
    assert {each.get("lang") or marked(each) for each in cards} == {tag, "en"}
    assert not any(each.get("dir") for each in cards)


def test_a_saved_card_is_read_in_whatever_language_it_was_shown(spoken):
    _, shown = spoken
    read = {}
    for name, (html, text) in shown.items():
        if not name.startswith("check ") or len(name.split()) < 3:
            continue
        for kept in ({"text/html": html}, {"text/plain": text}):
            (found,) = verdicts([CodeCell("", [kept])])
            read.setdefault(found.state, set()).add(found.label)
    assert read.keys() == messages.STATES.keys()
    assert {label for state in ("right", "unanswered", "uncheckable") for label in read[state]} == {None}
    assert None not in read["misreading"]


def test_no_two_states_share_their_words_but_those_that_a_label_tells_apart():
    said = {state: {*language.everywhere(words).values()} for state, words in messages.STATES.items()}
    assert said["misreading"] == said["not_yet"]
    apart = [words for state, words in said.items() if state != "misreading"]
    assert len(set().union(*apart)) == sum(map(len, apart))


@pytest.mark.parametrize("tag", language.languages())
def test_a_reason_may_say_in_any_language_that_it_is_an_assumption(tag):
    assert rests_on(f"X {language.in_language(tag, 'assumption')}, Y.") == ["assumption"]


def test_every_code_on_a_card_has_its_words():
    spoken = {("evidence", "relation"), ("claims", "verdict"), ("events", "phase"), ("events", "event_type")}
    for table in descriptor()["resources"]:
        for field in table["schema"]["fields"]:
            if (table["name"], field["name"]) in spoken:
                assert {code(each) for each in field["constraints"]["enum"]} <= set(SPOKEN)


@pytest.fixture
def asked(monkeypatch):
    """What language is chosen when `CASEBOOK_LANG` asks for one."""

    def ask(given: str) -> str:
        monkeypatch.setenv("CASEBOOK_LANG", given)
        language.chosen.cache_clear()
        return language.chosen()

    yield ask
    monkeypatch.undo()
    language.chosen.cache_clear()


@pytest.mark.parametrize("given", ["es", "ES", "es-MX", "es_ES.UTF-8", " es "])
def test_a_language_is_known_with_and_without_its_country(given, asked):
    assert asked(given) == "es"


@pytest.mark.parametrize("given", ["", "en", "en_GB.UTF-8"])
def test_english_is_what_nothing_gives(given, asked, capsys):
    assert asked(given) == "en"
    assert capsys.readouterr() == ("", "")


UNKNOWN = {"spanish": "es", "englisch": "en", "est": "es", "xx" * 50: "es"}


@pytest.mark.parametrize(("given", "nearest"), UNKNOWN.items(), ids=[each[:8] for each in UNKNOWN])
def test_an_unknown_language_is_one_sentence_and_english(given, nearest, asked, capsys):
    assert asked(given) == "en"
    (line,) = capsys.readouterr().err.splitlines()
    assert "en (English)" in line
    assert "es (español)" in line
    assert f"Nearest: {nearest}. English is used." in line


def test_english_opens_no_catalogue():
    command = "import casebook as cb; from casebook import language; cb.check('ten-and-ten', 'C').html; "
    command += "print(language._catalogue.cache_info().misses)"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "0\n"
