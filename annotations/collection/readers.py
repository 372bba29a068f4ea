"""One reader a table: from rows to records, each broken cell reported by its place.

Mentions, journeys and stops are read in `testimony.py`, publication profiles in `profiles.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from annotations.codes import (
    CONFIDENCES,
    EVENT_CATEGORIES,
    NAME_KINDS,
    READ_AS,
    SERIES,
    SOURCE_KINDS,
)
from annotations.dates import OPEN
from annotations.glossary import Term
from annotations.problems import Problems, shown
from annotations.records import Arrivals, Event, Name, Source
from annotations.tables import FORMS, TABLES, UNCERTAINTY, Row, Tables, key_of, read_rows
from geodata.places import KINDS, MOST_LAT, MOST_LON, Place, place_from_cells

Record = TypeVar("Record")

NO_POINTS = ("country", "area", "province", "river")


def read(
    tables: Tables, name: str, build: Callable[[Row], Record], problems: Problems
) -> tuple[dict[str, Row], dict[str, Record]]:
    """Every good row of a table, and its record, by key; a second row of a key is a problem."""
    rows: dict[str, Row] = {}
    records: dict[str, Record] = {}
    for row in read_rows(tables.table(name), problems):
        record = build(row)
        if not row.ok:
            continue
        key = getattr(record, "id", None) or key_of(name, row.cells)
        if key in rows:
            column = next(c for c in TABLES[name].key if row.rule(c).kind != "reference")
            remedy = f"Give one of them a different {column}, or remove it."
            row.warn(column, f"{shown(key)} is already in line {rows[key].line}. {remedy}")
        else:
            rows[key], records[key] = row, record
    return rows, records


def source(row: Row) -> Source:
    """A row of sources.csv."""
    row.edtf("published")
    return Source(
        id=row.word_id(),
        title=row.text("title"),
        author=row.text("author"),
        publisher=row.text("publisher"),
        published=row.text("published"),
        url=row.form("url"),
        accessed=row.form("accessed"),
        kind=row.choice("kind", SOURCE_KINDS),
        language=row.form("language"),
        rights=row.text("rights"),
        sha256=row.form("sha256"),
        note=row.text("note"),
        read_as=row.choice("read_as", READ_AS),
    )


def place(row: Row, sources: Mapping[str, Source]) -> Place:
    """A row of places.csv: a position only for a point, and never an uncertainty of 0."""
    lat = None if _is_swapped(row) else row.number("lat")
    row.number("lon")
    if not row.text("lat") and row.text("lon"):
        row.fail("lat", "is empty, but lon is not. Give both or neither.")
    if not row.text("lon") and row.text("lat"):
        row.fail("lon", "is empty, but lat is not. Give both or neither.")
    kind = row.choice("kind", KINDS)
    if lat is not None and kind in NO_POINTS:
        row.fail("lat", f"gives a point to a {kind}, which has none. Leave lat and lon empty.")
    if row.number(UNCERTAINTY) == 0:
        row.warn(UNCERTAINTY, "is 0, but no position is exact. Leave it empty if unknown.")
    row.whole("geonames")
    row.citations("sources", sources)
    row.word_id()
    row.text("name")
    row.country_codes("country")
    cells = {column: row.text(column) for column in TABLES["places"].names}
    if not row.ok:  # it is left out, and its kind and numbers may be none
        cells |= {"kind": "area"} | dict.fromkeys(("lat", "lon", UNCERTAINTY), "")
    return place_from_cells(cells)


def _is_swapped(row: Row) -> bool:
    """True, and reported, where lat can only be a longitude and lon may be a latitude."""
    lat, lon = row.text("lat"), row.text("lon")
    if not all(map(FORMS["number"].fullmatch, (lat, lon))):
        return False
    if not (MOST_LAT < abs(float(lat)) <= MOST_LON and abs(float(lon)) <= MOST_LAT):
        return False
    told = f"{shown(lat)} lies outside {-MOST_LAT} to {MOST_LAT}, and lon does not"
    row.fail("lat", f"{told}. They look swapped. Write {lon} as lat and {lat} as lon.")
    return True


def event(row: Row, sources: Mapping[str, Source], places: Mapping[str, Place]) -> Event:
    """A row of events.csv: dated, cited, in one of five categories."""
    date = row.edtf("date")
    return Event(
        id=row.word_id(),
        date=row.text("date"),
        title=row.text("title"),
        summary=row.text("summary"),
        care=row.text("care"),
        category=row.choice("category", EVENT_CATEGORIES),
        countries=row.country_codes("countries"),
        places=row.refs("places", places),
        sources=row.citations("sources", sources),
        confidence=row.choice("confidence", CONFIDENCES),
        span=date.span if date else OPEN,
    )


def arrivals(row: Row, sources: Mapping[str, Source]) -> Arrivals:
    """A row of arrivals.csv: men and women add up to the total where both are published."""
    men, women = row.whole("men"), row.whole("women")
    total = row.whole("total")
    start, end = row.whole("start_year"), row.whole("end_year")
    if start is not None and end is not None and start > end:
        row.fail("start_year", f"{start} is after end_year {end}. Swap them.")
    split = None if men is None or women is None else men + women
    if None not in (split, total) and split != total:
        told = f"{men} men and {women} women are {split}"
        row.warn("total", f"is {total}, but {told}. Correct one of the three.")
    return Arrivals(
        start_year=start,
        end_year=end or 0,
        men=men,
        women=women,
        total=total or 0,
        sources=row.citations("sources", sources),
        note=row.text("note"),
        series=row.choice("series", SERIES),
        variants=row.text("variants"),
    )


def term(row: Row, sources: Mapping[str, Source]) -> Term:
    """A row of glossary.csv: a word and what it means."""
    return Term(
        id=row.word_id(),
        term=row.text("term"),
        forms=row.words("forms"),
        korean=row.words("korean"),
        chinese=row.words("chinese"),
        definition=row.text("definition"),
        sources=row.citations("sources", sources),
        note=row.text("note"),
    )


def name(row: Row, sources: Mapping[str, Source]) -> Name:
    """A row of names.csv: a proper name that may stand in our texts, and why."""
    row.citations("sources", sources)
    return Name(
        name=row.text("name"),
        kind=row.choice("kind", NAME_KINDS),
        reason=row.text("reason"),
    )
