"""The history by its rows: what happened to each row of the tables, whatever its key was then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from annotations.store.lines import Line

Row = tuple[str, str]  # table and key


@dataclass(frozen=True)
class Step:
    """A line of the history and how many lines stand before it."""

    at: int
    line: Line


@dataclass(frozen=True)
class Trail:
    """The steps of each row, the oldest first.

    `rows` has them by the key that a row has now, `gone` those of removed rows by their last
    one, and `earlier` those of rows removed before another one of their key; a row that came
    back goes on where it ended. `undone` names the saves that were taken back, and whose undo
    was not.
    """

    rows: Mapping[Row, Sequence[Step]]
    gone: Mapping[Row, Sequence[Step]]
    earlier: Sequence[tuple[Row, Sequence[Step]]]
    undone: frozenset[str]

    @property
    def every(self) -> Sequence[tuple[Row, Sequence[Step]]]:
        """All rows that there are or were; two may have or have had one key."""
        return *self.rows.items(), *self.gone.items(), *self.earlier

    def last(self, steps: Iterable[Step], act: str) -> Step | None:
        """The last of these steps that was such an act and was not undone."""
        found = [s for s in steps if s.line.act == act and s.line.save not in self.undone]
        return found[-1] if found else None

    def of_row(self, table: str, key: str) -> list[Line]:
        """The lines of one row, also of a removed one; the oldest first."""
        steps = self.rows.get((table, key)) or self.gone.get((table, key), ())
        return [step.line for step in steps]


def trail(lines: Iterable[Line]) -> Trail:
    """The lines of a history, the oldest first, as the steps of rows."""
    rows: dict[Row, list[Step]] = {}
    gone: dict[Row, list[Step]] = {}
    earlier: list[tuple[Row, list[Step]]] = []
    steps = [Step(at, line) for at, line in enumerate(lines)]
    for _, save in groupby(steps, key=lambda step: step.line.save):
        moved = []
        for step in save:
            key = step.line.table, step.line.key
            own = rows.pop(key, None) or gone.pop(key, None) or []
            moved.append((step.line, [*own, step]))
        for line, own in moved:
            if line.after is None:
                row = line.table, line.key
                earlier += [(row, gone[row])] if row in gone else []
                gone[row] = own
            else:
                rows[line.table, line.change.key_after] = own
    return Trail(rows, gone, earlier, undone_saves(step.line for step in steps))


def undone_saves(lines: Iterable[Line]) -> frozenset[str]:
    """The saves that an undo took back which was not undone itself."""
    undone: set[str] = set()
    for line in reversed(list(lines)):
        if line.undoes and line.save not in undone:
            undone.add(line.undoes)
    return frozenset(undone)


def chosen(
    lines: Sequence[Line],
    save: str | None,
    table: str | None,
    key: str | None,
    who: str | None,
    limit: int | None,
) -> Sequence[Line]:
    """The lines that `Store.lines` is asked for, out of all of them."""
    found = trail(lines).of_row(table, key) if table is not None and key is not None else lines
    found = [
        line
        for line in found
        if save in (None, line.save)
        and (key is not None or table in (None, line.table))
        and who in (None, line.who)
    ]
    return found if limit is None else found[max(len(found) - limit, 0) :]
