"""All tables and stories that lose rows: what changes, and where what was removed has stood."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from annotations.problems import Problem, RowPlace
from annotations.references import journey_and_order, stop_key
from annotations.tables import COUNTED, FORMS, TABLES, Cells, Tables, uncounted
from annotations.withdraw.story import (
    Tell,
    story_uncited,
    story_unnamed,
    story_unplaced,
    story_without,
)
from annotations.withdraw.table import TableRow, WithdrawnTable
from geodata.cells import cell_of

RETOLD = "named it. Read all of it: title, summary and other steps may tell in their own words"
UNREAD = "cannot be read. Read it: it may tell of the record"
# What says something of people or of their number: what it rests on is needed.
RECORDS = ("journeys", "stops", "events", "arrivals", "statements")
WITH_ID = ("mentions", "statements", "events", "journeys", "sources")

_OUT_OF_STORIES = {
    "journeys": story_without, "sources": story_uncited, "events": story_unnamed,
    "places": story_unplaced,
}  # fmt: skip


def quoted(words: Iterable[str]) -> str:
    """Words in quotation marks."""
    return ", ".join(f"'{word}'" for word in words)


class NotWithdrawn(ValueError):
    """A record cannot be removed; says why and what to do."""


class WithdrawnTables:
    """Tables and stories while rows are being removed from them.

    `stories` are texts by the names of the stories.
    """

    def __init__(self, tables: Tables, stories: Mapping[str, str]) -> None:
        self._done: list[Problem] = []
        self._to_read: list[Problem] = []
        self._tables = {name: WithdrawnTable(tables.table(name)) for name in TABLES}
        self._before = stories
        self._stories: dict[str, str | None] = dict(stories)
        self._gone: list[tuple[str, TableRow]] = []

    @property
    def changed(self) -> dict[str, Mapping[str, Cells | None]]:
        """What becomes of the rows that change: see `Removal`."""
        return {name: table.changed for name, table in self._tables.items() if table.changed}

    @property
    def stories(self) -> dict[str, str | None]:
        """The stories that change, None for one that goes."""
        return {name: now for name, now in self._stories.items() if now != self._before[name]}

    @property
    def done(self) -> list[Problem]:
        """Everything that was done, in the order of the rows."""
        gone = {row.place for _, row in self._gone}
        return sorted({each for each in self._done if not each.column or each.place not in gone})

    @property
    def to_read(self) -> list[Problem]:
        """What may still tell of what is gone in words, for a person to read."""
        gone = {row.place for _, row in self._gone}
        told = (each for each in self._to_read if each.place not in gone)
        return sorted({*told, *self._unread()})

    @property
    def stories_left(self) -> list[str]:
        """The texts of all stories that are left."""
        return [text for text in self._stories.values() if text]

    @property
    def gone(self) -> list[tuple[str, Cells]]:
        """The rows that were removed, with their tables."""
        return [(table, row.cells) for table, row in self._gone]

    def left(self, column: str = "") -> Mapping[str, set[str]]:
        """The keys of the rows that are left by table, or what they say in a column."""
        return {
            table: {row.cell(column) if column else row.key for row in self.rows(table)}
            for table in self._tables
        }

    def ids(self) -> Mapping[str, str]:
        """Every id that can be withdrawn, with its table."""
        return {
            row.cell("id"): table for table in WITH_ID for row in self.rows(table) if row.cell("id")
        }

    def rows(self, *tables: str) -> Iterator[TableRow]:
        """The rows of tables that are left and can be read."""
        return (row for table in tables for row in self._tables[table].rows())

    def texts_but(self, *tables: str) -> str:
        """All that stands in other tables and in the stories by now."""
        others = [table.text for name, table in self._tables.items() if name not in tables]
        return "\n".join([*others, *self.stories_left])

    def _unread(self) -> Iterator[Problem]:
        """The rows that cannot be read."""
        for name, table in self._tables.items():
            yield from (Problem(place, "", UNREAD, name) for place in table.unread)

    def take_out(
        self, table: str, is_gone: Callable[[TableRow], bool], what: str = "row"
    ) -> list[TableRow]:
        """Take out the rows of a table that go, and whatever says how they are published."""
        rows = [row for row in self.rows(table) if is_gone(row)]
        for row in rows:
            self._tables[table].take_out(row)
            self._done.append(Problem(row.place, "", f"{what} removed", table, row.key))
        self._gone += ((table, row) for row in rows)
        self._unpublish(table, {row.key for row in rows})
        return rows

    def without_parts(self, table: str, row: TableRow, column: str, gone: Collection[str]) -> None:
        """Take parts out of a list in a cell, if they are there."""
        lost = [part for part in row.parts(column) if part in gone]
        if lost:
            rest = tuple(part for part in row.parts(column) if part not in gone)
            what = f"{quoted(lost)} removed"
            self.write(table, row, {column: cell_of(rest)}, what, column)

    def write(
        self, table: str, row: TableRow, cells: Mapping[str, str], what: str, column: str
    ) -> None:
        """Write other cells into a row, and say what was done."""
        self._tables[table].change(row, cells)
        self._done.append(Problem(row.place, column, what, table, row.key))

    def uncount(self, gone: Iterable[str]) -> None:
        """What counted from something that is gone counts from nothing."""
        gone = set(gone)
        for table, columns in COUNTED.items():
            for row in list(self.rows(table)):
                if row.cell(columns[0]) in gone:
                    what = f"'{row.cell(columns[0])}' removed"
                    empty = dict.fromkeys(uncounted(table, row.cells), "")
                    self.write(table, row, empty, what, columns[0])

    def renumber(self, journey: str) -> None:
        """Count the stops of a journey from 1 again; what names one of them by number follows.

        A stop whose number cannot be read keeps it.
        """
        own = [
            row
            for row in self.rows("stops")
            if row.cell("journey") == journey and FORMS["whole"].fullmatch(row.cell("order"))
        ]
        own.sort(key=lambda row: (len(row.cell("order")), row.cell("order")))
        moves = {row.key: stop_key(journey, at) for at, row in enumerate(own, start=1)}
        moves = {old: new for old, new in moves.items() if old != new}
        for row in [row for row in own if row.key in moves]:
            order = journey_and_order(moves[row.key])[1]
            self.write("stops", row, {"order": order}, f"is {order} now", "order")
        naming = {"stops": "after", "mentions": "anchor", "publication": "record"}
        for table, column in naming.items():
            for row in [row for row in self.rows(table) if row.cell(column) in moves]:
                now = moves[row.cell(column)]
                self.write(table, row, {column: now}, f"is '{now}' now", column)
        for name, text in self._stories.items():
            if moves and f"{journey}:" in (text or ""):
                what = f"names stops of '{journey}', which have other numbers now. Correct it"
                self._to_read.append(Problem(RowPlace(f"stories/{name}", 1), "", what))

    def to_be_read(self, table: str, row: TableRow, what: str) -> None:
        """Name a row that a person has to read."""
        self._to_read.append(Problem(row.place, "", what, table, row.key))

    def _unpublish(self, table: str, keys: Collection[str]) -> None:
        """Take rows that are gone out of publication.csv, and out of the stories."""
        for key in sorted(keys) if table in _OUT_OF_STORIES else ():
            self._rewrite(_OUT_OF_STORIES[table], key)
        if not keys or table not in ("journeys", "stops", "places"):
            return

        def is_of_them(row: TableRow) -> bool:
            record = row.cell("record")
            of_journey = table == "journeys" and journey_and_order(record)[0] in keys
            return record in keys or of_journey

        self.take_out("publication", is_of_them)

    def _rewrite(self, without: Callable[[str, str, Tell], str | None], key: str) -> None:
        for name, text in self._stories.items():
            if text is None:
                continue
            left = self._stories[name] = without(text, key, self._teller(name))
            if left not in (text, None):
                self._to_read.append(Problem(RowPlace(f"stories/{name}", 1), "", RETOLD))

    def _teller(self, name: str) -> Tell:
        file = f"stories/{name}"
        return lambda line, key, what: self._done.append(Problem(RowPlace(file, line), key, what))
