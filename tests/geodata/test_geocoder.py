"""Names come back as the places that the project means, and nothing is picked silently."""

import pickle

import pytest
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import Geocoder

from geodata.candidates import Ambiguous
from geodata.distance import distance_km
from geodata.gazetteer import GazetteerTable, settlement_uncertainty_m
from geodata.geocoder import OWN_PLACES, Gazetteer
from geodata.places import Place, places_of_text

PLACES = list(places_of_text(OWN_PLACES.read_text(encoding="utf-8")))
TOWNS = [place for place in PLACES if place.kind == "town"]

# Towns that the bare gazetteer, asked with country and province, does not give, and why.
ABROAD = """
geneva washington-dc chicago park-city tokyo london bury havana kuwait-city hong-kong vienna
berlin paris fukui tsuruga naha taoyuan taipei yonago
""".split()
NOT_BY_THE_GAZETTEER = {
    "taehongdan": "in no table of towns: a point of our own with a wide radius",
    **dict.fromkeys(ABROAD, "outside the countries of the gazetteer"),
}


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


@pytest.fixture(scope="module")
def bare():
    return Gazetteer(places=())


def ids(found):
    return [location.raw["id"] for location in found or ()]


def place(id, name, **cells):
    given = {
        "name_ko": "",
        "name_zh": "",
        "variants": (),
        "kind": "town",
        "country": ("CN",),
        "admin1": "",
        "lat": 40.0,
        "lon": 120.0,
        "uncertainty_m": None,
        "geonames": "",
        "geo_source": "",
        "sources": "",
        "note": "",
    }
    return Place(id=id, name=name, **{**given, **cells})


def test_the_gazetteer_is_a_geocoder_of_geopy(gazetteer):
    assert isinstance(gazetteer, Geocoder)


@pytest.mark.parametrize("town", PLACES, ids=lambda place: place.id)
def test_every_name_of_a_place_finds_that_place_first(gazetteer, town):
    for name in (*town.names, *town.variants):
        assert ids(gazetteer.geocode(name, exactly_one=False))[0] == town.id, name


@pytest.mark.parametrize("town", TOWNS, ids=lambda place: place.id)
def test_the_gazetteer_alone_puts_each_town_where_the_table_has_it(bare, town):
    found = [
        location
        for name in (*town.names, *town.variants)
        for location in bare.geocode(
            name, exactly_one=False, country_codes=town.country, admin1=town.admin1
        )
        or ()
        if location.raw["kind"] == "town"
    ]
    if town.id in NOT_BY_THE_GAZETTEER:
        assert not found, f"no longer needed: {NOT_BY_THE_GAZETTEER[town.id]}"
    else:
        assert found[0].raw["geonames"] == town.geonames
        assert (found[0].latitude, found[0].longitude) == (town.lat, town.lon)


@pytest.mark.parametrize(
    ("name", "admin1", "other", "apart_km"),
    [
        ("Ji'an", "Jilin", "Jiangxi", 1500),
        ("Pingxiang", "Guangxi", "Jiangxi", 800),
        ("Dongxing", "Guangxi", "Heilongjiang", 2500),
        ("Nanping", "Jilin", "Fujian", 1500),
    ],
)
def test_country_and_province_tell_namesakes_apart(bare, name, admin1, other, apart_km):
    here = bare.geocode(name, country_codes="CN", admin1=admin1)
    there = bare.geocode(name, exactly_one=False, country_codes="CN", admin1=other)[0]
    assert here.raw["admin1"] == admin1
    points = [place("", name, lat=spot.latitude, lon=spot.longitude) for spot in (here, there)]
    assert distance_km(*points) > apart_km


def test_yanji_is_the_city_in_jilin_whatever_else_has_the_name(gazetteer):
    assert (
        gazetteer.geocode("Yanji", country_codes="CN", admin1="Jilin").raw["geonames"] == "2033467"
    )


def test_a_province_and_a_country_can_stand_in_the_name_itself(bare):
    assert bare.geocode("Ji'an, Jilin, China").raw["geonames"] == "2036579"
    assert bare.geocode("Ji'an, Jiangxi").raw["geonames"] == "1806445"
    assert bare.geocode("Ji'an, Yunnan") is None


