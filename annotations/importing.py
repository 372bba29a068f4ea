"""A CSV in the shape of a table, held against the table: what it adds, changes, gets wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotations.cells import Row
from annotations.changes import Change, key_of, told_cells
from annotations.problems import Problem, Problems, did_you_mean, shown
from annotations.review_only import left_to_review
from annotations.row_text import as_read
from annotations.save_check import new_problems
from annotations.table_edit import Edit, edited
from annotations.table_store import Store
from annotations.table_text import TableText, held_table
from annotations.tables import Record, is_header, lines_of, records

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_CELL_BYTES = 100_000
OTHER_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}


@dataclass(frozen=True)
class Preview:
    """What a file would do: changes to save, its problems by line, the keys that stay the same.

    Changes that come from rows with problems are among the changes: `save` refuses them. Rows
    of the table that the file does not have are in none of the three, and stay.
    """

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    unchanged: tuple[str, ...]


def preview(store: Store, table: str, text: str | bytes) -> Preview:
    """Compare a file with a table; nothing is written.

    A problem of a row of the file gives the line in the file; one of another row, which the
    changes would bring about, its line in the table as it would be. Raises `Refused` for a
    table that cannot be written, `ValueError` for a name that no table has.
    """
    held, problems = held_table(store, table), Problems()
    rows = _rows(table, held, text, problems)
    changes, unchanged = [], []
    for key, row in rows.items():
        now = held.rows.get(key)
        if told_cells(now) == told_cells(row.cells):
            unchanged.append(key)
        else:
            changes.append(Change(table, key, now, row.cells))
    problems += _problems_if_saved(store, held, changes, rows)
    return Preview(tuple(changes), tuple(sorted(set(problems))), tuple(unchanged))


def _problems_if_saved(
    store: Store, held: TableText, changes: Sequence[Change], rows: Mapping[str, Row]
) -> Iterator[Problem]:
    """What the changes would add as problems, those of rows of the file by their lines there."""
    if not changes:
        return
    changed = edited(held, [Edit(change) for change in changes])
    both = {held.table: held}, {held.table: changed}
    for problem in (*new_problems(store, *both, changes), *left_to_review(*both, changes)):
        key = changed.key_at(problem.line) if problem.table == held.table else None
        yield replace(problem, line=rows[key].line) if key in rows else problem


def _rows(table: str, held: TableText, text: str | bytes, problems: Problems) -> Mapping[str, Row]:
    """The rows of the file that can be compared, by key; everything else is a problem."""
    lines = lines_of(_decoded(table, text, problems))
    found = records(lines)
    header = next(found, Record(1, 1, [], ""))
    if problems or not _has_columns(table, held, header, problems):
        return {}
    rows: dict[str, Row] = {}
    for count, (line, _, cells, fault) in enumerate(found, start=1):
        if count > MOST_ROWS:
            told = f"is row {MOST_ROWS + 1:,}; {MOST_ROWS:,} are the most. Split the file."
            problems.add(table, line, "", told)
            break
        if fault:
            problems.add(table, line, "", _fault(lines[line - 1], fault))
            continue
        told = dict(zip(header.cells, map(as_read, cells), strict=True))
        _keep(rows, Row(table, line, told, problems), problems)
    return rows


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
        told = f"{shown(key)} stands in line {rows[key].line} already. Leave one of them out."
        problems.add(row.table, row.line, "", told)
    elif not large:
        rows[key] = row


def _decoded(table: str, text: str | bytes, problems: Problems) -> str:
    """The text of a file; "" and a problem for one that is too large or in no UTF-8."""
    size = len(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    if size > MOST_BYTES:
        told = f"has {size:,} bytes; {MOST_BYTES:,} are the most. Split the file."
        problems.add(table, 0, "", told)
        return ""
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        remedy = "Save the file as CSV in UTF-8."
        problems.add(table, line, "", f"holds bytes that are not UTF-8. {remedy}")
        return ""


def _has_columns(table: str, held: TableText, header: Record, problems: Problems) -> bool:
    """True for a header with every column of the table once, and no other."""
    if len(header.cells) == 1:
        for mark, name in OTHER_DELIMITERS.items():
            if mark in header.cells[0]:
                told = f"is parted by {name}. Save the file with commas between the cells."
                problems.add(table, header.line, "", told)
                return False
    unknown = [column for column in header.cells if column not in held.header.cells]
    for column in unknown:
        meant = did_you_mean(column, held.header.cells) or " Take it out."
        problems.add(table, header.line, "", f"{shown(column)} is no column of it.{meant}")
    return is_header(header, table, held.header.cells, problems) and not unknown


def _fault(line: str, fault: str) -> str:
    """What is wrong with a record that cannot be read."""
    return f"has more than {MOST_CELL_BYTES:,} bytes. Shorten it." if _is_large(line) else fault


def _is_large(text: str) -> bool:
    return len(text.encode("utf-8", "surrogatepass")) > MOST_CELL_BYTES
