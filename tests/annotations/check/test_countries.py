"""A point far from its country, and an event's country without a place, are found."""

import pytest

from annotations.check.countries import check_countries
from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from tests.collections import loaded_of, tables_with


def problems_of(**rows) -> list[str]:
    """The problems of these rows of tables."""
    loaded = loaded_of(**rows)
    assert loaded.problems == []
    return list(map(str, check_countries(loaded)))


def of_point(lat: str, lon: str, **cells: str) -> list[str]:
    """The problems of a place at this point, in China where nothing else is given."""
    return problems_of(places=[{"lat": lat, "lon": lon, **cells}])


def test_a_point_in_its_country_or_a_little_beside_it_is_no_problem():
    assert of_point("38.91", "121.6") == []
    assert of_point("37.57", "126.98", country="KR") == []
    assert of_point("50.4", "1.6", country="GB") == []  # across the Channel, 60 km


def test_no_position_at_all_is_told():
    assert of_point("0", "0") == [
        "places.csv:2:lat  of 'dalian' at 0, 0 lies 8,261 km from CN. 0, 0 is no position. "
        "Look the place up, or leave lat and lon empty."
    ]


@pytest.mark.parametrize(
    ("lat", "lon", "country", "column", "told"),
    [
        ("37.57", "-126.98", "KR", "lon", "a minus too many. Write 37.57 as lat and 126.98"),
        ("40.65", "111.5", "US", "lon", "a lost minus. Write 40.65 as lat and -111.5 as lon"),
        ("-38.91", "121.6", "CN", "lat", "a minus too many. Write 38.91 as lat and 121.6"),
        ("33.45", "70.67", "CL", "lat", "a lost minus. Write -33.45 as lat and -70.67 as lon"),
        ("6.15", "46.2", "CH", "lat", "swapped. Write 46.2 as lat and 6.15 as lon"),
    ],
)
def test_a_mistake_is_told_by_what_it_looks_like(lat, lon, country, column, told):
    (problem,) = of_point(lat, lon, country=country)
    assert problem.startswith(f"places.csv:2:{column}  of 'dalian' at {lat}, {lon} lies ")
    assert f"It looks like {told}" in problem or f"It looks {told}" in problem


def test_a_point_that_looks_like_no_mistake_is_told_with_the_two_remedies():
    (problem,) = of_point("48.85", "2.35", country="KP")
    assert problem.endswith("km from KP. Correct the point, or the country.")


def test_a_point_may_be_as_far_from_its_country_as_it_is_uncertain():
    assert of_point("38.91", "121.6", country="KP", coordinateUncertaintyInMeters="200000") == []
    assert len(of_point("38.91", "121.6", country="KP")) == 1


def test_a_place_in_two_countries_lies_near_one_of_them():
    assert of_point("38.91", "121.6", country="KP;CN") == []
    (problem,) = of_point("0", "0", country="KP;CN")
    assert "km from KP and CN." in problem


def test_a_place_of_no_country_or_of_one_that_nobody_drew_is_no_problem():
    assert of_point("38.91", "121.6", country="") == []
    assert of_point("38.91", "121.6", country="ZZ") == []


def test_nothing_lies_at_0_0_also_where_no_country_is_told():
    (problem,) = of_point("0", "0", country="")
    assert problem.endswith("0, 0 is no position. Look the place up, or leave lat and lon empty.")


@pytest.mark.parametrize(("lat", "lon"), [("121.6", "38.91"), ("-121.6", "38.91")])
def test_a_latitude_that_can_only_be_a_longitude_is_told_to_look_swapped(lat, lon):
    problems = load(tables_with("places", id="second", lat=lat, lon=lon)).problems
    assert list(map(str, problems)) == [
        f"places.csv:3:lat  '{lat}' lies outside -90 to 90, and lon does not. "
        f"They look swapped. Write {lon} as lat and {lat} as lon."
    ]


def test_a_latitude_that_is_none_and_no_longitude_either_is_only_outside():
    (problem,) = load(tables_with("places", id="second", lat="200")).problems
    assert "lies outside -90 to 90. Correct it" in problem.message


def test_a_country_of_an_arrest_without_a_place_there_is_told():
    assert problems_of(events=[{"category": "arrest", "countries": "CN;MN"}]) == [
        "events.csv:2:countries  of 'famine' names MN, where none of its places lies. The filters "
        "show it as something that happened in MN. Name a place there in places, or leave the "
        "country out."
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"category": "arrest", "countries": "CN"},
        {"category": "arrest", "countries": ""},
        {"category": "arrest", "countries": "MN", "places": ""},
        {"category": "world", "countries": "MN"},
        {"category": "border", "countries": "MN"},
    ],
)
def test_a_country_with_a_place_or_that_is_only_concerned_is_no_problem(cells):
    assert problems_of(events=[cells]) == []


def test_every_point_of_our_own_places_lies_in_its_country():
    told = [str(each) for each in check_countries(load(CsvStore().snapshot()))]
    assert [each for each in told if each.startswith("places.csv")] == []
