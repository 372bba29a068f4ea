"""Annotating is a difference of rows, kept and saved as it is; nobody else's row moves."""

import json

import pytest

from annotations.annotating.marks import (
    NotMarked,
    with_mark,
    with_place,
    with_reading,
    with_source,
    without_mark,
    words_at,
)
from annotations.annotating.sketch import sketch_of
from annotations.annotating.stops import (
    with_journey_cells,
    with_journey_id,
    with_mention,
    with_new_journey,
    with_sources_of_stops,
    with_stop,
    with_stop_cells,
    with_stop_moved,
    without_mention,
    without_stop,
)
from annotations.annotating.work import (
    NoWork,
    as_draft,
    blank,
    changes,
    new_work,
    of_draft,
    work_on,
)
from annotations.collection.load import load
from annotations.saving.saves import save
from annotations.tables.changes import started_from
from tests.collections import csv_of, good_tables
from tests.stores import store_of

SPOKEN = "A talk\n\nIn 1998 she left Musan for Yanji.\r\nEight days later she was in Dalian.\n"
DIGEST = "0" * 64
SOURCE = blank("sources", id="talk", title="A talk", kind="testimony", language="en", sha256=DIGEST)
PLACE = blank("places", id="yanji", name="Yanji", kind="town", country="CN", sources="talk[2]")
PLACE |= {"lat": "42.9", "lon": "129.5", "coordinateUncertaintyInMeters": "5000"}


def mark(work, words, kind="place", **cells):
    """The work with words of the talk marked, and read as the cells say."""
    paragraph, start, end = words_at(SPOKEN, at := SPOKEN.index(words), at + len(words))
    key = f"talk-{words.lower().replace(' ', '-')}"
    row = {"id": key, "paragraph": str(paragraph), "start": str(start), "end": str(end)}
    work = with_mark(work, row | {"quote": words, "kind": kind})
    return with_reading(work, key, **cells) if cells else work


@pytest.fixture
def collection():
    """The good records: one journey by sea with one stop in Dalian."""
    return load(good_tables()).collection


@pytest.fixture
def work():
    """Three stops: Yanji in 1998, then two in Dalian, eight days after the first and after 2000."""
    work = with_place(new_work(SOURCE), PLACE)
    work = mark(work, "Yanji", value="yanji")
    work = mark(work, "Dalian", value="dalian", certainty="probable")
    work = mark(work, "1998", "date", value="1998")
    work = mark(work, "Eight days later", "date", duration="P8D")
    work = with_new_journey(work, "by-land")
    work = with_mention(with_stop(work, "talk-yanji", 1), 1, "talk-1998")
    work = with_stop(work, "talk-dalian", 2)
    work = with_mention(with_stop_cells(work, 2, after="by-land:1"), 2, "talk-eight-days-later")
    work = with_stop_cells(work, 2, duration="P8D")
    work = with_stop(work, "talk-dalian", 3)
    return with_stop_cells(work, 3, role="was seen", date="2000")


def orders(work):
    return [(stop.order, stop.cells["place"], stop.cells["after"]) for stop in work.stops]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (" Yanji.", "Yanji."),
        ("Musan for Yanji", "Musan for Yanji"),
        ("\n\n", None),
        ("Yanji.\r\nEight", None),
    ],
)
def test_words_are_marked_without_space_around_them_and_in_one_paragraph(words, found):
    at = SPOKEN.index(words)
    if found is None:
        with pytest.raises(NotMarked):
            words_at(SPOKEN, at, at + len(words))
    else:
        paragraph, start, end = words_at(SPOKEN, at, at + len(words))
        assert (paragraph, SPOKEN[start:end]) == (2, found)


def test_offsets_outside_the_text_mark_nothing():
    for start, end in ((-1, 3), (5, 4), (0, len(SPOKEN) + 1)):
        with pytest.raises(NotMarked):
            words_at(SPOKEN, start, end)


def test_the_same_words_are_not_marked_twice_but_may_be_place_and_date():
    work = mark(new_work(SOURCE), "Yanji")
    with pytest.raises(NotMarked, match="talk-yanji"):
        mark(work, "Yanji")
    row = work.mentions["talk-yanji"]
    assert len(with_mark(work, {**row, "id": "other", "kind": "date"}).mentions) == 2


def test_a_mark_stands_for_nothing_until_somebody_says_what():
    work = mark(new_work(SOURCE), "Yanji")
    row = work.mentions["talk-yanji"]
    assert (row["value"], row["certainty"], row["status"]) == ("", "unresolved", "draft")
    work = with_reading(work, "talk-yanji", value="yanji")
    assert work.mentions["talk-yanji"]["certainty"] == "certain"
    work = with_reading(work, "talk-yanji", value="")
    assert work.mentions["talk-yanji"]["certainty"] == "unresolved"


