"""The title, the sentence and the counters say what was chosen and what is shown."""

import pytest

from annotations.selection.filters import FIRST_YEAR, LAST_YEAR, PUBLIC_RECORD, Filters, select
from tests.collections import collection_of
from tests.views.routes import PLACES, route, stop_rows
from views.panels.headline import counters, headline, selection_sentence


def of(collection, **chosen):
    return select(collection, Filters(**chosen))


def test_a_journey_shown_alone_is_the_title_with_its_time(records):
    alone = of(records, first=1996, last=1998, sources=frozenset({"kim-seong-min-escape"}))
    assert headline(alone, None) == "Kim Seong Min, February 1996 to February 1999"


def test_an_open_journey_is_the_title_whatever_else_is_selected(records):
    journey = records.journeys["kim-seong-min-1996"]
    title = headline(of(records), journey)
    assert title == "Kim Seong Min, February 1996 to February 1999"


def test_several_journeys_or_none_have_the_title_of_the_whole(records, empty):
    whole = "How people got out of North Korea"
    assert headline(of(records), None) == whole
    assert headline(of(empty), None) == whole


@pytest.mark.parametrize(
    ("outcomes", "title"),
    [
        (("died",), "People who died"),
        (("returned",), "People who were forced back to North Korea"),
        (("died", "returned"), "People who were forced back to North Korea or died"),
        (("died", "not-told"), "Journeys of which no source tells the arrival"),
        (("settled-elsewhere", "died", "returned"), "How people got out of North Korea"),
        (("arrived", "died"), "How people got out of North Korea"),
    ],
)
def test_no_title_says_that_people_got_out_where_only_others_are_shown(records, outcomes, title):
    assert headline(of(records, outcomes=frozenset(outcomes)), None) == title


def test_the_title_gives_no_days_that_the_text_does_not_give(records):
    journey = records.journeys["two-women-laos-2004"]
    title = headline(of(records), journey)
    assert title == "Two women and their guide, probably some days in November 2004"


def test_a_journey_without_a_date_is_a_title_without_a_time():
    records, journey = route({"place": "dalian", "date": ""})
    assert headline(of(records), journey) == "By sea"


def test_a_corridor_or_what_is_not_on_the_map_is_no_journey_shown_alone():
    whole = "How people got out of North Korea"
    for cells in ({"kind": "corridor"}, {}):
        place = "dalian" if cells else "china"
        records, _ = route({"place": place}, **cells)
        assert headline(of(records), None) == whole


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({}, "Journeys from testimony and the public record"),
        (
            {"first": 1996, "last": 1999},
            "Journeys definitely under way between 1996 and 1999",
        ),
        ({"first": 2004, "last": 2004}, "Journeys definitely under way in 2004"),
        (
            {"first": 2004, "last": 2004, "possibly": True},
            "Journeys possibly under way in 2004",
        ),
        (
            {"kinds": frozenset({"return", "attempt"})},
            "Journeys (attempt, return)",
        ),
        (
            {"first": 2004, "last": 2005, "kinds": frozenset({"helper"})},
            "Journeys (helper’s trip) definitely under way between 2004 and 2005",
        ),
        (
            {"countries": frozenset({"TH", "LA"})},
            "Journeys from testimony and the public record, via Laos, Thailand",
        ),
        (
            {"first": 2004, "last": 2004, "sources": frozenset({"birrell-2023", PUBLIC_RECORD})},
            "Journeys definitely under way in 2004, according to Ian Birrell 2023, Public record",
        ),
    ],
)
def test_the_sentence_says_what_was_chosen(records, chosen, sentence):
    assert selection_sentence(records, of(records, **chosen)) == sentence


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_counters_count_journeys_stops_and_events(count):
    ids = [f"way-{number}" for number in range(count)]
    if count:
        records = collection_of(
            places=list(PLACES),
            journeys=[{"id": key} for key in ids],
            stops=[row for key in ids for row in stop_rows(key, {}, {"place": "tumen"})],
        )
        shown = counters(of(records))
    else:
        records, _ = route({"place": "dalian"})
        shown = counters(of(records, first=LAST_YEAR, last=LAST_YEAR))
    assert (
        shown
        == {
            0: "0 journeys · 0 stops · 0 events",
            1: "1 journey · 2 stops · 1 event",
            2: "2 journeys · 4 stops · 1 event",
        }[count]
    )


def test_every_filter_gives_a_sentence(records):
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        assert str(year) in selection_sentence(records, of(records, first=year, last=year))
