"""In a real browser, and by keyboard alone: a journey is accepted, and the save is undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from annotations.saving.review_rules import pending
from annotations.store.files.store import CsvStore
from annotations.tables.changes import rows_by_key
from tests.browser.app import start_app
from tests.browser.chromium import settled
from tests.collections import csv_of
from tests.stores import changed, saved, store_in


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> CsvStore:
    """Tables of one journey that waits for its first review, changed by ada."""
    row = pending("by-sea", date.today())
    store = store_in(tmp_path_factory.mktemp("tables"), publication=csv_of("publication", row))
    saved(store, changed(store, "journeys", "by-sea", title="By ship"), who="ada")
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


def test_a_journey_is_opened_accepted_and_undone_by_keyboard(visit, alone, tables):
    page = visit.page
    page.goto(f"{alone}/review")
    settled(page)
    press(page, "By ship")
    page.get_by_role("heading", name="By ship", level=1).wait_for()
    settled(page)
    press(page, "Accept it")
    page.get_by_text("First choose how much of it may be public.").wait_for()
    option = page.get_by_role("radio").first
    option.focus()
    page.keyboard.press("Space")
    settled(page)
    page.get_by_text("What everybody would then see").wait_for()
    press(page, "Accept it")
    page.get_by_text("It has been reviewed.").wait_for()
    assert rows_by_key(tables, "journeys")["by-sea"]["status"] == "reviewed"
    assert not rows_by_key(tables, "publication")
    settled(page)
    press(page, "Who changed its row, and when")
    page.get_by_role("heading", name="Who changed what, and when?").wait_for()
    settled(page)
    page.locator("[data-testid=stExpander] summary").first.focus()
    page.keyboard.press("Enter")
    page.get_by_text("draft", exact=True).first.wait_for()
    settled(page)
    press(page, "Undo this save")
    page.get_by_role("button", name="Yes, undo it").wait_for()
    settled(page)
    press(page, "Yes, undo it")
    page.get_by_text("The save has been undone.").wait_for()
    assert rows_by_key(tables, "journeys")["by-sea"]["status"] == "draft"
    assert "by-sea" in rows_by_key(tables, "publication")
    assert not visit.errors
