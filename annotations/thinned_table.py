"""A table as text that can lose rows and change cells, every other row byte for byte the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from annotations.tables import lines_of, records

BOM = "\ufeff"


@dataclass(frozen=True)
class TextRow:
    """A row with its line, its cells by column (none where it cannot be read), and its text."""

    line: int
    cells: Mapping[str, str]
    text: str

    def cell(self, column: str) -> str:
        """A cell, empty where the row has no such column."""
        return self.cells.get(column, "").strip()

    def parts(self, column: str) -> list[str]:
        """The parts of a cell between semicolons."""
        return [part.strip() for part in self.cell(column).split(";") if part.strip()]


class ThinnedTable:
    """The rows of one table, as they were and as they become."""

    def __init__(self, text: str) -> None:
        lines = lines_of(text)
        found = list(records([line.removeprefix(BOM) for line in lines]))
        starts = [record.line for record in found] + [len(lines) + 1]
        raw = ["".join(lines[start - 1 : end - 1]) for start, end in pairwise(starts)]
        self._head = "".join(lines[: starts[0] - 1]) + (raw[0] if raw else "")
        self._columns = found[0].cells if found else []
        self.rows = tuple(
            TextRow(record.line, self._cells(record.cells), own)
            for record, own in zip(found[1:], raw[1:], strict=True)
        )
        self._texts = {row.line: row.text for row in self.rows}

    def _cells(self, cells: list[str]) -> dict[str, str]:
        whole = len(cells) == len(self._columns)
        return dict(zip(self._columns, cells, strict=True)) if whole else {}

    def left(self) -> Iterator[TextRow]:
        """The rows that have not been taken out."""
        return (row for row in self.rows if row.line in self._texts)

    def take_out(self, row: TextRow) -> None:
        """Leave a row out."""
        self._texts.pop(row.line, None)

    def change(self, row: TextRow, cells: Mapping[str, str]) -> None:
        """Write other cells into a row, which keeps its own end of line."""
        written = io.StringIO(newline="")
        ending = row.text[len(row.text.rstrip("\r\n")) :]
        whole = {**row.cells, **cells}
        csv.writer(written, lineterminator=ending).writerow(whole[name] for name in self._columns)
        self._texts[row.line] = written.getvalue()

    @property
    def text(self) -> str:
        """The whole table as it has become."""
        return self._head + "".join(self._texts[line] for line in sorted(self._texts))
