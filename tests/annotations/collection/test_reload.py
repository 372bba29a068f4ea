"""What is read of a change alone is what is read of the whole tables."""

from dataclasses import replace

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from annotations.collection.load import load, load_changes, load_whole
from annotations.tables.schema import TABLES
from annotations.tables.sheets import Snapshot
from tests.changing_tables import (
    TIED,
    changed_rows,
    sheet_of,
    tied_sheets,
    with_cells,
    without_row,
)
from tests.collections import GOOD_ROWS

BEFORE = tied_sheets()


def after(changes):
    """The tables with other rows in some of them, and what was known of them before."""
    tables = {**BEFORE, **{name: sheet_of(name, rows) for name, rows in changes.items()}}
    return tables, load_whole(BEFORE)


def test_the_tied_tables_have_no_problem():
    assert load_whole(BEFORE).problems == []


@settings(max_examples=600, deadline=None)
@given(changed_rows())
def test_any_change_gives_what_reading_all_tables_gives(changes):
    tables, known = after(changes)
    found, whole = load_changes(known, tables), load_whole(tables)
    event("read whole" if found is None else "read in part")
    if found is not None:
        assert found == whole
        assert [list(part) for part in parts(found)] == [list(part) for part in parts(whole)]
    assert found is not None or whole.problems or changes.keys() & {"sources", "places", "events"}


KEYS = [(name, column) for name in TIED for column in TABLES[name].key]
LIKE_IT = ("{}", "0{}", "+{}", "-{}", "{}.0", " {}", "{} ", "{}\u200b", "\ufeff{}", "\u00a0{}")


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(KEYS), st.integers(0, 5), st.sampled_from(LIKE_IT), changed_rows())
def test_a_key_in_any_spelling_is_a_problem_or_reads_as_all_tables_do(cell, at, like, changes):
    (name, column), rows = cell, [dict(row) for row in TIED[cell[0]]]
    row = rows[at % len(rows)]
    row[column] = like.format(row.get(column, GOOD_ROWS[name].get(column, "")))
    known = load_whole({**BEFORE, name: sheet_of(name, rows)})
    now = dict(known.sheets) | {key: sheet_of(key, changes[key]) for key in changes if key != name}
    found = load_changes(known, now)
    assert found in (None, load_whole(now))


@pytest.mark.parametrize("name", ["places", "mentions"])
def test_a_stop_whose_row_has_another_key_has_all_read_where_its_place_or_words_change(name):
    known = load_whole(BEFORE)
    rows = {row.key.replace("by-sea:1", "by-sea:1.0"): row for row in BEFORE["stops"].rows}
    stops = [row._replace(id=key, key=key) for key, row in rows.items()]
    was = {**BEFORE, "stops": replace(BEFORE["stops"], rows=tuple(stops))}
    now = {**was, name: sheet_of(name, with_cells(name, 0, note="x"))}
    assert load_changes(replace(known, sheets=was), now) is None


def parts(loaded):
    collection = loaded.collection
    return (collection.sources, collection.places, collection.mentions, collection.journeys,
            collection.events, collection.publication)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "anew"),
    [
        ({"journeys": with_cells("journeys", 0, summary="x")}, {"by-sea"}),
        ({"stops": with_cells("stops", 5, role="x")}, {"alone"}),
        ({"stops": with_cells("stops", 0, date="1996-06")}, {"by-sea", "by-land"}),
        ({"events": with_cells("events", 0, date="1993")}, {"alone"}),
        ({"mentions": with_cells("mentions", 2, note="x")}, {"by-land"}),
        ({"places": with_cells("places", 1, note="x")}, {"by-sea"}),
        ({"arrivals": with_cells("arrivals", 0, note="x")}, set()),
        ({"publication": TIED["publication"][:1]}, set()),
    ],
)
def test_only_the_journeys_that_a_change_can_touch_are_made_anew(changes, anew):
    tables, known = after(changes)
    found = load_changes(known, tables)
    assert found == load_whole(tables)
    was = known.collection.journeys
    assert {key for key, each in found.collection.journeys.items() if each is not was[key]} == anew


@pytest.mark.parametrize(
    "changes",
    [
        {"stops": without_row("stops", 2)},  # words count from it
        {"stops": without_row("stops", 4)},  # a profile names it
        {"mentions": without_row("mentions", 1)},
        {"journeys": without_row("journeys", 2)},
        {"stops": with_cells("stops", 1, date="1994")},
        {"places": with_cells("places", 2, extent="place:nowhere")},
    ],
    ids=repr,
)
def test_all_is_read_where_a_change_brings_a_problem_to_another_row(changes):
    tables, known = after(changes)
    assert load_whole(tables).problems
    assert load_changes(known, tables) is None


def test_the_same_tables_are_loaded_once():
    tables = Snapshot("", tied_sheets())
    assert load(tables) is load(tables)
