"""Taking a record out of all tables and stories: what changes, and where the record stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from annotations.problems import Problem, RowPlace
from annotations.references import journey_and_order
from annotations.tables import COUNTED, TABLES, Cells, Tables, uncounted
from annotations.withdraw.alone import Going, Paragraph, cited, whole
from annotations.withdraw.story import story_without
from annotations.withdraw.table import TableRow, WithdrawnTable
from geodata.cells import cell_of

UNREAD = "cannot be read. Read it: it may tell of the record"


class NotWithdrawn(ValueError):
    """A record cannot be removed; says why and what to do."""


class Withdrawal:
    """Tables and stories while one record is being removed from them.

    `stories` are texts by the names of the stories. `places` has a line for everything that was
    done; `to_read` what may still tell of the record in words.
    """

    def __init__(self, tables: Tables, stories: Mapping[str, str]) -> None:
        self.places: list[Problem] = []
        self.to_read: list[Problem] = []
        self._tables = {name: WithdrawnTable(tables.table(name)) for name in TABLES}
        self._before = stories
        self._stories: dict[str, str | None] = dict(stories)
        self._gone: list[tuple[str, TableRow]] = []

    @property
    def rows(self) -> dict[str, Mapping[str, Cells | None]]:
        """What becomes of the rows that change: see `Removal`."""
        return {name: table.changed for name, table in self._tables.items() if table.changed}

    @property
    def stories(self) -> dict[str, str | None]:
        """The stories that change, None for one that goes."""
        return {name: now for name, now in self._stories.items() if now != self._before[name]}

    @property
    def gone(self) -> list[tuple[str, Cells]]:
        """The rows that were removed, with their tables."""
        return [(table, row.cells) for table, row in self._gone]

    def left(self, column: str = "") -> Mapping[str, set[str]]:
        """The keys of the rows that are left by table, or what they say in a column."""
        return {
            table: {row.cell(column) if column else row.key for row in self._rows(table)}
            for table in self._tables
        }

    def ids(self) -> Mapping[str, str]:
        """Every id that can be removed, with its table."""
        return {
            row.cell("id"): table
            for table in ("mentions", "events", "journeys")
            for row in self._rows(table)
            if row.cell("id")
        }

    def take_out(self, record: str) -> None:
        """Take out a journey, an event or a mention, and everything that is only its own.

        Raises `NotWithdrawn` for a mention that alone states what a stop says.
        """
        if any(row.cell("id") == record for row in self._rows("journeys")):
            self._journey(record)
        elif any(row.cell("id") == record for row in self._rows("events")):
            self._out("events", lambda row: row.cell("id") == record, "row")
            self._uncount({record})
        else:
            self._mention(record)
        self._out_with_it()
        for name, table in self._tables.items():
            self.to_read += (Problem(place, "", UNREAD, name) for place in table.unread)

    def _journey(self, journey: str) -> None:
        own = [row for row in self._rows("stops") if row.cell("journey") == journey]
        gone = {row.key for row in own} | {journey}
        rows = [*own, *(row for row in self._rows("journeys") if row.cell("id") == journey)]
        told = cited(row.cells for row in rows)
        words = {part for row in own for part in row.parts("mentions")}
        self._out("journeys", lambda row: row.cell("id") == journey, "row")
        self._out("stops", lambda row: row.cell("journey") == journey, "row")
        self._out(
            "publication", lambda row: journey_and_order(row.cell("record"))[0] == journey, "row"
        )
        self._uncount(gone | self._mentions_out(words, told))
        self._told_beside(told)
        for name, text in self._stories.items():
            self._stories[name] = story_without(text or "", journey, self._teller(name))

    def _mentions_out(self, words: set[str], told: frozenset[Paragraph]) -> set[str]:
        """Take out words that nothing else rests on, or that stand where nothing else is told."""
        kept = {part for row in self._rows("stops") for part in row.parts("mentions")}
        tables = ("journeys", "stops", "events")
        alone = told - cited(row.cells for table in tables for row in self._rows(table))
        going = Going("\n".join(words), alone)

        def is_its_own(row: TableRow) -> bool:
            key = row.cell("id")
            return key not in kept and going.rests("mentions", [key], [row.cells])

        return {row.cell("id") for row in self._out("mentions", is_its_own, "row")}

    def _told_beside(self, told: frozenset[Paragraph]) -> None:
        """Name what rests on the same paragraphs or pages: a person has to read it."""
        for table in ("events", "journeys"):
            for row in self._rows(table):
                if cited([row.cells]) & told:
                    what = f"'{row.cell('id')}' rests on the same source. Read it, or withdraw it"
                    self.to_read.append(Problem(row.place, "", what, table, row.key))

    def _mention(self, mention: str) -> None:
        for row in list(self._rows("stops")):
            rest = tuple(part for part in row.parts("mentions") if part != mention)
            if rest == row.parts("mentions"):
                continue
            if not rest and row.cell("basis") == "stated":
                remedy = "Withdraw the journey, or say in the row what else it rests on."
                told = f"{row.place} is stated by '{mention}' alone."
                raise NotWithdrawn(f"{told} {remedy}")
            self._change("stops", row, "mentions", {"mentions": cell_of(rest)})
        self._out("mentions", lambda row: row.cell("id") == mention, "row")
        self._uncount({mention})

    def _uncount(self, gone: set[str]) -> None:
        """What counted from something that is gone counts from nothing."""
        for table, columns in COUNTED.items():
            for row in list(self._rows(table)):
                if row.cell(columns[0]) in gone:
                    empty = dict.fromkeys(uncounted(table, row.cells), "")
                    self._change(table, row, columns[0], empty)

    def _out_with_it(self) -> None:
        """Take out names and sources that only what is gone has used."""
        while True:
            used = Going("\n".join(row.text for _, row in self._gone))
            names = self._unused("names", "name", used)
            sources = self._unused("sources", "id", used)
            if not names and not sources:
                return

    def _unused(self, table: str, column: str, used: Going) -> list[TableRow]:
        """Take out the rows that texts which are gone have named, and no text that is left."""
        others = (other for other in self._tables if other != table)
        left = [self._tables[other].text for other in others]
        left += filter(None, self._stories.values())
        rest = "\n".join(left)

        def is_unused(row: TableRow) -> bool:
            key = row.cell(column)
            return used.rests(table, [key]) and not whole([key]).search(rest)

        return self._out(table, is_unused, "row, used by nothing else")

    def _rows(self, table: str) -> Iterable[TableRow]:
        """The rows that are left and can be read."""
        return self._tables[table].rows()

    def _out(self, table: str, is_gone: Callable[[TableRow], bool], what: str) -> list[TableRow]:
        rows = [row for row in self._rows(table) if is_gone(row)]
        for row in rows:
            self._tables[table].take_out(row)
            self.places.append(Problem(row.place, "", f"{what} removed", table, row.key))
        self._gone += ((table, row) for row in rows)
        return rows

    def _change(self, table: str, row: TableRow, column: str, cells: Mapping[str, str]) -> None:
        self._tables[table].change(row, cells)
        what = f"'{row.cell(column)}' removed"
        self.places.append(Problem(row.place, column, what, table, row.key))

    def _teller(self, name: str) -> Callable[[int, str, str], None]:
        file = f"stories/{name}"
        return lambda line, key, what: self.places.append(Problem(RowPlace(file, line), key, what))
