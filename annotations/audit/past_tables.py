"""The tables as they were around a save, worked out backwards from what they are now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from annotations.store import Line, Row, Store
from annotations.tables import TABLES, Cells, Change, Snapshot, rows_by_key, told_cells


def tables_around(store: Store, lines: Sequence[Line], save: str) -> tuple[Snapshot, Snapshot]:
    """The tables before and after a save, as the history tells; all `lines`, the oldest first.

    Rows that the history does not tell of are as they are now, and so is a table that cannot be
    read. Raises `LookupError` for a save that is not there.
    """
    at = next((n for n, line in enumerate(lines) if line.save == save), None)
    if at is None:
        raise LookupError(f"no save '{save}' in the history.")
    later = next((n for n in range(at, len(lines)) if lines[n].save != save), len(lines))
    return _tables_before(store, lines[at:]), _tables_before(store, lines[later:])


def _tables_before(store: Store, lines: Sequence[Line]) -> Snapshot:
    """The tables as they were before the first of these lines, which are the newest ones."""
    names = {line.table for line in lines if line.table in TABLES}
    names = {name for name in names if not store.table(name).broken}
    now = {(name, key): row for name in names for key, row in rows_by_key(store, name).items()}
    then = dict(now)
    for _save, group in groupby(reversed(lines), key=lambda line: line.save):
        take_back(then, [line for line in group if line.key and line.table in names])
    changes = list(_changes(now, then))
    return store.trial(changes)[1] if changes else store.snapshot()


def take_back(rows: dict[Row, Cells], save: Sequence[Line]) -> None:
    """Put the rows of a save back to what they were before it, as far as its lines tell."""
    save = [line for line in save if not line.cut]
    for line in save:
        if line.after is not None:
            rows.pop((line.table, line.change.key_after), None)
    for line in save:
        if line.before is not None:
            rows[line.table, line.key] = line.before


def _changes(now: Mapping[Row, Cells], then: Mapping[Row, Cells]) -> Iterator[Change]:
    for table, key in {**now, **then}:
        row, was = now.get((table, key)), then.get((table, key))
        if told_cells(row) != told_cells(was):
            yield Change(table, key, row, was)
