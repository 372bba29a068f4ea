"""Downloads of hostile rows: the CSV is the table, and a workbook has text and no formula."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from pathlib import PurePath

import openpyxl

from annotations.saving.importing import preview
from annotations.store.files.store import CsvStore
from annotations.tables.sheets import Sheet, sheets
from tests.stores import path_of
from views.staff.sheets import as_text

MARK = "not for publication: visitors see less of it, or nothing"  # behind an empty column


def download_faults(store: CsvStore, files: Mapping[str, bytes]) -> list[str]:
    """Each file that does not hold the rows as they are, or that does more than hold them."""
    told = sheets(store)
    return [
        f"{name}: {fault}"
        for name, data in files.items()
        for fault in _faults(store, told, PurePath(name), data)
    ]


def formulas(data: bytes) -> int:
    """How many cells of a workbook are no text: a spreadsheet would compute or convert them."""
    return sum(
        cell.value is not None and cell.data_type not in ("s", "inlineStr")
        for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets
        for row in sheet.iter_rows()
        for cell in row
    )


def _faults(
    store: CsvStore, told: Mapping[str, Sheet], name: PurePath, data: bytes
) -> Iterator[str]:
    if name.suffix == ".csv":
        if data != path_of(store.root, name.stem).read_bytes():
            yield "is not the table byte for byte"
        again = preview(store, {name.stem: data})
        if again.changes or again.problems:
            yield "does not come in again unchanged"
    elif name.suffix == ".geojson":
        sheet = told[name.stem]
        rows = [dict(zip(sheet.columns, row.cells, strict=True)) for row in sheet.rows]
        if [each["properties"] for each in json.loads(data)["features"]] != rows:
            yield "has other cells than the table"
    else:
        yield from _faults_of_workbook(told, data)


def _faults_of_workbook(told: Mapping[str, Sheet], data: bytes) -> Iterator[str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for table, sheet in told.items():
        cells = [[cell or "" for cell in row] for row in book[table].iter_rows(values_only=True)]
        width = len(sheet.columns)
        rows = [row[:width] for row in cells[1:]]
        if rows != [[as_text(cell) for cell in row.cells] for row in sheet.rows]:
            yield f"has other cells of {table} than the table"
        if not {tuple(row[width:]) for row in cells[1:]} <= {(), ("", ""), ("", MARK)}:
            yield f"has more beside {table} than the mark of rows that are not for publication"
    if count := formulas(data):
        yield f"has {count} formulas"
