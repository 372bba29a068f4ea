"""Which rows of the tables staff look for: by words, years, country, kind, source and doubt.

A row that does not say what a filter asks for is not found. A table of which no row can say it,
as arrivals cannot name a country, is asked for the rest, and left out beside another table.
Nothing is written, and the same question finds the same rows in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from annotations.codes import SERIES
from annotations.records import Collection
from annotations.search.indexed_sheet import IndexedSheet, Query, indexed
from annotations.selection import Filters, Selection
from annotations.tables import Sheet, WrittenRow


@dataclass(frozen=True)
class Found:
    """Rows of a table in the order asked for, and the ids of the journeys they belong to."""

    sheet: Sheet
    rows: tuple[WrittenRow, ...]
    journeys: tuple[str, ...]


@dataclass(frozen=True)
class Finder:
    """All tables ready to be asked."""

    sheets: Mapping[str, IndexedSheet]

    def found(self, table: str, query: Query) -> Found:
        """The rows of a table that a query leaves, sorted as it says."""
        asked = self.sheets[table]
        rows, journeys = asked.sheet.rows, asked.facts.journeys
        left = asked.ordered(asked.numbers(query), query.sort, query.descending).tolist()
        belonging = dict.fromkeys(chain.from_iterable(map(journeys.__getitem__, left)))
        return Found(asked.sheet, tuple(map(rows.__getitem__, left)), tuple(belonging))

    def answers(self, asked: str, query: Query) -> tuple[Found, ...]:
        """What a query for the table `asked` leaves of it and of each other one that can answer."""
        return tuple(self.found(table, own) for table, own in self._questions(asked, query))

    def counts(self, asked: str, query: Query) -> Mapping[str, int]:
        """How many rows of each of these tables a query leaves."""
        questions = self._questions(asked, query)
        return {table: len(self.sheets[table].numbers(own)) for table, own in questions}

    def _questions(self, asked: str, query: Query) -> Iterator[tuple[str, Query]]:
        """The question that each table gets: kinds and columns are those of one table alone."""
        elsewhere = replace(query, kinds=frozenset(), sort="")
        for table, indexed_sheet in self.sheets.items():
            if table == asked:
                yield table, query
            elif not query.kinds and indexed_sheet.can_be_asked(elsewhere):
                yield table, elsewhere

    def journeys_of(self, table: str, row: WrittenRow) -> tuple[str, ...]:
        """The ids of the journeys that a row belongs to."""
        asked = self.sheets[table]
        return asked.facts.journeys[asked.sheet.rows.index(row)]

    def options(self, table: str, facet: str) -> tuple[str, ...]:
        """What the rows of a table have for a filter, by the alphabet; empty where it asks none."""
        return tuple(sorted(self.sheets[table].masks[facet]))

    def row(self, table: str, key: str) -> WrittenRow | None:
        """The row of a table with this key, or None; links of long ago are understood too."""
        keys = (key, _key_of_old_link(table, key))
        return next((row for row in self.sheets[table].sheet.rows if row.id in keys), None)


def _key_of_old_link(table: str, key: str) -> str:
    """The key of a row that an old link names: it began with the series of a row of arrivals."""
    series, _, years = key.partition(":")
    return f"{years}:{series}" if table == "arrivals" and series in SERIES else key


def selection_of(collection: Collection, found: Found, filters: Filters) -> Selection:
    """The journeys that found rows belong to, and the events among the rows, for map and timeline.

    `filters` gives the years that were asked for. What the collection hides is left out.
    """
    shown = filter(collection.journeys.__contains__, found.journeys)
    journeys = tuple(collection.journeys[key] for key in shown)
    named = [row.id for row in found.rows] if found.sheet.table == "events" else []
    events = tuple(collection.events[key] for key in named if key in collection.events)
    return Selection(
        filters=filters,
        journeys=journeys,
        events=events,
        arrivals=collection.arrivals,
        asked=journeys,
        asked_events=events,
    )


def finder(collection: Collection, sheets: Mapping[str, Sheet]) -> Finder:
    """The tables ready to be asked; making it takes a moment, so keep it with the collection."""
    return Finder({name: indexed(collection, sheet) for name, sheet in sheets.items()})
