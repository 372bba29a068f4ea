"""What a save made public or took back, row by row, as visitors saw it then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from annotations.audit.past_tables import tables_around
from annotations.audit.sight import Sight, Sights
from annotations.audit.since import Audit, Since, changes_a_row
from annotations.collection import TABLE, load
from annotations.records import Collection
from annotations.saving import wrote
from annotations.store import HIDDEN, REVIEWED, WITHDRAWN, Line, Store

# `status`: whether it was reviewed, and nothing else; `unseen`: visitors saw nothing of it.
Effect = Literal["new", "changed", "removed", "shown", "hidden", "status", "unseen"]
DEGREES: tuple[Sight, ...] = ("nothing", "less", "whole")


@dataclass(frozen=True)
class PublicRow:
    """A row of a save: what visitors saw of it before and after, and what became of it since.

    A row of publication.csv stands for the record that it names.
    """

    line: Line
    before: Sight
    after: Sight
    since: Since

    @property
    def effect(self) -> Effect:
        """What changed for visitors."""
        if self.before == self.after == "nothing":
            return "unseen"
        more = DEGREES.index(self.after) - DEGREES.index(self.before)
        if self.line.table != TABLE and None in (self.line.before, self.line.after):
            return "new" if self.line.before is None else "removed"
        if more:
            return "shown" if more > 0 else "hidden"
        return "changed" if wrote(self.line.change) else "status"


@dataclass(frozen=True)
class Occasion:
    """A save that changed the tables; `before` and `after` are all records, hidden ones included.

    `undone` is a line of the save that took it back, if one did.
    """

    rows: tuple[PublicRow, ...]
    undone: Line | None
    before: Collection
    after: Collection

    @property
    def seen(self) -> tuple[PublicRow, ...]:
        """The rows in which visitors saw a difference."""
        return tuple(row for row in self.rows if row.effect != "unseen")

    @property
    def stands(self) -> tuple[PublicRow, ...]:
        """The rows that visitors see now as they were written, or less of them."""
        return tuple(row for row in self.rows if row.since.is_public and row.line.table != TABLE)

    @property
    def hideable(self) -> tuple[str, ...]:
        """The records of which publication.csv can hide something: journeys, then places."""
        rows = [row.line for row in self.rows]
        return tuple(dict.fromkeys([*self._journeys(rows), *_keys(rows, "places")]))

    def _journeys(self, rows: list[Line]) -> Iterator[str]:
        mentions = set(_keys(rows, "mentions"))
        yield from _keys(rows, "journeys")
        for line in rows:
            if line.table == "stops":
                yield (line.after or line.before or {}).get("journey", "")
        for journey in self.after.journeys.values():
            if mentions & {m.id for stop in journey.stops for m in stop.mentions}:
                yield journey.id


def occasion(store: Store, audit: Audit, save: str) -> Occasion:
    """What a save made public. Raises `LookupError` for no such save, and `Refused`.

    A withdrawal has no rows: it does not say which they were.
    """
    before, after = (load(tables).collection for tables in tables_around(store, audit.lines, save))
    were, are = Sights(before), Sights(after)
    rows = tuple(
        PublicRow(line, _sight(were, line, line.key, line.before is None),
                  _sight(are, line, line.change.key_after, line.after is None), audit.since(line))
        for line in audit.saves[save]
        if changes_a_row(line)
    )  # fmt: skip
    return Occasion(rows, audit.undone.get(save), before, after)


def is_alone(line: Line) -> bool:
    """True for a line that shows what nobody but its writer stood behind."""
    return not line.reviewers and line.act not in (HIDDEN, REVIEWED, WITHDRAWN)


def _sight(sights: Sights, line: Line, key: str, is_absent: bool) -> Sight:
    """What visitors see of a row; nothing where it is absent, unless its record is elsewhere."""
    return "nothing" if is_absent and line.table != TABLE else sights.of(line.table, key)


def _keys(lines: list[Line], table: str) -> list[str]:
    return [line.change.key_after for line in lines if line.table == table]
