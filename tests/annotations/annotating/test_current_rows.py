"""Who was slower goes on from the others' rows, and loses nothing of what they changed."""

import pytest

from annotations.annotating.current_rows import is_behind, with_current_rows
from annotations.annotating.marks import with_reading
from annotations.annotating.stops import (
    with_journey_cells,
    with_stop,
    with_stop_cells,
    without_stop,
)
from annotations.annotating.work import changes, work_on
from annotations.collection.load import load
from annotations.saving.saves import save
from annotations.tables.changes import started_from
from tests.collections import csv_of
from tests.stores import added, changed, removed, saved, store_of


@pytest.fixture
def store(tmp_path):
    """A journey of two stops."""
    return store_of(stops=csv_of("stops", {}, {"order": "2", "role": "leaves"}))


@pytest.fixture
def work(store):
    """Work on it in which the first stop and the journey are told anew."""
    return with_journey_cells(
        with_stop_cells(work_on(store, "interview", "by-sea"), 1, role="waits"), note="Mine."
    )


def save_work(store, work):
    """Save what a work changes; the collection afterwards."""
    found = changes(work)
    save(store, found, "bo", "as wanted", started_from(found))
    return load(store).collection


def test_nothing_is_behind_that_nobody_else_has_changed(store, work):
    assert not is_behind(work, store)
    assert with_current_rows(work, store) == work


def test_rows_that_others_alone_changed_are_theirs(store, work):
    saved(store, changed(store, "stops", "by-sea:2", role="sails away"))
    saved(store, changed(store, "mentions", "port", note="Theirs."))
    assert is_behind(work, store)
    records = save_work(store, with_current_rows(work, store))
    assert [stop.role for stop in records.journeys["by-sea"].stops] == ["waits", "sails away"]
    assert records.mentions["port"].note == "Theirs."
    assert records.journeys["by-sea"].note == "Mine."


def test_rows_that_both_changed_stay_as_the_writer_wants_them(store, work):
    saved(store, changed(store, "stops", "by-sea:1", role="is hidden"))
    records = save_work(store, with_current_rows(work, store))
    assert records.journeys["by-sea"].stops[0].role == "waits"


def test_stops_and_words_that_others_added_are_there_too(store, work):
    more = {"start": "68", "end": "74", "quote": "Dalian", "source": "interview"}
    saved(store, added("stops", "by-sea:3", journey="by-sea", order="3", role="is seen"))
    saved(store, added("mentions", "again", **more))
    again = with_current_rows(with_stop(work, "port", 3), store)
    assert [stop.cells["role"] for stop in again.stops] == ["waits", "leaves", "", "is seen"]
    assert set(again.mentions) == {"port", "again"}


def test_what_others_took_out_is_gone_unless_the_writer_changed_it(store, work):
    saved(store, removed(store, "stops", "by-sea:2"))
    assert [stop.cells["role"] for stop in with_current_rows(work, store).stops] == ["waits"]
    kept = with_current_rows(with_stop_cells(work, 2, role="sails"), store)
    assert [(stop.was, stop.cells["role"]) for stop in kept.stops] == [
        ("by-sea:1", "waits"),
        ("", "sails"),
    ]
    assert len(save_work(store, kept).journeys["by-sea"].stops) == 2


def test_a_stop_that_the_writer_took_out_stays_out(store, work):
    saved(store, changed(store, "stops", "by-sea:1", role="is hidden"))
    again = with_current_rows(without_stop(with_reading(work, "port", note="Mine."), 2), store)
    assert [stop.cells["role"] for stop in again.stops] == ["waits"]
    assert again.mentions["port"]["note"] == "Mine."
