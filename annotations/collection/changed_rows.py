"""Tables beside what they were: which rows changed, and which are gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotations.tables import TABLES, Sheet, WrittenRow

MOST_ROWS = 5_000


class ReadWhole(Exception):
    """Whether the tables hold cannot be said from what changed in them alone."""


@dataclass(frozen=True)
class Difference:
    """A table as it is, and what is not as it was: rows by key, and the keys of those gone."""

    now: Sheet
    rows: Mapping[str, WrittenRow]
    gone: frozenset[str]
    is_moved: bool

    @property
    def is_none(self) -> bool:
        """True where every row is what it was, where it was."""
        return not (self.rows or self.gone or self.is_moved)


def difference(before: Sheet, now: Sheet) -> Difference:
    """What changed in a table that had no problem. Raises `ReadWhole` where it may have one now."""
    if before is now:
        return Difference(now, {}, frozenset(), False)
    no_rows = not now.rows and not TABLES[now.table].may_be_empty
    if before.columns != now.columns or now.broken or now.unread or now.twice or no_rows:
        raise ReadWhole
    was = before.first
    rows = {
        row.key: row
        for row in now.rows
        if (old := was.get(row.key)) is None or (old is not row and old.cells != row.cells)
    }
    gone = frozenset(was.keys() - now.first.keys())
    if len(rows) + len(gone) > MOST_ROWS:
        raise ReadWhole
    return Difference(now, rows, gone, list(was.values()) != list(now.first.values()))
