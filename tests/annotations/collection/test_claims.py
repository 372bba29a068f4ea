"""What a source says against the day that the record follows is kept and found."""

from datetime import date

from annotations.collection.claims import followed_sources, other_claims
from annotations.collection.load import load
from annotations.dates.spans import Span
from annotations.store.files.store import CsvStore
from tests.collections import collection_of


def test_the_teenagers_day_before_july_4_stands_beside_july_4_with_its_sources():
    journey = load(CsvStore()).collection.journeys["four-teenagers-shanghai"]
    stop = next(stop for stop in journey.stops if stop.date == "2003-07-04")
    assert [mention.quote for mention in other_claims(stop)] == ["before July 4"]
    assert {citation.source for citation in followed_sources(stop)} == {
        "kbs-world-2003-07-05",
        "hankyung-2003-07-04",
    }


def stop_with(date_label: str, claimed: str):
    mention = {"id": "day", "quote": "Dalian", "kind": "date", "value": claimed}
    rows = collection_of(
        mentions=[{}, mention], stops=[{"date": date_label, "mentions": "port;day"}]
    )
    return rows.journeys["by-sea"].stops[0]


def test_a_day_within_the_days_of_the_stop_is_no_other_claim():
    assert other_claims(stop_with("1996-05", "1996-05-12")) == ()
    assert other_claims(stop_with("1996-05", "1996")) == ()


def test_a_day_outside_them_is_one_on_either_side():
    assert [m.id for m in other_claims(stop_with("1996-05", "../1996-04"))] == ["day"]
    assert [m.id for m in other_claims(stop_with("1996-05", "1996-06/.."))] == ["day"]


def test_the_only_source_is_followed_even_where_it_claims_two_days():
    stop = stop_with("1996-05", "1997")
    assert followed_sources(stop) == stop.sources
    assert stop.span == Span(date(1996, 5, 1), date(1996, 5, 31))
