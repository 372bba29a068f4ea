"""What can be asked of a row of any table: when, where, what kind, from whom, how sure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from annotations.dates import OPEN, Span, parse
from annotations.derived import once
from annotations.records import Collection, Journey
from annotations.references import citations
from annotations.tables import Sheet
from geodata.cells import parts

# Of a stop, `certainties` and `bases` are those of its place; its date has its own.
FACETS = (
    "countries", "kinds", "sources", "certainties", "statuses",
    "bases", "date_certainties", "date_bases",
)  # fmt: skip
_parts = lru_cache(maxsize=50_000)(parts)
# The columns that hold what a facet asks for, where a table has one of its own.
COLUMN = {
    "kinds": {"events": "category", "arrivals": "series"},
    "certainties": {"events": "confidence"},
}
USUAL = {"kinds": "kind", "certainties": "certainty", "statuses": "status", "bases": "basis"}
# What is said of a date, and where that is empty, of the place.
OF_DATES = {
    "date_certainties": ("date_certainty", "certainty"),
    "date_bases": ("date_basis", "basis"),
}


@dataclass(frozen=True)
class Facts:
    """What the rows of a table say, one entry a row; `journeys` are the ids that it belongs to."""

    spans: tuple[Span, ...]
    values: Mapping[str, tuple[tuple[str, ...], ...]]
    places: tuple[tuple[str, ...], ...]
    journeys: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Links:
    """The journeys of each place, mention and source."""

    places: Mapping[str, tuple[str, ...]]
    mentions: Mapping[str, tuple[str, ...]]
    sources: Mapping[str, tuple[str, ...]]


def facts(collection: Collection, sheet: Sheet) -> Facts:
    """What all rows of a table say; of a row that cannot stand, what its cells say."""
    places = _places(collection, sheet)
    values = {
        facet: _of_column(sheet, COLUMN.get(facet, {}).get(sheet.table, column))
        for facet, column in USUAL.items()
    }
    if sheet.table == "stops":
        values["kinds"] = _kinds_of_journeys(collection, sheet)
    for facet, (own, usual) in OF_DATES.items():
        values[facet] = _of_dates(sheet, own, usual)
    values["sources"] = cited(sheet)
    values["countries"] = _countries(collection, sheet, places)
    return Facts(
        spans=_spans(collection, sheet),
        values=values,
        places=places,
        journeys=_journeys(collection, sheet),
    )


def _of_column(sheet: Sheet, column: str) -> tuple[tuple[str, ...], ...]:
    return tuple((cell.strip(),) if cell.strip() else () for cell in sheet.column(column))


def _of_dates(sheet: Sheet, own: str, usual: str) -> tuple[tuple[str, ...], ...]:
    """What each stop says of its date; nothing of a stop without one, or of another table's row."""
    if sheet.table != "stops":
        return ((),) * len(sheet.rows)
    cells = zip(*map(sheet.column, ("date", "duration", own, usual)), strict=True)
    said = (
        (date.strip() or length.strip()) and (cell.strip() or other.strip())
        for date, length, cell, other in cells
    )
    return tuple((cell,) if cell else () for cell in said)


def cited(sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """The ids of the sources that each row cites; a source itself goes by its own."""
    column = {"sources": "id", "mentions": "source", "statements": "source"}.get(
        sheet.table, "sources"
    )
    return tuple(_cited(cell) for cell in sheet.column(column))


@lru_cache(maxsize=50_000)
def _cited(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cited.source for cited in citations(cell)))


def _kinds_of_journeys(collection: Collection, sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """A stop is of the kind of its journey."""
    journeys = (collection.journeys.get(key.strip()) for key in sheet.column("journey"))
    return tuple((journey.kind,) if journey else () for journey in journeys)


def _places(collection: Collection, sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    """The places that a row is about; a journey is about those of all its stops."""
    if sheet.table == "journeys":
        found = (collection.journeys.get(row.id) for row in sheet.rows)
        return tuple(_places_of(journey) if journey else () for journey in found)
    column = {"places": "id", "stops": "place", "mentions": "value", "events": "places",
              "statements": "place"}  # fmt: skip
    cells = sheet.column(column.get(sheet.table, ""))
    return tuple(tuple(key for key in _parts(cell) if key in collection.places) for cell in cells)


def _places_of(journey: Journey) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stop.place.id for stop in journey.stops if stop.place))


def _countries(
    collection: Collection, sheet: Sheet, places: Iterable[tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """The countries that an event names, and those of the places that another row is about."""
    if sheet.table == "events":
        return tuple(_parts(cell) for cell in sheet.column("countries"))
    of = {key: place.country for key, place in collection.places.items()}
    return tuple(tuple({code: None for key in keys for code in of[key]}) for keys in places)


def _spans(collection: Collection, sheet: Sheet) -> tuple[Span, ...]:
    """The days of each row: what its record allows, else what its date says."""
    if sheet.table == "arrivals":
        years = zip(sheet.column("start_year"), sheet.column("end_year"), strict=True)
        return tuple(_span(f"{start.strip() or '..'}/{end.strip()}") for start, end in years)
    known = _known_spans(collection).get(sheet.table, {})
    column = {"sources": "published", "mentions": "value"}.get(sheet.table, "date")
    dates = sheet.column(column)
    return tuple(
        known[row.id] if row.id in known else _span(date.strip())
        for row, date in zip(sheet.rows, dates, strict=True)
    )


@lru_cache(maxsize=50_000)
def _span(date: str) -> Span:
    """The days of an EDTF date; none where the cell is empty or holds something else."""
    try:
        return parse(date).span
    except ValueError:
        return OPEN


@once
def _known_spans(collection: Collection) -> Mapping[str, Mapping[str, Span]]:
    journeys = collection.journeys.values()
    return {
        "journeys": {journey.id: journey.span for journey in journeys},
        "stops": {stop.id: stop.span for journey in journeys for stop in journey.stops},
        "events": {event.id: event.span for event in collection.events.values()},
    }


def _journeys(collection: Collection, sheet: Sheet) -> tuple[tuple[str, ...], ...]:
    links = _links(collection)
    if sheet.table in ("journeys", "stops"):
        keys = sheet.column("id" if sheet.table == "journeys" else "journey")
        return tuple((key.strip(),) if key.strip() in collection.journeys else () for key in keys)
    if sheet.table == "statements":
        cells = map(_parts, sheet.column("about"))
        return tuple(tuple(key for key in each if key in collection.journeys) for each in cells)
    by = {"places": links.places, "mentions": links.mentions, "sources": links.sources}
    known = by.get(sheet.table, {})
    return tuple(known.get(row.id, ()) for row in sheet.rows)


@once
def _links(collection: Collection) -> Links:
    journeys = collection.journeys.values()
    return Links(
        places=_grouped(journeys, _places_of),
        mentions=_grouped(journeys, lambda j: {m.id for s in j.stops for m in s.mentions}),
        sources=_grouped(journeys, lambda journey: journey.cited_sources),
    )


def _grouped(
    journeys: Iterable[Journey], keys: Callable[[Journey], Iterable[str]]
) -> Mapping[str, tuple[str, ...]]:
    """For each key the journeys that have it, in their order."""
    found: dict[str, list[str]] = {}
    for journey in journeys:
        for key in keys(journey):
            found.setdefault(key, []).append(journey.id)
    return {key: tuple(ids) for key, ids in found.items()}
