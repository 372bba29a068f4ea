"""What a save made public or took back, row by row, as visitors saw it then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
ALL_SEEN = (None, None)
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
    """A save that changed the tables; `undone` is a line of the save that took it back, if any."""

    rows: tuple[PublicRow, ...]
    undone: Line | None

    @property
    def seen(self) -> tuple[PublicRow, ...]:
        """The rows in which visitors saw a difference."""
        return tuple(row for row in self.rows if row.effect != "unseen")

    @property
    def stands(self) -> tuple[PublicRow, ...]:
        """The rows that visitors see now as they were written, or less of them."""
        return tuple(row for row in self.rows if row.since.is_public and row.line.table != TABLE)

    def hideable(self, now: Collection) -> tuple[str, ...]:
        """The records of which publication.csv can hide something: journeys, then places."""
        lines = [row.line for row in self.rows]
        journeys = [key for key in _journeys(lines, now) if key in now.journeys]
        places = [key for key in _keys(lines, "places") if key in now.places]
        return tuple(dict.fromkeys([*journeys, *places]))


def occasion(store: Store, audit: Audit, save: str) -> Occasion:
    """What a save made public. Raises `LookupError` for no such save.

    A withdrawal has no rows: it does not say which they were. Records are read anew only where
    something was hidden at the time; otherwise visitors saw all that the tables had.
    """
    if save not in audit.saves:
        raise LookupError(f"no save '{save}' that changed a row.")
    around = map(Sights, records_around(store, audit, save)) if save in audit.hiding else ALL_SEEN
    were, are = around
    rows = tuple(
        PublicRow(line, _sight(were, line, line.key, line.before is None),
                  _sight(are, line, line.change.key_after, line.after is None), audit.since(line))
        for line in audit.saves[save]
        if changes_a_row(line)
    )  # fmt: skip
    return Occasion(rows, audit.undone.get(save))


def records_around(store: Store, audit: Audit, save: str) -> tuple[Collection, Collection]:
    """All records before and after a save, hidden ones included. Raises `LookupError`."""
    before, after = tables_around(store, audit.lines, save)
    return load(before).collection, load(after).collection


def is_alone(line: Line) -> bool:
    """True for a line that shows what nobody but its writer stood behind."""
    return not line.reviewers and line.act not in (HIDDEN, REVIEWED, WITHDRAWN)


def _sight(sights: Sights | None, line: Line, key: str, is_absent: bool) -> Sight:
    """What visitors see of a row; nothing where it is absent, unless its record is elsewhere."""
    if is_absent and line.table != TABLE:
        return "nothing"
    return sights.of(line.table, key) if sights else "whole"


def _journeys(lines: Sequence[Line], now: Collection) -> Iterator[str]:
    """The journeys that rows belong to, or whose stops rest on their words."""
    mentions = set(_keys(lines, "mentions"))
    yield from _keys(lines, "journeys")
    for line in lines:
        if line.table == "stops":
            yield (line.after or line.before or {}).get("journey", "")
    for journey in now.journeys.values() if mentions else ():
        if mentions & {m.id for stop in journey.stops for m in stop.mentions}:
            yield journey.id


def _keys(lines: Sequence[Line], table: str) -> list[str]:
    return [line.change.key_after for line in lines if line.table == table]
