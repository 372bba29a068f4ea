"""The app asks no other host for anything, on any page."""

import pytest

from tests.browser import chromium

PAGES = (
    "/",
    "/present",
    "/present?story=kim-seong-min",
    "/compose",
    "/journeys",
    "/arrivals",
    "/sources",
    "/method",
)


def test_every_page_opens_whole_and_without_another_host(visit, app):
    for path in PAGES:
        visit.page.goto(app + path)
        chromium.settled(visit.page)
        assert visit.page.get_by_test_id("stException").count() == 0, path
    assert visit.requests
    assert visit.outside() == []
    assert visit.errors == []


def test_the_map_draws_journeys_without_another_host(visit, app):
    visit.page.goto(app)
    assert chromium.drawn(visit.page)["journeys"]
    assert visit.outside() == []
    assert visit.errors == []


@pytest.mark.parametrize(
    "script",
    (
        "fetch('http://example.invalid/tile.png').catch(() => 0)",
        "new Promise((end) => (new WebSocket('ws://example.invalid/feed').onerror = () => end()))",
        "new Promise((end) => Object.assign(new Image(), "
        "{ onerror: () => end(), src: 'https://example.invalid/tile.png' }))",
    ),
    ids=("fetch", "socket", "picture"),
)
def test_a_page_that_asks_another_host_is_found_out(browser, app, script):
    caught = pytest.raises(chromium.LeftTheMachine, match=r"//example\.invalid/")
    with caught, chromium.visit(browser) as visit:
        visit.page.goto(app)
        visit.page.evaluate(script)


def test_an_error_that_no_script_catches_is_found_out(visit):
    with visit.page.context.expect_event("weberror"):
        visit.page.evaluate("reportError(new Error('torn'))")
    assert any("torn" in error for error in visit.errors)


@pytest.mark.parametrize(
    ("url", "here"),
    (
        ("http://127.0.0.1:8501/app/static/atlas/map/atlas.js", True),
        ("ws://localhost:8501/_stcore/stream", True),
        ("blob:http://127.0.0.1:8501/5c1e", True),
        ("data:image/png;base64,AA==", True),
        ("about:blank", True),
        ("https://127.0.0.1.example.org/", False),
        ("https://localhost@example.org/", False),
        ("//example.org/leaflet.js", False),
    ),
)
def test_only_an_address_of_this_machine_is_here(url, here):
    assert chromium.is_here(url) is here
