"""Tables as rows that are written down: what every reader is given, whatever keeps them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

from annotations.problems import Problem, Problems, RowPlace
from annotations.tables.row import Row
from annotations.tables.schema import TABLES

Cells = Mapping[str, str]


class WrittenRow(NamedTuple):
    """A row of a table as it is written: its key, where it stands, its cells and its CSV text.

    `id` tells it from every other row of its table: it is the key, and for a second row of a key
    the key with the line behind it. The text ends its line.
    """

    id: str
    key: str
    place: RowPlace
    cells: tuple[str, ...]
    written: str

    @property
    def line(self) -> int:
        """The line of its place."""
        return self.place.line


@dataclass(frozen=True, slots=True)
class Unread:
    """What stands among the rows and cannot be read as one: the problem, and the text."""

    problem: Problem
    written: str


@dataclass(frozen=True)
class Sheet:
    """A table as it is written, at one moment.

    `header` is the line of its columns and `place` where that stands. `broken` says why no row
    can be a record: then `columns` may be others than the table should have. What is `unread` is
    not among the rows.
    """

    table: str
    columns: tuple[str, ...]
    header: str
    place: RowPlace
    rows: tuple[WrittenRow, ...]
    broken: tuple[Problem, ...] = ()
    unread: tuple[Unread, ...] = ()

    def column(self, name: str) -> list[str]:
        """The cells of a column, empty ones where it is missing in the header."""
        if name not in self.columns:
            return [""] * len(self.rows)
        position = self.columns.index(name)
        return [row.cells[position] for row in self.rows]

    def cells(self, row: WrittenRow) -> dict[str, str]:
        """The cells of a row by their columns."""
        return dict(zip(self.columns, row.cells, strict=True))

    @cached_property
    def first(self) -> Mapping[str, WrittenRow]:
        """The row of each key; of several with one key the first."""
        found = {row.key: row for row in self.rows}
        if len(found) < len(self.rows):
            found = {row.key: row for row in reversed(self.rows)}
            found = {row.key: found[row.key] for row in self.rows}
        return found

    @cached_property
    def by_key(self) -> Mapping[str, Cells]:
        """The rows that can be records, by key; of several with one key the first."""
        return _Rows(self.columns, {} if self.broken else self.first)

    def place_of(self, key: str) -> RowPlace:
        """Where the first row of a key stands; where there is none, the table as a whole."""
        return self.first[key].place if key in self.first else RowPlace(self.place.file, 0)

    @cached_property
    def twice(self) -> frozenset[str]:
        """The keys that more than one row has."""
        if len(self.first) == len(self.rows):
            return frozenset()
        counts = Counter(row.key for row in self.rows)
        return frozenset(key for key, count in counts.items() if count > 1)


class _Rows(Mapping[str, Cells]):
    """The cells of the rows of a sheet by key, each put together when it is asked for."""

    def __init__(self, columns: Sequence[str], first: Mapping[str, WrittenRow]) -> None:
        self._columns, self._first = columns, first

    def __getitem__(self, key: str) -> Cells:
        return dict(zip(self._columns, self._first[key].cells, strict=True))

    def __contains__(self, key: object) -> bool:
        return key in self._first

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)

    def __repr__(self) -> str:
        return repr(dict(self))


class Tables(Protocol):
    """Where rows are read: a store as it is now, or what it was at one moment."""

    def table(self, name: str) -> Sheet:
        """The rows of a table of the schema; one that cannot be opened has none, and says why."""


@dataclass(frozen=True)
class Snapshot:
    """Every table at one moment, none of them with half a save; `version` is that of the store."""

    version: str
    tables: Mapping[str, Sheet]

    def table(self, name: str) -> Sheet:
        """See `Tables.table`."""
        return self.tables[name]


def sheets(tables: Tables) -> Mapping[str, Sheet]:
    """Every table by its name."""
    return {name: tables.table(name) for name in TABLES}


def read_rows(sheet: Sheet, problems: Problems) -> Iterator[Row]:
    """The rows of a table that can be read as records; everything else is a problem."""
    problems += sheet.broken
    if sheet.broken:
        return
    problems += (each.problem for each in sheet.unread)
    for row in sheet.rows:
        yield Row(sheet.table, row.place, sheet.cells(row), problems)
    if not (sheet.rows or sheet.unread or TABLES[sheet.table].may_be_empty):
        told = "has no row below its header. Add the first one."
        problems.append(Problem(sheet.place, "", told, sheet.table))
