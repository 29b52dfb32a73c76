"""The article's own arithmetic: its parts coded as one row, and its opening held against them."""

from collections.abc import Callable

import pandas as pd

from casebook.exercise.chapter_01.rows import tolls
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Column, Letter, holding
from casebook.exercise.kinds.cells import Scalar

CELLS = ("count_low", "count_high", "qualifier", "count_is")


def _parts() -> pd.DataFrame:
    return tolls().query("scope == 'total'")


def _lead() -> pd.Series:
    return tolls().query("scope == 'combined'").iloc[0]


def _parts_low() -> int:
    return int(_parts()["count_low"].sum())


def _row(low: int, high: object = pd.NA, qualifier: str = "at_least", origin: str = "summed") -> pd.Series:
    return pd.Series(dict(zip(CELLS, (low, high, qualifier, origin), strict=True)), dtype=object)


def _as_one_row() -> pd.Series:
    return _row(_parts_low())


def _alike_in(*names: str) -> Callable[[dict[str, Scalar], dict[str, Scalar]], bool]:
    """Whether an answer has the wrong answer's values in these cells, whatever the others hold."""
    return lambda given, wrong: all(given[name] == wrong[name] for name in names)


LOOK_AGAIN = {
    "count_low": "Begin with the lower figures of C125 and C175, written without quotation marks.",
    "count_high": "Can the two strikes together have killed more people than the two lower figures say? Let that "
    "decide whether there is an upper figure or `pd.NA`.",
    "qualifier": "Which word of that column fits the two figures that you wrote? One part is exact and one is not.",
    "count_is": 'Does a sentence of the article print your figure? `cb.about("casualties", "count_is")`.',
}


def _cells_that_agree(given: dict[str, Scalar]) -> str:
    wanted = ADD_AS_WRITTEN.kind.read(_as_one_row()).value
    agree = [f"`{name}`" for name in CELLS if given[name] == wanted[name]]
    first, *_ = [name for name in CELLS if given[name] != wanted[name]]
    return f"As wanted: {', '.join(agree) or 'no cell yet'}. Look again at `{first}` first. {LOOK_AGAIN[first]}"


ADD_AS_WRITTEN = Exercise(
    key="add-as-written",
    asks="What the article's two sentences on the strikes imply together, coded as one row.",
    kind=Column(labels=CELLS),
    answer=_as_one_row,
    misreadings=[
        Misreading(
            "bound-read-as-exact",
            lambda: _row(_parts_low(), _parts_low(), "exact"),
            did="You closed the upper end.",
            why="One of the two figures is only a lower bound, and a sum is no firmer than its loosest part.",
            next="Find the words of s12 that are missing from your row: what do they do to `count_high`?",
            matches=_alike_in("count_low", "count_high"),
        ),
        Misreading(
            "a-zero-for-no-limit",
            lambda: _row(_parts_low(), 0),
            did="You wrote zero as the upper figure.",
            why="Zero says that nobody was killed. That no upper limit is given is another thing, and the tables have "
            "a sign for it.",
            next="Write what stands in `count_high` of C125.",
            matches=_alike_in("count_high"),
        ),
        Misreading(
            "the-lead-for-the-parts",
            lambda: _row(int(_lead()["count_low"])),
            did="You took the number of the opening sentence.",
            why="The task asks what the two later sentences imply by themselves; only then can the opening be held "
            "against them.",
            next="Start from C125 and C175, with s01 covered.",
            matches=_alike_in("count_low"),
        ),
        Misreading(
            "all-three-added",
            lambda: _row(int(tolls()["count_low"].sum())),
            did="You added a total to its own parts.",
            why="The row of scope *combined* speaks of both strikes, so its people are in the other rows already.",
            next="Look at `scope` before any addition.",
            matches=_alike_in("count_low"),
        ),
        Misreading(
            "sum-as-stated",
            lambda: _row(_parts_low(), origin="stated"),
            did="You reached a figure by adding, and coded it as one that the article states.",
            why="No sentence prints it. A reader must be able to tell a source's number from our arithmetic.",
            next='`cb.about("casualties", "count_is")` says what this column keeps apart.',
        ),
    ],
    gap=_cells_that_agree,
    because="A lower bound and an exact figure add up to a lower bound, with no upper one. The rule “never sum rows” "
    "stands: here two different strikes in one text are added, to test that text against itself.",
    not_shown="It does not show how many people were killed: the ten is one of several figures that were given (K51).",
    hints=[
        "Can the total be smaller than the two lower figures together? Can it be larger?",
        "Worked on two of the reports of Rask (E067), which others contradict: eleven police (C067) and two attackers "
        "(C071), both exact, give low 13, high 13, exact, summed. Had the second been “at least two”, there would be "
        "no upper figure.",
    ],
    sources=["C125", "C175", "C214", "K03"],
    minutes=6,
)


def _what_fits() -> str:
    low, lead = _parts_low(), _lead()
    return holding(
        A=low < lead["count_low"],
        B=low > lead["count_low"] and lead["qualifier"] == "at_least",
        C=low == lead["count_low"],
        D=(_parts()["qualifier"] == "exact").all(),
    )


AT_LEAST_ELEVEN = Exercise(
    key="at-least-eleven",
    asks="How the opening's “at least eleven” fits what the later sentences imply.",
    kind=Letter(
        {
            "A": "If the later sentences hold, the opening is false.",
            "B": "If the later sentences hold, the opening is still true, but says less than they do, and the text "
            "does not say why.",
            "C": "The opening and the later sentences say the same.",
            "D": "The later sentences fix the total.",
        }
    ),
    answer=_what_fits,
    misreadings=[
        Misreading(
            "at-least-as-exactly",
            lambda: "A",
            did="You read “at least eleven” as “eleven”.",
            why="A lower bound is broken only by a smaller number.",
            next="Put the bound of s01 beside the bound that you coded: which is the larger?",
        ),
        Misreading(
            "rounding-away",
            lambda: "C",
            did="You took two different lower bounds for one.",
            why="They are close, and closeness is not agreement when people are counted.",
            next="Read `count_low` of the two rows side by side.",
        ),
        Misreading(
            "total-found",
            lambda: "D",
            did="You took the parts for a settled total.",
            why="One part is only a lower bound, and for the other strike other sources give other figures.",
            next="Look at the `qualifier` of C125.",
        ),
    ],
    because="More does not break an “at least”. Two plus nine makes the eleven of other reports (F18, C213); several "
    "Spanish ones print twelve (F19). Our coder calls the opening imprecise, compatible but a different count (K03): a "
    "pointer, open to argument.",
    not_shown="It does not show which figure is right, nor why the text has two counts.",
    hints=[
        "Draw a line of numbers. Shade what s01 allows; shade what your row allows.",
        "Worked on Erbil (E078): “at least four” (C096) and “five” (C101). The first is not broken by the second; it "
        "says less.",
    ],
    sources=["C214", "C125", "C175", "C213", "F18", "F19", "K03"],
    minutes=4,
)
