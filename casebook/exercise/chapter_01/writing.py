"""Two texts that an instructor reads: a sentence that gets its voice back, and one correction."""

from dataclasses import dataclass

from casebook.exercise.chapter_01.rows import ARTICLE
from casebook.exercise.exercise import Exercise
from casebook.exercise.form import ADay, Avoids, BothSides, Cites, Differ, FormCheck, OnlyRows, Says, Soft
from casebook.exercise.form.draft import Draft
from casebook.exercise.kinds import Prose
from casebook.lookup import evidence_of

SAYING = (
    "said",
    "says",
    "say",
    "according to",
    "denied",
    "denies",
    "claimed",
    "claims",
    "announced",
    "reported",
    "named",
)
HEDGES = ("reported", "reports", "according to", "may", "might", "one source", "not confirmed", "in doubt", "as far as")
SIDES = ("terroris-", "martyr-", "separatis-", "militant-", "extremis-", "hideout-", "regime-")


GIVE_BACK_THE_VOICE = Exercise(
    key="give-back-the-voice",
    asks="Rewrite s14 so that a reader learns whose account it is, and who gives another.",
    kind=Prose(
        words=(30, 70),
        checks=(
            Cites(
                2, "Cite at least two statements, like [S098]: the account, and another one.", tables=("statements",)
            ),
            Differ(
                "statements",
                "speaks_for_id",
                "All statements that you cite speak for the same side. Who gives another account?",
            ),
            Says(SAYING, "No verb of saying: who says what was hit?"),
            Avoids(SIDES),
            Soft(ADay()),
        ),
        rubric={
            "V1": "what was hit is still told in the writer's own voice",
            "V2": "a word that takes a side stands without its speaker",
            "V3": "one account is made to look truer than the other without a reason from the rows",
            "V4": "more is said than the cited rows hold",
        },
    ),
    hints=[
        "Begin with the speaker: “Pakistan's military said that ...”. Then add who says otherwise.",
        "Worked on s12: “Iranian media said that two bases of Jaish al-Adl were destroyed at Koh-e-Sabz; the group "
        "said that homes of its members' families were hit [K38].” Both are somebody's account now.",
    ],
    minutes=8,
)


@dataclass(frozen=True)
class OneClaimInItsSentence(FormCheck):
    """One claim of the article, together with the passage that it stands in."""

    def __call__(self, draft: Draft) -> str | None:
        chosen = draft.of("claims")
        if len(chosen) != 1:
            return f"There is room for one correction: cite one claim, like [K07]. You cite {len(chosen)}."
        if chosen[0].cells["passage_id"] in [row.key for row in draft.of("passages")]:
            return None
        return f'Cite the sentence that the claim stands in, like [s02]: `cb.show("{chosen[0].key}")` names it.'


@dataclass(frozen=True)
class SharesGround(FormCheck):
    """At least one other row rests on a document, or stands in a sentence of the article, that bears on the claim."""

    def __call__(self, draft: Draft) -> str | None:
        about = [_grounds(row.table, row.key) for row in draft.of("claims")]
        others = [_grounds(row.table, row.key) for row in draft.rows if row.table not in ("claims", "passages")]
        if not about or not others or about[0] & set().union(*others):
            return None
        return "No other row that you cite shares a document or a sentence with your claim. Do they speak of one thing?"


@dataclass(frozen=True)
class BothSidesOfACount(FormCheck):
    """Where the claim is a count, an account from each country."""

    def __call__(self, draft: Draft) -> str | None:
        counts = [row for row in draft.of("claims") if row.cells["kind"] == "count"]
        return BothSides()(draft) if counts else None


def _grounds(table: str, key: str) -> set[str]:
    """Documents that bear on a row; of the article, which was read whole, only the sentences."""
    links = evidence_of(table, key)
    return set(links["source_id"]) - {ARTICLE} | set(links["passage_id"].dropna())


ONE_CORRECTION = Exercise(
    key="one-correction",
    asks="One correction to the article: what was printed, what others report, who they are, how sure you are.",
    kind=Prose(
        words=(70, 130),
        checks=(
            OneClaimInItsSentence(),
            Cites(
                1,
                "Cite at least one more row that stands against the claim: an event, statement, report or fact.",
                tables=("events", "statements", "casualties", "facts"),
            ),
            OnlyRows(
                "claims",
                lambda cells: cells["verdict"] != "consistent",
                "For {rows} the tables hold no disagreement. Choose another, or look again.",
            ),
            Says(HEDGES, "Nothing tells how sure you are: reported, according to, may, one source, not confirmed ..."),
            Avoids((*SIDES, "in fact", "in reality", "the truth is", "actually")),
            Soft(SharesGround()),
            Soft(BothSidesOfACount()),
        ),
        rubric={
            "R1": "does not say why this claim and not another",
            "R2": "the article's words are bent to make them easier to correct",
            "R3": "a figure or statement without its reporter",
            "R4": "claims more than the rows do",
            "R5": "imputes a motive to the newspaper",
            "R6": "a word that takes a side in the writer's own voice, or the name of a private person",
        },
    ),
    hints=[
        "Rank the claims by what a reader would decide differently, not by how wrong they sound.",
        "Worked opening on a claim that you will not want: “Our article put the minister's journey on a Monday morning "
        "[K07] [s02]; some reports have him land late on Sunday [E115], and which is right is not confirmed ...”",
    ],
    minutes=15,
)
