"""A table with other rows in some places, read again in these places alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from operator import is_

from annotations.problems import RowPlace
from annotations.store.files.table_text import HALVES, Piece, TableText, key_reader
from annotations.tables import Sheet, WrittenRow, lines_of, records


def spliced(held: TableText, items: Sequence[Piece | str]) -> TableText | None:
    """The table of these pieces, and of texts that stand between them, each a row with its end.

    It is what `parsed` gives for the whole text. None where that has to be read as a whole: a row
    that cannot be read may hide those behind it.
    """
    if not _stands_alone(held):
        return None
    same = _same(held.pieces, items)
    end = min(_same(held.pieces[::-1], items[::-1]), len(items) - same, len(held.pieces) - same)
    line = held.pieces[same].line if same < len(held.pieces) else _next(held.pieces[-1])
    middle: list[Piece] = []
    for item in items[same : len(items) - end]:
        piece = _read(held, item, line) if isinstance(item, str) else _at(item, line)
        if piece is None:
            return None
        middle.append(piece)
        line = _next(piece)
    after = held.pieces[len(held.pieces) - end :]
    moved = line - after[0].line if after else 0
    if moved:
        after = tuple(_at(piece, piece.line + moved) for piece in after)
    pieces = (*held.pieces[:same], *middle, *after)
    text = TableText(held.table, pieces, held.bom, held.header, is_plain=True)
    sheet = _sheet(held, text, same, 0 if moved else end)
    if sheet.twice:
        return None
    vars(text).update(sheet=sheet, stands_alone=True)
    return text


def _stands_alone(held: TableText) -> bool:
    """True for a table in which each row is read by itself, and has a key of its own."""
    return held.stands_alone and not held.sheet.broken and not held.sheet.twice


def _same(one: Sequence[object], other: Sequence[object]) -> int:
    """How many items of both are the same from the beginning on."""
    return sum(1 for _ in takewhile(bool, map(is_, one, other)))


def _next(piece: Piece) -> int:
    return piece.line + piece.text.count("\n")


def _at(piece: Piece, line: int) -> Piece:
    return Piece(piece.text, line, piece.cells, piece.fault, piece.key)


def _read(held: TableText, text: str, line: int) -> Piece | None:
    """The piece of a row that stands in this line; None for what is not one whole row."""
    lines = lines_of(text)
    found = list(records(lines))
    if len(found) != 1 or "\r" in text or HALVES.search(text) or not text.endswith("\n"):
        return None
    cells = tuple(found[0].cells)
    whole = not found[0].fault and (found[0].line, found[0].end) == (1, len(lines))
    if not whole or len(cells) != len(held.header.cells):
        return None
    return Piece(text, line, cells, "", key_reader(held.table, held.header)(cells))


def _sheet(held: TableText, text: TableText, same: int, end: int) -> Sheet:
    """The sheet of a text that has so many pieces at its beginning and end as the one before."""
    rows, before = held.sheet.rows, len(held.pieces) - end
    first = sum(piece.key is not None for piece in held.pieces[:same])
    last = len(rows) - sum(piece.key is not None for piece in held.pieces[before:])
    file = f"{held.table}.csv"
    middle = [
        WrittenRow(piece.key, piece.key, RowPlace(file, piece.line), text.whole(piece), piece.text)
        for piece in text.pieces[same : len(text.pieces) - end]
        if piece.key is not None
    ]
    sheet = held.sheet
    all_rows = (*rows[:first], *middle, *rows[last:])
    return Sheet(sheet.table, sheet.columns, sheet.header, sheet.place, all_rows)
