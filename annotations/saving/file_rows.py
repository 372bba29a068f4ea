"""CSV files that somebody gives, as rows of tables: what cannot be read is named by its line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from pathlib import PurePath
from string import ascii_lowercase

from annotations.problems import Problems, RowPlace, did_you_mean, shown
from annotations.tables import (
    MOST_COLUMNS,
    TABLES,
    Record,
    Row,
    Table,
    as_read,
    is_header,
    key_of,
    lines_of,
    records,
)
from geodata.cells import BETWEEN

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_LINES = 1_000_000
MOST_PARTS = 500_000  # of lists: each part may be a problem of its own
MOST_CELL_BYTES = 100_000
LONGEST_HEADER = 2_000
OTHER_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}


def table_by_header(data: bytes) -> str:
    """The table whose columns a file has, in any order; "" where none has just these.

    Columns that came later than the file may be missing in it.
    """
    head = data[:LONGEST_HEADER].decode("utf-8-sig", "replace")
    header = next(records(lines_of(head)), Record(1, 1, [], "")).cells
    given = sorted(header)
    return next((name for name, own in TABLES.items() if given in _headers(own)), "")


def _headers(table: Table) -> tuple[list[str], list[str]]:
    """The columns of a table by the alphabet: all of them, and those of an older file."""
    return sorted(table.names), sorted(set(table.names) - set(table.later))


def table_by_name(name: str) -> str:
    """The table that a file is called by, as `stops (2).csv` is; "" where it is by none."""
    word = "".join(takewhile(ascii_lowercase.__contains__, PurePath(name).name.casefold()))
    return word if word in TABLES else ""


def are_too_large(files: Iterable[str | bytes]) -> bool:
    """True for files that have together more than may be given at once."""
    return sum(map(_size, files)) > MOST_BYTES


def rows_of_files(
    columns: Mapping[str, Sequence[str]], files: Mapping[str, str | bytes], problems: Problems
) -> Mapping[tuple[str, str], Row]:
    """The rows of files by table and key that can be compared with tables of these columns.

    Everything else is a problem; none comes of a file of another shape, or of too large ones.
    """
    if are_too_large(files.values()):
        sizes = {table: _size(text) for table, text in files.items()}
        table, size = max(sizes, key=sizes.__getitem__), sum(sizes.values())
        told = f"has {sizes[table]:,} of the {size:,} bytes given; {MOST_BYTES:,} are the most."
        problems.add(table, 0, "", f"{told} Split the file.")
        return {}
    listed = {table: _parts(text) for table, text in files.items()}
    if (count := sum(listed.values())) > MOST_PARTS:
        table = max(listed, key=listed.__getitem__)
        told = f"has {listed[table]:,} of the {count:,} semicolons given;"
        problems.add(table, 0, "", f"{told} {MOST_PARTS:,} are the most. Split the file.")
        return {}
    rows: dict[tuple[str, str], Row] = {}
    for table, text in files.items():
        own = Problems()
        read = _rows(table, columns[table], text, len(rows), own)
        rows |= {(table, key): row for key, row in read.items()}
        problems += own
    return rows


def _rows(
    table: str, columns: Sequence[str], text: str | bytes, before: int, problems: Problems
) -> Mapping[str, Row]:
    """The rows of one file by key; `before` is how many those before it have."""
    lines = _lines(table, _decoded(table, text, problems), problems)
    found = records(lines)
    header = next(found, Record(1, 1, [], ""))
    if problems or not _has_columns(table, columns, header, problems):
        return {}
    rows: dict[str, Row] = {}
    for count, (line, _, cells, fault) in enumerate(found, start=before + 1):
        if count > MOST_ROWS:
            told = f"is row {count:,}; {MOST_ROWS:,} are the most. Split the file."
            problems.add(table, line, "", told)
            return {}
        if fault:
            problems.add(table, line, "", _fault(lines[line - 1], fault))
            continue
        read = dict(zip(header.cells, map(as_read, cells), strict=True))
        _keep(rows, Row(table, RowPlace(f"{table}.csv", line), read, problems), problems)
    return rows


def _lines(table: str, text: str, problems: Problems) -> list[str]:
    """The lines of a file up to the last that is not empty; a problem for too many of them."""
    text = text.rstrip("\r\n")
    count = text.count("\n") + text.count("\r")
    if count >= MOST_LINES:
        told = f"has {count + 1:,} lines; {MOST_LINES:,} are the most. Split the file."
        problems.add(table, 0, "", told)
        return []
    return lines_of(text)


def _keep(rows: dict[str, Row], row: Row, problems: Problems) -> None:
    """Take a row in, unless it has no key, one that stands already, or a cell too large."""
    key = key_of(row.table, row.cells)
    large = [column for column, cell in row.cells.items() if _is_large(cell)]
    for column in large:
        told = f"has more than {MOST_CELL_BYTES:,} bytes. Shorten it."
        problems.add(row.table, row.line, column, told)
    if not key.strip(":"):
        problems.add(row.table, row.line, "", "has no key. Give it one, as in the other rows.")
    elif key in rows:
        here, first = f"{shown(key)} is on line", rows[key].line
        remedy = "Leave one of them out."
        problems.add(row.table, row.line, "", f"{here} {first} already. {remedy}")
        problems.add(row.table, first, "", f"{here} {row.line} again. {remedy}")
    elif not large:
        rows[key] = row


def _decoded(table: str, text: str | bytes, problems: Problems) -> str:
    """The text of a file; "" and a problem for one that is in no UTF-8."""
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        remedy = "Save the file as CSV in UTF-8."
        problems.add(table, line, "", f"holds bytes that are not UTF-8. {remedy}")
        return ""


def _has_columns(table: str, columns: Sequence[str], header: Record, problems: Problems) -> bool:
    """True for a header with every column of the table once, and no other; see `is_header`."""
    if len(header.cells) == 1:
        for mark, name in OTHER_DELIMITERS.items():
            if mark in header.cells[0]:
                told = f"is split by {name}. Save the file with commas between the cells."
                problems.add(table, header.line, "", told)
                return False
    few = header.cells if len(header.cells) <= MOST_COLUMNS else []  # the header says so itself
    unknown = [column for column in few if column not in columns]
    for column in unknown:
        meant = did_you_mean(column, columns) or " Take it out."
        problems.add(table, header.line, "", f"{shown(column)} is not a column of it.{meant}")
    return is_header(header, table, columns, problems) and not unknown


def _fault(line: str, fault: str) -> str:
    """What is wrong with a record that cannot be read."""
    return f"has more than {MOST_CELL_BYTES:,} bytes. Shorten it." if _is_large(line) else fault


def _is_large(text: str) -> bool:
    return _size(text) > MOST_CELL_BYTES


def _parts(text: str | bytes) -> int:
    """How many parts all lists of a file can have at most, but for the first of each."""
    return text.count(BETWEEN) if isinstance(text, str) else text.count(BETWEEN.encode())


def _size(text: str | bytes) -> int:
    return len(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
