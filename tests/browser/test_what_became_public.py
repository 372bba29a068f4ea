"""In a real browser, and by keyboard alone: what became public is found, hidden and undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from annotations.proposals.acts import agree
from annotations.proposals.overlay import Overlay
from annotations.store.files.store import CsvStore
from annotations.tables.changes import rows_by_key
from tests.browser.app import start_app
from tests.browser.chromium import settled
from tests.browser.test_review import press, tab_to
from tests.stores import changed, saved, store_in


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> CsvStore:
    """Tables of one journey, of which ada changed a stop and cho agreed."""
    store = store_in(tmp_path_factory.mktemp("tables"))
    made = saved(Overlay(store), changed(store, "stops", "by-sea:1", role="swims"), who="ada")
    agree(store, store.proposals.load(made.id), "cho")
    return store


@pytest.fixture(scope="module")
def alone(tables) -> Iterator[str]:
    """The app with these tables, as one person starts it."""
    with start_app({"WAYS_OUT_TABLES": str(tables.root)}, words=["--staff"]) as address:
        yield address


def test_what_became_public_is_undone_and_hidden_by_keyboard(visit, alone, tables):
    page = visit.page
    page.goto(f"{alone}/history")
    settled(page)
    tab_to(page, "Every save")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.get_by_text("came with the repository").wait_for()
    settled(page)
    page.locator("[data-testid=stExpander] summary").first.focus()
    page.keyboard.press("Enter")
    page.get_by_text("What visitors saw then").wait_for()
    settled(page)
    press(page, "Undo this save")
    page.get_by_role("button", name="Yes, undo it").wait_for()
    settled(page)
    press(page, "Yes, undo it")
    page.get_by_text("It is proposed to undo this save.").wait_for()
    settled(page)
    assert [one.undoes for one in tables.proposals.all() if one.undoes] == [tables.lines()[0].save]
    page.get_by_label("Why should it be hidden?").focus()
    page.keyboard.type("She asked us.")
    press(page, "Hide it from visitors now")
    page.get_by_text("It is hidden from visitors.").wait_for()
    assert rows_by_key(tables, "publication")["by-sea"]["place"] == "withheld"
    page.goto(f"{alone}/journeys")
    settled(page)
    assert page.get_by_text("By sea").count() == 0
    assert not visit.errors
