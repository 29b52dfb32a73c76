"""A game of two sides: how often each holds in the mix, and whose cost moves whom."""

from fractions import Fraction

from casebook import chicken
from casebook.exercise.exercise import Exercise, Misreading
from casebook.exercise.kinds import Letter, Number

COST = Fraction(5)
BEFORE, AFTER = Fraction(3), Fraction(6)


def _each_holds() -> chicken.Cost:
    return chicken.holding_that_balances(COST)


HOLDING = Exercise(
    key="how-often-each-holds",
    asks="Both lose 5 if both strike: how often each side holds in the mix.",
    kind=Number(tolerance=0.005),
    answer=lambda: float(_each_holds()),
    misreadings=[
        Misreading(
            "strike-for-hold",
            lambda: float(1 - _each_holds()),
            did="You solved for the other act.",
            why="Both shares come out of one equation, so the label is easily lost.",
            next="Write “holds” beside the p for which you solve.",
        ),
        Misreading(
            "a-coin",
            lambda: 0.5,
            did="You split evenly between the two acts.",
            why="A mix is not a coin: its shares are those that leave the other side indifferent.",
            next="Set equal what the other side gets from each of its acts.",
        ),
        Misreading(
            "both-at-once",
            lambda: float(_each_holds() ** 2),
            did="You multiplied the two sides.",
            why="That is how often both hold at once, if they choose apart. The question is about one side.",
            next="Stop one step earlier.",
        ),
        Misreading(
            "percent",
            lambda: float(100 * _each_holds()),
            did="You gave a share of a hundred.",
            why="The lines of the game, and the sliders below, count from 0 to 1.",
            next="Divide by a hundred.",
        ),
    ],
    gap=lambda p: (
        f"You gave {p:g}. "
        + (
            "A share lies between 0 and 1. "
            if not 0 <= p <= 1
            else f"Then holding gets the other side {-(1 - p):.2f}, and striking {p - float(COST) * (1 - p):.2f}. "
        )
        + "In the mix the two are equal: solve −(1 − p) = p − c(1 − p) for p, with the c of the task."
    ),
    because="It is the assumption read back: the more we let both lose, the more they hold. No row stands behind the "
    "number. What the tables have on fear of worse are words, such as S095 and S107.",
    not_shown="It shows nothing about either capital. Who assumes another cost gets another share, and below 1 another "
    "game.",
    hints=[
        "Ask what makes the other side indifferent, not what is best for this one.",
        "Worked for c = 2: −(1 − p) = p − 2(1 − p). The right side is 3p − 2, the left p − 1, so 2p = 1 and each holds "
        "half of the time.",
    ],
    sources=["S095", "S107"],
    minutes=4,
)

LETTERS = {(True, False): "A", (False, True): "B", (True, True): "C", (False, False): "D"}


def _moved(cost_a: Fraction, cost_b: Fraction) -> str:
    """Who holds more often than with equal costs."""
    # What each holds by is the cost of the other.
    before, a_holds, b_holds = map(chicken.holding_that_balances, (BEFORE, cost_b, cost_a))
    return LETTERS[a_holds > before, b_holds > before]


WHOSE_COST = Exercise(
    key="whose-cost",
    asks="A's cost of both striking rises, B's stays: who holds more often in the mix.",
    kind=Letter({"A": "A holds more often.", "B": "B holds more often.", "C": "Both do.", "D": "Neither does."}),
    answer=lambda: _moved(AFTER, BEFORE),
    misreadings=[
        Misreading(
            "own-fear",
            lambda: _moved(BEFORE, AFTER),
            did="You reasoned from the fear of the side whose cost rose.",
            why="In the mix a side's share is the one that leaves the other side indifferent.",
            next="Write both conditions: in which of them does the changed cost stand?",
        ),
        Misreading(
            "one-cost-for-both",
            lambda: _moved(AFTER, AFTER),
            did="You moved both sides.",
            why="The two conditions hold different costs, and one cost changed.",
            next="Mark, in both conditions, the cost that changed.",
        ),
        Misreading(
            "nothing-moves",
            lambda: _moved(BEFORE, BEFORE),
            did="You moved neither side.",
            why="Each condition holds a cost, so a changed cost moves something.",
            next="Mark, in both conditions, the cost that changed.",
        ),
    ],
    gap="Give one letter. Write for each side the condition that leaves it indifferent: whose share and whose cost are "
    "in it?",
    because="Odd, and a warning: a mix describes a balance, not motives. If governments do not reason like this, the "
    "model is wrong for them, not they for it.",
    not_shown="It does not show that fear makes bold or careful. That needs rows about what somebody feared, and S095 "
    "is one official, not named.",
    hints=[
        "Whose indifference fixes whose share?",
        "Worked with numbers: if A loses 2 when both strike, A is indifferent when B holds half of the time; if A "
        "loses 4, when B holds three quarters. Nothing in these two sentences is about how often A holds.",
    ],
    sources=["S095"],
    minutes=3,
)
