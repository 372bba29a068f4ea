"""What a browser is told of a draft: its lesson, its sources, and pages in pieces to take along."""

import json
import re

import pytest

from annotations.collection.load import load
from annotations.store.files.store import CsvStore
from annotations.stories.draft import read_draft
from views.atlas.assets import prepare
from views.atlas.packed import packed
from views.atlas.scene import scene
from views.composing.answer import answer, blank_lesson, page_of
from views.composing.offers import offers
from views.composing.pieces import Pieces, shared_pieces
from views.lessons.lesson import lesson

KIM, EVENT = "kim-seong-min-1996", "spanish-embassy-2002"
PART = re.compile(r"<!--part:(\w+)-->")


@pytest.fixture(scope="module")
def records():
    return load(CsvStore()).collection


@pytest.fixture(scope="module")
def drawn(records):
    return packed(scene(records, "en", "relief.webp"))


def drafted(records, *steps):
    return read_draft({"steps": list(steps)}, records)


def test_an_unfinished_draft_has_a_lesson_with_all_its_steps(records, drawn):
    told = answer(records, drafted(records, {}, {"heading": "B"}), drawn["id"], ())
    assert [step["heading"] for step in told["lesson"]["steps"]] == ["Step 1", "B"]
    assert {tuple(fault["place"][:2]) for fault in told["faults"]} >= {("steps", 0), ("steps", 1)}
    json.dumps(told)


def test_the_sources_of_what_is_on_the_screen_are_offered_and_no_others(records, drawn):
    draft = drafted(records, {"show": [KIM]}, {"show": [], "open": EVENT}, {"show": []})
    one, other, nothing = answer(records, draft, drawn["id"], ())["sources"]
    assert {each["cite"].split("[")[0] for each in one["offered"]} >= {
        citation.source for citation in records.journeys[KIM].sources
    }
    assert all(each["title"] for each in one["offered"])
    of_event = {citation.source for citation in records.events[EVENT].sources}
    assert {each["cite"].split("[")[0] for each in other["offered"]} == of_event
    assert nothing["offered"] == []


def test_what_the_browser_has_is_not_sent_again(records, drawn):
    draft = drafted(records, {})
    first = answer(records, draft, drawn["id"], ())["lesson"]
    ((key, figure),) = first["figures"]
    assert figure and first["frame"]
    again = answer(records, draft, drawn["id"], {key, "frame"})["lesson"]
    assert again["figures"] == [(key, None)]
    assert "frame" not in again
    assert len(json.dumps(again)) < 10_000


def test_every_mark_of_a_page_in_pieces_has_its_part(records, drawn):
    prepare()
    told = lesson(records, blank_lesson(), drawn["id"])
    parts = shared_pieces(told, drawn)
    draft = drafted(
        records, {"heading": "</script><b>", "layers": ["chart"]}, {"layers": ["relief"]}
    )
    for want in ("file", "A4-handout", "Letter-teacher", "A4-one-page"):
        page = page_of(records, draft, drawn, Pieces(), want)
        assert set(PART.findall(page)) <= set(parts)
        assert len(page) < 3_000_000
        assert "</script><b>" not in page
    for want in ("", "A4", "A3-handout", "A4-x", "file-x", "nothing"):
        assert page_of(records, draft, drawn, Pieces(), want) == ""


def test_what_is_offered_are_the_records_by_their_titles(records):
    told = offers(records)
    assert {one["id"] for one in told["journeys"]} == set(records.journeys)
    assert {one["id"] for one in told["events"]} == set(records.events)
    assert all(one["title"] for key in ("journeys", "events", "places") for one in told[key])
    points = {one["id"] for one in told["places"]}
    assert points and all(records.places[key].lat is not None for key in points)
