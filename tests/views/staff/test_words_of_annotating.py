"""What the browser draws of a work: every mark and stop, and what is missing in words."""

import json
import re

import pytest

from annotations.annotating.earlier import earlier_readings
from annotations.annotating.marks import with_mark, with_reading
from annotations.annotating.place_choices import choices
from annotations.annotating.sketch import sketch_of
from annotations.annotating.stops import with_stop, with_stop_cells
from annotations.annotating.work import work_on
from annotations.collection.load import load
from annotations.date_words.readings import readings
from geodata.geocoder import Gazetteer
from tests.collections import TEXT, good_tables
from views.atlas.alone import journey_alone
from views.atlas.folium_map import sketch_script
from views.staff.marked_text import SHOWN, counts, marked_text, shown
from views.staff.missing import field, missing_list, missing_of_row
from views.staff.stop_list import choice_id, choices_on_map, stops_to_list
from views.staff.suggestions import (
    choice_details,
    choice_label,
    date_label,
    earlier_label,
    letter,
    reading_label,
)


@pytest.fixture
def collection():
    """The good records: a journey with one stop in Dalian."""
    return load(good_tables()).collection


@pytest.fixture
def work():
    """The good text with its one mark, and a second one that nobody has resolved."""
    work = work_on(good_tables(), "interview", "by-sea")
    cells = {"id": "may", "paragraph": "2", "start": "50", "end": "58", "quote": "May 1996"}
    return with_mark(work, cells | {"kind": "date"})


def test_paragraphs_and_marks_stand_where_the_text_has_them(work):
    told = marked_text(TEXT, work, "may")
    assert "\n".join(p["text"] for p in told["paragraphs"]) == TEXT.replace("\n\n", "\n").strip()
    for mark in told["marks"]:
        assert TEXT[mark["start"] : mark["end"]] == work.mentions[mark["id"]]["quote"]
    assert told["opened"] == "may"


@pytest.mark.parametrize(
    ("only", "ids"),
    [("all", {"port", "may"}), ("open", {"may"}), ("draft", {"port", "may"}), ("reviewed", set())],
)
def test_marks_are_shown_by_their_state_and_counted_so(work, only, ids):
    assert {mark["id"] for mark in marked_text(TEXT, work, only=only)["marks"]} == ids
    assert counts(work.mentions)[only] == len(ids)
    assert shown(only)
    assert only in SHOWN


def test_the_open_mark_is_shown_whatever_is_left_out(work):
    marks = marked_text(TEXT, work, "port", only="reviewed")["marks"]
    assert [mark["id"] for mark in marks] == ["port"]


def test_a_mark_says_for_whom_points_at_it_what_it_is(work):
    labels = {mark["id"]: mark["label"] for mark in marked_text(TEXT, work)["marks"]}
    assert labels == {"port": "Place: dalian, draft", "may": "Date: unresolved, draft"}


def test_stops_are_listed_with_their_words_and_what_they_lack(work, collection):
    work = with_stop(work, "port", 2)
    first, second = stops_to_list(work, sketch_of(work, collection))["stops"]
    assert (first["place"], first["role"], first["missing"]) == (
        "Dalian",
        "hides near the port",
        "",
    )
    assert first["words"] == [{"kind": "place", "quote": "Dalian"}]
    assert (second["order"], second["missing"]) == (2, "1 thing is missing")


def test_the_sketch_is_drawn_with_its_open_stop(work, collection):
    sketch = sketch_of(work, collection)
    scene, state = journey_alone(sketch.collection, "by-sea", "en", 1)
    assert scene["id"] == ["by-sea"]
    assert state["open"] == {"journey": "by-sea", "stop": 1}
    (sent,) = re.findall(r"atlas\.load\((.*)\);", sketch_script(scene, state, []))
    assert json.loads(sent) == json.loads(json.dumps(scene))


def test_without_a_place_there_is_nothing_to_open_on_the_map(work, collection):
    placeless = sketch_of(with_stop_cells(work, 1, place=""), collection).collection
    scene, state = journey_alone(placeless, "by-sea", "en")
    assert scene["id"] == []
    assert state["open"] is None


def test_what_is_missing_is_said_in_the_words_of_the_form(work, collection):
    work = with_stop_cells(with_reading(work, "may", value="1996-13"), 1, role="", basis="")
    sketch = sketch_of(work, collection)
    told = missing_list(sketch)
    assert "Stop 1 · " in told and "What happened there, in your own words: is empty." in told
    assert "“May 1996” · " in told
    assert "Basis" in missing_of_row(sketch, "stops", "by-sea:1")
    assert "May 1996" not in missing_of_row(sketch, "stops", "by-sea:1")
    assert field("sources", "kind") != field("journeys", "kind")


def test_places_to_choose_from_have_letters_in_the_list_and_on_the_map(collection):
    places = collection.places
    found = choices(
        Gazetteer(places.values()), places, earlier_readings(collection, "Dalian"), "Dalian"
    )
    drawn = choices_on_map(found, choice_id(found[0]))
    assert [one["letter"] for one in drawn] == [letter(index) for index in range(len(drawn))]
    assert [one["chosen"] for one in drawn] == [True] + [False] * (len(drawn) - 1)
    assert choice_label(0, found[0]).startswith("A · Dalian")
    assert "1 time before" in choice_details(found[0])
    assert len({choice_id(choice) for choice in found}) == len(found)


def test_a_reading_says_in_a_sentence_what_it_would_write():
    assert re.sub(r"\\(.)", r"\1", reading_label(readings("about 2000")[0])) == (
        "about 2000: 1999 to 2001 (2000~)"
    )
    assert date_label("", "") == "no day that can be computed"
    assert date_label("1996-05", "P8D") == "in May 1996, 8 days"


def test_how_words_were_read_before_names_where(collection):
    (earlier,) = earlier_readings(collection, "dalian")
    assert earlier.count == 1
    (date,) = earlier_readings(load(good_tables(mentions=DATED)).collection, "May 1996")
    assert "in May 1996: 1 time, in " in earlier_label(collection, date)


DATED = good_tables().texts["mentions"] + (
    "may,interview,2,50,58,May 1996,date,1996-05,,certain,stated,,,,draft,\n"
)
