"""A picture names who tells what is drawn in it, the open journey's as its own."""

import pytest

from annotations.collection import load
from annotations.selection import Filters, select
from annotations.store import CsvStore
from views.citing import credits_of
from views.text import citations_of


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


def told_by(journeys) -> set[str]:
    """The sources of journeys."""
    return {citation.source for journey in journeys for citation in citations_of(journey)}


@pytest.mark.parametrize(
    "filters",
    (Filters(), Filters(first=2004, last=2004), Filters(kinds=frozenset({"attempt"}))),
)
def test_a_map_has_the_sources_of_its_journeys_and_no_others(records, filters):
    selection = select(records, filters)
    credit = credits_of(records, selection, None)[0]
    assert credit["total"] == len(told_by(selection.journeys))
    assert sum(n for _name, n in credit["names"]) <= credit["total"]


def test_a_timeline_has_those_of_events_and_arrivals_too(records):
    selection = select(records, Filters())
    events = {citation.source for event in selection.asked_events for citation in event.sources}
    arrivals = {citation.source for row in records.arrivals for citation in row.sources}
    whole = told_by(selection.asked) | events | arrivals
    assert credits_of(records, selection, None)[1]["total"] == len(whole)


@pytest.mark.parametrize("key", ("lee-so-yeon", "two-women-laos-2004"))
def test_whoever_tells_the_open_journey_is_named_as_its_own_and_all_else_is_counted(records, key):
    selection = select(records, Filters())
    journey = records.journeys[key]
    others = [one for one in selection.journeys if one.id != key]
    events = {citation.source for event in selection.asked_events for citation in event.sources}
    arrivals = {citation.source for row in records.arrivals for citation in row.sources}
    on_map, in_time = (credit["own"] for credit in credits_of(records, selection, journey))
    for own in (on_map, in_time):
        assert own["title"] == journey.title
        assert sum(n for _name, n in own["names"]) == own["total"] == len(told_by([journey]))
    assert on_map["rest"] == len(told_by(others))
    assert in_time["rest"] == len(told_by(others) | events | arrivals)


def test_an_open_journey_that_is_not_shown_tells_nothing_of_what_is(records):
    journey = records.journeys["lee-so-yeon"]
    kept_out = select(records, Filters(1996, 1998))
    on_map, in_time = credits_of(records, kept_out, journey)
    assert on_map["own"] is None
    assert in_time["own"]["title"] == journey.title  # as a shadow
    elsewhere = select(records, Filters(countries=frozenset({"SG"})))
    assert [credit["own"] for credit in credits_of(records, elsewhere, journey)] == [None, None]


def test_nothing_selected_has_no_sources(records):
    selection = select(records, Filters(first=1990, last=1990, countries=frozenset({"SG"})))
    assert not selection.journeys
    assert credits_of(records, selection, None)[0] == {"names": [], "total": 0, "own": None}


def test_a_year_that_is_not_certain_is_not_told_as_if_it_were(records):
    names = [name for name, _n in credits_of(records, select(records, Filters()), None)[1]["names"]]
    uncertain = {
        source.publisher
        for source in records.sources.values()
        if source.published.endswith(("?", "~"))
    }
    assert "Freedom Collection, George W. Bush Presidential Center" in uncertain & set(names)
