"""Ten cards without dates: their clues are words of the tables, and an order is judged by them and by the days."""

from itertools import permutations
from math import factorial

import pytest

import casebook as cb
from casebook.exercise.arranging import letters
from casebook.exercise.ordering import CLUES, DEALT, broken, cards, forbidden, possible

HOLDS = "HCFLJBAGKD"


@pytest.mark.parametrize("clue", CLUES, ids=lambda clue: f"{clue.first}{clue.second}")
def test_the_words_of_a_clue_stand_in_the_row_of_its_card(clue):
    assert clue.words in cards().loc[clue.card, clue.column]
    assert clue.card in (clue.first, clue.second)


@pytest.mark.parametrize("clue", CLUES, ids=lambda clue: f"{clue.first}{clue.second}")
def test_no_clue_says_what_the_days_forbid(clue):
    assert forbidden(clue.first + clue.second) == frozenset()


def test_the_cards_are_not_dealt_in_the_order_of_time():
    dealt = "".join(DEALT)
    assert broken(dealt)
    assert forbidden(dealt)


@pytest.mark.parametrize("chosen", ["HC", "JC", "HCFALB", "GKDALF"])
def test_the_orders_that_keep_every_clue_are_counted(chosen):
    orders = map("".join, permutations(chosen))
    assert possible(chosen) == sum(not broken(order) for order in orders)


def test_words_alone_leave_many_orders_and_rule_out_most():
    assert 2 < possible() < factorial(len(DEALT)) / 1000


def test_only_the_recall_and_the_first_call_may_change_places():
    swapped = [HOLDS[:place] + HOLDS[place + 1] + HOLDS[place] + HOLDS[place + 2 :] for place in range(len(HOLDS) - 1)]
    assert not broken(HOLDS)
    assert not forbidden(HOLDS)
    free = [order for order in swapped if not broken(order) and not forbidden(order)]
    assert free == ["HCLFJBAGKD"]


def test_no_words_say_which_strike_came_first():
    assert broken("JC") == broken("CJ") == frozenset()
    assert forbidden("JC")


@pytest.mark.parametrize("given", ["hc", "H, C", ["H", "C"], ("h", "c"), "HC", cb.arrange("hc")])
def test_letters_are_read_however_they_are_written(given):
    assert letters(given) == "HC"


@pytest.mark.parametrize("given", [..., None, 7, object(), {}])
def test_what_holds_no_letters_deals_the_cards(given):
    assert cb.arrange(given).text == cb.arrange().text


def test_a_letter_that_is_no_card_and_one_laid_twice_are_named():
    text = cb.arrange("HCZH").text
    assert "Not among the cards: Z." in text
    assert "Laid more than once: H." in text


@pytest.mark.parametrize("order", ["", "H", "HC", "CH", HOLDS])
def test_the_html_says_what_the_text_says(order):
    laid = cb.arrange(order)
    for card in laid.laid + laid.in_hand:
        assert card.title in laid.text
    assert all(remark in laid.text for remark in laid.remarks)
    assert laid.html.count("<li>") == len(DEALT)
    assert laid.html.count("<tr>") == (len(laid.tests) + 1 if laid.tests else 0)


def test_the_cards_show_no_date_and_no_id_before_they_are_turned():
    text = cb.arrange(HOLDS).text
    assert not any(key in text for key in DEALT.values())
    assert "January" not in text
    assert list(cb.arrange(HOLDS).turned()["event_id"]) == [DEALT[letter] for letter in HOLDS]


def test_a_card_as_it_is_dealt_shows_the_words_of_its_own_clues():
    for card in cb.arrange().in_hand:
        assert set(card.words) == {clue.words for clue in CLUES if clue.card == card.letter}
