"""A table that loses rows and references: which rows go, and what the cells of others become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotations.problems import RowPlace
from annotations.references import citations
from annotations.tables import TABLES, Cells, Sheet, WrittenRow
from annotations.withdraw.alone import Tells
from geodata.cells import parts


@dataclass(frozen=True)
class TableRow:
    """A row as it stands by now: what tells it from others, its key, its place and its cells."""

    id: str
    key: str
    place: RowPlace
    cells: Cells

    @property
    def text(self) -> str:
        """All that the row says, a cell a line."""
        return "\n".join(self.cells.values())

    def cell(self, column: str) -> str:
        """A cell, empty where the row has no such column."""
        return self.cells.get(column, "").strip()

    def parts(self, column: str) -> tuple[str, ...]:
        """The parts of a cell between semicolons."""
        return parts(self.cell(column))

    @property
    def cites(self) -> tuple[str, ...]:
        """The sources that the row cites, or that its words stand in."""
        cited = citations(self.cell("sources") or self.cell("source"))
        return tuple(dict.fromkeys(each.source for each in cited))


@dataclass(frozen=True)
class Staying:
    """A row that stays, as it was before a withdrawal and as it is after it."""

    was: Cells
    now: Cells

    def with_key(self, table: str, tells: Tells) -> Cells:
        """The row by the key that its lines give it; by its new one where that would tell."""
        key = {column: self.was.get(column, "") for column in TABLES[table].key}
        return self.now if any(tells(*cell) for cell in key.items()) else {**self.now, **key}


class WithdrawnTable:
    """The rows of one table, as they were and as they become.

    Unlike a save it goes by row and not by key, so that rows that share a key are reached too.
    What cannot be read, be it a row or the header, stays as it is.
    """

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.changed: dict[str, Cells | None] = {}
        self.unread = [each.problem.place for each in sheet.unread]

    def rows(self) -> Iterator[TableRow]:
        """The rows that have not been removed."""
        for row in self._sheet.rows:
            cells = self._now(row)
            if cells is not None:
                yield TableRow(row.id, row.key, row.place, cells)

    def take_out(self, row: TableRow) -> None:
        """Leave a row out."""
        self.changed[row.id] = None

    def change(self, row: TableRow, cells: Mapping[str, str]) -> None:
        """Write other cells into a row."""
        self.changed[row.id] = {**row.cells, **cells}

    @property
    def text(self) -> str:
        """All that stands in the rows by now, also what cannot be read."""
        return "\n".join(
            [*(row.text for row in self.rows()), *(each.written for each in self._sheet.unread)]
        )

    def _now(self, row: WrittenRow) -> Cells | None:
        return self.changed[row.id] if row.id in self.changed else self._sheet.cells(row)
