"""A CSV in the shape of a table, held against the table: what it adds, changes, gets wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from annotations.changes import Change, told_cells
from annotations.file_rows import rows_of_file
from annotations.problems import Problem, Problems
from annotations.review_only import left_to_review
from annotations.save_check import new_problems
from annotations.table_edit import Edit, edited
from annotations.table_store import Store
from annotations.table_text import TableText, held_table

MOST_ROUNDS = 5


@dataclass(frozen=True)
class Preview:
    """What a file would do: changes to save, its problems by line, the keys that stay the same.

    Changes that come from rows with problems are among the changes: `save` refuses them. Rows
    of the table that the file does not have are in none of the three, and stay. `elsewhere` are
    problems that the changes would bring to rows that are not in the file, by their lines in the
    tables as they would be. `lines` are those of the rows of the file, by key.
    """

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    elsewhere: tuple[Problem, ...]
    unchanged: tuple[str, ...]
    lines: Mapping[str, int]

    @property
    def sound(self) -> tuple[Change, ...]:
        """The changes that come from rows without a problem."""
        faulty = {problem.line for problem in self.problems}
        return tuple(c for c in self.changes if self.lines[c.key] not in faulty)


def preview(store: Store, table: str, text: str | bytes) -> Preview:
    """Compare a file with a table; nothing is written.

    Raises `Refused` for a table that cannot be written, `ValueError` for a name that no table
    has.
    """
    held, problems = held_table(store, table), Problems()
    rows = rows_of_file(table, held.header.cells, text, problems)
    changes, unchanged = [], []
    for key, row in rows.items():
        now = held.rows.get(key)
        if told_cells(now) == told_cells(row.cells):
            unchanged.append(key)
        else:
            changes.append(Change(table, key, now, row.cells))
    lines = {key: row.line for key, row in rows.items()}
    told = Preview(tuple(changes), tuple(problems), (), tuple(unchanged), lines)
    return _checked(store, held, told)


def sound_part(store: Store, table: str, told: Preview) -> Preview:
    """The part of a file that can be saved without its rows that have problems.

    Rows that count on those left out may have a problem then, and are left out as well. There
    is no change in it where other rows of the tables would still get a problem.
    """
    held, part = held_table(store, table), told
    for _ in range(MOST_ROUNDS):
        sound = part.sound
        if len(sound) == len(part.changes):
            break
        part = _checked(store, held, replace(part, changes=sound, elsewhere=()))
        if part.sound == part.changes and not part.elsewhere:
            return part
    return replace(part, changes=())


def _checked(store: Store, held: TableText, told: Preview) -> Preview:
    """The same with what its changes would add as problems."""
    if not told.changes:
        return replace(told, problems=_in_order(told.problems))
    changed = edited(held, [Edit(change) for change in told.changes])
    own, elsewhere = set(told.problems), []
    both = {held.table: held}, {held.table: changed}
    found = (*new_problems(store, *both, told.changes), *left_to_review(*both, told.changes))
    for problem in found:
        key = changed.key_at(problem.line) if problem.table == held.table else None
        if key in told.lines:
            own.add(replace(problem, line=told.lines[key]))
        else:
            elsewhere.append(problem)
    return replace(told, problems=_in_order(own), elsewhere=tuple(elsewhere))


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(set(problems)))
