"""Review by a second person: a row is reviewed by somebody who did not write it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from annotations.changes import Cells, Change, started_from, told_cells
from annotations.history import REJECTED, REVIEWED, Line, history, of_row
from annotations.review_only import PENDING, is_pending, pending
from annotations.saving import Act, Saved, commit
from annotations.table_edit import Edit
from annotations.table_store import Store
from annotations.table_text import held_table

__all__ = [
    "PENDING",
    "OwnWork",
    "changes_since_review",
    "is_pending",
    "last_writer",
    "pending",
    "rejected",
    "reviewed",
]

STATUS = "status"


class OwnWork(Exception):
    """Whoever changed a row last cannot be the one who reviews it."""


def reviewed(store: Store, table: str, key: str, who: str) -> Saved:
    """Set the status of a row to `reviewed`.

    Raises `OwnWork` for whoever made the last change to what it says; a row without history
    may be reviewed by anybody. Raises `LookupError` where there is no such row, `ValueError` for
    a table without status, and what `annotations.saving.save` raises.
    """
    row = _row(store, table, key)
    maker = last_writer(history(store, table, key), table, key)
    if maker is not None and _person(maker) == _person(who):
        raise OwnWork(f"{who} made the last change to '{key}'. Somebody else has to review it.")
    return _with_status(store, Change(table, key, row, {**row, STATUS: "reviewed"}), who, "")


def rejected(store: Store, table: str, key: str, who: str, reason: str) -> Saved:
    """Set the status of a row back to `draft`; the reason stands in the history.

    Raises `ValueError` without a reason, and what `reviewed` raises, but for `OwnWork`.
    """
    if not reason.strip():
        raise ValueError("Say why the row is rejected, so that its writer can mend it.")
    row = _row(store, table, key)
    return _with_status(store, Change(table, key, row, {**row, STATUS: "draft"}), who, reason)


def changes_since_review(
    lines: Iterable[Line], table: str, key: str
) -> Mapping[str, tuple[str, str]]:
    """What a row says now and did not when it was last reviewed: (before, after) by column.

    Of a row that was never reviewed, or whose review was undone, it is what changed since its
    first line; of a new row all that it says. The status is left out.
    """
    lines = list(lines)
    undone = {line.undoes for line in lines}
    own = of_row(lines, table, key)
    if not own:
        return {}
    before = own[0].before or {}
    for line in own:
        if line.act == REVIEWED and line.save not in undone:
            before = line.after or {}
    after = own[-1].after or {}
    return {
        column: (before.get(column, ""), after.get(column, ""))
        for column in (*before, *(column for column in after if column not in before))
        if column != STATUS and before.get(column, "") != after.get(column, "")
    }


def last_writer(lines: Iterable[Line], table: str, key: str) -> str | None:
    """Who last changed what a row says, other than its status; None without history."""
    own = of_row(lines, table, key)
    wrote = [line.who for line in own if _words(line.before) != _words(line.after)]
    return wrote[-1] if wrote else None


def _words(cells: Cells | None) -> Cells:
    return {column: text for column, text in (told_cells(cells) or {}).items() if column != STATUS}


def _person(who: str) -> str:
    return " ".join(who.split()).casefold()


def _row(store: Store, table: str, key: str) -> Cells:
    held = held_table(store, table)
    if STATUS not in held.header.cells:
        raise ValueError(f"{table}.csv has no status to review.")
    if key not in held.rows:
        raise LookupError(f"no row '{key}' in {table}.csv.")
    return held.rows[key]


def _with_status(store: Store, change: Change, who: str, why: str) -> Saved:
    act = REVIEWED if change.after[STATUS] == "reviewed" else REJECTED
    return commit(store, [Edit(change)], Act(who, why, act), started_from([change]))
