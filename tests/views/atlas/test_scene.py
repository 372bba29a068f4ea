"""The map is given marks where places are, legs as sure as their source, no invented point."""

import json
from dataclasses import replace
from importlib import import_module

import pytest

from annotations.selection.filters import Filters, select
from geodata.places import far_land
from tests.collections import GOOD_ROWS, collection_of, loaded_of, many_journeys
from tests.views.routes import PLACES, route, stop_rows
from views.atlas.colours import CORRIDOR
from views.atlas.last_scene import LastScene
from views.atlas.scene import leg_km, leg_style, map_state, marks, not_on_map, scene

scenes = import_module(scene.__module__)


def drawn(*stops, **cells) -> dict:
    """The one journey of a scene."""
    records, _ = route(*stops, **cells)
    (journey,) = scene(records, "en", None)["journeys"]
    return journey


@pytest.mark.parametrize("basis", ["stated", "inferred", "external"])
def test_a_leg_between_two_points_looks_as_sure_as_the_stop_it_leads_to(basis):
    words = "port" if basis == "stated" else ""
    journey = drawn({"place": "tumen"}, {"place": "dalian", "basis": basis, "mentions": words})
    assert [leg["style"] for leg in journey["legs"]] == [basis]


def test_a_leg_is_schematic_where_either_end_is_no_point():
    journey = drawn({"place": "north-korea"}, {"place": "dalian"}, {"place": "china"})
    assert [leg["style"] for leg in journey["legs"]] == ["schematic", "schematic"]


def test_a_leg_opens_the_stop_that_it_leads_to():
    journey = drawn({"place": "tumen"}, {"place": "dalian"}, {"place": "seoul"})
    assert [(leg["from"], leg["to"], leg["id"]) for leg in journey["legs"]] == [
        (0, 1, "by-sea:2"),
        (1, 2, "by-sea:3"),
    ]


def test_consecutive_stops_at_one_place_are_one_mark_that_names_them_all():
    journey = drawn(
        {"place": "tumen"}, {"place": "dalian"}, {"place": "dalian"}, {"place": "tumen"}
    )
    assert [mark["n"] for mark in journey["marks"]] == ["1", "2–3", "4"]
    assert journey["marks"][1]["ids"] == ("by-sea:2", "by-sea:3")
    assert len(journey["legs"]) == 2


def test_a_stop_without_a_place_leaves_no_mark_and_no_gap():
    journey = drawn({"place": "tumen"}, {"place": ""}, {"place": "seoul"})
    assert [mark["n"] for mark in journey["marks"]] == ["1", "3"]
    assert [(leg["from"], leg["to"]) for leg in journey["legs"]] == [(0, 1)]


def test_a_building_without_a_position_is_drawn_in_its_town_under_its_own_name():
    (mark,) = drawn({"place": "embassy"})["marks"]
    assert (mark["lat"], mark["lng"]) == (39.9, 116.4)
    assert mark["label"] == "An embassy, Beijing"


def test_a_building_whose_town_is_lost_is_named_as_missing_and_the_rest_stands():
    lost = {**PLACES[6], "extent": "place:nowhere"}
    assert lost["id"] == "embassy"
    loaded = loaded_of(places=[{}, lost], stops=stop_rows("by-sea", {"place": "embassy"}))
    assert [problem.column for problem in loaded.problems] == ["extent"]
    assert scene(loaded.collection, "en", None)["journeys"] == []
    assert not_on_map(loaded.collection.journeys["by-sea"])


def test_an_area_has_codes_and_no_point():
    marks_drawn = drawn({"place": "north-korea"}, {"place": "china"})["marks"]
    assert [mark["codes"] for mark in marks_drawn] == [("KP",), ("CN",)]
    assert not any("lat" in mark or "lng" in mark for mark in marks_drawn)


@pytest.mark.parametrize("certainty", ["probable", "possible"])
def test_a_place_that_is_not_certain_is_soft_and_says_so(certainty):
    (mark,) = drawn({"place": "tumen", "certainty": certainty})["marks"]
    assert mark["soft"]
    assert mark["label"].endswith(
        {"probable": "probably Tumen", "possible": "possibly Tumen"}[certainty]
    )


