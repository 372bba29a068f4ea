"""Journeys that were withheld until their review, before writings were proposals."""

from __future__ import annotations

from annotations.collection import TABLE
from annotations.proposals.overlay import Overlay
from annotations.saving import save
from annotations.store import Saved, Store
from annotations.tables import Change, rows_by_key, started_from

# The reason that a new journey was withheld for.
REASON = "Not reviewed yet"


def withheld_unreviewed(store: Store) -> tuple[Change, ...]:
    """What would show each journey that is withheld for `REASON` and is in no open proposal."""
    waits = {
        (change.table, change.key)
        for one in store.proposals.all()
        if one.is_open
        for change in one.changes
    }
    return tuple(
        Change(TABLE, key, row, None)
        for key, row in rows_by_key(store, TABLE).items()
        if row.get("reason") == REASON and (TABLE, key) not in waits
    )


def propose_to_show(store: Store, change: Change, who: str) -> Saved:
    """A proposal that shows such a journey. Raises what `save` raises."""
    why = f"Show {change.key}, which was withheld until its review"
    return save(Overlay(store), [change], who, why, started_from([change]))
