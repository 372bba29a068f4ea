"""A table as its very text, record by record, so that what is not changed stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from annotations.problems import Problem, Problems, RowPlace
from annotations.store.files.row_text import LINE_END, seen
from annotations.store.lines import Gap
from annotations.tables import (
    TABLES,
    Cells,
    Record,
    Sheet,
    Unread,
    WrittenRow,
    is_header,
    key_of,
    lines_of,
    no_garbage_search,
    records,
)

BOM = "\ufeff"
HALVES = re.compile("[\ud800-\udfff]")


class Piece(NamedTuple):
    """The text of a record with its line end, or of one line that is none (`cells` is None).

    `fault` says why a record cannot be read; `key` is that of a row, None where it is none.
    """

    text: str
    line: int
    cells: tuple[str, ...] | None
    fault: str = ""
    key: str | None = None

    @property
    def body(self) -> str:
        """The text without its line end."""
        return self.text.removesuffix(self.end)

    @property
    def end(self) -> str:
        """The line end; empty in a last line without one."""
        found = LINE_END.search(self.text)
        return found[0] if found else ""


@dataclass(frozen=True)
class TableText:
    """The pieces of a table in their order; joined they are its text, byte for byte.

    Bytes that are not UTF-8 are kept as lone surrogates in the pieces, and read as U+FFFD. A text
    is plain where it has none of them, and no carriage return.
    """

    table: str
    pieces: tuple[Piece, ...]
    bom: str
    header: Record
    is_plain: bool = False

    @cached_property
    def data(self) -> bytes:
        """The bytes of the table."""
        return (self.bom + "".join(piece.text for piece in self.pieces)).encode(
            "utf-8", "surrogateescape"
        )

    @property
    def rows(self) -> Mapping[str, Cells]:
        """The rows by key; of several with one key the first."""
        return self.sheet.by_key

    def piece(self, key: str) -> Piece:
        """The piece of a row."""
        return self.pieces[self.index[key]]

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Where the piece of each row stands among the pieces."""
        found: dict[str, int] = {}
        for key, index in self.keyed:
            found.setdefault(key, index)
        return found

    @cached_property
    def stands_alone(self) -> bool:
        """True where each line, or record of several, is read whatever stands before and behind."""
        ends = bool(self.pieces) and self.pieces[-1].text.endswith("\n")
        return self.is_plain and ends and not any(piece.fault for piece in self.pieces)

    @property
    def is_read(self) -> bool:
        """True where the header can be read: without one there are no rows."""
        return bool(self.header.cells) and not self.header.fault

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of the header, and those that came later than it."""
        own = tuple(self.header.cells)
        return own + tuple(name for name in TABLES[self.table].later if name not in own)

    def with_later_columns(self) -> TableText:
        """The table with a header that has the columns which came later, its rows empty there."""
        new = self.columns[len(self.header.cells) :]
        if not new:
            return self
        texts = [
            f"{piece.body},{','.join(new if index == self.header_index else [''] * len(new))}"
            f"{piece.end}"
            if piece.cells is not None or piece.fault
            else piece.text
            for index, piece in enumerate(self.pieces)
        ]
        return parsed(self.table, (self.bom + "".join(texts)).encode("utf-8", "surrogateescape"))

    @cached_property
    def sheet(self) -> Sheet:
        """The table as readers are given it."""
        problems, usual = Problems(), TABLES[self.table]
        is_header(self.header, self.table, usual.names, problems)
        is_read = self.is_read
        return Sheet(
            table=self.table,
            columns=self.columns if is_read else usual.names,
            header=self._ended(self.header_index) if is_read else f"{usual.header}\n",
            place=RowPlace(f"{self.table}.csv", 1),
            rows=tuple(self._written()),
            broken=tuple(problems),
            unread=tuple(self._unread()),
        )

    def _written(self) -> Iterator[WrittenRow]:
        file, keys = f"{self.table}.csv", set[str]()
        for key, index in self.keyed:
            piece = self.pieces[index]
            row_id = f"{key}#{piece.line}" if key in keys else key
            keys.add(key)
            place = RowPlace(file, piece.line)
            yield WrittenRow(row_id, key, place, self.whole(piece), self._ended(index))

    def _unread(self) -> Iterator[Unread]:
        """What is neither row nor empty line; all of a table of which the header is not read."""
        for piece in self.pieces:
            if piece.fault or (piece.text.strip() and not self.is_read):
                place = RowPlace(f"{self.table}.csv", piece.line)
                yield Unread(Problem(place, "", piece.fault, self.table), seen(piece.text))

    @property
    def header_index(self) -> int:
        """Where the header stands among the pieces: in front of it are empty lines alone."""
        return self.header.line - 1

    def cells(self, piece: Piece) -> dict[str, str]:
        """The cells of a row by their columns."""
        return dict(zip(self.columns, self.whole(piece), strict=True))

    def whole(self, piece: Piece) -> tuple[str, ...]:
        """The cells of a row, empty ones in the columns that came later than its header."""
        cells = piece.cells or ()
        return cells + ("",) * (len(self.columns) - len(cells))

    def place(self, key: str) -> Gap:
        """Where a row stands, so that it can be put back."""
        before = at = self.index[key] - 1
        while before > self.header_index and self.pieces[before].cells is None:
            before -= 1
        piece = self.pieces[before]
        is_row = before > self.header_index
        return piece.key if is_row else None, at - before

    @cached_property
    def keyed(self) -> Sequence[tuple[str, int]]:
        """The key of each row, and where its piece stands among the pieces."""
        return [
            (piece.key, index) for index, piece in enumerate(self.pieces) if piece.key is not None
        ]

    def _ended(self, index: int) -> str:
        """A record as it is read, with an end of its line."""
        text = self.pieces[index].text
        text = text if self.is_plain else seen(text)
        return text if text.endswith("\n") else f"{text}\n"


def missing(table: str) -> Sheet:
    """The sheet of a table that is not there."""
    remedy = f"Put it back, or start it with its header: {TABLES[table].header}."
    return unopened(table, f"is missing. {remedy}")


def unopened(table: str, why: str) -> Sheet:
    """The sheet of a table that cannot be opened: its columns, and why it has no rows."""
    place = RowPlace(f"{table}.csv", 0)
    broken = (Problem(place, "", why, table),)
    return Sheet(table, TABLES[table].names, f"{TABLES[table].header}\n", place, (), broken)


@no_garbage_search()
def parsed(table: str, data: bytes) -> TableText:
    """The table in its pieces."""
    text = data.decode("utf-8", "surrogateescape")
    bom = BOM if text.startswith(BOM) else ""
    lines = lines_of(text.removeprefix(bom))
    found = list(records(lines))
    is_plain = "\r" not in text and not HALVES.search(text)
    if not is_plain:
        found = [each._replace(cells=list(map(seen, each.cells))) for each in found]
    header = found[0] if found else Record(1, 1, [], "")
    return TableText(table, tuple(_pieces(table, header, lines, found)), bom, header, is_plain)


def _pieces(
    table: str, header: Record, lines: Sequence[str], found: Sequence[Record]
) -> Iterator[Piece]:
    """The records, and each line between them on its own."""
    at, key_of_cells = 0, key_reader(table, header)
    for line, end, cells, fault in (*found, Record(len(lines) + 1, len(lines), [], "")):
        for between in range(at, line - 1):
            yield Piece(lines[between], between + 1, None)
        if line <= end:
            text = lines[line - 1] if end == line else "".join(lines[line - 1 : end])
            read = None if fault else tuple(cells)
            key = key_of_cells(read) if read is not None and line > header.line else None
            yield Piece(text, line, read, fault, key)
        at = end


def key_reader(table: str, header: Record) -> Callable[[Sequence[str]], str | None]:
    """What gives the key of a row by its cells; None in a table of which the header is not read."""
    if header.fault or not header.cells:
        return lambda cells: None
    columns = [header.cells.index(c) for c in TABLES[table].key if c in header.cells]
    if len(columns) == len(TABLES[table].key):
        return lambda cells: ":".join([cells[at].strip() for at in columns])
    own = [(c, at) for at, c in enumerate(header.cells) if c in TABLES[table].key]
    return lambda cells: key_of(table, {column: cells[at] for column, at in own})