def test_a_doubtful_date_makes_no_place_soft_and_no_leg_dashed():
    doubted = {"date_basis": "inferred", "date_certainty": "probable", "date": "2004"}
    first, last = {"place": "dalian", "date": "2003"}, {"place": "seoul", **doubted}
    journey = drawn(first, last)
    assert [mark["soft"] for mark in journey["marks"]] == [False, False]
    assert journey["marks"][1]["label"] == "Seoul"
    assert journey["marks"][1]["when"] == "probably in 2004"
    assert [leg["style"] for leg in journey["legs"]] == ["external"]


def test_a_certain_place_is_not_soft_and_keeps_its_uncertainty_in_metres():
    (mark,) = drawn({"place": "dalian"})["marks"]
    assert not mark["soft"]
    assert mark["metres"] == 5000
    assert mark["label"] == "Dalian"


def test_the_town_that_one_source_calls_taowen_stands_under_that_word(records):
    journeys = {journey["id"]: journey for journey in scene(records, "en", None)["journeys"]}
    labels = {mark["label"]: mark["soft"] for mark in journeys["kim-seong-min-1996"]["marks"]}
    assert labels["“Taowen”, probably Tumen"] is True
    assert labels["Dalian"] is False


def test_a_journey_of_one_country_alone_is_not_on_the_map_and_says_why():
    records, journey = route({"place": "china"}, {"place": "china"})
    assert not_on_map(journey) == "only one country or region is named"
    assert scene(records, "en", None)["journeys"] == []


def test_a_journey_of_no_place_is_not_on_the_map_and_says_why():
    for place in ("", "mountain"):  # an area that is on no map of ours can be drawn no more
        records, journey = route({"place": place})
        assert not_on_map(journey) == "no place is named that can be found"
        assert scene(records, "en", None)["journeys"] == []


def test_a_journey_of_two_countries_or_of_one_town_is_on_the_map():
    for stops in ([{"place": "china"}, {"place": "north-korea"}], [{"place": "dalian"}]):
        _, journey = route(*stops)
        assert not_on_map(journey) == ""


def test_a_pattern_of_trafficking_has_a_look_of_its_own_and_no_journeys_colour(records):
    drawn = {journey["id"]: journey for journey in scene(records, "en", "")["journeys"]}
    sold = drawn["sold-across-the-border"]
    assert {leg["style"] for leg in sold["legs"]} == {"sold"}
    assert not sold["corridor"] and sold["colour"] == drawn["the-way"]["colour"]
    others = [
        leg["style"] for key, one in drawn.items() if key != sold["id"] for leg in one["legs"]
    ]
    assert "sold" not in others


def test_only_the_first_corridor_is_told_as_the_general_route():
    ids = ("by-sea", "way-one", "way-two")
    kinds = ("journey", "corridor", "corridor")
    records = collection_of(
        places=list(PLACES),
        journeys=[{"id": key, "kind": kind} for key, kind in zip(ids, kinds, strict=True)],
        stops=[
            row for key in ids for row in stop_rows(key, {"place": "tumen"}, {"place": "seoul"})
        ],
    )
    journeys = scene(records, "en", None)["journeys"]
    assert [journey["corridor"] for journey in journeys] == [False, True, False]
    assert [journey["colour"] == CORRIDOR for journey in journeys] == [False, True, True]


def test_a_mark_has_the_words_of_its_tip_place_role_and_time():
    (mark,) = drawn({"place": "dalian"})["marks"]
    told = (mark["told"], mark["role"], mark["when"])
    assert told == ("Dalian", GOOD_ROWS["stops"]["role"], "in May 1996")


def test_a_mark_has_the_days_of_its_first_stop_counted_from_1970():
    first, second = drawn({"place": "dalian", "date": "1970-01"}, {"place": "tumen", "date": ""})[
        "marks"
    ]
    assert first["days"] == (0, 30)
    assert second["days"] == (0, None)


def test_a_journey_has_the_days_that_decide_its_periods_and_an_undated_one_has_none():
    dated = drawn({"place": "dalian", "date": "1970"}, {"place": "tumen", "date": "1971-01-01"})
    assert dated["days"] == {"span": (0, 365), "core": (364, 365), "stops": [(0, 364), (365, 365)]}
    assert drawn({"place": "dalian", "date": ""})["days"] is None


def test_every_position_of_our_scene_comes_from_the_place_of_a_stop(records):
    found = [place.point or far_land(place) for place in records.places.values()]
    points = {(at[0], at[1] % 360) for at in found if at}
    units = {unit for place in records.places.values() for unit in place.extent}
    for journey in scene(records, "en", None)["journeys"]:
        for mark in journey["marks"]:
            at = mark.get("lat"), mark.get("lng", 0) % 360
            assert at in points or set(mark["codes"]) <= units
        assert all(leg["from"] < leg["to"] < len(journey["marks"]) for leg in journey["legs"])


