"""What became of a row since a save wrote it, and whether visitors see it now as it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from annotations.audit.past_tables import take_back
from annotations.audit.sight import Sight, Sights
from annotations.collection import AS_IS, TABLE, load
from annotations.records import Collection
from annotations.saving import is_review, words, wrote
from annotations.store import WITHDRAWN, Line, Row, Step, Store, Trail, saves_of, trail
from annotations.tables import Cells, Snapshot, rows_by_key, told_cells

LEVELS = ("place", "date", "names")
# The row is as the save left it, went back with an undo, says something else, or is gone.
Fate = Literal["stands", "undone", "changed", "gone"]


@dataclass(frozen=True)
class Since:
    """What became of a row: `by` is the line that last changed it, None for a change by hand.

    `sight` is what visitors see of the row now; `reviewed` the line of whoever looked at it
    since, as it was written.
    """

    fate: Fate
    by: Line | None
    sight: Sight
    reviewed: Line | None

    @property
    def is_public(self) -> bool:
        """True where visitors see the row now as it was written, or less of it."""
        return self.fate == "stands" and self.sight != "nothing"


@dataclass(frozen=True)
class Audit:
    """The history and the tables as they are now; `lines` are all of them, the oldest first.

    `collection` has the records of the tables, hidden ones included.
    """

    lines: Sequence[Line]
    tables: Snapshot
    collection: Collection

    @cached_property
    def saves(self) -> Mapping[str, Sequence[Line]]:
        """The saves that changed a row or withdrew a record, the newest first."""
        found = saves_of(self.lines)
        return {save: own for save, own in found.items() if any(map(changes_anything, own))}

    @cached_property
    def undone(self) -> Mapping[str, Line]:
        """The saves that are taken back, each with a line that did."""
        by = {line.undoes: line for line in self.lines if line.undoes}
        return {save: by[save] for save in self._trail.undone}

    @cached_property
    def hiding(self) -> frozenset[str]:
        """The saves before or after which visitors saw less of any record than the tables had."""
        rows = {(TABLE, key): row for key, row in self._rows[TABLE].items()}
        every = bool(self.tables.table(TABLE).broken)
        found, after = set[str](), _hides(rows)
        for save, lines in saves_of(self.lines).items():
            take_back(rows, [line for line in lines if line.table == TABLE and line.key])
            before = _hides(rows)
            if every or before or after:
                found.add(save)
            after = before
        return frozenset(found)

    def cells(self, table: str, key: str) -> Cells:
        """A row as it is now, or as it was last; empty where nothing tells of it."""
        if key in self._rows[table]:
            return self._rows[table][key]
        steps = self._trail.gone.get((table, key), ())
        return (steps[-1].line.before if steps else None) or {}

    @cached_property
    def untold(self) -> int:
        """How many rows no line of the history tells of."""
        told = set(self._trail.rows)
        return sum((name, key) not in told for name, rows in self._rows.items() for key in rows)

    def since(self, line: Line) -> Since:
        """What became of the row of a line."""
        key, row, later = self._after[id(line)]
        wrote_last = [step.line for step in later if wrote(step.line.change)]
        fate = self._fate(line, row)
        by = self.undone.get(line.save) or (wrote_last[-1] if wrote_last else None)
        reviews = [step.line for step in later if is_review(step.line)]
        reviewed = reviews[-1] if reviews and fate == "stands" and not wrote_last else None
        sight: Sight = self._sights.of(line.table, key) if row or line.table == TABLE else "nothing"
        return Since(fate, by if fate != "stands" else None, sight, reviewed)

    def is_as_left(self, save: str) -> bool:
        """True where every row is still as a save left it, so that an undo fits."""
        return not self._altered(save)

    def later(self, save: str) -> Sequence[Line]:
        """A line of each save that changed rows of this one since and stands, the newest first.

        An undo fits once these are undone, or the rows are corrected by hand.
        """
        found = {
            step.line.save: step
            for line in self._altered(save)
            for step in self._after[id(line)][2]
            if changes_a_row(step.line) and step.line.save not in self.undone
        }
        return [s.line for s in sorted(found.values(), key=lambda step: -step.at)
                if s.line.undoes not in self.undone]  # fmt: skip

    def is_public(self, save: str) -> bool:
        """True where visitors see a row of a save now as it wrote it."""
        lines = filter(changes_a_row, self.saves[save])
        return any(self.since(line).is_public for line in lines if shows(line))

    def _altered(self, save: str) -> list[Line]:
        """The lines of a save that changed rows which are not as it left them."""
        lines = [line for line in self.saves[save] if changes_a_row(line)]
        lines.sort(key=lambda line: line.after is not None)  # a row may have taken a free key
        left = {(line.table, line.change.key_after): line.after for line in lines}
        altered = {
            (table, key)
            for (table, key), cells in left.items()
            if told_cells(self._rows[table].get(key)) != told_cells(cells)
        }
        return [line for line in lines if (line.table, line.change.key_after) in altered]

    def _fate(self, line: Line, row: Cells | None) -> Fate:
        if line.save in self.undone:
            return "undone"
        if words(row) == words(line.after):
            return "stands"
        return "gone" if row is None else "changed"

    @cached_property
    def _rows(self) -> Mapping[str, Mapping[str, Cells]]:
        return {name: rows_by_key(self.tables, name) for name in self.tables.tables}

    @cached_property
    def _sights(self) -> Sights:
        return Sights(self.collection)

    @cached_property
    def _trail(self) -> Trail:
        return trail(self.lines)

    @cached_property
    def _after(self) -> Mapping[int, tuple[str, Cells | None, Sequence[Step]]]:
        """The key that the row of each line has now, or had last, the row, and its later steps."""
        found: dict[int, tuple[str, Cells | None, Sequence[Step]]] = {}
        for (table, key), steps in self._trail.every:
            is_there = self._trail.rows.get((table, key), steps) is steps
            row = self._rows.get(table, {}).get(key) if is_there else None
            for at, step in enumerate(steps, start=1):
                found[id(step.line)] = key, row, steps[at:]
        return found


def audit(store: Store) -> Audit:
    """The history and the tables of a store as they are now. Raises `BrokenHistory`."""
    tables = store.snapshot()
    return Audit(store.lines(), tables, load(tables).collection)


def changes_a_row(line: Line) -> bool:
    """True for a line that changes its row, and does not only remark on it."""
    is_told = line.act != WITHDRAWN and not line.cut
    return is_told and told_cells(line.before) != told_cells(line.after)


def changes_anything(line: Line) -> bool:
    """True for a line that changes its row, or tells of a withdrawal."""
    return line.act == WITHDRAWN or changes_a_row(line)


def _hides(rows: Mapping[Row, Cells]) -> bool:
    """True where a row of publication.csv says anything but as it is, or cannot be followed."""
    return any(row.get(column) != AS_IS for row in rows.values() for column in LEVELS)


def shows(line: Line) -> bool:
    """True for a line that leaves a row behind, other than one that says what is hidden."""
    return line.after is not None and line.table != TABLE
