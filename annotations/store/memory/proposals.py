"""Proposals of a store in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from threading import Lock

from annotations.store.drafts import texts_in
from annotations.store.proposals import (
    Proposal,
    newest_first,
    of_data,
    refuse_moved,
    to_data,
)
from annotations.store.removal import Copy


class MemoryProposals:
    """See `Proposals`."""

    def __init__(self) -> None:
        self._proposals: dict[str, bytes] = {}
        self._writes = 0
        self._lock = Lock()

    def version(self) -> str:
        """See `Proposals.version`."""
        return str(self._writes)

    def all(self) -> tuple[Proposal, ...]:
        """See `Proposals.all`."""
        return newest_first([of_data(data) for data in self._proposals.values()])

    def broken(self) -> tuple[str, ...]:
        """See `Proposals.broken`: what is kept here can be read."""
        return ()

    def load(self, key: str) -> Proposal:
        """See `Proposals.load`."""
        return of_data(self._proposals[key])

    def keep(self, proposal: Proposal, seen: Proposal | None) -> None:
        """See `Proposals.keep`."""
        with self._lock:
            data = self._proposals.get(proposal.id)
            refuse_moved(of_data(data) if data else None, seen)
            self._proposals[proposal.id] = to_data(proposal)
            self._writes += 1

    def become(self, proposals: Iterable[Proposal]) -> None:
        """Take these in place of those with their ids."""
        for proposal in proposals:
            self._proposals[proposal.id] = to_data(proposal)
            self._writes += 1

    def copies(self, become: Iterable[Proposal] = ()) -> Iterator[Copy]:
        """Each proposal as something that may hold words of a record, some as they become."""
        instead = {proposal.id: to_data(proposal) for proposal in become}
        for key, data in sorted({**self._proposals, **instead}.items()):
            yield Copy("proposal", _ref(key), f"proposal {key}", tuple(texts_in(json.loads(data))))

    def forget(self, ref: str) -> None:
        """Remove the proposal of a copy, if it is one."""
        for key in [key for key in self._proposals if _ref(key) == ref]:
            self.drop(key)

    def drop(self, key: str) -> None:
        """See `Proposals.drop`."""
        with self._lock:
            self._proposals.pop(key, None)
            self._writes += 1


def _ref(key: str) -> str:
    return json.dumps(("proposal", key))
