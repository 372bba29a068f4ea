"""Review by a second person: nothing is reviewed by whoever wrote any of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotations.collection import TABLE
from annotations.proposals import OwnWork
from annotations.review.desk import Desk, rows_of
from annotations.review.unit import Unit
from annotations.review.writers import is_of
from annotations.saving import DRAFT, REVIEWED_ROW, STATUS, commit
from annotations.store import REJECTED, REVIEWED, Act, Saved, Store, trail
from annotations.tables import (
    Cells,
    Change,
    Clash,
    Conflict,
    Snapshot,
    key_of,
    started_from,
    told_cells,
)


def accept(store: Store, unit: Unit, who: str) -> Saved:
    """Set the status of what a unit settles to `reviewed`.

    `unit` is what was looked at: where any row of it is another one by now, that is a `Conflict`.
    Raises `OwnWork`, `ValueError` for a unit that has nothing to settle, and what `save` raises.
    """
    return _committed(store, unit, _with_status(unit, REVIEWED_ROW), Act(who, "", REVIEWED))


def return_for_changes(store: Store, unit: Unit, who: str, reason: str) -> Saved:
    """Return a unit to its writer for changes, as a draft; the reason stands in the history.

    Raises `ValueError` without a reason, and what `accept` raises, but for `OwnWork`.
    """
    if not reason.strip():
        raise ValueError("Say why it is returned, so that its writer can correct it.")
    changes = _with_status(unit, DRAFT)
    own = changes[:1] if unit.table == "journeys" else changes
    return _committed(store, unit, own, Act(who, reason, REJECTED))


def is_own_work(unit: Unit, who: str) -> bool:
    """True for whoever wrote any of it: see `Unit.written`. One without history is nobody's."""
    return is_of(unit.written, who)


def publication_change(unit: Unit, row: Cells | None) -> Change | None:
    """The change that makes this the row of a journey in `publication.csv`; None for no change.

    A `row` of None is no row: the journey is published as it stands.
    """
    now = unit.publication
    if told_cells(now) == told_cells(row):
        return None
    return Change(TABLE, key_of(TABLE, now or row or {}), now, row)


def _with_status(unit: Unit, status: str) -> list[Change]:
    return [
        Change(table, key, unit.rows[table, key], {**unit.rows[table, key], STATUS: status})
        for table, key in unit.settles
    ]


def _committed(store: Store, unit: Unit, changes: Sequence[Change], act: Act) -> Saved:
    return commit(store, changes, act, started_from(changes), _still(store, unit, act, changes))


def _still(
    store: Store, unit: Unit, act: Act, changes: Sequence[Change]
) -> Callable[[Snapshot], None]:
    """Whether the unit is still what was looked at, and nobody's own work."""

    def check(before: Snapshot) -> None:
        now = Desk(rows_of(before), trail(store.lines()))
        wanted = {(change.table, change.key): change.after for change in changes}
        rows = dict.fromkeys((*unit.rows, *_same_unit(now, unit).rows))
        clashes = []
        for row in rows:
            seen, there = unit.rows.get(row), now.tables[row[0]].get(row[1])
            if told_cells(seen) != told_cells(there):
                clashes.append(Clash(*row, seen, there, wanted.get(row, seen)))
        if clashes:
            raise Conflict(clashes)
        if act.act == REVIEWED and is_own_work(_same_unit(now, unit), act.who):
            raise OwnWork(f"{act.who} wrote some of it. Somebody else has to review it.")

    return check


def _same_unit(now: Desk, unit: Unit) -> Unit:
    """The unit as it is now; the one that was seen where its journey was removed."""
    if unit.table == "sources":
        return now.source(unit.key, [key for _, key in unit.settles])
    return now.journey(unit.key) if unit.key in now.tables["journeys"] else unit
