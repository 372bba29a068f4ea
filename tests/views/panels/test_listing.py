"""The lists of journeys say what became of those who travelled, in words."""

import pytest

from annotations.selection import Filters, select
from tests.collections import collection_of
from tests.views.routes import NO_POINT, PLACES, stop_rows
from views.panels.listing import journey_entries
from views.panels.reading import journeys_table

RIVER = {"id": "river", "name": "Tumen River", "kind": "river", "country": "KP;CN;RU", **NO_POINT}


def address(kind: str, key: str) -> str:
    return f"?{kind}={key}"


def lists_of(journey: dict[str, str], *places: str) -> list[str]:
    """The list beside the map and the table of all journeys, for one journey over these places."""
    stops = stop_rows("by-sea", *({"place": place} for place in places))
    records = collection_of(places=[*PLACES, RIVER], journeys=[journey], stops=stops)
    selection = select(records, Filters())
    table = journeys_table(selection.journeys, address)
    return [journey_entries(records, selection, address), table]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("arrived", "● Arrived in South Korea"),
        ("settled-elsewhere", "◆ Settled in another country"),
        ("in-transit", "◐ Not yet arrived"),
        ("returned", "■ Forced back to North Korea"),
        ("died", "▌ Died"),
        ("not-told", "○ Outcome not stated"),
    ],
)
def test_no_list_hides_what_became_of_those_who_travelled(code, words):
    for told in lists_of({"outcome_kind": code}, "dalian"):
        assert words in told


def test_a_helpers_trip_has_no_outcome_in_a_list():
    for told in lists_of({"kind": "helper"}, "dalian"):
        assert "Outcome not" not in told


def test_the_countries_of_a_journey_are_those_that_a_source_names():
    _list, table = lists_of({}, "north-korea", "river", "tumen")
    assert ">North Korea, Tumen River, China</td>" in table
