"""Sizes and rhythm: what a student can read in one sitting."""

import re
from statistics import median

from rules.pair import Pair, code, headings, prose

LAST = "What we can and cannot say"
TRICKS = re.compile(
    r";\s*\Z|\binteract(?:_manual)?\b|\bOutput\(|\bclear_output\b|\bupdate_display\b|^\s*[%!]", re.MULTILINE
)
WORD = re.compile(r"\w[\w'’.,-]*")


def cells_are_few(pair: Pair) -> list[str]:
    """A chapter has 40 to 70 cells, the first notebook at most 70."""
    count = len(pair.student.cells)
    least = 40 if pair.is_chapter else 1
    return [] if least <= count <= 70 else [f"{count} cells"]


def prose_is_short(pair: Pair) -> list[str]:
    """The middle markdown cell has 30 to 50 words."""
    middle = median(len(WORD.findall(text)) for text in prose(pair.student))
    return [] if 30 <= middle <= 50 else [f"median of {middle} words"]


def code_is_short(pair: Pair) -> list[str]:
    """The middle code cell has at most 4 lines, every one at most 12, a solution's markers not counted."""
    sizes = {
        number: len([line for line in cell.source.splitlines() if line.strip() and " SOLUTION" not in line])
        for number, cell in enumerate(pair.instructor.cells, 1)
        if cell.cell_type == "code"
    }
    faults = [f"cell {number} has {size} lines" for number, size in sizes.items() if size > 12]
    return faults if median(sizes.values()) <= 4 else [*faults, f"median of {median(sizes.values())} lines"]


def head_says_what_for_whom(pair: Pair) -> list[str]:
    """The only H1 opens the notebook; with it stand what is needed and at least three aims."""
    head = pair.student.cells[0].source
    faults = [] if len(headings(pair.student, 1)) == 1 else ["not exactly one H1"]
    faults += [] if head.startswith(f"# {pair.name[:2]} · ") else [f"does not begin with '# {pair.name[:2]} · '"]
    faults += [] if re.search(r"\bneed\b", head) else ["the head does not say what is needed"]
    return faults if len(re.findall(r"^\d+\. ", head, re.MULTILINE)) >= 3 else [*faults, "fewer than three aims"]


def end_says_what_we_cannot_say(pair: Pair) -> list[str]:
    """The last H2 is 'What we can and cannot say', and nothing is run after it."""
    titles = headings(pair.student, 2)
    faults = [] if titles and titles[-1] == LAST else ["the last H2 is another"]
    return faults if pair.student.cells[-1].cell_type == "markdown" else [*faults, "ends with a code cell"]


def output_is_followed_by_words(pair: Pair) -> list[str]:
    """After every output a sentence says what we see."""
    following = [*pair.student.cells[1:], None]
    return [
        f"cell {number}"
        for number, (cell, after) in enumerate(zip(pair.student.cells, following, strict=True), 1)
        if cell.get("outputs") and (after is None or after.cell_type != "markdown")
    ]


def code_uses_what_every_viewer_can_show(pair: Pair) -> list[str]:
    """No hidden output, and no output that changes after it was shown."""
    tricks = re.compile(
        r";\s*\Z|\binteract(?:_manual)?\b|\bOutput\(|\bclear_output\b|\bupdate_display\b|^\s*[%!]", re.MULTILINE
    )
    cells = code(pair.instructor)
    return [found[0].strip() for cell in cells if (found := tricks.search(cell.source))]


RULES = [
    cells_are_few,
    prose_is_short,
    code_is_short,
    head_says_what_for_whom,
    end_says_what_we_cannot_say,
    output_is_followed_by_words,
    code_uses_what_every_viewer_can_show,
]
