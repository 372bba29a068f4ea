"""CSV text as records: the form in which tables are given and taken, and lie in files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotations.problems import Problems, did_you_mean, shown
from annotations.tables.row import UNREADABLE
from annotations.tables.schema import TABLES

MOST_COLUMNS = 200
# How many characters are read a second time: so many, and so often as many as there are.
READ_AGAIN, TIMES_AGAIN = 1_000_000, 5
NEEDS_QUOTES = re.compile(r'[",\r\n]')


class Record(NamedTuple):
    """What stands in the lines from `line` to `end`: cells, or the fault that hides them."""

    line: int
    end: int
    cells: list[str]
    fault: str


def lines_of(text: str) -> list[str]:
    """The lines of a table with their ends, as the reader of CSV counts them."""
    return list(io.StringIO(text, newline=""))


def as_read(text: str) -> str:
    """A text with the line ends that Python gives to every text file."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def written(cells: Sequence[str]) -> str:
    """A row as CSV without its line end: quotes only where a cell needs them."""
    return ",".join(map(quoted, cells))


def quoted(cell: str, always: bool = False) -> str:
    """A cell as it stands in a table."""
    escaped = cell.replace('"', '""')
    return f'"{escaped}"' if always or NEEDS_QUOTES.search(cell) else cell


def is_header(first: Record, name: str, columns: Sequence[str], problems: Problems) -> bool:
    """True where each column stands in the header once; reports what does not.

    A column that came later than the table may be missing: see `Column`.
    """
    header, fault = first.cells, first.fault
    if fault or not header:
        remedy = f"Its header is {','.join(columns)}."
        problems.add(name, 1, "", f"{fault or 'is empty.'} {remedy}")
        return False
    if len(header) > MOST_COLUMNS:
        told = f"has {len(header):,} columns; its own are {','.join(columns)}. Remove the others."
        problems.add(name, 1, "", told)
        return False
    if UNREADABLE in "".join(header):
        problems.add(name, 1, "", f"has a header {shown(header[0])} that is not UTF-8. Save it so.")
        return False
    later = [column for column in TABLES[name].later if column not in header]
    wrong = [c for c in columns if header.count(c) != 1 and c not in later]
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
    Where that has been done for so many lines that it would take minutes, no more are read.
    """
    first = width = 0
    swallowed_most = READ_AGAIN + TIMES_AGAIN * sum(map(len, lines))
    while first < len(lines):
        reader, line = csv.reader(_from(lines, first), strict=True), first
        fault = None
        try:
            for cells in reader:
                width = width or len(cells)
                if cells and len(cells) != width:
                    fault = Record(line + 1, line + 1, cells, _miscounted(len(cells), width))
                    break
                if cells:
                    yield Record(line + 1, first + reader.line_num, cells, "")
                line = first + reader.line_num
        except csv.Error as error:
            told = f"cannot be read ({error}). Close the quote in this row."
            fault = Record(line + 1, line + 1, [], told)
        if fault is None:
            return
        yield fault
        swallowed_most -= sum(map(len, _from(lines, line + 1, first + reader.line_num)))
        first = line + 1
        if swallowed_most < 0:
            yield from _unread(lines, first)
            return


def _from(lines: Sequence[str], first: int, end: int | None = None) -> Iterator[str]:
    """The lines from one on, without a copy of them."""
    return map(lines.__getitem__, range(first, len(lines) if end is None else end))


def _unread(lines: Sequence[str], first: int) -> Iterator[Record]:
    """A fault for each line from one on that is not empty."""
    fault = "is not read, because too many quotes before it are not closed. Close them first."
    for number, line in enumerate(_from(lines, first), start=first + 1):
        if line.strip("\r\n"):
            yield Record(number, number, [], fault)


def _miscounted(count: int, width: int) -> str:
    remedy = "Quote a cell that holds a comma." if count > width else "Add the cells, or commas."
    return f"has {count} cell{'' if count == 1 else 's'}, the header has {width}. {remedy}"
