"""Tables of a store in memory, and what becomes of them with changes and without rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from annotations.problems import RowPlace
from annotations.store.acts import in_columns, refuse_broken, refuse_clashes
from annotations.tables import (
    Cells,
    Change,
    Sheet,
    Snapshot,
    Version,
    WrittenRow,
    key_of,
    written,
)


def changed(before: Snapshot, changes: Sequence[Change], based_on: Version) -> Snapshot:
    """The tables after these changes; raises what `Store.save` does before it checks."""
    refuse_broken(before, changes)
    refuse_clashes(before, changes, based_on)
    tables = dict(before.tables)
    for name in {change.table for change in changes}:
        own = [change for change in changes if change.table == name]
        tables[name] = _with_changes(before.table(name), own)
    return replace(before, tables=tables)


def _with_changes(sheet: Sheet, changes: Sequence[Change]) -> Sheet:
    """Changed rows in their places, new ones at the end."""
    wanted = {change.key: change.after for change in changes if change.before is not None}
    rows: list[Cells] = []
    for row in sheet.rows:
        after = wanted.pop(row.key) if row.key in wanted else sheet.cells(row)
        if after is not None:
            rows.append(after)
    rows += (change.after for change in changes if change.before is None and change.after)
    return with_rows(sheet, rows)


def without(sheet: Sheet, rows: Mapping[str, Cells | None]) -> Sheet:
    """A table without the rows that go, and with other cells in those that change."""
    if not rows:
        return sheet
    left = (rows[row.id] if row.id in rows else sheet.cells(row) for row in sheet.rows)
    return with_rows(sheet, (cells for cells in left if cells is not None))


def with_rows(sheet: Sheet, rows: Iterator[Cells] | Sequence[Cells]) -> Sheet:
    """The table with these rows, counted from 1."""
    found: list[WrittenRow] = []
    keys: set[str] = set()
    for number, cells in enumerate(rows, start=1):
        key = key_of(sheet.table, cells)
        told = in_columns(sheet.columns, cells)
        row_id = f"{key}#{number}" if key in keys else key
        keys.add(key)
        place = RowPlace(sheet.table, number)
        found.append(WrittenRow(row_id, key, place, tuple(told), f"{written(told)}\n"))
    return replace(sheet, place=RowPlace(sheet.table, 0), rows=tuple(found))
