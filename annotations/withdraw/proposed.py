"""What of a record is only proposed: rows that no table has yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from annotations.store import Proposal, Store
from annotations.tables import Cells, Tables, rows_by_key
from annotations.withdraw.alone import whole


def proposed(store: Store, named: Collection[str], tables: Tables) -> list[tuple[str, Cells]]:
    """The new rows of each proposal in which a row names one of these, and their tables."""
    names = whole(named)
    return [
        row
        for proposal in store.proposals.all()
        for new in [list(_new(proposal, tables))]
        if any(names.search(text) for _, cells in new for text in cells.values())
        for row in new
    ]


def _new(proposal: Proposal, tables: Tables) -> Iterator[tuple[str, Cells]]:
    for change in proposal.changes:
        is_new = change.key_after not in rows_by_key(tables, change.table)
        if change.after and change.before is None and is_new:
            yield change.table, change.after
