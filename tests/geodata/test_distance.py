"""Lengths are computed between points, and refused where there is none."""

from itertools import pairwise

import pytest
from geopy.distance import great_circle

from geodata.distance import NoPoint, distance_km, km_from_countries, path_km
from geodata.gazetteer import GazetteerTable
from geodata.geocoder import OWN_PLACES
from geodata.places import places_of_text

PLACES = {place.id: place for place in places_of_text(OWN_PLACES.read_text(encoding="utf-8"))}


def way(*names):
    return [PLACES[name] for name in names]


def test_the_legs_from_yanji_to_bangkok_are_515_629_2086_and_1271_km_together_4500():
    stops = way("yanji", "shenyang", "beijing", "kunming", "bangkok")
    legs = [distance_km(a, b) for a, b in pairwise(stops)]
    assert legs == pytest.approx([515, 629, 2086, 1271], abs=1)
    assert path_km(stops) == pytest.approx(4500, abs=2)


def test_the_flight_from_bangkok_to_incheon_makes_the_way_about_8175_km():
    stops = way("yanji", "shenyang", "beijing", "kunming", "bangkok", "incheon-airport")
    assert path_km(stops) == pytest.approx(8175, abs=2)


def test_a_length_agrees_with_the_arc_on_a_sphere_to_half_a_percent():
    bangkok, incheon = way("bangkok", "incheon-airport")
    arc = great_circle((bangkok.lat, bangkok.lon), (incheon.lat, incheon.lon)).kilometers
    assert distance_km(bangkok, incheon) == pytest.approx(arc, rel=0.005)


def test_a_distance_is_the_same_there_and_back():
    seoul, pyongyang = way("seoul", "pyongyang")
    assert (
        distance_km(seoul, pyongyang) == distance_km(pyongyang, seoul) == pytest.approx(195, abs=5)
    )


def test_no_place_and_one_place_make_no_way():
    assert path_km([]) == 0
    assert path_km(way("seoul")) == 0
    assert path_km(way("seoul", "seoul")) == 0


@pytest.mark.parametrize("area", ["china", "tumen-river", "southern-china", "liaoning", "hanawon"])
def test_nothing_is_measured_from_what_is_no_point(area):
    with pytest.raises(NoPoint, match=f"'{area}'.*Measure from a town"):
        distance_km(PLACES[area], PLACES["seoul"])
    with pytest.raises(NoPoint):
        path_km(way("seoul", area))


def test_a_point_within_a_box_of_its_country_is_no_way_from_it():
    assert km_from_countries((37.57, 126.98), ["KR"]) == 0
    assert km_from_countries((21.3, -157.9), ["US"]) == 0  # Honolulu, in a box of its own


def test_a_point_is_measured_from_the_nearest_of_the_boxes():
    assert km_from_countries((0, 0), ["CH", "KP"]) == pytest.approx(5105, abs=5)
    assert km_from_countries((0, 0), ["KP"]) == pytest.approx(12500, abs=1000)


def test_the_way_over_the_date_line_is_measured_where_it_is_shorter():
    assert km_from_countries((65, 179.9), ["RU"]) == 0
    assert km_from_countries((60, -165), ["RU"]) == pytest.approx(500, abs=60)


def test_a_country_without_a_box_is_no_way_from_anything():
    assert km_from_countries((0, 0), ["ZZ"]) is None
    assert km_from_countries((0, 0), []) is None


def test_every_town_of_the_gazetteer_lies_in_a_box_of_its_country():
    towns = [entry.place for entry in GazetteerTable() if entry.place.point]
    far = [town.name for town in towns if (km_from_countries(town.point, town.country) or 0) > 30]
    assert len(towns) > 7_000
    assert set(far) == {"Hoàng Sa"}  # claimed islands, which Natural Earth gives to another
