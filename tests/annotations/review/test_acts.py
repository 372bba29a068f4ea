"""A journey is reviewed as a whole, by somebody who wrote none of it since its last review."""

import pytest

from annotations.proposals.acts import OwnWork, agree
from annotations.proposals.overlay import Overlay
from annotations.review.acts import (
    accept,
    is_own_work,
    publication_change,
    return_for_changes,
)
from annotations.review.desk import desk
from annotations.review.unit import CHANGED, NEVER, RETURNED
from annotations.saving.saves import save, undo
from annotations.tables.changes import Change, Conflict, rows_by_key
from tests.collections import csv_of
from tests.stores import added, changed, history, now, removed, saved, store_of

JOURNEY = "journeys", "by-sea"
STOP = "stops", "by-sea:1"
MENTION = "mentions", "port"


@pytest.fixture
def store():
    """The good tables in a folder: one journey of one stop, that rests on one mention."""
    return store_of()


def unit(store):
    return desk(store).journey("by-sea")


def stop(journey, order, **cells):
    return added("stops", f"{journey}:{order}", journey=journey, order=str(order), **cells)


def new_journey(store, key, *others, who="ada"):
    """A saved journey of one stop, with other changes."""
    return saved(store, added("journeys", key), stop(key, 1), *others, who=who)


def status(store, table="journeys", key="by-sea") -> str:
    return rows_by_key(store, table)[key]["status"]


def write(store, who, row=JOURNEY, **cells):
    return saved(store, changed(store, *row, **cells), who=who)


def waiting(store) -> dict[str, str]:
    return {unit.key: unit.waits for unit in desk(store).waiting}


def differs(store) -> dict[str, list[str]]:
    """The columns that differ from what they were at the last review, by the row as it is now."""
    return {
        change.key_after: [
            column
            for column in {**(change.before or {}), **(change.after or {})}
            if (change.before or {}).get(column) != (change.after or {}).get(column)
        ]
        for change in unit(store).changes
    }


def test_a_draft_without_history_waits_calmly_and_anybody_may_review_it(store):
    assert waiting(store) == {"by-sea": NEVER}
    accept(store, unit(store), "ada")
    assert status(store) == status(store, *MENTION) == "reviewed"
    assert waiting(store) == {}


def test_one_save_reviews_the_journey_and_its_draft_mentions(store):
    write(store, "ada", note="x")
    done = accept(store, unit(store), "bo")
    lines = [line for line in store.lines() if line.save == done.id]
    assert {(line.table, line.key, line.act) for line in lines} == {
        (*JOURNEY, "reviewed"), (*MENTION, "reviewed"),
    }  # fmt: skip


@pytest.mark.parametrize("row", [JOURNEY, STOP, MENTION])
@pytest.mark.parametrize("who", ["ada", " Ada  "])
def test_whoever_wrote_any_of_it_cannot_review_it(who, row, store):
    write(store, "ada", row, note="y")
    write(store, "bo", title="By ship")
    assert is_own_work(unit(store), who)
    before = store.version(), store.history_version()
    with pytest.raises(OwnWork, match="Somebody else has to review it"):
        accept(store, unit(store), who)
    assert (store.version(), store.history_version()) == before
    with pytest.raises(OwnWork):
        accept(store, unit(store), "bo")
    accept(store, unit(store), "cho")
    assert status(store) == "reviewed"
    write(store, "bo", row, note="z")
    assert not is_own_work(unit(store), who)


def test_whoever_removed_a_stop_or_added_its_place_last_cannot_review_it(store):
    saved(store, stop("by-sea", 2), who="bo")
    saved(store, removed(store, "stops", "by-sea:2"), who="ada")
    assert is_own_work(unit(store), "ada")
    place = added("places", "tumen", name="Tumen")
    saved(store, place, stop("by-sea", 2, place="tumen"), who="bo")
    assert ("places", "tumen") in unit(store).rows
    write(store, "cho", ("places", "tumen"), note="On the river.")
    assert unit(store).last.who == "cho"


@pytest.mark.parametrize("row", [JOURNEY, STOP, MENTION])
def test_a_reviewed_journey_waits_again_once_any_of_its_rows_changed(row, store):
    accept(store, unit(store), "ada")
    write(store, "bo", row, note="x")
    assert status(store) == "reviewed"
    assert waiting(store) == {"by-sea": CHANGED}
    assert differs(store) == {row[1]: ["note"]}
    accept(store, unit(store), "ada")
    assert waiting(store) == {} == differs(store)
    write(store, "bo", row, note="y")
    write(store, "bo", row, note="x")
    assert waiting(store) == {}


