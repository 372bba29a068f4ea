"""A new text becomes a journey on the public map, and only once a second person has read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.annotating import (
    begin,
    choose,
    copy_of_tables,
    drawn_stops,
    drop,
    fill,
    mark,
    pick,
    stops,
)
from tests.browser.staff_apps import LISTED, sign_in, with_sign_in

TALK = """A short talk

In May 1998 she left Musan and crossed the river to Yanji.

Eight days later she was in Dalian. She reached Seoul in February 2000.
"""


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> Path:
    """A copy of the tables to save into."""
    return copy_of_tables(tmp_path_factory.mktemp("tables"))


@pytest.fixture(scope="module")
def app(provider, tables, tmp_path_factory) -> Iterator[str]:
    """The app for everybody, with sign-in for staff, over the copy."""
    with with_sign_in(tmp_path_factory.mktemp("secrets"), provider, tables) as address:
        yield address


def test_a_pasted_text_becomes_a_journey_that_a_second_person_lets_the_public_see(
    browser, visit, app
):
    page = visit.page
    sign_in(page, app, LISTED)
    begin(page, app, TALK, Title="A short talk", Published_when="2003-05")
    mark(page, "May 1998", "d")
    choose(page, "in May 1998")
    mark(page, "Yanji", "p")
    choose(page, "A · Yanji, Jilin")
    page.locator(".marking-text").focus()
    page.keyboard.press("s")
    page.locator(".making li").wait_for()
    mark(page, "Dalian", "p")
    choose(page, "A · Dalian, Liaoning")
    drop(page, "Dalian", below=True)
    mark(page, "Eight days later", "d")
    choose(page, "8 days")
    pick(page, "Counts from", "Stop 1")
    drop(page, "Eight days later", on=2)
    drop(page, "May 1998", on=1)
    mark(page, "Seoul", "p")
    choose(page, "A · Seoul")
    page.get_by_role("button", name="Make it a stop").click()
    page.locator(".making li").nth(2).wait_for()
    mark(page, "February 2000", "d")
    choose(page, "in February 2000")
    drop(page, "February 2000", on=3)
    assert stops(page) == ["Yanji", "Dalian", "Seoul"]
    assert len(drawn_stops(page)) == 3
    for order, role in enumerate(("crosses the river", "stays", "arrives"), start=1):
        page.locator(".making li").nth(order - 1).click()
        page.get_by_role("heading", name=f"Stop {order}: ").wait_for()
        fill(page, "What happened there, in your own words", role)
    fill(page, "Title", "By way of Dalian")
    fill(page, "Who", "a woman")
    fill(page, "Summary, in your own words", "She crossed the river and reached Seoul.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("button", name="Save as a draft to be reviewed").click()
    page.get_by_text("A second person reviews it before visitors see it.").wait_for()
    assert not visit.errors
