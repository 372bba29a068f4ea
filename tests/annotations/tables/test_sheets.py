"""Rows are what stands in the file, sign for sign, each with its line and an id of its own."""

import pytest

from annotations.store.files.store import CsvStore
from annotations.tables.schema import TABLES
from annotations.tables.sheets import sheets
from geodata import ROOT
from tests.collections import MemoryTables, csv_of, good_tables, text_of
from tests.stores import path_of


@pytest.mark.parametrize("table", TABLES)
def test_the_rows_of_our_tables_are_their_text(table):
    sheet = sheets(CsvStore())[table]
    assert text_of(sheet) == path_of(ROOT, table).read_text(encoding="utf-8")
    assert len({row.id for row in sheet.rows}) == len(sheet.rows)


def test_a_row_keeps_its_own_quoting_and_the_lines_of_a_cell():
    text = 'name,kind,reason,sources\n"Mike",work,"a\nb, ""c""",\n\nKim,work,x,\n'
    sheet = sheets(good_tables(names=text))["names"]
    assert [(row.id, row.line) for row in sheet.rows] == [("Mike", 2), ("Kim", 5)]
    assert sheet.rows[0].cells == ("Mike", "work", 'a\nb, "c"', "")
    assert sheet.rows[0].written == '"Mike",work,"a\nb, ""c""",\n'


def test_a_row_that_cannot_be_read_costs_itself_alone():
    text = 'name,kind,reason,sources\nKim,work\n"open,work,x,\nLi,work,y,\n'
    assert [row.id for row in sheets(good_tables(names=text))["names"].rows] == ["Li"]


def test_the_last_row_ends_its_line_whether_or_not_the_file_does():
    text = csv_of("names", {}, {"name": "Kim"})
    (_, last) = sheets(good_tables(names=text.rstrip("\n")))["names"].rows
    assert last.written.endswith("\n")


def test_a_second_row_of_an_id_is_told_apart_by_its_line():
    text = csv_of("events", {}, {})
    rows = sheets(good_tables(events=text))["events"].rows
    assert [row.id for row in rows] == ["famine", "famine#3"]


def test_tables_that_are_missing_or_empty_have_their_columns_and_no_rows():
    for tables in (MemoryTables({}), MemoryTables(dict.fromkeys(TABLES, ""))):
        for name, sheet in sheets(tables).items():
            assert (",".join(sheet.columns), sheet.rows) == (TABLES[name].header, ())