def test_new_removed_and_renumbered_rows_are_told_as_such(store):
    saved(store, stop("by-sea", 2, role="leaves", mentions="", basis="inferred"), who="bo")
    saved(store, stop("by-sea", 3, role="arrives", mentions="", basis="inferred"), who="bo")
    accept(store, unit(store), "ada")
    renumbered = changed(store, "stops", "by-sea:3", order="2")
    saved(store, removed(store, "stops", "by-sea:2"), renumbered, who="bo")
    saved(store, added("mentions", "other"), who="bo")
    saved(store, changed(store, *STOP, mentions="other"), removed(store, *MENTION), who="bo")
    found = {(c.key, None if c.after is None else c.key_after) for c in unit(store).changes}
    assert found == {
        ("by-sea:2", None), ("by-sea:3", "by-sea:2"), ("by-sea:1", "by-sea:1"),
        ("other", "other"), ("port", None),
    }  # fmt: skip


def test_a_stop_that_went_to_another_journey_is_missed_in_the_first(store):
    new_journey(store, "by-land", stop("by-sea", 2), who="bo")
    accept(store, unit(store), "ada")
    moved = changed(store, "stops", "by-sea:2", journey="by-land", order="2")
    saved(store, moved, who="bo")
    assert [(c.key, c.after) for c in unit(store).changes] == [("by-sea:2", None)]


def test_a_place_or_a_source_that_was_changed_for_something_else_is_not_part_of_it(store):
    write(store, "ada", ("places", "dalian"), note="x")
    assert ("places", "dalian") not in unit(store).rows
    both = changed(store, "places", "dalian", note="y"), changed(store, *STOP, note="x")
    saved(store, *both, who="ada")
    assert differs(store)["dalian"] == ["note"]


def test_a_review_that_was_undone_is_none_until_the_undo_is_undone(store):
    write(store, "bo", note="x")
    undone = undo(store, accept(store, unit(store), "ada").id, "ada")
    assert waiting(store) == {"by-sea": CHANGED}
    assert differs(store) == {"by-sea": ["note"]}
    assert unit(store).last.who == "bo"
    undo(store, undone.id, "ada")
    assert waiting(store) == {}


def test_a_returned_journey_says_why_until_it_is_changed(store):
    write(store, "ada", note="x")
    return_for_changes(store, unit(store), "bo", "The year is missing.")
    assert (unit(store).returned.who, unit(store).returned.why) == ("bo", "The year is missing.")
    assert waiting(store) == {"by-sea": RETURNED}
    return_for_changes(store, unit(store), "bo", "Still missing.")
    told = [(line.act, line.why) for line in history(store, *JOURNEY)][1:]
    assert told == [("rejected", "The year is missing."), ("rejected", "Still missing.")]
    with pytest.raises(OwnWork):
        accept(store, unit(store), "ada")
    write(store, "ada", STOP, note="1996, she says.")
    assert unit(store).returned is None
    assert waiting(store) == {"by-sea": CHANGED}
    with pytest.raises(ValueError, match="Say why"):
        return_for_changes(store, unit(store), "bo", " ")


def test_sending_back_makes_a_reviewed_journey_a_draft_and_leaves_its_mentions(store):
    accept(store, unit(store), "ada")
    write(store, "bo", note="x")
    return_for_changes(store, unit(store), "ada", "No.")
    assert (status(store), status(store, *MENTION)) == ("draft", "reviewed")


@pytest.mark.parametrize("judged", [accept, lambda *a: return_for_changes(*a, "Why.")])
def test_what_was_changed_after_it_was_looked_at_is_a_conflict(judged, store):
    seen = unit(store)
    write(store, "ada", STOP, note="x")
    saved(store, stop("by-sea", 2), who="ada")
    before = store.version(), store.history_version()
    with pytest.raises(Conflict) as conflict:
        judged(store, seen, "bo")
    assert {(row.key, row.before is None) for row in conflict.value.rows} == {
        ("by-sea:1", False), ("by-sea:2", True),
    }  # fmt: skip
    assert (store.version(), store.history_version()) == before


def test_a_journey_that_was_removed_meanwhile_is_a_conflict(store):
    new_journey(store, "other")
    seen = desk(store).journey("other")
    rows = ("stops", "other:1"), ("journeys", "other")
    saved(store, *(removed(store, *row) for row in rows))
    with pytest.raises(Conflict) as conflict:
        accept(store, seen, "bo")
    assert {row.now for row in conflict.value.rows} == {None}


def test_the_choice_of_what_is_public_is_a_change_only_where_it_changes_the_row(store):
    tables = store_of(publication=csv_of("publication", {"place": "country", "reason": "x"}))
    row = rows_by_key(tables, "publication")["by-sea"]
    assert publication_change(unit(store), None) is None
    assert publication_change(unit(store), row) == Change("publication", "by-sea", None, row)
    there = unit(tables)
    assert publication_change(there, row) is None
    assert publication_change(there, None) == Change("publication", "by-sea", row, None)
    coarser = {**row, "date": "year"}
    assert publication_change(there, coarser) == Change("publication", "by-sea", row, coarser)
    assert there.last is None


def proposed(store, who, *changes):
    """A proposal of these changes."""
    over = Overlay(store)
    saved(over, *changes, who=who)
    return over.proposal


