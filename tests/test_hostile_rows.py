"""Hostile rows in small: `python -m tests.benchmarks.hostile`."""

import io

import openpyxl
import pytest
import xlsxwriter

from annotations.collection.load import load
from annotations.publication.protected_rows import protected_rows
from annotations.search.indexed_sheet import Query
from annotations.search.row_finder import finder
from annotations.tables.schema import TABLES
from annotations.tables.sheets import sheets
from tests.benchmarks.hostile import held, hostile_tables
from tests.benchmarks.hostile_downloads import download_faults, formulas
from tests.benchmarks.hostile_pages import Seen, addresses, see_addresses, see_previews, tally
from tests.browser.staff_apps import for_one_person
from tests.stores import path_of
from views.staff.sheets import WITH_POINTS, csv_text, rows_geojson, workbook

ROWS = 450


@pytest.fixture(scope="module")
def tables():
    with hostile_tables(ROWS) as told:
        yield told


@pytest.fixture(scope="module")
def found(tables):
    return held(*tables)


def test_every_row_is_refused_with_its_line_or_saved_as_it_is(found):
    assert found.faults == []
    assert found.rows == found.refused + found.shown == ROWS
    assert min(found.refused, found.shown) > ROWS / 4


def test_every_kind_of_hostile_row_is_among_them(tables):
    kinds = {row.kind for file in tables[1] for row in file.rows}
    assert kinds == {
        "script", "template", "formula", "number", "writing", "not seen", "bytes", "long", "huge",
        "date", "id", "word", "reference", "shape", "encoding",
    }  # fmt: skip


def test_the_files_of_all_rows_are_the_tables_and_no_cell_is_a_formula(tables, found):
    store, _files = tables
    collection = load(store).collection
    told = finder(collection, sheets(store))
    protected = protected_rows(collection)
    whole = {table: told.found(table, Query()) for table in TABLES}
    files = {f"{table}.csv": csv_text(whole[table]).encode() for table in TABLES}
    for table in WITH_POINTS:
        files[f"{table}.geojson"] = rows_geojson(collection, whole[table], protected).encode()
    files["ways-out.xlsx"] = workbook(collection, told.answers("journeys", Query()), protected)
    assert download_faults(store, files) == []


def test_a_workbook_with_other_cells_or_more_beside_them_is_found_out(tables, found):
    store, _files = tables
    collection = load(store).collection
    answers = finder(collection, sheets(store)).answers("journeys", Query())
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(collection, answers, protected_rows(collection)))
    )
    book["names"]["A2"], book["events"]["Z2"] = "Somebody else", "more"
    changed = io.BytesIO()
    book.save(changed)
    assert download_faults(store, {"ways-out.xlsx": changed.getvalue()}) == [
        "ways-out.xlsx: has more beside events than the mark of rows that are not for publication",
        "ways-out.xlsx: has other cells of names than the table",
    ]


def test_a_formula_and_a_download_with_other_cells_are_found_out(tables, found):
    store, _files = tables
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        book.add_worksheet().write_row(0, 0, ["=1+1", 2, "text"])
    assert formulas(written.getvalue()) == 2
    changed = path_of(store.root, "names").read_bytes().replace(b"Mike Kim", b"Mike", 1)
    assert download_faults(store, {"names.csv": changed}) == [
        "names.csv: is not the table byte for byte",
        "names.csv: does not come in again unchanged",
    ]


def test_no_script_of_them_runs_in_the_preview_or_on_the_pages(browser, visit, tables, found):
    store, files = tables
    wanted = [file for file in files if file.table == "places" and len(file.rows) > 1]
    shown = [file for file in files if file.table == "journeys" and len(file.rows) > 1]
    seen = Seen()
    with for_one_person(tables=store.root) as running:
        see_previews(visit, running.address, wanted, seen)
        see_addresses(visit, running.address, ["journeys", *list(addresses(shown, 1))[5:8]], seen)
    assert (seen.faults, seen.pages, seen.scripts) == ([], 5, 0)


def test_a_script_that_runs_is_found_out(visit):
    seen = Seen()
    visit.page.set_content("<iframe srcdoc='<script>parent.torn=1</script>'></iframe>")
    visit.page.frames[1].wait_for_load_state()
    tally(visit, seen, "a page")
    assert (seen.pages, seen.scripts) == (1, 1)
    assert seen.faults == ["a page: 1 scripts, 0 errors, [] asked"]
