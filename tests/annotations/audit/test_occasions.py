"""Every save that visitors saw is told once, with what they saw of it then and see of it now."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from annotations.audit import occasions
from annotations.audit.occasions import is_alone, occasion
from annotations.audit.past_tables import tables_around
from annotations.audit.since import audit
from annotations.collection.load import load
from annotations.collection.profiles import TABLE
from annotations.proposals.acts import agree
from annotations.proposals.hide import hide
from annotations.proposals.overlay import Overlay
from annotations.publication.publish import published
from annotations.records import Collection
from annotations.review.acts import accept
from annotations.review.desk import desk
from annotations.saving.saves import save, undo
from annotations.store.memory.store import MemoryStore
from annotations.tables.changes import Change, Conflict, Refused, rows_by_key, started_from
from annotations.tables.schema import TABLES
from annotations.withdraw.plan import withdraw
from annotations.withdraw.subject import Subject
from tests.collections import csv_of
from tests.stores import (
    added,
    bytes_of,
    changed,
    path_of,
    removed,
    saved,
    store_in,
    store_of,
)

PUBLIC = [name for name in TABLES if name != TABLE]


def taken_in(store, *changes: Change, by: str = "ben", alone: bool = False) -> str:
    """Propose changes and accept them; the id of the save."""
    made = save(Overlay(store), changes, "ada", "a test", started_from(changes))
    return agree(store, store.proposals.load(made.id), by, alone=alone).save


def told(store, save_id: str) -> list[tuple[str, str, str, str]]:
    """Each row of a save: table, what it did, what visitors saw then, what became of it."""
    rows = occasion(store, audit(store), save_id).rows
    return [(row.line.table, row.effect, row.after, row.since.fate) for row in rows]


def test_a_changed_count_is_public_until_it_is_changed_again():
    store = store_of()
    key = "2002:2002:ministry"
    first = taken_in(store, changed(store, "arrivals", key, total="1242", men="610"))
    assert told(store, first) == [("arrivals", "changed", "whole", "stands")]
    assert audit(store).is_public(first)
    second = taken_in(store, changed(store, "arrivals", key, total="1142", men="510"))
    assert told(store, first) == [("arrivals", "changed", "whole", "changed")]
    assert not audit(store).is_public(first) and audit(store).is_public(second)
    (row,) = occasion(store, audit(store), first).rows
    assert row.since.by and row.since.by.save == second


def test_a_row_that_is_withheld_when_it_is_written_did_not_become_public():
    store = store_of()
    hide(store, "by-sea", "ada", "She asked us.", asked=True)
    done = taken_in(store, changed(store, "stops", "by-sea:1", role="swims"))
    assert told(store, done) == [("stops", "unseen", "nothing", "stands")]
    assert occasion(store, audit(store), done).seen == ()
    assert not audit(store).is_public(done)


def test_a_row_that_is_shown_in_less_detail_became_public_only_so():
    store = store_of()
    hide(store, "by-sea", "ada", "A small place.", {"place": "country"})
    done = taken_in(store, changed(store, "stops", "by-sea:1", role="swims"))
    assert told(store, done) == [("stops", "changed", "less", "stands")]


def test_hiding_and_showing_again_are_occasions_of_their_record():
    store = store_of()
    hidden = hide(store, "by-sea", "ada", "She asked us.").id
    assert told(store, hidden) == [(TABLE, "hidden", "nothing", "stands")]
    shown = taken_in(store, changed(store, TABLE, "by-sea", place="as-is", date="as-is"))
    assert told(store, shown) == [(TABLE, "shown", "whole", "stands")]
    assert told(store, hidden) == [(TABLE, "hidden", "nothing", "changed")]


def test_what_was_hidden_since_is_public_no_more():
    store = store_of()
    done = taken_in(store, changed(store, "stops", "by-sea:1", role="swims"))
    assert audit(store).is_public(done)
    hide(store, "by-sea", "ada", "She asked us.")
    (row,) = occasion(store, audit(store), done).rows
    assert (row.after, row.since.fate, row.since.sight) == ("whole", "stands", "nothing")
    assert not audit(store).is_public(done)


def test_new_and_removed_rows_are_told_as_such():
    store = store_of()
    done = taken_in(store, added("names", "A Pastor"))
    assert told(store, done) == [("names", "new", "whole", "stands")]
    gone = taken_in(store, removed(store, "names", "A Pastor"))
    assert told(store, gone) == [("names", "removed", "nothing", "stands")]
    assert told(store, done) == [("names", "new", "whole", "gone")]


def test_a_removed_row_whose_key_another_one_took_is_told_of_and_its_save_can_be_undone():
    store = store_of()
    taken_in(store, added("names", "A Pastor"), added("names", "Another Pastor"))
    done = taken_in(store, *key_taken(store))
    both = [("names", "removed", "nothing", "stands"), ("names", "changed", "whole", "stands")]
    assert told(store, done) == both and audit(store).is_as_left(done)
    gone = taken_in(store, removed(store, "names", "A Pastor"))
    assert [fate for _, _, _, fate in told(store, done)] == ["stands", "gone"]
    assert not audit(store).is_as_left(done)
    assert [line.save for line in audit(store).later(done)] == [gone]


def key_taken(store) -> list[Change]:
    """One row is removed, and another one gets its key."""
    other = changed(store, "names", "Another Pastor", name="A Pastor")
    return [removed(store, "names", "A Pastor"), other]


def test_an_undo_puts_a_row_whose_key_another_one_took_back_as_it_was_written(tmp_path):
    store = store_in(tmp_path)
    saved(store, added("names", "A Pastor"), added("names", "Another Pastor"), added("names", "X"))
    path = path_of(tmp_path, "names")
    path.write_text(path.read_text().replace("A Pastor", '"A Pastor"'))
    before = path.read_bytes()
    undo(store, saved(store, *key_taken(store)).id, "ada")
    assert path.read_bytes() == before


def test_a_row_that_gets_another_key_is_followed():
    store = store_of()
    done = taken_in(store, changed(store, "arrivals", "2002:2002:ministry", note="A count."))
    taken_in(store, changed(store, "arrivals", "2002:2002:ministry", start_year="2001"))
    assert told(store, done) == [("arrivals", "changed", "whole", "changed")]


def test_what_one_person_accepted_alone_is_told_so_and_who_looked_at_it_later():
    store = store_of(journeys=csv_of("journeys", {"status": "reviewed"}))
    alone = taken_in(store, changed(store, "journeys", "by-sea", title="By air"), alone=True)
    assert not any(map(is_alone, store.lines(save=alone)))
    alone = taken_in(
        store, changed(store, "journeys", "by-sea", title="By ship"), by="ada", alone=True
    )
    assert all(map(is_alone, store.lines(save=alone)))
    accept(store, desk(store).journey("by-sea"), "cho")
    (row,) = occasion(store, audit(store), alone).rows
    assert row.since.fate == "stands" and row.since.reviewed and row.since.reviewed.who == "cho"
    assert "status" in [effect for _, effect, _, _ in told(store, store.lines()[-1].save)]


def test_a_withdrawal_is_told_without_what_it_took():
    store = store_of()
    taken_in(store, changed(store, "journeys", "by-sea", title="By air"))
    taken_in(store, changed(store, "places", "dalian", note="A port."),
             changed(store, "stops", "by-sea:1", role="swims"))  # fmt: skip
    withdraw(store, Subject("by-sea"))
    last = store.lines()[-1]
    assert next(iter(audit(store).saves)) == last.save
    assert told(store, last.save) == []
    assert "by-sea" not in repr(audit(store).saves)


def test_rows_that_no_line_tells_of_are_counted_once():
    store = store_of()
    before = audit(store).untold
    taken_in(store, added("names", "A Pastor"), changed(store, "journeys", "by-sea", title="Air"))
    assert audit(store).untold == before - 1


def test_a_save_that_is_not_there_is_not_told_of():
    with pytest.raises(LookupError):
        tables_around(store_of(), [], "none")


def test_an_occasion_that_is_undone_leaves_every_byte_of_the_tables_as_it_was(tmp_path):
    store = store_in(tmp_path)
    before = bytes_of(tmp_path)
    count = changed(store, "arrivals", "2002:2002:ministry", note='A "count".')
    done = taken_in(store, added("names", "A Pastor"), count)
    made = undo(Overlay(store), done, "ada")
    agree(store, store.proposals.load(made.id), "ben")
    assert {**bytes_of(tmp_path), "history": b""} == before
    assert [fate for _, _, _, fate in told(store, done)] == ["undone", "undone"]
    assert audit(store).undone[done].reviewers == ("ben",)


def rows_of(tables) -> dict:
    """All rows of the tables, by table and key."""
    found = {name: dict(rows_by_key(tables, name)) for name in TABLES}
    return {n: {k: {c: t for c, t in r.items() if t} for k, r in f.items()}
            for n, f in found.items()}  # fmt: skip


def public(collection: Collection) -> dict:
    """What visitors read of each row, by table and key."""
    shown = published(collection)
    stops = [stop for journey in shown.journeys.values() for stop in journey.stops]
    return {
        **{(t, k): r for t in ("sources", "places", "mentions", "events")
           for k, r in getattr(shown, t).items()},
        **{("journeys", k): (j.title, j.summary, j.status) for k, j in shown.journeys.items()},
        **{("stops", s.id): (s.place, s.role, s.date, s.note) for s in stops},
        **{("arrivals", f"{a.start_year}:{a.end_year}:{a.series}"): a for a in shown.arrivals},
        **{("names", name.name): name for name in shown.names},
    }  # fmt: skip


LEVELS = some.sampled_from(["as-is", "country", "withheld"])
ACTS = some.one_of(
    some.tuples(some.just("title"), some.sampled_from(["By air", "By ship", "By foot"])),
    some.tuples(some.just("role"), some.sampled_from(["swims", "sails"])),
    some.tuples(some.just("total"), some.sampled_from(["1142", "1242"])),
    some.tuples(some.just("place"), LEVELS),
    some.tuples(some.just("name"), some.sampled_from(["A Pastor", "B Pastor"])),
    some.tuples(some.just("order"), some.just("")),
    some.tuples(some.just("undo"), some.integers(0, 3)),
)  # fmt: skip


def change_of(store, what: str, to) -> list[Change]:
    """The changes that a drawn act makes."""
    if what == "title":
        return [changed(store, "journeys", "by-sea", title=to)]
    if what == "role":
        return [changed(store, "stops", "by-sea:1", role=to)]
    if what == "total":
        men = str(int(to) - 632)
        return [changed(store, "arrivals", "2002:2002:ministry", total=to, men=men)]
    if what == "name":
        there = to in rows_by_key(store, "names")
        return [removed(store, "names", to) if there else added("names", to)]
    if what == "order":
        return swapped(store)
    date = "withheld" if to == "withheld" else "as-is"
    if "by-sea" in rows_by_key(store, TABLE):
        return [changed(store, TABLE, "by-sea", place=to, date=date)]
    return [added(TABLE, "by-sea", place=to, date=date)]


def swapped(store) -> list[Change]:
    """The two stops of the journey in the other order, each with the key of the other."""
    rows = rows_by_key(store, "stops")
    if "by-sea:2" not in rows:
        return [added("stops", "by-sea:2", journey="by-sea", order="2")]
    pairs = (("by-sea:1", "2"), ("by-sea:2", "1"))
    return [Change("stops", key, rows[key], {**rows[key], "order": to}) for key, to in pairs]


@given(some.lists(ACTS, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_every_row_that_visitors_read_differently_has_exactly_one_occasion(acts):
    store: MemoryStore = store_of()
    states = {"": rows_of(store)}
    seen = {"": public(load(store.snapshot()).collection)}
    order = [""]
    for what, to in acts:
        with suppress(Conflict, Refused, ValueError, LookupError):
            if what == "undo":
                done = undo(store, order[max(len(order) - 1 - to, 1)], "ben").id
            else:
                done = saved(store, *change_of(store, what, to)).id
            order.append(done)
            states[done] = rows_of(store)
            seen[done] = public(load(store.snapshot()).collection)
    now = audit(store)
    assert set(now.saves) <= set(order[1:])
    for was, done in pairwise(order):
        differ = {row for row in seen[was] | seen[done]
                  if seen[was].get(row) != seen[done].get(row)}  # fmt: skip
        if done not in now.saves:
            assert not differ
            continue
        before, after = tables_around(store, now.lines, done)
        assert (rows_of(before), rows_of(after)) == (states[was], states[done])
        rows = occasion(store, now, done).seen
        assert bool(rows) >= bool(differ)
        own = {row for each in rows for row in keys(each.line)}
        if TABLE not in {row.line.table for row in rows}:
            assert {row for row in differ if row[0] in own_tables(rows)} <= own


def keys(line) -> set[tuple[str, str]]:
    """The row of a line under both of its keys."""
    return {(line.table, line.key), (line.table, line.change.key_after)}


def own_tables(rows) -> set[str]:
    """The tables of which a save changed rows."""
    return {row.line.table for row in rows}


@given(some.lists(ACTS, min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_an_occasion_that_is_undone_and_accepted_leaves_the_tables_as_they_were(acts):
    store = store_of()
    for what, to in acts:
        if what != "undo":
            with suppress(Conflict, Refused, ValueError):
                saved(store, *change_of(store, what, to))
    last = next(iter(audit(store).saves), "")
    if not last:
        return
    before = tables_around(store, store.lines(), last)[0]
    with suppress(Refused):
        made = undo(Overlay(store), last, "ada")
        found = store.proposals.load(made.id)
        for who in ("ben", "cho"):
            if found.is_open:
                found = agree(store, found, who)
        assert rows_of(store) == rows_of(before)
        assert not audit(store).is_public(last)


def test_where_nothing_was_hidden_no_record_is_read_anew(monkeypatch):
    store = store_of()
    plain = taken_in(store, changed(store, "arrivals", "2002:2002:ministry", note="A count."))
    hidden = hide(store, "by-sea", "ada", "She asked us.").id
    now = audit(store)
    assert now.hiding == {hidden}
    monkeypatch.setattr(occasions, "load", None)
    assert occasion(store, now, plain).seen
    with pytest.raises(TypeError):
        occasion(store, now, hidden)


def test_a_table_that_cannot_be_read_stops_nobody_from_looking_at_the_others():
    store = store_of(names="nonsense\n")
    saved(store, changed(store, "arrivals", "2002:2002:ministry", note="A count."))
    (done,) = audit(store).saves
    before, after = tables_around(store, store.lines(), done)
    assert rows_of(before)["arrivals"] != rows_of(after)["arrivals"]
