"""A store in memory: tables, history, drafts, texts and stories that end with their process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock

from annotations.problems import RowPlace
from annotations.store.acts import (
    Act,
    Check,
    Saved,
    id_and_time,
    in_columns,
    in_order,
    line_of,
    refuse_broken,
    refuse_clashes,
    refuse_nonsense,
    refuse_twice,
)
from annotations.store.lines import Line, PastLine, read_lines
from annotations.store.memory_proposals import MemoryProposals
from annotations.store.memory_shelf import MemoryDrafts, MemoryStories, MemoryTexts
from annotations.store.protocol import Busy
from annotations.store.removal import Copy, Removal, StoriesLeft
from annotations.store.stories import Stories
from annotations.store.trail import chosen
from annotations.tables import (
    Cells,
    Change,
    Sheet,
    Snapshot,
    Tables,
    Version,
    WrittenRow,
    key_of,
    sheets,
    started_from,
    written,
)

LONGEST_WAIT_S = 30.0
HISTORY = "history"


@dataclass(frozen=True)
class _State:
    """All that a store has at one moment, but for what lies beside its tables."""

    tables: Mapping[str, Sheet]
    lines: Sequence[Line] = ()

    @cached_property
    def version(self) -> str:
        """A digest of all rows."""
        rows = {name: (s.columns, [r.cells for r in s.rows]) for name, s in self.tables.items()}
        return hashlib.sha256(repr(rows).encode("utf-8", "backslashreplace")).hexdigest()


class MemoryStore:
    """See `Store`. The place of a row is its number in its table, from 1."""

    def __init__(
        self,
        tables: Tables,
        stories: Mapping[str, str] | None = None,
        texts: MemoryTexts | None = None,
    ) -> None:
        self.texts = texts
        self.stories = MemoryStories(stories or {})
        self.drafts = MemoryDrafts()
        self.proposals = MemoryProposals()
        self.history_name = HISTORY
        given = sheets(tables)
        self._state = _State({
            name: sheet if sheet.broken else _with_rows(sheet, map(sheet.cells, sheet.rows))
            for name, sheet in given.items()
        })  # fmt: skip
        self._lock = Lock()

    def version(self) -> str:
        """See `Store.version`."""
        return self._state.version

    def history_version(self) -> str:
        """See `Store.history_version`."""
        lines = repr(self._state.lines).encode("utf-8", "backslashreplace")
        return hashlib.sha256(lines).hexdigest()

    def table(self, name: str) -> Sheet:
        """See `Tables.table`."""
        return self._state.tables[name]

    def snapshot(self) -> Snapshot:
        """See `Store.snapshot`."""
        return Snapshot(self._state.version, self._state.tables)

    def trial(self, changes: Sequence[Change]) -> tuple[Snapshot, Snapshot]:
        """See `Store.trial`."""
        before = self.snapshot()
        return before, _changed(before, changes, started_from(changes))

    def save(self, changes: Sequence[Change], act: Act, based_on: Version, check: Check) -> Saved:
        """See `Store.save`."""
        refuse_nonsense(changes, act)
        with self._locked():
            before = self.snapshot()
            after = _changed(before, changes, based_on)
            check(before, after)
            refuse_twice(before, changes)
            saved = Saved(*id_and_time(), tuple(in_order(before, changes)))
            lines = [line_of(change, act, saved) for change in saved.changes]
            if act.closes:
                self.proposals.keep(act.closes.after(saved), act.closes.seen)
            self._state = _State(after.tables, (*self._state.lines, *lines))
        return saved

    def past(self) -> Sequence[PastLine]:
        """See `Store.past`."""
        return [
            PastLine(RowPlace(HISTORY, number), repr(line), line)
            for number, line in enumerate(self._state.lines, start=1)
        ]

    def lines(
        self,
        *,
        save: str | None = None,
        table: str | None = None,
        key: str | None = None,
        who: str | None = None,
        limit: int | None = None,
    ) -> Sequence[Line]:
        """See `Store.lines`."""
        return chosen(read_lines(self.past()), save, table, key, who, limit)

    def copies(self) -> Iterator[Copy]:
        """See `Store.copies`."""
        yield from self.drafts.copies()
        yield from self.proposals.copies()
        if self.texts is not None:
            yield from self.texts.copies()

    def without(self, plan: Removal) -> tuple[Snapshot, Stories]:
        """See `Store.without`."""
        before = self.snapshot()
        tables = {
            name: _without(sheet, plan.rows.get(name, {})) for name, sheet in before.tables.items()
        }
        return replace(before, tables=tables), StoriesLeft(self.stories, plan.stories)

    def forget(self, plan: Callable[[], Removal]) -> Removal:
        """See `Store.forget`."""
        with self._locked():
            made = plan()
            numbered = enumerate(self._state.lines, start=1)
            left = (made.lines.get(number, line) for number, line in numbered)
            lines = [line for line in left if line is not None]
            self._state = _State(self.without(made)[0].tables, (*lines, made.added))
            self.stories.become(made.stories)
            for ref in made.copies:
                self.drafts.forget(ref)
                self.proposals.forget(ref)
                if self.texts is not None:
                    self.texts.forget(ref)
        return made

    @contextmanager
    def _locked(self) -> Iterator[None]:
        if not self._lock.acquire(timeout=LONGEST_WAIT_S):
            told = f"Somebody else has been saving for {LONGEST_WAIT_S:g} seconds. Try again."
            raise Busy(told)
        try:
            yield
        finally:
            self._lock.release()


def _changed(before: Snapshot, changes: Sequence[Change], based_on: Version) -> Snapshot:
    """The tables after these changes; raises what `Store.save` does before it checks."""
    refuse_broken(before, changes)
    refuse_clashes(before, changes, based_on)
    tables = dict(before.tables)
    for name in {change.table for change in changes}:
        own = [change for change in changes if change.table == name]
        tables[name] = _with_changes(before.table(name), own)
    return replace(before, tables=tables)


def _with_changes(sheet: Sheet, changes: Sequence[Change]) -> Sheet:
    """Changed rows in their places, new ones at the end."""
    wanted = {change.key: change.after for change in changes if change.before is not None}
    rows: list[Cells] = []
    for row in sheet.rows:
        after = wanted.pop(row.key) if row.key in wanted else sheet.cells(row)
        if after is not None:
            rows.append(after)
    rows += (change.after for change in changes if change.before is None and change.after)
    return _with_rows(sheet, rows)


def _without(sheet: Sheet, rows: Mapping[str, Cells | None]) -> Sheet:
    """A table without the rows that go, and with other cells in those that change."""
    if not rows:
        return sheet
    left = (rows[row.id] if row.id in rows else sheet.cells(row) for row in sheet.rows)
    return _with_rows(sheet, (cells for cells in left if cells is not None))


def _with_rows(sheet: Sheet, rows: Iterator[Cells] | Sequence[Cells]) -> Sheet:
    """The table with these rows, counted from 1."""
    found: list[WrittenRow] = []
    keys: set[str] = set()
    for number, cells in enumerate(rows, start=1):
        key = key_of(sheet.table, cells)
        told = in_columns(sheet.columns, cells)
        row_id = f"{key}#{number}" if key in keys else key
        keys.add(key)
        place = RowPlace(sheet.table, number)
        found.append(WrittenRow(row_id, key, place, tuple(told), f"{written(told)}\n"))
    return replace(sheet, place=RowPlace(sheet.table, 0), rows=tuple(found))
