"""Rows that count from another one follow it where it gets another key, or goes."""

from __future__ import annotations

from collections.abc import Mapping

from annotations.tables.sheets import Cells

# What a row counts from, and then what says nothing without it.
COUNTED = {"stops": ("after", "duration", "tolerance"), "mentions": ("anchor",)}


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
    return {**cells, column: after} if after else {**cells, **dict.fromkeys(COUNTED[table], "")}
