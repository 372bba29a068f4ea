"""Changes made on top of proposed ones, as one set of changes to the tables."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.store import ProposedRow, Row
from annotations.tables import Cells, Change, told_cells


def composed(
    rows: Sequence[ProposedRow], changes: Sequence[Change], who: str
) -> tuple[ProposedRow, ...]:
    """The rows of a proposal once somebody has changed the tables that it is laid over.

    `changes` start from those tables. What comes back to the row that the tables have is in the
    proposal no more; a row that is changed again belongs to whoever changed it last.
    """
    written = {_after(row.change): n for n, row in enumerate(rows) if row.change.after is not None}
    begun = {_before(row.change): n for n, row in enumerate(rows) if row.change.before is not None}
    removed = {_before(row.change): n for n, row in enumerate(rows) if row.change.after is None}
    left: dict[int, ProposedRow] = dict(enumerate(rows))
    added: list[ProposedRow] = []
    for change in changes:
        at = change.table, change.key
        number = begun.get(at) if change.before is not None else removed.get(at)
        if change.before is not None and at in written:
            number = written[at]
        if number is None:
            added.append(ProposedRow(change, who))
            continue
        whole = _joined(rows[number].change, change)
        left.pop(number, None)
        if told_cells(whole.before) != told_cells(whole.after):
            left[number] = ProposedRow(whole, who)
    return (*(left[number] for number in sorted(left)), *added)


def _joined(first: Change, then: Change) -> Change:
    """Both changes of one row as one; the first one may start from an older state of it."""
    again = then.before is not None and told_cells(then.before) != told_cells(first.after)
    before: Cells | None = then.before if again else first.before
    key = first.key if first.before is not None or then.after is None else then.key_after
    return Change(first.table, key, before, then.after)


def _before(change: Change) -> Row:
    return change.table, change.key


def _after(change: Change) -> Row:
    return change.table, change.key_after
