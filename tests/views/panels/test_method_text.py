"""The method page holds whatever the tables do: no words of a record are in it."""

import re
from html import unescape

from annotations.collection.load import load
from annotations.dates.durations import usual_tolerance
from annotations.store.files.store import CsvStore
from views.panels.method_text import method


def words_of_page() -> str:
    """The words of the page, in small letters and without marks."""
    return plain(unescape(re.sub(r"<[^>]+>", " ", str(method()))))


def plain(text: str) -> str:
    """Words and spaces alone."""
    words = " ".join(re.findall(r"[\w’]+", text.lower()))
    return f" {words} "


def quoted_in(page: str, texts) -> set[str]:
    """The texts of two words and more that stand in a page."""
    return {text for text in texts if len(plain(text).split()) > 1 and plain(text) in page}


def test_the_method_page_quotes_no_words_of_any_record():
    records = load(CsvStore().snapshot()).collection
    quotes = {mention.quote for mention in records.mentions.values()}
    titles = {journey.title for journey in records.journeys.values()}
    roles = {stop.role for journey in records.journeys.values() for stop in journey.stops}
    assert len(quotes) > 50
    assert quoted_in(words_of_page(), quotes | titles | roles) == set()
    assert quoted_in(plain("She hid for Forty days."), ["forty days"]) == {"forty days"}


def test_the_length_that_the_method_page_gives_as_an_example_is_that_of_the_reader():
    assert "sixty days means 54 to 66 days" in words_of_page()
    assert usual_tolerance("P60D") == f"P{66 - 60}D"
