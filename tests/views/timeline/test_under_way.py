"""Counts by month are those of a count journey by journey, and say at least and at most."""

from calendar import monthrange
from datetime import date
from functools import cache

import pytest

from annotations.dates.spans import Period
from annotations.records import Journey
from annotations.selection.filters import Filters, Within, select
from tests.collections import many_journeys
from tests.lying import journey_lies
from tests.views.routes import route
from views.timeline.under_way import MONTHS, UnderWay, under_way

MADE = many_journeys(160, seed=9)


@cache
def month(first: date) -> Period:
    return Period(first, first.replace(day=monthrange(first.year, first.month)[1]))


@cache
def counted(journeys: tuple[Journey, ...]) -> UnderWay:
    """The same counts, journey by journey and month by month, as a filter would find them."""
    dated = [journey for journey in journeys if journey.span.known]
    lying = [[journey_lies(journey, month(first)) for journey in dated] for first in MONTHS]
    definitely = tuple(found.count(Within.DEFINITELY) for found in lying)
    possibly = tuple(found.count(Within.POSSIBLY) for found in lying)
    return UnderWay(definitely, tuple(map(sum, zip(definitely, possibly, strict=True))))


def months_of(*dates: str) -> tuple[list[str], list[str]]:
    """The months in which a journey with stops of these dates is counted."""
    records, journey = route(*({"place": "dalian", "date": told} for told in dates))
    found = under_way(records, (journey,))
    return tuple(
        [f"{first:%Y-%m}" for first, n in zip(MONTHS, counts, strict=True) if n]
        for counts in (found.definitely, found.possibly)
    )


@pytest.mark.parametrize(
    "filters", [Filters(), Filters(1999, 2004), Filters(2003, 2003, possibly=True)]
)
def test_the_counts_are_those_of_every_journey_in_every_month(filters):
    journeys = select(MADE, filters).journeys
    found = under_way(MADE, journeys)
    assert found == counted(journeys)
    assert sum(found.definitely) > 0
    assert all(least <= most for least, most in zip(found.definitely, found.possibly, strict=True))


def test_the_counts_of_our_own_records_are_those_of_every_journey_in_every_month(records):
    journeys = tuple(records.journeys.values())
    assert under_way(records, journeys) == counted(journeys)


def test_a_count_that_leaves_a_journey_out_is_found_out():
    journeys = select(MADE, Filters()).journeys
    assert under_way(MADE, journeys[:-20]) != counted(journeys)


def test_a_journey_is_sure_between_its_latest_start_and_its_earliest_end():
    definitely, possibly = months_of("2004-02/2004-04", "2004-06/2004-08")
    assert definitely == ["2004-04", "2004-05", "2004-06"]
    assert possibly == [f"2004-0{n}" for n in range(2, 9)]


def test_a_month_that_is_told_is_sure_and_a_year_that_is_told_has_no_sure_month():
    assert months_of("2004-03") == (["2004-03"], ["2004-03"])
    assert months_of("2004") == ([], [f"2004-{n:02d}" for n in range(1, 13)])


def test_an_open_side_is_possible_to_the_end_of_the_axis():
    definitely, possibly = months_of("2026-10/..")
    assert (definitely, possibly) == ([], ["2026-10", "2026-11", "2026-12"])
    assert months_of("../1990-02")[1] == ["1990-01", "1990-02"]


@pytest.mark.parametrize("told", ["", "../..", "1989-12-31", "2027-01", "1953/1960"])
def test_what_has_no_day_on_the_axis_is_counted_in_no_month(told):
    assert months_of(told) == ([], [])


def test_a_journey_longer_than_the_axis_is_counted_in_every_month():
    definitely, possibly = months_of("1980-05", "2030-01")
    assert len(definitely) == len(possibly) == len(MONTHS)


def test_no_journeys_are_none_in_every_month(empty):
    nothing = (0,) * len(MONTHS)
    assert under_way(empty, ()) == UnderWay(nothing, nothing)
    assert under_way(MADE, ()) == UnderWay(nothing, nothing)
