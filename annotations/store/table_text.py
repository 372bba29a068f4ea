"""A table as its very text, record by record, so that what is not changed stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotations.problems import Problem, Problems
from annotations.store.csv_store import Store
from annotations.store.row_text import LINE_END, as_read, seen
from annotations.tables import (
    Cells,
    Record,
    Refused,
    is_header,
    key_of,
    lines_of,
    records,
    table_of,
)

BOM = "\ufeff"

# After which row (None: the header) and how many lines that are no rows.
Place = tuple[str | None, int]


@dataclass(frozen=True)
class Piece:
    """The text of a record with its line end, or of one line that is none (`cells` is None)."""

    text: str
    line: int
    cells: tuple[str, ...] | None

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

    Bytes that are not UTF-8 are kept as lone surrogates in `text`, and read as U+FFFD.
    """

    table: str
    pieces: Sequence[Piece]
    bom: str
    header: Record

    @property
    def data(self) -> bytes:
        """The bytes of the table."""
        return (self.bom + "".join(piece.text for piece in self.pieces)).encode(
            "utf-8", "surrogateescape"
        )

    @property
    def text(self) -> str:
        """The text as `Tables.read` gives it."""
        return as_read(self.data.decode("utf-8-sig", "replace"))

    @cached_property
    def rows(self) -> Mapping[str, Cells]:
        """The rows by key; of several with one key the first, see `twice`."""
        return {key: self.cells(piece) for key, piece in self.by_key.items()}

    @cached_property
    def by_key(self) -> Mapping[str, Piece]:
        """The pieces of the rows by key."""
        return {key: self.pieces[index] for key, index in self.index.items()}

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Where the piece of each row stands among the pieces."""
        found: dict[str, int] = {}
        for key, index in self._keyed:
            found.setdefault(key, index)
        return found

    def key_at(self, line: int) -> str | None:
        """The key of the row that begins in a line."""
        return self._keys_at.get(line)

    @cached_property
    def _keys_at(self) -> Mapping[int, str]:
        return {piece.line: key for key, piece in self.by_key.items()}

    @cached_property
    def twice(self) -> frozenset[str]:
        """The keys that more than one row has."""
        return frozenset(
            key for key, count in Counter(key for key, _ in self._keyed).items() if count > 1
        )

    @property
    def header_index(self) -> int:
        """Where the header stands among the pieces: in front of it are empty lines alone."""
        return self.header.line - 1

    def cells(self, piece: Piece) -> dict[str, str]:
        """The cells of a row by their columns."""
        return dict(zip(self.header.cells, piece.cells or (), strict=True))

    def place(self, key: str) -> Place:
        """Where a row stands, so that it can be put back."""
        before = at = self.index[key] - 1
        while before > self.header_index and self.pieces[before].cells is None:
            before -= 1
        piece = self.pieces[before]
        is_row = before > self.header_index
        return key_of(self.table, self.cells(piece)) if is_row else None, at - before

    @cached_property
    def _keyed(self) -> Sequence[tuple[str, int]]:
        return [
            (key_of(self.table, self.cells(piece)), index)
            for index, piece in enumerate(self.pieces)
            if piece.cells is not None and piece.line > self.header.line
        ]


def held_table(store: Store, table: str) -> TableText:
    """The table as it is now. Raises `Refused` for one that has no rows to change.

    `ValueError` is raised for a name that no table has.
    """
    columns, problems = table_of(table).names, Problems()
    try:
        held = parsed(table, store.raw(table))
    except OSError as error:
        told = f"cannot be opened ({error.strerror}). Put it back, with its header."
        raise Refused([Problem(f"{table}.csv", 0, "", told)]) from None
    if not is_header(held.header, table, columns, problems):
        raise Refused(problems)
    return held


def parsed(table: str, data: bytes) -> TableText:
    """The table in its pieces."""
    text = data.decode("utf-8", "surrogateescape")
    bom = BOM if text.startswith(BOM) else ""
    lines = lines_of(text.removeprefix(bom))
    found = list(records(lines))
    header = found[0] if found else Record(1, 1, [], "")
    cells = [seen(cell) for cell in header.cells]
    return TableText(table, tuple(_pieces(lines, found)), bom, header._replace(cells=cells))


def _pieces(lines: Sequence[str], found: Sequence[Record]) -> Iterator[Piece]:
    """The records, and each line between them on its own."""
    at = 0
    for line, end, cells, fault in (*found, Record(len(lines) + 1, len(lines), [], "")):
        for between in range(at, line - 1):
            yield Piece(lines[between], between + 1, None)
        if line <= end:
            read = None if fault else tuple(map(seen, cells))
            yield Piece("".join(lines[line - 1 : end]), line, read)
        at = end