def test_america_lies_over_the_pacific(records):
    lng = {
        mark["short"]: mark["lng"]
        for journey in scene(records, "en", None)["journeys"]
        for mark in journey["marks"]
        if "lng" in mark
    }
    assert 270 < lng["Chicago"] < 275 and 280 < lng["Washington DC"] < 285
    assert 126 < lng["Seoul"] < 128
    assert 255 < lng["United States"] < 265


def test_every_stop_with_a_place_that_can_be_drawn_is_in_exactly_one_mark(records):
    for journey in records.journeys.values():
        told = [stop.id for mark in marks(journey) for stop in mark.stops]
        drawable = [
            stop.id
            for stop in journey.stops
            if (place := stop.place) and (place.is_point or place.extent or far_land(place))
        ]
        assert told == drawable


def test_the_distance_of_a_leg_is_known_only_between_two_points():
    records, _ = route({"place": "dalian"})
    dalian, seoul, china = (records.places[key] for key in ("dalian", "seoul", "china"))
    assert leg_km(dalian, seoul) == pytest.approx(493, abs=2)
    assert leg_km(dalian, china) is None
    assert leg_km(None, seoul) is None


def test_a_leg_out_of_an_area_is_schematic_whatever_it_rests_on():
    records, journey = route({"place": "china"}, {"place": "dalian"})
    china, dalian = records.places["china"], records.places["dalian"]
    assert leg_style(journey.stops[1], china, dalian) == "schematic"
    assert leg_style(journey.stops[1], dalian, dalian) == "external"


def test_a_filter_changes_the_state_of_the_map_and_never_its_scene(records):
    narrow = select(records, Filters(1996, 1999, countries=frozenset({"LA"})))
    state = map_state(narrow, None)
    assert state["ids"] == [journey.id for journey in narrow.journeys]
    assert state["countries"] == ["LA"]
    assert state["open"] is None
    assert json.dumps(scene(records, "en", None)) == json.dumps(scene(records, "en", None))


def test_without_a_choice_the_countries_that_the_selection_touches_are_tinted():
    records, _ = route({"place": "north-korea"}, {"place": "seoul"})
    assert map_state(select(records, Filters()), ("by-sea", 2)) == {
        "ids": ["by-sea"],
        "open": {"journey": "by-sea", "stop": 2},
        "countries": ["KP", "KR"],
        "asked": ["by-sea"],
        "possibly": False,
    }


def test_what_should_be_announced_first_stands_in_no_tip_of_the_map(records):
    drawn = {journey["id"]: journey for journey in scene(records, "en", None)["journeys"]}
    kim = records.journeys["kim-seong-min-1996"]
    assert kim.care
    assert {mark["role"] for mark in drawn[kim.id]["marks"]} == {""}
    route = records.journeys["the-way"]
    assert not route.care
    assert drawn[route.id]["marks"][0]["role"] == route.stops[0].role


def test_a_scene_of_no_records_is_empty(empty):
    assert scene(empty, "en", None)["journeys"] == []


def changed(records, **journey):
    """The records with another first journey, and without the second."""
    first, _second, *rest = records.journeys.values()
    journeys = {each.id: each for each in (replace(first, **journey), *rest)}
    return replace(records, journeys=journeys)


def test_a_scene_after_a_change_is_what_it_would_be_without_the_one_before(monkeypatch):
    records = many_journeys(40)
    moved = next(iter(records.places.values()))
    places = {**records.places, moved.id: replace(moved, lat=1.0, extent=("KP",))}
    for after in (
        changed(records, title="x"),
        changed(records, kind="corridor"),
        changed(records, care="Hunger."),
        changed(records, stops=()),
        replace(records, places=places),
    ):
        scene(records, "en", None)
        found = scene(after, "en", None)
        monkeypatch.setattr(scenes, "_LAST", LastScene())
        assert found == scene(after, "en", None)


def test_journeys_that_nobody_changed_are_not_drawn_again(monkeypatch):
    records, drawn = many_journeys(40), []
    scene(records, "en", None)
    draw = scenes._journey
    monkeypatch.setattr(scenes, "_journey", lambda *of: drawn.append(of[0].id) or draw(*of))
    scene(changed(records, title="x"), "en", None)
    assert drawn == ["made-0"]
