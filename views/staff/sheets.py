"""Rows of the tables as downloads: as CSV, as GeoJSON and as a workbook.

The CSV holds the rows just as they are written, so that it can come in again unchanged. The
workbook is what to open in a spreadsheet: each of its cells is text and no formula.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

import xlsxwriter

from annotations.publication import Protected
from annotations.records import Collection
from annotations.search import Found, cited
from views.panels import CREDIT, LICENCE, NOT_THE_WAY
from views.staff.row_details import stops_of
from views.text import _

WITH_POINTS = ("places", "stops", "journeys")
LONGEST_CELL = 32_767  # of a workbook; the format allows no more
# What XML cannot hold, halves of a sign, and carriage returns, which XML would turn into others.
NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def csv_text(found: Found) -> str:
    """The rows under the header of their table, each as it is written there."""
    return found.sheet.header + "".join(row.written for row in found.rows)


def file_name(name: str, tables: Iterable[Found], protected: Protected) -> str:
    """The name of a file of rows; it says so where visitors see less of any of them."""
    stem, dot, ending = name.rpartition(".")
    kept = any(_kept_back(each, protected) for each in tables)
    return f"{stem}-not-for-publication{dot}{ending}" if kept else name


def _not_public() -> str:
    return _("not for publication: visitors see less of it, or nothing")


def _kept_back(found: Found, protected: Protected) -> list[str]:
    """The ids of the rows of which visitors see less, or nothing."""
    return [row.id for row in found.rows if protected.has(found.sheet.table, row.key)]


def rows_geojson(collection: Collection, found: Found, protected: Protected) -> str:
    """The rows as a GeoJSON FeatureCollection (RFC 7946: lon before lat).

    What is known only as an area has a null geometry. A journey is a line between its points.
    A feature of which visitors see less is marked, and a file with any of them has no licence:
    then each other feature has its own.
    """
    kept = set(_kept_back(found, protected))
    marked, licensed = {"publication": _not_public()}, {"licence": LICENCE}
    features = [
        {
            "type": "Feature",
            "id": row.id,
            **(marked if row.id in kept else licensed if kept else {}),
            "geometry": _geometry(_points(collection, found.sheet.table, row.id)),
            "properties": dict(zip(found.sheet.columns, row.cells, strict=True)),
        }
        for row in found.rows
    ]
    written = {
        "type": "FeatureCollection",
        **(marked if kept else licensed),
        "credit": CREDIT,
        "note": NOT_THE_WAY,
        "features": features,
    }
    return json.dumps(written, ensure_ascii=False, indent=1)


def _points(collection: Collection, table: str, key: str) -> list[list[float]]:
    """Longitude and latitude of the points of a row in order, each once in a row."""
    if table == "places":
        places = [collection.places.get(key)]
    else:
        places = [stop.place for stop in stops_of(collection, key)]
    points = [[place.point[1], place.point[0]] for place in places if place and place.point]
    return [point for at, point in enumerate(points) if at == 0 or points[at - 1] != point]


def _geometry(points: Sequence[list[float]]) -> dict[str, object] | None:
    if len(points) > 1:
        return {"type": "LineString", "coordinates": points}
    return {"type": "Point", "coordinates": points[0]} if points else None


def workbook(collection: Collection, found: Iterable[Found], protected: Protected) -> bytes:
    """An XLSX file: sources and licence first, then a sheet for each table.

    A file with rows of which visitors see less has no licence, names those rows first,
    and marks each behind an empty column, so that the mark is taken for no cell of the table.
    """
    tables = list(found)
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        text = book.add_format({"quote_prefix": True, "num_format": "@"})
        head = book.add_format({"quote_prefix": True, "num_format": "@", "bold": True})

        def add(name: str, rows: Iterable[Sequence[str]]) -> None:
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell:  # by hand, so that nothing guesses what a cell may be
                        sheet.write_string(at, column, as_text(cell), text if at else head)

        add(_("About"), _about(collection, tables, protected))
        for each in tables:
            add(each.sheet.table, _marked(each, protected))
    return written.getvalue()


def _marked(found: Found, protected: Protected) -> Iterable[Sequence[str]]:
    """The rows below their columns, with a mark behind those that visitors see less of."""
    kept = set(_kept_back(found, protected))
    yield (*found.sheet.columns, "", _("Not for publication")) if kept else found.sheet.columns
    for row in found.rows:
        yield (*row.cells, "", _not_public()) if row.id in kept else row.cells


def _about(
    collection: Collection, tables: Sequence[Found], protected: Protected
) -> list[Sequence[str]]:
    """Whose records these are, under which licence, and every source that the rows cite."""
    kept = [(each.sheet.table, *_kept_back(each, protected)) for each in tables]
    kept = [row for row in kept if len(row) > 1]
    licence = (_("Not for publication"), _("visitors see less of these rows, or nothing"))
    cells = (keys for each in tables for keys in cited(replace(each.sheet, rows=each.rows)))
    keys = dict.fromkeys(chain.from_iterable(cells))
    sources = [collection.sources[key] for key in keys if key in collection.sources]
    return [
        licence if kept else (_("Licence"), LICENCE),
        *kept,
        (_("Credit"), CREDIT),
        *((each.sheet.table, str(len(each.rows))) for each in tables),
        (),
        (_("Source"), _("Title"), _("Publisher"), _("Address"), _("Rights")),
        *((s.id, s.title, s.publisher, s.url, s.rights) for s in sources),
    ]


def as_text(cell: str) -> str:
    """A cell as a workbook can hold it: signs that XML has not are replaced, its length is cut."""
    plain = NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", cell.replace("\r\n", "\n"))
    return plain if len(plain) <= LONGEST_CELL else plain[: LONGEST_CELL - 1] + "…"


def row_cells(found: Found, most: int) -> Mapping[str, list[str]]:
    """The first rows by column, with the line of each, for a table on the screen."""
    rows = found.rows[:most]
    columns = {
        name: [row.cells[position] for row in rows]
        for position, name in enumerate(found.sheet.columns)
    }
    return {_("line"): [str(row.line) for row in rows]} | columns
