"""Changes to rows as data: which row, what it was and what it becomes, and why not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotations.problems import Problem
from annotations.tables.schema import key_of, table_of
from annotations.tables.sheets import Cells, Tables

Version = Mapping[tuple[str, str], str]
Start = tuple[str, str, bool]  # table, key before, and whether the row is new


@dataclass(frozen=True)
class Change:
    """One row before and after: `before` is None for a new row, `after` for a removed one.

    `key` is that of the row before (of the new row, where there was none); `after` may have
    another one, as when stops are counted anew. Both are whole rows: a column that is left out
    is empty. A change that changes nothing is a remark, which stands in the history alone.
    """

    table: str
    key: str
    before: Cells | None
    after: Cells | None

    @property
    def start(self) -> Start:
        """The row that it starts from, which no other change of a save has.

        A new row may have the key that another one leaves in the same save.
        """
        return self.table, self.key, self.before is None

    @property
    def changes_nothing(self) -> bool:
        """True for a remark."""
        return told_cells(self.before) == told_cells(self.after)

    @property
    def key_after(self) -> str:
        """The key of the row once it is changed; the key that it had for a removed one."""
        return self.key if self.after is None else key_of(self.table, self.after)


def change_as_read(table: object, key: object, before: object, after: object) -> Change:
    """A change as some file tells it. Raises `ValueError` where it is none of rows of a table."""
    if not (isinstance(table, str) and isinstance(key, str)):
        raise ValueError("A table and a key are texts.")
    table_of(table)
    return Change(table, key, _cells(before), _cells(after))


def _cells(told: object) -> Cells | None:
    if told is None:
        return None
    if isinstance(told, dict) and all(isinstance(each, str) for each in (*told, *told.values())):
        return told
    raise ValueError("A row is a text for each of its columns.")


@dataclass(frozen=True)
class Clash:
    """A row that is not what a writer started from: as it was, as it is now, as was wanted."""

    table: str
    key: str
    before: Cells | None
    now: Cells | None
    wanted: Cells | None


class Conflict(Exception):
    """Rows were changed by somebody else meanwhile; nothing was written. See `rows`."""

    def __init__(self, rows: Sequence[Clash]) -> None:
        self.rows = tuple(rows)
        named = ", ".join(f"'{row.key}' of {row.table}.csv" for row in self.rows)
        super().__init__(f"Changed by somebody else meanwhile: {named}. Look again, then save.")


class Refused(Exception):
    """The tables would have problems that they do not have now; nothing was written.

    `problems` give lines of the tables as they would be.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def row_version(cells: Cells) -> str:
    """A short digest of what stands in a row; an empty column is as good as none."""
    told = json.dumps(told_cells(cells), sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def told_cells(cells: Cells | None) -> Cells | None:
    """The cells that are not empty, or None for no row: what makes two rows the same."""
    return None if cells is None else {column: text for column, text in cells.items() if text}


def rows_by_key(tables: Tables, table: str) -> Mapping[str, Cells]:
    """The rows that have the shape of their header, by key; of several with one key the first."""
    return tables.table(table).by_key


def versions(tables: Tables, *names: str) -> Version:
    """What a writer starts from: the version of each row of these tables, by table and key."""
    return {
        (table, key): row_version(cells)
        for table in names
        for key, cells in rows_by_key(tables, table).items()
    }


def started_from(changes: Iterable[Change]) -> Version:
    """The same, for a writer who started from the rows that the changes hold as `before`."""
    return {
        (change.table, change.key): row_version(change.before)
        for change in changes
        if change.before is not None
    }
