"""Rows that name a stop follow it where it gets another key, or goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from annotations.tables.changes import Change, rows_by_key
from annotations.tables.sheets import Cells, Tables

# What a row counts from, and then what says nothing without it.
COUNTED = {"stops": ("after", "duration", "tolerance"), "mentions": ("anchor",)}
# What says nothing where a row has neither a date nor a length of time.
OF_DATE = ("date_basis", "date_certainty")


def followed(table: str, cells: Cells, moves: Mapping[str, str]) -> Cells:
    """A row of stops or mentions that counts from the new key of what it counted from.

    `moves` has the new keys by the old ones, "" for what goes: then it counts from nothing. It is
    the same row where what it counts from is not among them.
    """
    column = COUNTED[table][0]
    before = cells.get(column, "")
    if before not in moves:
        return cells
    after = moves[before]
    changed = {column: after} if after else dict.fromkeys(uncounted(table, cells), "")
    return {**cells, **changed}


def uncounted(table: str, cells: Cells) -> tuple[str, ...]:
    """The columns that a row has to leave empty once it counts from nothing."""
    of_date = () if cells.get("date") else tuple(filter(cells.get, OF_DATE))
    return (*COUNTED[table], *of_date)


def stop_moves(changes: Iterable[Change]) -> dict[str, str]:
    """The new key of each stop that gets another one by these changes; "" of one that goes."""
    found = {
        change.key: "" if change.after is None else change.key_after
        for change in changes
        if change.table == "stops" and change.before is not None
    }
    return {key: now for key, now in found.items() if key != now}


def rows_that_follow(
    tables: Tables, moves: Mapping[str, str], own: Collection[tuple[str, str]]
) -> Iterator[Change]:
    """Changes of the rows besides `own`, by table and key, that let them name the same stops.

    What counted from a stop that goes counts from nothing; its row of `publication.csv` goes too.
    """
    if not moves:
        return
    for table, (column, *_) in COUNTED.items():
        for key, row in rows_by_key(tables, table).items():
            if (table, key) not in own and row.get(column) in moves:
                yield Change(table, key, row, followed(table, row, moves))
    for key, row in rows_by_key(tables, "publication").items():
        if ("publication", key) not in own and key in moves:
            after = {**row, "record": moves[key]} if moves[key] else None
            yield Change("publication", key, row, after)
