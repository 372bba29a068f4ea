"""A collection written down as the tables that it could have been read from."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from annotations.records import Collection, Mention
from annotations.references import Citation
from annotations.tables.schema import TABLES, UNCERTAINTY
from geodata.places import Place

FIELDS = {UNCERTAINTY: "uncertainty_m"}  # where a column is not called like its field


def write_tables(collection: Collection, folder: Path) -> None:
    """Write `annotations/*.csv` and `geodata/places.csv` into a folder, for `CsvStore` to read."""
    for table, records in _records(collection).items():
        columns = list(TABLES[table].names)
        path = folder / TABLES[table].path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(_cells(record, columns) for record in records)


def _records(collection: Collection) -> Mapping[str, Iterable]:
    """The records of each table, in the order of its rows."""
    journeys = collection.journeys.values()
    return {
        "sources": collection.sources.values(),
        "places": collection.places.values(),
        "mentions": collection.mentions.values(),
        "journeys": journeys,
        "stops": [stop for journey in journeys for stop in journey.stops],
        "events": collection.events.values(),
        "arrivals": collection.arrivals,
        "statements": collection.statements.values(),
        "glossary": collection.glossary.values(),
        "names": collection.names,
        "publication": collection.publication.values(),
    }


def _cells(record: object, columns: Iterable[str]) -> list[str]:
    # A name keeps no sources once it is read, so its cell stays empty.
    return [_cell(getattr(record, FIELDS.get(column, column), None)) for column in columns]


def _cell(value: object) -> str:
    """A value as the tables write it: ids for records, semicolons between several values."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ";".join(map(_cell, value))
    if isinstance(value, Citation):
        return f"{value.source}[{value.locator}]" if value.locator else value.source
    if isinstance(value, Place | Mention):
        return value.id
    return str(value)
