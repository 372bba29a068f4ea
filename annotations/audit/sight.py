"""What visitors see of each row of the tables: all of it, less of it, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from annotations.collection import TABLE
from annotations.publication import protected_rows, published
from annotations.records import Collection

Sight = Literal["whole", "less", "nothing"]
TOLD_APART = ("sources", "places", "mentions", "journeys", "events", "statements", "glossary")


class Sights:
    """What visitors see of the rows of a collection, which is whole, as the tables have it."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection

    def of(self, table: str, key: str) -> Sight:
        """What they see of a row; of one of publication.csv, what they see of its record."""
        if table == TABLE:
            table = self.table_of(key)
        if not table:
            return "nothing"
        if not protected_rows(self.collection).has(table, key):
            return "whole"
        return "less" if key in self._shown.get(table, ()) else "nothing"

    def table_of(self, record: str) -> str:
        """The table of the record that a row of publication.csv names, "" for none."""
        rows = {"journeys": self.collection.journeys, "places": self.collection.places}
        found = [table for table, records in rows.items() if record in records]
        stops = {s.id for journey in self.collection.journeys.values() for s in journey.stops}
        return next(iter([*found, *(["stops"] if record in stops else [])]), "")

    @cached_property
    def _shown(self) -> Mapping[str, frozenset[str]]:
        shown = published(self.collection)
        stops = (stop.id for journey in shown.journeys.values() for stop in journey.stops)
        return {
            **{table: frozenset(getattr(shown, table)) for table in TOLD_APART},
            "stops": frozenset(stops),
        }
