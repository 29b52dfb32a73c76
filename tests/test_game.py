"""The game finds where two sides come to rest for any costs, and its chart says the same as its arithmetic."""

import functools
import json
import re
from fractions import Fraction
from itertools import product

import pytest
import vl_convert
from hypothesis import given
from hypothesis import strategies as st

import casebook as cb
from casebook import chicken, pictures, renderer
from casebook.charts.game import LEAST, MOST, STEP

costs = st.fractions(min_value=Fraction(1, 10), max_value=20, max_denominator=20)
CHOSEN = [(3, 3), (6, 3), (3, 6), (10, 2), (1, 1), (1, 3), (0.5, 3), (3, 0.5), (0.5, 0.5)]


@given(costs, costs)
def test_neither_side_gains_by_changing_its_act_alone(cost_a, cost_b):
    for a, b in chicken.pure(cost_a, cost_b):
        assert all(chicken.payoff(a, b, cost_a) >= chicken.payoff(each, b, cost_a) for each in chicken.ACTS)
        assert all(chicken.payoff(b, a, cost_b) >= chicken.payoff(each, a, cost_b) for each in chicken.ACTS)


@given(costs, costs)
def test_the_mix_leaves_each_side_indifferent_exactly(cost_a, cost_b):
    mix = chicken.mixed(cost_a, cost_b)
    if mix is None:
        assert min(cost_a, cost_b) < 1
        return
    for other_holds, cost in zip(reversed(mix), (cost_a, cost_b), strict=True):
        hold, strike = (
            other_holds * chicken.payoff(own, chicken.HOLD, cost)
            + (1 - other_holds) * chicken.payoff(own, chicken.STRIKE, cost)
            for own in (chicken.HOLD, chicken.STRIKE)
        )
        assert hold == strike


@given(costs)
def test_a_side_that_loses_little_strikes_whatever_the_other_does(cost):
    strikes = [
        chicken.payoff(chicken.STRIKE, act, cost) > chicken.payoff(chicken.HOLD, act, cost) for act in chicken.ACTS
    ]
    assert all(strikes) == (cost < 1)


def test_nothing_balances_a_side_that_loses_less_than_one():
    with pytest.raises(ValueError, match="better off striking"):
        chicken.holding_that_balances(Fraction(1, 2))


@functools.cache
def drawn(cost_a: float, cost_b: float) -> str:
    """The chart as it is drawn when the sliders stand at two costs."""
    spec = renderer.specification(cb.game())
    for param in spec["params"]:
        param["value"] = {"costA": cost_a, "costB": cost_b}[param["name"]]
    return vl_convert.vegalite_to_svg(spec, vl_version=renderer.GRAMMAR)


@pytest.mark.parametrize(("cost_a", "cost_b"), CHOSEN)
def test_the_chart_marks_the_same_places_as_the_arithmetic(cost_a, cost_b):
    svg = drawn(cost_a, cost_b)
    words = {
        ("holds", "strikes"): "A holds, B strikes",
        ("strikes", "holds"): "B holds, A strikes",
        ("strikes", "strikes"): "both strike",
    }
    rests = set(chicken.pure(cost_a, cost_b))
    assert {pair for pair, said in words.items() if f">{said}<" in svg} == rests
    mix = chicken.mixed(Fraction(cost_a), Fraction(cost_b)) if min(cost_a, cost_b) > 1 else None
    assert re.findall(r">mix: A ([\d.]+), B ([\d.]+)<", svg) == (
        [tuple(f"{float(each):.2f}" for each in mix)] if mix else []
    )


@pytest.mark.parametrize(("cost_a", "cost_b"), CHOSEN)
def test_the_four_outcomes_are_those_of_the_arithmetic(cost_a, cost_b):
    svg = drawn(cost_a, cost_b)
    for a, b in product(chicken.ACTS, repeat=2):
        gains = [chicken.payoff(a, b, cost_a), chicken.payoff(b, a, cost_b)]
        assert f">{', '.join(f'{gain:g}'.replace('-', '−') for gain in gains)}<" in svg


def test_two_sliders_with_words_and_no_clock_or_chance_of_the_machine():
    spec = renderer.specification(cb.game())
    assert [(each["bind"]["input"], each["bind"]["name"]) for each in spec["params"]] == [
        ("range", "A loses, if both strike: "),
        ("range", "B loses, if both strike: "),
    ]
    assert {(each["bind"]["min"], each["bind"]["max"], each["bind"]["step"]) for each in spec["params"]} == {
        (LEAST, MOST, STEP)
    }
    assert not re.search(r"random|now\(|https?://(?!vega)", json.dumps(spec))


def test_the_table_has_every_pair_that_it_tells_as_the_arithmetic_has_it():
    table = cb.as_table(cb.game())
    assert all(isinstance(cell, str) for cell in table.to_numpy().ravel())
    for said, _, *holds in table.itertuples(index=False):
        mix = chicken.mixed(*map(Fraction, re.findall(r"[\d.]+", said)))
        assert holds == ([f"{float(each):.2f}" for each in mix] if mix else ["", ""])


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_the_game_is_valid_and_light_in_every_theme(theme):
    spec = renderer.specification(cb.game(theme))
    cb.game(theme).to_dict(validate=True)
    assert spec["description"].endswith("cb.as_table(chart).")
    assert len(pictures.picture(spec)[0]) < 90_000
