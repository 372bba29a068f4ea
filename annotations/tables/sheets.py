"""The rows of the tables as they are written, each with its table, its line and a stable id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from annotations.tables.csv_rows import Tables, lines_of, records
from annotations.tables.schema import TABLES, key_of


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row of a table: its cells and its text just as they stand in the file.

    `id` is the id of the record (`journey:order` of a stop); a second row of an id has its line
    behind it. `line` counts from 1, the header.
    """

    id: str
    line: int
    cells: tuple[str, ...]
    written: str


@dataclass(frozen=True)
class Sheet:
    """A table as it is written; rows that have not the shape of its header are left out."""

    table: str
    columns: tuple[str, ...]
    header: str
    rows: tuple[WrittenRow, ...]

    def column(self, name: str) -> list[str]:
        """The cells of a column, empty ones where the header lacks it."""
        if name not in self.columns:
            return [""] * len(self.rows)
        position = self.columns.index(name)
        return [row.cells[position] for row in self.rows]


def sheets(tables: Tables) -> Mapping[str, Sheet]:
    """Every table by its name; one that cannot be read has the columns it should have, no rows."""
    return {name: _sheet(tables, name) for name in TABLES}


def _sheet(tables: Tables, name: str) -> Sheet:
    try:
        text = tables.read(name)
    except OSError:
        text = ""
    lines = lines_of(text)
    found = list(records(lines))
    if not found or found[0].fault:
        return Sheet(name, tuple(TABLES[name].names), TABLES[name].header + "\n", ())
    written = [
        (record.line, tuple(record.cells), _ended(lines[record.line - 1 : record.end]))
        for record in found
        if not record.fault
    ]
    columns = written[0][1]
    seen: Counter[str] = Counter()
    rows = tuple(_row(name, columns, *told, seen) for told in written[1:])
    return Sheet(name, columns, written[0][2], rows)


def _ended(lines: list[str]) -> str:
    """A row without the empty lines after it, with an end of its line."""
    text = "".join(lines)
    kept = text.rstrip("\r\n")
    return kept + ("\r\n" if text.startswith("\r\n", len(kept)) else "\n")


def _row(
    table: str,
    columns: tuple[str, ...],
    line: int,
    cells: tuple[str, ...],
    text: str,
    seen: Counter[str],
) -> WrittenRow:
    key = key_of(table, dict(zip(columns, cells, strict=True)))
    seen[key] += 1
    return WrittenRow(key if seen[key] == 1 else f"{key}#{line}", line, cells, text)