def test_a_stop_is_as_sure_of_its_place_and_of_its_date_as_their_words_are(work):
    work = with_reading(work, "talk-1998", certainty="possible", basis="inferred")
    first = work.stops[0].cells
    assert (first["basis"], first["certainty"]) == ("stated", "certain")
    assert (first["date_basis"], first["date_certainty"]) == ("inferred", "possible")
    work = with_reading(work, "talk-yanji", certainty="probable", basis="external")
    first = work.stops[0].cells
    assert (first["basis"], first["certainty"]) == ("external", "probable")
    assert first["date_certainty"] == "possible"


def test_a_stop_without_a_date_says_nothing_of_it(work):
    work = with_reading(work, "talk-1998", value="")
    first = work.stops[0].cells
    assert (first["date"], first["date_basis"], first["date_certainty"]) == ("", "", "")
    dated = with_stop_cells(work, 1, date="1998", date_certainty="probable")
    assert with_stop_cells(dated, 1, date="").stops[0].cells["date_certainty"] == ""


def test_a_stated_length_of_time_is_certain_though_it_is_no_date(work):
    work = with_reading(work, "talk-eight-days-later", anchor="by-land:1")
    work = with_stop(work, "talk-eight-days-later", 4)
    last = work.stops[3].cells
    assert (last["duration"], last["date_basis"], last["date_certainty"]) == (
        "P8D", "stated", "certain",
    )  # fmt: skip


def test_a_stop_takes_what_its_words_stand_for_and_keeps_what_it_has(work):
    yanji, dalian, _again = (stop.cells for stop in work.stops)
    assert (yanji["place"], yanji["date"]) == ("yanji", "1998")
    assert yanji["mentions"] == "talk-yanji;talk-1998"
    assert yanji["sources"] == "talk[2]"
    assert dalian["sources"] == "talk[3]"
    assert dalian["certainty"] == "probable"
    work = with_mention(work, 1, "talk-dalian")
    assert work.stops[0].cells["place"] == "yanji"
    assert (
        without_mention(work, 1, "talk-dalian").stops[0].cells["mentions"] == "talk-yanji;talk-1998"
    )


def test_a_stop_follows_what_its_words_are_read_as_later_unless_it_says_otherwise(work):
    work = with_reading(work, "talk-yanji", value="dalian")
    work = with_reading(work, "talk-1998", value="1998-06")
    assert (work.stops[0].cells["place"], work.stops[0].cells["date"]) == ("dalian", "1998-06")
    work = with_reading(with_stop_cells(work, 1, place="yanji"), "talk-yanji", value="")
    assert work.stops[0].cells["place"] == "yanji"
    work = with_reading(work, "talk-eight-days-later", value="1998")
    assert work.stops[1].cells["date"] == ""  # it counts from the stop before


def test_what_counts_from_a_stop_follows_it_when_it_moves(work):
    work = with_reading(work, "talk-eight-days-later", anchor="by-land:1")
    work = with_stop_moved(work, 1, 3)
    assert orders(work) == [(1, "dalian", "by-land:3"), (2, "dalian", ""), (3, "yanji", "")]
    assert work.mentions["talk-eight-days-later"]["anchor"] == "by-land:3"
    work = without_stop(work, 3)
    assert orders(work) == [(1, "dalian", ""), (2, "dalian", "")]
    assert work.stops[0].cells["duration"] == ""
    assert work.mentions["talk-eight-days-later"]["anchor"] == ""


def test_a_new_journey_takes_its_id_along_everywhere(work):
    work = with_journey_id(
        with_reading(work, "talk-eight-days-later", anchor="by-land:1"), "to-dalian"
    )
    assert work.journey == "to-dalian"
    assert [stop.cells["journey"] for stop in work.stops] == ["to-dalian"] * 3
    assert work.stops[1].cells["after"] == "to-dalian:1"
    assert work.mentions["talk-eight-days-later"]["anchor"] == "to-dalian:1"
    assert {change.key for change in changes(work) if change.table == "journeys"} == {"to-dalian"}


def test_a_mark_that_is_taken_away_leaves_stops_and_anchors(work):
    work = with_reading(work, "talk-eight-days-later", anchor="talk-1998")
    work = without_mark(work, "talk-1998")
    assert work.stops[0].cells["mentions"] == "talk-yanji"
    assert work.mentions["talk-eight-days-later"]["anchor"] == ""


def test_the_journey_is_dated_while_it_is_made(work, collection):
    sketch = sketch_of(work, collection)
    assert list(sketch.collection.journeys) == ["by-land"]
    first, second, _third = sketch.journey.stops
    assert first.place.name == "Yanji"
    assert second.span.earliest.year == 1998
    assert second.computed_from
    problems = {(problem.table, problem.key, problem.column) for problem in sketch.problems}
    assert ("stops", "by-land:1", "role") in problems
    assert ("journeys", "by-land", "title") in problems
    assert ("stops", "by-land:3", "role") not in problems


