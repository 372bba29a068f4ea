"""What is a row? The tables, their columns and keys, and rows as they are written."""

from annotations.tables.changes import (
    Cells,
    Change,
    Clash,
    Conflict,
    Refused,
    Version,
    row_version,
    rows_by_key,
    started_from,
    told_cells,
)
from annotations.tables.columns import FORMS, LISTS, Column, Table
from annotations.tables.counting import COUNTED, followed
from annotations.tables.csv_rows import (
    CsvTables,
    Record,
    Tables,
    is_header,
    lines_of,
    read_rows,
    records,
)
from annotations.tables.row import UNREADABLE, Row, unseen_in
from annotations.tables.schema import NO_END, TABLES, UNCERTAINTY, key_of, table_of
from annotations.tables.sheets import Sheet, WrittenRow, sheets

__all__ = [
    "COUNTED",
    "FORMS",
    "LISTS",
    "NO_END",
    "TABLES",
    "UNCERTAINTY",
    "UNREADABLE",
    "Cells",
    "Change",
    "Clash",
    "Column",
    "Conflict",
    "CsvTables",
    "Record",
    "Refused",
    "Row",
    "Sheet",
    "Table",
    "Tables",
    "Version",
    "WrittenRow",
    "followed",
    "is_header",
    "key_of",
    "lines_of",
    "read_rows",
    "records",
    "row_version",
    "rows_by_key",
    "sheets",
    "started_from",
    "table_of",
    "told_cells",
    "unseen_in",
]
