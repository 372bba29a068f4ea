"""What a second person decides cannot be had by a plain save, and not by an import either."""

from datetime import date

import pytest

from annotations.collection.load import load
from annotations.publication.publish import published
from annotations.saving.importing import preview
from annotations.saving.review_rules import PENDING, is_pending, pending, with_pending
from annotations.saving.saves import undo
from annotations.tables.changes import Change, Refused, rows_by_key
from tests.collections import csv_of
from tests.stores import added, changed, removed, saved, store_in

TODAY = date.today()
ROW = pending("by-sea", TODAY)
KEPT_BACK = "publication", "by-sea"


@pytest.fixture
def store(tmp_path):
    """The good tables in a folder, the journey of which waits for its first review."""
    return store_in(tmp_path, publication=csv_of("publication", ROW))


def refused(store, *changes) -> list[str]:
    with pytest.raises(Refused) as refusal:
        saved(store, *changes)
    return [str(problem) for problem in refusal.value.problems]


def test_a_plain_save_makes_no_row_a_reviewed_one(store):
    told = refused(
        store, changed(store, "journeys", "by-sea", status="reviewed"),
        added("mentions", "second", status=" reviewed"),
    )  # fmt: skip
    assert [line.partition("  ")[0] for line in told] == [
        "journeys.csv:2:status",
        "mentions.csv:3:status",
    ]
    assert all("a second person reviews it on the Review page" in line for line in told)


def test_a_row_that_is_reviewed_may_change_and_may_become_a_draft(tmp_path):
    store = store_in(tmp_path, journeys=csv_of("journeys", {"status": "reviewed"}))
    saved(store, changed(store, "journeys", "by-sea", title="By ship"))
    to_draft = saved(store, changed(store, "journeys", "by-sea", status="draft"))
    assert refused(store, changed(store, "journeys", "by-sea", status="reviewed"))
    undo(store, to_draft.id, "ada")
    assert rows_by_key(store, "journeys")["by-sea"]["status"] == "reviewed"


def test_an_import_tells_it_by_the_line_of_the_file(store):
    text = csv_of("mentions", {"id": "second"}, {"status": "reviewed"})
    (problem,) = preview(store, {"mentions": text}).problems
    assert str(problem).startswith("mentions.csv:3:status  ")


def test_what_waits_for_its_review_is_not_published(store):
    loaded = load(store)
    assert not loaded.problems
    assert not published(loaded.collection).journeys
    assert pending("by-sea", date(2026, 3, 1))["review"] == "2026-05-30"
    assert is_pending(ROW) and not is_pending(ROW | {"reason": "x"}) and not is_pending(None)


def test_a_plain_save_publishes_nothing_that_waits_for_its_review(store):
    for change in (
        removed(store, *KEPT_BACK),
        changed(store, *KEPT_BACK, place="country"),
        changed(store, *KEPT_BACK, reason="It is fine."),
    ):
        (told,) = refused(store, change)
        assert told.startswith("publication.csv:2:reason  of 'by-sea' keeps back")
    saved(store, changed(store, *KEPT_BACK, note="Ask her first.", review="2027"))
    assert rows_by_key(store, "publication")["by-sea"]["reason"] == PENDING


def test_a_journey_that_is_removed_takes_its_pending_row_along(store):
    gone = [removed(store, *key) for key in (("stops", "by-sea:1"), ("journeys", "by-sea"))]
    other = Change("journeys", "other", None, rows_by_key(store, "journeys")["by-sea"] | {
        "id": "other"})  # fmt: skip
    stop = added("stops", "other:1", journey="other")
    saved(store, *with_pending([*gone, other, stop, removed(store, *KEPT_BACK)], store, TODAY))
    assert list(rows_by_key(store, "publication")) == ["other"]


def new_journey(key="new", **row: str) -> list[Change]:
    """A journey of one stop, and its row in `publication.csv` where cells of that are given."""
    found = [added("journeys", key), added("stops", f"{key}:1", journey=key, order="1")]
    cells = pending(key, TODAY) | row
    return [*found, Change("publication", key, None, cells)] if row else found


def test_a_new_journey_comes_with_the_row_that_keeps_it_back(store):
    told = with_pending(new_journey(), store, TODAY)
    assert told == [*new_journey(), Change("publication", "new", None, pending("new", TODAY))]
    first = saved(store, *told)
    assert "new" not in published(load(store).collection).journeys
    undo(store, first.id, "ada")
    assert list(rows_by_key(store, "journeys")) == ["by-sea"]


def test_a_journey_that_is_there_or_has_a_row_gets_none(store):
    changes = [changed(store, "journeys", "by-sea", title="x"), *new_journey(note="mine")]
    assert with_pending(changes, store, TODAY) == changes


@pytest.mark.parametrize("row", [{}, {"place": "country"}, {"reason": "It is fine."}])
def test_a_plain_save_publishes_no_new_journey(row, store):
    (told,) = refused(store, *new_journey(**row))
    assert told.startswith("journeys.csv:3:id  'new' is new, and nothing keeps it from visitors")
    assert "Give it a row in publication.csv with place and date 'withheld'" in told


def test_a_row_that_waits_for_no_journey_yet_counts(tmp_path):
    store = store_in(tmp_path, publication=csv_of("publication", ROW, pending("new", TODAY)))
    assert with_pending(new_journey(), store, TODAY) == new_journey()
    saved(store, *new_journey())
    assert not published(load(store).collection).journeys


def test_a_row_that_keeps_a_journey_back_moves_to_no_other(store):
    (told,) = refused(store, *new_journey(note="x"), removed(store, *KEPT_BACK))
    assert told.startswith("publication.csv:2:reason  of 'by-sea' keeps back")
    moved = changed(store, *KEPT_BACK, record="new")
    (told,) = refused(store, *new_journey(), moved)
    assert told.startswith("publication.csv:2:reason  of 'by-sea' keeps back")


def test_a_journey_that_waits_goes_on_waiting_under_another_name(store):
    renamed = [
        changed(store, "journeys", "by-sea", id="other"),
        changed(store, "stops", "by-sea:1", journey="other"),
    ]
    row = removed(store, *KEPT_BACK)
    (told,) = refused(store, *renamed, row)
    assert told.startswith("journeys.csv:2:id  'other' is new")
    saved(store, *renamed, changed(store, *KEPT_BACK, record="other"))
    assert not published(load(store).collection).journeys


def test_a_journey_that_is_public_may_get_another_name_and_come_back_by_undo(tmp_path):
    store = store_in(tmp_path)
    saved(
        store,
        changed(store, "journeys", "by-sea", id="other"),
        changed(store, "stops", "by-sea:1", journey="other"),
    )
    gone = saved(store, removed(store, "stops", "other:1"), removed(store, "journeys", "other"),
                 *with_pending(new_journey(), store, TODAY))  # fmt: skip
    undo(store, gone.id, "ada")
    assert set(published(load(store).collection).journeys) == {"other"}
