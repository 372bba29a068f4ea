"""The tables with a proposal laid over them: what is saved here goes into the proposal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from annotations.proposals.composition import composed
from annotations.store import (
    Act,
    Check,
    Copy,
    Drafts,
    Event,
    Held,
    Line,
    PastLine,
    Proposal,
    Proposals,
    ProposedRow,
    Redirects,
    Removal,
    Saved,
    Store,
    Stories,
    Texts,
    id_and_time,
    refuse_clashes,
    refuse_nonsense,
)
from annotations.tables import Change, Clash, Conflict, Sheet, Snapshot, Version


class Overlay:
    """See `Store`. Nothing reaches the tables: a save makes a proposal, or changes this one.

    `proposal` is the one that is laid over, None until the first save. `clashes` are rows that
    it starts from and that are other ones in the tables by now: they are shown as the tables
    have them.
    """

    def __init__(self, store: Store, proposal: Proposal | None = None, source: str = "") -> None:
        self.below = store
        self.proposal = proposal
        self._source = source

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """The rows of the proposal that do not fit the tables any more."""
        return self._laid[1]

    @property
    def texts(self) -> Texts | None:
        """See `Store.texts`."""
        return self.below.texts

    @property
    def stories(self) -> Stories:
        """See `Store.stories`."""
        return self.below.stories

    @property
    def drafts(self) -> Drafts:
        """See `Store.drafts`."""
        return self.below.drafts

    @property
    def proposals(self) -> Proposals:
        """See `Store.proposals`."""
        return self.below.proposals

    @property
    def redirects(self) -> Redirects:
        """See `Store.redirects`."""
        return self.below.redirects

    @property
    def history_name(self) -> str:
        """See `Store.history_name`."""
        return self.below.history_name

    def version(self) -> str:
        """See `Store.version`: that of the tables where nothing is laid over them."""
        if self.proposal is None:
            return self.below.version()
        rows = repr(self.proposal.rows).encode("utf-8", "backslashreplace")
        return f"{self.below.version()} {hashlib.sha256(rows).hexdigest()}"

    def history_version(self) -> str:
        """See `Store.history_version`."""
        return self.below.history_version()

    def table(self, name: str) -> Sheet:
        """See `Tables.table`."""
        return self.snapshot().table(name)

    def snapshot(self) -> Snapshot:
        """See `Store.snapshot`."""
        if self.proposal is None:
            return self.below.snapshot()
        return self._laid[0]

    def trial(self, changes: Sequence[Change]) -> tuple[Snapshot, Snapshot]:
        """See `Store.trial`."""
        before = self.snapshot()
        refuse_clashes(before, changes)
        return before, laid_over(self.below, composed(self._rows, changes, ""))[0]

    def save(self, changes: Sequence[Change], act: Act, based_on: Version, check: Check) -> Saved:
        """Propose the changes; see `Store.save` for what is raised, and `Moved`."""
        refuse_nonsense(changes, act)
        before = self.snapshot()
        refuse_clashes(before, changes, based_on)
        rows = composed(self._rows, changes, act.who.strip())
        check(before, laid_over(self.below, rows)[0])
        key, time = id_and_time()
        now = self._proposed(key, time, rows, act)
        self.proposals.keep(now, self.proposal)
        self.proposal = now
        vars(self).pop("_laid", None)
        return Saved(now.id, time, tuple(changes))

    def _proposed(self, key: str, time: str, rows: tuple[ProposedRow, ...], act: Act) -> Proposal:
        """The proposal with these rows; one of which nothing is left is dropped as it was."""
        who, why = act.who.strip(), act.why.strip()
        if self.proposal is None:
            event = Event(time, who, "proposed", why)
            return Proposal(key, rows, (event,), self._source, act.undoes)
        event = Event(time, who, "changed" if rows else "dropped", why)
        events = (*self.proposal.events, event)
        return replace(self.proposal, rows=rows or self.proposal.rows, events=events)

    def past(self) -> Sequence[PastLine]:
        """See `Store.past`."""
        return self.below.past()

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
        return self.below.lines(save=save, table=table, key=key, who=who, limit=limit)

    def copies(self) -> Iterable[Copy]:
        """See `Store.copies`."""
        return self.below.copies()

    def without(self, plan: Removal) -> tuple[Snapshot, Stories]:
        """See `Store.without`."""
        return self.below.without(plan)

    def held(self, plan: Removal | None = None) -> Iterable[Held]:
        """See `Store.held`."""
        return self.below.held(plan)

    def forget(self, plan: Callable[[], Removal]) -> Removal:
        """See `Store.forget`."""
        return self.below.forget(plan)

    @property
    def _rows(self) -> tuple[ProposedRow, ...]:
        return self.proposal.rows if self.proposal else ()

    @cached_property
    def _laid(self) -> tuple[Snapshot, tuple[Clash, ...]]:
        return laid_over(self.below, self._rows)


def laid_over(store: Store, rows: Sequence[ProposedRow]) -> tuple[Snapshot, tuple[Clash, ...]]:
    """The tables with those of these rows that fit them, and the clashes of those that do not."""
    fitting, clashes = [row.change for row in rows], list[Clash]()
    while fitting:
        try:
            return store.trial(fitting)[1], tuple(clashes)
        except Conflict as conflict:
            clashes += conflict.rows
            found = {(clash.table, clash.key) for clash in conflict.rows}
            fitting = [
                change
                for change in fitting
                if not {(change.table, change.key), (change.table, change.key_after)} & found
            ]
    return store.snapshot(), tuple(clashes)
