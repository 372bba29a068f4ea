"""Somebody heard of Mrs. Lee: her way, when it was, who says so, a citation, and to pass it on.

By finger on a phone, by key alone, and by what is heard: the names, roles and words of the tree
that a screen reader reads.
"""

import json

from tests.browser import chromium

HERS = "/?journey=lee-so-yeon"
WHEN = "probably 2006 to 2008 or later"
SAYS_SO = "How to escape North Korea"  # the text that tells of her
PANEL = ".st-key-panel-room"


def sees_the_same(browser, address: str) -> None:
    """Whoever is sent the address has her way before them."""
    with chromium.visit(browser) as friend:
        friend.page.goto(address)
        assert chromium.drawn(friend.page)["focus"] == "lee-so-yeon"
        friend.page.locator(PANEL).get_by_text(WHEN).first.wait_for()


def test_by_finger_she_is_found_told_of_cited_and_passed_on(phone, app, browser):
    chromium.open_map(phone, app)
    phone.get_by_role("button", name="Search").tap()
    field = phone.locator(".st-key-search-words input")
    field.tap()
    field.fill("Mrs Lee")
    field.press("Enter")  # as the keyboard on the glass has it
    phone.get_by_role("link", name="Lee So-Yeon", exact=True).tap()
    phone.wait_for_url(f"**{HERS}*")
    panel = phone.locator(PANEL)
    panel.get_by_text(WHEN).first.wait_for()
    panel.get_by_role("heading", name="Who says so").wait_for()
    assert panel.get_by_role("link", name=SAYS_SO).first.is_visible()
    panel.get_by_role("button", name="Cite").tap()
    dialog = phone.get_by_role("dialog")
    dialog.get_by_test_id("stCode").first.wait_for()
    dialog.get_by_role("button", name="Close").tap()
    dialog.wait_for(state="detached")
    sees_the_same(browser, phone.url)


def test_by_key_she_is_found_told_of_cited_and_passed_on(page, app, browser):
    chromium.open_map(page, app)
    page.keyboard.press("/")
    page.locator(".st-key-search-words input").wait_for()
    page.wait_for_function("document.activeElement.tagName === 'INPUT'")
    page.keyboard.type("이소연")
    page.keyboard.press("Enter")
    found = page.get_by_role("link", name="Lee So-Yeon", exact=True)
    found.wait_for()
    chromium.tab_to(page, 'a[href*="journey=lee-so-yeon"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{HERS}*")
    assert "lee-so-yeon" in chromium.drawn(page)["journeys"]
    panel = page.locator(PANEL)
    panel.get_by_text(WHEN).first.wait_for()
    panel.get_by_role("heading", name="Who says so").wait_for()
    page.locator(".st-key-cite button").press("Enter")
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("CSL-JSON").click()
    code = dialog.get_by_test_id("stCode").locator("code")
    code.filter(has_text='"container-title"').wait_for()
    ours, *sources = json.loads(code.inner_text())
    assert ours["URL"].endswith(HERS) and sources
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    sees_the_same(browser, page.url)


def test_by_ear_she_is_found_told_of_cited_and_passed_on(page, app, browser):
    chromium.open_map(page, app)
    assert '- heading "How people got out of North Korea" [level=1]' in heard(page, "main")
    page.get_by_role("button", name="Search").press("Enter")
    asked = page.get_by_role("dialog", name="Search")
    asked.get_by_role("textbox").fill("Mrs Lee")
    asked.get_by_role("textbox").press("Enter")
    found = asked.get_by_role("link", name="Lee So-Yeon", exact=True)
    found.wait_for()
    assert "heading" in heard(page, "[role=dialog]")  # what they are stands before those found
    found.press("Enter")
    page.wait_for_url(f"**{HERS}*")
    chromium.drawn(page)
    chromium.settled(page)
    page.locator(PANEL).get_by_text(WHEN).first.wait_for()
    told = heard(page, PANEL)
    order = [told.index(f'heading "{name}"') for name in ("Lee So-Yeon", "When", "Who says so")]
    assert order == sorted(order)
    assert WHEN in told[order[1] : order[2]]
    assert f"{SAYS_SO}" in told[order[2] :] and "/url: https://" in told[order[2] :]
    assert "Content note: " in told and "abuse of women" not in told
    page.locator(PANEL).get_by_role("button", name="Cite").press("Enter")
    cite = page.get_by_role("dialog", name="Cite")
    cite.get_by_test_id("stCode").first.wait_for()
    assert "Lee So-Yeon" in heard(page, "[role=dialog]")
    page.keyboard.press("Escape")
    cite.wait_for(state="detached")
    page.wait_for_function("document.title.startsWith('Lee So-Yeon')")
    sees_the_same(browser, page.url)


def heard(page, selector: str) -> str:
    """The tree of a part of the page as a screen reader has it, in lines."""
    return page.locator(selector).first.aria_snapshot()