def test_what_cannot_be_read_is_told_and_the_rest_is_drawn(work, collection):
    work = with_stop_cells(work, 1, date="1998-13")
    work = with_stop_cells(work, 3, duration="P3Y")
    sketch = sketch_of(work, collection)
    assert [stop.place.name for stop in sketch.journey.stops] == ["Yanji", "Dalian", "Dalian"]
    problems = {
        (problem.key, problem.column) for problem in sketch.problems if problem.table == "stops"
    }
    assert {("by-land:1", "date"), ("by-land:3", "after")} <= problems


def test_a_contradiction_names_the_stops_that_make_it(work, collection):
    sketch = sketch_of(with_stop_cells(work, 3, date="1990"), collection)
    (problem,) = (problem for problem in sketch.problems if "cannot all be true" in problem.message)
    assert problem.column == "date"
    assert "by-land:3" in problem.message


def test_a_draft_comes_back_as_it_was(work):
    assert of_draft(json.loads(json.dumps(as_draft(work)))) == work


@pytest.mark.parametrize("draft", [{}, {"source": 1}, {"source": "talk", "rows": []}])
def test_a_draft_of_another_make_is_refused(draft):
    with pytest.raises(NoWork, match="another version"):
        of_draft(draft)


def whole(work):
    """The work with all that it needs to be saved."""
    work = with_journey_cells(work, title="By land", people="a woman", summary="She went by land.")
    for order in (1, 2, 3):
        work = with_stop_cells(work, order, role="was there")
    return with_sources_of_stops(work)


def test_new_words_places_stops_and_journey_are_saved_together(work, tmp_path):
    store = store_of()
    found = changes(whole(work))
    save(store, found, "ada", "annotated", started_from(found))
    journey = load(store).collection.journeys["by-land"]
    assert [stop.place.id for stop in journey.stops] == ["yanji", "dalian", "dalian"]
    assert [citation.locator for citation in journey.sources] == ["2", "3"]
    assert changes(work_on(store, "talk", "by-land")) == []


def test_a_place_that_nothing_names_any_more_is_not_saved(work):
    work = with_reading(with_stop_cells(work, 1, place=""), "talk-yanji", value="")
    assert "places" not in {change.table for change in changes(work)}


def test_what_changes_is_a_draft_again_and_so_is_its_journey(tmp_path):
    reviewed = {"status": "reviewed"}
    tables = good_tables(
        journeys=csv_of("journeys", reviewed), mentions=csv_of("mentions", reviewed)
    )
    store = store_of(**tables.texts)
    work = work_on(store, "interview", "by-sea")
    assert changes(work) == []
    found = changes(
        with_stop_cells(with_reading(work, "port", note="By the sea."), 1, role="waits")
    )
    assert {c.table: c.after.get("status") for c in found} == {
        "mentions": "draft",
        "journeys": "draft",
        "stops": None,
    }


def test_a_new_journey_whose_stops_are_all_removed_is_no_journey_any_more(work, collection):
    for _ in range(3):
        work = without_stop(with_journey_cells(work, title="By land"), 1)
    assert {change.table for change in changes(work)} == {"sources", "places", "mentions"}
    sketch = sketch_of(work, collection)
    assert sketch.journey is None
    assert "journeys" not in {problem.table for problem in sketch.problems}


def test_stops_that_are_counted_anew_keep_their_rows(work, tmp_path):
    store = store_of()
    found = changes(whole(work))
    save(store, found, "ada", "annotated", started_from(found))
    work = with_stop_cells(work_on(store, "talk", "by-land"), 3, date="")
    found = changes(with_stop_moved(work, 3, 1))
    stops = {change.key: change.key_after for change in found if change.table == "stops"}
    assert stops == {"by-land:3": "by-land:1", "by-land:1": "by-land:2", "by-land:2": "by-land:3"}
    save(store, found, "ada", "in another order", started_from(found))
    words = [len(stop.mentions) for stop in load(store).collection.journeys["by-land"].stops]
    assert words == [1, 2, 2]


def test_nothing_of_a_table_that_has_no_such_row_can_be_opened():
    with pytest.raises(LookupError, match="talk"):
        work_on(good_tables(), "talk")
    with pytest.raises(LookupError, match="nowhere"):
        work_on(good_tables(), "interview", "nowhere")


def test_the_source_can_be_told_anew():
    work = with_source(new_work(SOURCE), published="1999")
    (change,) = changes(work)
    assert (change.table, change.after["published"], change.before) == ("sources", "1999", None)
