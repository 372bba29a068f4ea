"""Tables as rows that know their file, line and column.

Nothing outside this module knows that the tables are files: whoever reads asks a `Tables`
for a name and gets rows, so that another store can stand behind the same two methods.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from annotations.problems import Problems, did_you_mean, shown
from annotations.tables.row import UNREADABLE, Row
from annotations.tables.schema import TABLES
from geodata import ROOT


class Tables(Protocol):
    """Where the tables live: read one by its name, and say when any has changed."""

    def read(self, name: str) -> str:
        """The whole table as CSV text; bytes that are not UTF-8 come as U+FFFD.

        Raises `FileNotFoundError` for a table that is not there, another `OSError` for one
        that cannot be opened.
        """

    def version(self) -> tuple[object, ...]:
        """A value that differs whenever any table differs."""


class CsvTables:
    """The tables as files: `annotations/*.csv`, and `geodata/places.csv`."""

    def __init__(self, root: Path = ROOT) -> None:
        self._root = root

    def read(self, name: str) -> str:
        """The text of `name`.csv, UTF-8 with or without a byte order mark."""
        return self._path(name).read_text(encoding="utf-8-sig", errors="replace")

    def version(self) -> tuple[object, ...]:
        """Names, modification times and sizes of all CSV files of both rooms."""
        rooms = (self._root / room for room in ("annotations", "geodata"))
        files = sorted(path for room in rooms for path in room.glob("*.csv"))
        states = [(path, path.stat()) for path in files]
        return tuple((path.name, state.st_mtime_ns, state.st_size) for path, state in states)

    def _path(self, name: str) -> Path:
        return self._root / TABLES[name].path


class Record(NamedTuple):
    """What stands in the lines from `line` to `end`: cells, or the fault that hides them."""

    line: int
    end: int
    cells: list[str]
    fault: str


def read_rows(
    tables: Tables,
    name: str,
    columns: Sequence[str],
    problems: Problems,
    may_be_empty: bool = False,
) -> Iterator[Row]:
    """The rows of a table that have the shape of their header; every other one is a problem."""
    try:
        text = tables.read(name)
    except FileNotFoundError:
        remedy = f"Put it back, or start it with its header: {','.join(columns)}."
        problems.add(name, 0, "", f"is missing. {remedy}")
        return
    except OSError as error:
        problems.add(name, 0, "", f"cannot be opened ({error.strerror}). Make it a readable file.")
        return
    found = records(lines_of(text))
    header = next(found, Record(1, 1, [], ""))
    if not is_header(header, name, columns, problems):
        return
    line = 0
    for line, _, cells, fault in found:
        if fault:
            problems.add(name, line, "", fault)
        else:
            yield Row(name, line, dict(zip(header.cells, cells, strict=True)), problems)
    if not line and not may_be_empty:
        problems.add(name, 1, "", "has no row below its header. Add the first one.")


def lines_of(text: str) -> list[str]:
    """The lines of a table with their ends, as the reader of CSV counts them."""
    return list(io.StringIO(text, newline=""))


def is_header(first: Record, name: str, columns: Sequence[str], problems: Problems) -> bool:
    """True where each column stands in the header once; reports what does not."""
    header, fault = first.cells, first.fault
    if fault or not header:
        remedy = f"Its header is {','.join(columns)}."
        problems.add(name, 1, "", f"{fault or 'is empty.'} {remedy}")
        return False
    if UNREADABLE in "".join(header):
        problems.add(name, 1, "", f"has a header {shown(header[0])} that is not UTF-8. Save it so.")
        return False
    wrong = [column for column in columns if header.count(column) != 1]
    for column in wrong:
        if column in header:
            problems.add(name, 1, column, "stands in the header twice. Remove one of the two.")
        else:
            meant = did_you_mean(column, header) or " Add it."
            problems.add(name, 1, column, f"is missing in the header.{meant}")
    return not wrong


def records(lines: Sequence[str]) -> Iterator[Record]:
    """Each record, the header first, empty lines left out.

    A quote that is not closed swallows the lines after it. So a record that cannot be read,
    or is not as wide as the header, costs its first line alone: reading goes on with the next.
    """
    first = width = 0
    while first < len(lines):
        reader, line = csv.reader(lines[first:], strict=True), first
        try:
            for cells in reader:
                width = width or len(cells)
                if cells and len(cells) != width:
                    yield Record(line + 1, line + 1, cells, _miscounted(len(cells), width))
                    break
                if cells:
                    yield Record(line + 1, first + reader.line_num, cells, "")
                line = first + reader.line_num
        except csv.Error as error:
            fault = f"cannot be read ({error}). Close the quote in this row."
            yield Record(line + 1, line + 1, [], fault)
        first = line + 1


def _miscounted(count: int, width: int) -> str:
    remedy = "Quote a cell that holds a comma." if count > width else "Add the cells, or commas."
    return f"has {count} cell{'' if count == 1 else 's'}, the header has {width}. {remedy}"
