"""Two people take a review back, and the undo of it; nobody brings one back alone."""

import pytest

from annotations.proposals.acts import OwnWork, agree
from annotations.proposals.overlay import Overlay
from annotations.review.acts import accept
from annotations.review.desk import desk
from annotations.review.lone_rows import accept_row, lone_rows
from annotations.review.unit import CHANGED
from annotations.saving.review_rules import is_review
from annotations.saving.saves import undo
from annotations.store.lines import ACCEPTED, Line
from annotations.tables.changes import Change, rows_by_key
from tests.stores import changed, saved, store_of


@pytest.fixture
def store():
    """A journey that ada wrote and ben reviewed."""
    store = store_of()
    saved(store, changed(store, "journeys", "by-sea", title="By ship"), who="ada")
    accept(store, unit(store), "ben")
    return store


def unit(store):
    return desk(store).journey("by-sea")


def waits(store) -> tuple[str, str]:
    """Whether the journey needs review, and its status."""
    return unit(store).waits, rows_by_key(store, "journeys")["by-sea"]["status"]


def proposed(store, change, who: str):
    over = Overlay(store)
    saved(over, change, who=who)
    return over.proposal


def to_undo(store, save: str, who: str, *more):
    """A proposal that undoes a save, with other changes that somebody adds to it."""
    over = Overlay(store)
    undo(over, save, who)
    for change in more:
        saved(over, change, who=who)
    return over.proposal


def last_save(store) -> str:
    return store.lines()[-1].save


@pytest.mark.parametrize(("one", "other"), [("ada", "ben"), ("ben", "ada"), ("cho", "ben")])
def test_two_people_take_a_review_back_and_their_yes_to_that_is_no_review(store, one, other):
    agree(store, to_undo(store, last_save(store), one), other)
    assert waits(store) == (CHANGED, "draft")
    with pytest.raises(OwnWork):
        accept(store, unit(store), "ada")
    accept(store, unit(store), "ben")
    assert waits(store) == ("", "reviewed")


def test_one_person_among_others_takes_no_review_back(store):
    for who in ("ada", "ben"):
        proposal = to_undo(store, last_save(store), who)
        with pytest.raises(OwnWork):
            agree(store, proposal, who)
    assert waits(store) == ("", "reviewed")


def test_two_people_bring_a_review_back_that_was_taken_back(store):
    agree(store, to_undo(store, last_save(store), "ada"), "ben")
    agree(store, to_undo(store, last_save(store), "ada"), "cho")
    assert waits(store) == ("", "reviewed")
    agree(store, to_undo(store, last_save(store), "ada"), "cho")
    assert waits(store) == (CHANGED, "draft")


def test_nobody_brings_a_review_back_alone_with_the_undo_of_its_undo_in_something_else(store):
    agree(store, to_undo(store, last_save(store), "ada"), "ben")
    note = changed(store, "names", "Mike Kim", reason="Known.")
    agree(store, to_undo(store, last_save(store), "ada", note), "ada", alone=True)
    assert rows_by_key(store, "names")["Mike Kim"]["reason"] == "Known."
    assert waits(store) == (CHANGED, "draft")
    with pytest.raises(OwnWork):
        accept(store, unit(store), "ada")


def test_a_second_review_of_a_reviewed_journey_is_taken_back_too(store):
    saved(store, changed(store, "stops", "by-sea:1", role="hid"), who="ada")
    again = accept(store, unit(store), "ben")
    assert waits(store) == ("", "reviewed")
    agree(store, to_undo(store, again.id, "ada"), "ben")
    assert waits(store)[0] == CHANGED
    with pytest.raises(OwnWork):
        accept(store, unit(store), "ada")


def test_the_look_at_a_row_without_a_status_is_taken_back_by_two(store):
    key = next(iter(desk(store).tables["arrivals"]))
    saved(store, changed(store, "arrivals", key, note="Corrected."), who="ada")
    (row,) = lone_rows(desk(store))
    look = accept_row(store, row, "ben")
    assert lone_rows(desk(store)) == ()
    proposal = to_undo(store, look.id, "ada")
    with pytest.raises(ValueError, match="say all of this already"):
        agree(store, proposal, "ada", alone=True)
    agree(store, proposal, "ben")
    (row,) = lone_rows(desk(store))
    assert row.is_own_work("ada") and not row.is_own_work("ben")
    with pytest.raises(OwnWork):
        accept_row(store, row, "ada")


def test_a_review_by_a_proposal_is_its_writers_again_once_it_is_taken_back():
    store = store_of()
    title = changed(store, "journeys", "by-sea", title="By ship")
    agree(store, proposed(store, title, "ada"), "ada", alone=True)
    reviewed = changed(store, "journeys", "by-sea", status="reviewed")
    agree(store, proposed(store, reviewed, "ada"), "ben")
    assert not unit(store).written
    agree(store, to_undo(store, last_save(store), "ada"), "ben")
    assert waits(store) == (CHANGED, "draft")
    with pytest.raises(OwnWork):
        accept(store, unit(store), "ada")


def test_a_review_that_was_brought_back_is_taken_back_by_a_part_of_it_too(store):
    port = changed(store, "mentions", "port", certainty="probable")
    agree(store, proposed(store, port, "ada"), "ada", alone=True)
    saved(store, changed(store, "journeys", "by-sea", title="On a ship"), who="ada")
    accept(store, unit(store), "ben")
    agree(store, to_undo(store, last_save(store), "ada"), "ben")
    agree(store, to_undo(store, last_save(store), "ada"), "cho")
    assert waits(store) == ("", "reviewed")
    over = Overlay(store, to_undo(store, last_save(store), "ada"))
    back = rows_by_key(over, "mentions")["port"], rows_by_key(store, "mentions")["port"]
    saved(over, Change("mentions", "port", *back), who="ada")
    agree(store, over.proposal, "ben")
    assert waits(store)[0] == CHANGED
    with pytest.raises(OwnWork):
        accept(store, unit(store), "ada")


@pytest.mark.parametrize(("before", "after", "is_one"), [
    ("draft", "reviewed", True), ("reviewed", "draft", False), ("reviewed", "reviewed", True),
])  # fmt: skip
def test_two_who_only_make_a_row_a_draft_have_not_reviewed_it(before, after, is_one):
    rows = {"title": "x", "status": before}, {"title": "x", "status": after}
    line = Line("", "ada", "", ACCEPTED, "journeys", "x", *rows, "", reviewers=("ben",))
    assert is_review(line) == is_one
