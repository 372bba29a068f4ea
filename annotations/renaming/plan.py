"""A renaming as a whole: what becomes of everything that names a record, and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import yaml

from annotations.check import check
from annotations.problems import Problem, RowPlace, did_you_mean, shown
from annotations.references import journey_and_order
from annotations.renaming.new_id import NewId
from annotations.renaming.story import story_with
from annotations.saving import added
from annotations.store import RENAMED, Held, Line, Removal, Renamed, Store, id_and_time
from annotations.tables import FORMS, TABLES, Cells, Snapshot, Tables, told_cells

WITH_ID = tuple(name for name, table in TABLES.items() if table.key == ("id",))
WHY = "It has another id now."


class NotRenamed(ValueError):
    """A record cannot get another id; says why and what to do."""


def rename(store: Store, old: str, new: str, who: str, redirect: bool = True) -> Removal:
    """Give a record another id in everything that names it: all of it, or nothing.

    An old link leads to the record where that is wanted, and `may_be_led_to` allows it.
    Raises `NotRenamed`, and what `Store.forget` raises.
    """
    return store.forget(lambda: planned(store, old, new, who, redirect))


def may_be_led_to(tables: Tables, record: str) -> bool:
    """True for a journey or an event that is public just as the tables have it.

    Who guesses an id of somebody who is shown in less detail must not learn that it was theirs.
    """
    if record in tables.table("events").by_key:
        return True
    named = {journey_and_order(key)[0] for key in tables.table("publication").by_key}
    return record in tables.table("journeys").by_key and record not in named


def planned(store: Store, old: str, new: str, who: str, redirect: bool = True) -> Removal:
    """What a renaming would do; nothing is written. Raises `NotRenamed`."""
    before = store.snapshot()
    new_id = _new_id(store, before, old, new)
    if _is_named_in_a_draft(store, new_id):
        told = "A draft of somebody names it."
        raise NotRenamed(f"{told} Let it be saved or discarded in Annotate or Import first.")
    plan = _planned(store, before, new_id, who)
    if new_id.table != "places":  # a place is nobody's, and is not withdrawn
        plan = replace(plan, renamed=Renamed(old, new, redirect and may_be_led_to(before, old)))
    report = (*_done(store, before, plan, new_id), *_left(store, before, plan, new_id))
    return replace(plan, report=tuple(map(str, report)))


def _is_named_in_a_draft(store: Store, new_id: NewId) -> bool:
    drafts = (copy for copy in store.copies() if copy.kind == "draft")
    return any(new_id.is_left_in("\n".join(copy.texts)) for copy in drafts)


def _new_id(store: Store, tables: Snapshot, old: str, new: str) -> NewId:
    """The table of a record and its ids, where it can be renamed or already is."""
    if broken := [problem for sheet in tables.tables.values() for problem in sheet.broken]:
        raise NotRenamed(f"{broken[0]} Correct the table first.")
    if not FORMS["id"].fullmatch(new):
        raise NotRenamed(f"{shown(new)} is no id. Write lower-case words joined by hyphens.")
    if old == new:
        raise NotRenamed(f"{shown(old)} is its id already. Give another one.")
    having = [name for name in WITH_ID if old in tables.tables[name].by_key]
    if len(having) > 1:
        names = " and ".join(f"{name}.csv" for name in having)
        raise NotRenamed(f"{shown(old)} is an id in {names}. It cannot be told which is meant.")
    if having:
        _refuse_taken(store, tables, having[0], old, new)
        return NewId(having[0], old, new)
    known = [key for name in WITH_ID for key in tables.tables[name].by_key]
    remedy = did_you_mean(old, known) or " Write the id of a row of a table."
    raise NotRenamed(f"no record {shown(old)}.{remedy}")


def _refuse_taken(store: Store, tables: Snapshot, table: str, old: str, new: str) -> None:
    """Raise `NotRenamed` for an id that another record has, had once, or is proposed with."""
    now = [name for name in WITH_ID if new in tables.tables[name].by_key]
    lines = (past.line for past in store.past() if past.line and past.line.table == table)
    once = any(new in (line.key, line.change.key_after) for line in lines)
    once |= store.redirects.record_of(new) not in (None, old)
    if now or once:
        where = f"{(now or [table])[0]}.csv" + ("" if now else ", or was once")
        raise NotRenamed(f"{shown(new)} is the id of another record in {where}. Choose another.")
    waiting = (change for each in store.proposals.all() if each.is_open for change in each.changes)
    if any(c.table in WITH_ID and c.after is not None and c.key_after == new for c in waiting):
        told = f"{shown(new)} is the id of another record in an open proposal."
        raise NotRenamed(f"{told} Choose another, or let it be accepted or dropped first.")


def _planned(store: Store, before: Snapshot, new_id: NewId, who: str) -> Removal:
    """What becomes of tables, stories, history, proposals and pages."""
    rows = {name: _rows(before, name, new_id) for name in TABLES}
    lines = {past.place.line: (past.line, new_id.line(past.line))
             for past in store.past() if past.line}  # fmt: skip
    pages = (copy for copy in store.copies() if copy.kind == "page")
    proposals = (each for each in store.proposals.all() if new_id.differs(each))
    return Removal(
        rows={name: changed for name, changed in rows.items() if changed},
        stories=_stories(store, new_id),
        lines={number: (now,) for number, (was, now) in lines.items() if now != was},
        added=_line(before, new_id, who),
        copies=frozenset(c.ref for c in pages if new_id.is_left_in("\n".join(c.texts))),
        proposals=tuple(map(new_id.proposal, proposals)),
    )


def _rows(tables: Snapshot, name: str, new_id: NewId) -> Mapping[str, Cells | None]:
    """The rows of a table that change."""
    sheet = tables.tables[name]
    rows = ((row.id, sheet.cells(row)) for row in sheet.rows)
    return {key: now for key, was in rows if (now := new_id.cells(name, was)) != was}


def _stories(store: Store, new_id: NewId) -> Mapping[str, str | None]:
    """The stories that change. Raises `NotRenamed` for one that cannot be read and may name it."""
    found: dict[str, str | None] = {}
    for name in store.stories.names():
        text = store.stories.exact(name)
        if not new_id.is_left_in(text):
            continue
        try:
            now = story_with(text, new_id)
        except (yaml.YAMLError, RecursionError):
            told = f"stories/{name} cannot be read, and names it."
            raise NotRenamed(f"{told} Correct it first.") from None
        if now != text:
            found[name] = now
    return found


def _line(tables: Snapshot, new_id: NewId, who: str) -> Line:
    """The line that tells of it, and not which id the record had."""
    save, time = id_and_time()
    row = tables.tables[new_id.table].by_key[new_id.old]
    cells = told_cells(new_id.cells(new_id.table, row))
    return Line(time, who, WHY, RENAMED, new_id.table, new_id.new, cells, cells, save)


def _done(store: Store, before: Snapshot, plan: Removal, new_id: NewId) -> Iterator[Problem]:
    """Where the id changes."""
    for name, rows in plan.rows.items():
        for row in (row for row in before.tables[name].rows if row.id in rows):
            cells, now = before.tables[name].cells(row), rows[row.id] or {}
            columns = [column for column in cells if cells[column] != now[column]]
            yield from (Problem(row.place, column, "renamed") for column in columns)
    for name in sorted(plan.stories):
        yield Problem(RowPlace(f"stories/{name}", 1), "", "renamed in its steps")
    if plan.lines:
        place = RowPlace(store.history_name, min(plan.lines))
        yield Problem(place, "", f"renamed in lines: {len(plan.lines)}")
    for proposal in plan.proposals:
        yield Problem(RowPlace(f"proposal {proposal.id}", 1), "", "renamed")
    for copy in store.copies():
        if copy.kind == "reading" and copy.about == (new_id.old,):
            yield Problem(RowPlace(copy.name, 1), "", "renamed")


def _own_files(store: Store) -> Iterator[str]:
    """The files that are searched by their rows, steps and lines, as `Store.held` names them."""
    yield from (*TABLES, *(table.path for table in TABLES.values()))
    for name in (store.history_name, *(f"stories/{name}" for name in store.stories.names())):
        yield from (name, f"annotations/{name}")


def _unknown_in(each: Held, new_id: NewId) -> Iterator[Problem]:
    """What the text of a file does not say: its name, and that it could not be opened."""
    if each.unread:
        told = f"could not be searched for '{new_id.old}' ({each.unread}). Let it be read"
        yield Problem(RowPlace(each.name, 0), "", f"{told}, and search it.")
    if new_id.is_left_in(each.name):
        told = f"has '{new_id.old}' in its name. Rename or remove it."
        yield Problem(RowPlace(each.name, 0), "", told)


def _left(store: Store, before: Snapshot, plan: Removal, new_id: NewId) -> Iterator[Problem]:
    """What still names the record for a person to rewrite, and problems that are new."""
    after, stories = store.without(plan)
    texts = [(row.place, row.written) for sheet in after.tables.values() for row in sheet.rows]
    texts += [(u.problem.place, u.written) for s in after.tables.values() for u in s.unread]
    texts += [(RowPlace(f"stories/{n}", 1), stories.exact(n)) for n in stories.names()]
    own = {RowPlace(name, 1) for name in _own_files(store)}
    for each in () if new_id.is_a_word else store.held(plan):
        place = RowPlace(each.name, 1)
        texts += [(place, each.text)] if place not in own and each.kind != "draft" else []
        yield from _unknown_in(each, new_id)
    for place, text in () if new_id.is_a_word else texts:
        for number, line in enumerate(text.splitlines()):
            if new_id.is_left_in(line):
                there = RowPlace(place.file, place.line + number)
                yield Problem(there, "", f"still says '{new_id.old}'. Rewrite it.")
    for past in store.past():
        if past.line is None and new_id.is_left_in(past.written):
            yield Problem(past.place, "", f"cannot be read, and says '{new_id.old}'. Rewrite it.")
    changed = {*plan.rows, *(f"stories/{name}" for name in plan.stories)}
    problems = check(before, stories=store.stories), check(after, stories=stories)
    yield from sorted(added(*problems, changed, {}))
