"""A withdrawal takes the lines of rows that stay, and it is still known who wrote these."""

import pytest

from annotations.audit.past_tables import tables_around
from annotations.audit.since import audit, changes_a_row
from annotations.proposals.acts import OwnWork, agree
from annotations.proposals.overlay import Overlay
from annotations.review.acts import accept, is_own_work
from annotations.review.desk import desk
from annotations.review.lone_rows import accept_row, lone_rows
from annotations.review.unit import CHANGED
from annotations.saving.saves import undo
from annotations.tables.changes import rows_by_key
from annotations.withdraw.plan import planned, withdraw
from annotations.withdraw.proof import proof
from annotations.withdraw.subject import Subject
from tests.collections import csv_of
from tests.stores import added, changed, disagreements, history, removed, saved, store_in
from tests.two_journeys import OPEN

SEA, LAND = Subject("by-sea"), ("stops", "by-land:1")


@pytest.fixture
def store(tmp_path):
    """Two journeys, one of which goes; the other one counts from it, and was reviewed."""
    store = store_in(tmp_path, **OPEN)
    accept(store, land(store), "cho")
    return store


def land(store):
    return desk(store).journey("by-land")


def alone(store, who, *changes, why="") -> None:
    """Changes that one person proposes and accepts on a machine of one."""
    saved(over := Overlay(store), *changes, who=who, why=why or "a test")
    agree(store, over.proposal, who, alone=True)


def by_two(store, who, other, *changes) -> None:
    saved(over := Overlay(store), *changes, who=who)
    agree(store, over.proposal, other)


def taken_out(store, subject=SEA) -> None:
    """Withdraw, and search all that is left for what was withdrawn."""
    plan = withdraw(store, subject)
    found = [line for line in proof(store, plan).found if "history" in line]
    assert found == [] and disagreements(store) == []


def test_whoever_wrote_a_row_alone_cannot_review_it_though_its_lines_are_gone(store):
    alone(store, "ada", changed(store, *LAND, after="by-sea:1", role="hid"))
    taken_out(store)
    assert rows_by_key(store, "stops")["by-land:1"]["role"] == "hid"
    assert land(store).waits == CHANGED and is_own_work(land(store), " Ada")
    with pytest.raises(OwnWork):
        accept(store, land(store), "ada")
    accept(store, land(store), "ben")
    assert land(store).waits == ""


def test_the_line_says_who_and_when_and_what_the_row_is_now(store):
    alone(store, "ada", changed(store, *LAND, after="by-sea:1", role="hid"), why="As by-sea.")
    (was,) = history(store, *LAND)
    taken_out(store)
    (line,) = history(store, *LAND)
    assert (line.who, line.time, line.save) == ("ada", was.time, was.save)
    assert (line.before, line.why, line.thinned, line.cut) == (None, "", True, True)
    assert line.after["role"] == "hid" and "after" not in line.after
    with pytest.raises(LookupError, match="not whole"):
        undo(store, line.save, "ben")


def test_each_writer_is_kept_whom_nobody_has_agreed_with_and_nobody_else(store):
    by_two(store, "dan", "cho", changed(store, *LAND, note="A long way."))
    alone(store, "ada", changed(store, *LAND, role="hid"))
    alone(store, "ben", changed(store, *LAND, tolerance="P1D"))
    alone(store, "ada", changed(store, *LAND, role="hides"))
    taken_out(store)
    assert sorted(line.who for line in history(store, *LAND)) == ["ada", "ben"]
    for who in ("ada", "ben"):
        with pytest.raises(OwnWork):
            accept(store, land(store), who)
    accept(store, land(store), "dan")


def test_of_a_row_that_two_stand_behind_no_line_is_left(store):
    by_two(store, "ada", "ben", changed(store, *LAND, role="hid"))
    taken_out(store)
    assert history(store, *LAND) == [] and land(store).waits == ""


def test_whom_the_review_of_the_journey_agreed_with_is_not_kept(store):
    saved(store, changed(store, *LAND, role="hid"), who="ada")
    accept(store, land(store), "cho")
    alone(store, "ben", changed(store, *LAND, note="A long way."))
    taken_out(store)
    assert [line.who for line in history(store, *LAND)] == ["ben"]
    accept(store, land(store), "ada")


