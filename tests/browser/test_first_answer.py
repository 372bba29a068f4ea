"""What the server says of the first page at once is what the page then says, in the same place."""

import re

import pytest

from tests.browser import chromium

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
LATER = ("withFullScreenWrapper", "printWidthCap", "resolveDefaultExport")  # with the chart
ENTRIES = """(room) => [...document.querySelectorAll(`${room} .listing a`)]
  .map((a) => [a.innerText, a.getAttribute('href'), a.dataset.open])"""
WORDS = "(room) => document.querySelector(`${room} .heading`).textContent"
# `ready` alone may come before the first of them is asked for.
TYPEFACES = "() => Promise.all([...document.fonts].map((face) => face.load())).then(() => null)"
TITLES = """
window.mostTitles = 0;
const seen = () => {
  const shown = [...document.querySelectorAll('h1')].filter((h) => h.checkVisibility({
    visibilityProperty: true }));
  window.mostTitles = Math.max(window.mostTitles, shown.length);
  requestAnimationFrame(seen);
};
requestAnimationFrame(seen);
"""


@pytest.fixture(scope="module")
def warm(app, browser):
    """The app once a page has run."""
    with chromium.visit(browser) as seen:
        seen.page.goto(app)
        chromium.drawn(seen.page)
        seen.page.goto(app)
        chromium.drawn(seen.page)
    return app


@pytest.fixture(params=({}, PHONE), ids=("desktop", "phone"))
def visit(request, browser):
    with chromium.visit(browser, **request.param) as seen:
        yield seen


def hold_scripts(page) -> list:
    """The requests for the script of Streamlit's page, which wait to be sent on."""
    held = []
    page.route(re.compile(r"/static/js/index\.(?!esm)"), lambda route: held.append(route))
    return held


def test_it_says_what_the_page_says_and_gives_way_to_it(warm, visit):
    page = visit.page
    page.add_init_script(TITLES)
    page.goto(warm, wait_until="commit")
    page.locator("#first-answer .listing").wait_for()
    first = page.evaluate(ENTRIES, "#first-answer"), page.evaluate(WORDS, "#first-answer")
    place = page.locator("#first-answer h1").bounding_box()
    page.locator("#first-answer").wait_for(state="detached")
    chromium.settled(page)
    assert first == (page.evaluate(ENTRIES, "#root"), page.evaluate(WORDS, "#root"))
    assert len(first[0]) > 50
    now = page.locator("h1").bounding_box()
    assert abs(now["y"] - place["y"]) <= 4
    assert page.evaluate("mostTitles") == 1
    assert visit.errors == []


def test_the_still_stands_where_the_map_will_stand_and_goes_when_it_is_drawn(warm, visit):
    page = visit.page
    held = hold_scripts(page)
    page.goto(warm, wait_until="commit")
    still = page.locator("#first-answer .still")
    still.wait_for()
    page.evaluate(TYPEFACES)  # others break lines elsewhere
    before = still.bounding_box()
    for route in held:
        route.continue_()
    page.locator("#first-answer").wait_for(state="detached")
    chromium.drawn(page)
    page.locator(".still").wait_for(state="detached")
    frame = page.locator(".st-key-map-room iframe").bounding_box()
    assert abs(before["y"] - frame["y"]) <= 4


def test_it_is_whole_without_scripts(warm, browser):
    with chromium.visit(browser, java_script_enabled=False) as seen:
        seen.page.goto(warm)
        assert seen.page.locator("h1").count() == 1
        assert seen.page.locator(".listing a").count() > 50
        assert seen.page.locator("noscript p").inner_text().startswith("This page needs scripts")


def test_whoever_is_at_an_entry_stays_there(warm, visit):
    page = visit.page
    held = hold_scripts(page)
    page.goto(warm, wait_until="commit")
    entry = page.locator("#first-answer .listing a").nth(20)
    entry.focus()
    key, before = entry.get_attribute("data-open"), entry.bounding_box()["y"]
    for route in held:
        route.continue_()
    page.locator("#first-answer").wait_for(state="detached")
    assert page.evaluate("document.activeElement.dataset.open") == key
    if page.viewport_size["width"] < 900:  # beside the map the list is a room of its own
        now = page.locator(f'#root .listing [data-open="{key}"]').bounding_box()["y"]
        assert abs(now - before) < 844


def test_what_the_first_page_needs_is_asked_for_with_it(warm, browser):
    with chromium.visit(browser) as seen:
        page = seen.page
        page.goto(warm)
        chromium.drawn(page)
        late = page.evaluate(
            """() => performance.getEntriesByType('resource')
              .filter((one) => one.initiatorType === 'script' && one.name.endsWith('.js'))
              .map((one) => one.name.split('/').pop())"""
        )
        known = {"index", "plotly", *LATER}
        assert {name for name in late if name.split(".")[0] not in known} == set()


def test_a_link_to_a_journey_has_none(warm, browser):
    with chromium.visit(browser) as seen:
        seen.page.goto(f"{warm}/?country=LA", wait_until="commit")
        seen.page.locator("#root").wait_for(state="attached")
        assert seen.page.locator("#first-answer").count() == 0