def test_the_most_people_do_not_win_over_the_project_s_own_place(gazetteer):
    first, second = gazetteer.geocode("Pingxiang", exactly_one=False, limit=2)
    assert first.raw["id"] == "pingxiang"
    assert second.raw["admin1"] == "Jiangxi" and second.raw["population"] > 500_000
    assert first.raw["score"] > second.raw["score"]


def test_a_tie_is_not_picked_silently(bare):
    with pytest.raises(Ambiguous, match="country_codes or admin1") as tie:
        bare.geocode("Ji'an")
    assert {spot.raw["admin1"] for spot in tie.value.candidates} == {"Jilin", "Jiangxi"}
    assert len(bare.geocode("Ji'an", exactly_one=False)) >= 2


def test_two_places_of_our_own_with_one_name_are_a_tie():
    twins = Gazetteer(
        places=[place("here", "Aaa"), place("there", "Aaa", country=("KP",), geonames="1")]
    )
    with pytest.raises(Ambiguous):
        twins.geocode("Aaa")
    assert twins.geocode("Aaa", country_codes="KP").raw["id"] == "there"


def test_an_answer_keeps_its_candidates_score_and_source(gazetteer):
    raw = gazetteer.geocode("Nanping").raw
    assert (
        raw["match"] == "project variant" and raw["matched"] == "Nanping" and raw["score"] == 0.95
    )
    assert raw["source"].startswith("GeoNames")
    assert [(c["admin1"], c["score"]) for c in raw["candidates"][:2]] == [
        ("Jilin", 0.95),
        ("Fujian", 0.9),
    ]


@pytest.mark.parametrize(
    "spelling",
    ["HYESAN", "hye san", "Hyesan-si", "Hyesan si", "혜산시", "Hyesan-up", "惠山市", "Hye'san"],
)
def test_romanisation_is_forgiven_lightly(gazetteer, spelling):
    assert gazetteer.geocode(spelling).raw["id"] == "hyesan"


@pytest.mark.parametrize("spelling", ["Ji’an Shi", "Jian Xian", "JI'AN", "Jí'ān"])
def test_endings_marks_and_apostrophes_do_not_hide_a_chinese_town(bare, spelling):
    assert bare.geocode(spelling, country_codes="CN", admin1="Jilin").raw["geonames"] == "2036579"


def test_an_ending_is_left_off_only_where_the_whole_name_is_nothing(bare):
    whole = bare.geocode("Wŏnsan", exactly_one=False)[0].raw
    short = bare.geocode("Wŏnsan City", exactly_one=False)[0].raw
    assert short["geonames"] == whole["geonames"]
    assert short["score"] < whole["score"] and short["match"].endswith("ending left off")


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("도문", "tumen"),
        ("圖們", "tumen"),
        ("Tomun", "tumen"),
        ("두만강", "tumen-river"),
        ("圖們江", "tumen-river"),
        ("Amnok River", "yalu-river"),
        ("湄公河", "mekong-river"),
        ("Zamiin Uud", "zamyn-uud"),
        ("대련", "dalian"),
        ("Saigon", "ho-chi-minh-city"),
    ],
)
def test_the_variants_of_the_field_are_known(gazetteer, name, id):
    assert gazetteer.geocode(name).raw["id"] == id


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("길림성", "province", "CN"),
        ("North Hamgyong", "province", "KP"),
        ("함경북도", "province", "KP"),
        ("Bokeo", "province", "LA"),
        ("云南", "province", "CN"),
        ("Primorsky Krai", "province", "RU"),
        ("Yangtze", "river", "CN"),
        ("長江", "river", "CN"),
        ("Salween", "river", "MM"),
        ("North Korea", "country", "KP"),
        ("몽골", "country", "MN"),
        ("缅甸", "country", "MM"),
    ],
)
def test_what_is_no_point_is_answered_without_one(gazetteer, name, kind, country):
    found = gazetteer.geocode(name)
    assert found.raw["kind"] == kind and country in found.raw["country"]
    assert found.latitude is found.longitude is found.point is None
    assert found.raw["uncertainty_m"] is None


