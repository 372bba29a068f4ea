"""A kind or an outcome that the stops of a journey contradict is found."""

import pytest

from annotations.check.outcomes import check_outcomes
from tests.collections import loaded_of

LANDS = {
    "china": "CN", "north": "KP", "south": "KR", "border": "KP;CN", "line": "KP;KR", "nowhere": "",
}  # fmt: skip
PLACES = [
    {"id": key, "name": key, "kind": "area", "country": country, "lat": "", "lon": "",
     "name_ko": "", "name_zh": "", "coordinateUncertaintyInMeters": ""}
    for key, country in LANDS.items()
]  # fmt: skip


def problems_of(kind: str, outcome: str, *ways: str) -> list[str]:
    """The problems of a journey by these places; `south?` is only probable, and "" is no place."""
    stops = [
        {"order": str(order), "place": way.rstrip("?"), "date": "", "mentions": "",
         "basis": "inferred", "certainty": "probable" if way.endswith("?") else "certain"}
        for order, way in enumerate(ways, start=1)
    ]  # fmt: skip
    loaded = loaded_of(
        places=[{}, *PLACES], stops=stops, journeys=[{"kind": kind, "outcome_kind": outcome}]
    )
    assert loaded.problems == []
    return list(map(str, check_outcomes(loaded)))


def test_a_return_that_returns_nowhere_is_told():
    assert problems_of("return", "not-told", "north", "china") == [
        "journeys.csv:2:kind  of 'by-sea' is 'return', but no stop after the first lies in North "
        "Korea. Give the stop at which they are back there, or call it an attempt."
    ]


def test_a_return_whose_last_stop_has_no_place_is_no_problem():
    assert problems_of("return", "not-told", "china", "") == []


@pytest.mark.parametrize(
    "ways", [("china", "north"), ("north",), ("", "border"), ("china", "north", "china")]
)
def test_a_return_with_a_stop_in_the_north_is_no_problem(ways):
    assert problems_of("return", "not-told", *ways) == []


def test_an_attempt_that_certainly_ends_in_the_south_is_told():
    (problem,) = problems_of("attempt", "arrived", "north", "south")
    assert problem.startswith("journeys.csv:2:kind  of 'by-sea' is 'attempt', but stop 2 is in ")
    assert problems_of("attempt", "not-told", "north", "south?") == []


@pytest.mark.parametrize(
    ("outcome", "ways", "told"),
    [
        ("arrived", ("north", "china"), "2, does not lie in South Korea. Add the stop"),
        ("returned", ("north", "china"), "2, does not lie in North Korea. Add the stop"),
        ("in-transit", ("china", "south"), "2, certainly lies in South Korea. Add the stop at"),
        ("in-transit", ("china", "north"), "2, certainly lies in North Korea. Add the stop at"),
        ("settled-elsewhere", ("south",), "1, certainly lies in South Korea. Add the stop at"),
        ("settled-elsewhere", ("north",), "1, certainly lies in North Korea. Add the stop at"),
    ],
)
def test_an_outcome_that_the_last_stop_contradicts_is_told(outcome, ways, told):
    (problem,) = problems_of("journey", outcome, *ways)
    start = f"journeys.csv:2:outcome_kind  of 'by-sea' is '{outcome}', but the last stop, "
    assert problem.startswith(start + told)


@pytest.mark.parametrize(
    ("outcome", "ways"),
    [
        ("arrived", ("north", "south")),
        ("arrived", ("north", "line")),
        ("arrived", ("china", "")),
        ("arrived", ("china", "nowhere")),
        ("returned", ("china", "border")),
        ("in-transit", ("china", "south?")),
        ("in-transit", ("north", "china")),
        ("settled-elsewhere", ("north", "china")),
        ("not-told", ("south",)),
        ("not-told", ("north",)),
        ("died", ("south",)),
    ],
)
def test_an_outcome_that_the_last_stop_allows_is_no_problem(outcome, ways):
    assert problems_of("journey", outcome, *ways) == []


def test_a_helper_and_a_general_route_have_no_outcome_to_contradict():
    assert problems_of("helper", "", "south") == problems_of("corridor", "", "south") == []
