"""A town that a profile hides is in no extent that is sent, whatever lies in it or around it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.publication.publish import published
from annotations.records import Collection
from tests.collections import collection_of
from tests.views.routes import NO_POINT, PLACES, stop_rows
from tests.views.sent import sent
from views.atlas.scene import scene

TOWN, PROVINCES = "quellbach", ("CN-LN", "CN-JL", "CN-HL")
UNITS = (*PROVINCES, "place:quellbach", "place:tumen", "place:house", "place:inn")


def whole(*profiles: dict[str, str], house: dict[str, str], inn: dict[str, str]) -> Collection:
    """Two journeys over a town, and a house and an inn that may lie in it or around it."""
    town = {"id": TOWN, "name": "Quellbach", "name_ko": "", "name_zh": "", "admin1": "Jilin",
            "lat": "41.23456", "lon": "126.98765"}  # fmt: skip
    unnamed = {"name_ko": "", "name_zh": "", **NO_POINT}
    around = [{"id": "house", "name": "A house", **unnamed, **house},
              {"id": "inn", "name": "An inn", **unnamed, **inn}]  # fmt: skip
    stops = [
        *stop_rows("by-sea", {"place": "house"}, {"place": "inn"}, {"place": "seoul"}),
        *stop_rows("by-land", {"place": "inn"}, {"place": TOWN}, {"place": "house"}),
    ]
    return collection_of(
        places=[*PLACES, town, *around], journeys=[{"summary": "She hid."},
        {"id": "by-land", "title": "By land", "summary": "Others."}], stops=stops,
        events=[{"places": "house;inn"}], publication=list(profiles),
    )  # fmt: skip


def extents(records: Collection) -> set[str]:
    """Every unit of every place that is published."""
    stops = (stop for journey in records.journeys.values() for stop in journey.stops)
    places = [*records.places.values(), *(stop.place for stop in stops if stop.place)]
    return {unit for place in places for unit in place.extent}


AREA = {"kind": "area", "extent": ";".join((*PROVINCES, f"place:{TOWN}"))}
BUILDING = {"kind": "building", "extent": f"place:{TOWN}"}
LEVELS = ("0.1deg", "1deg", "province", "country", "withheld")
POINTS = st.sampled_from([{}, {"lat": "41.2", "lon": "127.1"}])
KINDS = st.sampled_from(["area", "building", "river", "province", "country", "town"])
AROUND = st.builds(
    lambda kind, units, point: {
        "kind": kind, "extent": ";".join(units), **(point if kind in ("building", "town") else {})
    },
    KINDS, st.lists(st.sampled_from(UNITS), max_size=3, unique=True), POINTS,
)  # fmt: skip
HIDDEN = st.one_of(
    st.fixed_dictionaries({"place": st.sampled_from(LEVELS)}),
    st.just({"names": "role", "role": "a market town"}),
)
RECORDS = st.sampled_from(["by-sea", "by-sea:1", "by-land:3", "by-land", "house", "inn", "tumen"])


@settings(max_examples=100, deadline=None)
@given(HIDDEN, st.dictionaries(RECORDS, HIDDEN, max_size=2), AROUND, AROUND)
def test_no_extent_that_is_sent_names_a_hidden_town(hides, others, house, inn):
    profiles = [{"record": key, **each} for key, each in {TOWN: hides, **others}.items()]
    records = published(whole(*profiles, house=house, inn=inn))
    assert TOWN not in records.places
    assert f"place:{TOWN}" not in extents(records)
    assert "quellbach" not in sent(records, {}).lower()


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(RECORDS | st.just(TOWN), HIDDEN, max_size=3), AROUND, AROUND)
def test_every_town_that_a_published_stop_lies_in_is_published(hides, house, inn):
    profiles = [{"record": key, **each} for key, each in hides.items()]
    records = published(whole(*profiles, house=house, inn=inn))
    stops = (stop for journey in records.journeys.values() for stop in journey.stops)
    units = {unit for stop in stops if stop.place for unit in stop.place.extent}
    assert {unit for unit in units if unit.startswith("place:")} <= {
        f"place:{key}" for key in records.places
    }
    scene(records, "en", None)


def test_an_area_around_a_hidden_town_keeps_its_name_and_its_provinces():
    records = published(whole({"record": TOWN, "place": "province"}, house=AREA, inn=BUILDING))
    area, building = (stop.place for stop in records.journeys["by-sea"].stops[:2])
    assert (area.id, area.name, area.extent) == ("house", "A house", PROVINCES)
    assert (building.name, building.extent) == ("Jilin", ("CN-JL",))
    assert records.events["famine"].places == ("house", "cn-jl")


@pytest.mark.parametrize("level", ["province", "1deg"])
def test_an_area_that_is_drawn_at_its_seat_is_shown_in_less_detail_where_a_stop_asks(level):
    seat = {"kind": "area", "admin1": "Jilin", "extent": f"place:{TOWN}"}
    records = published(whole({"record": "by-sea:1", "place": level}, house=seat, inn=AREA))
    told = records.journeys["by-sea"].stops[0]
    assert (told.place.name, told.generalized) == ("Jilin", (f"place:{level}",))
    assert records.journeys["by-land"].stops[2].place.id == "house"


def test_a_building_in_a_town_that_is_told_by_a_role_is_shown_as_that_town():
    role = {"names": "role", "role": "a market town"}
    records = published(whole({"record": TOWN, **role}, house=BUILDING, inn=AREA))
    town = records.journeys["by-land"].stops[1].place
    assert records.journeys["by-sea"].stops[0].place == town
    assert (town.name, town.lat) == ("a market town", 41.23456)
