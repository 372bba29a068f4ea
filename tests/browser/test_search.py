"""By key alone somebody is found, opened, asked who says so, and cited."""

import json

from tests.browser import chromium


def asked_for(page, address: str):
    """The field of the search, which a key opened."""
    page.goto(address)
    chromium.settled(page)
    page.locator(".page-voice").wait_for(state="attached")
    page.keyboard.press("/")
    return page.locator(".st-key-search-words input")


def test_by_key_mrs_lee_is_found_opened_and_cited(page, app):
    field = asked_for(page, f"{app}/sources")
    field.wait_for()
    page.wait_for_function("document.activeElement.tagName === 'INPUT'")
    page.keyboard.type("이소연")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Lee So-Yeon", exact=True).press("Enter")
    page.wait_for_url("**/?journey=lee-so-yeon")
    assert "lee-so-yeon" in chromium.drawn(page)["journeys"]
    page.get_by_role("heading", name="Who says so").first.wait_for()
    page.locator(".st-key-cite button").press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("CSL-JSON").click()
    code = dialog.get_by_test_id("stCode").locator("code")
    code.filter(has_text='"container-title"').wait_for()
    ours, *sources = json.loads(code.inner_text())
    assert ours["URL"].endswith("/?journey=lee-so-yeon") and sources
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")


def test_what_is_typed_elsewhere_asks_for_no_search(page, app):
    field = asked_for(page, f"{app}/journeys")
    field.fill("")
    field.press("/")
    assert field.input_value() == "/"
    assert page.get_by_role("dialog").count() == 1
