"""CSV files in the shape of tables, compared with them: what they add, change, get wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from annotations.problems import Problem, Problems, RowPlace, in_order
from annotations.saving.file_rows import rows_of_files
from annotations.saving.new_problems import new_problems
from annotations.store import Store
from annotations.tables import Change, Refused, Sheet, table_of, told_cells

MOST_ROUNDS = 10


@dataclass(frozen=True)
class Preview:
    """What files would do together: changes to save, problems by line, rows that stay the same.

    Changes that come from rows with problems are among the changes: `save` refuses them. Rows
    of the tables that the files do not have are in none of the three, and stay. `elsewhere` are
    problems that the changes would bring to rows that are not in the files, by their lines in the
    tables as they would be. `unchanged` are tables and keys; `lines` are those of the rows of the
    files, by table and key.
    """

    changes: tuple[Change, ...]
    problems: tuple[Problem, ...]
    elsewhere: tuple[Problem, ...]
    unchanged: tuple[tuple[str, str], ...]
    lines: Mapping[tuple[str, str], int]

    @cached_property
    def sound(self) -> tuple[Change, ...]:
        """The changes that come from rows without a problem."""
        faulty = {(problem.table, problem.line) for problem in self.problems}
        return tuple(
            change
            for change in self.changes
            if (change.table, self.lines[change.table, change.key]) not in faulty
        )


def preview(store: Store, files: Mapping[str, str | bytes]) -> Preview:
    """Compare files, each under the name of its table, with the tables; nothing is written.

    Raises `Refused` for a table that cannot be written, `ValueError` for a name that no table
    has.
    """
    sheets, problems = {table: _sheet(store, table) for table in files}, Problems()
    rows = rows_of_files({table: s.columns for table, s in sheets.items()}, files, problems)
    changes, unchanged = [], []
    for (table, key), row in rows.items():
        now = sheets[table].by_key.get(key)
        # An older file says nothing of the columns that came later: there the table stands.
        cells = {**{c: (now or {}).get(c, "") for c in table_of(table).later}, **row.cells}
        if told_cells(now) == told_cells(cells):
            unchanged.append((table, key))
        else:
            changes.append(Change(table, key, now, cells))
    lines = {at: row.line for at, row in rows.items()}
    return _checked(store, Preview(tuple(changes), tuple(problems), (), tuple(unchanged), lines))


def _sheet(store: Store, table: str) -> Sheet:
    """A table that files are compared with. Raises `Refused`, `ValueError`."""
    sheet = store.table(table_of(table).name)
    if sheet.broken:
        raise Refused(sheet.broken)
    return sheet


def sound_part(store: Store, told: Preview) -> Preview:
    """The part of the files that can be saved without their rows that have problems.

    Rows that count on those left out may have a problem then, and are left out as well. There
    is no change in it where other rows of the tables would still get a problem.
    """
    part = told
    for _ in range(MOST_ROUNDS):
        sound = part.sound
        if sound == part.changes:
            return replace(part, changes=() if part.elsewhere else sound)
        part = _checked(store, replace(part, changes=sound, elsewhere=()))
    return replace(part, changes=())


def _checked(store: Store, told: Preview) -> Preview:
    """The same with what its changes would add as problems."""
    if not told.changes:
        return replace(told, problems=tuple(in_order(dict.fromkeys(told.problems))))
    before, after = store.trial(told.changes)
    own, elsewhere = list(told.problems), []
    for problem in new_problems(store, before, after, told.changes):
        at = problem.table, problem.key
        if at in told.lines:
            place = RowPlace(f"{at[0]}.csv", told.lines[at])
            own.append(Problem(place, problem.column, problem.message, *at))
        else:
            elsewhere.append(problem)
    return replace(told, problems=tuple(in_order(dict.fromkeys(own))), elsewhere=tuple(elsewhere))
