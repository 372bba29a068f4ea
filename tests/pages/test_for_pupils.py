"""The way to a page for pupils: on the card of its story, in the lesson, and by its own address."""

import pytest

from tests.pages.visits import html, said, text, visit
from tests.pupils_story import KEY, tables_with_story
from views.server import addresses


@pytest.fixture(autouse=True)
def tables(tmp_path, monkeypatch):
    """Our tables with one story, which has tasks."""
    monkeypatch.setenv("WAYS_OUT_TABLES", str(tables_with_story(tmp_path / "tables")))


def test_the_card_of_a_story_has_the_address_and_its_code():
    at = visit("present")
    assert not at.exception
    assert f"http://localhost:8501/pupils/{KEY}" in html(at)
    assert "data:image/svg+xml" in html(at) and "works on this machine only" in text(at)


def test_the_address_of_pupils_makes_their_page_and_leads_to_it():
    at = visit("present", story=KEY, pupils="true")
    assert not at.exception
    assert addresses._pages[KEY].exists()


def test_a_story_that_is_not_there_says_so():
    at = visit("present", story="no-story", pupils="true")
    assert not at.exception and "not here" in said(at)
