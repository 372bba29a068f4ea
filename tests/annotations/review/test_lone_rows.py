"""What one person stands behind outside of journeys is listed until a second one looks."""

import pytest

from annotations.proposals.acts import OwnWork, agree
from annotations.proposals.hide import hide
from annotations.proposals.overlay import Overlay
from annotations.proposals.withheld_unreviewed import (
    REASON,
    propose_to_show,
    withheld_unreviewed,
)
from annotations.review.acts import accept
from annotations.review.desk import desk
from annotations.review.lone_rows import accept_row, lone_rows
from annotations.saving.saves import undo
from annotations.tables.changes import Conflict, rows_by_key, told_cells
from tests.collections import csv_of
from tests.stores import added, changed, removed, saved, store_of


@pytest.fixture
def store():
    return store_of(statements=csv_of("statements", {}))


def listed(store) -> list[tuple[str, str]]:
    return [(row.change.table, row.change.key_after) for row in lone_rows(desk(store))]


def alone(store, *changes, who="ada") -> None:
    """Changes that one person proposes and accepts on a machine of one."""
    saved(Overlay(store), *changes, who=who)
    (proposal,) = (one for one in store.proposals.all() if one.is_open)
    agree(store, proposal, who, alone=True)


@pytest.mark.parametrize(
    ("table", "key", "cells"),
    [
        ("events", "famine", {"title": "Hunger"}),
        ("statements", "claim", {"value": "4"}),
        ("places", "dalian", {"note": "A port."}),
        ("sources", "interview", {"note": "Read twice."}),
        ("names", "Mike Kim", {"reason": "Known."}),
    ],
)
def test_a_row_that_was_accepted_alone_is_listed_with_what_it_said_before(store, table, key, cells):
    before = told_cells(changed(store, table, key).before)
    alone(store, changed(store, table, key, **cells))
    (row,) = lone_rows(desk(store))
    assert (row.change.table, told_cells(row.change.before)) == (table, before)
    assert row.is_own_work("Ada ") and not row.is_own_work("cho")


def test_a_statement_is_reviewed_once_a_second_person_has_looked(store):
    alone(store, changed(store, "statements", "claim", value="4"))
    (row,) = lone_rows(desk(store))
    accept_row(store, row, "cho")
    assert rows_by_key(store, "statements")["claim"]["status"] == "reviewed"
    assert listed(store) == []


def test_a_count_is_listed_until_somebody_else_has_looked(store):
    key = next(iter(desk(store).tables["arrivals"]))
    alone(store, changed(store, "arrivals", key, note="Corrected."))
    (row,) = lone_rows(desk(store))
    with pytest.raises(OwnWork):
        accept_row(store, row, " ADA")
    saved_look = accept_row(store, row, "cho")
    assert listed(store) == []
    assert [change.before == change.after for change in saved_look.changes] == [True]
    alone(store, changed(store, "arrivals", key, note="Corrected again."))
    (row,) = lone_rows(desk(store))
    assert row.change.before["note"] == "Corrected."


def test_what_two_people_accepted_is_not_listed(store):
    saved(Overlay(store), changed(store, "events", "famine", title="Hunger"), who="ada")
    agree(store, store.proposals.all()[0], "cho")
    assert listed(store) == []


def test_words_accepted_alone_stay_listed_though_their_writer_agreed_to_others(store):
    alone(store, changed(store, "events", "famine", title="Hunger"))
    saved(Overlay(store), changed(store, "events", "famine", summary="Many died."), who="bo")
    agree(store, next(one for one in store.proposals.all() if one.is_open), "ada")
    (row,) = lone_rows(desk(store))
    assert row.is_own_work("ada") and not row.is_own_work("bo")
    look = accept_row(store, row, "bo")
    assert listed(store) == []
    undo(store, look.id, "bo")
    assert listed(store) == [("events", "famine")]


def test_what_was_taken_back_is_not_listed(store):
    done = saved(store, changed(store, "events", "famine", title="Hunger"))
    undo(store, done.id, "ada")
    assert listed(store) == []


def test_a_row_that_was_changed_after_somebody_saw_it_is_not_accepted(store):
    alone(store, changed(store, "events", "famine", title="Hunger"))
    (row,) = lone_rows(desk(store))
    alone(store, changed(store, "events", "famine", title="Great hunger"))
    with pytest.raises(Conflict):
        accept_row(store, row, "cho")


def test_what_only_hides_needs_nobody_else_and_what_shows_again_does(store):
    hide(store, "by-sea", "ada", "She asked.")
    assert listed(store) == []
    alone(store, changed(store, "publication", "by-sea", place="as-is", date="as-is"))
    assert listed(store) == [("publication", "by-sea")]


def test_a_place_that_came_with_a_journey_is_looked_at_with_it(store):
    place = added("places", "musan", name="Musan", sources="interview[2]")
    stop = added("stops", "by-sea:2", journey="by-sea", order="2", place="musan")
    saved(store, place, stop, who="ada")
    assert listed(store) == []
    accept(store, desk(store).journey("by-sea"), "cho")
    assert listed(store) == []


def test_a_removed_row_is_not_listed(store):
    saved(store, added("names", "Anna Hong"), who="ada")
    alone(store, removed(store, "names", "Anna Hong"))
    assert listed(store) == []


def test_what_was_withheld_until_its_review_becomes_a_proposal_that_two_must_accept():
    waits = {"record": "by-sea", "reason": REASON, "place": "withheld", "asked": ""}
    store = store_of(publication=csv_of("publication", waits))
    (change,) = withheld_unreviewed(store)
    propose_to_show(store, change, "ada")
    assert withheld_unreviewed(store) == ()
    (proposal,) = store.proposals.all()
    with pytest.raises(OwnWork):
        agree(store, proposal, "ada")
    agree(store, proposal, "cho")
    assert not desk(store).tables["publication"]


NEW_STOP = {
    "journey": "by-sea", "order": "2", "place": "cove", "mentions": "", "basis": "inferred",
}  # fmt: skip


@pytest.mark.parametrize("place", ["cove", " cove", "cove "])
def test_a_place_that_came_with_a_stop_is_looked_at_with_its_journey(store, place):
    cove = added("places", "cove", name="The Cove")
    alone(store, cove, added("stops", "by-sea:2", **{**NEW_STOP, "place": place}))
    assert listed(store) == []
    assert ("places", "cove") in desk(store).journey("by-sea").rows


def test_a_source_that_no_row_of_its_journey_names_is_looked_at_by_itself(store):
    page = added("sources", "page", title="A page", sha256="")
    alone(store, page, changed(store, "stops", "by-sea:1", note="By night."))
    assert listed(store) == [("sources", "page")]


def test_a_place_that_its_stop_leaves_is_looked_at_by_itself(store):
    alone(store, added("places", "cove", name="The Cove"), added("stops", "by-sea:2", **NEW_STOP))
    alone(store, changed(store, "stops", "by-sea:2", place="dalian"))
    assert listed(store) == [("places", "cove")]
