"""Figures: every figure and date in prose is in a row that is cited for it, or in the output beside it."""

from prose.resting import resting
from rules.pair import Pair


def figures_have_rows(pair: Pair) -> list[str]:
    """Each figure and date stands in a row cited for it or in the output beside it, or is the size of either."""
    return [
        f"cell {sentence.cell}: “{sentence.words[figure.start : figure.end]}” in "
        f"“{sentence.words[max(figure.start - 40, 0) : figure.end + 30]}”"
        for sentence, found in resting(pair.instructor)
        for figure, carrying in found
        if not carrying
    ]


RULES = [figures_have_rows]
