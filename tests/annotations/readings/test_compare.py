"""Two readings are compared stop by stop: places in order, and how their dates lie."""

import pytest

from annotations.readings import Compared, Reading, agreement, compare
from annotations.readings.compare import how_dates_lie


def stops(*places: str) -> list[Reading]:
    """A reading of these places, each dated after a blank or not at all."""
    return [Reading(*[*place.split(), ""][:2]) for place in places]


@pytest.mark.parametrize(
    ("first", "second", "pairs"),
    [
        (("a", "b", "c"), ("a", "b", "c"), [(1, 1), (2, 2), (3, 3)]),
        (("a", "c"), ("a", "b", "c"), [(1, 1), (0, 2), (2, 3)]),
        (("a", "b", "c"), ("c",), [(1, 0), (2, 0), (3, 1)]),
        (("a", "b", "a"), ("b", "a"), [(1, 0), (2, 1), (3, 2)]),
        (("a", "b"), ("b", "a"), [(1, 0), (2, 1), (0, 2)]),
        ((), ("a",), [(0, 1)]),
        ((), (), []),
    ],
)
def test_as_many_stops_as_can_be_are_the_same_in_order(first, second, pairs):
    found = compare(stops(*first), stops(*second))
    assert [(stop.first, stop.second) for stop in found] == pairs


def test_a_stay_that_one_reading_tells_as_two_is_one_and_keeps_its_date():
    assert compare(stops("a", "b 2004", "b"), stops("a", "b", "b 2004")) == [
        Compared(1, 1, "neither"),
        Compared(2, 2, "same"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        ("2004-06", "2004-06", "same"),
        ("2004", "2004-01/2004-12", "same"),
        ("2004", "2004-06", "within"),
        ("2004-12", "2004", "within"),
        ("../2004", "2003", "within"),
        ("2004-05/2004-07", "2004-06/2004-08", "crossing"),
        ("../2004", "2003/..", "crossing"),
        ("2004", "2005", "apart"),
        ("2004", "", "only first"),
        ("", "2004", "only second"),
        ("", "", "neither"),
    ],
)
def test_days_of_two_dates_lie_as_they_do_whichever_way_they_are_written(first, second, how):
    assert how_dates_lie(first, second) == how


def test_agreement_counts_dates_of_the_stops_that_both_have():
    told = agreement([compare(stops("a 2004", "b 2005"), stops("a 2004-06", "c 2005"))])
    assert (told.journeys, told.first, told.second, told.both) == (1, 2, 2, 1)
    assert told.dates == {"within": 1}
    assert told.f1 == 0.5
