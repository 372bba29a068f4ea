"""The check of what a change can touch finds the problems that checking everything finds."""

import pytest
from hypothesis import event, given, settings

from annotations.check.everything import problems_of
from annotations.collection.load import load_whole
from annotations.saving.new_problems import added, new_problems
from annotations.store.memory.shelf import MemoryTexts
from annotations.store.memory.store import MemoryStore
from annotations.tables.changes import Change
from annotations.tables.sheets import Snapshot
from tests.changing_tables import (
    changed_rows,
    sheet_of,
    tied_sheets,
    with_cells,
    without_row,
)
from tests.collections import TEXT

BEFORE = Snapshot("before", tied_sheets())


# The text that the good rows quote is there, and that of another source is not.
STORE = MemoryStore(BEFORE, texts=MemoryTexts(TEXT.encode()))


def changes_to(after: Snapshot) -> list[Change]:
    """What makes these tables of those before: each row by its key."""
    found = []
    for name, sheet in after.tables.items():
        was, now = BEFORE.tables[name].by_key, sheet.by_key
        found += [
            Change(name, key, was.get(key), now.get(key))
            for key in dict.fromkeys([*was, *now])
            if was.get(key) != now.get(key)
        ]
    return found


def whole(tables: Snapshot):
    """The problems of tables, each row read and each record looked at."""
    return problems_of(load_whole(tables.tables), STORE.texts)


def assert_found(rows) -> set:
    """The problems that new rows in some tables bring, found in both ways."""
    after = Snapshot("after", {**BEFORE.tables, **{n: sheet_of(n, r) for n, r in rows.items()}})
    changes = changes_to(after)
    came_from = {
        (change.table, change.key_after): change.key if change.before is not None else None
        for change in changes
    }
    files = {f"{change.table}.csv" for change in changes}
    full = set(added(whole(BEFORE), whole(after), files, came_from))
    assert set(new_problems(STORE, BEFORE, after, changes)) == full
    return full


@pytest.mark.thorough
@settings(max_examples=500, deadline=None)
@given(changed_rows())
def test_a_change_is_found_to_bring_the_problems_that_a_check_of_everything_tells(rows):
    event("with problems" if assert_found(rows) else "sound")


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ({"names": without_row("names", 1)}, "journeys.csv:3:summary  of 'by-land' names 'Red"),
        ({"places": with_cells("places", 1, name="Onsong")}, "journeys.csv:3:summary  of 'by-l"),
        ({"sources": with_cells("sources", 0, sha256="a" * 64)}, "sources.csv:2:sha256  of 'int"),
        ({"mentions": with_cells("mentions", 0, start="38", end="44")}, "mentions.csv:2:quote  "),
        ({"stops": without_row("stops", 2)}, "mentions.csv:4:anchor  'by-sea:3' is not"),
        ({"stops": without_row("stops", 4)}, "publication.csv:2:record  no journey, stop or"),
        ({"events": with_cells("events", 0, title="Famine of Kim Chol Su")}, "events.csv:2:title"),
        ({"publication": with_cells("publication", 1, role="Kim Su")}, "publication.csv:3:role"),
        ({"sources": with_cells("sources", 0, published="1996")}, "arrivals.csv:2:end_year  "),
        ({"sources": with_cells("sources", 0, published="1996")}, "stops.csv:4:date  of 'by-sea:3"),
        ({"sources": with_cells("sources", 0, published="1996")}, "events.csv:3:date  of 'visit'"),
        ({"sources": with_cells("sources", 0, published="1990")}, "mentions.csv:3:value  of 'mon"),
        ({"places": with_cells("places", 0, lat="-38.91")}, "places.csv:2:lat  of 'dalian' at -38"),
        ({"places": with_cells("places", 1, country="KR")}, "events.csv:3:countries  of 'visit'"),
        ({"stops": with_cells("stops", 4, place="dalian")}, "journeys.csv:3:kind  of 'by-land' is"),
    ],
)  # fmt: skip
def test_a_problem_that_a_change_brings_to_a_row_elsewhere_is_found(rows, problem):
    assert any(str(each).startswith(problem) for each in assert_found(rows))
