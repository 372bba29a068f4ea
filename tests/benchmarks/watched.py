"""Visits of a browser in which every window notes what happened when (see `watch.js`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
# When the map of a window stands: journeys of ours, layers of a plain map, panes of an empty one.
OURS = "() => Boolean(window.atlas && atlas.drawn().journeys.length)"
PLAIN = "() => Boolean(document.querySelector('.leaflet-overlay-pane canvas'))"
EMPTY = "() => Boolean(document.querySelector('.leaflet-map-pane'))"
COUNTERS = ".st-key-panel-room .counters"
# How often the page is asked whether it is done: seldom, for each question costs it time.
POLL_MS = 50
STILL_MS = 300
PATIENCE_MS = 300_000


@contextmanager
def visit(browser: Browser, drawn_when: str) -> Iterator[Page]:
    """A page in a context of its own; `drawn_when` is one of the conditions above."""
    with chromium.visit(browser) as seen:
        seen.page.context.set_default_timeout(PATIENCE_MS)
        seen.page.add_init_script(f"({WATCH.rstrip().removesuffix(';')})({drawn_when})")
        yield seen.page


def open_map(page: Page, address: str) -> float:
    """Open an address; milliseconds from the start of that to the first drawn map."""
    page.goto(address, wait_until="commit")
    return _drawn(page) - page.evaluate("performance.timeOrigin")


def new_map_ms(page: Page, release: Callable[[], None]) -> float:
    """Milliseconds from a release of the mouse to the first frame of the map that is made anew."""
    page.evaluate("watch.drawn = 0")
    release()
    taken = _drawn(page) - page.evaluate("watch.released")
    rest(page)
    return taken


def rest(page: Page) -> None:
    """Wait until the script has run and nothing of it is still on its way to the screen."""
    running = page.locator("[data-testid=stApp]:not([data-test-script-state=notRunning])")
    chromium.settled(page)
    page.wait_for_timeout(STILL_MS)
    while running.count():  # what was asked for last had not begun
        chromium.settled(page)
        page.wait_for_timeout(STILL_MS)


def follow(frame: Frame, method: str) -> None:
    """Note from now on when a call of that method of the map was drawn."""
    frame.evaluate("method => { watch.follow(method); watch.draws = [] }", method)


def drawn_after(frame: Frame, moments: list[float]) -> list[float]:
    """For each moment when the first map that was begun after it was on the screen."""
    after = "last => watch.draws.some((draw) => draw.began >= last)"
    frame.wait_for_function(after, arg=max(moments), polling=POLL_MS)
    draws = sorted(frame.evaluate("watch.draws"), key=lambda draw: draw["began"])
    return [next(d["painted"] for d in draws if d["began"] >= moment) for moment in moments]


def release_to_panel_ms(page: Page, release: Callable[[], None]) -> float:
    """Milliseconds from a release of the mouse to the panel that says something else.

    `release` does it. The counters must change; the list below them, and the last of what it
    held before, count too.
    """
    before = page.locator(COUNTERS).text_content()
    release()
    changed = f"before => document.querySelector('{COUNTERS}')?.textContent !== before"
    page.wait_for_function(changed, arg=before, polling=POLL_MS)
    rest(page)
    return page.evaluate("watch.updated - watch.released")


def _drawn(page: Page) -> float:
    """When a map of the page was drawn first, once it is."""
    page.wait_for_function("watch.drawn > 0", polling=POLL_MS)
    return page.evaluate("watch.drawn")
