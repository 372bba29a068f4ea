"""Rows are found, downloaded, changed and imported again, and a script in them never runs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from annotations.tables.changes import rows_by_key
from tests.browser import chromium
from tests.browser.staff_apps import for_one_person
from tests.collections import csv_of
from tests.stores import bytes_of, tables_copied


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A copy of the project's tables."""
    return tables_copied(tmp_path_factory.mktemp("tables"))


@pytest.fixture(scope="module")
def staff_app(store, browser):
    """The app for one person, on these tables."""
    with for_one_person(tables=store.root) as running:
        yield running.address


def give(page, app: str, data: bytes, name: str = "places.csv") -> None:
    """Give a file to the page that says what it would change."""
    give_together(page, app, {name: data})


def give_together(page, app: str, files: Mapping[str, bytes]) -> None:
    """Give files to the page that says what they would change."""
    page.goto(f"{app}/import")
    chromium.settled(page)
    given = [{"name": n, "mimeType": "text/csv", "buffer": data} for n, data in files.items()]
    page.locator("input[type=file]").set_input_files(given)
    page.locator(".st-key-discard").wait_for()
    chromium.settled(page)


def download(page, press) -> bytes:
    with page.expect_download() as started:
        press()
    return Path(started.value.path()).read_bytes()


def test_with_the_keyboard_alone_a_row_is_found_opened_and_downloaded(page, staff_app):
    page.goto(f"{staff_app}/records?table=Places")
    chromium.settled(page)
    every = page.locator(".counters").inner_text().split(" rows")[0]
    chromium.tab_to(page, ".st-key-find")
    page.keyboard.type("Pyeongyang")
    page.keyboard.press("Enter")
    page.wait_for_url("**find=Pyeongyang*")
    page.locator(f".counters:not(:has-text('{every}'))").wait_for()
    told = page.locator(".counters").inner_text()
    chromium.tab_to(page, ".st-key-found-rows canvas")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    page.wait_for_url("**row=*")
    page.locator(".st-key-open-row h2").wait_for()
    chromium.settled(page)
    chromium.tab_to(page, "[class*='st-key-download-places']")
    data = download(page, lambda: page.keyboard.press("Enter"))
    assert re.search(rf"{len(data.splitlines()) - 1} of \d{{3}} rows", told)
    assert "pyongyang,Pyongyang" in data.decode()


def test_what_records_gives_comes_in_again_unchanged(page, staff_app):
    page.goto(f"{staff_app}/records?table=Stops&find=Dalian")
    chromium.settled(page)
    data = download(page, page.get_by_role("button", name="CSV", exact=True).click)
    give(page, staff_app, data, "stops.csv")
    assert "Nothing would change" in page.locator(".counters").inner_text()
    assert page.locator(".st-key-take-in").count() == 0


def test_a_changed_cell_is_proposed_with_the_keyboard_and_in_the_tables_once_accepted(
    page, staff_app, store
):
    before = bytes_of(store.root)["places"].decode()
    row = next(line for line in before.splitlines() if line.startswith("nanping,"))
    renamed = row.replace("nanping,Nanping", "nanping,Nanping port")
    give(page, staff_app, before.replace(row, renamed).encode())
    assert page.locator(".counters").inner_text().startswith("1 row changes")
    assert page.locator(".compared ins").inner_text().strip() == "port"
    chromium.tab_to(page, "[class*='st-key-import-why']")
    page.keyboard.type("as the source has it")
    chromium.tab_to(page, ".st-key-take-in")
    page.keyboard.press("Enter")
    page.get_by_text("1 row was proposed").wait_for()
    chromium.settled(page)
    assert page.locator(".st-key-take-in").count() == 0
    assert bytes_of(store.root)["places"].decode() == before
    (found,) = store.proposals.all()
    page.goto(f"{staff_app}/records?table=Places&row=nanping&proposal={found.id}")
    page.locator(".st-key-open-row").get_by_text("Nanping port (Helong)", exact=True).wait_for()
    accept(page, staff_app, found.id)
    assert rows_by_key(store, "places")["nanping"]["name"] == "Nanping port (Helong)"


def accept(page, app: str, key: str) -> None:
    """Accept a proposal, alone as on this machine."""
    page.goto(f"{app}/review?proposal={key}")
    chromium.settled(page)
    page.get_by_role("button", name="Accept it alone").click()
    page.get_by_text("You stand behind it.").wait_for()


def test_a_bad_line_is_told_and_nothing_is_written(page, staff_app, store):
    before = bytes_of(store.root)
    give(page, staff_app, before["places"] + b"x,X,,,,town,CN,,1e308,2,,,,birrell-2023,,\n")
    told = page.locator(".stCode").inner_text()
    line = len(before["places"].splitlines()) + 1
    assert f"places.csv:{line}:lat  '1e308' is not a number" in told
    assert page.locator(".st-key-take-in").count() == 0
    assert bytes_of(store.root) == before


def test_three_files_given_at_once_bring_a_new_journey_that_no_visitor_sees(page, staff_app, store):
    cited = {"sources": "letter[1]"}
    stop = {"journey": "by-night", "basis": "inferred", "mentions": "", **cited}
    files = {
        "sources.csv": csv_of("sources", {"id": "letter", "sha256": ""}),
        "journeys.csv": csv_of("journeys", {"id": "by-night", "title": "By night", **cited}),
        "stops.csv": csv_of("stops", stop, stop | {"order": "2", "place": "beijing"}),
    }
    give_together(page, staff_app, {name: data.encode() for name, data in files.items()})
    counted = page.locator(".counters").all_inner_texts()
    assert counted == ["1 row is new.", "1 row is new.", "2 rows are new."]
    chromium.tab_to(page, "[class*='st-key-import-why']")
    page.keyboard.type("a letter")
    chromium.tab_to(page, ".st-key-take-in")
    page.keyboard.press("Enter")
    page.get_by_text("4 rows were proposed").wait_for()
    found = store.proposals.all()[0]
    page.goto(f"{staff_app}/records?table=Journeys&row=by-night&proposal={found.id}")
    page.locator(".st-key-open-row").get_by_text("By night", exact=True).wait_for()
    page.goto(staff_app)
    shown = chromium.drawn(page)["journeys"]
    assert "kim-seong-min-1996" in shown and "by-night" not in shown
    page.goto(f"{staff_app}/?proposal={found.id}")
    assert "by-night" not in chromium.drawn(page)["journeys"]
    assert "by-night" not in rows_by_key(store, "journeys")
