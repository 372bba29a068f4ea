"""Rows that count from another one follow it where it gets another key, or goes."""

from __future__ import annotations

from collections.abc import Mapping

from annotations.tables.sheets import Cells

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
