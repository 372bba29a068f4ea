"""What the schema says of a column is what its reader asks of a cell, for every column."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.collection.load import load
from annotations.tables import FORMS, TABLES, Column
from tests.annotations.collection.test_readers import OTHER
from tests.collections import tables_with

COLUMNS = [(table.name, column.name) for table in TABLES.values() for column in table.columns]
# What is said of cells that keep the rule of their kind and do not fit the cells beside them.
BESIDE = (
    "is after end_year", "men and", "is already in line", "comes next", "minus start",
    "has no stop", "gives a point to", "is empty, but", "is unresolved, but",
    "which this row does not cite", "tells how people got out, but",
    "cannot all be true", "but no position is exact", "is given to a place", "itself",
)  # fmt: skip
# Cells that a column needs beside it before it is looked at.
NEEDED = {("mentions", "anchor"): {"kind": "date", "value": "1996-05"}}
A_KEY = {
    "sources": "interview", "places": "dalian", "mentions": "port", "journeys": "by-sea",
    "stops": "by-sea:1", "events": "famine", "statements": "claim", "glossary": "broker",
}  # fmt: skip
BROKEN = {
    "text": ["", " "],
    "id": ["Not An Id", "a--b", "-a", "a_b", "é", ""],
    "day": ["2026-02-30", "2026", "20261123", "23 November 2026"],
    "edtf": ["1951-13", "12 March 1996", "soon"],
    "duration": ["40 days", "P", "3D"],
    "url": ["javascript:alert(1)", "www.example.org", "https://"],
    "language": ["English", "EN", "k"],
    "digest": ["0", "g" * 64, "A" * 64],
    "countries": ["China", "CN;kp", "KPR"],
    "citations": ["interview[2", "nowhere[1]", "[2]"],
    "citation": ["interview", "interview[2];interview[3]", "nowhere[1]", "[2]", ""],
    "reference": ["nowhere", "nowhere:1"],
    "references": ["nowhere", "port;nowhere"],
}
KEPT = {
    "text": st.sampled_from(["Some words.", "다롄", "a < b"]),
    "id": st.from_regex(FORMS["id"], fullmatch=True).filter(lambda key: len(key) < 60),
    "day": st.dates().map(str),
    "edtf": st.sampled_from(["1996", "1996-02-03", "1997-05~", "1999/..", "[1996,1998]"]),
    "duration": st.sampled_from(["P3D", "P2Y", "P40D"]),
    "url": st.sampled_from(["https://example.org/a?b=c", "http://example.org"]),
    "language": st.sampled_from(["en", "ko", "deu"]),
    "digest": st.integers(0, 16**64 - 1).map(lambda number: f"{number:064x}"),
    "words": st.sampled_from(["", "one", "one;two"]),
    "countries": st.sampled_from(["KP", "KP;CN", "KP; CN"]),
    "citations": st.sampled_from(["interview", "interview[2]", "interview[2];interview[3]"]),
    "citation": st.sampled_from(["interview[2]", "interview[12]"]),
}


def broken(rule: Column) -> st.SearchStrategy[str]:
    """Cells that break the rule of a column."""
    if rule.kind == "choice":
        empty = [""] if rule.required else []
        return st.sampled_from([*empty, "other", rule.choices[0].upper()])
    if rule.kind in ("whole", "number"):
        outside = st.integers(max_value=int(rule.low) - 1) | st.integers(int(rule.high) + 1)
        in_another_form = [f"{rule.low}.0", f"0{rule.high}", f"+{rule.low}", f"-{rule.low}", "1.5"]
        never = ["nan", "1_000", "one", "1e3", *(in_another_form if rule.kind == "whole" else [])]
        return st.sampled_from([*never, *([""] if rule.required else [])]) | outside.map(str)
    return st.sampled_from([cell for cell in BROKEN[rule.kind] if cell.strip() or rule.required])


def kept(rule: Column) -> st.SearchStrategy[str]:
    """Cells that keep the rule of a column."""
    empty = st.nothing() if rule.required else st.just("")
    if rule.kind == "choice":
        return st.sampled_from(rule.choices if rule.required else ("", *rule.choices))
    if rule.kind == "whole":
        return empty | st.integers(rule.low, rule.high).map(str)
    if rule.kind == "number":
        numbers = st.floats(rule.low, rule.high, allow_nan=False).map(lambda n: f"{n:.5f}")
        return empty | numbers
    if rule.kind in ("reference", "references"):
        return empty | st.sampled_from([A_KEY[table] for table in rule.to])
    return empty | KEPT[rule.kind]


def told(table: str, column: str, cell: str) -> list[str]:
    """What is said of a cell itself."""
    cells = {**OTHER[table], **NEEDED.get((table, column), {}), column: cell}
    problems = load(tables_with(table, **cells)).problems
    at = (f"{table}.csv", 3, column)
    own = [p.message for p in problems if (p.file, p.line, p.column) == at]
    return [message for message in own if not any(beside in message for beside in BESIDE)]


def has_a_rule(table: str, column: str) -> bool:
    """True where some cell breaks the rule of a column."""
    rule = TABLES[table].column(column)
    return rule.kind != "words" and (rule.kind != "text" or rule.required)


@pytest.mark.parametrize(("table", "column"), [each for each in COLUMNS if has_a_rule(*each)])
@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.data())
def test_a_cell_that_breaks_the_rule_of_its_kind_is_told_at_its_column(table, column, data):
    assert told(table, column, data.draw(broken(TABLES[table].column(column))))


@pytest.mark.parametrize(("table", "column"), COLUMNS)
@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.data())
def test_a_cell_that_keeps_the_rule_of_its_kind_is_told_nothing(table, column, data):
    if (table, column) != ("mentions", "value"):  # its rule is that of the kind beside it
        assert told(table, column, data.draw(kept(TABLES[table].column(column)))) == []


def test_every_kind_that_has_a_form_is_tried():
    used = {column.kind for table in TABLES.values() for column in table.columns}
    assert set(FORMS) - {"number", "whole"} <= used & {*BROKEN, *KEPT}
