"""How much of each paragraph is quoted, and which paragraphs hold no quoted word."""

from collections.abc import Callable

import pandas as pd

from casebook.exercise.chapter_01.rows import quotations
from casebook.exercise.exercise import Exercise, Misreading, Nearly
from casebook.exercise.kinds import Chart, sketch
from casebook.exercise.kinds.drawn import Drawn
from casebook.kept import Spec
from casebook.registers import passages


def _paragraphs() -> pd.DataFrame:
    """Characters in each paragraph: in all, between quotation marks, and how many quotations."""
    rows, quoted = passages(), quotations()
    sizes = (rows["end"] - rows["start"]).groupby(rows["paragraph"]).sum().rename("size").to_frame()
    by_paragraph = quoted["quote"].str.len().groupby(quoted["paragraph"])
    sizes["chars"], sizes["quotations"] = by_paragraph.sum(), by_paragraph.size()
    return sizes.fillna(0).astype(float).reset_index()


def _bars(share: pd.Series) -> Spec:
    rows = pd.DataFrame({"paragraph": share.index + 1, "share": share})
    return sketch(rows, "bar", x="paragraph:O", y="share:Q")


def _shares() -> pd.Series:
    rows = _paragraphs()
    return rows["chars"] / rows["size"]


def _axes(chart: Drawn) -> tuple[str, str]:
    """Which channel stands for the paragraph and which for the amount: bars may lie or stand."""
    lying = chart.channel("x").type == "quantitative" and chart.channel("y").type != "quantitative"
    return ("y", "x") if lying else ("x", "y")


ADDED: dict[str | None, Callable[[list[float]], float]] = {
    None: sum,
    "sum": sum,
    "count": len,
    "mean": lambda cells: sum(cells) / len(cells),
}


def heights(chart: Drawn) -> list[float]:
    """How long each bar is, in the order of the paragraphs; bars that share a place are stacked."""
    paragraph, amount = (chart.channel(axis) for axis in _axes(chart))
    bars: dict[str, list[float]] = {}
    for row in chart.rows:
        cell = 1 if amount.field is None else row.get(amount.field)
        if cell is not None:
            bars.setdefault(str(row.get(str(paragraph.field))), []).append(cell)
    return [ADDED[amount.aggregate](bars[name]) for name in sorted(bars)]


def _bars_are_wanted(chart: Drawn) -> str | None:
    return None if "bar" in chart.marks else "Bars: `.mark_bar()`."


def _paragraphs_are_names(chart: Drawn) -> str | None:
    paragraph, _ = _axes(chart)
    if chart.channel(paragraph).type in ("ordinal", "nominal"):
        return None
    return "A paragraph is a place in an order, not an amount: write `paragraph:O`, so that each gets a bar of its own."


def _read_from(chart: Drawn) -> str:
    try:
        found = heights(chart)
        seen = f"Bars read from your chart: {len(found)}, the shortest {min(found):.3g}, the longest {max(found):.3g}."
    except (KeyError, TypeError, ValueError):
        seen = "In your chart no bars could be found whose length is a number."
    return (
        f"{seen} Wanted: one bar for each paragraph, its length the quoted characters of that paragraph divided by all "
        "its characters."
    )


WHO_GETS_QUOTED = Exercise(
    key="who-gets-quoted",
    asks="A bar for each paragraph: which share of its characters stands in quotation marks.",
    kind=Chart(heights, tolerance=0.002, needs=(_bars_are_wanted, _paragraphs_are_names)),
    answer=lambda: _bars(_shares()),
    misreadings=[
        Misreading(
            "the-silent-dropped",
            lambda: _bars(_shares()[_shares() > 0]),
            did="Your chart has fewer bars than the article has paragraphs.",
            why="A `groupby` keeps only what occurs, so paragraphs without a quotation vanish. Their emptiness is part "
            "of the finding.",
            next='Begin the `merge` from `paragraphs`, with `how="left"`.',
        ),
        Misreading(
            "quotations-counted",
            lambda: _bars(_paragraphs()["quotations"]),
            did="You counted quotations.",
            why="One of three words and one of thirty then weigh the same. The question is about the share of the "
            "text.",
            next="Divide the sum of `chars` by the size of the paragraph.",
        ),
        Misreading(
            "share-of-the-quotes",
            lambda: _bars(_paragraphs()["chars"] / _paragraphs()["chars"].sum()),
            did="Your bars add up to one: they show where the quoted words are.",
            why="The question is how much of *each paragraph* is quoted.",
            next="Divide by the paragraph's own size.",
        ),
        Misreading(
            "characters-not-shares",
            lambda: _bars(_paragraphs()["chars"]),
            did="Your bars are numbers of characters.",
            why="Paragraphs differ in size, so a long one can look talkative.",
            next="Divide by the size of each paragraph.",
        ),
    ],
    nearly=[
        Nearly(
            "per-cent-for-share",
            lambda: _bars(_shares() * 100),
            change="Your bars are per cents, and a share between 0 and 1 is asked for. Draw the share; "
            '`axis=alt.Axis(format="%")` writes it as per cent.',
        ),
    ],
    gap=_read_from,
    because="Quoted words fill two thirds of one paragraph and none of three others: the one on the outcome of the "
    "talks, the one on Pakistan's strike, and the last.",
    not_shown="It does not show bias: who was within reach of a microphone is not in our tables. It shows whom a "
    "reader hears.",
    hints=[
        '`quoted.groupby("paragraph", as_index=False)["chars"].sum()` has a line for each paragraph that occurs; a '
        '`merge` from `paragraphs` with `how="left"` brings the others back, and `fillna(0)` fills their blanks.',
        'Worked on claims per sentence: `claims.groupby("passage_id").size()` counts them; divided by each sentence\'s '
        'length (`passages["end"] - passages["start"]`, both with `passage_id` as index) it gives claims per '
        "character.",
    ],
    sources=["S149", "S150", "S151", "S152", "S153", "S154", "S179"],
    minutes=9,
)