def test_lines_that_are_left_follow_upon_the_one_that_says_who_wrote_before(store):
    alone(store, "ada", changed(store, *LAND, role="hid"))
    alone(store, "ada", changed(store, *LAND, after="", duration=""))
    alone(store, "ben", changed(store, *LAND, note="A long way."))
    kept = history(store, *LAND)[-1]
    taken_out(store)
    first, last = history(store, *LAND)
    assert last == kept and (first.who, first.after) == ("ada", kept.before)
    assert is_own_work(land(store), "ada") and is_own_work(land(store), "ben")


def test_a_row_of_no_journey_that_one_wrote_alone_still_waits_for_another(store):
    event = changed(store, "events", "famine", title="Hunger")
    alone(store, "ada", event, why="Read beside by-sea.")
    taken_out(store)
    (row,) = lone_rows(desk(store))
    with pytest.raises(OwnWork):
        accept_row(store, row, "ada")
    accept_row(store, row, "ben")
    assert lone_rows(desk(store)) == ()


def test_a_removed_row_that_comes_back_is_still_its_writers(store):
    cells = {"order": "2", "mentions": "", "basis": "inferred", "sources": "page"}
    stop = added("stops", "by-land:2", journey="by-land", **cells)
    alone(store, "ada", stop, why="Read beside by-sea.")
    gone = saved(store, removed(store, "stops", "by-land:2"), who="ben")
    taken_out(store)
    undo(store, gone.id, "cho")
    assert [line.who for line in history(store, "stops", "by-land:2")] == ["ada", "ben", "cho"]
    assert is_own_work(land(store), "ada")


def test_what_the_row_still_tells_of_it_is_not_in_the_line(store):
    alone(store, "ada", changed(store, *LAND, role="hid", note="She left with Mike Kim by boat."))
    with_person = Subject(names=("Mike Kim",))
    assert "Mike Kim" in rows_by_key(store, "stops")["by-land:1"]["note"]
    plan = withdraw(store, with_person)
    assert [line for line in proof(store, plan).found if "history" in line] == []
    (line,) = history(store, *LAND)
    assert (line.who, line.after["role"]) == ("ada", "hid") and "note" not in line.after
    assert is_own_work(land(store), "ada")


def test_the_next_withdrawal_keeps_the_writer_too(store):
    alone(store, "ada", changed(store, *LAND, role="hid", after="famine"))
    for subject in (SEA, Subject("famine")):
        taken_out(store, subject)
        (line,) = history(store, *LAND)
        assert line.who == "ada" and line.cut
    assert planned(store, Subject("other")).report


def test_stops_that_get_other_numbers_keep_who_wrote_them(tmp_path):
    stops = (
        {"mentions": "port;shared"},
        {"order": "2", "sources": "page", "mentions": "", "basis": "inferred"},
        {"order": "3", "mentions": "", "basis": "inferred", "role": "rests"},
        {"order": "4", "mentions": "", "basis": "inferred", "role": "sleeps"},
    )
    store = store_in(tmp_path, **{**OPEN, "stops": csv_of("stops", *stops)})
    accept(store, desk(store).journey("by-sea"), "cho")
    alone(store, "ada", changed(store, "stops", "by-sea:3", role="hid"))
    alone(store, "ben", changed(store, "stops", "by-sea:4", role="walked"))
    taken_out(store, Subject("page"))
    assert [line.who for line in history(store, "stops", "by-sea:2")][:1] == ["ada"]
    assert [line.who for line in history(store, "stops", "by-sea:3")][:1] == ["ben"]
    for who in ("ada", "ben"):
        with pytest.raises(OwnWork):
            accept(store, desk(store).journey("by-sea"), who)
    accept(store, desk(store).journey("by-sea"), "cho")


def test_the_line_makes_no_row_new_in_what_became_public(store):
    before = saved(store, changed(store, "journeys", "by-land", note="On foot."), who="dan")
    alone(store, "ada", changed(store, *LAND, role="hid"))
    taken_out(store)
    found = audit(store)
    (line,) = history(store, *LAND)
    assert not changes_a_row(line) and before.id in found.saves
    assert set(tables_around(store, found.lines, before.id)[0].table("stops").by_key) == {LAND[1]}
