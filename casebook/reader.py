"""The article beside its claims: choosing a claim marks its sentence and shows what other sources say."""

from dataclasses import dataclass, replace

import pandas as pd
from ipywidgets import HTML, HBox, Layout, Select, VBox

from casebook.article import paragraphs
from casebook.cards import Stretch
from casebook.datapackage import table
from casebook.lookup import evidence_of
from casebook.markup import render
from casebook.provenance import show
from casebook.wording import code

LIST_ROWS = 11
ARTICLE_WIDTH, CHOICE_WIDTH = "56%", "44%"
NARROWEST = "20rem"


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
    """Who printed what bears on a claim, beside the article: "contradicts" and the publishers, and so on."""
    links = evidence_of("claims", key)
    others = links[links["passage_id"].isna()].drop_duplicates(["relation", "publisher"])
    return [(relation, "; ".join(mine["publisher"])) for relation, mine in others.groupby("relation", observed=True)]


def _claim(row: pd.Series) -> Claim:
    verdict = code(row["verdict"])
    return Claim(row["claim_id"], row["passage_id"], row["claim"], verdict, row["finding"], _documents(row["claim_id"]))


class Reader:
    """The article and its claims. Shows itself in a notebook: alive while a kernel runs, else as one page.

    Attributes
    ----------
    choice : ipywidgets.Select
        The list of claims; its value is the claim's id, or None.
    article, beside : ipywidgets.HTML
        The article with the chosen claim's sentence marked, and what other sources say of the claim.
    """

    def __init__(self) -> None:
        self._claims = {row["claim_id"]: _claim(row) for _, row in table("claims").iterrows()}
        self._paragraphs = paragraphs(set(table("passages")["passage_id"]))
        self.choice = Select(
            options=[(each.line, key) for key, each in self._claims.items()],
            value=None,
            rows=LIST_ROWS,
            description="Claims",
            layout=Layout(width="auto"),
        )
        self.article, self.beside = HTML(), HTML()
        self.choice.observe(lambda change: self._turn_to(change["new"]), names="value")
        self._turn_to(None)

    def _turn_to(self, key: str | None) -> None:
        chosen = self._claims.get(key)
        same_sentence = [each for each in self._claims.values() if chosen and each.passage == chosen.passage]
        card = replace(show(key), article=[]) if chosen else None
        self.article.value = render(
            "reader_article.html", paragraphs=self._paragraphs, marked=chosen and chosen.passage
        )
        self.beside.value = render("reader_choice.html", chosen=chosen, same_sentence=same_sentence, card=card)

    @property
    def widget(self) -> HBox:
        """The living view: the article, and beside it the list of claims with the card of the chosen one."""
        wide = {"min_width": NARROWEST, "flex": "1 1 0"}
        reading = VBox([self.article], layout=Layout(width=ARTICLE_WIDTH, **wide))
        choosing = VBox([self.choice, self.beside], layout=Layout(width=CHOICE_WIDTH, **wide))
        return HBox([reading, choosing], layout=Layout(flex_flow="row wrap", align_items="flex-start"))

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

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return self.widget._repr_mimebundle_() | {"text/html": self.html, "text/plain": self.text}


def read() -> Reader:
    """Read the article beside its claims: choose a claim, and see its sentence and what other sources say.

    Returns
    -------
    Reader
        Shows itself in a notebook: a list that works with mouse, keyboard and screen reader; without a kernel, the
        article with every claim under its sentence. `.html` and `.text` hold the latter.

    Examples
    --------
    >>> import casebook as cb
    >>> print(cb.read().text.splitlines()[0])
    s01  After the missile exchange in early January that killed at least eleven people on both sides of their shared \
border, Iran and Pakistan are beginning to gradually de-escalate tensions.
    """
    return Reader()
