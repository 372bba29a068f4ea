"""What is saved over a proposal goes into it, and the tables never hear of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from annotations.proposals.composition import composed
from annotations.proposals.overlay import Overlay, laid_over
from annotations.saving.saves import save
from annotations.store.proposals import BrokenProposal, Moved, of_data, to_data
from annotations.tables.changes import Change, Conflict, rows_by_key, started_from
from tests.stores import added, changed, removed, store_in, store_of


def proposed(over: Overlay, *changes: Change, who: str = "ada", why: str = "a test"):
    """Save changes over a proposal."""
    return save(over, changes, who, why, started_from(changes))


def rows(tables) -> dict[str, dict[str, str]]:
    """The rows of one table that changes here."""
    return {key: dict(cells) for key, cells in rows_by_key(tables, "names").items()}


def test_a_save_over_the_tables_leaves_every_byte_of_them_and_their_history(tmp_path):
    store = store_in(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.csv")}
    over = Overlay(store)
    proposed(over, added("names", "A Pastor"), changed(store, "journeys", "by-sea", title="By air"))
    assert {path: path.read_bytes() for path in before} == before
    assert store.lines() == []
    new = {p.relative_to(tmp_path).parts[0] for p in tmp_path.rglob("*") if p.is_file()}
    assert new - {"annotations", "geodata"} == {".proposals"}


def test_the_rows_of_a_proposal_are_read_over_the_tables_and_only_there():
    store = store_of()
    over = Overlay(store)
    proposed(over, added("names", "A Pastor"))
    assert "A Pastor" in rows(over) and "A Pastor" not in rows(store)
    again = Overlay(store, store.proposals.all()[0])
    assert rows(again) == rows(over) and again.version() != store.version()


def test_an_overlay_without_a_proposal_is_the_tables():
    store = store_of()
    assert Overlay(store).version() == store.version()
    assert Overlay(store).snapshot() == store.snapshot()


def test_a_second_save_extends_the_proposal_and_names_whoever_wrote_each_row():
    store = store_of()
    over = Overlay(store)
    proposed(over, added("names", "A Pastor"), added("names", "B Pastor"))
    proposed(over, changed(over, "names", "B Pastor", reason="Another."), who="ben")
    (found,) = store.proposals.all()
    writers = {row.change.key: row.writer for row in found.rows}
    assert writers == {"A Pastor": "ada", "B Pastor": "ben"}
    assert [event.deed for event in found.events] == ["proposed", "changed"]


def test_what_comes_back_to_the_tables_is_in_the_proposal_no_more():
    store = store_of()
    over = Overlay(store)
    proposed(over, added("names", "A Pastor"), changed(store, "journeys", "by-sea", title="By air"))
    was = rows_by_key(store, "journeys")["by-sea"]["title"]
    proposed(over, removed(over, "names", "A Pastor"))
    assert [change.table for change in store.proposals.all()[0].changes] == ["journeys"]
    proposed(over, changed(over, "journeys", "by-sea", title=was))
    assert store.proposals.all()[0].state == "dropped"


def test_somebody_who_saw_an_older_proposal_does_not_write_over_the_newer_one():
    store = store_of()
    over = Overlay(store)
    proposed(over, added("names", "A Pastor"))
    first, second = (Overlay(store, store.proposals.all()[0]) for _ in range(2))
    proposed(first, added("names", "B Pastor"))
    with pytest.raises(Moved):
        proposed(second, added("names", "C Pastor"))
    assert "C Pastor" not in rows(first)


def test_a_row_that_the_tables_changed_since_is_shown_as_they_have_it_and_named():
    store = store_of()
    over = Overlay(store)
    proposed(over, changed(store, "journeys", "by-sea", title="By air"), added("names", "A Pastor"))
    direct = [changed(store, "journeys", "by-sea", title="By foot")]
    save(store, direct, "ben", "", started_from(direct))
    again = Overlay(store, store.proposals.all()[0])
    assert [(clash.table, clash.key) for clash in again.clashes] == [("journeys", "by-sea")]
    assert rows_by_key(again, "journeys")["by-sea"]["title"] == "By foot"
    assert "A Pastor" in rows(again)
    proposed(again, changed(again, "journeys", "by-sea", title="By air"))
    assert again.clashes == ()
    assert rows_by_key(again, "journeys")["by-sea"]["title"] == "By air"


def test_a_change_of_a_row_that_the_overlay_does_not_have_is_a_conflict():
    store = store_of()
    over = Overlay(store)
    proposed(over, changed(store, "journeys", "by-sea", title="By air"))
    with pytest.raises(Conflict):
        proposed(over, changed(store, "journeys", "by-sea", title="By foot"))


def test_a_proposal_that_cannot_be_read_is_named_and_hides_no_other(tmp_path):
    store = store_in(tmp_path)
    proposed(Overlay(store), added("names", "A Pastor"))
    (tmp_path / ".proposals" / "broken.json").write_text("{")
    assert len(store.proposals.all()) == 1
    assert "broken.json" in store.proposals.broken()[0]
    with pytest.raises(BrokenProposal, match="move it away"):
        store.proposals.load("broken")


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("id", "a" * 500), ("source", "\ud800"),
        *(("row", wrong) for wrong in (
            {"table": "nope", "after": None}, {"key": ["A"]}, {"before": "text"}, {"after": []},
            {"after": {"name": 5}}, {"before": None, "after": None},
        )),
        ("event", {"who": "\ud800"}),
    ],
)  # fmt: skip
def test_a_proposal_of_another_shape_is_named_and_hides_no_other(tmp_path, name, wrong):
    store = store_in(tmp_path)
    proposed(Overlay(store), added("names", "A Pastor"))
    (found,) = store.proposals.all()
    told = json.loads(to_data(found))
    if name == "row":
        told["rows"][0]["change"] |= wrong
    elif name == "event":
        told["events"][0] |= wrong
    else:
        told[name] = wrong
    (tmp_path / ".proposals" / "other.json").write_text(json.dumps(told), encoding="utf-8")
    assert store.proposals.all() == (found,)
    (said,) = store.proposals.broken()
    assert "other.json cannot be read." in said and said.encode()


def test_a_proposal_is_read_as_it_was_written():
    store = store_of()
    proposed(Overlay(store), added("names", "A Pastor"), why="Ünï “quoted”")
    (found,) = store.proposals.all()
    assert of_data(to_data(found)) == found


STEPS = some.lists(
    some.dictionaries(
        some.sampled_from("ABCD"),
        some.tuples(some.sampled_from("ABCDx"), some.sampled_from("123")),
        max_size=3,
    ),
    min_size=1,
    max_size=5,
)


def changes_of(step, there) -> list[Change]:
    """A step as changes of the rows that are there: new, removed, renamed and changed ones."""
    changes: list[Change] = []
    taken: set[str] = set()
    for key, (new, reason) in step.items():
        row = there.get(key)
        if row is None:
            after = {**added("names", key).after, "reason": reason}
        elif new == "x":
            after = None
        else:
            after = {**row, "name": new, "reason": reason}
        name = after["name"] if after else ""
        if row == after or name in taken or (name != key and (name in there or name in step)):
            continue
        taken.add(name or key)
        changes.append(Change("names", key, row, after))
    return changes


@settings(max_examples=100, deadline=None)
@given(STEPS)
def test_saves_one_after_the_other_lay_over_the_tables_what_they_would_have_written(steps):
    directly, below = store_of(), store_of()
    start = [added("names", letter) for letter in "AB"]
    for store in (directly, below):
        save(store, start, "ada", "", started_from(start))
    over = Overlay(below)
    for step in steps:
        changes = changes_of(step, rows(directly))
        if not changes:
            continue
        save(directly, changes, "ada", "", started_from(changes))
        if over.proposal and not over.proposal.is_open:
            over = Overlay(below)
        save(over, changes, "ada", "", started_from(changes))
        laid = over if over.proposal and over.proposal.is_open else below
        assert rows(laid) == rows(directly)


def test_composition_keeps_a_swap_of_two_keys():
    store = store_of()
    start = [added("names", letter, reason=letter) for letter in "AB"]
    save(store, start, "ada", "", started_from(start))
    there = rows_by_key(store, "names")
    swap = [
        Change("names", "A", there["A"], {**there["A"], "name": "B"}),
        Change("names", "B", there["B"], {**there["B"], "name": "A"}),
    ]
    once = composed((), swap, "ada")
    seen = rows_by_key(laid_over(store, once)[0], "names")
    assert (seen["A"]["reason"], seen["B"]["reason"]) == ("B", "A")
    then = composed(once, [Change("names", "A", seen["A"], {**seen["A"], "reason": "c"})], "ben")
    assert rows_by_key(laid_over(store, then)[0], "names")["A"]["reason"] == "c"
