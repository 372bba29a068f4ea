"""An open journey that the filters keep off map and timeline says so, and how to see it."""

import pytest

from tests.pages.visits import map_state, text, visit

KIM = "kim-seong-min-1996"
LATER = ["2020", "2022"]
BUTTON = "show-left-out"


@pytest.mark.parametrize("embedded", [False, True])
def test_an_open_journey_outside_the_chosen_years_says_so_and_shows_itself(embedded):
    at = visit(journey=KIM, period=LATER, embedded=embedded)
    assert "lies outside the chosen years, 2020–2022." in text(at)
    assert KIM not in map_state(at)["ids"]
    at.button(key=BUTTON).click().run()
    assert KIM in map_state(at)["ids"]
    assert "lies outside" not in text(at)
    assert BUTTON not in {button.key for button in at.button}


def test_one_that_lies_in_them_only_possibly_is_shown_by_the_other_choice():
    at = visit(journey="woman-twenties-2018", period=["2018", "2018"])
    assert "lies only possibly in the chosen years, 2018." in text(at)
    at.button(key=BUTTON).click().run()
    assert "woman-twenties-2018" in map_state(at)["ids"]


def test_one_that_another_filter_leaves_out_is_shown_without_filters():
    at = visit(journey=KIM, kind="Attempt")
    assert "The chosen filters leave this journey out" in text(at)
    at.button(key=BUTTON).click().run()
    assert KIM in map_state(at)["ids"]


def test_an_open_journey_that_is_shown_says_nothing_of_filters():
    at = visit(journey=KIM, period=["1996", "1999"])
    assert BUTTON not in {button.key for button in at.button}
