"""Every mention opens with what it was read as, and every text shows all of its own."""

import re

import pytest

from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from views.text.words import marked_paragraphs, mention_details, mentions_in, mentions_of


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


def test_every_mention_of_the_paragraphs_that_tell_a_journey_opens_from_its_page(records):
    for journey in records.journeys.values():
        told = mentions_of(records, journey)
        own = {mention.id for stop in journey.stops for mention in stop.mentions}
        reachable = {mention.id for members in told.values() for mention in members}
        assert own <= reachable, journey.id
        for members in told.values():
            html = marked_paragraphs(records, members)
            assert set(re.findall(r'id="([\w-]+)"', html)) == {m.id for m in members}


def test_only_the_text_that_tells_no_journey_is_on_no_page_of_one(records):
    texts = {key for j in records.journeys.values() for key in mentions_of(records, j)}
    assert texts == {m.source for m in records.mentions.values()} - {"kim-seong-min-democracy"}


def test_an_opened_mention_says_what_it_stands_for_how_sure_and_where_it_stands(records):
    taowen = next(m for m in records.mentions.values() if m.quote == "Taowen")
    html = mention_details(records, taowen)
    for words in ("Taowen", "Tumen", "probable", "paragraph 5"):
        assert words in html
    assert f"characters {taowen.start} to {taowen.end}" in html


def test_a_relative_date_says_what_it_counts_from(records):
    forty = next(m for m in records.mentions.values() if m.quote == "forty days")
    html = mention_details(records, forty)
    assert "<b>Counted from: </b>Kim Seong Min, stop 2" in html
    assert "40 days" in html


def test_no_mention_shows_a_reader_the_id_of_what_it_counts_from(records):
    counted = [mention for mention in records.mentions.values() if mention.anchor]
    assert counted
    for mention in counted:
        assert mention.anchor not in mention_details(records, mention).replace(
            f'id="{mention.id}"', ""
        )


def test_every_mention_of_a_text_stands_in_the_list_of_that_text(records):
    texts = {mention.source for mention in records.mentions.values()}
    listed = {m.id for source in texts for m in mentions_in(records, source)}
    assert listed == set(records.mentions)
