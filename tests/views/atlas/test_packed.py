"""A packed scene says the same in fewer words; what is shown of it is a bit for each journey."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bits import ids_of
from tests.collections import many_journeys
from tests.views.routes import route
from views.atlas.folium_map import scene_script
from views.atlas.packed import STYLES, bits, packed, packed_state
from views.atlas.scene import scene

IDS = st.lists(st.text(min_size=1), unique=True, max_size=40)


def packed_of(*stops, **cells) -> dict:
    records, _ = route(*stops, **cells)
    return packed(scene(records, "en", None))


@given(IDS, st.data())
def test_bits_bring_back_the_ids_that_were_chosen(order, data):
    chosen = data.draw(st.sets(st.sampled_from(order))) if order else set()
    assert set(ids_of(bits(chosen, order), order)) == chosen


def test_an_id_that_is_not_in_the_scene_has_no_bit():
    assert ids_of(bits({"b", "elsewhere"}, ["a", "b"]), ["a", "b"]) == ["b"]


def test_a_state_keeps_everything_but_its_ids_as_it_is():
    state = {"ids": ["a"], "asked": ["a", "b"], "open": None, "relief": True}
    told = packed_state(state, ["a", "b"])
    assert told == state | {"ids": bits({"a"}, ["a", "b"]), "asked": bits({"a", "b"}, ["a", "b"])}


def test_what_is_said_twice_stands_once():
    drawn = packed_of({"place": "dalian"}, {"place": "tumen"}, {"place": "dalian"})
    assert len(drawn["places"]) == 2
    assert drawn["words"].count("Dalian") == 1
    assert drawn["marks"] == [3]


def test_each_mark_has_its_place_its_words_and_the_style_of_the_leg_to_it():
    drawn = packed_of({"place": "dalian"}, {"place": "china"})
    first, second = (drawn["looks"][at] for at in drawn["markLooks"])
    assert drawn["places"][first[0]] == (38.91, 121.6, 5000.0)
    assert drawn["places"][second[0]] == (("CN",),)
    assert [drawn["words"][at] for at in first[1:6]] == ["1", "1", "Dalian", "Dalian", "Dalian"]
    assert (first[-1], STYLES[second[-1]]) == (-1, "schematic")


def test_each_journey_has_its_outcome():
    drawn = packed_of({"place": "dalian"}, outcome_kind="returned")
    assert [drawn["outcomes"][at] for at in drawn["outcome"]] == ["returned"]


@pytest.mark.parametrize(("date", "span"), [("1970-01-02", [(1, 1)]), ("", [])])
def test_an_undated_journey_has_no_span_and_a_dated_one_its_days(date, span):
    drawn = packed_of({"place": "dalian", "date": date})
    assert [drawn["spans"][at] for at in drawn["span"] if at >= 0] == span
    assert (drawn["span"] == [-1]) is not bool(date)


def test_a_thousand_made_journeys_take_less_than_400_kilobytes():
    script = scene_script(packed(scene(many_journeys(1000), "en", None)))
    assert len(script) < 400_000


def test_a_scene_of_no_records_is_packed_as_one(empty):
    drawn = packed(scene(empty, "en", None))
    assert drawn["id"] == drawn["places"] == drawn["markLooks"] == []
    assert drawn["corridor"] == -1
    assert json.loads(json.dumps(drawn)) == drawn
