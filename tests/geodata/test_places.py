"""The project's own table of places, checked against facts that a reader of the field knows."""

import csv
import io

import pytest

from geodata.distance import distance_km
from geodata.geocoder import OWN_PLACES, Gazetteer
from geodata.names import fold
from geodata.places import KINDS, Place, place_from_cells, places_of_text

TEXT = OWN_PLACES.read_text(encoding="utf-8")
PLACES = {place.id: place for place in places_of_text(TEXT)}
COLUMNS = (
    "id,name,name_ko,name_zh,variants,kind,country,admin1,lat,lon,coordinateUncertaintyInMeters,"
    "geonames,geo_source,sources,note,extent"
)


def at(lat, lon):
    return Place("", "", "", "", (), "town", (), "", lat, lon, None, "", "", "", "")


def test_every_row_of_the_table_is_a_place():
    rows = list(csv.DictReader(io.StringIO(TEXT, newline="")))
    assert TEXT.splitlines()[0] == COLUMNS and "\r" not in TEXT
    assert [row["id"] for row in rows] == list(PLACES)


def test_a_row_that_is_no_place_is_passed_over_and_the_others_stay():
    good = TEXT.splitlines()[1]
    broken = [
        good.replace("north-korea", "bad", 1).replace(",country,", ",planet,"),
        "half,a row",
        '"',
    ]
    table = "\n".join([COLUMNS, good, *broken])
    assert [place.id for place in places_of_text(table)] == ["north-korea"]


@pytest.mark.parametrize(
    ("id", "lat", "lon"),
    [
        ("pyongyang", 39.02, 125.75),
        ("hyesan", 41.40, 128.18),
        ("hoeryong", 42.44, 129.75),
        ("sinuiju", 40.10, 124.40),
        ("tumen", 42.97, 129.84),
        ("yanji", 42.90, 129.51),
        ("dandong", 40.13, 124.39),
        ("shenyang", 41.80, 123.43),
        ("dalian", 38.92, 121.62),
        ("beijing", 39.91, 116.40),
        ("shanghai", 31.23, 121.47),
        ("kunming", 25.04, 102.71),
        ("nanning", 22.82, 108.32),
        ("vientiane", 17.97, 102.61),
        ("bangkok", 13.75, 100.50),
        ("hanoi", 21.03, 105.85),
        ("ho-chi-minh-city", 10.80, 106.65),
        ("seoul", 37.57, 126.98),
        ("ulaanbaatar", 47.91, 106.91),
        ("phnom-penh", 11.56, 104.92),
        ("manila", 14.60, 120.98),
        ("incheon-airport", 37.46, 126.44),
        ("hailar", 49.21, 119.74),
        ("bueng-kan", 18.36, 103.65),
    ],
)
def test_well_known_places_lie_where_the_atlas_has_them(id, lat, lon):
    assert distance_km(PLACES[id], at(lat, lon)) < 5


def test_every_kind_is_one_of_the_table_s_kinds():
    assert {place.kind for place in PLACES.values()} == set(KINDS)


def test_only_towns_and_buildings_have_a_point_and_every_town_has_one():
    assert {place.kind for place in PLACES.values() if place.is_point} == {"town", "building"}
    assert [
        place.id for place in PLACES.values() if place.kind == "town" and not place.is_point
    ] == []


def test_no_uncertainty_is_0_and_none_is_given_without_a_point():
    for place in PLACES.values():
        assert place.uncertainty_m is None or place.uncertainty_m >= 2_000, place.id
        assert place.is_point or place.uncertainty_m is None, place.id


def test_an_unverified_point_is_wide_and_says_so():
    place = PLACES["taehongdan"]
    assert "unverified" in place.geo_source and place.uncertainty_m >= 20_000 and place.note


@pytest.mark.parametrize(
    "name",
    [
        "boten",
        "ban-houayxay",
        "nong-khai",
        "erenhot",
        "mengla",
        "samjiyon",
        "luang-prabang",
        "taowen",
    ],
)
def test_what_no_source_names_for_a_way_is_no_place_of_ours(name):
    assert name not in PLACES


def test_a_building_lies_in_a_town_of_the_table():
    for place in PLACES.values():
        if place.kind == "building" and not place.is_point:
            (extent,) = place.extent
            town = PLACES[extent.removeprefix("place:")]
            assert (town.kind, town.country, town.admin1) == ("town", place.country, place.admin1)


def test_every_place_says_where_its_position_and_its_name_come_from():
    for place in PLACES.values():
        if place.is_point:
            assert place.geo_source, place.id
        assert place.sources, place.id


def test_every_province_named_is_one_that_the_gazetteer_knows():
    bare = Gazetteer(places=())
    covered = {"KP", "CN", "KR", "LA", "TH", "MN", "VN", "MM", "KH", "RU", "PH"}
    for place in PLACES.values():
        if place.admin1 and covered.issuperset(place.country):
            found = bare.geocode(place.admin1, exactly_one=False, country_codes=place.country)
            provinces = {fold(spot.raw["name"]) for spot in found if spot.raw["kind"] == "province"}
            assert fold(place.admin1) in provinces, place.id


def test_no_two_places_share_a_name():
    seen = {}
    for place in PLACES.values():
        for name in {fold(name) for name in (*place.names, *place.variants)}:
            assert seen.setdefault(name, place.id) == place.id, name


def test_no_two_places_share_a_geonames_id():
    numbers = [place.geonames for place in PLACES.values() if place.geonames]
    assert len(numbers) == len(set(numbers))


def test_a_number_that_is_none_is_an_error_of_the_row():
    cells = dict(zip(COLUMNS.split(","), TEXT.splitlines()[1].split(","), strict=False))
    with pytest.raises(ValueError, match="north"):
        place_from_cells({**cells, "lat": "north"})


@pytest.mark.parametrize("lat", ["nan", "inf", "-90.1", "999"])
def test_a_position_off_the_earth_is_an_error_of_the_row(lat):
    cells = dict(zip(COLUMNS.split(","), TEXT.splitlines()[1].split(","), strict=False))
    with pytest.raises(ValueError, match="lies outside -90 to 90"):
        place_from_cells({**cells, "lat": lat})


def test_an_uncertainty_of_0_is_read_as_unknown():
    cells = dict(zip(COLUMNS.split(","), TEXT.splitlines()[1].split(","), strict=False))
    assert place_from_cells({**cells, "coordinateUncertaintyInMeters": "0"}).uncertainty_m is None
