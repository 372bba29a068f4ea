"""Hiding at once, by one person: whatever a visitor sees of a record can only become less."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from annotations.collection import AS_IS, TABLE
from annotations.problems import INVISIBLE
from annotations.proposals.asked import YES
from annotations.proposals.rules import LEVELS, NOTHING, levels_of, only_hides
from annotations.saving import new_problems
from annotations.store import HIDDEN, Act, Saved, Store
from annotations.tables import (
    LONGEST_TEXT,
    Cells,
    Change,
    Refused,
    Snapshot,
    rows_by_key,
    started_from,
)

DAYS_TO_REVIEW = 90
MARKUP = re.compile(r"[<>|$`*_\\\[\]{}]|[^\S\n ]")


def hide(
    store: Store,
    record: str,
    who: str,
    reason: str,
    levels: Mapping[str, str] = NOTHING,
    asked: bool = False,
) -> Saved:
    """Withhold a journey, a stop or a place, or show it in less detail, from now on.

    `levels` are those of `place`, `date` and `names`; a level that is coarser already stays.
    `asked` is True where the person asked for it. Raises `ValueError` without a reason and where
    nothing would be hidden that is not hidden now, `Refused` for a row that cannot be read, and
    what `Store.save` raises.
    """
    if not reason.strip():
        raise ValueError("Say why it is hidden. Visitors do not see the reason.")
    before = rows_by_key(store, TABLE).get(record)
    after = _row(record, before, _plain(reason), levels, asked)
    told = (*LEVELS, "asked")
    if before is not None and all(after[name] == before.get(name, "") for name in told):
        raise ValueError("It is hidden like this already.")
    return hide_more(store, Change(TABLE, record, before, after), who)


def hide_more(store: Store, change: Change, who: str) -> Saved:
    """Write a row of publication.csv that only hides.

    Raises `ValueError` for one that shows anything, and what `hide` raises.
    """
    if not only_hides(change):
        raise ValueError("This would show more. Propose it: a second person decides.")
    changes, record = [change], change.key

    def check(then: Snapshot, now: Snapshot) -> None:
        """Other rows are no obstacle: to hide somebody must never wait for a correction."""
        own = [
            problem
            for problem in new_problems(store, then, now, changes)
            if (problem.table, problem.key) == (TABLE, record)
        ]
        if own:
            raise Refused(own)

    why = (change.after or {}).get("reason", "")
    return store.save(changes, Act(who, why, HIDDEN), started_from(changes), check)


def _plain(reason: str) -> str:
    """The reason as a row can keep it: it never stands in the way."""
    bare = MARKUP.sub(" ", INVISIBLE.sub("", reason)).strip()
    return bare[:LONGEST_TEXT].strip() or HIDDEN


def _row(
    record: str, before: Cells | None, reason: str, levels: Mapping[str, str], asked: bool
) -> Cells:
    was, seen = dict(before or {}), levels_of(before)
    row = {
        "record": record, "role": "", "note": "",
        "review": (date.today() + timedelta(DAYS_TO_REVIEW)).isoformat(),
        **was, "reason": reason,
    }  # fmt: skip
    for column, order in LEVELS.items():
        both = (seen[column], levels.get(column, AS_IS))
        row[column] = order[max(map(order.index, both))]
    row["asked"] = YES if asked else was.get("asked", "")
    return row
