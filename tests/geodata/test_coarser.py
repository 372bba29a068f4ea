"""A place shown in less detail is the middle of a cell, a province or a country, no more."""

import math
from dataclasses import replace

import pytest
from geopy.distance import geodesic
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.coarser import half_diagonal_m, in_cell, in_country, in_province
from geodata.places import Place

TUMEN = Place(
    id="tumen", name="Tumen", name_ko="도문", name_zh="图们", variants=("Domun",), kind="town",
    country=("CN",), admin1="Jilin", lat=42.96562, lon=129.84199, uncertainty_m=3000.0,
    geonames="2034340", geo_source="GeoNames", sources="", note="At the border.",
)  # fmt: skip
EMBASSY = replace(TUMEN, kind="building", lat=None, lon=None, uncertainty_m=None)
SIDES = st.sampled_from([0.1, 1])
LATS, LONS = st.floats(-90, 90), st.floats(-180, 180)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(LATS, LONS, SIDES)
def test_a_point_lies_in_the_cell_whose_middle_is_told(lat, lon, side):
    told = in_cell(replace(TUMEN, lat=lat, lon=lon), side)
    half = side / 2 + 1e-6
    assert abs(told.lat - lat) <= half and abs(told.lon - lon) <= half
    assert abs(told.lat) < 90 and abs(told.lon) < 180


@settings(max_examples=100, deadline=None, derandomize=True)
@given(LATS, LONS, SIDES, st.floats(0, 0.99), st.floats(0, 0.99))
def test_all_points_of_a_cell_are_told_alike(lat, lon, side, north, east):
    told = in_cell(replace(TUMEN, lat=lat, lon=lon), side)
    lat = round(told.lat + (north - 0.5) * side, 5)
    lon = round(told.lon + (east - 0.5) * side, 5)
    assert in_cell(replace(TUMEN, lat=lat, lon=lon), side) == told


@settings(max_examples=100, deadline=None, derandomize=True)
@given(LATS, LONS, SIDES)
def test_the_uncertainty_reaches_every_corner_of_the_cell(lat, lon, side):
    told = in_cell(replace(TUMEN, lat=lat, lon=lon), side)
    corner = told.lat - side / 2, told.lon + side / 2
    assert told.uncertainty_m >= geodesic((told.lat, told.lon), corner).meters + 3000
    assert told.uncertainty_m >= half_diagonal_m(told.lat, told.lon, side)
    assert told.uncertainty_m % 10_000 == 0


def test_a_cell_keeps_nothing_of_the_place_but_its_country():
    told = in_cell(TUMEN, 0.1)
    assert (told.lat, told.lon, told.name, told.country) == (42.95, 129.85, "Jilin", ("CN",))
    words = " ".join(str(value) for value in vars(told).values())
    for hidden in (
        "Tumen",
        "tumen",
        "도문",
        "图们",
        "Domun",
        "42.96",
        "129.84",
        "2034340",
        "border",
    ):
        assert hidden not in words


def test_a_province_is_an_area_of_the_basemap_and_no_point():
    for place in (TUMEN, EMBASSY):
        told = in_province(place)
        assert (told.id, told.name, told.kind, told.extent) == (
            "cn-jl", "Jilin", "province", ("CN-JL",),
        )  # fmt: skip
        assert not told.is_point


def test_where_no_province_is_known_the_country_is_told():
    told = in_province(replace(TUMEN, admin1="Nowhere"))
    assert told == in_country(TUMEN)
    assert (told.name, told.kind, told.extent) == ("China", "country", ("CN",))


def test_a_building_without_a_point_has_no_cell_and_is_told_as_its_province():
    assert in_cell(EMBASSY, 0.1) == in_province(EMBASSY)


def test_a_river_on_a_border_is_told_as_both_countries():
    river = replace(EMBASSY, kind="river", country=("KP", "CN"), admin1="")
    told = in_country(river)
    assert (told.kind, told.extent) == ("area", ("KP", "CN"))
    assert told.name == "North Korea–China"


@pytest.mark.parametrize(("lat", "lon"), [(90, 180), (-90, -180), (0, 0)])
def test_the_edges_of_the_world_have_cells(lat, lon):
    told = in_cell(replace(TUMEN, lat=float(lat), lon=float(lon)), 1)
    assert math.isfinite(told.uncertainty_m)
