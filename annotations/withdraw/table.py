"""A table that loses rows and references by its text, every other row byte for byte the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotations.store import Piece, parsed, rewritten
from annotations.tables import Cells, key_of
from geodata.cells import parts


@dataclass(frozen=True)
class TableRow:
    """A row as it stood: its key, its cells by column, and its piece of the table."""

    key: str
    cells: Cells
    piece: Piece

    def cell(self, column: str) -> str:
        """A cell, empty where the row has no such column."""
        return self.cells.get(column, "").strip()

    def parts(self, column: str) -> tuple[str, ...]:
        """The parts of a cell between semicolons."""
        return parts(self.cell(column))


class WithdrawnTable:
    """The rows of one table, as they were and as they become.

    Unlike a save it goes by line and not by key, so that rows that share a key are reached too.
    What cannot be read, be it a row or the header, stays as it is: `unread` has
    the lines.
    """

    def __init__(self, name: str, text: str) -> None:
        held = parsed(name, text.encode("utf-8", "surrogateescape"))
        self._bom, self._header = held.bom, held.header
        self._texts = {piece.line: piece.text for piece in held.pieces}
        self.unread = [p.line for p in held.pieces if p.cells is None and p.text.strip()]
        self._rows = [
            TableRow(key_of(name, held.cells(piece)), held.cells(piece), piece)
            for piece in held.pieces
            if held.header.cells and piece.cells is not None and piece.line > held.header.line
        ]

    def rows(self) -> Iterator[TableRow]:
        """The rows that have not been taken out."""
        return (row for row in self._rows if row.piece.line in self._texts)

    def take_out(self, row: TableRow) -> None:
        """Leave a row out."""
        self._texts.pop(row.piece.line, None)

    def change(self, row: TableRow, cells: Mapping[str, str]) -> None:
        """Write other cells into a row, which keeps its line end and the text of the others."""
        after = [{**row.cells, **cells}[column] for column in self._header.cells]
        text = rewritten(row.piece.body, row.piece.cells or (), after) + row.piece.end
        self._texts[row.piece.line] = text

    @property
    def below(self) -> str:
        """What stands below the header by now, also what cannot be read."""
        return "".join(text for line, text in self._texts.items() if line > self._header.line)

    @property
    def text(self) -> str:
        """The whole table as it has become."""
        return self._bom + "".join(self._texts.values())