@pytest.mark.parametrize("row", [JOURNEY, STOP, MENTION])
def test_what_one_person_accepted_alone_waits_for_a_second_look_and_no_more_then(row, store):
    accept(store, unit(store), "cho")
    agree(store, proposed(store, "ada", changed(store, *row, note="x")), "ada", alone=True)
    assert waiting(store) == {"by-sea": CHANGED}
    with pytest.raises(OwnWork):
        accept(store, unit(store), "ada")
    accept(store, unit(store), "bo")
    assert waiting(store) == {} and status(store) == "reviewed"


@pytest.mark.parametrize("row", [JOURNEY, STOP, MENTION])
@pytest.mark.parametrize(
    ("later", "words"), [(JOURNEY, {"title": "By ship"}), (STOP, {"role": "hid"})]
)
def test_what_one_person_accepted_alone_is_not_reviewed_by_agreeing_to_something_else(
    row, later, words, store
):
    accept(store, unit(store), "cho")
    agree(store, proposed(store, "ada", changed(store, *row, note="x")), "ada", alone=True)
    agree(store, proposed(store, "bo", changed(store, *later, **words)), "ada")
    assert waiting(store) == {"by-sea": CHANGED} and "note" in differs(store)[row[1]]
    assert is_own_work(unit(store), " ADA") and not is_own_work(unit(store), "bo")
    with pytest.raises(OwnWork):
        accept(store, unit(store), "ada")
    accept(store, unit(store), "bo")
    assert waiting(store) == {} and status(store) == "reviewed"


def test_words_that_a_second_person_accepted_since_are_nobodys_own(store):
    write(store, "ada", note="x")
    agree(store, proposed(store, "bo", changed(store, *JOURNEY, title="By ship")), "cho")
    assert status(store) == "draft" and not any(map(unit_is_own(store), ("ada", "bo", "cho")))
    return_for_changes(store, unit(store), "cho", "No.")
    assert unit_is_own(store)("bo") and not unit_is_own(store)("ada")


def unit_is_own(store):
    return lambda who: is_own_work(unit(store), who)


@pytest.mark.parametrize("row", [JOURNEY, STOP, MENTION])
def test_what_two_people_stood_behind_needs_no_second_look(row, store):
    accept(store, unit(store), "cho")
    agree(store, proposed(store, "ada", changed(store, *row, note="x")), "bo")
    assert waiting(store) == {}


def test_words_that_no_stop_uses_are_reviewed_by_their_text(store):
    saved(store, added("mentions", "one"), added("mentions", "two"), who="ada")
    saved(store, added("mentions", "three"), who="bo")
    source = desk(store).source("interview")
    assert [key for _, key in source.settles] == ["one", "two", "three"]
    assert waiting(store) == {"by-sea": NEVER, "interview": CHANGED}
    with pytest.raises(OwnWork):
        accept(store, source, "bo")
    accept(store, desk(store).source("interview", ["one", "two"]), "bo")
    assert status(store, "mentions", "two") == "reviewed"
    assert [key for _, key in desk(store).source("interview").settles] == ["three"]
    return_for_changes(store, desk(store).source("interview"), "ada", "No place.")
    assert waiting(store)["interview"] == RETURNED
    write(store, "bo", ("mentions", "one"), note="x")
    assert waiting(store)["interview"] == CHANGED
    assert [change.after for change in desk(store).source("interview", ["one"]).changes] == [
        {column: text for column, text in rows_by_key(store, "mentions")["one"].items()
         if text and column != "status"}
    ]  # fmt: skip


def test_a_text_of_which_only_some_words_were_returned_still_needs_review(store):
    saved(store, added("mentions", "one"), added("mentions", "two"), who="ada")
    return_for_changes(store, desk(store).source("interview", ["one"]), "bo", "No place.")
    assert waiting(store)["interview"] == CHANGED
    return_for_changes(store, desk(store).source("interview", ["two"]), "bo", "No date.")
    assert waiting(store)["interview"] == RETURNED


def test_the_review_of_one_journey_does_not_touch_another_that_shares_its_words(store):
    new_journey(store, "by-land")
    other = desk(store).journey("by-land")
    accept(store, other, "bo")
    assert waiting(store) == {"by-sea": NEVER}


def test_nobody_made_the_last_change_of_what_has_no_history(store):
    assert unit(store).last is None and not unit(store).has_history
    assert desk(store).source("nowhere").settles == []
    with pytest.raises(KeyError):
        desk(store).journey("nowhere")
    with pytest.raises(ValueError, match="no change to save"):
        save(store, [], "bo", "", now(store))


def test_words_accepted_alone_stay_their_writers_in_a_journey_that_was_reviewed_before(store):
    agree(store, proposed(store, "bo", added("mentions", "quay")), "bo", alone=True)
    accept(store, unit(store), "cho")  # of which no stop rests on them yet
    rests = changed(store, *STOP, mentions="port;quay")
    agree(store, proposed(store, "ada", rests), "bo")
    assert ("mentions", "quay") in unit(store).settles
    assert "quay" in differs(store) and is_own_work(unit(store), "bo")
    with pytest.raises(OwnWork):
        accept(store, unit(store), "bo")
    accept(store, unit(store), "ada")
    assert status(store, "mentions", "quay") == "reviewed"
