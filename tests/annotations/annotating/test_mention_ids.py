"""Ids that are proposed follow the pattern of the tables and are never taken."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.annotating.mention_ids import journey_id, mention_id, source_id
from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from annotations.tables.columns import FORMS

OURS = load(CsvStore()).collection


@pytest.mark.parametrize(
    ("source", "paragraph", "words", "kind", "key"),
    [
        ("kim-seong-min-escape", 9, "port of Dalian", "place", "kse-p9-port-of-dalian"),
        ("kim-seong-min-escape", 9, "the headquarters", "place", "kse-p9-headquarters"),
        ("birrell-2023", 3, "P’yŏngyang", "place", "birrell-p3-pyongyang"),
        ("birrell-2023", 3, "2004", "date", "birrell-p3-year-2004"),
        ("rfa-mike-kim-2009", 40, "도문", "place", "rfa-p40-place-1"),
        ("rfa-mike-kim-2009", 40, "1996년", "date", "rfa-p40-date-1"),
        ("jo-2011", 4, "Tumen", "place", "jo-p4-tumen"),
        ("bbc-2002-03-14", 4, "Tumen", "place", "bbc-2002-03-14-p4-tumen"),
        (
            "birrell-2023", 15, "Since the lifting of all the policies of the city", "date",
            "birrell-p15-since-lifting-all-policies-city",
        ),
    ],
)  # fmt: skip
def test_an_id_of_a_mention_says_text_paragraph_and_words(source, paragraph, words, kind, key):
    assert mention_id(OURS, source, paragraph, words, kind) == key


def test_an_id_of_a_mention_is_none_of_the_table_and_none_of_a_draft():
    first = mention_id(OURS, "kim-seong-min-escape", 5, "port of Dalian")
    assert first == "kse-p5-port-of-dalian-2"
    second = mention_id(OURS, "kim-seong-min-escape", 5, "port of Dalian", taken=[first])
    assert second == "kse-p5-port-of-dalian-3"
    taken = ["rfa-p40-place-1"]
    assert mention_id(OURS, "rfa-mike-kim-2009", 40, "도문", taken=taken) == "rfa-p40-place-2"


@pytest.mark.parametrize(
    ("author", "published", "title", "publisher", "key"),
    [
        ("Ian Birrell", "2019-11-21", "How to escape", "UnHerd", "birrell-2019"),
        ("Ian Birrell", "2023", "The river", "UnHerd", "birrell-river-2023"),
        ("Kim Seong Min (interview)", "2013-02?", "Leaving", "", "kim-seong-min-2013"),
        ("Jo, Sung-ha", "2011", "On the way", "", "jo-2011"),
        ("", "2004-09-29", "A report", "The Korea Herald", "korea-herald-2004"),
        ("", "2004", "The long way south", "", "long-way-south-2004"),
        ("박연미", "2015", "살기 위하여", "", "source-2015"),
        ("", "", "", "", "source"),
    ],
)
def test_an_id_of_a_source_says_who_and_when(author, published, title, publisher, key):
    assert source_id(author, published, title, OURS.sources, publisher) == key


@pytest.mark.parametrize(
    ("title", "date", "key"),
    [
        ("Two girls taken in", "2017~", "two-girls-taken-in-2017"),
        ("Eleven to Kunming, 2024", "2024-08", "eleven-to-kunming-2024"),
        ("Fifteen to Kunming, 2024", "2024-08", "fifteen-to-kunming-2024-2"),
        ("두 사람", "", "journey"),
    ],
)
def test_an_id_of_a_journey_says_its_title_and_its_year_once(title, date, key):
    assert journey_id(title, date, OURS.journeys) == key


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_the_words_are_an_id_is_of_words_and_new(words, more):
    for key, taken in (
        (mention_id(OURS, "birrell-2023", 4, words), OURS.mentions),
        (source_id(words, more, more, OURS.sources, words), OURS.sources),
        (journey_id(words, more, OURS.journeys), OURS.journeys),
    ):
        assert FORMS["id"].fullmatch(key)
        assert key not in taken
