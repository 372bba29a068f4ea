"""A store in memory: tables, history, drafts, texts and stories that end with their process."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from threading import Lock

from annotations.problems import RowPlace
from annotations.store.acts import (
    Act,
    Check,
    Saved,
    id_and_time,
    in_order,
    line_of,
    refuse_nonsense,
    refuse_twice,
)
from annotations.store.lines import Line, PastLine, read_lines
from annotations.store.memory.proposals import MemoryProposals
from annotations.store.memory.shelf import (
    MemoryDrafts,
    MemoryRedirects,
    MemoryStories,
    MemoryTexts,
)
from annotations.store.memory.tables import changed, with_rows, without
from annotations.store.proposals import Proposal
from annotations.store.protocol import Busy
from annotations.store.removal import Copy, Held, Kind, Removal, StoriesLeft
from annotations.store.stories import Stories
from annotations.store.trail import chosen
from annotations.tables import (
    Change,
    Sheet,
    Snapshot,
    Tables,
    Version,
    sheets,
    started_from,
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
        self.redirects = MemoryRedirects()
        self.history_name = HISTORY
        given = sheets(tables)
        self._state = _State({
            name: sheet if sheet.broken else with_rows(sheet, map(sheet.cells, sheet.rows))
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
        return before, changed(before, changes, started_from(changes))

    def save(self, changes: Sequence[Change], act: Act, based_on: Version, check: Check) -> Saved:
        """See `Store.save`."""
        refuse_nonsense(changes, act)
        with self._locked():
            before = self.snapshot()
            after = changed(before, changes, based_on)
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
        return self._copies()

    def _copies(self, become: Sequence[Proposal] = ()) -> Iterator[Copy]:
        yield from self.drafts.copies()
        yield from self.proposals.copies(become)
        yield from self.redirects.copies()
        if self.texts is not None:
            yield from self.texts.copies()

    def without(self, plan: Removal) -> tuple[Snapshot, Stories]:
        """See `Store.without`."""
        before = self.snapshot()
        tables = {
            name: without(sheet, plan.rows.get(name, {})) for name, sheet in before.tables.items()
        }
        return replace(before, tables=tables), StoriesLeft(self.stories, plan.stories)

    def held(self, plan: Removal | None = None) -> Iterator[Held]:
        """See `Store.held`."""
        state = self._state if plan is None else self._left(plan)
        stories = self.stories if plan is None else StoriesLeft(self.stories, plan.stories)
        for name, sheet in state.tables.items():
            yield Held(name, "records", "".join(row.written for row in sheet.rows))
        yield Held(HISTORY, "records", "\n".join(map(repr, state.lines)))
        for name in stories.names():
            yield Held(f"stories/{name}", "records", stories.exact(name))
        for copy in self._copies(plan.proposals if plan else ()):
            follows = plan and plan.renamed and copy.kind == "redirect"
            if plan is None or (copy.ref not in plan.copies and not follows):
                text = self.texts and copy.digest and self.texts.text(copy.digest)
                kind: Kind = copy.kind if copy.kind in ("draft", "proposal") else "records"
                kind = "text" if text else kind
                yield Held(copy.name, kind, text or "\n".join(copy.texts))

    def _left(self, plan: Removal) -> _State:
        """Tables and history without what a plan forgets."""
        numbered = enumerate(self._state.lines, start=1)
        left = (plan.lines.get(number, (line,)) for number, line in numbered)
        lines = chain(*left, [plan.added], plan.moved)
        return _State(self.without(plan)[0].tables, tuple(lines))

    def forget(self, plan: Callable[[], Removal]) -> Removal:
        """See `Store.forget`."""
        with self._locked():
            made = plan()
            self._state = self._left(made)
            self.stories.become(made.stories)
            self.proposals.become(made.proposals)
            self.redirects.withdraw(made.withdrawn)
            if made.renamed:
                self.redirects.rename(made.renamed)
            for ref in made.copies:
                self.drafts.forget(ref)
                self.proposals.forget(ref)
                self.redirects.forget(ref)
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
