"""Saving changes to rows: whole or not at all, checked, held against what others did meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_hex

from annotations.saving import history
from annotations.saving.history import SAVED, UNDONE, WITHDRAWN, Line
from annotations.saving.new_problems import refuse_new_problems
from annotations.saving.review_rules import left_to_review
from annotations.store import Busy, Edit, Store, TableText, edited, held_table, in_order, written
from annotations.tables import (
    Cells,
    Change,
    Clash,
    Conflict,
    Refused,
    Version,
    row_version,
    started_from,
    told_cells,
)


@dataclass(frozen=True)
class Act:
    """Who saves, why, and what the save is: see `annotations.saving.history.Line`."""

    who: str
    why: str
    act: str = SAVED
    undoes: str = ""


@dataclass(frozen=True)
class Saved:
    """A save that stands on the disk: its id, by which it can be undone, and its changes."""

    id: str
    time: str
    changes: tuple[Change, ...]


def save(store: Store, changes: Sequence[Change], who: str, why: str, based_on: Version) -> Saved:
    """Write the changes to their tables and to the history, all of them or none.

    `based_on` is what `annotations.tables.changes.versions` gave when the writer started; rows that
    others changed since, but this save does not touch, are no obstacle. Raises `Conflict`,
    `Refused`, also for what only a review may do, `Busy`, `Interrupted`; `ValueError` where there
    is no change, nobody who makes it, or one row is changed twice.
    """
    return commit(store, [Edit(change) for change in changes], Act(who, why), based_on)


def undo(store: Store, save_id: str, who: str) -> Saved:
    """Save the reverse of a save: its rows are again as they were written before.

    Raises `Conflict` where a row was changed since, `Refused` where other rows count on it by
    now, `LookupError` for a save that the history does not have, or not whole, because a record
    of it was withdrawn, and what `save` raises.
    """
    lines = history.of_save(history.lines_of(store.history()), save_id)
    if not lines:
        raise LookupError(f"no save '{save_id}' in the history.")
    if any(line.thinned or line.act == WITHDRAWN for line in lines):
        told = "a record was withdrawn. What is left of it cannot be undone."
        raise LookupError(f"save '{save_id}' is not whole: {told}")
    edits = [_reverse(line) for line in lines]
    act = Act(who, f"undo: {lines[0].why}", UNDONE, save_id)
    return commit(store, edits, act, started_from(edit.change for edit in edits))


def _reverse(line: Line) -> Edit:
    change = Change(line.table, line.change.key_after, before=line.after, after=line.before)
    return Edit(change, line.text, line.place)


def commit(
    store: Store,
    edits: Sequence[Edit],
    act: Act,
    based_on: Version,
    still: Callable[[], None] = lambda: None,
) -> Saved:
    """What `save` does, for edits of any kind of save.

    `still` is called when nobody else can write any more, and raises what speaks against it.
    """
    _refuse_nonsense(edits, act)
    with store.locked():
        still()
        held = {table: held_table(store, table) for table in {e.change.table for e in edits}}
        edits = sorted(edits, key=lambda edit: _position(held, edit.change))
        _refuse_clashes(held, [edit.change for edit in edits], based_on)
        changed = {
            name: edited(table, [edit for edit in edits if edit.change.table == name])
            for name, table in held.items()
        }
        changes = tuple(edit.change for edit in edits)
        if act.act == SAVED and (problems := [*left_to_review(store, held, changed, changes)]):
            raise Refused(problems)
        refuse_new_problems(store, held, changed, changes)
        saved = Saved(*id_and_time(), changes)
        lines = "".join(history.to_json(_line(held, change, act, saved)) for change in changes)
        _refuse_edited_by_hand(store, held)
        data = {name: table.data for name, table in changed.items()}
        store.write({n: new for n, new in data.items() if new != held[n].data}, lines)
    return saved


def _refuse_nonsense(edits: Sequence[Edit], act: Act) -> None:
    if not edits:
        raise ValueError("There is no change to save.")
    if not act.who.strip():
        raise ValueError("Say who makes the change.")
    for text in (act.who, act.why):
        text.encode()  # half a character is a UnicodeEncodeError, which is a ValueError
    before = [(e.change.table, e.change.key) for e in edits if e.change.before is not None]
    after = [(e.change.table, e.change.key_after) for e in edits if e.change.after is not None]
    for keys in (before, after):
        if len(set(keys)) < len(keys):
            raise ValueError("A row is changed twice in one save.")
    for change in (edit.change for edit in edits):
        if change.before is None and change.key != change.key_after:
            raise ValueError(f"The new row of '{change.key}' has the key '{change.key_after}'.")


def _refuse_clashes(
    held: Mapping[str, TableText], changes: Sequence[Change], based_on: Version
) -> None:
    """Raise `Conflict` with each row that is not what the change and its writer started from."""
    left = {(c.table, c.key) for c in changes if c.before is not None}
    clashes = []
    for change in changes:
        rows, at = held[change.table].rows, (change.table, change.key)
        now, taken = rows.get(change.key), rows.get(change.key_after)
        if change.before is not None and not _is_as_before(change, now, based_on.get(at)):
            clashes.append(Clash(*at, change.before, now, change.after))
        elif taken is not None and (change.table, change.key_after) not in left:
            clashes.append(Clash(change.table, change.key_after, None, taken, change.after))
    if clashes:
        raise Conflict(clashes)


def _refuse_edited_by_hand(store: Store, held: Mapping[str, TableText]) -> None:
    """Raise `Busy` where somebody wrote a table meanwhile who does not wait for others."""
    for name, table in held.items():
        if store.raw(name) != table.data:
            raise Busy(f"{name}.csv was changed from outside at this very moment. Try again.")


def _is_as_before(change: Change, now: Cells | None, version: str | None) -> bool:
    told = told_cells(now)
    return now is not None and told == told_cells(change.before) and row_version(now) == version


def _position(held: Mapping[str, TableText], change: Change) -> tuple[str, float]:
    """Rows by table and as they stand in it, new ones last."""
    index = held[change.table].index.get(change.key) if change.before is not None else None
    return change.table, float("inf") if index is None else index


def id_and_time() -> tuple[str, str]:
    """The id of a save that is made now, and the time in UTC."""
    now = datetime.now(UTC)
    return f"{now:%Y%m%d-%H%M%S}-{token_hex(4)}", now.isoformat(timespec="milliseconds")


def _line(held: Mapping[str, TableText], change: Change, act: Act, saved: Saved) -> Line:
    """The line of a change: it tells how the row was written, where its cells do not."""
    table, text, place = held[change.table], None, None
    before = None if change.before is None else table.rows[change.key]
    if change.before is not None:
        text = table.by_key[change.key].body
        place = table.place(change.key) if change.after is None else None
    return Line(
        time=saved.time, who=act.who.strip(), why=act.why.strip(), act=act.act,
        table=change.table, key=change.key,
        before=told_cells(change.before), after=told_cells(change.after),
        save=saved.id, undoes=act.undoes, place=place,
        text=None if before is None or text == written(in_order(table, before)) else text,
    )  # fmt: skip
