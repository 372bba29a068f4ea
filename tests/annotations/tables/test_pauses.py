"""Large tables are set apart from searches for garbage, and nothing stays in memory for it."""

import gc
import weakref

import pytest

from annotations.check.everything import problems_of
from annotations.collection.load import MOST_KNOWN, load
from annotations.publication import published
from annotations.selection import Filters, select
from annotations.tables import pauses
from annotations.tables.sheets import Snapshot
from tests.changing_tables import sheet_of, tied_sheets, with_cells


class Circle:
    """What only a search frees."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def no_search():
    """Garbage is not searched for, and at the end nothing is set apart."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()
    gc.unfreeze()


def read_and_used(number):
    """Tables of which one row is like no other time, read and used; what must not stay."""
    changed = {
        "journeys": with_cells("journeys", 0, summary=f"She went {number} times."),
        "publication": with_cells("publication", 0, place="withheld"),
    }
    sheets = {**tied_sheets(), **{name: sheet_of(name, rows) for name, rows in changed.items()}}
    loaded = load(Snapshot("", sheets))
    shown = published(loaded.collection)
    problems_of(loaded)
    assert shown is not loaded.collection
    assert select(shown, Filters()).journeys
    assert all(len(sheet.by_key) == len(sheet.rows) for sheet in sheets.values())
    return [weakref.ref(each) for each in (loaded, loaded.collection, shown, *sheets.values())]


def test_records_that_nobody_uses_are_freed_without_a_search(no_search):
    first = read_and_used(0)
    assert first[0]() is not None
    for number in range(1, MOST_KNOWN + 2):
        read_and_used(number)
    assert not any(each() for each in first)


@pytest.mark.parametrize(
    ("rows", "apart"), [(pauses.MANY_ROWS - 1, False), (pauses.MANY_ROWS, True)]
)
def test_only_many_rows_are_set_apart(no_search, rows, apart):
    with pauses.set_apart(rows):
        made = Circle()
    seen = any(each is made for each in gc.get_objects())
    assert seen is not apart


def test_what_was_set_apart_is_searched_before_many_rows_are_read_again(no_search):
    with pauses.set_apart(pauses.MANY_ROWS):
        circle = Circle()
    gone = weakref.ref(circle)
    del circle
    gc.collect()
    assert gone()
    with pauses.set_apart(pauses.MANY_ROWS):
        assert not gone()


def test_a_search_goes_on_after_many_rows_that_could_not_be_read():
    with pytest.raises(ZeroDivisionError), pauses.set_apart(pauses.MANY_ROWS):
        1 / 0  # noqa: B018
    assert gc.isenabled()
