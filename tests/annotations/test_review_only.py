"""What a second person decides cannot be had by a plain save, and not by an import either."""

from datetime import date

import pytest

from annotations.changes import Change, Refused, rows_by_key
from annotations.collection import load
from annotations.importing import preview
from annotations.publication import published
from annotations.review_only import PENDING, is_pending, pending
from annotations.saving import undo
from tests.collections import csv_of
from tests.stores import added, changed, removed, saved, store_in

TODAY = date(2026, 3, 1)
ROW = pending("by-sea", TODAY)


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
    assert [str(problem).partition("  ")[0] for problem in preview(store, "mentions", text).problems
    ] == ["mentions.csv:3:status"]  # fmt: skip


def test_what_waits_for_its_review_is_not_published(store):
    loaded = load(store)
    assert not loaded.problems
    assert not published(loaded.collection).journeys
    assert ROW["review"] == "2026-05-30"
    assert is_pending(ROW) and not is_pending(ROW | {"reason": "x"}) and not is_pending(None)


def test_a_plain_save_publishes_nothing_that_waits_for_its_review(store):
    key = "publication", "by-sea"
    for change in (
        removed(store, *key),
        changed(store, *key, place="country"),
        changed(store, *key, reason="It is fine."),
    ):
        (told,) = refused(store, change)
        assert told.startswith("publication.csv:2:reason  of 'by-sea' keeps back")
    saved(store, changed(store, *key, note="Ask her first.", review="2027"))
    assert rows_by_key(store, "publication")["by-sea"]["reason"] == PENDING


def test_a_journey_that_is_removed_takes_its_pending_row_along(store):
    gone = [removed(store, *key) for key in (("stops", "by-sea:1"), ("journeys", "by-sea"))]
    other = Change("journeys", "other", None, rows_by_key(store, "journeys")["by-sea"] | {
        "id": "other"})  # fmt: skip
    stop = added("stops", "other:1", journey="other")
    saved(store, *gone, other, stop, removed(store, "publication", "by-sea"))
    assert not rows_by_key(store, "publication")