def test_an_answer_without_a_point_can_be_compared_and_stored(gazetteer):
    china = gazetteer.geocode("China")
    assert pickle.loads(pickle.dumps(china)) == china
    assert str(china) in repr(china) and china[1] is None


def test_usual_spellings_that_are_missing_in_geonames_are_known(bare):
    assert bare.geocode("Huay Xai").raw["name"] == "Ban Houayxay"
    assert bare.geocode("Zamyn-Uud").raw["name"] == "Zamiin Uud"
    assert bare.geocode("凭祥").raw["admin1"] == "Guangxi"


def test_taowen_is_no_place_of_any_table(gazetteer):
    assert gazetteer.geocode("Taowen") is None
    assert gazetteer.geocode("Taowen", exactly_one=False) is None


def test_a_misspelt_name_is_not_answered_but_near_spellings_are_named(gazetteer):
    assert gazetteer.geocode("Yangji") is None
    assert "Yanji" in gazetteer.near("Yangji")
    assert gazetteer.near("qqqqqqqqqqqq") == []


@pytest.mark.parametrize("query", ["", "  ", None, 7, "x" * 201, "Tu\x00men", "Tu\tmen", "\udcff"])
def test_what_can_be_no_name_is_refused_with_the_remedy(gazetteer, query):
    with pytest.raises(GeocoderQueryError, match=r"[Gg]ive|[Ww]rite"):
        gazetteer.geocode(query)


@pytest.mark.parametrize("query", ["'", "-- --", "%s`${x}<b>", "a;b", ",", ",,,", "도", "🙂"])
def test_hostile_names_find_nothing_and_break_nothing(gazetteer, query):
    assert gazetteer.geocode(query) is None


def test_an_unknown_country_is_refused_and_a_known_one_may_be_written_out(gazetteer):
    with pytest.raises(GeocoderQueryError, match="Narnia"):
        gazetteer.geocode("Yanji", country_codes="Narnia")
    assert gazetteer.geocode("Yanji", country_codes="중국").raw["id"] == "yanji"
    assert gazetteer.geocode("Yanji", country_codes=["KP", "kr"]) is None


def test_a_table_that_is_no_gazetteer_is_refused_with_the_remedy(tmp_path):
    other = tmp_path / "gazetteer.tsv"
    other.write_text("id,name\n", encoding="utf-8")
    with pytest.raises(ValueError, match="build_gazetteer"):
        GazetteerTable(other)


def test_the_uncertainty_of_a_town_grows_with_its_people_and_is_never_0():
    radii = [
        settlement_uncertainty_m(people, 1.23, 4.56)
        for people in (1, 19_999, 20_000, 100_000, 500_000, 2_000_000, 10_000_000)
    ]
    assert radii == [2_000, 2_000, 3_000, 6_000, 12_000, 25_000, 40_000]
    assert settlement_uncertainty_m(0, 1.23, 4.56) is None


def test_a_point_rounded_to_a_tenth_of_a_degree_is_at_least_8_km_uncertain():
    assert settlement_uncertainty_m(50_000, 49.2, 119.7) == 8_000
    assert settlement_uncertainty_m(50_000, 49.2, 119.71) == 3_000


def test_the_gazetteer_has_points_for_towns_only_and_no_uncertainty_of_0():
    for entry in GazetteerTable():
        assert entry.place.is_point == (entry.place.kind == "town"), entry.place.name
        assert entry.place.uncertainty_m is None or entry.place.uncertainty_m >= 2_000


def test_every_country_of_the_ways_has_itself_its_provinces_and_its_towns():
    found = {(entry.place.country[0], entry.place.kind) for entry in GazetteerTable()}
    countries = "KP CN KR LA TH MN VN MM KH RU PH".split()
    assert {(code, kind) for code in countries for kind in ("country", "province", "town")} <= found


def test_every_province_of_a_town_is_a_province_of_the_gazetteer():
    entries = [entry.place for entry in GazetteerTable()]
    known = {(place.country, place.admin1) for place in entries if place.kind == "province"}
    lost = {
        (place.country, place.admin1)
        for place in entries
        if place.kind == "town" and place.admin1 and (place.country, place.admin1) not in known
    }
    assert lost == set()
