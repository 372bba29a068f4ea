"""Files of rows: the CSV comes in again unchanged, and no cell of a workbook is a formula."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.collection.load import load
from annotations.problems import RowPlace
from annotations.publication.protected_rows import protected_rows
from annotations.search.indexed_sheet import Query
from annotations.search.row_finder import Finder, Found, finder
from annotations.store.files.store import CsvStore
from annotations.tables.schema import TABLES
from annotations.tables.sheets import Sheet, WrittenRow, sheets
from geodata import ROOT
from tests.collections import MemoryTables, csv_of, good_tables, text_of
from tests.stores import path_of
from tests.views.routes import PLACES, stop_rows
from views.panels.exports import CREDIT, LICENCE
from views.staff.sheets import (
    LONGEST_CELL,
    as_text,
    csv_text,
    file_name,
    row_cells,
    rows_geojson,
    workbook,
)

STARTS = ("=", "+", "-", "@", "\t", "\r", "'", "=1+1", '=HYPERLINK("https://x","y")', "@SUM(A1)")


@pytest.fixture(scope="module")
def own() -> Finder:
    """The finder of the project's own tables."""
    return finder(load(CsvStore()).collection, sheets(CsvStore()))


@pytest.fixture(scope="module")
def made() -> Finder:
    """A route over two points, an area and a place that is not named."""
    stops = ({"place": "dalian"}, {"place": "dalian"}, {"place": "china"}, {"place": ""})
    tables = good_tables(
        places=csv_of("places", *PLACES),
        stops=csv_of("stops", *stop_rows("by-sea", *stops, {"place": "seoul"})),
    )
    return finder(load(tables).collection, sheets(tables))


def opened(found: Finder, table: str = "stops"):
    """The workbook of everything, as a spreadsheet reads it."""
    collection = found.sheets[table].collection
    made = workbook(collection, found.answers(table, Query()), protected_rows(collection))
    return openpyxl.load_workbook(io.BytesIO(made))


@pytest.mark.parametrize("table", TABLES)
def test_the_csv_of_every_row_is_the_table(own, table):
    assert csv_text(own.found(table, Query())) == path_of(ROOT, table).read_text(encoding="utf-8")


def test_csv_files_of_everything_are_read_again_as_the_same_collection(own):
    texts = {table: csv_text(own.found(table, Query())) for table in TABLES}
    loaded = load(MemoryTables(texts))
    assert loaded.collection == load(CsvStore()).collection
    assert list(loaded.problems) == []


def test_the_csv_of_some_rows_is_those_lines_of_the_table(own):
    found = own.found("stops", Query(words="Dalian"))
    lines = csv_text(found).splitlines(keepends=True)
    written = text_of(CsvStore().table("stops")).splitlines(keepends=True)
    assert lines == [written[0], *(written[row.line - 1] for row in found.rows)]


def test_the_workbook_has_every_row_as_text_and_its_sources_first(own):
    book = opened(own)
    assert book.sheetnames == ["About", *TABLES]
    about = [[cell.value for cell in row] for row in book["About"]]
    assert about[0][:2] == ["Licence", LICENCE] and about[1][:2] == ["Credit", CREDIT]
    named = {row[0] for row in about}
    assert {source.id for source in own.sheets["stops"].collection.sources.values()} <= named
    for table in TABLES:
        sheet = own.sheets[table].sheet
        read = [[cell.value or "" for cell in row] for row in book[table]]
        assert read == [list(sheet.columns), *(list(row.cells) for row in sheet.rows)]


def formulas(book) -> list[str]:
    """The cells that a spreadsheet would run or follow, or would not take for text."""
    return [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book
        for row in sheet
        for cell in row
        if cell.value is not None
        and (cell.data_type != "s" or cell.hyperlink or not cell.quotePrefix)
    ]


def test_no_cell_of_our_workbook_is_a_formula_or_a_link(own):
    assert formulas(opened(own)) == []


def test_a_formula_is_found_out():
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    assert formulas(book) == ["Sheet!A1"]


def hostile_book(cells: list[str]):
    sheet = Sheet("names", ("name",), "name\n", RowPlace("names.csv", 1), ())
    rows = tuple(
        WrittenRow(str(n), str(n), RowPlace("names.csv", n), (cell,), "")
        for n, cell in enumerate(cells, start=2)
    )
    found = Found(replace(sheet, rows=rows), rows, ())
    collection = load(good_tables()).collection
    made = workbook(collection, [found], protected_rows(collection))
    return openpyxl.load_workbook(io.BytesIO(made))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(STARTS), st.text(st.characters(exclude_categories=()), max_size=40))
def test_no_hostile_cell_runs_and_each_comes_back_as_text(start, text):
    book = hostile_book([start + text])
    assert formulas(book) == []
    assert book["names"]["A2"].value == as_text(start + text)


def test_what_no_workbook_can_hold_is_replaced_or_cut():
    assert as_text("a\x00b\x1fc\ud800\ufffe\r") == "a\ufffdb\ufffdc\ufffd\ufffd\ufffd"
    assert as_text("a\r\nb\tc\n") == "a\nb\tc\n"
    assert len(as_text("x" * 40_000)) == LONGEST_CELL
    (cell,) = (c.value for c in hostile_book(["x" * 40_000])["names"]["A"][1:])
    assert cell == "x" * (LONGEST_CELL - 1) + "…"


