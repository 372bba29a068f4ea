"""In a real browser, and by keyboard alone: a proposal is accepted, and the save is undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from annotations.proposals.overlay import Overlay
from annotations.store.files.store import CsvStore
from annotations.tables.changes import rows_by_key
from tests.browser.app import start_app
from tests.browser.chromium import settled
from tests.collections import csv_of
from tests.stores import changed, saved, store_in


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> CsvStore:
    """Tables of one journey, and a proposal of ada to give it another title."""
    store = store_in(tmp_path_factory.mktemp("tables"), publication=csv_of("publication"))
    title = changed(store, "journeys", "by-sea", title="By ship")
    saved(Overlay(store), title, who="ada", why="as she said")
    return store


@pytest.fixture(scope="module")
def alone(tables) -> Iterator[str]:
    """The app with these tables, as one person starts it."""
    with start_app({"WAYS_OUT_TABLES": str(tables.root)}, words=["--staff"]) as address:
        yield address


def tab_to(page, named: str) -> None:
    """Press Tab until what has these words has the focus."""
    has_it = f"document.activeElement.textContent.trim() === {named!r}"
    for _ in range(80):
        if page.evaluate(has_it):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {named!r}.")


def press(page, named: str) -> None:
    """Go to a button or a link by Tab, and press Enter."""
    tab_to(page, named)
    page.keyboard.press("Enter")


def test_a_proposal_is_opened_accepted_and_undone_by_keyboard(visit, alone, tables):
    page = visit.page
    page.goto(f"{alone}/review")
    settled(page)
    press(page, "as she said")
    page.get_by_role("heading", name="as she said", level=1).wait_for()
    settled(page)
    assert rows_by_key(tables, "journeys")["by-sea"]["title"] != "By ship"
    press(page, "Accept it")
    page.get_by_text("You stand behind it.").wait_for()
    assert rows_by_key(tables, "journeys")["by-sea"]["title"] == "By ship"
    page.goto(f"{alone}/history")
    page.get_by_role("heading", name="Who changed what, and when?").wait_for()
    settled(page)
    page.locator("[data-testid=stExpander] summary").first.focus()
    page.keyboard.press("Enter")
    page.get_by_text("By ship").first.wait_for()
    settled(page)
    press(page, "Undo this save")
    page.get_by_role("button", name="Yes, undo it").wait_for()
    settled(page)
    press(page, "Yes, undo it")
    page.get_by_text("It is proposed to undo this save.").wait_for()
    (undo,) = (one for one in tables.proposals.all() if one.undoes)
    page.goto(f"{alone}/review?proposal={undo.id}")
    settled(page)
    press(page, "Accept it alone")
    page.get_by_text("You stand behind it.").wait_for()
    assert rows_by_key(tables, "journeys")["by-sea"]["title"] != "By ship"
    assert not visit.errors
