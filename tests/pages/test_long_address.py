"""What an address holds that no page knows comes into no link, and makes no page larger."""

import pytest

from tests.pages.visits import html, visit

CHINA = {"country": "China"}
NAMES = {f"name{number}": "\xff" * 400 for number in range(200)}
CHOICES = {
    "country": ["China"] * 300 + ["x" * 400] * 20,
    "source": ["x" * 400] * 20,
    "period": ["1996"] * 300,
    "stop": ["9" * 5_000],
    "event": ["x" * 5_000],
    "camera": ["0" * 5_000 + "_1_1"],
}
KIM = {"journey": "kim-seong-min-1996"}
CODE, CITED = {"embed-code": True}, {"open-dialog": "cite"}


@pytest.mark.parametrize("long", (NAMES, CHOICES), ids=("names", "choices"))
@pytest.mark.parametrize(
    ("page", "embedded"), (("map", False), ("map", True), ("journeys", False)), ids=str
)
def test_a_page_is_no_larger_for_all_that_an_address_holds_and_no_page_knows(page, embedded, long):
    plain = visit(page, embedded, **CHINA)
    at = visit(page, embedded, **{**CHINA, **long})
    assert not at.exception
    assert html(at) == html(plain)


@pytest.mark.parametrize("opened", (CODE, CITED), ids=("embed", "cite"))
def test_what_a_visitor_takes_along_has_only_what_the_page_knows_of_the_address(opened):
    def taken(**address: str | list[str]) -> str:
        at = visit("map", **KIM, **address)
        for name, value in opened.items():
            at.session_state[name] = value
        at.run()
        return "\n".join(block.value for block in at.code)

    assert KIM["journey"] in taken()
    assert taken(**NAMES) == taken(source=["x" * 400] * 20, event="x" * 5_000) == taken()


def test_a_link_that_says_a_choice_twice_is_followed_and_its_links_say_it_once():
    at = visit(country=["China", "Laos", "China"], period=["1999", "1999"])
    chosen = "country=China&amp;country=Laos&amp;period=1999&amp;period=1999"
    assert f'"?{chosen}&amp;journey=' in html(at)
