"""The second reading beside the tables: its rows go, or get another id, with their journey."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from annotations.store.files.regular_files import name_as_text, read, regular_files
from annotations.store.removal import Copy, Renamed

READINGS = "annotations/readings"
JOURNEY = "journey"  # the column that says of which one a row is
OF = "#"  # in a ref, between the file and the journey


class _Piece(NamedTuple):
    """A row as it is written, its end of line included, and the journey that it is of, if any."""

    written: str
    journey: str


class Readings:
    """The CSVs of a folder that have a column `journey`; any other file stays as it is."""

    def __init__(self, root: Path) -> None:
        self._folder = root / READINGS

    def files(self) -> list[Path]:
        """Where they lie. Raises `OSError` where nobody can say."""
        return regular_files(self._folder, ".csv")

    def copies(self) -> Iterator[Copy]:
        """The rows of each journey in each file."""
        for path in self.files():
            file = f"{READINGS}/{path.name}"
            for key in dict.fromkeys(piece.journey for piece in _pieces(path) if piece.journey):
                name = f"rows in {name_as_text(file)}"
                yield Copy("reading", f"{file}{OF}{key}", name, (key,), (key,))

    def becoming(self, refs: Collection[str], renamed: Renamed | None) -> dict[Path, bytes]:
        """The files that change where these copies go, and a record gets another id."""
        found = {}
        for path in self.files():
            file, pieces = f"{READINGS}/{path.name}", _pieces(path)
            left = (each for each in pieces if f"{file}{OF}{each.journey}" not in refs)
            now = "".join(_renamed(each, renamed) for each in left)
            if now != "".join(each.written for each in pieces):
                found[path] = now.encode("utf-8", "surrogateescape")
        return found


def is_of_reading(ref: str) -> bool:
    """True for the ref of rows of a reading, which are a part of a file."""
    return ref.startswith(f"{READINGS}/") and OF in ref


def _renamed(piece: _Piece, renamed: Renamed | None) -> str:
    if renamed is None or piece.journey != renamed.old:
        return piece.written
    named = rf"(?<![\w-]){re.escape(renamed.old)}(?![\w-])"
    return re.sub(named, renamed.new, piece.written)


def _pieces(path: Path) -> list[_Piece]:
    text = read(path).decode("utf-8", "surrogateescape")
    lines = list(StringIO(text, newline=""))
    try:
        return list(_rows(lines))
    except (csv.Error, ValueError):  # no CSV, or one of something else
        return [_Piece(text, "")]


def _rows(lines: list[str]) -> Iterator[_Piece]:
    """The header and each row, with all of its lines."""
    rows, at = csv.reader(lines, strict=True), 0
    column = [name.removeprefix("\ufeff") for name in next(rows, [])].index(JOURNEY)
    for cells in chain([[]], rows):
        yield _Piece("".join(lines[at : rows.line_num]), "".join(cells[column : column + 1]))
        at = rows.line_num
