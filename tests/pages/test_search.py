"""Search stands on every page for readers, and leads from each answer to the record."""

import re
from urllib.parse import parse_qs

import pytest

from annotations.proposals.hide import hide
from tests.pages.visits import PAGES, html, text, visit


def searched(words: str, page: str = "journeys"):
    """The page once these words were asked for."""
    at = visit(page)
    at.session_state["search-words"] = words
    assert not at.button(key="search").click().run().exception
    return at


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_it(page):
    at = visit(page)
    assert not at.text_input
    at.button(key="search").click().run()
    assert at.text_input(key="search-words")


def test_its_examples_are_public_now_and_no_person(tables):
    at = visit("method")
    at.button(key="search").click().run()
    assert at.text_input(key="search-words").placeholder == "다롄 …"
    hide(tables, "by-sea", "ada", "She asked.")
    assert at.run().text_input(key="search-words").placeholder == ""


def test_an_embedded_view_has_none():
    assert not [one for one in visit(embedded=True).button if one.key == "search"]


def test_each_answer_leads_to_its_record():
    at = searched("혜산 ")
    links = {link.replace("&amp;", "&") for link in re.findall(r'href="\./\?([^"]+)"', html(at))}
    assert links
    for link in links:
        asked = {key: values[0] for key, values in parse_qs(link).items()}
        assert not visit("map", **asked).exception
        assert set(asked) <= {"journey", "stop", "event"}


def test_what_was_found_is_grouped_and_counted():
    words = text(searched("Tumen"))
    assert re.search(r"\d+ things found", words)
    for group in ("Journeys and people", "Places", "Events", "Sources", "Words of the sources"):
        assert f"{group} (" in words


def test_nothing_found_says_what_to_try():
    assert "Nothing was found" in text(searched("qqqq"))


def test_words_of_a_question_are_shown_as_words():
    assert "<b>Tumen" not in html(searched("<b>Tumen</b>"))


def test_a_heavy_account_is_not_told_by_the_list_of_answers():
    words = text(searched("two brothers"))
    assert "Two brothers" in words
    assert "executed" not in words
