"""The article beside its claims: choosing a claim marks its sentence and shows what other sources say."""

from dataclasses import dataclass, replace
from importlib.resources import files

import pandas as pd
import traitlets
from traitlets.utils.bunch import Bunch

from casebook.article import paragraphs
from casebook.cards import Stretch
from casebook.datapackage import table
from casebook.lookup import evidence_of
from casebook.markup import render
from casebook.provenance import show
from casebook.widget import Widget
from casebook.wording import capital, said_code

LIST_ROWS = 11


@dataclass(frozen=True)
class Claim:
    """One claim of the article as the reader lists it; `documents` are those beside the article, by how they bear."""

    key: str
    passage: str
    claim: str
    verdict: str
    finding: str
    documents: list[tuple[str, str]]

    @property
    def line(self) -> str:
        """The claim in one line of the list."""
        return f"{self.key} · {self.passage} · {self.claim}"


def _documents(key: str) -> list[tuple[str, str]]:
    """Who printed what bears on a claim, beside the article: "Contradicts" and the publishers, and so on."""
    links = evidence_of("claims", key)
    others = links[links["passage_id"].isna()].drop_duplicates(["relation", "publisher"])
    grouped = others.groupby("relation", observed=True)
    return [(capital(said_code(str(relation))), "; ".join(mine["publisher"])) for relation, mine in grouped]


def _claim(row: pd.Series) -> Claim:
    verdict = said_code(row["verdict"])
    return Claim(row["claim_id"], row["passage_id"], row["claim"], verdict, row["finding"], _documents(row["claim_id"]))


class Reader(Widget):
    """The article and its claims. Shows itself in a notebook: alive while a kernel runs, else as one page.

    Attributes
    ----------
    chosen : str
        The id of the chosen claim; empty if there is none.
    article, sentence, beside : str
        As HTML: the article with the sentence of the chosen claim marked, which claims that sentence holds, and the
        card of the claim with what other sources say.
    """

    _esm = files(__package__).joinpath("reader.js").read_text(encoding="utf-8")
    page = traitlets.Unicode().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)
    article = traitlets.Unicode().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    beside = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        self._claims = {row["claim_id"]: _claim(row) for _, row in table("claims").iterrows()}
        self._paragraphs = paragraphs(set(table("passages")["passage_id"]))
        super().__init__(page=render("reader_page.html", claims=self._claims.values(), rows=LIST_ROWS))
        self._turn_to("")

    @traitlets.observe("chosen")
    def _choose(self, change: Bunch) -> None:
        self._turn_to(change["new"])

    def _turn_to(self, key: str) -> None:
        chosen = self._claims.get(key)
        same = [each for each in self._claims.values() if chosen and each.passage == chosen.passage]
        with self.hold_sync():
            self.article = self._article(chosen.passage if chosen else None)
            self.sentence = render("reader_sentence.html", chosen=chosen, same_sentence=same)
            self.beside = replace(show(key), article=[]).html if chosen else ""

    def _article(self, marked: str | None) -> str:
        return render("reader_article.html", paragraphs=self._paragraphs, marked=marked)

    @property
    def _sentences(self) -> list[tuple[Stretch, list[Claim]]]:
        """Each passage with its claims, in the order of the article."""
        stretches = [each for paragraph in self._paragraphs for each in paragraph if each.passage_id]
        return [
            (stretch, [each for each in self._claims.values() if each.passage == stretch.passage_id])
            for stretch in stretches
        ]

    @property
    def html(self) -> str:
        """The whole as one page that needs no kernel: every claim unfolds under its sentence."""
        return render("reader.html", paragraphs=self._paragraphs, sentences=self._sentences, marked=None)

    @property
    def text(self) -> str:
        """The same words as plain text."""
        return render("reader.txt", sentences=self._sentences).strip()


def read() -> Reader:
    """Read the article beside its claims: choose a claim, and see its sentence and what other sources say.

    Returns
    -------
    Reader
        Shows itself in a notebook: a list that works with mouse, keyboard and screen reader; without a kernel, the
        article with every claim under its sentence. `.html` and `.text` hold the latter.

    Raises
    ------
    BrokenTableError
        If the text of the folder in use is not there, or is not UTF-8.

    Examples
    --------
    >>> import casebook as cb
    >>> print(cb.read().text.splitlines()[0])
    s01  After the missile exchange in early January that killed at least eleven people on both sides of their shared \
border, Iran and Pakistan are beginning to gradually de-escalate tensions.
    """
    return Reader()