def features(found: Finder, table: str) -> list[dict]:
    collection = found.sheets[table].collection
    protected = protected_rows(collection)
    whole = json.loads(rows_geojson(collection, found.found(table, Query()), protected))
    assert whole["licence"] == LICENCE
    return whole["features"]


def test_a_position_is_longitude_then_latitude_and_an_area_has_none(made):
    dalian, seoul = [121.6, 38.91], [126.98, 37.57]
    points = [f["geometry"] and f["geometry"]["coordinates"] for f in features(made, "stops")]
    assert points == [dalian, dalian, None, None, seoul]
    (journey,) = features(made, "journeys")
    assert journey["geometry"] == {"type": "LineString", "coordinates": [dalian, seoul]}
    places = {f["id"]: f["geometry"] for f in features(made, "places")}
    assert places["china"] is None
    assert places["seoul"] == {"type": "Point", "coordinates": seoul}


@pytest.mark.parametrize("table", ["places", "stops", "journeys"])
def test_a_feature_holds_its_row_as_it_is_written(own, table):
    sheet = own.sheets[table].sheet
    told = [(f["id"], tuple(f["properties"].values())) for f in features(own, table)]
    assert told == [(row.id, row.cells) for row in sheet.rows]


def test_the_rows_on_the_screen_name_their_lines(made):
    columns = row_cells(made.found("stops", Query()), 2)
    assert columns["line"] == ["2", "3"]
    assert columns["place"] == ["dalian", "dalian"]


HIDDEN = {"record": "by-sea", "place": "withheld", "date": "withheld", "names": "as-is"}


@pytest.fixture(scope="module")
def hidden() -> Finder:
    """The good tables, in which the journey is withheld."""
    tables = good_tables(publication=csv_of("publication", HIDDEN))
    return finder(load(tables).collection, sheets(tables))


@pytest.mark.parametrize("table", ["journeys", "stops", "mentions", "sources", "publication"])
def test_a_workbook_with_what_visitors_do_not_see_has_no_licence_and_names_the_rows(hidden, table):
    book = opened(hidden, table)
    about = [[cell.value for cell in row] for row in book["About"]]
    assert about[0][0] == "Not for publication"
    assert LICENCE not in str(about)
    found = hidden.found(table, Query())
    named = [[cell for cell in row if cell] for row in about]
    assert [table, *(row.id for row in found.rows)] in named
    protected = protected_rows(hidden.sheets[table].collection)
    assert file_name("a.csv", [found], protected) == "a-not-for-publication.csv"


def test_geojson_of_what_visitors_do_not_see_has_no_licence(hidden):
    whole = hidden.sheets["stops"].collection
    protected = protected_rows(whole)
    written = json.loads(rows_geojson(whole, hidden.found("stops", Query()), protected))
    assert "licence" not in written and "not for publication" in written["publication"]
    assert all("not for publication" in feature["publication"] for feature in written["features"])


def test_rows_that_visitors_see_whole_keep_their_licence_and_their_name(hidden):
    protected = protected_rows(hidden.sheets["events"].collection)
    found = hidden.found("arrivals", Query())
    assert file_name("arrivals.csv", [found], protected) == "arrivals.csv"
    assert file_name("all.xlsx", hidden.answers("events", Query()), protected) != "all.xlsx"


@pytest.fixture(scope="module")
def mixed() -> Finder:
    """Two journeys, of which the first is withheld."""
    tables = good_tables(
        journeys=csv_of("journeys", {}, {"id": "by-land", "title": "By land"}),
        stops=csv_of("stops", {}, {"journey": "by-land"}),
        publication=csv_of("publication", HIDDEN),
    )
    return finder(load(tables).collection, sheets(tables))


def test_in_a_mixed_geojson_each_feature_has_its_mark_or_its_licence(mixed):
    whole = mixed.sheets["stops"].collection
    found = mixed.found("stops", Query())
    written = json.loads(rows_geojson(whole, found, protected_rows(whole)))
    assert "licence" not in written
    told = {f["id"]: (f.get("licence"), "publication" in f) for f in written["features"]}
    assert told == {"by-sea:1": (None, True), "by-land:1": (LICENCE, False)}


def test_a_mark_in_a_sheet_stands_behind_an_empty_column_in_its_row_alone(mixed):
    head, *rows = ([cell.value for cell in row] for row in opened(mixed, "stops")["stops"])
    columns = mixed.sheets["stops"].sheet.columns
    assert head == [*columns, None, "Not for publication"]
    marks = {row[0]: row[len(columns) :] for row in rows}
    assert marks["by-land"] == [None, None]
    assert marks["by-sea"][0] is None and "not for publication" in marks["by-sea"][1]


def test_the_csv_of_protected_rows_is_the_table_byte_for_byte(mixed):
    assert csv_text(mixed.found("stops", Query())) == csv_of("stops", {}, {"journey": "by-land"})
