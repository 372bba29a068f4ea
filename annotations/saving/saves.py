"""Saving changes to rows: whole or not at all, checked, compared with what others did meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotations.saving.following import with_followers
from annotations.saving.new_problems import refuse_new_problems
from annotations.store import RENAMED, UNDONE, WITHDRAWN, Act, Line, Saved, Store
from annotations.tables import Change, Snapshot, Version, started_from


def save(store: Store, changes: Sequence[Change], who: str, why: str, based_on: Version) -> Saved:
    """Write the changes to their tables and to the history, all of them or none.

    Raises what `Store.save` raises; `Refused` also for new problems.
    """
    return commit(store, changes, Act(who, why), based_on)


def undo(store: Store, save_id: str, who: str) -> Saved:
    """Save the reverse of a save: its rows are again as they were written before.

    Rows that name a stop follow it to the number that it had, so that what is hidden stays so.
    Raises `Conflict` where a row was changed since, `Refused` where other rows count on it by
    now, `LookupError` for a save that the history does not have, or not whole, because a record
    of it was withdrawn, and what `save` raises.
    """
    lines = store.lines(save=save_id)
    if not lines:
        raise LookupError(f"no save '{save_id}' in the history.")
    if any(line.thinned or line.act == WITHDRAWN for line in lines):
        told = "a record was withdrawn. What is left of it cannot be undone."
        raise LookupError(f"save '{save_id}' is not whole: {told}")
    if lines[0].act == RENAMED:
        told = "gave a record another id. Rename it again: python -m annotations.rename."
        raise LookupError(f"save '{save_id}' {told}")
    changes = with_followers(store, map(_reverse, lines))
    act = Act(who, f"undo: {lines[0].why}", UNDONE, save_id)
    return commit(store, changes, act, started_from(changes))


def _reverse(line: Line) -> Change:
    return Change(line.table, line.change.key_after, before=line.after, after=line.before)


def commit(
    store: Store,
    changes: Sequence[Change],
    act: Act,
    based_on: Version,
    still: Callable[[Snapshot], None] = lambda before: None,
) -> Saved:
    """What `save` does, for any kind of save.

    `still` is given the tables when nobody else can write any more, and raises what speaks
    against it.
    """

    def check(before: Snapshot, after: Snapshot) -> None:
        still(before)
        refuse_new_problems(store, before, after, changes)

    return store.save(changes, act, based_on, check)
