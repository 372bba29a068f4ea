"""Rows of no journey that only one person stands behind, for a second person to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from annotations.proposals import OwnWork, only_hides
from annotations.review.desk import Desk, desk, named_by
from annotations.review.writers import is_of, not_accepted
from annotations.saving import REVIEWED_ROW, STATUS, commit, words
from annotations.store import HIDDEN, REVIEWED, Act, Line, Row, Saved, Step, Store
from annotations.tables import Change, Clash, Conflict, Snapshot, started_from, told_cells

# Places and sources that came with a journey or with words are looked at with these.
ALONE = (
    "events", "arrivals", "statements", "glossary", "names", "publication", "places", "sources",
)  # fmt: skip
TOGETHER = {"journeys", "stops", "mentions"}


@dataclass(frozen=True)
class LoneRow:
    """A row as two people last agreed to it and as it is now; `lines` are what one wrote since."""

    change: Change
    lines: tuple[Line, ...]

    @property
    def last(self) -> Line:
        """What changed it last."""
        return self.lines[-1]

    def is_own_work(self, who: str) -> bool:
        """True for whoever wrote any of it."""
        return is_of(self.lines, who)


def lone_rows(desk: Desk) -> tuple[LoneRow, ...]:
    """Every such row, the one changed last first; rows that were removed are not among them."""
    together = {
        (step.line.save, named)
        for row, steps in desk.trail.rows.items()
        if row[0] in TOGETHER and row[1] in desk.tables[row[0]]
        for named in named_by(row, desk.tables[row[0]][row[1]])
        for step in steps
    }
    found = [
        row
        for (table, key), steps in desk.trail.rows.items()
        if table in ALONE and (row := _lone_row(desk, table, key, steps, together))
    ]
    return tuple(sorted(found, key=lambda row: row.last.time, reverse=True))


def _lone_row(
    desk: Desk, table: str, key: str, steps: Iterable[Step], together: set[tuple[str, Row]]
) -> LoneRow | None:
    found = not_accepted(steps, desk.trail.undone)
    since = [step.line for step in found if not _needs_no_other(step.line, (table, key), together)]
    now = desk.tables[table].get(key)
    if not since or words(since[0].before) == words(now):
        return None
    before = since[0].before
    was = since[0].key if before is not None else key
    return LoneRow(Change(table, was, before, now), tuple(since))


def _needs_no_other(line: Line, row: Row, together: set[tuple[str, Row]]) -> bool:
    """True for a row that only hides, or that is looked at with its journey, which names it."""
    hides = line.act == HIDDEN or only_hides(line.change)
    return hides or (line.save, row) in together


def accept_row(store: Store, row: LoneRow, who: str) -> Saved:
    """Say in the history that a second person stands behind a row as it is, and in its status.

    Raises `OwnWork` for whoever wrote any of it, `Conflict` where it is another one by now, and
    what `save` raises.
    """
    key = row.change.key_after
    seen = row.change.after
    reviewed = {**seen, STATUS: REVIEWED_ROW} if seen and STATUS in seen else seen
    same = Change(row.change.table, key, seen, reviewed)

    def still(before: Snapshot) -> None:
        at = desk(store)
        now = at.tables[row.change.table].get(key)
        if told_cells(seen) != told_cells(now):
            raise Conflict([Clash(row.change.table, key, seen, now, seen)])
        found = next((one for one in lone_rows(at) if one.change == row.change), row)
        if found.is_own_work(who):
            raise OwnWork(f"{who} wrote some of it. Somebody else has to look at it.")

    return commit(store, [same], Act(who, "", REVIEWED), started_from([same]), still)
