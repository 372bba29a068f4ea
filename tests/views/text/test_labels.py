"""Every code of the records has words, and every doubt about a place is said in its name."""

from datetime import date

import pytest

from annotations.codes import BASES, EVENT_CATEGORIES, JOURNEY_KINDS
from annotations.dates.spans import Span
from annotations.references import Citation
from tests.collections import collection_of
from tests.views.routes import EXACT, PLACES, route, stop_rows
from views.text import cited_sources, labels, when_sentence

SAID = (
    (labels.kind, JOURNEY_KINDS),
    (labels.category, EVENT_CATEGORIES),
    (labels.basis, BASES),
)


@pytest.mark.parametrize(("say", "codes"), SAID)
def test_each_code_has_words_of_its_own(say, codes):
    words = [say(code) for code in codes]
    assert all(words)
    assert len(set(words)) == len(codes)


def test_every_country_of_our_records_has_a_name(records):
    codes = {code for place in records.places.values() for code in place.country}
    codes |= {code for event in records.events.values() for code in event.countries}
    assert [code for code in sorted(codes) if labels.country(code) == code] == []


def test_a_country_without_a_name_keeps_its_code():
    assert labels.country("ZZ") == "ZZ"


@pytest.mark.parametrize(
    ("place", "certainty", "words"),
    [
        ("dalian", "certain", "Dalian"),
        ("dalian", "unresolved", "Dalian"),
        ("tumen", "probable", "probably Tumen"),
        ("tumen", "possible", "possibly Tumen"),
        ("china", "certain", "somewhere in China"),
        ("china", "probable", "somewhere in China"),
        ("embassy", "certain", "An embassy, Beijing"),
        ("", "unresolved", "place not given"),
    ],
)
def test_a_place_is_named_with_its_doubt(place, certainty, words):
    _, journey = route({"place": place, "certainty": certainty})
    assert labels.place(journey.stops[0]) == words


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"date": "2004-11"}, "in November 2004"),
        ({"date": "2004-11", "date_certainty": "probable"}, "probably in November 2004"),
        ({"date": "2004-11", "date_certainty": "possible"}, "possibly in November 2004"),
        ({"date": "2004-11", "certainty": "probable"}, "probably in November 2004"),
        ({"date": "2004-11", "certainty": "unresolved"}, "in November 2004"),
        ({"date": "2023?", "date_certainty": "possible"}, "possibly in 2023"),
        ({"date": "/2009-03-24", "date_certainty": "probable"}, "probably before 25 March 2009"),
        ({"date": "", "certainty": "probable"}, "date not given"),
    ],
)
def test_a_date_is_said_with_its_own_doubt_and_not_with_that_of_the_place(cells, words):
    _, journey = route({"place": "dalian", **cells})
    assert when_sentence(journey.stops[0]) == words
    if "date_certainty" in cells:
        assert labels.place(journey.stops[0]) == "Dalian"


def told_word(certainty: str, quote: str) -> str:
    """The label of a stop at Dalian for which the source has the word `quote`."""
    records = collection_of(
        places=list(PLACES),
        mentions=[{"quote": quote, "start": "39", "end": str(39 + len(quote))}],
        stops=stop_rows("by-sea", {"basis": "stated", "mentions": "port", "certainty": certainty}),
    )
    return labels.place(records.journeys["by-sea"].stops[0])


def test_the_source_s_own_word_stands_beside_a_place_in_doubt():
    assert told_word("probable", "Dairen") == "“Dairen”, probably Dalian"
    assert told_word("possible", "Dairen") == "“Dairen”, possibly Dalian"


def test_the_source_s_own_word_is_not_repeated_where_it_adds_nothing():
    assert told_word("certain", "Dairen") == "Dalian"
    assert told_word("probable", "Dalian") == "probably Dalian"


def test_a_source_is_cited_once_with_all_its_paragraphs(records):
    cited = (
        Citation("birrell-2023", "5"),
        Citation("rfa-mike-kim-2009"),
        Citation("birrell-2023", "7"),
    )
    titles = [title for _, title in cited_sources(records, cited)]
    assert titles == [
        "UnHerd, How to escape North Korea, paragraphs 5, 7",
        "Radio Free Asia, Helping North Koreans to Escape",
    ]


def test_a_locator_that_is_no_paragraph_stands_as_it_is(records):
    ((_, title),) = cited_sources(records, (Citation("birrell-2023", "table 2"),))
    assert title == "UnHerd, How to escape North Korea, table 2"


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (None, None, ""),
        (1996, 1996, "1996"),
        (1996, 1999, "1996–1999"),
        (None, 2000, "2000 or before"),
        (2000, None, "2000 or later"),
    ],
)
def test_years_are_said_shortly(earliest, latest, words):
    days = [year and date(year, 5, 1) for year in (earliest, latest)]
    assert labels.year_range(Span(*days)) == words


def test_a_date_that_is_told_is_said_as_told_and_a_computed_one_as_its_days():
    _, journey = route(
        {"place": "dalian", "date": "1996-02-10"},
        {"place": "tumen", "date": "", "after": "by-sea:1", "duration": "P9D", **EXACT},
    )
    assert [when_sentence(stop) for stop in journey.stops] == [
        "on 10 February 1996",
        "on 19 February 1996",
    ]
