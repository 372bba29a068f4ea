"""What of a record is only proposed: rows that no table has yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from annotations.store import Proposal, Store
from annotations.tables import Cells, Tables, rows_by_key
from annotations.withdraw.alone import REFERRING, whole
from annotations.withdraw.tables import WITH_ID

# What may be there for other rows alone; marked words and levels need nothing.
BROUGHT = ("mentions", "sources", "places")
NEEDS_NOTHING = ("mentions", "names", "publication")
WORD = re.compile(r"[\w-]+")

Rows = Sequence[tuple[str, Cells]]


def proposed(store: Store, named: Collection[str], tables: Tables) -> list[tuple[str, Cells]]:
    """The new rows of each proposal that name one of these, or are there with such a row alone.

    A proposal goes whole, but what else is in it may be proposed again.
    """
    names = whole(named)
    found: list[tuple[str, Cells]] = []
    for proposal in store.proposals.all():
        new = list(_new(proposal, tables))
        own = {n for n, (_, cells) in enumerate(new) if any(map(names.search, cells.values()))}
        found += (new[n] for n in sorted(_with_others(new, own)))
    return found


def _new(proposal: Proposal, tables: Tables) -> Iterator[tuple[str, Cells]]:
    for change in proposal.changes:
        is_new = change.key_after not in rows_by_key(tables, change.table)
        if change.after and change.before is None and is_new:
            yield change.table, change.after


def _with_others(new: Rows, own: set[int]) -> set[int]:
    """The numbers of these rows, of those that are of them, and of what only they need."""
    named = [_named(cells) for _, cells in new]
    while own:
        ids = {cells.get("id", "") for n in own for table, cells in (new[n],) if table in WITH_ID}
        here = set[str]().union(*(named[n] for n in own))
        others = Counter(
            word
            for n, (table, cells) in enumerate(new)
            if n not in own and table not in NEEDS_NOTHING
            for word in named[n] - {cells.get("id", "")}
        )
        more = {
            n
            for n, (table, cells) in enumerate(new)
            if n not in own
            and (
                ids & named[n] or (table in BROUGHT and cells.get("id", "") in here - others.keys())
            )
        }
        if not more:
            break
        own = own | more
    return own


def _named(cells: Cells) -> set[str]:
    """The ids that a row names, its own one included."""
    return set(WORD.findall("\n".join(cells.get(column, "") for column in REFERRING)))
