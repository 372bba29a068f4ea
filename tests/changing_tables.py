"""Small tables that are tied together in every way, and any change of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from annotations.store.files.table_text import parsed
from annotations.tables.schema import TABLES
from annotations.tables.sheets import Sheet
from tests.collections import csv_of

Rows = Sequence[Mapping[str, str]]

TIED: Mapping[str, Rows] = {
    "sources": [{}, {"id": "letter", "sha256": "", "title": "A letter"}],
    "places": [
        {},
        {"id": "tumen", "name": "Tumen", "name_ko": "", "name_zh": "", "sources": "letter"},
        {"id": "north", "name": "North", "name_ko": "", "name_zh": "", "kind": "area", "lat": "",
         "country": "KP", "lon": "", "coordinateUncertaintyInMeters": "",
         "extent": "KP;place:dalian"},
    ],
    "mentions": [
        {},
        {"id": "month", "kind": "date", "value": "1996-05", "anchor": "by-sea:1"},
        {"id": "later", "source": "letter", "kind": "date", "value": "", "duration": "P3D",
         "certainty": "unresolved", "anchor": "by-sea:3"},
    ],
    "journeys": [{}, {"id": "by-land", "title": "By land", "sources": "letter",
                  "kind": "return",
                  "summary": "She met Mike Kim of the Red Cross in North Tumen."},
                 {"id": "alone", "title": "Alone"}],
    "stops": [
        {},
        {"order": "2", "date": "", "after": "by-sea:1", "duration": "P9D", "basis": "inferred",
         "mentions": ""},
        {"order": "3", "date": "1998", "place": "tumen", "mentions": "month"},
        {"journey": "by-land", "date": "", "after": "by-sea:2", "duration": "P2D",
         "sources": "letter", "mentions": "later"},
        {"journey": "by-land", "order": "2", "date": "1997", "sources": "letter",
         "mentions": "later", "place": "north"},
        {"journey": "alone", "date": "", "after": "famine", "mentions": "port"},
    ],
    "events": [{}, {"id": "visit", "date": "2003-07-07", "title": "Visit", "places": "tumen",
                    "category": "entry", "countries": "CN"}],
    "arrivals": [{}, {"start_year": "2003", "end_year": "2003"}],
    "statements": [{"differs": "other"},
                   {"id": "other", "about": "2003;famine", "mentions": "later", "place": "",
                    "source": "letter[3]", "differs": "claim"}],
    "glossary": [{}, {"id": "boat", "term": "boat", "sources": "letter"}],
    "publication": [{"record": "by-land:2"}, {"record": "tumen"}, {"record": "alone"}],
    "names": [{}, {"name": "Red Cross", "kind": "institution"}],
}  # fmt: skip

WORDS = ("", "She hid.", "Kim Chol Su", "Mike Kim of the Red Cross", "North Tumen", "Dalian", "<b>")
DATES = ("", "1994", "1996-05", "1996-05-20", "1998-21", "../1997", "1996~", "May")
WHOLE = ("1", "2", "3", "4", "x", "01", "+2", " 2", "3.0", "\uff11", "1_0", "\u200b1")
LENGTHS = ("", "P3D", "-P2D", "P1Y", "soon")


def sheet_of(table: str, rows: Rows) -> Sheet:
    """A table of these rows, each the good one but for the cells that are given."""
    return parsed(table, csv_of(table, *rows).encode()).sheet


def tied_sheets() -> dict[str, Sheet]:
    """The tables, without a problem."""
    return {name: sheet_of(name, rows) for name, rows in TIED.items()}


def with_cells(table: str, at: int, **cells: str) -> Rows:
    """The rows of a table, one of them with other cells."""
    return [{**row, **(cells if number == at else {})} for number, row in enumerate(TIED[table])]


def without_row(table: str, at: int) -> Rows:
    """The rows of a table but one."""
    return [row for number, row in enumerate(TIED[table]) if number != at]


@st.composite
def changed_rows(draw: st.DrawFn) -> Mapping[str, Rows]:
    """Some tables with some rows changed, moved, added, removed, or there twice."""
    found: dict[str, Rows] = {}
    for name in draw(st.lists(st.sampled_from(sorted(TIED)), min_size=1, max_size=3)):
        rows = [dict(row) for row in found.get(name, TIED[name])]
        for _ in range(draw(st.integers(1, 2))):
            at = draw(st.integers(0, max(len(rows) - 1, 0)))
            act = draw(st.sampled_from(["change"] * 6 + ["remove", "add", "move"]))
            if act == "add" or not rows:
                rows.insert(at, {**(rows[at] if rows else {}), **draw(_key(name))})
            elif act == "change":
                column = draw(st.sampled_from(TABLES[name].names))
                rows[at][column] = draw(_cell(name, column))
            elif act == "remove":
                del rows[at]
            else:
                rows.append(rows.pop(at))
        found[name] = rows
    return found


def _key(table: str) -> st.SearchStrategy[dict[str, str]]:
    columns = TABLES[table].key
    return st.fixed_dictionaries({column: _cell(table, column) for column in columns})


def _cell(table: str, column: str) -> st.SearchStrategy[str]:
    """What may stand in a cell: mostly what is right, also what is not."""
    rule = TABLES[table].column(column)
    ids = {name: [row.get("id", "") for row in rows] for name, rows in TIED.items()}
    keys = [*ids["events"], "famine", "by-sea:1", "by-sea:3", "by-land:1", "nowhere:1", "month", ""]
    every: Mapping[str, Sequence[str]] = {
        "choice": [*rule.choices, "x"], "whole": WHOLE,
        "number": ["1", "38.91", "x"], "edtf": DATES, "duration": LENGTHS,
        "citation": ["interview[2]", "letter", "interview", "letter[2];interview[2]", ""],
        "citations": ["interview", "letter[2]", "interview;letter", "nobody", ""],
        "countries": ["CN", "KP;CN", "x"], "id": ["new", "by-sea", "dalian", "A b"],
        "words": WORDS, "text": WORDS, "url": ["", "https://a.org"], "day": ["", "2020-01-01"],
        "language": ["en", "ko"], "digest": ["", "a" * 64],
    }  # fmt: skip
    if column == "about":
        return st.sampled_from(["", "by-sea", "alone;2003", "2002", "1950", "visit", "nobody"])
    if column in ("after", "anchor", "record"):
        return st.sampled_from(keys)
    if rule.kind in ("reference", "references"):
        known = [key or "dalian" for name in rule.to for key in ids[name]]
        return st.sampled_from([*known, "by-sea", "interview", "port", "nobody", ""])
    return st.sampled_from([*every.get(rule.kind, WORDS)])
